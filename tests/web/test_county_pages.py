"""The counties' pages: every one of them, the way old addresses lead, and what they say."""

import pandas as pd
import pytest

from lib.register.published import publications
from lib.register.register import today as present
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.register.status import Status
from lib.texts.words import status_word
from lib.web.places import path_of_county, path_of_municipality
from tests.web.html import canonical, faults, meta, read, things, words

SITE = "https://eksempel.no"


@pytest.fixture(scope="module")
def municipalities(register):
    return register.at(Selection(present()), present())


def test_every_county_has_a_page_with_its_municipalities_and_counts(web, register, municipalities):
    counties = by_county(municipalities)
    for number, name in register.county_names.items():
        path = path_of_county(register, number)
        answer = web.get(f"/{path}")
        assert answer.status_code == 200, path
        page = read(answer.text)
        county = counties.loc[number]
        kinds = "kommune" if county["total"] == 1 else "kommuner"
        assert words(page.find(".//h1")).startswith(f"{name}: {county['adopted']} av {county['total']} {kinds} ")
        inside = municipalities[municipalities["fylkesnummer"] == number]
        (table,) = page.xpath("//h2[@id='kommunene']/following::table[1]")
        shown = {row.xpath("./th/a/@href")[0]: words(row.xpath("./td")[0]) for row in table.xpath("./tbody/tr")}
        assert set(shown) == {path_of_municipality(register, each) for each in inside.index}
        for each, row in inside.iterrows():
            assert shown[path_of_municipality(register, each)].startswith(status_word(row["status"]))
        counted = {
            words(row.find("th")): words(row.findall("td")[0])
            for row in page.xpath("//div[@class='statuses']//tbody/tr")
        }
        assert counted == {status_word(s): f"{county[s.value]} av {county['total']}" for s in Status}
        assert canonical(page) == f"{SITE}/{path}"
        assert faults(page) == [], path


def test_published_counts_stand_beside_and_apart(web, register, today):
    page = read(web.get("/fylke/40-telemark").text)
    (published,) = page.find_class("published")
    rows = publications(register.tables.published_totals, "40", today)
    for url in rows["source_url"]:
        assert published.xpath(f".//a[@href='{url}']")
    (table,) = page.find_class("years")
    assert not table.xpath(".//a")
    assert "ikke blandet" in words(published)


def test_the_development_counts_every_municipality_each_year(web):
    for path, total in (("/fylke/34-innlandet", 46), ("/fylke/03-oslo", 1)):
        (table,) = read(web.get(path).text).find_class("years")
        for row in table.xpath("./tbody/tr"):
            counts = [int(words(cell)) for cell in row.findall("td")[:5]]
            assert sum(counts) == total
            assert words(row.findall("td")[5]) == f"{100 * counts[0] / total:.1f} %".replace(".", ",")


def test_the_council_has_its_own_policy_and_sources(web, register):
    page = read(web.get("/fylke/46-vestland").text)
    (council,) = page.find_class("council")
    own = register.tables.county_policy_status
    for url in own.loc[own["fylkesnummer"] == "46", "source_url"]:
        assert council.xpath(f".//a[@href='{url}']"), url
    oslo = read(web.get("/fylke/03-oslo").text)
    assert oslo.xpath("//div[@class='council']//a[@href='kommune/0301-oslo']")


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("/fylke/34", "/fylke/34-innlandet"),
        ("/fylke/15-more-og-romsdal-fylke", "/fylke/15-more-og-romsdal"),
        ("/fylke/12", "/fylke/46-vestland"),
        ("/fylke/10-vest-agder?lang=en", "/fylke/42-agder?lang=en"),
        ("/fylke/", "/fylke"),
    ],
)
def test_other_addresses_lead_to_the_one_that_holds(web, asked, location):
    answer = web.get(asked)
    assert answer.status_code == 308
    assert answer.headers["Location"] == location


def test_a_split_county_offers_the_choice(web):
    answer = web.get("/fylke/30-viken")
    assert answer.status_code == 300
    page = read(answer.text)
    assert words(page.find(".//h1")) == "Viken er delt"
    found = page.xpath("//main//ul//a/@href")
    assert {"fylke/31-ostfold", "fylke/32-akershus", "fylke/33-buskerud"} <= set(found)
    assert faults(page) == []


def test_what_there_is_not_says_so(web):
    answer = web.get("/fylke/99-innlandet")
    assert answer.status_code == 404
    assert read(answer.text).xpath("//main//ul//a/@href") == ["fylke/34-innlandet"]
    assert web.get("/fylke/99").status_code == 404


def test_the_list_has_all_counties_and_sums_to_the_country(web, register, municipalities):
    page = read(web.get("/fylker").text)
    (table,) = page.xpath("//main//table")
    counts = pd.DataFrame([[int(words(c)) for c in row.findall("td")[:6]] for row in table.xpath("./tbody/tr")])
    assert len(counts) == 15
    assert list(counts.sum()) == [int(words(cell)) for cell in table.xpath("./tfoot/tr/td")[:6]]
    assert counts[5].sum() == len(register.municipalities)
    assert counts[0].sum() == (municipalities["status"] == "adopted").sum()
    assert canonical(page) == f"{SITE}/fylker"
    assert faults(page) == []


def test_what_is_told_of_a_county(web):
    page = read(web.get("/fylke/34-innlandet").text)
    assert meta(page, "og:title") == "Frivillighetspolitikk i kommunene i Innlandet"
    assert "av 46 kommuner i Innlandet har en dokumentert frivillighetspolitikk" in meta(page, "description")
    assert "ikke undersøkt" in meta(page, "description")
    assert meta(page, "og:image") == f"{SITE}/forhandsvisning/fylke.png?fylke=34"
    (dataset,) = things(page, "Dataset")
    (county,) = things(page, "AdministrativeArea")
    assert county["identifier"]["value"] == "34"
    assert dataset["spatialCoverage"] == {"@id": county["@id"]}
