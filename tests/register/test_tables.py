"""Reading valid tables, and the faults that stop it."""

import time

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lib.register.faults import DataFaultsError, Fault
from lib.register.schemas import TABLES
from lib.register.tables import DATA_DIRECTORY, read_all, read_table
from tests.data_edits import copy_data, find_row, read_rows, set_field, write_rows


@pytest.fixture
def data(tmp_path):
    return copy_data(tmp_path)


def faults_of(directory):
    with pytest.raises(DataFaultsError) as raised:
        read_all(directory)
    return raised.value.faults


def edit(path, old, new):
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))


# The real data


def test_the_real_tables_are_valid_and_complete():
    tables = read_all()
    sizes = {name: len(getattr(tables, name)) for name in TABLES}
    assert sizes["municipalities"] == 357
    assert all(size > 0 for size in sizes.values())
    assert tables.municipalities["folketall_2026"].sum() == 5_627_400


def test_numbers_of_places_stay_text_with_their_zeros():
    municipalities = read_all().municipalities
    oslo = municipalities[municipalities["navn"] == "Oslo"].iloc[0]
    assert (oslo["kommunenummer"], oslo["fylkesnummer"]) == ("0301", "03")
    assert municipalities["kommunenummer"].str.len().eq(4).all()


def test_missing_is_empty_text_or_na():
    tables = read_all()
    totals = tables.published_totals
    assert totals["n_total"].dtype == "Int64"
    assert totals["percent"].dtype == "Float64"
    assert totals["n_total"].isna().any()
    assert not totals["note"].isna().any()
    assert totals["note"].eq("").any()
    assert tables.policy_status["observed_on"].eq("").any()
    assert not tables.policy_status.isna().any(axis=None)


def test_nothing_is_lost_between_file_and_frame():
    for name in TABLES:
        frame = read_table(name)
        header, *rows = read_rows(DATA_DIRECTORY / f"{name}.csv")
        assert list(frame.columns) == header
        texts = frame.astype(object).where(frame.notna(), "")
        for written, read in zip(rows, texts.itertuples(index=False), strict=True):
            for before, after in zip(written, read, strict=True):
                same = before == after if isinstance(after, str) else float(before) == after
                assert same, (name, before, after)


def test_reading_everything_takes_well_under_a_second():
    def seconds():
        start = time.perf_counter()
        read_all()
        return time.perf_counter() - start

    assert min(seconds() for _ in range(3)) < 0.7


# Faults in one field

FIELD_FAULTS = [
    ("municipalities.csv", 2, "kommunenummer_2020", "301", "fire sifre, for eksempel 0301"),
    ("municipalities.csv", 3, "fylkesnummer", "1", "to sifre, for eksempel 03"),
    ("municipalities.csv", 3, "navn", "Eigersund ", "tekst på én linje, uten mellomrom først eller sist"),
    ("municipalities.csv", 3, "navn", "", "tekst på én linje, uten mellomrom først eller sist"),
    ("municipalities.csv", 3, "folketall_2026", "15 546", "et helt tall, 0 eller høyere, uten mellomrom"),
    ("municipalities.csv", 3, "folketall_2026", "15546.5", "et helt tall, 0 eller høyere, uten mellomrom"),
    ("municipalities.csv", 3, "folketall_2026", "-1", "et helt tall, 0 eller høyere, uten mellomrom"),
    ("municipalities.csv", 3, "folketall_2026", "9" * 30, "et helt tall, 0 eller høyere, uten mellomrom"),
    ("municipalities.csv", 3, "folketall_2026", "", "et helt tall, 0 eller høyere, uten mellomrom"),
    ("former_numbers.csv", 2, "seen_to", "19", "et årstall fra 1900 til 2099"),
    ("policy_status.csv", 17, "status", "adoptd", "adopted, in_progress, none"),
    ("policy_status.csv", 17, "status", "", "adopted, in_progress, none"),
    ("policy_status.csv", 17, "scope", "county_council", "municipality, predecessor, county"),
    ("policy_status.csv", 17, "confidence", "High", "high, medium, low"),
    ("policy_status.csv", 17, "source_url", "", None),
    ("policy_status.csv", 17, "observed_on", "17.07.2019", None),
    ("policy_status.csv", 17, "observed_on", "2019-13", None),
    ("policy_status.csv", 17, "observed_on", "2023-02-29", None),
    ("policy_status.csv", 17, "observed_on", "2019-7", None),
    ("county_policy_status.csv", 4, "scope", "county", "county_council, predecessor"),
    ("published_totals.csv", 4, "area_code", "Norge", "NO eller et fylkesnummer med to sifre"),
    ("published_totals.csv", 4, "as_of", "", None),
    ("published_totals.csv", 2, "percent", "18,5", "et tall fra 0 til 100, med punktum som desimaltegn"),
    ("published_totals.csv", 2, "percent", "100.1", "et tall fra 0 til 100, med punktum som desimaltegn"),
    ("awards.csv", 3, "year", "nan", "et årstall fra 1900 til 2099"),
    ("awards.csv", 3, "source_url", "www.ks.no/pris", None),
    ("awards.csv", 3, "source_url", "https://ks.no/pris 2017", None),
    ("awards.csv", 3, "note", "to\nlinjer", "tekst på én linje, uten mellomrom først eller sist"),
    ("milestones.csv", 2, "kind", "party", None),
    ("boundary_changes.csv", 2, "valid_from", "2024", "en dato som finnes: ÅÅÅÅ-MM-DD"),
    ("boundary_changes.csv", 2, "mask_wkt", "POLYGON ((6 62, 7", None),
    ("boundary_changes.csv", 2, "mask_wkt", "POINT (6 62)", None),
    ("boundary_changes.csv", 2, "mask_wkt", "POLYGON EMPTY", None),
    ("boundary_changes.csv", 2, "mask_wkt", "POLYGON ((6 62, 7 63, 7 62, 6 63, 6 62))", None),
    ("boundary_changes.csv", 2, "mask_wkt", "POLYGON ((62 6, 62 7, 63 7, 62 6))", None),
]


