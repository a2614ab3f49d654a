"""Files that are not as tables are: missing, empty, broken or in another order."""

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.register.faults import DataFaultsError
from lib.register.schemas import TABLES
from lib.register.tables import read_all, read_table
from tests.data_edits import edit, faults_of, read_rows, set_field, write_rows


def test_a_missing_file_is_reported_once(data):
    (data / "municipalities.csv").unlink()
    (fault,) = faults_of(data)
    assert str(fault) == "data/municipalities.csv: filen finnes ikke. Legg den tilbake."


def test_a_missing_directory_reports_every_file(tmp_path):
    assert [fault.file for fault in faults_of(tmp_path / "data")] == [f"data/{name}.csv" for name in TABLES]


@pytest.mark.parametrize("content", [b"", b"\n\n"])
def test_an_empty_file(data, content):
    (data / "awards.csv").write_bytes(content)
    (fault,) = faults_of(data)
    assert (fault.file, fault.row, fault.problem) == ("data/awards.csv", None, "filen er tom")


def test_a_file_with_a_header_alone(data):
    path = data / "policy_status.csv"
    write_rows(path, read_rows(path)[:1])
    (fault,) = faults_of(data)
    assert (fault.file, fault.problem) == ("data/policy_status.csv", "filen har ingen rader")


def test_every_line_that_is_not_utf8_is_named(data):
    path = data / "awards.csv"
    lines = path.read_text("utf-8").split("\n")
    foreign = [number for number, line in enumerate(lines, start=1) if not line.isascii()]
    path.write_bytes("\n".join(lines).encode("latin-1"))
    faults = faults_of(data)
    assert [fault.row for fault in faults] == foreign
    assert {(fault.file, fault.problem) for fault in faults} == {("data/awards.csv", "linjen er ikke UTF-8")}


def test_a_byte_order_mark(data):
    path = data / "awards.csv"
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    (fault,) = faults_of(data)
    assert (fault.row, fault.allowed) == (1, "Lagre filen som UTF-8 uten BOM")


def test_a_column_that_is_called_something_else(data):
    edit(data / "policy_status.csv", b",status,", b",statuss,")
    missing, unknown = faults_of(data)
    assert (missing.row, missing.column, missing.problem) == (1, "status", "kolonnen mangler")
    assert (unknown.row, unknown.column, unknown.problem) == (1, "statuss", "kolonnen er ukjent")
    assert ", ".join(TABLES["policy_status"].columns) in missing.allowed


def drop_column(path, column):
    rows = read_rows(path)
    at = rows[0].index(column)
    write_rows(path, [row[:at] + row[at + 1 :] for row in rows])


@pytest.mark.parametrize("name", list(TABLES))
def test_every_missing_column_is_one_fault(data, name):
    path = data / f"{name}.csv"
    whole = path.read_bytes()
    for column in TABLES[name].columns:
        path.write_bytes(whole)
        drop_column(path, column)
        with pytest.raises(DataFaultsError) as raised:
            read_table(name, data)
        (fault,) = raised.value.faults
        assert (fault.file, fault.row, fault.column) == (f"data/{name}.csv", 1, column)
        assert fault.problem == "kolonnen mangler"


@pytest.mark.parametrize(
    ("name", "column"),
    [
        *(("municipalities", column) for column in TABLES["municipalities"].columns),
        ("former_numbers", "seen_from"),
        ("former_numbers", "former_number"),
        ("policy_status", "kommune"),
        ("policy_status", "scope"),
        ("policy_status", "name_in_source"),
        ("published_totals", "area_code"),
        ("published_totals", "area_level"),
        ("published_totals", "n_total"),
    ],
)
def test_rules_do_not_report_a_missing_column_again(data, name, column):
    drop_column(data / f"{name}.csv", column)
    (fault,) = faults_of(data)
    assert (fault.file, fault.row, fault.column) == (f"data/{name}.csv", 1, column)


def test_a_column_that_stands_twice(data):
    path = data / "awards.csv"
    write_rows(path, [[*row, row[0]] for row in read_rows(path)])
    (fault,) = faults_of(data)
    assert (fault.row, fault.column, fault.problem) == (1, "year", "kolonnen står flere ganger")


def test_columns_in_another_order(data):
    path = data / "awards.csv"
    write_rows(path, [row[::-1] for row in read_rows(path)])
    (fault,) = faults_of(data)
    assert (fault.row, fault.problem) == (1, "kolonnene står i feil rekkefølge")


@pytest.mark.parametrize(
    ("change", "problem", "allowed"),
    [
        (lambda row: row[:-1], "raden har 5 felt", "Den skal ha 6"),
        (lambda row: [*row, "x"], "raden har 7 felt", "Den skal ha 6"),
        (lambda row: row[:1], "raden har 1 felt", "Den skal ha 6"),
        (lambda row: [], "raden er tom", "Slett den"),
    ],
)
def test_a_row_of_another_length(data, change, problem, allowed):
    path = data / "awards.csv"
    rows = read_rows(path)
    rows[4] = change(rows[4])
    write_rows(path, rows)
    (fault,) = faults_of(data)
    assert (fault.file, fault.row, fault.problem) == ("data/awards.csv", 5, problem)
    assert fault.allowed.startswith(allowed)


