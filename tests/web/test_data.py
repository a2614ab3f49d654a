"""The data files at their addresses: the very bytes, described, valid for frictionless, and a page that lists them."""

import csv
import io
import re
from email.utils import format_datetime, parsedate_to_datetime
from zoneinfo import ZoneInfo

import pytest
from frictionless import Package
from lxml import html

from lib.register.faults import DataFaultsError
from lib.register.schemas import TABLES
from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.web import data
from lib.web.data import data_files

FILES = ["datapackage.json", *(f"{name}.csv" for name in TABLES), "kommuner.geojson", "README.md", "CHANGELOG.md"]


def test_every_file_of_the_directory_is_served():
    assert sorted(data_files()) == sorted(path.name for path in DATA_DIRECTORY.iterdir())


@pytest.mark.parametrize("name", FILES)
def test_files_are_served_as_they_are(web, name):
    answer = web.get(f"/data/{name}")
    assert answer.status_code == 200
    assert answer.content == (DATA_DIRECTORY / name).read_bytes()
    assert answer.headers["Register-Version"] == REGISTER_VERSION
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert answer.headers["Content-Encoding"] == "br" or len(answer.content) < 500
    kinds = {"csv": "text/csv", "json": "application/json", "geojson": "application/geo+json", "md": "text/plain"}
    assert answer.headers["Content-Type"].startswith(kinds[name.rpartition(".")[2]])
    again = web.get(f"/data/{name}", headers={"If-None-Match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_frictionless_finds_the_package_valid_from_its_addresses(server):
    package = Package(f"{server}/data/datapackage.json")
    assert package.version == REGISTER_VERSION
    assert package.basepath == f"{server}/data"
    report = package.validate()
    assert report.valid, report.flatten(["type", "message"])
    assert [task.name for task in report.tasks] == [*TABLES, "kommuner"]
    for task in report.tasks:
        assert task.stats["bytes"] == (DATA_DIRECTORY / task.place).stat().st_size


def test_the_page_lists_every_file_with_rows_and_size(web):
    page = html.fromstring(web.get("/data/").content)
    rows = page.xpath("//table/tbody/tr")
    links = [row.xpath("./th/a/@href")[0] for row in rows]
    assert links == [f"data/{name}" for name in FILES if name.endswith(("csv", "geojson"))]
    for link, row in zip(links, rows, strict=True):
        content = web.get(f"/{link}").text
        _words, count, size = ["".join(cell.itertext()) for cell in row.xpath("./td")]
        if link.endswith(".csv"):
            assert int(re.sub(r"\D", "", count)) == len(list(csv.reader(io.StringIO(content)))) - 1
        assert size == f"{max(1, round(len(content.encode()) / 1000))}\u00a0kB"
    assert page.xpath("//base/@href") == ["/"]
    for link in page.xpath("//main//a/@href"):
        assert web.get(f"/{link}").status_code == 200, link
    assert REGISTER_VERSION in page.xpath("string(//main)")
    assert not page.xpath("//script[not(@src or @type='application/ld+json')] | //style | //@style")


@pytest.mark.parametrize(("language", "title"), [("nb", "Dataene i registeret"), ("nn", None), ("en", None)])
def test_the_page_speaks_every_language(web, language, title):
    page = html.fromstring(web.get(f"/data/?lang={language}").content)
    assert page.get("lang") == language
    heading = page.xpath("string(//h1)")
    assert heading == title if title else heading


def test_the_address_without_a_slash_leads_on(web):
    answer = web.get("/data")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/data/")


def test_it_says_when_it_was_last_changed(web):
    changed = parsedate_to_datetime(web.get("/data/policy_status.csv").headers["Last-Modified"])
    assert changed.astimezone(ZoneInfo("Europe/Oslo")).isoformat()[:19] == f"{REGISTER_DATE}T00:00:00"
    unchanged = {"If-Modified-Since": format_datetime(changed, usegmt=True)}
    assert web.get("/data/policy_status.csv", headers=unchanged).status_code == 304
    assert web.get("/data/policy_status.csv", headers={"If-Modified-Since": "Mon, 01 Jan 2024 00:00:00 GMT"}).content


@pytest.mark.parametrize("name", ["app.py", "policy_status", "policy_status.CSV", "x/policy_status.csv", "__init__.py"])
def test_nothing_else_is_served(web, name):
    assert web.get(f"/data/{name}").status_code == 404


def test_a_missing_file_is_told_of_in_words(tmp_path, monkeypatch):
    (tmp_path / "datapackage.json").write_text("{}")
    monkeypatch.setattr(data, "DATA_DIRECTORY", tmp_path)
    with pytest.raises(DataFaultsError, match=r"README\.md: filen finnes ikke\. Legg den tilbake\.") as raised:
        data_files.__wrapped__()
    assert len(raised.value.faults) == 2
