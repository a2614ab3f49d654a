"""The head of the dashboard's pages: each address tells of its own view, and nothing in an address gets out of hand."""

from datetime import date

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.pages import pages
from lib.web import shell
from lib.web.shell import PageShell
from tests.web.html import canonical, meta, read, things, words

SITE = "https://eksempel.no"


@pytest.fixture(scope="module")
def dashboard(register):
    application = Starlette(
        routes=[Route("/{path:path}", lambda _request: HTMLResponse("<p>Streamlit</p>"))],
        middleware=[
            Middleware(
                PageShell,
                register=register,
                pages=[page.path for page in pages()],
                present=lambda: date(2026, 11, 23),
            )
        ],
    )
    return TestClient(application, base_url=SITE)


@pytest.mark.parametrize(
    ("address", "title", "expected"),
    [
        ("/", "Kart", "/"),
        ("/?fylke=34&status=adopted", "Kart", "/"),
        ("/kommune", "Kommune", "/kommune"),
        ("/kommune?kommune=4601", "Bergen", "/kommune/4601-bergen"),
        ("/kommune?kommune=4601&definisjon=strict", "Bergen", "/kommune/4601-bergen"),
        ("/kommune?kommune=0219", "Bærum", "/kommune/3201-baerum"),
        ("/kommune?kommune=1850", "Kommune", "/kommune"),
        ("/fylke?fylke=15", "Møre og Romsdal", "/fylke/15-more-og-romsdal"),
        ("/sammenlign?kommuner=4601,1103", "Sammenlign", "/sammenlign"),
        ("/utvikling?aar=2019", "Utvikling", "/utvikling"),
        ("/fornyelse?fylke=34", "Fornyelse", "/fornyelse"),
        ("/veileder?kommune=4601", "Veileder", "/veileder"),
        ("/forbilder?fylke=34&aar=2022", "Forbilder", "/forbilder"),
        ("/om", "Om registeret", "/om"),
        ("/om?kommune=4601", "Om registeret", "/om"),
    ],
)
def test_every_address_has_its_own_title_and_canonical_address(dashboard, address, title, expected):
    page = read(dashboard.get(address).text)
    assert words(page.find(".//title")) == f"{title} – Frivillighetspolitikk i kommunene"
    assert canonical(page) == SITE + expected
    for name in ("description", "og:title", "og:description", "og:image:alt", "twitter:title", "twitter:image"):
        assert meta(page, name)
    assert meta(page, "description") == meta(page, "og:description")


def test_the_description_is_the_finding_of_the_view(dashboard):
    told = {
        address: meta(read(dashboard.get(address).text), "description")
        for address in ("/", "/?fylke=34", "/kommune?kommune=4601", "/fylke?fylke=34", "/sammenlign?fylker=34,46")
    }
    assert told["/fylke?fylke=34"] == told["/?fylke=34"]
    assert len(set(told.values())) == 4
    assert "av 357 kommuner har en dokumentert frivillighetspolitikk" in told["/"]
    assert "av 46 kommuner i Innlandet" in told["/?fylke=34"]
    assert told["/kommune?kommune=4601"].startswith("Bergen har en dokumentert frivillighetspolitikk")


def test_what_is_shared_is_the_very_view(dashboard):
    page = read(dashboard.get("/?status=adopted&fylke=34&utm_source=avisen").text)
    assert meta(page, "og:url") == f"{SITE}/?fylke=34&status=adopted"
    assert meta(page, "og:image") == f"{SITE}/forhandsvisning/kart.png?fylke=34&status=adopted"
    waiting = read(dashboard.get("/kommune").text)
    assert meta(waiting, "og:image") == f"{SITE}/forhandsvisning/kart.png"


def test_every_picture_that_is_named_is_there(dashboard, web):
    for address in ("/", "/kommune", "/kommune?kommune=1144", "/fylke?fylke=03", "/veileder"):
        picture = meta(read(dashboard.get(address).text), "og:image")
        answer = web.get(picture)
        assert answer.status_code == 200, picture
        assert answer.headers["Content-Type"] == "image/png"
        assert answer.content.startswith(b"\x89PNG")


def test_languages(dashboard):
    page = read(dashboard.get("/kommune?kommune=4601&lang=nn").text)
    assert page.get("lang") == "nn"
    assert canonical(page) == f"{SITE}/kommune/4601-bergen?lang=nn"
    languages = {link.get("hreflang"): link.get("href") for link in page.xpath("//link[@hreflang]")}
    assert languages["en"] == f"{SITE}/kommune/4601-bergen?lang=en"
    assert languages["x-default"] == languages["nb"] == f"{SITE}/kommune/4601-bergen"
    assert read(dashboard.get("/?lang=tysk").text).get("lang") == "nb"
    assert meta(read(dashboard.get("/?lang=en").text), "og:locale") == "en_GB"


def test_without_script_there_is_a_way_to_the_plain_page(dashboard):
    for address, link in (
        ("/", "/kommuner"),
        ("/kommune?kommune=4601", "/kommune/4601-bergen"),
        ("/fylke?fylke=34&lang=en", "/fylke/34-innlandet?lang=en"),
        ("/fylke", "/fylker"),
        ("/om", "/kommuner"),
    ):
        text = dashboard.get(address).text
        assert f'href="{link}"' in text.partition("<noscript>")[2].partition("</noscript>")[0]


@pytest.mark.parametrize(
    "query",
    [
        'kommune="><script>alert(1)</script>',
        "kommune=9999",
        "dato=2019-99-99",
        "fylke=" + "34," * 2000,
        "lang=%00",
        "kommune=%00%FF",
        "status=adopted&status=adopted&status=x",
    ],
)
def test_a_bad_address_tells_of_the_page_itself(dashboard, query):
    for path in ("/", "/kommune", "/fylke", "/sammenlign", "/utvikling", "/fornyelse", "/forbilder", "/om"):
        answer = dashboard.get(f"{path}?{query}")
        assert answer.status_code == 200
        assert "alert(1)" not in answer.text
        assert meta(read(answer.text), "description")


def test_the_register_is_described_on_the_start_page(dashboard):
    page = read(dashboard.get("/").text)
    (dataset,) = things(page, "Dataset")
    assert dataset["temporalCoverage"] == "2006/.."
    assert {d["encodingFormat"] for d in dataset["distribution"]} >= {"text/csv", "application/geo+json"}


def test_an_unknown_page_is_not_to_be_listed(dashboard):
    answer = dashboard.get("/finnes-ikke?kommune=4601")
    assert answer.status_code == 404
    assert meta(read(answer.text), "robots") == "noindex"


def test_an_address_is_filled_in_once(register, monkeypatch):
    made = []
    head = shell.page_head

    def counted(*arguments):
        made.append(arguments)
        return head(*arguments)

    monkeypatch.setattr(shell, "page_head", counted)
    application = Starlette(
        routes=[Route("/{path:path}", lambda _request: HTMLResponse("<p>Streamlit</p>"))],
        middleware=[Middleware(PageShell, register=register)],
    )
    client = TestClient(application, base_url=SITE)
    texts = {client.get(f"/?fylke=34&utm_campaign={each}").text for each in range(3)}
    assert len(texts) == 1
    assert len(made) == 1
    client.get("/?fylke=46")
    assert len(made) == 2
