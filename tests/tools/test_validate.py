"""The validation command: what it prints, and its exit code."""

import json
import subprocess
import sys

import pytest

from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from tests.data_edits import copy_data, edit, set_field
from tools import validate

ROOT = DATA_DIRECTORY.parent
HEADING = f"## {REGISTER_VERSION} – {REGISTER_DATE}"


@pytest.fixture
def data(tmp_path):
    return copy_data(tmp_path)


def run(directory, capsys):
    code = validate.main([str(directory)])
    return code, capsys.readouterr().out.splitlines()


def test_the_real_data_pass(capsys):
    assert validate.main([]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith("Dataene er i orden: 357 kommuner med grenser, ")


def test_every_fault_is_printed(data, capsys):
    set_field(data / "policy_status.csv", 17, "status", "adoptd")
    set_field(data / "awards.csv", 3, "year", "x")
    boundaries = json.loads((data / "kommuner.geojson").read_text("utf-8"))
    gone = boundaries["features"].pop(0)["properties"]["kommunenummer"]
    (data / "kommuner.geojson").write_text(json.dumps(boundaries), "utf-8")
    (data / "datapackage.json").unlink()
    code, lines = run(data, capsys)
    assert code == 1
    assert lines[0] == f"{len(lines) - 1} feil i dataene:"
    assert "  data/policy_status.csv, rad 17, kolonne status: «adoptd» er ikke tillatt. Tillatt: " in lines[1]
    assert lines[2].startswith("  data/awards.csv, rad 3, kolonne year: «x»")
    assert any(line.startswith("  data/kommuner.geojson") and gone in line for line in lines[3:])
    assert lines[-1].startswith("  data/datapackage.json: filen mangler")
    assert lines[-1].endswith("Kjør python -m tools.build_datapackage.")


@pytest.mark.parametrize("content", ["", "{}\n", None])
def test_a_descriptor_that_is_not_the_generated_one(data, capsys, content):
    path = data / "datapackage.json"
    path.write_text(path.read_text("utf-8") + "\n" if content is None else content, "utf-8")
    code, lines = run(data, capsys)
    assert code == 1
    assert lines[0] == "1 feil i dataene:"
    assert lines[1].startswith("  data/datapackage.json: ")


def test_missing_boundaries(data, capsys):
    (data / "kommuner.geojson").unlink()
    code, lines = run(data, capsys)
    assert code == 1
    assert [line.split(":")[0] for line in lines[1:]] == ["  data/kommuner.geojson", "  data/datapackage.json"]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            "## 1.0.0 – 2026-11-23",
            "## 1.0.0 – 2026-11-22",
            "den nyeste versjonen er 1.0.0 – 2026-11-22, men registeret",
        ),
        (HEADING, f"## 1.0 – {REGISTER_DATE}", f"«1.0 – {REGISTER_DATE}» kan ikke leses"),
        ("### Lagt til", "### Tilføyd", "«Tilføyd» kan ikke leses. Overskriften skal være en av disse"),
        ("- Milepæler", "- 4601 Oslo: Milepæler", "versjon 1.0.0: «4601 Oslo» finnes ikke"),
    ],
)
def test_a_history_that_does_not_fit(data, capsys, old, new, told):
    edit(data / "CHANGELOG.md", old.encode(), new.encode())
    code, lines = run(data, capsys)
    assert code == 1
    assert len(lines) == 2
    assert lines[1].startswith(f"  data/CHANGELOG.md: {told}")


def test_data_that_changed_are_told_of(data, capsys):
    set_field(data / "policy_status.csv", 2, "note", "Changed")
    code, lines = run(data, capsys)
    assert code == 1
    assert [line.split(":")[0] for line in lines[1:]] == ["  data/datapackage.json"]


def test_boundaries_that_cannot_be_checked_are_not_passed_over(data, capsys):
    set_field(data / "municipalities.csv", 3, "navn", "")
    code, lines = run(data, capsys)
    assert code == 1
    assert lines[1].startswith("  data/municipalities.csv, rad 3, kolonne navn: feltet er tomt.")
    assert lines[-2].startswith("  data/kommuner.geojson: grensene er ikke kontrollert")
    assert lines[-1].startswith("  data/datapackage.json: ")


def test_a_directory_without_data(tmp_path, capsys):
    code, lines = run(tmp_path, capsys)
    assert code == 1
    assert len(lines) == 1 + 9 + 3


@pytest.mark.parametrize("broken", [False, True])
def test_as_a_command(data, broken):
    if broken:
        set_field(data / "milestones.csv", 2, "date", "2017-02-30")
    command = [sys.executable, "-m", "tools.validate", str(data)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == (1 if broken else 0)
    assert ("data/milestones.csv, rad 2, kolonne date: «2017-02-30»" in done.stdout) is broken
    assert done.stderr == ""
