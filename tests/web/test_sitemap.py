"""What crawlers are told: exactly the pages that there are, and where the list is."""

from lxml import etree
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from lib.pages import pages
from lib.register.version import REGISTER_DATE
from lib.web.own import OwnRoutes
from lib.web.places import path_of_county, path_of_municipality
from lib.web.routes import own_routes
from lib.web.shell import PageShell
from tests.web.html import canonical, read

SITE = "https://eksempel.no"
NAMESPACES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def test_it_lists_exactly_what_there_is(web, register):
    """Each address answers with itself as canonical; every municipality, county and dashboard page is there once."""
    streamlit = Route("/{path:path}", lambda _request: HTMLResponse("<p>Streamlit</p>"))
    paths = [page.path for page in pages()]
    shell = Middleware(PageShell, register=register, pages=paths)
    dashboard = TestClient(Starlette(routes=[streamlit], middleware=[shell]), base_url=SITE)
    answer = web.get("/sitemap.xml")
    assert answer.headers["Content-Type"] == "application/xml; charset=utf-8"
    listed = etree.fromstring(answer.content).xpath("s:url/s:loc/text()", namespaces=NAMESPACES)
    assert len(listed) == len(set(listed))
    for address in listed:
        page = (dashboard if address.removeprefix(f"{SITE}/") in paths else web).get(address)
        assert page.status_code == 200, address
        assert canonical(read(page.text)) == address
    places = {path_of_county(register, number) for number in register.county_names}
    places |= {path_of_municipality(register, number) for number in register.municipalities.index}
    assert {address.removeprefix(f"{SITE}/") for address in listed} == places | {
        *paths,
        "kommuner",
        "fylker",
        "data/",
        "api",
        "tilgjengelighet",
        "personvern",
    }


def test_every_page_has_a_date(web):
    tree = etree.fromstring(web.get("/sitemap.xml").content)
    assert set(tree.xpath("s:url/s:lastmod/text()", namespaces=NAMESPACES)) == {REGISTER_DATE}
    assert len(tree) == len(tree.xpath("s:url/s:lastmod", namespaces=NAMESPACES))


def test_crawlers_find_the_list_and_spare_the_packages(web):
    answer = web.get("/robots.txt")
    assert answer.headers["Content-Type"].startswith("text/plain")
    assert answer.text.splitlines() == [
        "User-agent: *",
        "Disallow: /last-ned/pakke/",
        f"Sitemap: {SITE}/sitemap.xml",
    ]


def test_below_a_path_of_a_larger_site(register):
    application = Starlette(middleware=[Middleware(OwnRoutes, routes=own_routes(register, "/under"))])
    client = TestClient(application, base_url=SITE, follow_redirects=False)
    listed = etree.fromstring(client.get("/under/sitemap.xml").content).xpath(
        "s:url/s:loc/text()", namespaces=NAMESPACES
    )
    assert all(address.startswith(f"{SITE}/under/") for address in listed)
    page = read(client.get("/under/kommune/4601-bergen").text)
    assert canonical(page) == f"{SITE}/under/kommune/4601-bergen"
    assert page.find(".//base").get("href") == "/under/"
    (image,) = page.xpath("//main//img/@src")
    assert image.startswith("/under/last-ned/")
    assert client.get("/under/kommune/4601").headers["Location"] == "/under/kommune/4601-bergen"
    assert "Disallow: /under/last-ned/pakke/" in client.get("/under/robots.txt").text
