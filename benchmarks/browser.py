"""What a visitor with a real Chromium gets: first visits and filter changes, in time and in bytes.

Times are taken by the page itself (see ``observer.js``), without the recording of traffic that would slow it down;
bytes come from Chromium's own account of its network, in visits of their own.
"""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.changes import Change
from benchmarks.traffic import Message, Traffic

OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
OBSERVER = (Path(__file__).parent / "observer.js").read_text(encoding="utf-8")
IDLE = "() => document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"
TIMEOUT = 60_000
# st_folium waits a quarter of a second before it answers a new map, and a run may follow.
QUIET = 600
ZOOM_ANIMATION = 400


class FirstVisit(NamedTuple):
    """What a visitor with an empty cache fetches.

    Attributes
    ----------
    files
        Bytes as transferred for each address, headers included.
    messages
        Bytes over the WebSocket, both ways.
    """

    files: list[tuple[str, int]]
    messages: int

    @property
    def transferred(self) -> int:
        """All bytes together."""
        return sum(size for _, size in self.files) + self.messages


class Repaint(NamedTuple):
    """What a filter change did to the map.

    Attributes
    ----------
    seconds
        From releasing the mouse button to the map being painted anew.
    remounted
        Whether the map's frame was replaced.
    zoom_kept
        Whether the zoom stayed as the visitor had set it.
    """

    seconds: float
    remounted: bool
    zoom_kept: bool


@dataclass(frozen=True)
class Visitors:
    """Makes visits, each with a fresh profile.

    Attributes
    ----------
    browser
        A running Chromium.
    """

    browser: Browser

    def first_paint(self, url: str) -> float:
        """Visit with an empty cache.

        Parameters
        ----------
        url
            The page.

        Returns
        -------
        float
            Seconds from the navigation to all areas painted.
        """
        with self._visit(url) as page:
            return page.evaluate("observer.firstPaint") / 1000

    def first_visit(self, url: str) -> FirstVisit:
        """Visit with an empty cache, and count.

        Parameters
        ----------
        url
            The page.

        Returns
        -------
        FirstVisit
            What was transferred until the page had come to rest.
        """
        with self._page() as page:
            traffic = Traffic(page)
            _open(page, url)
            page.wait_for_load_state("networkidle")
            _rest(page)
            return FirstVisit(traffic.files(), sum(message.size for message in traffic.messages))

    def repaints(self, url: str, changes: Iterable[Change]) -> list[Repaint]:
        """Change filters on a zoomed map, and take the times.

        Parameters
        ----------
        url
            The page.
        changes
            The changes, one after another.

        Returns
        -------
        list of Repaint
            One for each change.
        """
        repaints = []
        with self._visit(url) as page:
            usual_zoom = page.evaluate("observer.zoom()")
            for change in changes:
                if page.evaluate("observer.zoom()") == usual_zoom:
                    page.evaluate("observer.zoomIn()")
                    page.wait_for_timeout(ZOOM_ANIMATION)
                page.evaluate("observer.expectChange()")
                _click(page, change)
                result = page.evaluate("observer.change")
                repaints.append(Repaint(result["milliseconds"] / 1000, result["remounted"], result["zoomKept"]))
                _rest(page)
        return repaints

    def messages(self, url: str, changes: Iterable[Change]) -> list[list[Message]]:
        """Change filters, and record what goes over the WebSocket.

        Parameters
        ----------
        url
            The page.
        changes
            The changes, one after another.

        Returns
        -------
        list of list of Message
            The messages of each change.
        """
        recorded = []
        with self._page() as page:
            traffic = Traffic(page)
            _open(page, url)
            _rest(page)
            for change in changes:
                traffic.messages.clear()
                page.evaluate("observer.expectChange()")
                _click(page, change)
                page.evaluate("observer.change")
                _rest(page)
                recorded.append(list(traffic.messages))
            return recorded

    @contextmanager
    def _page(self) -> Iterator[Page]:
        context = self.browser.new_context(viewport={"width": 1440, "height": 900}, locale="nb-NO")
        try:
            context.set_default_timeout(TIMEOUT)
            context.add_init_script(OBSERVER)
            yield context.new_page()
        finally:
            context.close()

    @contextmanager
    def _visit(self, url: str) -> Iterator[Page]:
        with self._page() as page:
            _open(page, url)
            _rest(page)
            yield page


@contextmanager
def chromium() -> Iterator[Visitors]:
    """Run a headless Chromium.

    Yields
    ------
    Visitors
        What makes visits with it.
    """
    with sync_playwright() as playwright:
        system = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=system, args=OPTIONS)
        try:
            yield Visitors(browser)
        finally:
            browser.close()


def _open(page: Page, url: str) -> None:
    page.goto(url)
    page.evaluate("observer.firstPaint")


def _rest(page: Page) -> None:
    page.wait_for_timeout(QUIET)
    page.wait_for_function(IDLE)


def _click(page: Page, change: Change) -> None:
    widget = page.locator(f".st-key-{change.key}")
    if widget.locator("[role=combobox]").count() == 0:
        widget.get_by_role("toolbar").or_(widget.get_by_role("radiogroup")).locator("button").nth(change.option).click()
    elif change.chosen:
        widget.locator("[role=combobox]").click()
        page.get_by_role("option").nth(change.option).click()
        # A field in focus is taller; losing it at the next click would move that click's target away.
        page.keyboard.press("Escape")
        widget.locator("[role=combobox]").blur()
    else:
        widget.locator("[data-tag] button").first.click()
