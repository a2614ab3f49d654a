"""Embeds: what they say, how their addresses are read, and the headers that let others show them."""

import base64
import hashlib
import re

import pytest
from lxml import html

from lib.exports.charts import CHARTS
from lib.register.register import today
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.register.status import Definition, Status

ADDRESSES = [
    "/embed/kart",
    "/embed/kart?fylke=34,46&status=adopted&storrelse=5000-9999&definisjon=wide&dato=2022-12-31&kommune=4601",
    "/embed/kart?niva=fylker",
    "/embed/fylke/34",
    "/embed/fylke/03?lang=en&tema=mork",
    "/embed/kommune/4601?definisjon=strict",
    "/embed/kommune/5022?lang=nn&tema=lys",
    "/embed/graf/utvikling",
    "/embed/graf/fylker?fylke=34",
    "/embed/graf/tidslinje?kommune=4601",
    "/embed/graf/fylkesutvikling?fylke=46",
    "/embed/graf/sammenligning?kommuner=4601,5001",
    "/embed/graf/andeler?fylker=34,46",
]


def page_of(answer):
    return html.fromstring(answer.content)


def heading(answer):
    return page_of(answer).findtext(".//h1").replace("\u00ad", "").replace("\u00a0", " ")


def legend(answer):
    """Read the count that stands beside each status."""
    items = page_of(answer).xpath("//ul[@class='legend']/li")
    return [int(item.findtext("b").replace("\u00a0", "")) for item in items]


def policy(answer):
    directives = answer.headers["Content-Security-Policy"].split("; ")
    return {name: sources.split() for name, _space, sources in (each.partition(" ") for each in directives)}


