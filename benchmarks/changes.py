"""The filter changes that are measured: the same walk for browsers and for sessions without one, on both builds.

A walk comes back to where it began, and no view repeats within it: Streamlit sends parts that a browser saw in the last
two runs as references, so going back and forth between two views would look cheaper than it is for most visitors.
"""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

# Keys of the widgets, as both pages name them.
COUNTY = "fylke"
STATUS = "status"
SIZE = "storrelse"
DEFINITION = "definisjon"

STRICT, STANDARD = 0, 1
# Options to take in turn. Of the counties, Oslo (0) is left out, since with one municipality some steps change nothing,
# and those far down the list, which is drawn only as far as it is seen.
STATUSES = (0, 4, 1, 3)
COUNTIES = (3, 7, 4, 1, 5, 2, 6)
SIZES = (1, 2, 0, 3)


class Change(NamedTuple):
    """One click: an option of a filter, chosen or taken away.

    Attributes
    ----------
    key
        The widget's key.
    option
        Position among its options.
    chosen
        Whether the option is chosen afterwards.
    """

    key: str
    option: int
    chosen: bool = True

    def __str__(self) -> str:
        return f"{self.key} {'+' if self.chosen else '-'}{self.option}"


def walk(turn: int) -> list[Change]:
    """Give eight changes that each alter the map and end at the view without filters.

    Parameters
    ----------
    turn
        Which county, status and size to take; any whole number.

    Returns
    -------
    list of Change
        The changes in order.
    """
    county, status, size = (options[turn % len(options)] for options in (COUNTIES, STATUSES, SIZES))
    return [
        Change(DEFINITION, STRICT),
        Change(STATUS, status),
        Change(COUNTY, county),
        Change(STATUS, status, chosen=False),
        Change(SIZE, size),
        Change(COUNTY, county, chosen=False),
        Change(DEFINITION, STANDARD),
        Change(SIZE, size, chosen=False),
    ]


def walks(first: int = 0) -> Iterator[Change]:
    """Give the changes of one walk after another, without end.

    Parameters
    ----------
    first
        The first walk's turn.

    Yields
    ------
    Change
        The changes in order.
    """
    for turn in count(first):
        yield from walk(turn)
