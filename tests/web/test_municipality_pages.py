"""The municipalities' pages: every one of them, the way old addresses lead, and what they say."""

import re

import pytest

from lib.exports.maps import map_alt
from lib.exports.view import read_view
from lib.register.evidence import evidence_of
from lib.register.register import today
from lib.register.selection import Selection
from lib.register.status import Definition
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts.formats import partial_date
from lib.texts.words import status_word
from lib.web.metadata import metadata_tags, page_metadata
from lib.web.places import path_of_municipality
from lib.web.site import Site
from tests.web.html import canonical, faults, graph, meta, read, things, words

SITE = "https://eksempel.no"


@pytest.fixture(scope="module")
def statuses(register):
    return register.at(Selection(today()), today())


def test_every_municipality_has_a_page_with_its_status_and_all_its_sources(web, register, statuses):
    observations = register.tables.policy_status
    for number in register.municipalities.index:
        path = path_of_municipality(register, number)
        answer = web.get(f"/{path}")
        assert answer.status_code == 200, path
        page = read(answer.text)
        row = statuses.loc[number]
        assert words(page.find(".//h1")) == row["navn"]
        assert words(page.find_class("reasoning")[0]).startswith(f"{status_word(row['status'])}:")
        sources = page.xpath("//section[contains(@class, 'evidence')]//ul[@class='sources']//a/@href")
        expected = evidence_of(number, observations, today(), Definition.STANDARD, today=today())
        assert sources == list(expected["source_url"]), path
        listed = [words(item) for item in page.xpath("//ul[@class='sources']/li")]
        for text, publisher, known in zip(listed, expected["source_publisher"], expected["known"], strict=True):
            assert " ".join(publisher.split()) in text
            assert f", {partial_date(known) if known else 'udatert'} · " in text
        assert canonical(page) == f"{SITE}/{path}"
        assert faults(page) == [], path


def test_a_page_says_what_the_register_knows(web, register):
    page = read(web.get("/kommune/4601-bergen").text)
    text = words(page)
    assert page.get("lang") == "nb"
    assert words(page.find(".//title")) == "Bergen – Frivillighetspolitikk i kommunene"
    assert "Vedtatt: planen ble vedtatt i 2022" in text
    assert "sterk dokumentasjon" in text
    assert "Bergen vant prisen Årets frivillighetskommune i 2023." in text
    assert "Kommunen hadde nummer 1201 til og med 2019." in text
    assert f"Sist oppdatert {partial_date(REGISTER_DATE)}, versjon {REGISTER_VERSION}" in text
    neighbours = register.tables.neighbours
    around = neighbours.loc[neighbours["kommunenummer"] == "4601", "nabo"]
    rows = page.xpath("//section[@aria-labelledby='naboer']//tbody/tr")
    assert {row.xpath(".//a/@href")[0] for row in rows} == {path_of_municipality(register, each) for each in around}
    assert any("over fjorden" in words(row) for row in rows)
    for link in (
        "kommune?kommune=4601",
        "./?kommune=4601",
        "/kommune/4601/endringer.atom",
        "/api/v1/municipalities/4601",
    ):
        assert page.xpath(f"//main//a[@href='{link}']"), link
    assert page.xpath("//textarea[@id='rettelse-tekst']")
    assert not page.xpath("//button")


def test_the_figures_have_their_denominators_and_the_unknown(web, statuses):
    page = read(web.get("/kommune/4601-bergen").text)
    country = page.xpath("//table[contains(@class, 'standing-table')]//tr[last()]/td")
    adopted, unknown = (statuses["status"] == "adopted").sum(), (statuses["status"] == "unknown").sum()
    assert words(country[0]).startswith(f"{adopted} av 357, ")
    assert words(country[1]) == f"{unknown} av 357"


def test_a_municipality_without_sources_is_not_said_to_lack_a_policy(web):
    text = words(read(web.get("/kommune/1144-kvitsoy").text))
    assert "Ikke undersøkt:" in text
    assert "betyr ikke at kommunen mangler en politikk" in text
    assert "Ingen kommune" not in text


