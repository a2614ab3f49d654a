"""The comparison in a real browser: choosing by search, removing, suggested sets, the way back, and a phone."""

import re

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.browser.conftest import visit

pytestmark = pytest.mark.browser

WCAG = {"runOnly": {"type": "tag", "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}}


def open_page(visitor, address):
    visitor.page.goto(f"{visitor.server}/sammenlign{address}")
    rest(visitor)
    return visitor.page


def rest(visitor):
    """Wait until the script has come to rest."""
    expect(visitor.page.locator(".stApp[data-test-script-state=notRunning]")).to_be_visible()
    expect(visitor.page.locator(".footer")).to_be_visible()


def places(page):
    """Locate the links above the columns."""
    return page.locator(".compare thead a")


def test_choosing_removing_a_suggested_set_and_back_again(visitor):
    page = open_page(visitor, "?kommuner=4601")
    expect(places(page)).to_have_text(["Bergen"])
    page.get_by_label("Finn en kommune").fill("utsira")
    page.get_by_role("button", name="Utsira, Rogaland").click()
    expect(places(page)).to_have_text(["Bergen", "Utsira"])
    expect(page).to_have_url(re.compile(r"/sammenlign\?kommuner=4601(,|%2C)1151$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("1 av 2 har en dokumentert"))
    page.get_by_role("button", name="Fjern Bergen", exact=True).click()
    expect(places(page)).to_have_text(["Utsira"])
    page.get_by_role("button", name="Like store som Utsira").click()
    expect(places(page)).to_have_count(6)
    expect(places(page).first).to_have_text("Utsira")
    expect(page.get_by_text("Seks er valgt, og flere kan ikke stå side om side.")).to_be_visible()
    expect(page.get_by_label("Finn en kommune")).to_have_count(0)
    page.go_back()
    expect(places(page)).to_have_text(["Utsira"])
    page.go_back()
    expect(places(page)).to_have_text(["Bergen", "Utsira"])
    page.go_forward()
    expect(places(page)).to_have_text(["Utsira"])
    rest(visitor)


def test_from_the_table_to_a_municipality_and_back(visitor):
    page = open_page(visitor, "?kommuner=4601,1151&definisjon=strict")
    places(page).filter(has_text="Utsira").click()
    expect(page).to_have_url(re.compile(r"/kommune\?kommune=1151&definisjon=strict$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Utsira"))
    page.go_back()
    expect(places(page)).to_have_text(["Bergen", "Utsira"])
    expect(page.get_by_role("radio", name="Streng")).to_be_checked()
    rest(visitor)


def test_counties_by_click_and_the_switch(visitor):
    page = open_page(visitor, "")
    page.get_by_role("radio", name="Fylker").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sammenlign fylker")
    page.get_by_role("button", name="Innlandet").click()
    expect(places(page)).to_have_text(["Innlandet"])
    page.get_by_role("button", name="Agder").click()
    expect(places(page)).to_have_text(["Innlandet", "Agder"])
    expect(page.locator("[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas")).to_be_visible()
    expect(page.get_by_role("row", name=re.compile("^Kommuner som har vedtatt"))).to_contain_text("4 av 46")
    page.get_by_role("radio", name="Kommuner").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sammenlign kommuner")
    page.go_back()
    expect(places(page)).to_have_text(["Innlandet", "Agder"])
    rest(visitor)


@pytest.mark.parametrize("width", [390, 800, 1024])
@pytest.mark.parametrize("address", ["?kommuner=0301,4601,5001,1103,1515,1818", "?fylker=34,39,15,03,46,50", ""])
def test_nothing_scrolls_sideways_and_axe_finds_no_fault(browser, server, width, address):
    context = browser.new_context(viewport={"width": width, "height": 844}, locale="nb-NO", reduced_motion="reduce")
    visitor = visit(context, server)
    page = open_page(visitor, address)
    if address:
        expect(page.locator("[data-testid=stVegaLiteChart] svg, [data-testid=stVegaLiteChart] canvas")).to_be_visible()
        expect(places(page).last).to_be_visible()
    assert page.evaluate(
        "[document.documentElement, ...document.querySelectorAll('.stMain, .stMainBlockContainer')]"
        ".every(e => e.scrollWidth <= e.clientWidth)"
    )
    results = Axe().run(page, options=WCAG)
    assert results.violations_count == 0, results.generate_report()
    context.close()
    assert visitor.errors == []
    assert visitor.foreign == []
