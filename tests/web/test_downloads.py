"""The addresses of files: every kind, names that say what they hold, and addresses that cannot be answered."""

import csv
import io
import zipfile
from urllib.parse import unquote

import openpyxl
import pytest
from PIL import Image
from pypdf import PdfReader

from lib.exports.format import Format
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.register.version import REGISTER_VERSION

VIEWS = {
    "kart": "",
    "kommune": "kommune=4601",
    "fylke": "fylke=34",
    "sammenlign": "kommuner=4601,1103",
    "utvikling": "aar=2019",
    "fornyelse": "fylke=34",
}


def name_of(answer) -> str:
    return unquote(answer.headers["content-disposition"].split("''")[1])


def get(web, address: str):
    answer = web.get(address)
    assert answer.status_code == 200, answer.text[:500]
    return answer


@pytest.mark.parametrize(("page", "query"), VIEWS.items(), ids=VIEWS)
@pytest.mark.parametrize("kind", ["xlsx", "json"])
def test_every_view_gives_its_data(web, page, query, kind):
    answer = get(web, f"/last-ned/data/{page}/alle.{kind}?{query}")
    assert name_of(answer).startswith("frivillighetspolitikk")
    assert name_of(answer).endswith(f".{kind}")
    assert answer.headers["register-version"] == REGISTER_VERSION


def test_the_data_are_those_of_the_view(web, register, today):
    answer = get(web, "/last-ned/data/kart/status.csv?fylke=34&status=adopted")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    table = register.at(Selection(today, counties=("34",)), today)
    expected = table[table["in_places"] & (table["status"] == "adopted")]
    assert sorted(row["kommunenummer"] for row in rows) == sorted(expected.index)


def test_the_file_for_norwegian_excel_has_semicolons(web):
    answer = get(web, "/last-ned/data/kart/fylker.excel.csv")
    assert answer.content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 16
    assert name_of(answer).endswith("_fylker.excel.csv")


def test_the_whole_register(web, register):
    book = openpyxl.load_workbook(io.BytesIO(get(web, "/last-ned/registeret.xlsx").content), read_only=True)
    rows = max(sheet.max_row for sheet in book.worksheets)
    assert rows - 1 >= len(register.tables.former_numbers)
    assert get(web, "/last-ned/registeret.json").json()


@pytest.mark.parametrize("sheet", Format)
def test_the_map_in_every_format(web, sheet):
    answer = get(web, f"/last-ned/kart/fylke.png?fylke=34&format={sheet}")
    picture = Image.open(io.BytesIO(answer.content))
    assert picture.width == pytest.approx(sheet.width * sheet.scale, abs=1)
    assert name_of(answer).startswith("frivillighetspolitikk_innlandet_")
    assert name_of(answer).endswith(f"_kart_{sheet}.png")


@pytest.mark.parametrize(("page", "query"), VIEWS.items(), ids=VIEWS)
def test_every_view_has_a_map(web, page, query):
    text = get(web, f"/last-ned/kart/{page}.svg?{query}").text
    assert text.startswith("<?xml")
    assert "Kartverket" in text


@pytest.mark.parametrize(
    ("page", "query", "chart"),
    [
        ("kart", "", "fylker"),
        ("kommune", "kommune=4601", "tidslinje"),
        ("fylke", "fylke=15", "fylkesutvikling"),
        ("sammenlign", "kommuner=4601,1103", "sammenligning"),
        ("sammenlign", "fylker=34,46", "andeler"),
        ("utvikling", "", "utvikling"),
    ],
)
def test_charts_as_pages_to_print(web, page, query, chart):
    answer = get(web, f"/last-ned/graf/{page}/{chart}.pdf?{query}&format=avis-2")
    text = PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert "Register over frivillighetspolitikk" in text
    assert name_of(answer).endswith(f"_{chart}_avis-2.pdf")


@pytest.mark.parametrize(("ending", "sign"), [("txt", "versjon"), ("bib", "@misc{"), ("ris", "TY  - ")])
def test_citations(web, ending, sign):
    answer = get(web, f"/last-ned/sitering/kart.{ending}?fylke=34")
    assert sign in answer.text
    assert "https://eksempel.no/?fylke=34" in answer.text.replace("\\", "")


