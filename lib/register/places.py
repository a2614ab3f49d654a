"""The places that an address asks to compare: today's numbers, former ones, and what cannot be used."""

from collections.abc import Callable, Collection
from typing import NamedTuple

from lib.register.address import Ignored, Parameters
from lib.register.former import former_number
from lib.register.former_counties import NAMES, successors
from lib.register.register import Register

MUNICIPALITIES = "kommuner"
COUNTIES = "fylker"


class Earlier(NamedTuple):
    """A number that is no longer in use, its name where it is known, and today's numbers that it leads to."""

    number: str
    name: str
    successors: tuple[str, ...]


class Places(NamedTuple):
    """What an address asks to compare.

    Attributes
    ----------
    chosen
        Today's numbers, each once, in the order of the address, as many as may be compared.
    left_out
        Those that come after.
    replaced
        Former numbers that lead to one of today's, which is chosen instead.
    split
        Former numbers that lead to several.
    ignored
        What is no place.
    """

    chosen: tuple[str, ...]
    left_out: tuple[str, ...]
    replaced: tuple[Earlier, ...]
    split: tuple[Earlier, ...]
    ignored: list[Ignored]


def read_places(
    parameters: Parameters, name: str, numbers: Collection[str], earlier: Callable[[str], Earlier | None], most: int
) -> Places:
    """Read a parameter that holds numbers of places, separated by commas or repeated.

    Parameters
    ----------
    parameters
        The address: texts for each parameter name.
    name
        The parameter to read.
    numbers
        Today's numbers. They go before former ones.
    earlier
        Looks a former number up.
    most
        How many may be compared.

    Returns
    -------
    Places
        What can be compared, and what there is to tell about the rest.
    """
    given = [value.strip() for text in parameters.get(name, ()) for value in text.split(",")]
    found: dict[str, None] = {}
    replaced, split, ignored = [], [], []
    for value in dict.fromkeys(value for value in given if value):
        if value in numbers:
            found[value] = None
        elif (former := earlier(value)) is None:
            ignored.append(Ignored(name, value))
        elif len(former.successors) == 1:
            found[former.successors[0]] = None
            replaced.append(former)
        else:
            split.append(former)
    places = tuple(found)
    return Places(places[:most], places[most:], tuple(replaced), tuple(split), ignored)


def earlier_municipality(register: Register, number: str) -> Earlier | None:
    """Look up a municipality number that is no longer in use.

    Parameters
    ----------
    register
        The register.
    number
        Four digits.

    Returns
    -------
    Earlier or None
        None when there was no such number since 2011.
    """
    former = former_number(number, register.tables.former_numbers)
    return None if former is None else Earlier(number, former.name, former.successors)


def earlier_county(register: Register, number: str) -> Earlier | None:
    """Look up a county number that is no longer in use.

    Parameters
    ----------
    register
        The register.
    number
        Two digits.

    Returns
    -------
    Earlier or None
        None when there was no such number since 2011.
    """
    today = successors(register.tables, number)
    return Earlier(number, NAMES.get(number, ""), tuple(today)) if today else None
