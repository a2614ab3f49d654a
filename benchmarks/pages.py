"""How long the script of each page takes on a warm server: ``python -m benchmarks.pages``."""

import argparse
import asyncio
from pathlib import Path
from typing import NamedTuple

from benchmarks.machine import describe_machine
from benchmarks.servers import Server, dashboard
from benchmarks.session import Session
from benchmarks.summary import percentile, seconds
from benchmarks.table import Table, results, write_between_marks

README = Path(__file__).parent / "README.md"
HEADINGS = ("Page", "Median", "95th percentile", "Processor time, mean", "Target", "Met")
LIMIT = 0.06
RUNS = 30
QUICK_RUNS = 3


class View(NamedTuple):
    """A view of a page that has much to show.

    Attributes
    ----------
    name
        What it is.
    page
        Path of the page; empty for the start page.
    query
        The parameters of its address.
    """

    name: str
    page: str
    query: str = ""


VIEWS = (
    View("Start page with a card", "", "kommune=4601"),
    View("Municipality", "kommune", "kommune=4601"),
    View("County", "fylke", "fylke=34"),
    View("Comparison of six municipalities", "sammenlign", "kommuner=4601,1103,5001,0301,3301,4204"),
    View("Development", "utvikling", "aar=2019"),
    View("Renewal", "fornyelse"),
    View("Guide", "veileder"),
    View("Self-assessment", "egenvurdering"),
    View("Models", "forbilder"),
    View("About", "om"),
)


class Runs(NamedTuple):
    """What the runs of a page cost.

    Attributes
    ----------
    times
        Seconds from asking for each run to the word that it has finished.
    work
        The server's processor time for a run, other processes left out.
    """

    times: list[float]
    work: float


async def measure_page(server: Server, view: View, runs: int = RUNS) -> Runs:
    """Run the script of a page again and again, as a visitor's choices do.

    Parameters
    ----------
    server
        The server.
    view
        The view to ask for.
    runs
        How often; the first run comes on top of that and does not count.

    Returns
    -------
    Runs
        What they cost.
    """
    async with asyncio.timeout(120), Session(server.url, view.page, view.query) as session:
        await session.run()
        before, times = server.processor_time(), []
        for _ in range(runs):
            # A visitor thinks between two choices.
            await asyncio.sleep(0.15)
            times.append(await session.run())
        return Runs(times, (server.processor_time() - before) / runs)


def row(view: View, runs: Runs) -> tuple[str, ...]:
    """Hold the runs of a page against the target.

    Parameters
    ----------
    view
        The view.
    runs
        What its runs cost.

    Returns
    -------
    tuple of str
        A line of the table.
    """
    address = f"/{view.page}" + (f"?{view.query}" if view.query else "")
    median, slow = (percentile(runs.times, rank) for rank in (50, 95))
    met = "yes" if slow <= LIMIT else "**no**"
    return f"{view.name} ({address})", seconds(median), seconds(slow), seconds(runs.work), f"≤ {seconds(LIMIT)}", met


def main(arguments: list[str] | None = None) -> None:
    """Measure every page, print the results, and write them to the README when asked.

    Parameters
    ----------
    arguments
        Of the command; those of the process when left out.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pages", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run that shows that everything works")
    parser.add_argument("--write", action="store_true", help="write the results to benchmarks/README.md")
    options = parser.parse_args(arguments)

    machine = describe_machine()
    runs = QUICK_RUNS if options.quick else RUNS
    with dashboard() as server:
        rows = [row(view, asyncio.run(measure_page(server, view, runs))) for view in VIEWS]
    table = Table(HEADINGS, 3, rows)
    print(table.plain())
    if options.write:
        write_between_marks(README, "pages", results(table, machine))


if __name__ == "__main__":
    main()
