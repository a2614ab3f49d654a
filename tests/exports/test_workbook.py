import io
from datetime import datetime

import openpyxl
import pytest

from lib.exports.data_files import ALL, data_file, register_file
from lib.exports.tables import tables_of
from lib.exports.view import read_view
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts.language import Language, speaking

SITE = "https://eksempel.no"


@pytest.fixture(scope="module")
def shown(register, today):
    view, _ignored = read_view("kart", {"fylke": ["34,42"], "definisjon": ["wide"]}, register, today)
    return view


@pytest.fixture(scope="module")
def book(register, shown):
    return openpyxl.load_workbook(io.BytesIO(data_file(register, shown, ALL, "xlsx", site=SITE)))


def test_data_come_first_then_codebook_sources_and_what_the_file_is(book):
    assert book.sheetnames == ["status", "observasjoner", "fylker", "Kodebok", "Kilder", "Om"]
    assert book.active.title == "status"


def test_every_data_sheet_has_the_rows_of_its_table(book, register, shown):
    for table in tables_of(register, shown):
        header, *rows = book[table.name].iter_rows(values_only=True)
        assert list(header) == table.frame.columns.tolist()
        assert len(rows) == len(table.frame)
        first = {"status": "kommune", "observasjoner": "kommune", "fylker": "fylke"}[table.name]
        assert [row[header.index(first)] for row in rows] == table.frame[first].tolist()


def test_header_is_frozen_filtered_and_columns_are_wide_enough(book):
    for name in ("status", "observasjoner", "fylker", "Kodebok", "Kilder"):
        sheet = book[name]
        assert sheet.freeze_panes.endswith("2")
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet["A1"].font.bold
        assert sheet["A1"].fill.fgColor.rgb.endswith("0B5A62")
    assert book["status"].freeze_panes == "C2"
    width = book["status"].column_dimensions["C"].width
    longest = max(len(cell.value) for cell in book["status"]["C"])
    assert longest <= width <= 61


def test_numbers_are_numbers_dates_are_dates_and_codes_are_texts(book):
    sheet = book["status"]
    header = [cell.value for cell in sheet[1]]
    row = dict(zip(header, sheet[2], strict=True))
    assert row["kommunenummer"].value == "3401"
    assert row["kommunenummer"].data_type == "s"
    assert isinstance(row["folketall_2026"].value, int)
    assert row["status_date"].value == datetime(2026, 11, 23)  # noqa: DTZ001  Excel has no zones
    assert row["status_date"].number_format == "yyyy-mm-dd"
    assert isinstance(row["under_revision"].value, bool)
    shares = book["fylker"]
    position = [cell.value for cell in shares[1]].index("share")
    assert all(isinstance(each[position].value, float) for each in shares.iter_rows(min_row=2))
    assert shares.cell(2, position + 1).number_format == "0.0%"


def test_whole_dates_are_dates_and_partial_ones_stay_as_they_are(book, register, shown):
    table = next(table for table in tables_of(register, shown) if table.name == "observasjoner")
    header, *rows = book["observasjoner"].iter_rows(values_only=True)
    position, seen = header.index("known"), set()
    for row, text in zip(rows, table.frame["known"].astype(object), strict=True):
        value = row[position]
        if isinstance(text, str) and len(text) == 10:
            assert value == datetime.fromisoformat(text)
        else:
            assert value == (text if isinstance(text, str) else None)
        seen.add(type(value))
    assert {datetime, str, type(None)} <= seen


def test_codebook_explains_every_column_and_code(book, register, shown):
    _header, *rows = book["Kodebok"].iter_rows(values_only=True)
    explained = {(row[0], row[1]): row for row in rows if row[2]}
    codes = {(row[0], row[1], row[5]) for row in rows if row[5]}
    for table in tables_of(register, shown):
        for column in table.columns:
            row = explained[table.name, column.name]
            assert all(row[2:5])
            assert {(table.name, column.name, code) for code in column.codes} <= codes
    assert ("status", "status", "unknown") in codes


def test_every_source_of_a_row_is_listed_with_publisher_address_and_date(book, register, shown):
    _header, *rows = book["Kilder"].iter_rows(values_only=True)

    def text(value):
        return value.date().isoformat() if isinstance(value, datetime) else value

    listed = {(row[0], row[1], text(row[2])): row[4] for row in rows}
    table = next(table for table in tables_of(register, shown) if table.name == "observasjoner").frame
    counted = table.assign(observed_on=table["observed_on"].fillna("")).value_counts(
        ["source_publisher", "source_url", "observed_on"]
    )
    for (publisher, address, day), count in counted.items():
        # The same address may count as two kinds of source; then it stands twice.
        assert 1 <= listed[publisher, address, day or None] <= count
    assert sum(row[4] or 0 for row in rows) == len(table)
    grounds = [row[0] for row in rows if row[4] is None]
    assert [name.split(",")[0] for name in grounds] == [
        "Statistisk sentralbyrå (SSB)",
        "Statistisk sentralbyrå (SSB)",
        "Kartverket",
    ]
    assert book["Kilder"]["B2"].hyperlink.target.startswith("https://www.ssb.no/")


def test_the_last_sheet_says_what_the_file_is(book):
    told = {row[0]: row[1] for row in book["Om"].iter_rows(values_only=True) if row[0]}
    assert book["Om"]["A1"].value == "Frivillighetspolitikk i kommunene i Innlandet og Agder"
    assert told["Gjelder for"] == "Status 23. november 2026, vid definisjon."
    assert told["Versjon"] == REGISTER_VERSION
    assert told["Filtre"] == "fylke=34,42&definisjon=wide"
    assert "CC BY 4.0" in told["Lisens"]
    assert told["Samme visning på nettet"] == "https://eksempel.no/?fylke=34,42&definisjon=wide"
    assert "https://eksempel.no/" in told["Sitering"]


def test_properties_name_the_register_and_not_the_moment(book):
    properties = book.properties
    assert properties.title == "Frivillighetspolitikk i kommunene i Innlandet og Agder"
    assert properties.creator == "Register over frivillighetspolitikk i kommunene"
    assert properties.created == datetime.fromisoformat(REGISTER_DATE)


def test_no_cell_is_a_formula(book):
    assert not [cell.coordinate for sheet in book for row in sheet for cell in row if cell.data_type == "f"]


def test_the_sheets_follow_the_language_and_the_data_do_not(register, shown, book):
    with speaking(Language.ENGLISH):
        english = openpyxl.load_workbook(io.BytesIO(data_file(register, shown, ALL, "xlsx", site=SITE)))
    assert english.sheetnames[:3] == book.sheetnames[:3]
    assert [cell.value for cell in english["status"][1]] == [cell.value for cell in book["status"][1]]
    told = [row[1] for row in english[english.sheetnames[-1]].iter_rows(values_only=True)]
    assert "https://eksempel.no/?fylke=34,42&definisjon=wide&lang=en" in told


def test_the_whole_register_opens(register, today):
    book = openpyxl.load_workbook(io.BytesIO(register_file(register, "xlsx", site=SITE, today=today)))
    assert book["status"].max_row == 358
    assert book["policy_status"].max_row == len(register.tables.policy_status) + 1
    assert book["neighbours"]["A2"].value == "0301"
    years = [cell.number_format for cell in book["awards"]["A"][1:]]
    assert set(years) == {"0"}
