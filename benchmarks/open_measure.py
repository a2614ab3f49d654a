"""What needs no session, measured on a running server: a crawl beside the dashboard's users, lists, pages, pictures."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from benchmarks.crawl import Crawl, addresses
from benchmarks.fetch import Connection, throughput
from benchmarks.load import Answers, Load, measure_load
from benchmarks.servers import Server

API_LISTS = {kind: f"/api/v1/municipalities.{kind.lower()}" for kind in ("JSON", "CSV", "GeoJSON")}
MUNICIPALITY_PAGE = "/kommune/4601-bergen"
ENDINGS = ("svg", "pdf", "png")
FORMATS = ("avis-1", "avis-2", "presentasjon", "sosiale", "kvadrat", "plakat")
# The start page's chart in every format, and the other charts in the usual one, each in a view of its page.
OTHER_CHARTS = {
    "kommune/tidslinje": "kommune=4601",
    "sammenlign/sammenligning": "kommuner=4601,1103,5001,0301,3301,4204",
    "sammenlign/andeler": "fylker=34,46,50",
    "utvikling/utvikling": "aar=2019",
    "fylke/fylkesutvikling": "fylke=34",
}
PICTURES = {
    "map": [f"/last-ned/kart/kart.{ending}?format={sheet}" for sheet, ending in product(FORMATS, ENDINGS)],
    "chart": [
        *(f"/last-ned/graf/kart/fylker.{ending}?format={sheet}" for sheet, ending in product(FORMATS, ENDINGS)),
        *(
            f"/last-ned/graf/{name}.{ending}?{query}"
            for (name, query), ending in product(OTHER_CHARTS.items(), ENDINGS)
        ),
    ],
}


@dataclass(frozen=True)
class Plan:
    """How much to measure.

    Attributes
    ----------
    requests
        How often to ask for each list of the API.
    rounds, seconds
        How many times to count the answers per second, and for how long each time.
    connections
        How many connections ask at once, then and in the crawl.
    first
        The dashboard's users before the crawl, on a server that was just started.
    load
        Its users during the crawl.
    share
        Crawl every address (1), or each second (2), third …
    pictures
        Make every picture (1), or each second (2), third …
    """

    requests: int
    rounds: int
    seconds: float
    connections: int
    first: Load
    load: Load
    share: int = 1
    pictures: int = 1


class Picture(NamedTuple):
    """A map or a chart as a file.

    Attributes
    ----------
    kind
        ``map`` or ``chart``.
    path
        Its address.
    cold
        Seconds of the answer when nobody had asked for it.
    kept
        Seconds of the answer when somebody had.
    """

    kind: str
    path: str
    cold: float
    kept: float


@dataclass
class OpenData:
    """What was measured. Times are seconds, sizes bytes.

    Attributes
    ----------
    crawl
        The crawl, with none of its addresses in memory before.
    users
        How many used the dashboard before the crawl and meanwhile.
    first_answers, answers
        How long they waited before it, and meanwhile.
    memory
        The server's memory after the crawl.
    lists
        For each format of the API's list, how long each answer took.
    list_sizes
        The lists as transferred.
    rates
        Answers per second for a municipality's page, in each round.
    work
        The server's processor time for such an answer, other processes left out.
    pictures
        How long each took.
    """

    crawl: Crawl
    users: int
    first_answers: Answers
    answers: Answers
    memory: int
    lists: Mapping[str, Sequence[float]]
    list_sizes: Mapping[str, int]
    rates: Sequence[float]
    work: float
    pictures: Sequence[Picture]


def measure(server: Server, plan: Plan, tell: Callable[[str], None]) -> OpenData:
    """Measure a running server.

    Parameters
    ----------
    server
        The server; nobody has asked it for anything yet.
    plan
        How much to measure.
    tell
        Takes a line about what is being done.

    Returns
    -------
    OpenData
        Everything that was measured.
    """
    tell(f"{plan.first.users} users of the dashboard")
    first_answers = measure_load(server.url, plan.first)
    crawl = Crawl(server.url, addresses(server.url)[:: plan.share], plan.connections)
    tell(f"crawl of {len(crawl.paths)} addresses, {plan.load.users} users of the dashboard meanwhile")
    answers = measure_load(server.url, plan.load, crawl.run)
    memory = server.memory()
    # The server ends connections that nobody has used for some seconds, so each part has its own.
    tell("lists of the API")
    with Connection(server.url) as connection:
        list_sizes = {kind: len(connection.need(path).body) for kind, path in API_LISTS.items()}
        lists = {
            kind: [connection.need(path).seconds for _ in range(plan.requests)] for kind, path in API_LISTS.items()
        }
        connection.need(MUNICIPALITY_PAGE)
    tell("answers per second")
    before = server.processor_time()
    rates = [throughput(server.url, MUNICIPALITY_PAGE, plan.connections, plan.seconds) for _ in range(plan.rounds)]
    work = (server.processor_time() - before) / (sum(rates) * plan.seconds)
    tell("maps and charts")
    with Connection(server.url) as connection:
        pictures = [
            Picture(kind, path, connection.need(path).seconds, connection.need(path).seconds)
            for kind, paths in PICTURES.items()
            for path in paths[:: plan.pictures]
        ]
    return OpenData(crawl, plan.load.users, first_answers, answers, memory, lists, list_sizes, rates, work, pictures)
