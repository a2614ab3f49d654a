"""A real Chromium and pages that remember what went wrong on them."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, FrameLocator, Page, expect, sync_playwright

CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WIDTHS = {"desktop": (1440, 900), "tablet": (1024, 768), "phone": (390, 844)}

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=found, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page and what happened on it."""

    page: Page
    server: str
    errors: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)

    @property
    def map(self) -> FrameLocator:
        return self.page.frame_locator(".st-key-kartramme iframe")

    def open(self, address: str = "/") -> "Visit":
        self.page.goto(self.server + address)
        self.wait()
        return self

    def wait(self) -> None:
        """Wait until the script has come to rest and what the page has of map and charts is drawn."""
        expect(self.page.locator(".stApp[data-test-script-state=notRunning]")).to_be_visible()
        expect(self.page.locator(".footer")).to_be_visible()
        if self.page.locator(".st-key-kartramme").count():
            expect(self.map.locator("[data-ready=true]")).to_be_visible()
        for chart in self.page.get_by_test_id("stVegaLiteChart").all():
            expect(chart.locator("canvas, svg").first).to_be_visible()

    def open_choices(self, label: str) -> None:
        """Open a list of choices; it would close again if the page were still scrolling to it."""
        box = self.page.get_by_role("combobox", name=label)
        box.scroll_into_view_if_needed()
        self.page.wait_for_timeout(200)
        box.click()

    def in_map(self, script: str) -> object:
        """Evaluate JavaScript in the map's frame; ``map`` is Leaflet's map and ``register`` ours."""
        return self.map.locator("body").evaluate(
            f"() => {{ const map = window.map, register = window.registerMap; return {script}; }}"
        )

    def area(self, number: str):
        """Locate the path of a municipality, marked for the test."""
        self.in_map(f"register.byNumber.get('{number}').getElement().setAttribute('data-number', '{number}')")
        return self.map.locator(f"path[data-number='{number}']")

    def click_municipality(self, number: str) -> None:
        """Click a municipality at a point that is surely inside it."""
        x, y = self.in_map(
            f"(() => {{ const p = map.latLngToContainerPoint(register.byNumber.get('{number}').getCenter());"
            " return [p.x, p.y]; })()"
        )
        frame = self.page.locator(".st-key-kartramme iframe")
        frame.scroll_into_view_if_needed()
        frame.click(position={"x": x, "y": y})


def visit(context: BrowserContext, server: str) -> Visit:
    page = context.new_page()
    made = Visit(page, server)
    page.on("console", lambda message: made.errors.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: made.errors.append(str(error)))
    own = (server, server.replace("http", "ws", 1), "data:", "blob:")
    page.on("request", lambda request: None if request.url.startswith(own) else made.foreign.append(request.url))
    page.on("websocket", lambda socket: None if socket.url.startswith(own) else made.foreign.append(socket.url))
    return made


@pytest.fixture
def visitor(browser: Browser, server: str) -> Iterator[Visit]:
    """A visit on a desktop screen; fails when the page made an error or a request to another host."""
    context = browser.new_context(
        viewport=dict(zip(("width", "height"), WIDTHS["desktop"], strict=True)), locale="nb-NO"
    )
    made = visit(context, server)
    yield made
    context.close()
    assert made.errors == []
    assert made.foreign == []
