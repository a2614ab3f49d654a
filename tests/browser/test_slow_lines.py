"""What is seen before the page has come, when a part of it does not come, and when the line is lost."""

import re
from threading import Event

import pytest
from playwright.sync_api import expect

from lib.texts import _
from lib.texts.language import Language, speaking
from tests.browser.conftest import visit

pytestmark = pytest.mark.browser

TOP = """() => [...document.querySelectorAll('.masthead, .masthead a')].map((e) => {
    const box = e.getBoundingClientRect();
    return [e.textContent.trim(), Math.round(box.x), Math.round(box.y), Math.round(box.width)];
})"""


@pytest.fixture(params=[(1440, "light"), (390, "dark")], ids=["desktop", "phone"])
def waiting(request, browser, server):
    """A visit without the console's record: what is blocked is an error there."""
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="nb-NO")
    made = visit(context, server)
    yield made
    context.close()
    assert made.foreign == []


@pytest.mark.parametrize(("query", "told"), [("", "Henter siden «Fornyelse» …"), ("?lang=en", "Renewal")])
def test_the_frame_of_the_page_is_there_before_streamlit(waiting, query, told):
    page = waiting.page
    held = []
    page.route("**/static/js/index.*.js", lambda route: held.append(route))
    page.goto(f"{waiting.server}/fornyelse{query}", wait_until="commit")
    starting = page.locator(".starting")
    expect(starting.get_by_role("status")).to_contain_text(told)
    expect(starting.get_by_role("link", name=re.compile("^(Fornyelse|Renewal)$"))).to_have_attribute(
        "aria-current", "page"
    )
    expect(starting.locator(".late")).to_be_hidden()
    page.wait_for_function("document.fonts.status === 'loaded'")
    before = page.evaluate(TOP)
    for route in held:
        route.continue_()
    waiting.wait()
    expect(starting).to_have_count(0)
    assert page.evaluate(TOP) == before


def test_a_page_that_does_not_come_leads_to_the_plain_one(waiting):
    page = waiting.page
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{waiting.server}/kommune?kommune=4601")
    link = page.locator(".starting .late a")
    expect(link).to_be_visible()
    link.click()
    expect(page).to_have_url(re.compile(r"/kommune/4601-bergen$"))
    expect(page.get_by_role("heading", level=1)).to_contain_text("Bergen")


def test_the_links_of_the_frame_work_before_streamlit(waiting):
    page = waiting.page
    page.route("**/static/js/**", lambda route: route.abort())
    page.goto(f"{waiting.server}/fornyelse")
    page.locator(".starting").get_by_role("link", name="Utvikling").click()
    expect(page).to_have_url(re.compile("/utvikling$"))
    expect(page.locator(".starting").get_by_role("status")).to_contain_text("Utvikling")


def test_without_scripts_the_frame_leads_to_the_plain_page(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/fylke?fylke=34&lang=nn")
    expect(page.locator(".starting .scripted")).to_be_hidden()
    expect(page.locator(".masthead")).to_be_visible()
    page.locator("noscript a").click()
    expect(page).to_have_url(re.compile(r"/fylke/34-innlandet\?lang=nn$"))
    context.close()


@pytest.mark.parametrize("part", ["assets/leaflet.*.js", "assets/map.*.js", "component/**", "assets/kommuner.*"])
def test_a_map_that_is_late_says_what_works_without_it_and_goes_on_when_it_comes(browser, server, part):
    context = browser.new_context(locale="nb-NO")
    visitor = visit(context, server)
    page, come = visitor.page, Event()
    held = []
    page.route(f"**/{part}", lambda route: route.continue_() if come.is_set() else held.append(route))
    page.goto(server)
    note = page.locator(".map-late span")
    expect(note).to_be_visible()
    expect(note).to_contain_text("Søket og tabellene på siden virker uten det")
    expect(page.locator("table[data-sortable=fylker]")).to_be_visible()
    come.set()
    for route in held:
        route.continue_()
    visitor.wait()
    expect(note).to_be_hidden()
    context.close()


def test_a_lost_line_is_told_in_the_language_of_the_page(browser, server):
    context = browser.new_context()
    visitor = visit(context, server)
    page, sockets = visitor.page, []

    def connect(socket):
        sockets.append(socket)
        socket.connect_to_server()

    page.route_web_socket("**/_stcore/stream", connect)
    visitor.open("/fornyelse?lang=nn")
    page.route("**/_stcore/h*", lambda route: route.abort())
    sockets[0].close()
    dialog = page.get_by_role("dialog")
    with speaking(Language.NYNORSK):
        title = _("Mistet forbindelsen")
    expect(dialog.get_by_role("heading")).to_have_text(title)
    expect(dialog.locator(".stErrorCodeBlock")).to_be_hidden()
    expect(dialog).not_to_contain_text("Streamlit")
    page.unroute_all()
    expect(dialog).to_have_count(0)
    expect(page.locator(".stApp")).to_have_attribute("data-test-connection-state", "CONNECTED")
    context.close()


def test_a_run_that_takes_more_than_a_moment_shows(visitor):
    visitor.open("/fornyelse")
    look = "(state) => { const app = document.querySelector('.stApp'); app.dataset.testScriptState = state; }"
    shown = "getComputedStyle(document.querySelector('.stApp'), '::before').visibility"
    visitor.page.evaluate(look, "running")
    assert visitor.page.evaluate(shown) == "hidden"
    visitor.page.wait_for_timeout(700)
    assert visitor.page.evaluate(shown) == "visible"
    visitor.page.evaluate(look, "notRunning")
    assert visitor.page.evaluate("getComputedStyle(document.querySelector('.stApp'), '::before').content") == "none"
