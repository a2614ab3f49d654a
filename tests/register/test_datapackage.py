"""The data package descriptor: what it says, and that the frictionless library agrees with it."""

import hashlib
import json

import pytest
from frictionless import Package

from lib.register import datapackage
from lib.register.changelog import load_changelog
from lib.register.schemas import TABLES
from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from tests.data_edits import read_rows, set_field
from tools import build_datapackage

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


def resources():
    return {resource["name"]: resource for resource in datapackage.descriptor()["resources"]}


def fields(table):
    return {field["name"]: field for field in resources()[table]["schema"]["fields"]}


def frictionless_errors(directory):
    report = Package(str(directory / "datapackage.json")).validate()
    assert [task.name for task in report.tasks] == [*TABLES, "kommuner"]
    return [
        (task.name, error.type, getattr(error, "row_number", None)) for task in report.tasks for error in task.errors
    ]


def test_the_committed_descriptor_is_the_one_that_the_schemas_give():
    assert (DATA_DIRECTORY / "datapackage.json").read_bytes() == datapackage.as_json().encode()


def test_frictionless_finds_the_package_valid():
    package = Package(str(DATA_DIRECTORY / "datapackage.json"))
    assert package.to_descriptor()["profile"] == "data-package"
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])
    assert report.stats["errors"] == report.stats["warnings"] == 0
    rows = {task.name: task.stats.get("rows") for task in report.tasks}
    assert rows == {name: len(read_rows(DATA_DIRECTORY / f"{name}.csv")) - 1 for name in TABLES} | {"kommuner": None}


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "error"),
    [
        ("policy_status", 5, "kommunenummer", "9999", "foreign-key"),
        ("policy_status", 5, "kommune", "Bergen", "foreign-key"),
        ("county_policy_status", 5, "fylke", "Agder", "foreign-key"),
        ("former_numbers", 5, "kommunenummer", "9999", "foreign-key"),
        ("boundary_changes", 2, "to_2024", "9999", "foreign-key"),
        ("policy_status", 5, "status", "adoptd", "constraint-error"),
        ("policy_status", 5, "source_url", "", "constraint-error"),
        ("policy_status", 5, "observed_on", "17.07.2019", "constraint-error"),
        ("published_totals", 2, "percent", "101", "constraint-error"),
        ("published_totals", 2, "area_code", "NOR", "constraint-error"),
        ("published_totals", 15, "area_code", "155", "constraint-error"),
        ("milestones", 2, "date", "2017-13-01", "constraint-error"),
        ("municipalities", 3, "folketall_2026", "many", "type-error"),
        ("municipalities", 3, "folketall_2026", "-1", "constraint-error"),
        ("municipalities", 3, "kommunenummer", "301", "constraint-error"),
        ("awards", 4, "source_url", "no address", "type-error"),
    ],
)
def test_frictionless_finds_what_breaks_the_descriptor(data, table, row, column, value, error):
    set_field(data / f"{table}.csv", row, column, value)
    assert (table, error, row) in frictionless_errors(data)


def test_frictionless_finds_a_repeated_key(data):
    set_field(data / "municipalities.csv", 3, "kommunenummer", "0301")
    assert ("municipalities", "primary-key", 3) in frictionless_errors(data)


def test_the_fields_are_the_columns_of_the_files():
    for name in TABLES:
        assert list(fields(name)) == read_rows(DATA_DIRECTORY / f"{name}.csv")[0]


def test_every_resource_and_field_is_described_and_licensed():
    for resource in resources().values():
        assert resource["title"]
        assert resource["description"]
        assert [licence["path"] for licence in resource["licenses"]] == [CC_BY]
        assert (DATA_DIRECTORY / resource["path"]).is_file()
    for name in TABLES:
        for field in fields(name).values():
            assert field["title"]
            assert field["description"]


def test_types_and_constraints_follow_from_the_schemas():
    assert fields("municipalities")["kommunenummer"] == {
        "name": "kommunenummer",
        "title": "Kommunenummer",
        "description": "Fire sifre etter SSBs standard for kommuneinndeling. En null først hører med: 0301 er Oslo.",
        "type": "string",
        "format": "default",
        "constraints": {"required": True, "pattern": "[0-9]{4}", "unique": True},
    }
    assert fields("policy_status")["status"]["constraints"] == {
        "required": True,
        "enum": ["adopted", "in_progress", "none"],
    }
    assert fields("policy_status")["source_url"]["format"] == "uri"
    percent = fields("published_totals")["percent"]
    assert percent["type"] == "number"
    assert percent["constraints"] == {"required": False, "minimum": 0, "maximum": 100}
    assert fields("awards")["year"]["type"] == "integer"


def test_keys_follow_from_the_schemas():
    schema = resources()["policy_status"]["schema"]
    assert schema["missingValues"] == [""]
    assert schema["foreignKeys"] == [
        {
            "fields": ["kommunenummer", "kommune"],
            "reference": {"resource": "municipalities", "fields": ["kommunenummer", "navn"]},
        }
    ]
    assert resources()["former_numbers"]["schema"]["primaryKey"] == ["former_number", "kommunenummer"]
    assert "primaryKey" not in schema


def test_the_text_is_readable_and_changes_only_with_its_content():
    text = datapackage.as_json()
    assert text == datapackage.as_json()
    assert text.endswith("}\n")
    assert "Ålesund" in text
    assert json.loads(text)["version"] == REGISTER_VERSION


def test_sizes_and_hashes_are_those_of_the_files():
    for resource in resources().values():
        content = (DATA_DIRECTORY / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content)
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_frictionless_finds_a_file_that_is_not_the_version_s(data):
    set_field(data / "awards.csv", 2, "note", "Changed")
    assert {error for name, error, _row in frictionless_errors(data) if name == "awards"} == {
        "byte-count",
        "hash-count",
    }


def test_the_command_writes_the_descriptor(data, capsys):
    written = data / "datapackage.json"
    written.unlink()
    assert build_datapackage.main(data) == 0
    assert written.read_bytes() == (DATA_DIRECTORY / "datapackage.json").read_bytes()
    assert str(written) in capsys.readouterr().out


def test_changed_data_need_a_new_version(data, capsys, monkeypatch):
    written = data / "datapackage.json"
    before = written.read_bytes()
    set_field(data / "policy_status.csv", 2, "note", "Changed")
    assert build_datapackage.main(data) == 1
    assert f"Endret siden versjon {REGISTER_VERSION}: policy_status.csv." in capsys.readouterr().out
    assert written.read_bytes() == before
    for module in (datapackage, build_datapackage):
        monkeypatch.setattr(module, "REGISTER_VERSION", "99.0.0")
    assert build_datapackage.main(data) == 0
    assert json.loads(written.read_text("utf-8"))["version"] == "99.0.0"


def test_the_newest_version_of_the_history_is_the_register_s():
    newest, *_older = load_changelog()
    assert (newest.number, newest.day.isoformat()) == (REGISTER_VERSION, REGISTER_DATE)
