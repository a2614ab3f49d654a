"""Many visitors at once: each a session of its own that thinks, changes a filter, and waits for the page."""

import asyncio
import random
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from benchmarks.changes import Change, walks
from benchmarks.session import Session

RAMP_LIMIT = 40
GRACE = 10


@dataclass(frozen=True)
class Load:
    """A number of visitors at work.

    Attributes
    ----------
    users
        How many.
    think
        Mean seconds between an answer and the next change.
    seconds
        How long to measure, once everybody has the page.
    """

    users: int
    think: float
    seconds: float


@dataclass
class Answers:
    """How long the server took to answer.

    Attributes
    ----------
    first
        Seconds of each visitor's first run, during the ramp-up.
    times
        Seconds of each filter change that began in the measured time.
    unfinished
        How many of `times` had not ended when the patience was over; those stand with the time until then.
    """

    first: list[float] = field(default_factory=list)
    times: list[float] = field(default_factory=list)
    unfinished: int = 0


def measure_load(url: str, load: Load, meanwhile: Callable[[], None] | None = None) -> Answers:
    """Put a server under load.

    Parameters
    ----------
    url
        Its address.
    load
        How many visitors do what for how long.
    meanwhile
        What else to do once everybody has the page, in a thread of its own; it is measured until that is done, however
        long the load says.

    Returns
    -------
    Answers
        How long it took to answer.
    """
    return asyncio.run(_Scenario(url, load, meanwhile).run())


class _Scenario:
    def __init__(self, url: str, load: Load, meanwhile: Callable[[], None] | None):
        self.url = url
        self.load = load
        self.meanwhile = meanwhile
        self.answers = Answers()
        self.measuring = asyncio.Event()
        self.end = float("inf")

    async def run(self) -> Answers:
        users = [asyncio.create_task(self._user(number)) for number in range(self.load.users)]
        deadline = time.monotonic() + self.load.think + RAMP_LIMIT
        while len(self.answers.first) < self.load.users and time.monotonic() < deadline:
            await asyncio.sleep(0.05)
            _raise_faults(users)
        self.measuring.set()
        if self.meanwhile:
            await asyncio.to_thread(self.meanwhile)
            self.end = time.monotonic()
        else:
            self.end = time.monotonic() + self.load.seconds
        _, late = await asyncio.wait(users, timeout=self.end - time.monotonic() + GRACE)
        for user in late:
            user.cancel()
        await asyncio.wait(users)
        _raise_faults(users)
        if not self.answers.times:
            raise RuntimeError(f"{self.url} answered none of {self.load.users} users")
        return self.answers

    async def _user(self, number: int) -> None:
        thoughts = random.Random(number)
        await asyncio.sleep(number / self.load.users * max(self.load.think, 2))
        async with Session(self.url) as session:
            self.answers.first.append(await session.run())
            for change in walks(number):
                await self._think(thoughts)
                if time.monotonic() >= self.end:
                    return
                await self._timed(session, change)

    async def _think(self, thoughts: random.Random) -> None:
        await asyncio.sleep(self.load.think * thoughts.uniform(0.5, 1.5))

    async def _timed(self, session: Session, change: Change) -> None:
        measured = self.measuring.is_set()
        start = time.perf_counter()
        try:
            await session.change(change)
        except asyncio.CancelledError:
            self.answers.unfinished += measured
            raise
        finally:
            if measured:
                self.answers.times.append(time.perf_counter() - start)


def _raise_faults(users: list[asyncio.Task]) -> None:
    for user in users:
        if user.done() and not user.cancelled() and (fault := user.exception()):
            raise fault