def test_what_predecessors_had_is_marked_and_does_not_count(web):
    page = read(web.get("/kommune/3301-drammen").text)
    former = [words(item) for item in page.xpath("//ul[@class='former']/li")]
    assert any("Svelvik" in item for item in former)
    aside = [words(item) for item in page.xpath("//ul[@class='sources']/li[@class='aside']")]
    assert all("Teller ikke med" in item for item in aside)


def test_events_of_the_timeline_are_in_order(web):
    page = read(web.get("/kommune/4601-bergen").text)
    years = [
        int(re.search(r"\d{4}", words(cell))[0])
        for cell in page.xpath("//table[contains(@class,'chronicle')]/tbody//th")
    ]
    assert years == sorted(years)
    assert len(years) > 5


@pytest.mark.parametrize(
    ("asked", "location"),
    [
        ("/kommune/4601", "/kommune/4601-bergen"),
        ("/kommune/4601-feil-navn", "/kommune/4601-bergen"),
        ("/kommune/4601-Bergen", "/kommune/4601-bergen"),
        ("/kommune/0219", "/kommune/3201-baerum"),
        ("/kommune/3024-baerum", "/kommune/3201-baerum"),
        ("/kommune/3024-baerum?lang=nn", "/kommune/3201-baerum?lang=nn"),
        ("/kommune/1520", "/kommune/1520-orsta"),
        ("/kommune/", "/kommune"),
    ],
)
def test_other_addresses_lead_to_the_one_that_holds(web, asked, location):
    answer = web.get(asked)
    assert answer.status_code == 308
    assert answer.headers["Location"] == location


def test_a_split_municipality_offers_the_choice(web):
    for address in ("/kommune/1850", "/kommune/1850-tysfjord"):
        answer = web.get(address)
        assert answer.status_code == 300
        page = read(answer.text)
        assert words(page.find(".//h1")) == "Tysfjord er delt"
        assert page.xpath("//main//ul//a/@href") == ["kommune/1806-narvik", "kommune/1875-hamaroy"]
        assert meta(page, "robots") == "noindex"
        assert faults(page) == []


@pytest.mark.parametrize(
    ("asked", "suggested"),
    [
        ("/kommune/9999-herøy", ["kommune/1515-heroy", "kommune/1818-heroy"]),
        ("/kommune/bergen", ["kommune/4601-bergen"]),
        ("/kommune/karasjohka", ["kommune/5610-karasjok"]),
        ("/kommune/9999", []),
        ("/kommune/%3Cscript%3E", []),
    ],
)
def test_what_there_is_not_says_so_and_suggests(web, asked, suggested):
    answer = web.get(asked)
    assert answer.status_code == 404
    page = read(answer.text)
    assert page.xpath("//main//ul//a/@href")[: len(suggested)] == suggested
    assert bool(page.xpath("//main//ul")) == bool(suggested)
    assert meta(page, "robots") == "noindex"
    assert not page.xpath("//main//script")
    assert faults(page) == []


def test_the_alphabet(web, register, statuses):
    page = read(web.get("/kommuner").text)
    names = [words(link) for link in page.xpath("//div[@class='index']//li//a")]
    assert sorted(names) == sorted(register.municipalities["navn"])
    letters = [words(heading) for heading in page.xpath("//div[@class='index']//h3")]
    assert letters[0] == "A"
    assert letters[-3:] == ["V", "Ø", "Å"]
    for row in page.xpath("//div[@class='index']//li"):
        number = row.xpath(".//a/@href")[0][8:12]
        assert words(row).endswith(f"{statuses.at[number, 'fylke']} · {status_word(statuses.at[number, 'status'])}")
        assert len(row.find_class("swatch")) == 1
    assert faults(page) == []


def test_languages(web):
    page = read(web.get("/kommune/4601-bergen?lang=en").text)
    assert page.get("lang") == "en"
    assert canonical(page) == f"{SITE}/kommune/4601-bergen?lang=en"
    alternates = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@rel='alternate'][@hreflang]")}
    assert alternates == {
        "nb": f"{SITE}/kommune/4601-bergen",
        "nn": f"{SITE}/kommune/4601-bergen?lang=nn",
        "en": f"{SITE}/kommune/4601-bergen?lang=en",
        "x-default": f"{SITE}/kommune/4601-bergen",
    }
    inside = page.xpath("//main//table//th/a/@href")
    assert inside
    assert all(link.endswith("?lang=en") for link in inside)