def test_a_municipality_that_cannot_be_read_is_not_missed_everywhere(data):
    path = data / "municipalities.csv"
    rows = read_rows(path)
    rows[1] = rows[1][:-1]
    write_rows(path, rows)
    (fault,) = faults_of(data)
    assert (fault.file, fault.row) == ("data/municipalities.csv", 2)


def test_a_quote_that_is_never_closed(data):
    edit(
        data / "awards.csv",
        b'"Eid, predecessor of Stad (4649); excerpt says only Eid kommune"',
        b'"Eid, predecessor',
    )
    (fault,) = faults_of(data)
    assert (fault.file, fault.row) == ("data/awards.csv", 9)
    assert fault.problem.startswith("anførselstegnene går ikke opp")


def test_rows_are_lines_even_after_a_field_with_a_line_break(data):
    edit(data / "awards.csv", b"Old Drammen, named", b"Old Drammen,\nnamed")
    edit(data / "awards.csv", b"2017,40,", b"2017,x,")
    first, second = faults_of(data)
    assert (first.row, first.column) == (2, "note")
    assert (second.row, second.column) == (4, "area_code")


# Many at once


def test_every_fault_of_every_table_is_listed_in_order(data):
    wrong = [
        ("municipalities.csv", 3, "folketall_2026", "mange"),
        ("municipalities.csv", 4, "fylke", "Rogland"),
        ("former_numbers.csv", 2, "seen_from", "20x1"),
        ("policy_status.csv", 2, "kommune", "Osloo"),
        ("policy_status.csv", 2, "status", "adoptd"),
        ("policy_status.csv", 3, "confidence", "sure"),
        ("policy_status.csv", 418, "source_url", "ukjent"),
        ("county_policy_status.csv", 5, "document_type", "brev"),
        ("published_totals.csv", 4, "n_with_policy", "500"),
        ("milestones.csv", 2, "date", "2017-02-30"),
        ("boundary_changes.csv", 3, "mask_wkt", "POLYGON"),
    ]
    for file, row, column, value in wrong:
        set_field(data / file, row, column, value)
    (data / "awards.csv").unlink()
    faults = faults_of(data)
    found = [(fault.file, fault.row, fault.column, fault.value) for fault in faults]
    expected = [(f"data/{file}", row, column, value) for file, row, column, value in wrong]
    expected.insert(9, ("data/awards.csv", None, None, None))
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert [fault[:2] for fault in found] == [fault[:2] for fault in expected]


def test_one_table_is_read_without_the_others(data):
    set_field(data / "policy_status.csv", 2, "kommune", "Bergen")
    (data / "municipalities.csv").unlink()
    assert read_table("policy_status", data).loc[0, "kommune"] == "Bergen"
    with pytest.raises(DataFaultsError):
        read_table("municipalities", data)


def test_windows_line_ends_are_read_like_others(data):
    path = data / "awards.csv"
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    pd.testing.assert_frame_equal(read_table("awards", data), read_table("awards"))


def test_an_optional_column_may_be_empty_throughout(data):
    path = data / "policy_status.csv"
    for column in ("valid_to", "document_title"):
        rows = read_rows(path)
        at = rows[0].index(column)
        write_rows(path, [rows[0], *([*row[:at], "", *row[at + 1 :]] for row in rows[1:])])
    assert read_all(data).policy_status["valid_to"].eq("").all()


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    place=st.sampled_from(
        [
            ("awards", "area_name"),
            ("awards", "result"),
            ("awards", "source_url"),
            ("awards", "note"),
            ("published_totals", "n_total"),
            ("published_totals", "percent"),
            ("milestones", "summary_nb"),
            ("boundary_changes", "valid_from"),
            ("boundary_changes", "mask_wkt"),
        ]
    ),
    value=st.one_of(
        st.text(max_size=12),
        st.integers(-1000, 10**18).map(str),
        st.floats(allow_nan=True).map(str),
        st.dates().map(str),
    ),
)
def test_whatever_stands_in_a_field_is_read_as_it_is_or_reported(data, place, value):
    name, column = place
    path = data / f"{name}.csv"
    before = path.read_bytes()
    set_field(path, 3, column, value)
    try:
        read = read_table(name, data).loc[1, column]
    except DataFaultsError as error:
        (fault,) = error.faults
        assert (fault.row, fault.column, fault.value) == (3, column, value)
    else:
        assert (read == value) if isinstance(read, str) else ((pd.isna(read) and not value) or read == float(value))
    finally:
        path.write_bytes(before)
