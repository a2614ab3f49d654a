"""Reading valid tables, and the faults that stop it."""

import pytest

from lib.register.faults import DataFaultsError, Fault
from lib.register.schemas import TABLES
from lib.register.tables import DATA_DIRECTORY, read_all, read_table
from tests.data_edits import faults_of, find_row, read_rows, set_field, write_rows

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