@pytest.mark.parametrize(("file", "row", "column", "value", "allowed"), FIELD_FAULTS)
def test_a_field_that_breaks_its_schema(data, file, row, column, value, allowed):
    set_field(data / file, row, column, value)
    (fault,) = faults_of(data)
    assert (fault.file, fault.row, fault.column, fault.value) == (f"data/{file}", row, column, value)
    if allowed is None:
        allowed = TABLES[file.removesuffix(".csv")].columns[column].checks[0].error
    assert fault.allowed == allowed


def test_the_message_says_what_where_and_what_is_allowed(data):
    set_field(data / "policy_status.csv", 17, "status", "adoptd")
    set_field(data / "awards.csv", 3, "result", "")
    with pytest.raises(DataFaultsError) as raised:
        read_all(data)
    assert str(raised.value).splitlines() == [
        "2 feil i dataene:",
        "  data/policy_status.csv, rad 17, kolonne status: «adoptd» er ikke tillatt. "
        "Tillatt: adopted, in_progress, none.",
        "  data/awards.csv, rad 3, kolonne result: feltet er tomt. Tillatt: winner, nominee.",
    ]


def test_a_number_that_lost_its_zero_is_found_where_it_is_and_where_it_is_missed(data):
    set_field(data / "municipalities.csv", 2, "kommunenummer", "301")
    faults = faults_of(data)
    assert Fault("data/municipalities.csv", 2, "kommunenummer", "301", "fire sifre, for eksempel 0301") in faults
    oslo = [row for row, fields in enumerate(read_rows(data / "policy_status.csv"), 1) if fields[0] == "0301"]
    assert [fault.row for fault in faults if fault.file == "data/policy_status.csv"] == oslo


# Rules across columns and tables

RULE_FAULTS = [
    ("municipalities.csv", 3, "fylkesnummer", "12", "11, som kommunenummeret begynner med"),
    ("municipalities.csv", 3, "fylke", "Rogland", "Rogaland, som fylket heter i andre rader"),
    ("municipalities.csv", 3, "kommunenummer_2020", "0301", None),
    ("former_numbers.csv", 2, "seen_to", "2010", "2011 eller senere, som seen_from"),
    (
        "former_numbers.csv",
        2,
        "kommunenummer",
        "9999",
        "et nummer i kolonnen kommunenummer i municipalities.csv",
    ),
    ("policy_status.csv", 2, "kommune", "Bergen", "Oslo, som i municipalities.csv"),
    (
        "policy_status.csv",
        2,
        "kommunenummer",
        "9999",
        "et nummer i kolonnen kommunenummer i municipalities.csv",
    ),
    ("county_policy_status.csv", 2, "fylke", "Møre", "Møre og Romsdal, som i municipalities.csv"),
    (
        "county_policy_status.csv",
        2,
        "fylkesnummer",
        "99",
        "et nummer i kolonnen fylkesnummer i municipalities.csv",
    ),
    ("published_totals.csv", 4, "n_with_policy", "427", "høyst 426, som n_total"),
    ("published_totals.csv", 6, "n_in_progress", "427", "høyst 426, som n_total"),
    ("published_totals.csv", 4, "area_level", "county", "country, etter area_code"),
    ("published_totals.csv", 15, "area_code", "99", "NO eller et nummer i municipalities.csv"),
    ("awards.csv", 4, "area_code", "9999", "NO eller et nummer i municipalities.csv"),
    ("milestones.csv", 3, "area_code", "99", "NO eller et nummer i municipalities.csv"),
    ("boundary_changes.csv", 2, "from_2020", "9999", None),
    ("boundary_changes.csv", 2, "to_2024", "9999", None),
]


