"""The municipality page in a real browser: the ways to it, from it and back."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser


def mark(visitor):
    """Leave a mark on the page that only a reload takes away."""
    visitor.page.evaluate("window.mark = 'here'")


def marked(visitor):
    return visitor.page.evaluate("window.mark") == "here"


def test_from_the_card_to_the_page_and_back(visitor):
    visitor.open("/?kommune=4601&definisjon=strict")
    mark(visitor)
    visitor.page.get_by_role("link", name="Alt om Bergen").click()
    expect(visitor.page.locator(".reasoning")).to_contain_text("Vedtatt:")
    expect(visitor.page).to_have_url(re.compile(r"/kommune\?kommune=4601&definisjon=strict$"))
    expect(visitor.page).to_have_title(re.compile("^Bergen – "))
    expect(visitor.page.get_by_role("radio", name="Streng")).to_be_checked()
    visitor.wait()
    visitor.page.go_back()
    expect(visitor.page.locator(".card h2")).to_have_text("Bergen")
    expect(visitor.page.get_by_role("radio", name="Streng")).to_be_checked()
    assert marked(visitor)


def test_the_map_shows_the_municipality_among_its_neighbours(visitor):
    visitor.open("/kommune?kommune=4601")
    heading = visitor.page.locator("h2#naboer")
    expect(heading).to_have_text(re.compile(r"^\d av 8 nabokommuner har vedtatt$"))
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(9)
    expect(visitor.map.locator("path.chosen")).to_have_count(1)
    expect(visitor.page.locator(".neighbours li")).to_have_count(8)
    expect(visitor.page.locator(".neighbours li", has_text="Askøy")).to_contain_text("over fjorden")


@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_the_neighbours_are_in_the_middle_of_the_map(visitor, size):
    visitor.page.set_viewport_size(dict(zip(("width", "height"), size, strict=True)))
    visitor.open("/kommune?kommune=4601")
    visitor.page.wait_for_timeout(600)
    x, y, width, height = visitor.in_map(
        "(() => { const p = map.latLngToContainerPoint(register.byNumber.get('4601').getCenter());"
        " const s = map.getSize(); return [p.x, p.y, s.x, s.y]; })()"
    )
    frame = visitor.page.locator(".st-key-nabokart iframe").bounding_box()
    assert (width, height) == pytest.approx((frame["width"], frame["height"]), abs=1)
    assert 0.3 < x / width < 0.7
    assert 0.3 < y / height < 0.75


def test_a_click_on_a_neighbour_opens_its_page_and_back_leads_back(visitor):
    visitor.open("/kommune?kommune=4601")
    mark(visitor)
    visitor.page.wait_for_timeout(600)
    visitor.click_municipality("4628")
    expect(visitor.page.locator("h1")).to_have_text("Vaksdal")
    expect(visitor.page).to_have_url(re.compile("kommune=4628$"))
    visitor.wait()
    visitor.page.locator(".neighbours").get_by_role("link", name="Voss").click()
    expect(visitor.page.locator("h1")).to_have_text("Voss")
    visitor.wait()
    visitor.page.go_back()
    expect(visitor.page.locator("h1")).to_have_text("Vaksdal")
    visitor.wait()
    visitor.page.go_back()
    expect(visitor.page.locator("h1")).to_have_text("Bergen")
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(9)
    assert marked(visitor)


def test_from_the_county_list_of_the_front_and_by_search(visitor):
    visitor.page.goto(visitor.server + "/kommune")
    expect(visitor.page.locator("h1")).to_have_text("Finn en kommune")
    visitor.page.get_by_role("searchbox", name="Finn en kommune").press_sequentially("træna", delay=20)
    visitor.page.locator(".st-key-treff").get_by_role("button").first.click()
    expect(visitor.page.locator("h1")).to_have_text("Træna")
    expect(visitor.page.get_by_role("heading", name="Hva vi ikke vet")).to_be_visible()
    visitor.wait()
    visitor.page.go_back()
    visitor.page.get_by_role("link", name="Innlandet").click()
    expect(visitor.page).to_have_url(re.compile(r"/fylke\?fylke=34$"))
    expect(visitor.page.locator("h1")).to_contain_text("Innlandet")
    expect(visitor.page.locator(".footer")).to_be_visible()


def test_a_split_number_leads_on(visitor):
    visitor.page.goto(visitor.server + "/kommune?kommune=1850")
    expect(visitor.page.locator("h1")).to_have_text("Tysfjord er delt")
    visitor.page.get_by_role("link", name="Hamarøy").click()
    expect(visitor.page.locator("h1")).to_have_text("Hamarøy")
    visitor.wait()


def test_the_correction_can_be_copied(visitor):
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.open("/kommune?kommune=3413")
    visitor.page.get_by_role("link", name="Foreslå en rettelse").click()
    button = visitor.page.get_by_role("button", name="Kopier teksten")
    expect(button).to_be_in_viewport()
    button.click()
    expect(visitor.page.locator(".correction [role=status]")).to_have_text("Teksten er kopiert")
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("Kommune: Stange, nummer 3413\n")
    assert copied == visitor.page.get_by_role("textbox", name="Tekst til rettelsen").input_value()
