"""The map in a real browser: drawn once, recoloured in place, and a way to each municipality's card."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

STATUSES = ["adopted", "in-progress", "expired", "none", "unknown"]


def choose(visitor, label, option):
    """Choose an option of a list of choices."""
    visitor.open_choices(label)
    visitor.page.get_by_role("option", name=option).click()
    visitor.page.keyboard.press("Escape")


def shown(visitor):
    """Count the areas of each status that are not greyed out."""
    return {status: visitor.map.locator(f"path.area.s-{status}:not(.dim)").count() for status in STATUSES}


def mark(visitor):
    """Leave a mark in the map's frame that only a reload takes away."""
    visitor.in_map("window.mark = 'here'")


def marked(visitor):
    return visitor.in_map("window.mark") == "here"


def test_all_municipalities_are_drawn_in_the_colours_of_the_legend(visitor):
    visitor.open()
    expect(visitor.map.locator("path.area")).to_have_count(357)
    legend = visitor.page.locator(".legend").first
    for status, count in shown(visitor).items():
        entry = legend.locator("li", has=visitor.page.locator(f".s-{status}"))
        expect(entry.locator("b")).to_have_text(str(count))
    assert sum(shown(visitor).values()) == 357


def test_the_colours_are_the_palettes(visitor):
    from lib.palette import STATUS_LOOKS

    visitor.open()
    for code, name in (("adopted", "adopted"), ("in_progress", "in-progress"), ("none", "none")):
        fill = visitor.map.locator(f"path.area.s-{name}").first.evaluate("path => getComputedStyle(path).fill")
        colour = STATUS_LOOKS["light"][code].fill
        assert fill == "rgb({}, {}, {})".format(*(int(colour[i : i + 2], 16) for i in (1, 3, 5)))
    for name in ("expired", "unknown"):
        fill = visitor.map.locator(f"path.area.s-{name}").first.evaluate("path => getComputedStyle(path).fill")
        assert f"#pattern-{name}" in fill
        expect(visitor.map.locator(f"pattern#pattern-{name}")).to_have_count(1)


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (390, 844)])
def test_the_whole_country_fills_the_frame_below_the_buttons(visitor, width, height):
    visitor.page.set_viewport_size({"width": width, "height": height})
    visitor.open()
    frame_width, frame_height = visitor.in_map("[map.getSize().x, map.getSize().y]")
    west, north, east, south = visitor.in_map("""(() => {
        const bounds = register.areas.getBounds();
        const [first, last] = [bounds.getNorthWest(), bounds.getSouthEast()].map((p) => map.latLngToContainerPoint(p));
        return [first.x, first.y, last.x, last.y];
    })()""")
    below_the_buttons = 40
    assert west >= 0
    assert north >= below_the_buttons
    assert east <= frame_width
    assert south <= frame_height
    assert (south - north) / (frame_height - below_the_buttons) > 0.85 or (east - west) / frame_width > 0.85


def test_county_borders_lie_above(visitor):
    visitor.open()
    expect(visitor.map.locator("path.county-line").first).to_be_attached()
    above = visitor.in_map("Number(map.getPane('above').style.zIndex)")
    assert above > visitor.in_map("Number(getComputedStyle(map.getPane('overlayPane')).zIndex)")


def test_a_filter_recolours_without_a_reload_and_keeps_the_zoom(visitor):
    visitor.open()
    mark(visitor)
    visitor.in_map("map.setView([61.5, 9.5], 6.3, {animate: false}) && 1")
    before = visitor.in_map("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]")
    choose(visitor, "Fylke", "Innlandet")
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(46)
    expect(visitor.page.locator(".summary")).to_contain_text("Viser 46 kommuner i Innlandet")
    assert marked(visitor)
    assert visitor.in_map("[map.getZoom(), map.getCenter().lat, map.getCenter().lng]") == before


def test_filters_narrow_together_and_clear_together(visitor):
    visitor.open()
    choose(visitor, "Fylke", "Vestland")
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(43)
    choose(visitor, "Innbyggere", re.compile("50.000 og flere"))
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(1)
    visitor.page.get_by_role("toolbar", name="Status").get_by_role("button", name="Vedtatt").click()
    expect(visitor.page).to_have_url(re.compile("status=adopted"))
    assert shown(visitor)["adopted"] == 1
    visitor.page.get_by_role("button", name="Nullstill alle valg").click()
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(357)
    expect(visitor.page).to_have_url(visitor.server + "/")


def test_a_click_opens_the_card(visitor):
    visitor.open()
    mark(visitor)
    visitor.click_municipality("5001")
    card = visitor.page.locator(".card")
    expect(card.get_by_role("heading", name="Trondheim")).to_be_visible()
    expect(visitor.page).to_have_url(re.compile("kommune=5001"))
    expect(visitor.map.locator("path.chosen")).to_have_count(1)
    expect(card.locator(".status")).to_contain_text("Vedtatt")
    expect(card.get_by_role("link").first).to_have_attribute("href", re.compile("^https?://"))
    assert marked(visitor)


def test_the_same_place_can_be_clicked_again_after_closing(visitor):
    visitor.open()
    for _ in range(2):
        visitor.click_municipality("3403")
        expect(visitor.page.locator(".card h2")).to_have_text("Hamar")
        visitor.page.get_by_role("button", name="Lukk kortet").click()
        expect(visitor.page.locator(".card")).to_have_count(0)
        visitor.wait()