def test_the_package_holds_everything(web, register, today):
    answer = get(web, "/last-ned/pakke/kommune.zip?kommune=5001")
    assert name_of(answer) == f"frivillighetspolitikk_trondheim_{today}_pakke.zip" or name_of(answer).endswith(".zip")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        names = [name.split("/", 1)[1] for name in archive.namelist()]
        text = archive.read(archive.namelist()[0]).decode("utf-8-sig")
    assert names[0] == "LES_MEG.txt"
    for sheet in Format:
        for kind in ("svg", "pdf", "png"):
            assert any(name.startswith("kart/") and name.endswith(f"_{sheet}.{kind}") for name in names)
            assert any(name.startswith("diagram/") and name.endswith(f"_{sheet}.{kind}") for name in names)
    assert {name.rpartition(".")[2] for name in names if name.startswith("data/")} == {"csv", "xlsx"}
    assert {name.rpartition(".")[2] for name in names if name.startswith("sitering/")} == {"txt", "bib", "ris"}
    assert "https://eksempel.no/kommune?kommune=5001" in text
    assert "CC BY 4.0" in text
    for name in names[1:]:
        assert name in text


def test_the_package_says_the_registers_own_figures(web, register):
    answer = get(web, "/last-ned/pakke/fornyelse.zip?fylke=34")
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        text = archive.read(archive.namelist()[0]).decode("utf-8-sig")
    assert "Innlandet" in text
    assert all(len(line) <= 88 or "http" in line or "/" in line for line in text.splitlines())


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/last-ned/data/kart/status.csv?fylke=99", 400, "fylke=99"),
        ("/last-ned/data/kart/status.csv?dato=2019-13-01", 400, "dato=2019-13-01"),
        ("/last-ned/data/kart/status.csv?dato=1850-01-01", 400, "dato=1850-01-01"),
        ("/last-ned/data/kart/status.docx", 404, "docx"),
        ("/last-ned/data/kart/statuser.csv", 404, "statuser"),
        ("/last-ned/data/forside/status.csv", 404, "forside"),
        ("/last-ned/data/kommune/status.csv", 400, "kommune=4601"),
        ("/last-ned/data/kommune/status.csv?kommune=1850", 400, "kommune=1850"),
        ("/last-ned/data/fylke/status.csv", 400, "fylke=34"),
        ("/last-ned/kart/kart.png?format=a3", 400, "format=a3"),
        ("/last-ned/kart/kart.gif", 404, ".gif"),
        ("/last-ned/graf/kart/kake.svg", 404, "kake"),
        ("/last-ned/graf/kommune/tidslinje.svg?kommune=1144", 404, "ingen diagrammer"),
        ("/last-ned/sitering/kart.doc", 404, ".doc"),
        ("/last-ned/pakke/kart.rar", 404, ".rar"),
        ("/last-ned/registeret.docx", 404, "docx"),
        ("/last-ned/", 404, "adresse"),
    ],
)
def test_what_cannot_be_answered_says_why(web, address, status, told):
    answer = web.get(address)
    assert answer.status_code == status
    assert told in answer.text
    assert answer.headers["content-type"].startswith("text/html")


def test_an_empty_selection_still_gives_a_file(web, register, today):
    table = register.at(Selection(today, counties=("03",)), today)
    assert figures(table[table["in_places"]]).total == 1
    answer = get(web, "/last-ned/data/kart/status.csv?fylke=03&status=none")
    assert len(answer.text.splitlines()) == 1


def test_a_copy_is_known_again(web):
    first = get(web, "/last-ned/kart/fylke.svg?fylke=34")
    again = web.get("/last-ned/kart/fylke.svg?fylke=34", headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert not again.content


@pytest.mark.parametrize(("spoken", "word"), [("nn", "kommunar"), ("en", "municipalities")])
def test_files_speak_the_language_of_the_address(web, spoken, word):
    assert word in get(web, f"/last-ned/kart/kart.svg?lang={spoken}").text
