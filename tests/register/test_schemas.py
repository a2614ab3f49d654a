"""The declarations of the tables, and the codebook that goes with them."""

import re

import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.errors import SchemaErrors

from lib.register.schemas import TABLES
from lib.register.schemas import columns as kinds
from lib.register.tables import DATA_DIRECTORY, Tables

README = (DATA_DIRECTORY / "README.md").read_text("utf-8")


def count_faults(column, *values):
    frame = pd.DataFrame({"x": pd.Series(values, dtype="str")})
    try:
        pa.DataFrameSchema({"x": column}).validate(frame, lazy=True)
    except SchemaErrors as errors:
        return len(errors.failure_cases)
    return 0


def accepts(column, *values):
    faults = count_faults(column, *values)
    assert faults <= 1, "one field, one fault"
    return faults == 0


def test_every_table_file_is_declared_and_every_declaration_has_its_file():
    assert {path.stem for path in DATA_DIRECTORY.glob("*.csv")} == set(TABLES)
    assert list(Tables.__dataclass_fields__) == list(TABLES)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_every_declaration_is_explained(table):
    assert table.schema.title
    assert table.schema.description.endswith(".")
    for name, column in table.columns.items():
        assert column.title, name
        assert column.description.endswith("."), name
        assert column.checks[0].error, name


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_keys_are_columns_that_exist(table):
    assert set(table.key) <= set(table.columns)
    for key in table.foreign_keys:
        assert set(key.columns) <= set(table.columns)
        assert set(key.references) <= set(TABLES[key.table].columns)


def section(heading):
    (text,) = re.findall(rf"^### {re.escape(heading)}$(.*?)(?=^##|\Z)", README, flags=re.MULTILINE | re.DOTALL)
    return text


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_the_codebook_has_every_table_and_column(table):
    text = section(f"{table.name}.csv")
    assert f"**{table.schema.title}.** {table.schema.description}" in text
    rows = [line for line in text.splitlines() if line.startswith("| `")]
    assert rows == [
        f"| `{name}` | {column.title} | {column.description} | {'nei' if column.nullable else 'ja'} |"
        for name, column in table.columns.items()
    ]


@pytest.mark.parametrize("column", ["status", "scope", "confidence"])
def test_the_codebook_explains_every_code_of_observations(column):
    explained = set(re.findall(r"^- `(\w+)`", README, flags=re.MULTILINE))
    for name in ("policy_status", "county_policy_status"):
        codes = TABLES[name].columns[column].checks[0].statistics["allowed_values"]
        assert set(codes) <= explained


def test_the_codebook_names_commands_that_exist():
    commands = set(re.findall(r"python -m tools\.(\w+)", README))
    assert commands == {"validate", "build_datapackage", "build_boundaries", "build_neighbours"}
    assert all((DATA_DIRECTORY.parent / "tools" / f"{command}.py").is_file() for command in commands)


@pytest.mark.parametrize("value", ["2019", "2019-07", "2019-07-17", "2024-02-29", "1999-12-31"])
def test_partial_dates(value):
    assert accepts(kinds.partial_date("t", "d."), value)


@pytest.mark.parametrize(
    "value",
    ["19", "2147483648", "2019-7", "2019-00", "2019-07-00", "2019-13", "2019-02-30", "2023-02-29", "2019-07-32",
     "2019/07", "2019-07-17 ", "2019-07-17\n", "2019-07-17T00:00", "-2019", "0000", "1838", "２０１９", "x"],
)  # fmt: skip
def test_what_is_no_partial_date(value):
    assert not accepts(kinds.partial_date("t", "d."), value)


def test_whole_dates_are_whole():
    assert accepts(kinds.whole_date("t", "d."), "2024-01-01")
    assert not accepts(kinds.whole_date("t", "d."), "2024-01")
    assert not accepts(kinds.whole_date("t", "d."), "2024-01-32")


@pytest.mark.parametrize(
    "value",
    ["https://ks.no", "http://www.ks.no/a/b?c=d#e", "https://xn--rland-uua.kommune.no:8080/x", "https://ks.no/ø"],
)
def test_web_addresses(value):
    assert accepts(kinds.web_address("t", "d."), value)


@pytest.mark.parametrize(
    "value",
    ["ks.no", "ftp://ks.no", "https://ks", "https:///x", "https://ks.no/a b", "HTTPS//ks.no", "https://ks..no",
     "see https://ks.no", "https://ks.no\n"],
)  # fmt: skip
def test_what_is_no_web_address(value):
    assert not accepts(kinds.web_address("t", "d."), value)


@pytest.mark.parametrize(("value", "fits"), [("0301", True), ("301", False), ("03011", False), ("o301", False)])
def test_municipality_numbers(value, fits):
    assert accepts(kinds.municipality_number("t", "d."), value) is fits


@pytest.mark.parametrize(("value", "fits"), [("03", True), ("3", False), ("0301", False)])
def test_county_numbers(value, fits):
    assert accepts(kinds.county_number("t", "d."), value) is fits


def test_optional_columns_take_missing_and_required_ones_do_not():
    assert accepts(kinds.text("t", "d.", required=False), "x", None)
    assert not accepts(kinds.text("t", "d."), "x", None)


def test_polygons_are_valid_and_in_norway():
    column = kinds.polygon("t", "d.")
    assert accepts(column, "POLYGON ((6 62, 7 62, 7 63, 6 62))")
    assert not accepts(column, "POLYGON ((62 6, 62 7, 63 7, 62 6))")
    assert not accepts(column, "POLYGON ((6 62, 7 63, 7 62, 6 63, 6 62))")
    assert not accepts(column, "LINESTRING (6 62, 7 62)")
    assert not accepts(column, "nothing")
