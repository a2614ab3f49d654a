"""The pages on accessibility and privacy: linked from everywhere, whole, and true to the settings."""

import re

import pytest
from lxml import html
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lib.texts.formats import day
from lib.texts.language import Language, speaking
from lib.web.routes import own_routes
from lib.web.statements import ASSESSED, shortcomings
from lib.web.storage import Place, kept_in_browser

PATHS = ["/tilgjengelighet", "/personvern"]


def page(web, path):
    answer = web.get(path)
    assert answer.status_code == 200
    return html.fromstring(answer.text)


@pytest.mark.parametrize("path", PATHS)
def test_every_page_links_to_them(web, path):
    for other in ("/kommuner", "/kommune/4601-bergen", *PATHS):
        links = page(web, other).xpath("//footer//a/@href")
        assert path.removeprefix("/") in links


@pytest.mark.parametrize("language", Language)
def test_the_statement_has_what_the_authorities_ask_for(web, language):
    parts = ["omfang", "status", "mangler", "testing", "tilbakemelding", "klage"]
    found = page(web, f"/tilgjengelighet?lang={language}")
    assert found.xpath("//main//h2/@id") == parts
    text = found.xpath("string(//main)")
    assert "WCAG 2.1" in text
    with speaking(language):
        assert day(ASSESSED) in text
        for one in shortcomings():
            assert all(part in text for part in (one.title, one.reason, one.instead))
            assert re.match(r"\d\.\d\.\d+ ", one.criteria)
    assert found.xpath("//main//a/@href") == ["https://www.uutilsynet.no/", "https://www.diskrimineringsnemnda.no/"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("address", ["mailto:navn@eksempel.no", "https://eksempel.no/sak?type=feil&ny"])
def test_who_runs_the_site_is_reached_where_they_have_said(monkeypatch, register, path, address):
    monkeypatch.setenv("FRIVILLIG_RETTELSER", address)
    assert page(fresh(register), path).xpath("//main//a[@href = $address]", address=address)


def fresh(register):
    """Ask a site that has kept no answers yet."""
    return TestClient(Starlette(routes=own_routes(register)), base_url="https://eksempel.no")


def test_without_an_address_none_is_made_up(register, monkeypatch):
    monkeypatch.delenv("FRIVILLIG_RETTELSER", raising=False)
    for path in PATHS:
        links = page(fresh(register), path).xpath("//main//a/@href")
        assert [link for link in links if link.startswith("mailto:") or "eksempel" in link] == []


def test_a_kept_thing_is_known_by_place_and_name():
    (theme,) = kept_in_browser()
    assert theme.has(Place.LOCAL, "stActiveTheme-/-v2")
    assert theme.has(Place.LOCAL, "stActiveTheme-/under/kommune-v2")
    assert not theme.has(Place.COOKIE, "stActiveTheme-/-v2")
    assert not theme.has(Place.LOCAL, "stActiveTheme-/-v2-mer")
