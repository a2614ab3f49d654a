"""One build measured from end to end: in the browser first, then under load."""

import asyncio
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from itertools import islice

from benchmarks.browser import FirstVisit, Repaint, Visitors, chromium
from benchmarks.changes import walks
from benchmarks.load import Answers, Load, measure_load
from benchmarks.servers import Server
from benchmarks.session import bytes_on_the_wire
from benchmarks.traffic import Message


@dataclass(frozen=True)
class Plan:
    """How much to measure.

    Attributes
    ----------
    visits
        First visits to time, after one that is not counted among them.
    timed
        Filter changes to time.
    recorded
        Filter changes to record the bytes of.
    loads
        Visitors at once, in ascending order.
    """

    visits: int
    timed: int
    recorded: int
    loads: tuple[Load, ...]


@dataclass
class Measured:
    """What was measured of a build. Times are seconds, sizes bytes.

    Attributes
    ----------
    very_first_paint
        First map paint for the first visitor after the start of the server.
    first_paints
        First map paint of later visitors, with an empty cache.
    first_visit
        What a first visit transfers.
    repaints
        What filter changes did to the map.
    messages
        For each filter change, the messages that a browser received and sent.
    wire
        For each filter change, bytes on the wire.
    compressed
        Whether the WebSocket is compressed.
    processor_time
        The server's processor time for a filter change, other processes left out.
    answers
        For each number of users, how long the server took to answer.
    memory
        The server's memory at each stage.
    chromium
        The browser's version.
    """

    very_first_paint: float
    first_paints: list[float]
    first_visit: FirstVisit
    repaints: list[Repaint]
    messages: list[list[Message]]
    wire: list[int] = field(default_factory=list)
    compressed: bool = False
    processor_time: float = 0.0
    answers: dict[int, Answers] = field(default_factory=dict)
    memory: dict[str, int] = field(default_factory=dict)
    chromium: str = ""


def measure(start: Callable[[], AbstractContextManager[Server]], plan: Plan, tell: Callable[[str], None]) -> Measured:
    """Start a build and measure it.

    Parameters
    ----------
    start
        Runs its server.
    plan
        How much to measure.
    tell
        Takes a line about what is being done.

    Returns
    -------
    Measured
        Everything that was measured.
    """
    with start() as server:
        at_start = server.memory()
        with chromium() as visitors:
            measured = _browse(visitors, server.url, plan, tell)
        tell("bytes on the wire")
        before = server.processor_time()
        measured.wire, measured.compressed = asyncio.run(bytes_on_the_wire(server.url, islice(walks(), plan.recorded)))
        measured.processor_time = (server.processor_time() - before) / len(measured.wire)
        measured.memory = {"at start": at_start, "after the browser": server.memory()}
        for load in plan.loads:
            tell(f"{load.users} users, {load.think:.0f} s think time")
            measured.answers[load.users] = measure_load(server.url, load)
            measured.memory[f"after {load.users} users"] = server.memory()
        return measured


def _browse(visitors: Visitors, url: str, plan: Plan, tell: Callable[[str], None]) -> Measured:
    tell("first visits")
    very_first_paint = visitors.first_paint(url)
    first_paints = [visitors.first_paint(url) for _ in range(plan.visits)]
    first_visit = visitors.first_visit(url)
    tell("filter changes, timed")
    repaints = visitors.repaints(url, islice(walks(), plan.timed))
    tell("filter changes, recorded")
    messages = visitors.messages(url, islice(walks(), plan.recorded))
    return Measured(very_first_paint, first_paints, first_visit, repaints, messages, chromium=visitors.browser.version)
