"""Embeds in a real browser: small, alone, readable at any width, in frames on other sites and nowhere else of ours."""

import re
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.axe import faults
from tests.browser.conftest import visit

pytestmark = pytest.mark.browser

MAPS = {
    "map": "/embed/kart",
    "chosen": "/embed/kart?fylke=34,46&status=adopted&kommune=4601",
    "counties": "/embed/kart?niva=fylker&dato=2019-12-31&lang=en",
    "county": "/embed/fylke/34?lang=nn",
}
EMBEDS = MAPS | {
    "municipality": "/embed/kommune/4601",
    "unknown municipality": "/embed/kommune/5022",
    "chart": "/embed/graf/utvikling",
    "chart of counties": "/embed/graf/fylker?storrelse=5000-9999&tema=mork",
}
MOST_BYTES = 250_000


def drawn(place):
    """Wait for the map of a page or frame."""
    expect(place.locator("[data-ready=true]")).to_be_visible()


class Article(BaseHTTPRequestHandler):
    """A page of a newspaper that frames the address in its own address."""

    def do_GET(self):
        asked = parse_qs(urlsplit(self.path).query)
        sandbox = 'sandbox="allow-scripts"' if "sandbox" in asked else ""
        body = (
            "<!doctype html><html lang=nb><title>Avisen</title><link rel=icon href=data:,>"
            f'<body style="height:4000px"><iframe src="{asked["frame"][0]}" title="Kart" width="640" height="640" '
            f"{sandbox}></iframe>"
        ).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args):
        pass


