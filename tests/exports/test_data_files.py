import csv
import io
import json
import subprocess
import sys
from dataclasses import replace
from datetime import date

import geopandas as gpd
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lib.exports.columns import Holds
from lib.exports.data_files import (
    ALL,
    KINDS,
    NoSuchFileError,
    data_file,
    file_name,
    kind_hint,
    kind_word,
    register_file,
    register_file_name,
    split_name,
)
from lib.exports.metadata import metadata_of
from lib.exports.tables import tables_of, whole_register
from lib.exports.view import read_view
from lib.exports.writers.text import write_csv, write_excel_csv
from lib.register.status import Definition
from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_DATE, REGISTER_VERSION

SITE = "https://eksempel.no"
ADDED = ["filters", "register_version", "register_date", "licence", "address"]


@pytest.fixture
def view(register, today):
    def read(page="kart", **parameters):
        found, ignored = read_view(page, {name: [value] for name, value in parameters.items()}, register, today)
        assert not ignored
        return found

    return read


def table_of(register, view, name):
    return next(table for table in tables_of(register, view) if table.name == name)


def as_texts(table):
    """What each cell is in a file of plain text."""

    def text(value, column):
        if pd.isna(value):
            return ""
        return str(value).lower() if column.holds == Holds.BOOLEAN else str(value)

    columns = [[text(value, column) for value in table.frame[column.name]] for column in table.columns]
    return [list(row) for row in zip(*columns, strict=True)]


@pytest.mark.parametrize("name", ["status", "observasjoner", "fylker"])
def test_csv_has_the_same_rows_and_says_what_they_hold_for(register, view, name):
    shown = view(fylke="42,34", definisjon="wide", dato="2022-06-01")
    body = data_file(register, shown, name, "csv", site=SITE)
    assert not body.startswith(b"\xef\xbb\xbf")
    assert body.count(b"\r\n") == body.count(b"\n")
    header, *rows = csv.reader(io.StringIO(body.decode(), newline=""))
    table = table_of(register, shown, name)
    assert header == [column.name for column in table.columns] + ADDED
    assert [row[: -len(ADDED)] for row in rows] == as_texts(table)
    told = dict(zip(header, rows[0], strict=True))
    assert told["status_date"] == "2022-06-01"
    assert told["definition"] == "wide"
    assert told["filters"] == "fylke=34,42&definisjon=wide&dato=2022-06-01"
    assert told["register_version"] == REGISTER_VERSION
    assert told["register_date"] == REGISTER_DATE
    assert told["licence"] == "CC-BY-4.0"
    assert told["address"] == "https://eksempel.no/?fylke=34,42&definisjon=wide&dato=2022-06-01"


def test_csv_is_read_by_pandas_with_letters_numbers_and_dates(register, view):
    body = data_file(register, view(), "status", "csv", site=SITE)
    frame = pd.read_csv(
        io.BytesIO(body), dtype={"kommunenummer": str, "fylkesnummer": str}, parse_dates=["status_date"]
    )
    assert len(frame) == 357
    assert frame.loc[0, ["kommunenummer", "kommune", "fylkesnummer"]].tolist() == ["0301", "Oslo", "03"]
    assert {"Tromsø", "Bærum", "Ås", "Porsanger"} <= set(frame["kommune"])
    assert "Porsanger - Porsáŋgu - Porsanki" in set(frame["offisielt_navn"])
    assert frame["folketall_2026"].dtype == "int64"
    assert frame["under_revision"].dtype == "bool"
    assert (frame["status_date"] == pd.Timestamp("2026-11-23")).all()


def test_excel_csv_has_a_mark_semicolons_and_decimal_commas(register, view):
    body = data_file(register, view(), "fylker", "excel.csv", site=SITE)
    assert body.startswith(b"\xef\xbb\xbf")
    frame = pd.read_csv(io.BytesIO(body), sep=";", decimal=",", encoding="utf-8-sig")
    own = table_of(register, view(), "fylker").frame
    assert frame["share"].dtype == "float64"
    assert frame["share"].tolist() == pytest.approx(own["share"].tolist())
    assert frame["adopted"].tolist() == own["adopted"].tolist()
    assert frame["fylke"].tolist() == own["fylke"].tolist()
    points = pd.read_csv(io.BytesIO(data_file(register, view(), "fylker", "csv", site=SITE)))
    assert points["share"].tolist() == pytest.approx(own["share"].tolist())