@pytest.mark.parametrize(("file", "row", "column", "value", "allowed"), RULE_FAULTS)
def test_a_field_that_does_not_fit_the_rest(data, file, row, column, value, allowed):
    set_field(data / file, row, column, value)
    (fault,) = faults_of(data)
    assert (fault.file, fault.row, fault.column, fault.value) == (f"data/{file}", row, column, value)
    assert fault.allowed == (allowed or fault.allowed)
    assert fault.allowed


@pytest.mark.parametrize("table", ["policy_status", "county_policy_status"])
@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [
        ("2019", "2018", False),
        ("2019-07", "2019-06-30", False),
        ("2019-07-17", "2019-07-16", False),
        ("2019-07-17", "2019", True),
        ("2019-07-17", "2019-07", True),
        ("2019", "2019-01-01", True),
        ("2019", "", True),
    ],
)
def test_a_document_does_not_end_before_it_starts(data, table, start, end, fits):
    path = data / f"{table}.csv"
    set_field(path, 2, "valid_from", start)
    set_field(path, 2, "valid_to", end)
    if fits:
        read_all(data)
        return
    (fault,) = faults_of(data)
    assert fault == Fault(f"data/{table}.csv", 2, "valid_to", end, f"{start} eller senere, som valid_from")


@pytest.mark.parametrize("table", ["policy_status", "county_policy_status"])
def test_a_predecessor_has_a_name(data, table):
    path = data / f"{table}.csv"
    row = find_row(path, scope="predecessor")
    set_field(path, row, "name_in_source", "")
    (fault,) = faults_of(data)
    assert (fault.file, fault.row, fault.column, fault.value) == (
        f"data/{table}.csv",
        row,
        "name_in_source",
        "",
    )
    set_field(path, row, "name_in_source", " Klæbu")
    (fault,) = faults_of(data)
    assert fault.value == " Klæbu"


def test_a_municipality_too_few(data):
    path = data / "municipalities.csv"
    rows = read_rows(path)
    write_rows(path, [row for row in rows if row[1] != "Utsira"])
    faults = faults_of(data)
    assert "filen har 356 gyldige kommunenumre" in [fault.problem for fault in faults]
    assert all("357" in fault.allowed for fault in faults if fault.file == "data/municipalities.csv")


def test_two_counties_of_one_name(data):
    path = data / "municipalities.csv"
    path.write_text(path.read_text("utf-8").replace(",Telemark,", ",Agder,"), "utf-8")
    row = find_row(path, fylkesnummer="42")
    faults = faults_of(data)
    assert (faults[0].file, faults[0].row, faults[0].column) == ("data/municipalities.csv", row, "fylke")
    assert faults[0].problem == "fylke 40 og fylke 42 har samme navn"


def test_neighbours_are_neighbours_both_ways(data):
    path = data / "neighbours.csv"
    rows = read_rows(path)
    write_rows(path, rows[:1] + rows[2:])
    (fault,) = faults_of(data)
    back = find_row(path, kommunenummer=rows[1][1], nabo=rows[1][0])
    assert (fault.file, fault.row, fault.column) == ("data/neighbours.csv", back, "nabo")
    assert fault.problem == "3201 har 0301 som nabo, men 0301 har ikke 3201"
    assert fault.allowed == "Kjør python -m tools.build_neighbours"


def test_neighbours_are_so_over_the_same(data):
    path = data / "neighbours.csv"
    set_field(path, 2, "over", "fjord")
    there, back = faults_of(data)
    assert (there.row, there.column, there.value) == (2, "over", "fjord")
    assert there.allowed == "land, som i raden den andre veien"
    assert (back.row, back.column) == (find_row(path, kommunenummer="3201", nabo="0301"), "over")


def test_nobody_is_its_own_neighbour(data):
    path = data / "neighbours.csv"
    write_rows(path, [*read_rows(path), ["0301", "0301", "land"]])
    (fault,) = faults_of(data)
    assert (fault.column, fault.value, fault.allowed) == ("nabo", "0301", "en annen kommune enn 0301")


def test_county_totals_that_cannot_be_right_stand_as_printed():
    totals = read_all().published_totals
    vestfold = totals[(totals["area_code"] == "39") & (totals["as_of"] == "2024-07-08")].iloc[0]
    assert (vestfold["n_with_policy"], vestfold["n_total"]) == (8, 12)
    assert "cannot be right" in vestfold["note"]


# Keys


@pytest.mark.parametrize("name", list(TABLES))
def test_a_repeated_key(data, name):
    path = data / f"{name}.csv"
    header, *rows = read_rows(path)
    again = list(rows[0])
    if "note" in header:
        again[header.index("note")] = "Written once more"
    write_rows(path, [header, *rows, again])
    (fault,) = faults_of(data)
    assert (fault.file, fault.row) == (f"data/{name}.csv", len(rows) + 2)
    assert fault.problem == f"raden har samme {', '.join(TABLES[name].key)} som rad 2"


# The shape of the files


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