@pytest.fixture(scope="module")
def newspaper():
    """Address of another site, on a host of its own."""
    site = ThreadingHTTPServer(("127.0.0.1", 0), Article)
    Thread(target=site.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{site.server_port}/"
    site.shutdown()


@pytest.fixture(params=[(320, "light"), (640, "dark"), (1000, "light")], ids=lambda param: f"{param[0]}-{param[1]}")
def reader(request, browser, server):
    width, scheme = request.param
    context = browser.new_context(viewport={"width": width, "height": 700}, color_scheme=scheme, locale="nb-NO")
    made = visit(context, server)
    yield made
    context.close()
    assert made.errors == []
    assert made.foreign == []


@pytest.mark.parametrize("embed", EMBEDS)
def test_it_fits_its_frame_and_axe_finds_no_fault(reader, embed):
    page = reader.page
    page.goto(reader.server + EMBEDS[embed])
    if embed in MAPS:
        drawn(page)
    expect(page.locator("h1")).to_be_visible()
    expect(page.locator(".source")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert faults(page) == ""


@pytest.mark.parametrize("embed", EMBEDS)
def test_a_first_view_costs_less_than_the_budget(browser, server, embed):
    context = browser.new_context(viewport={"width": 640, "height": 700})
    visitor = visit(context, server)
    network = context.new_cdp_session(visitor.page)
    network.send("Network.enable")
    received = []
    network.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    visitor.page.goto(server + EMBEDS[embed])
    if embed in MAPS:
        drawn(visitor.page)
    visitor.page.wait_for_load_state("networkidle")
    context.close()
    assert visitor.errors == []
    assert visitor.foreign == []
    assert received
    assert sum(received) <= MOST_BYTES


@pytest.mark.parametrize("sandbox", ["", "&sandbox=1"], ids=["free", "sandboxed"])
def test_a_newspaper_can_frame_it(browser, server, newspaper, sandbox):
    context = browser.new_context(viewport={"width": 700, "height": 900})
    visitor = visit(context, server)
    visitor.page.goto(f"{newspaper}?frame={server}/embed/kart?fylke=34{sandbox}")
    inside = visitor.page.frame_locator("iframe")
    drawn(inside)
    expect(inside.locator("h1")).to_contain_text("4 av 46 kommuner i Innlandet")
    expect(inside.locator("path.area:not(.dim)")).to_have_count(46)
    context.close()
    assert visitor.errors == []
    assert [address for address in visitor.foreign if not address.startswith(newspaper)] == []


@pytest.mark.parametrize("path", ["/kommune?kommune=4601", "/", "/last-ned/finnes-ikke"])
def test_no_other_page_can_be_framed(browser, server, newspaper, path):
    context = browser.new_context()
    visitor = visit(context, server)
    with visitor.page.expect_event("console", lambda message: "frame-ancestors" in message.text):
        visitor.page.goto(f"{newspaper}?frame={server}{path}")
    context.close()


def test_the_faults_of_an_embed_can_be_read_in_the_frame(browser, server, newspaper):
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{newspaper}?frame={server}/embed/kommune/1850")
    expect(page.frame_locator("iframe").locator("main")).to_contain_text("Narvik (1806) eller Hamarøy (1875)")
    context.close()


def test_the_page_around_it_scrolls_on_though_the_pointer_is_on_the_map(browser, server, newspaper):
    context = browser.new_context(viewport={"width": 700, "height": 700})
    page = context.new_page()
    page.goto(f"{newspaper}?frame={server}/embed/kart")
    drawn(page.frame_locator("iframe"))
    page.mouse.move(500, 300)
    page.mouse.wheel(0, 400)
    page.wait_for_function("window.scrollY > 0")
    context.close()


def test_a_click_tells_about_the_place_and_leads_to_its_page(visitor):
    visitor.page.goto(visitor.server + "/embed/kart?definisjon=strict")
    drawn(visitor.page)
    visitor.page.evaluate(
        "(() => { const area = registerMap.byNumber.get('4601'); area.fire('click', {latlng: area.getCenter()}); })()"
    )
    told = visitor.page.locator(".leaflet-popup-content")
    expect(told).to_contain_text("Bergen")
    expect(told).to_contain_text("Vedtatt")
    link = told.get_by_role("link", name="Mer om Bergen")
    expect(link).to_have_attribute("href", f"{visitor.server}/kommune?kommune=4601&definisjon=strict")
    expect(link).to_have_attribute("target", "_blank")


def test_hovering_tells_the_status(visitor):
    visitor.page.goto(visitor.server + "/embed/fylke/46")
    drawn(visitor.page)
    box = visitor.page.evaluate(
        "(() => { const p = map_embed.latLngToContainerPoint(registerMap.byNumber.get('4601').getCenter());"
        " const f = document.getElementById('map_embed').getBoundingClientRect(); return [f.x + p.x, f.y + p.y]; })()"
    )
    visitor.page.mouse.move(*box)
    expect(visitor.page.locator(".leaflet-tooltip")).to_contain_text("Bergen")


@pytest.mark.parametrize(("scheme", "ground"), [("lys", "rgb(255, 255, 255)"), ("mork", "rgb(26, 39, 44)")])
def test_the_address_can_ask_for_light_or_dark(browser, server, scheme, ground):
    opposite = "dark" if scheme == "lys" else "light"
    context = browser.new_context(color_scheme=opposite)
    page = context.new_page()
    page.goto(f"{server}/embed/kommune/4601?tema={scheme}")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == ground
    context.close()


def test_without_scripts_there_is_a_picture_and_the_finding(browser, server):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(server + "/embed/kart?fylke=34")
    expect(page.locator("h1")).to_contain_text("4 av 46 kommuner i Innlandet")
    picture = page.locator(".picture img")
    expect(picture).to_be_visible()
    expect(picture).to_have_attribute("alt", re.compile("4 av 46 kommuner i Innlandet"))
    expect(page.get_by_role("link", name="Åpne i full versjon")).to_have_attribute("href", f"{server}/?fylke=34")
    context.close()


@pytest.mark.parametrize("language", ["nb", "en"])
def test_the_dialog_previews_what_its_code_shows(visitor, language):
    labels = {"nb": ("Bygg inn", "Mørkt", "Lukk"), "en": ("Embed", "Dark", "Close")}[language]
    visitor.open(f"/?fylke=34&lang={language}")
    visitor.page.get_by_role("button", name=labels[0], exact=True).click()
    dialog = visitor.page.get_by_role("dialog")
    preview, code = dialog.locator("iframe"), dialog.locator("#innebygging-ramme")
    shown = "&lang=en" if language == "en" else ""
    expect(code).to_have_value(
        re.compile(re.escape(f'src="{visitor.server}/embed/kart?fylke=34{shown}"'.replace("&", "&amp;")))
    )
    dialog.get_by_role("radio", name=labels[1]).click()
    expect(preview).to_have_attribute("src", f"/embed/kart?fylke=34&tema=mork{shown}")
    expect(code).to_have_value(re.compile("tema=mork"))
    drawn(dialog.frame_locator("iframe"))
    assert faults(visitor.page, within="[role=dialog]") == ""
    dialog.get_by_role("button", name=labels[2]).click()
    expect(dialog).to_have_count(0)


def test_the_code_can_be_copied(browser, server):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    visitor = visit(context, server).open("/kommune?kommune=4601")
    visitor.page.get_by_role("button", name="Bygg inn", exact=True).click()
    dialog = visitor.page.get_by_role("dialog")
    dialog.get_by_role("button", name="Kopier koden").first.click()
    expect(dialog.get_by_role("status").first).to_have_text("Koden er kopiert")
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert f'<iframe src="{server}/embed/kommune/4601"' in copied
    context.close()