@pytest.mark.parametrize("address", ADDRESSES)
def test_others_may_frame_it_and_nothing_else_is_allowed(web, address):
    answer = web.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
    allowed = policy(answer)
    assert allowed["frame-ancestors"] == ["*"]
    assert allowed["default-src"] == ["'none'"]
    assert not [source for sources in allowed.values() for source in sources if "unsafe" in source]
    assert "X-Frame-Options" not in answer.headers
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Set-Cookie" not in answer.headers


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_script_and_style_in_the_page_is_named_by_its_hash(web, address):
    answer = web.get(address)
    allowed, page = policy(answer), page_of(answer)
    for element, directive in (("script", "script-src"), ("style", "style-src")):
        for written in page.iter(element):
            if written.get("src"):
                assert written.get("src").startswith("/assets/")
                continue
            digest = base64.b64encode(hashlib.sha256(written.text.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in allowed[directive]
    assert not page.xpath("//@style")
    assert not page.xpath("//@*[starts-with(name(), 'on')]")


@pytest.mark.parametrize("address", ADDRESSES)
def test_copies_can_be_kept_and_asked_about(web, address):
    answer = web.get(address, headers={"Accept-Encoding": "br"})
    cached = answer.headers["Cache-Control"]
    assert re.search(r"^public, max-age=\d+, stale-while-revalidate=\d+", cached)
    assert re.fullmatch(r'"[0-9a-f]+"', answer.headers["ETag"])
    again = web.get(address, headers={"Accept-Encoding": "br", "If-None-Match": answer.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""
    assert again.headers["ETag"] == answer.headers["ETag"]


def test_every_process_makes_the_same_page(web, register):
    from starlette.applications import Starlette
    from starlette.testclient import TestClient

    from lib.web.routes import own_routes

    other = TestClient(Starlette(routes=own_routes(register)), base_url="https://eksempel.no")
    assert other.get("/embed/kart").content == web.get("/embed/kart").content


@pytest.mark.parametrize("address", ADDRESSES)
def test_title_source_date_and_way_to_the_full_page(web, address):
    page = page_of(web.get(address))
    assert page.findtext(".//title").strip()
    assert len(page.xpath("//h1")) == 1
    source = page.xpath("string(//*[@class='source'])")
    assert re.search(r"1\.0\.0", source)
    assert re.search(r"20\d\d", source)
    (link,) = page.xpath("//a[@class='full']")
    assert link.get("href").startswith("https://eksempel.no/")
    assert link.get("target") == "_blank"
    assert "noopener" in link.get("rel")


@pytest.mark.parametrize(
    ("query", "selection"),
    [
        ("", {}),
        ("?fylke=34", {"counties": ("34",)}),
        ("?fylke=34,46&definisjon=wide", {"counties": ("34", "46"), "definition": Definition.WIDE}),
        ("?definisjon=strict", {"definition": Definition.STRICT}),
    ],
)
def test_the_figures_are_the_registers(web, register, query, selection):
    table = register.at(Selection(today(), **selection), today())
    counted = figures(table[table["matches"]])
    answer = web.get(f"/embed/kart{query}")
    assert legend(answer) == [counted.counts[status] for status in Status]
    assert heading(answer).startswith(f"{counted.adopted.part} av {counted.adopted.whole} kommuner")


def test_a_county_has_its_own_figures(web, register):
    table = register.at(Selection(today()), today())
    counted = figures(table[table["fylkesnummer"] == "46"])
    answer = web.get("/embed/fylke/46")
    assert heading(answer).startswith(f"{counted.adopted.part} av {counted.adopted.whole} kommuner i Vestland")
    assert legend(answer) == [counted.counts[status] for status in Status]


def test_the_map_carries_the_colours_of_the_filters(web, register):
    table = register.at(Selection(today(), counties=("34",)), today())
    codes = re.search(r'"codes":"([a-zA-Z]+)"', web.get("/embed/kart?fylke=34").text).group(1)
    assert len(codes) == 357
    assert sum(code.islower() for code in codes) == int(table["matches"].sum()) == 46


def test_a_municipality_tells_its_status_and_sources(web, register):
    said = register.tables.policy_status
    count = int((said["kommunenummer"] == "4601").sum())
    text = page_of(web.get("/embed/kommune/4601")).text_content()
    assert "Bergen" in text
    assert "Vedtatt i 2022" in text
    assert f"{count} opplysninger om kommunen" in text
    assert "Ikke undersøkt" in page_of(web.get("/embed/kommune/5022")).text_content()


@pytest.mark.parametrize(("lang", "said"), [("nb", "Åpne i full versjon"), ("nn", "full"), ("en", "municipalities")])
def test_the_language_is_the_addresses(web, lang, said):
    answer = web.get(f"/embed/fylke/34?lang={lang}")
    page = page_of(answer)
    assert page.get("lang") == lang
    assert answer.headers["Content-Language"] == lang
    assert said in page.text_content()
    spoken = "" if lang == "nb" else f"&lang={lang}"
    full = f"https://eksempel.no/fylke?fylke=34{spoken}"
    assert page.xpath("//a[@class='full']/@href") == [full]
    assert page.xpath("//link[@rel='canonical']/@href") == [full]


def test_the_picture_in_place_of_the_map_is_the_views_own(web):
    page = page_of(web.get("/embed/kart?fylke=34&lang=en"))
    assert page.xpath("//p[@class='waiting']/a/@href") == ["/last-ned/kart/kart.png?format=kvadrat&fylke=34&lang=en"]


@pytest.mark.parametrize(("scheme", "written"), [("lys", "light"), ("mork", "dark"), ("", None)])
def test_light_and_dark(web, scheme, written):
    assert page_of(web.get(f"/embed/kommune/4601?tema={scheme}")).get("data-scheme") == written


@pytest.mark.parametrize(
    ("address", "status", "said"),
    [
        ("/embed/kart?fylke=99", 400, "fylke=99"),
        ("/embed/kart?dato=2022-13-01", 400, "dato=2022-13-01"),
        ("/embed/kart?status=gul", 400, "status=gul"),
        ("/embed/kart?tema=rosa", 400, "tema=rosa"),
        ("/embed/kart?lang=fr", 400, "lang=fr"),
        ("/embed/kommune/4601?definisjon=løs", 400, "definisjon=løs"),
        ("/embed/kommune/9999", 404, "9999"),
        ("/embed/kommune/bergen", 404, "bergen"),
        ("/embed/kommune/1850", 404, "Narvik (1806) eller Hamarøy (1875)"),
        ("/embed/fylke/99", 404, "Innlandet"),
        ("/embed/fylke/30", 404, "Viken (30) er delt"),
        ("/embed/graf/tull", 404, "utvikling"),
        ("/embed/graf/fylkesutvikling", 400, "fylke=34"),
        ("/embed/graf/tidslinje?kommune=5022", 404, "ingenting å vise"),
        ("/embed/graf/fylker/tegning.svg?bredde=17", 400, "bredde=17"),
        ("/embed", 404, "/embed/kart"),
        ("/embed/kommune/4601/mer", 404, "/embed/kart"),
        ("/embed/kart?fylke=<script>alert(1)</script>", 400, "<script>"),
    ],
)
def test_what_is_wrong_with_an_address_can_be_read_in_the_frame(web, address, status, said):
    answer = web.get(address)
    assert answer.status_code == status
    page = page_of(answer)
    assert said in page.xpath("string(//main)")
    assert not page.xpath("//script")
    assert policy(answer)["frame-ancestors"] == ["*"]


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("/embed/kommune/1201", "/embed/kommune/4601"),
        ("/embed/kommune/1201?tema=mork&lang=nn", "/embed/kommune/4601?tema=mork&lang=nn"),
        ("/embed/fylke/04", "/embed/fylke/34"),
    ],
)
def test_former_numbers_lead_to_the_present_one(web, former, present):
    answer = web.get(former)
    assert answer.status_code == 308
    assert answer.headers["Location"] == present
    assert web.get(present).status_code == 200


@pytest.mark.parametrize("path", ["/kommune/4601-bergen", "/data/finnes-ikke", "/api/v1/finnes-ikke", "/oembed"])
def test_nothing_else_can_be_framed_by_others(web, path):
    assert policy(web.get(path))["frame-ancestors"] == ["'none'"]


@pytest.mark.parametrize("name", CHARTS)
def test_drawings_of_charts_have_the_width_and_scheme_asked_for(web, name):
    places = {
        "tidslinje": "kommune=4601",
        "fylkesutvikling": "fylke=46",
        "sammenligning": "kommuner=4601,5001",
        "andeler": "fylker=34,46",
    }.get(name, "")
    page = page_of(web.get(f"/embed/graf/{name}?{places}"))
    addresses = [*page.xpath("//source/@srcset"), *page.xpath("//picture//img/@src")]
    assert len(addresses) == 6
    drawings = {address: web.get(address) for address in addresses}
    for address, drawing in drawings.items():
        assert drawing.status_code == 200
        assert drawing.headers["Content-Type"] == "image/svg+xml"
        width = int(re.search(r"bredde=(\d+)", address).group(1))
        assert float(re.search(rb'width="([\d.]+)"', drawing.content).group(1)) == pytest.approx(width, abs=1.5)
    assert len({drawing.content for drawing in drawings.values()}) == 6
    assert page.xpath("//picture//img/@alt")[0]


def test_the_files_of_embeds_are_sent_as_small_as_can_be_and_to_any_page(web):
    page = page_of(web.get("/embed/kart"))
    files = [*page.xpath("//script/@src"), *page.xpath("//link[@rel='stylesheet' or @rel='preload']/@href")]
    assert len(files) == 5
    sent = 0
    for path in files:
        answer = web.get(path, headers={"Accept-Encoding": "br"})
        assert answer.headers["Access-Control-Allow-Origin"] == "*"
        assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
        assert "immutable" in answer.headers["Cache-Control"]
        tag = answer.headers["ETag"]
        again = web.get(path, headers={"Accept-Encoding": "br", "If-None-Match": tag})
        assert again.status_code == 304
        sent += int(answer.headers["Content-Length"])
    assert sent <= 200_000
