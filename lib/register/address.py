"""The selection as it stands in an address: read with every fault named, and written as short as it can be.

An address is the state of a view. A wrong value is left out and reported, so that a bad link still opens.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status

COUNTY = "fylke"
STATUS = "status"
SIZE = "storrelse"
DEFINITION = "definisjon"
DATE = "dato"
MUNICIPALITY = "kommune"
LEVEL = "niva"
YEAR = "aar"

Parameters = Mapping[str, Sequence[str]]


class Ignored(NamedTuple):
    """A value in an address that could not be used."""

    parameter: str
    value: str


def read_choices(parameters: Parameters, name: str, allowed: Collection[str]) -> tuple[tuple[str, ...], list[Ignored]]:
    """Read a parameter that may hold several values, separated by commas or repeated.

    Parameters
    ----------
    parameters
        The address: texts for each parameter name.
    name
        The parameter to read.
    allowed
        The values that it may hold.

    Returns
    -------
    tuple of str
        The allowed values, each once, in the order of `allowed`.
    list of Ignored
        The others.
    """
    given = [value.strip() for text in parameters.get(name, ()) for value in text.split(",")]
    chosen = tuple(value for value in allowed if value in given)
    return chosen, [Ignored(name, value) for value in dict.fromkeys(given) if value and value not in allowed]


def read_choice(parameters: Parameters, name: str, allowed: Collection[str]) -> tuple[str | None, list[Ignored]]:
    """Read a parameter that holds one value; the last one stands when it is repeated.

    Parameters
    ----------
    parameters, name, allowed
        As in :func:`read_choices`.

    Returns
    -------
    str or None
        The value; None when it is missing or not allowed.
    list of Ignored
        The value, when it is not allowed.
    """
    given = [value.strip() for value in parameters.get(name, ()) if value.strip()]
    if not given:
        return None, []
    value = given[-1]
    return (value, []) if value in allowed else (None, [Ignored(name, value)])


def read_date(parameters: Parameters, name: str, earliest: date, latest: date) -> tuple[date | None, list[Ignored]]:
    """Read a parameter that holds a whole date.

    Parameters
    ----------
    parameters, name
        As in :func:`read_choices`.
    earliest, latest
        The range that the date must lie in, both ends included.

    Returns
    -------
    datetime.date or None
        The date; None when it is missing, malformed or out of range.
    list of Ignored
        The value, when it cannot be used.
    """
    given = [value.strip() for value in parameters.get(name, ()) if value.strip()]
    if not given:
        return None, []
    try:
        day = date.fromisoformat(given[-1])
    except ValueError:
        day = None
    if day is None or not earliest <= day <= latest:
        return None, [Ignored(name, given[-1])]
    return day, []


def read_selection(
    parameters: Parameters, counties: Collection[str], earliest: date, today: date
) -> tuple[Selection, list[Ignored]]:
    """Read a selection from an address.

    Parameters
    ----------
    parameters
        The address: texts for each parameter name. Names that are not ours are passed over.
    counties
        The county numbers there are, in ascending order.
    earliest, today
        The range of dates to choose from; `today` is the default.

    Returns
    -------
    Selection
        What the address asks for, with defaults for what it leaves out or has wrong.
    list of Ignored
        What could not be used.
    """
    chosen_counties, wrong_counties = read_choices(parameters, COUNTY, counties)
    statuses, wrong_statuses = read_choices(parameters, STATUS, [s.value for s in Status])
    sizes, wrong_sizes = read_choices(parameters, SIZE, [s.value for s in SizeClass])
    definition, wrong_definition = read_choice(parameters, DEFINITION, [d.value for d in Definition])
    on, wrong_date = read_date(parameters, DATE, earliest, today)
    selection = Selection(
        on or today,
        Definition(definition) if definition else Definition.STANDARD,
        chosen_counties,
        tuple(Status(status) for status in statuses),
        tuple(SizeClass(size) for size in sizes),
    )
    return selection, wrong_counties + wrong_statuses + wrong_sizes + wrong_definition + wrong_date


def write_selection(selection: Selection, today: date) -> dict[str, str]:
    """Write a selection for an address, leaving out what is as usual.

    Parameters
    ----------
    selection
        The choice.
    today
        The present day, which needs no mention.

    Returns
    -------
    dict
        Parameter names and values; :func:`read_selection` gives the same selection back.
    """
    values = {
        COUNTY: ",".join(selection.counties),
        STATUS: ",".join(selection.statuses),
        SIZE: ",".join(selection.sizes),
        DEFINITION: "" if selection.definition == Definition.STANDARD else selection.definition.value,
        DATE: "" if selection.on == today else selection.on.isoformat(),
    }
    return {name: value for name, value in values.items() if value}
