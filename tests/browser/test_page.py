"""The whole page in a real browser: its order, its tables, the languages of its parts, and what it fetches."""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import visit

pytestmark = pytest.mark.browser

VIEWS = {
    "start": "/",
    "card": "/?kommune=4601",
    "counties": "/?niva=fylker&fylke=34,99",
    "municipality": "/kommune?kommune=5001",
    "unknown municipality": "/kommune?kommune=1144",
    "municipality to choose": "/kommune?kommune=1850",
    "county": "/fylke?fylke=40",
    "county to choose": "/fylke?fylke=30",
    "comparison": "/sammenlign?kommuner=4601,1103,5001",
    "comparison of counties": "/sammenlign?fylker=34,46,03",
    "nothing to compare": "/sammenlign",
    "development": "/utvikling?aar=2019",
    "renewal": "/fornyelse",
    "guide": "/veileder",
    "self-assessment": "/egenvurdering?kommune=5610",
    "models": "/forbilder?kommune=4003",
    "no models": "/forbilder?fylke=34&aar=2022",
    "about": "/om",
}


def test_the_order_on_a_phone(browser, server):
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="nb-NO")
    visitor = visit(context, server).open()
    tops = [
        visitor.page.locator(selector).first.bounding_box()["y"]
        for selector in ("h1", ".st-key-sokefelt", ".st-key-kartramme", ".figures", ".table")
    ]
    assert tops == sorted(tops)
    width, height = visitor.in_map("[map.getSize().x, map.getSize().y]")
    frame = visitor.page.locator(".st-key-kartramme iframe").bounding_box()
    assert (width, height) == pytest.approx((frame["width"], frame["height"]), abs=1)
    context.close()


def test_the_table_sorts_by_any_column(visitor):
    visitor.open()
    table = visitor.page.locator("table[data-sortable=fylker]")
    names = table.locator("tbody th")
    expect(names.first).to_have_text("Oslo")
    table.get_by_role("button", name="Fylke", exact=True).click()
    expect(names.first).to_have_text("Agder")
    expect(names.last).to_have_text("Østfold")
    table.get_by_role("button", name="Ikke undersøkt").click()
    expect(names.first).to_have_text("Nordland")
    expect(table.locator("[aria-sort=descending]")).to_have_text(re.compile("Ikke undersøkt"))
    visitor.page.get_by_role("radio", name="Streng").click()
    expect(visitor.page.locator(".summary")).to_contain_text("streng")
    visitor.wait()
    expect(table.locator("[aria-sort=descending]")).to_have_text(re.compile("Ikke undersøkt"))
    counts = [int(text) for text in table.locator("tbody td[data-label='Ikke undersøkt']").all_inner_texts()]
    assert counts == sorted(counts, reverse=True)


def test_streamlits_own_words_are_norwegian(visitor):
    visitor.open("/?fylke=34&kommune=4601")
    visitor.open_choices("Fylke")
    expect(visitor.page.get_by_role("option").first).to_be_visible()
    words = visitor.page.evaluate(
        """() => [...document.querySelectorAll('body *')]
            .filter((e) => e.checkVisibility() && !e.closest('[data-testid=stElementToolbar]'))
            .flatMap((e) => [e.ariaLabel, e.title, e.placeholder])
            .filter(Boolean)"""
    )
    assert "Fjern Innlandet" in words
    english = re.compile(r"\b(clear|remove|open|choose|select|selected|search|show|close|dismiss|options)\b", re.I)
    assert [word for word in words if english.search(word)] == []


def test_a_map_that_cannot_be_fetched_says_so(browser, server):
    context = browser.new_context(locale="nb-NO")
    visitor = visit(context, server)
    visitor.page.route("**/assets/kommuner.*", lambda route: route.abort())
    visitor.page.goto(server)
    expect(visitor.map.get_by_text("Kartet kunne ikke hentes")).to_be_visible()
    expect(visitor.page.locator("table[data-sortable=fylker]")).to_be_visible()
    context.close()


def test_the_geometry_is_fetched_once_for_all_visits(browser, server):
    context = browser.new_context(locale="nb-NO")
    visitor = visit(context, server)
    fetched = []
    visitor.page.on("response", lambda answer: fetched.append(answer.url) if "/kommuner." in answer.url else None)
    visitor.open()
    visitor.page.get_by_role("radio", name="Streng").click()
    expect(visitor.page.locator(".summary")).to_contain_text("streng")
    assert len(fetched) == 1
    assert re.search(r"/assets/kommuner\.[0-9a-f]{10}\.geojson$", fetched[0])
    with visitor.page.expect_response(re.compile(r"/kommuner\.")) as again:
        visitor.page.reload()
    visitor.wait()
    assert (
        visitor.map.locator("body").evaluate(
            "() => performance.getEntriesByType('resource').find((e) => e.name.includes('/kommuner.')).transferSize"
        )
        == 0
    ), again.value.url
    context.close()