def test_excel_csv_guards_what_excel_would_change(register, view):
    shown = view()
    body = data_file(register, shown, "observasjoner", "excel.csv", site=SITE).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(body, newline=""), delimiter=";"))
    own = table_of(register, shown, "observasjoner").frame
    assert rows[0]["kommunenummer"] == '="0301"'
    assert rows[0]["register_version"] == f'="{REGISTER_VERSION}"'
    months = [text for text in own["observed_on"].dropna() if len(text) == 7]
    assert months
    written = [row["observed_on"] for row in rows]
    assert sorted(text for text in written if text.startswith("=")) == sorted(f'="{text}"' for text in months)
    # Read as Excel reads them, the cells are what they were.
    shown_by_excel = [[cell[2:-1] if cell.startswith('="') else cell for cell in row.values()] for row in rows]
    assert [row[: -len(ADDED)] for row in shown_by_excel] == as_texts(table_of(register, shown, "observasjoner"))


def test_excel_csv_does_not_let_a_text_run_as_a_formula(register, view):
    table = table_of(register, view(), "observasjoner")
    frame = table.frame.head(1).assign(document_title='=HYPERLINK("http://eksempel.no")')
    body = write_excel_csv([replace(table, frame=frame)], metadata_of(view(), register, SITE)).decode("utf-8-sig")
    (row,) = csv.DictReader(io.StringIO(body, newline=""), delimiter=";")
    assert row["document_title"] == '\'=HYPERLINK("http://eksempel.no")'
    plain = write_csv([replace(table, frame=frame)], metadata_of(view(), register, SITE)).decode()
    (row,) = csv.DictReader(io.StringIO(plain, newline=""))
    assert row["document_title"] == '=HYPERLINK("http://eksempel.no")'


def test_json_has_the_rows_the_codebook_and_the_metadata(register, view):
    shown = view(fylke="34", status="adopted")
    whole = json.loads(data_file(register, shown, ALL, "json", site=SITE))
    assert set(whole["tables"]) == {"status", "observasjoner", "fylker"}
    for table in tables_of(register, shown):
        told = whole["tables"][table.name]
        assert [column["name"] for column in told["columns"]] == table.frame.columns.tolist()
        assert len(told["rows"]) == len(table.frame)
    row = whole["tables"]["status"]["rows"][0]
    assert row["status"] == "adopted"
    assert isinstance(row["folketall_2026"], int)
    assert date.fromisoformat(row["status_date"]) == shown.selection.on
    assert None in [row["adopted_on"] for row in whole["tables"]["observasjoner"]["rows"]]
    metadata = whole["metadata"]
    assert metadata["filters"] == "fylke=34&status=adopted"
    assert metadata["register_version"] == REGISTER_VERSION
    assert metadata["definition"] == "standard"
    assert metadata["licence_address"] == "https://creativecommons.org/licenses/by/4.0/"
    assert metadata["conditions"].startswith("Status 23. november 2026, vanlig definisjon.")


def test_parquet_has_types_nulls_and_metadata(register, view):
    shown = view(fylke="34")
    body = data_file(register, shown, "observasjoner", "parquet", site=SITE)
    found, own = pq.read_table(io.BytesIO(body)), table_of(register, shown, "observasjoner")
    assert found.column_names == [column.name for column in own.columns]
    assert found.num_rows == len(own.frame)
    assert found.schema.field("status_date").type == pa.date32()
    assert found.schema.field("counts").type == pa.bool_()
    assert found["adopted_on"].null_count == own.frame["adopted_on"].isna().sum() > 0
    assert found["kommune"].to_pylist() == own.frame["kommune"].tolist()
    assert found.schema.field("adopted_on").metadata[b"title"].decode() == "Vedtatt"
    told = json.loads(found.schema.metadata[b"frivillighetspolitikk"])
    assert told["filters"] == "fylke=34"
    assert told["register_version"] == REGISTER_VERSION
    assert told["status_date"] == "2026-11-23"
    assert told["licence"] == "CC-BY-4.0"
    assert pd.read_parquet(io.BytesIO(body))["kommunenummer"].str.len().eq(4).all()


