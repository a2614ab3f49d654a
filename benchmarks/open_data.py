"""Measure what needs no session (API, pages, feeds, maps and charts): ``python -m benchmarks.open_data``."""

import argparse
import signal
import sys
from pathlib import Path

from benchmarks.load import Load
from benchmarks.machine import describe_machine
from benchmarks.open_measure import Plan, measure
from benchmarks.open_report import HEADINGS, rows
from benchmarks.servers import dashboard
from benchmarks.table import Table, results, write_between_marks

README = Path(__file__).parent / "README.md"

# The users stay for as long as the crawl takes.
FULL = Plan(requests=500, rounds=7, seconds=3, connections=4, first=Load(20, 1, 20), load=Load(20, 1, 0))
QUICK = Plan(
    requests=20, rounds=1, seconds=0.5, connections=4, first=Load(3, 1, 2), load=Load(3, 1, 0), share=5, pictures=9
)


def main(arguments: list[str] | None = None) -> None:
    """Measure, print the results, and write them to the README when asked.

    Parameters
    ----------
    arguments
        Of the command; those of the process when left out.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.open_data", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run that shows that everything works")
    parser.add_argument("--write", action="store_true", help="write the results to benchmarks/README.md")
    options = parser.parse_args(arguments)
    # A termination must end the server too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    machine = describe_machine()
    with dashboard() as server:
        measured = measure(server, QUICK if options.quick else FULL, _tell)
    table = Table(HEADINGS, 1, rows(measured))
    for heading, text in machine.items():
        print(f"{heading}: {text}")
    print(table.plain())
    for fault in measured.crawl.faults:
        print(fault, file=sys.stderr)
    if options.write:
        write_between_marks(README, "open-data", results(table, machine))


def _tell(line: str) -> None:
    print(f"{line} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
