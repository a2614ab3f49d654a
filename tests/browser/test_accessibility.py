"""Every page for everyone: axe, widths, names of tables and charts, in three languages, light and dark.

Not every combination is tried, but every page in every language, in both schemes and at every width, and every pair of
language, scheme and width.
"""

from itertools import product

import pytest

from lib.texts.language import Language
from tests.browser.axe import WCAG, faults
from tests.browser.conftest import WIDTHS, visit
from tests.browser.test_page import VIEWS
from tests.browser.test_plain_pages import PAGES

pytestmark = pytest.mark.browser

SCHEMES = ("light", "dark")
# 320 pixels are what WCAG asks for: a screen of 1280 pixels at 400 %.
SIZES = {"desktop": WIDTHS["desktop"], "phone": WIDTHS["phone"], "narrow": (320, 640)}
# Those, and a screen of 1440 pixels at 200 %.
WIDE_ENOUGH = (1440, 1024, 720, 390, 320)
LANGUAGES = tuple(Language)

OVERFLOWING = """() => [document.documentElement, ...document.querySelectorAll('.stMain, .stMainBlockContainer')]
    .filter((e) => e.scrollWidth > Math.min(e.clientWidth, innerWidth)).map((e) => e.className || e.tagName)"""
NAMELESS = """() => {
    const text = (e) => (e?.textContent ?? '').trim();
    const labelled = (e) => text(document.getElementById(e.getAttribute('aria-labelledby')));
    const named = (e) => e.ariaLabel || text(e.caption) || labelled(e);
    const tables = [...document.querySelectorAll('table')].filter((t) => !t.closest('[role=grid], .vega-embed'));
    return [
        ...tables.filter((t) => !named(t)).map((t) => 'no caption: ' + text(t).slice(0, 80)),
        ...tables.filter((t) => !t.querySelector('thead th')).map((t) => 'no headers: ' + text(t).slice(0, 80)),
        ...[...document.querySelectorAll('main .swatch')].filter((s) => !s.parentElement.closest('[aria-hidden]'))
            .filter((s) => !text(s.closest('li, td, th, dt, p, div')))
            .map((s) => 'colour without a word: ' + s.parentElement.outerHTML.slice(0, 120)),
    ];
}"""


def ways(index):
    """Give the language, scheme and width of each visit to a page, so that all pairs occur among the pages."""
    return [(LANGUAGES[(index + turn) % 3], SCHEMES[(index // 3 + turn) % 2], size) for turn, size in enumerate(SIZES)]


def visits(addresses):
    return [(name, *way) for index, name in enumerate(addresses) for way in ways(index)]


@pytest.mark.parametrize("addresses", [VIEWS, PAGES], ids=["views", "pages"])
def test_every_pair_is_among_the_visits(addresses):
    made = visits(addresses)
    for first, second in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)]:
        values = [(list(addresses), LANGUAGES, SCHEMES, tuple(SIZES))[part] for part in (first, second)]
        assert {(each[first], each[second]) for each in made} == set(product(*values))


@pytest.fixture
def guest(request, browser, server):
    _name, _language, scheme, size = request.param
    width, height = SIZES[size]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, locale="nb-NO", reduced_motion="reduce"
    )
    made = visit(context, server)
    made.asked = request.param
    yield made
    context.close()
    assert made.errors == []
    assert made.foreign == []


def spoken(address, language):
    if language == Language.BOKMAL:
        return address
    return f"{address}{'&' if '?' in address else '?'}lang={language}"


def names(visits):
    return ["-".join(map(str, each)) for each in visits]


def overflow_at_every_width(page):
    """Tell what scrolls sideways at which width."""
    found = {}
    for width in WIDE_ENOUGH:
        page.set_viewport_size({"width": width, "height": 800})
        page.wait_for_timeout(100)
        # Diagrams are drawn anew some time after the page has become narrower.
        for _ in range(15):
            found[width] = page.evaluate(OVERFLOWING)
            if not found[width]:
                break
            page.wait_for_timeout(200)
    return {width: parts for width, parts in found.items() if parts}


VISITS = visits(VIEWS)


@pytest.mark.parametrize("guest", VISITS, indirect=True, ids=names(VISITS))
def test_views(guest):
    name, language, _scheme, size = guest.asked
    guest.open(spoken(VIEWS[name], language))
    page = guest.page
    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate(OVERFLOWING) == []
    for document in (page, *(frame for frame in page.frames if "/component/" in frame.url)):
        assert faults(document) == ""
        assert "user-scalable" not in (document.locator("meta[name=viewport]").first.get_attribute("content") or "")
    assert page.evaluate(NAMELESS) == []
    for chart in page.locator("[data-testid=stVegaLiteChart] [role^=graphics-document]").all():
        told = chart.get_attribute("aria-label") or ""
        # A finding has figures; a kind of chart has none.
        assert any(letter.isdigit() for letter in told), told
    if size == "desktop":
        assert overflow_at_every_width(page) == {}


PLAIN_VISITS = visits(PAGES)


@pytest.mark.parametrize("guest", PLAIN_VISITS, indirect=True, ids=names(PLAIN_VISITS))
def test_pages_without_a_session(guest):
    name, language, _scheme, size = guest.asked
    page = guest.page
    page.goto(guest.server + spoken(PAGES[name], language))
    page.wait_for_load_state("networkidle")
    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate(OVERFLOWING) == []
    assert faults(page, tags=(*WCAG, "best-practice")) == ""
    assert page.evaluate(NAMELESS) == []
    if size == "desktop":
        assert overflow_at_every_width(page) == {}
