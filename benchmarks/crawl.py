"""A crawl of everything that needs no session: all addresses in the sitemap, and the feeds of all places."""

import re
import time
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http.client import HTTPException
from urllib.parse import urlsplit
from xml.etree import ElementTree

from benchmarks.fetch import Answer, Connection

COUNTRY_FEED = "/endringer.atom"
# What an address is, by its path, and what it must answer with.
KINDS = {
    "municipality page": (re.compile(r"/kommune/[0-9]{4}-[^/]+"), "text/html"),
    "county page": (re.compile(r"/fylke/[0-9]{2}-[^/]+"), "text/html"),
    "feed": (re.compile(r"(/(kommune|fylke)/[0-9]+)?/endringer\.atom"), "application/atom+xml"),
    "other page": (re.compile(r"/.*"), "text/html"),
}
PLACE = re.compile(r"(/(?:kommune|fylke)/[0-9]+)-")


def addresses(url: str) -> list[str]:
    """Find what there is to crawl.

    Parameters
    ----------
    url
        The server's address.

    Returns
    -------
    list of str
        Paths: those in the sitemap, and the feeds of the country and of every place in it.
    """
    with Connection(url) as connection:
        sitemap = ElementTree.fromstring(connection.need("/sitemap.xml", {}).body)
    paths = [urlsplit(location.text or "").path for location in sitemap.iterfind("{*}url/{*}loc")]
    feeds = [f"{place[1]}{COUNTRY_FEED}" for path in paths if (place := PLACE.match(path))]
    return [*paths, COUNTRY_FEED, *feeds]


def kind_of(path: str) -> str:
    """Tell what an address is: one of :data:`KINDS`."""
    return next(kind for kind, (pattern, _) in KINDS.items() if pattern.fullmatch(path))


@dataclass
class Crawl:
    """A crawl, to be run once.

    Attributes
    ----------
    url
        The server's address.
    paths
        What to fetch.
    connections
        How many at once.
    answered
        How many addresses of each kind have answered as they should.
    times
        Seconds of each answer.
    faults
        The addresses that did not answer as they should, and what they did.
    seconds
        How long the crawl took.
    """

    url: str
    paths: Sequence[str]
    connections: int
    answered: Counter[str] = field(default_factory=Counter)
    times: list[float] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def run(self) -> None:
        """Fetch every address once."""
        start = time.perf_counter()
        with ThreadPoolExecutor(self.connections) as pool:
            for _ in pool.map(self._fetch_share, range(self.connections)):
                pass
        self.seconds = time.perf_counter() - start

    def _fetch_share(self, first: int) -> None:
        with Connection(self.url) as connection:
            for path in self.paths[first :: self.connections]:
                try:
                    self._note(path, connection.get(path))
                except (OSError, HTTPException) as error:
                    self.faults.append(f"{path}: {error!r}")
                    connection.close()

    def _note(self, path: str, answer: Answer) -> None:
        kind = kind_of(path)
        self.times.append(answer.seconds)
        if answer.status == 200 and answer.media_type == KINDS[kind][1] and answer.body:
            self.answered[kind] += 1
        else:
            self.faults.append(f"{path}: status {answer.status}, {answer.media_type}, {len(answer.body)} bytes")