@pytest.mark.parametrize("kind", KINDS)
def test_a_view_that_nothing_fits_is_a_file_with_a_header(register, view, kind, tmp_path):
    shown = view(fylke="03", status="none")
    body = data_file(register, shown, "status", kind, site=SITE)
    names = [column.name for column in table_of(register, shown, "status").columns]
    if kind in ("csv", "excel.csv"):
        frame = pd.read_csv(io.BytesIO(body), sep=";" if kind == "excel.csv" else ",", encoding="utf-8-sig")
        assert frame.columns.tolist() == names + ADDED
        assert frame.empty
    elif kind == "json":
        assert json.loads(body)["tables"]["status"]["rows"] == []
    elif kind == "geojson":
        assert json.loads(body)["features"] == []
    elif kind == "xlsx":
        frame = pd.read_excel(io.BytesIO(body), sheet_name="status")
        assert frame.columns.tolist() == names
        assert frame.empty
    else:
        path = tmp_path / f"tom.{kind}"
        path.write_bytes(body)
        frame = gpd.read_parquet(path) if kind == "parquet" else gpd.read_file(path, layer="kommuner")
        assert frame.columns.tolist() == [*names, "geometry"]
        assert frame.empty
        assert frame.crs is not None


_MAKE = """
import hashlib, sys
from datetime import date
from lib.exports.data_files import ALL, KINDS, data_file, register_file
from lib.exports.view import read_view
from lib.register.register import load_register
register, today = load_register(), date(2026, 11, 23)
view, _ = read_view("kart", {"fylke": ["42"]}, register, today)
for kind, form in KINDS.items():
    table = ALL if form.several else "status"
    print(kind, hashlib.sha256(data_file(register, view, table, kind, site="https://eksempel.no")).hexdigest())
"""


def test_the_same_view_gives_the_same_bytes_in_every_process():
    made = [
        subprocess.run([sys.executable, "-c", _MAKE], check=True, capture_output=True, text=True, timeout=60).stdout
        for _time in range(2)
    ]
    assert len(made[0].splitlines()) == len(KINDS)
    assert made[0] == made[1]


def test_what_there_is_not_is_refused_with_what_there_is(register, view):
    for table, kind, told in [
        ("status", "docx", "xlsx, csv, excel.csv, json, parquet, geojson, gpkg"),
        ("finnes-ikke", "csv", "status, observasjoner, fylker"),
        ("observasjoner", "geojson", "status, fylker"),
        (ALL, "csv", "status, observasjoner, fylker"),
    ]:
        with pytest.raises(NoSuchFileError, match=told):
            data_file(register, view(), table, kind, site=SITE)


def test_file_names_say_what_the_file_holds(register, view):
    assert file_name(view(fylke="34"), register, ALL, "xlsx") == "frivillighetspolitikk_innlandet_2026-11-23.xlsx"
    assert (
        file_name(view(fylke="34"), register, "status", "excel.csv")
        == "frivillighetspolitikk_innlandet_2026-11-23_status.excel.csv"
    )
    assert register_file_name("xlsx") == f"frivillighetspolitikk_registeret_{REGISTER_VERSION}.xlsx"
    assert split_name("status.excel.csv") == ("status", "excel.csv")
    assert split_name("status") == ("status", "")


def test_every_format_has_a_name_and_says_what_it_is_for():
    assert len({kind_word(kind) for kind in KINDS}) == len({kind_hint(kind) for kind in KINDS}) == len(KINDS)


def test_the_whole_register_as_one_file_and_table_by_table(register, today):
    whole = json.loads(register_file(register, "json", site=SITE, today=today))
    names = [table.name for table in whole_register(register, today, Definition.STANDARD, today)]
    assert list(whole["tables"]) == names
    assert len(whole["tables"]["policy_status"]["rows"]) == len(register.tables.policy_status)
    assert whole["metadata"]["title"] == "Frivillighetspolitikk i norske kommuner, hele registeret"
    body = register_file(register, "csv", "policy_status", site=SITE, today=today)
    frame = pd.read_csv(io.BytesIO(body), dtype=str, keep_default_na=False)
    published = pd.read_csv(DATA_DIRECTORY / "policy_status.csv", dtype=str, keep_default_na=False)
    assert frame[published.columns].equals(published)
    assert set(frame["register_version"]) == {REGISTER_VERSION}


def test_the_whole_register_by_another_date_and_definition(register, today):
    body = register_file(
        register, "csv", "status", site=SITE, today=today, on=date(2020, 1, 1), definition=Definition.STRICT
    )
    frame = pd.read_csv(io.BytesIO(body))
    assert set(frame["status_date"]) == {"2020-01-01"}
    assert set(frame["definition"]) == {"strict"}