def test_the_tooltip_tells_name_status_and_since_when(visitor):
    visitor.open()
    visitor.area("4601").dispatch_event("mouseover", {"bubbles": True})
    tooltip = visitor.map.locator(".leaflet-tooltip")
    expect(tooltip).to_contain_text("Bergen")
    expect(tooltip).to_contain_text("Vedtatt")
    expect(tooltip).to_contain_text("vedtatt i 2022")


def test_counties_are_shaded_by_their_share(visitor):
    visitor.open()
    mark(visitor)
    visitor.page.get_by_role("radio", name="Fylker").click()
    expect(visitor.map.locator("path.area.c-5")).to_have_count(1)  # Oslo, 1 av 1
    expect(visitor.page.locator(".legend").first).to_contain_text("under 10")
    visitor.area("3401").dispatch_event("mouseover", {"bubbles": True})
    expect(visitor.map.locator(".leaflet-tooltip")).to_contain_text("Innlandet")
    expect(visitor.map.locator(".leaflet-tooltip")).to_contain_text("4 av 46")
    assert marked(visitor)


def test_a_click_on_a_county_shows_its_municipalities(visitor):
    visitor.open("/?niva=fylker")
    visitor.click_municipality("3401")
    expect(visitor.page).to_have_url(re.compile("fylke=34"))
    expect(visitor.map.locator("path.area.s-adopted:not(.dim)")).to_have_count(4)
    assert visitor.in_map("map.getZoom()") > 5


@pytest.mark.parametrize("query", ["karasjohka", "Kárášjohka", "KARASJOK", "5610"])
def test_search_finds_by_any_name(visitor, query):
    visitor.open()
    visitor.page.get_by_role("searchbox", name="Finn en kommune").press_sequentially(query, delay=20)
    result = visitor.page.locator(".st-key-treff").get_by_role("button").first
    expect(result).to_contain_text("Karasjok")
    result.click()
    expect(visitor.page.locator(".card h2")).to_have_text(re.compile("Karasjok|Kárášjohka"))
    expect(visitor.page.locator(".st-key-treff")).to_have_count(0)
    assert visitor.in_map("map.getZoom()") > 5


def test_search_by_keyboard_alone(visitor):
    visitor.open()
    box = visitor.page.get_by_role("searchbox", name="Finn en kommune")
    box.press_sequentially("herøy", delay=20)
    expect(visitor.page.locator(".st-key-treff").get_by_role("button")).to_have_count(2)
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("ArrowDown")
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator(".card h2")).to_have_text(re.compile("Herøy"))


def test_search_without_a_hit_says_so(visitor):
    visitor.open()
    visitor.page.get_by_role("searchbox", name="Finn en kommune").press_sequentially("Gotham", delay=20)
    expect(visitor.page.locator(".st-key-treff")).to_contain_text("Ingen kommune heter det")


def test_a_link_restores_the_view(visitor):
    visitor.open("/?fylke=34,46&storrelse=50000-&definisjon=strict&dato=2022-12-31&kommune=4601")
    expect(visitor.page.locator("h1")).to_contain_text("31. desember 2022")
    expect(visitor.page.locator(".card h2")).to_have_text("Bergen")
    expect(visitor.page.locator(".summary")).to_contain_text("i Innlandet og Vestland")
    expect(visitor.page.get_by_role("radio", name="Streng")).to_be_checked()
    expect(visitor.page.locator(".notice")).to_have_count(0)
    assert visitor.page.url.endswith("kommune=4601")


def test_a_faulty_link_opens_with_a_notice(visitor):
    visitor.open("/?fylke=34,99&status=gul&dato=2022-13-01&kommune=0000&niva=<b>")
    notice = visitor.page.locator(".notice")
    for part in ("fylke=99", "status=gul", "dato=2022-13-01", "kommune=0000", "niva=<b>"):
        expect(notice).to_contain_text(part)
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(46)
    visitor.page.get_by_role("button", name="Nullstill alle valg").click()
    expect(notice).to_have_count(0)


def test_back_and_forward(visitor):
    visitor.open()
    choose(visitor, "Fylke", "Agder")
    expect(visitor.page).to_have_url(re.compile("fylke=42"))
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(25)
    visitor.wait()
    visitor.page.get_by_role("radio", name="Streng").click()
    expect(visitor.page).to_have_url(re.compile("definisjon=strict"))
    visitor.wait()
    visitor.page.go_back()
    expect(visitor.page).to_have_url(re.compile("fylke=42$"))
    expect(visitor.page.get_by_role("radio", name="Vanlig")).to_be_checked()
    visitor.wait()
    visitor.page.go_back()
    expect(visitor.page).to_have_url(visitor.server + "/")
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(357)
    visitor.wait()
    visitor.page.go_forward()
    expect(visitor.map.locator("path.area:not(.dim)")).to_have_count(25)


def test_other_parameters_in_the_address_are_left_alone(visitor):
    visitor.open("/?utm_source=avis")
    visitor.page.get_by_role("radio", name="Streng").click()
    expect(visitor.page).to_have_url(re.compile(r"utm_source=avis&definisjon=strict"))


def test_buttons_lead_to_parts_of_the_country(visitor):
    visitor.open()
    whole = visitor.in_map("map.getZoom()")
    visitor.map.get_by_role("button", name="Oslofjorden").click()
    visitor.page.wait_for_timeout(600)
    assert visitor.in_map("map.getZoom()") > whole + 1
    visitor.map.get_by_role("button", name="Hele landet").click()
    visitor.page.wait_for_timeout(600)
    assert visitor.in_map("map.getZoom()") == pytest.approx(whole, abs=0.2)
