"""The pages without a session in a real browser: widths, without scripts, and on paper."""

import io

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

from tests.browser.conftest import WIDTHS, visit

pytestmark = pytest.mark.browser

PAGES = {
    "municipality": "/kommune/4601-bergen",
    "municipality without sources": "/kommune/1144-kvitsoy",
    "split municipality": "/kommune/1850",
    "county": "/fylke/40-telemark",
    "municipalities": "/kommuner",
    "counties": "/fylker",
    "data": "/data/",
    "interface": "/api",
    "accessibility": "/tilgjengelighet",
    "privacy": "/personvern",
}
# Half of a phone's width is what WCAG's reflow at 200 % comes to.
SIZES = WIDTHS | {"narrow": (320, 640)}


def is_wide(page):
    return page.evaluate("document.documentElement.scrollWidth > window.innerWidth")


@pytest.fixture
def reader(request, browser, server):
    width, scheme = getattr(request, "param", ("desktop", "light"))
    size = dict(zip(("width", "height"), WIDTHS[width], strict=True))
    context = browser.new_context(viewport=size, color_scheme=scheme, locale="nb-NO")
    made = visit(context, server)
    yield made
    context.close()
    assert made.errors == []
    assert made.foreign == []


@pytest.mark.parametrize("name", PAGES)
def test_nothing_scrolls_sideways_without_scripts(browser, server, name):
    context = browser.new_context(java_script_enabled=False, locale="nb-NO")
    page = context.new_page()
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        page.goto(server + PAGES[name])
        expect(page.locator("h1")).to_be_visible()
        body = page.locator("body").bounding_box()
        widest = max(
            box["x"] + box["width"] for box in (e.bounding_box() for e in page.locator("main > *").all()) if box
        )
        assert body["width"] <= width
        assert widest <= width, (name, width)
    context.close()


def test_without_scripts_the_way_leads_from_page_to_page(browser, server):
    context = browser.new_context(java_script_enabled=False, locale="nb-NO")
    page = context.new_page()
    page.goto(f"{server}/kommuner")
    page.get_by_role("navigation", name="Alfabetet").get_by_role("link", name="Å", exact=True).click()
    expect(page.get_by_role("heading", name="Å", exact=True)).to_be_in_viewport()
    page.get_by_role("link", name="Åsnes").click()
    expect(page.locator("h1")).to_have_text("Åsnes")
    page.get_by_role("navigation", name="Brødsmuler").get_by_role("link", name="Innlandet").click()
    expect(page.locator("h1")).to_contain_text("Innlandet: 4 av 46 kommuner")
    page.get_by_role("row", name="Hamar").get_by_role("link", name="Hamar", exact=True).click()
    expect(page.locator(".reasoning")).to_contain_text("Vedtatt:")
    page.get_by_role("link", name="Hopp til innholdet").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{server}/kommune/3403-hamar#innhold")
    context.close()


def test_a_dashboard_page_without_scripts_leads_to_the_plain_one(browser, server):
    context = browser.new_context(java_script_enabled=False, locale="nb-NO")
    page = context.new_page()
    page.goto(f"{server}/kommune?kommune=4601")
    page.get_by_role("link", name="gå til den enkle siden").click()
    expect(page).to_have_url(f"{server}/kommune/4601-bergen")
    context.close()


def test_the_picture_is_drawn(reader):
    reader.page.goto(f"{reader.server}/fylke/40-telemark")
    image = reader.page.locator("main img")
    image.scroll_into_view_if_needed()
    expect(image).to_have_js_property("complete", True)
    assert image.evaluate("image => image.naturalWidth") > 0


def test_the_dashboard_leads_to_the_page_to_print_and_back(visitor):
    visitor.open("/kommune?kommune=4601")
    visitor.page.get_by_role("link", name="Utskriftsvennlig side").click()
    expect(visitor.page).to_have_url(f"{visitor.server}/kommune/4601-bergen")
    visitor.page.get_by_role("link", name="Åpne i kartløsningen").first.click()
    visitor.wait()
    expect(visitor.page.locator("h1")).to_have_text("Bergen")


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("/kommune/4601-bergen", ["Bergen", "Vedtatt: planen ble vedtatt i 2022", "(https://www.bergen.kommune.no/"]),
        ("/fylke/34-innlandet", ["Innlandet: 4 av 46 kommuner", "Hamar", "Frivillighet Norges egne tall"]),
    ],
)
def test_on_paper_it_is_a_handout_with_status_source_and_legend(browser, server, path, said):
    context = browser.new_context(color_scheme="dark", locale="nb-NO")
    page = context.new_page()
    page.goto(server + path)
    printed = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    context.close()
    assert [round(float(side) / 72 * 25.4) for side in printed.pages[0].mediabox[2:]] == [210, 297]
    text = " ".join("\n".join(sheet.extract_text() for sheet in printed.pages).split()).replace("ﬀ", "ff")
    for each in (
        *said,
        "Hva statusene betyr",
        "Utløpt eller ubekreftet",
        "CC BY 4.0",
        f"{server}{path}",
    ):
        assert each in text, each
    assert "Foreslå en rettelse" not in text
    assert "Nynorsk" not in text
    assert len(printed.pages) <= 8
