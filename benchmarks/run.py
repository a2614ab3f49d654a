"""Measure the dashboard and the naive build in one run: ``python -m benchmarks.run``."""

import argparse
import signal
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.breakdown import breakdown
from benchmarks.load import Load
from benchmarks.machine import describe_machine
from benchmarks.measure import Plan, measure
from benchmarks.report import HEADINGS, rows
from benchmarks.servers import dashboard, naive_build
from benchmarks.table import Table, results, write_between_marks

README = Path(__file__).parent / "README.md"


class Plans(NamedTuple):
    """How much to measure of each build; less of the naive one, which takes longer."""

    ours: Plan
    naive: Plan


FULL = Plans(
    Plan(visits=7, timed=56, recorded=16, loads=(Load(20, 1, 25), Load(100, 5, 30))),
    Plan(visits=5, timed=24, recorded=8, loads=(Load(20, 1, 25),)),
)
QUICK = Plans(
    Plan(visits=1, timed=2, recorded=1, loads=(Load(3, 1, 2),)),
    Plan(visits=1, timed=2, recorded=1, loads=(Load(3, 1, 2),)),
)


def main(arguments: list[str] | None = None) -> None:
    """Measure, print the results, and write them to the README when asked.

    Parameters
    ----------
    arguments
        Of the command; those of the process when left out.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks.run", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a short run that shows that everything works")
    parser.add_argument("--write", action="store_true", help="write the results to benchmarks/README.md")
    parser.add_argument("--breakdown", action="store_true", help="list where the bytes go")
    options = parser.parse_args(arguments)
    # A termination must end the servers and the browser too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))

    plans = QUICK if options.quick else FULL
    machine = describe_machine()
    ours = measure(dashboard, plans.ours, lambda line: _tell("ours", line))
    naive = measure(naive_build, plans.naive, lambda line: _tell("naive", line))
    machine["Chromium"] = ours.chromium
    table = Table(HEADINGS, 3, rows(ours, naive))
    for heading, text in machine.items():
        print(f"{heading}: {text}")
    print(table.plain())
    if options.breakdown:
        print(f"\n{breakdown(ours)}")
    if options.write:
        write_between_marks(README, "results", results(table, machine))


def _tell(build: str, line: str) -> None:
    print(f"{build}: {line} …", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