def test_what_is_told_of_a_municipality(web):
    page = read(web.get("/kommune/4601-bergen").text)
    assert meta(page, "og:title") == "Frivillighetspolitikk i Bergen"
    assert meta(page, "description").startswith("Bergen har en dokumentert frivillighetspolitikk. ")
    assert "av 43 kommuner i Vestland" in meta(page, "description")
    assert meta(page, "og:url") == f"{SITE}/kommune/4601-bergen"
    assert meta(page, "og:image") == f"{SITE}/forhandsvisning/kommune.png?kommune=4601"
    assert meta(page, "og:image:alt")
    assert (meta(page, "og:image:width"), meta(page, "og:image:height")) == ("1200", "628")
    assert meta(page, "twitter:card") == "summary_large_image"
    assert meta(page, "og:locale") == "nb_NO"


def test_two_of_the_same_name_are_told_apart(web):
    titles = {words(read(web.get(f"/kommune/{each}-heroy").text).find(".//title")) for each in ("1515", "1818")}
    assert {title.partition(" – ")[0] for title in titles} == {"Herøy (Møre og Romsdal)", "Herøy (Nordland)"}


def test_structured_data_of_a_municipality(web):
    page = read(web.get("/kommune/5622-porsanger").text)
    (dataset,) = things(page, "Dataset")
    municipality, county = things(page, "AdministrativeArea")
    assert municipality["identifier"] == {"@type": "PropertyValue", "propertyID": "kommunenummer", "value": "5622"}
    assert municipality["alternateName"] == ["Porsáŋgu", "Porsanki"]
    assert municipality["containedInPlace"] == {"@id": county["@id"]}
    assert county["name"] == "Finnmark"
    assert county["containedInPlace"] == {"@id": things(page, "Country")[0]["@id"]}
    assert dataset["spatialCoverage"] == {"@id": municipality["@id"]}
    assert dataset["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert dataset["version"] == REGISTER_VERSION
    assert dataset["dateModified"] == REGISTER_DATE
    assert 50 <= len(dataset["description"]) <= 5000
    (way,) = things(page, "BreadcrumbList")
    assert [(step["position"], step["name"]) for step in way["itemListElement"]] == [
        (1, "Fylker"),
        (2, "Finnmark"),
        (3, "Porsanger"),
    ]
    for step in way["itemListElement"]:
        assert web.get(step["item"]).status_code == 200


@pytest.mark.parametrize("path", ["/kommune/4601-bergen", "/fylke/34-innlandet", "/kommuner", "/fylker"])
def test_every_download_that_is_named_is_there(web, path):
    (dataset,) = things(read(web.get(path).text), "Dataset")
    assert dataset["distribution"]
    for download in dataset["distribution"]:
        answer = web.get(download["contentUrl"])
        assert answer.status_code == 200, download
        assert answer.headers["Content-Type"].partition(";")[0] == download["encodingFormat"]


def test_dates_of_the_coverage_are_those_of_the_sources(web):
    (dataset,) = things(read(web.get("/kommune/4601-bergen").text), "Dataset")
    assert dataset["temporalCoverage"] == "2012/.."
    (unsearched,) = things(read(web.get("/kommune/1144-kvitsoy").text), "Dataset")
    assert "temporalCoverage" not in unsearched


def test_nothing_in_the_data_can_end_the_script():
    metadata = page_metadata("<b>", 'say "x"', "kommuner", Site("https://eksempel.no"), [{"name": "</script><b>&"}])
    tags = str(metadata_tags(metadata))
    assert tags.count("</script>") == 1
    assert "<b>" not in tags
    page = read(f"<head>{tags}</head>")
    assert meta(page, "og:title") == "<b>"
    assert meta(page, "description") == 'say "x"'
    assert graph(page) == [{"name": "</script><b>&"}]


def test_the_picture_and_its_words(web, register):
    page = read(web.get("/kommune/4601-bergen").text)
    (image,) = page.xpath("//main//img")
    answer = web.get(image.get("src"))
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "image/svg+xml"
    view, _ignored = read_view("kommune", {"kommune": ("4601",)}, register, today())
    assert image.get("alt") == map_alt(register, view)
