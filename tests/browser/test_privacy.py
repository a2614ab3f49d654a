"""A whole visit is recorded: nothing goes to others, and nothing is kept but what the page on privacy names."""

import pytest
from playwright.sync_api import expect

from lib.web.storage import Place, kept_in_browser
from tests.browser.conftest import visit
from tests.browser.test_embeds import EMBEDS, MAPS, drawn
from tests.browser.test_page import VIEWS
from tests.browser.test_plain_pages import PAGES

pytestmark = pytest.mark.browser

STORED = """async () => ({
    cookie: document.cookie.split('; ').filter(Boolean).map((each) => each.split('=')[0]),
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    indexedDB: (await indexedDB.databases()).map((each) => each.name),
    caches: 'caches' in self ? await caches.keys() : [],
    serviceWorker: (await navigator.serviceWorker?.getRegistrations() ?? []).map((each) => each.scope),
})"""


class Records:
    """What a browser sent, was told to keep, and kept."""

    def __init__(self, context, server):
        self.context = context
        self.visit = visit(context, server)
        self.cookies_set = []
        self.found = set()
        self.asked = 0
        self.visit.page.on("response", self._answered)

    def _answered(self, response):
        self.asked += 1
        self.cookies_set += [each["value"] for each in response.headers_array() if each["name"].lower() == "set-cookie"]

    def look(self):
        """Note what is kept now, by the page and by the frames in it."""
        for frame in self.visit.page.frames:
            for place, names in frame.evaluate(STORED).items():
                self.found |= {(Place(place), name) for name in names}
        self.found |= {(Place.COOKIE, cookie["name"]) for cookie in self.context.cookies()}


@pytest.fixture
def records(browser, server):
    context = browser.new_context(locale="nb-NO")
    yield Records(context, server)
    context.close()


def test_a_visit_to_all_pages(records):
    visitor, page = records.visit, records.visit.page
    for address in VIEWS.values():
        visitor.open(address)
        records.look()
    visitor.open("/")
    page.locator(".st-key-sokefelt input").press_sequentially("bergen")
    page.locator(".st-key-treff button").first.click()
    expect(page.locator(".st-key-kort h2")).to_contain_text("Bergen")
    page.get_by_role("link", name="Nynorsk").click()
    expect(page.locator("html")).to_have_attribute("lang", "nn")
    visitor.wait()
    records.look()
    for address in PAGES.values():
        page.goto(visitor.server + address)
        records.look()
    assert records.asked > 100
    assert visitor.foreign == []
    assert records.cookies_set == []
    named = kept_in_browser()
    unnamed = [found for found in records.found if not any(each.has(*found) for each in named)]
    assert unnamed == []
    assert [each.name for each in named if not any(each.has(*found) for found in records.found)] == []


def test_embeds_keep_nothing(records):
    page = records.visit.page
    for name, address in EMBEDS.items():
        page.goto(records.visit.server + address)
        if name in MAPS:
            drawn(page)
        records.look()
    assert records.asked > len(EMBEDS)
    assert records.visit.foreign == []
    assert records.cookies_set == []
    assert records.found == set()


def test_the_page_on_privacy_names_what_is_kept(visitor):
    visitor.page.goto(visitor.server + "/personvern")
    table = visitor.page.get_by_role("table", name="Det som lagres i nettleseren")
    expect(table.locator("tbody th")).to_have_text([each.name for each in kept_in_browser()])
    expect(table.locator("tbody td:nth-child(2)")).to_have_text([each.place.value for each in kept_in_browser()])
