"""Numbers that municipalities had before: what an old address or an old list means today.

Also the names of municipalities that have been merged since, and when. Former counties are in
``lib.register.former_counties``.
"""

from collections.abc import Collection
from typing import NamedTuple

import pandas as pd

from lib.register.address import Ignored, Parameters


class Former(NamedTuple):
    """A number that is no longer in use.

    Attributes
    ----------
    number, name
        The number, and the name that the municipality had with it.
    last_year
        The last year in which it was in use.
    successors
        Numbers of today's municipalities that have its area, in ascending order; more than one where it was split.
    """

    number: str
    name: str
    last_year: int
    successors: tuple[str, ...]


class Reading(NamedTuple):
    """What an address says of a municipality.

    Attributes
    ----------
    number
        Today's number; None when the address names none, one that there is not, or one that was split.
    former
        The former number that stands in the address; None otherwise.
    ignored
        A value that is no municipality, present or former.
    """

    number: str | None
    former: Former | None
    ignored: list[Ignored]


def former_number(number: str, former_numbers: pd.DataFrame) -> Former | None:
    """Look a former number up.

    Parameters
    ----------
    number
        Four digits.
    former_numbers
        The table of that name.

    Returns
    -------
    Former or None
        None when the number was not in use from 2011 on, or still is the same.
    """
    rows = former_numbers[former_numbers["former_number"] == number]
    if rows.empty:
        return None
    first = rows.iloc[0]
    return Former(number, first["former_name"], int(rows["seen_to"].max()), tuple(sorted(rows["kommunenummer"])))


def read_municipality(
    parameters: Parameters, name: str, numbers: Collection[str], former_numbers: pd.DataFrame
) -> Reading:
    """Read a parameter that holds one municipality number, present or former; the last one stands when repeated.

    Parameters
    ----------
    parameters
        The address: texts for each parameter name.
    name
        The parameter to read.
    numbers
        Today's numbers. They go before former ones: 1520 is Ørsta again.
    former_numbers
        The table of that name.

    Returns
    -------
    Reading
        The municipality, and what there is to tell about how it was found.
    """
    given = [value.strip() for value in parameters.get(name, ()) if value.strip()]
    if not given:
        return Reading(None, None, [])
    value = given[-1]
    if value in numbers:
        return Reading(value, None, [])
    former = former_number(value, former_numbers)
    if former is None:
        return Reading(None, None, [Ignored(name, value)])
    return Reading(former.successors[0] if len(former.successors) == 1 else None, former, [])


def merged_in(name: str, number: str, former_numbers: pd.DataFrame) -> int | None:
    """Tell when a former municipality became a part of one of today's.

    Parameters
    ----------
    name
        Its name.
    number
        Today's municipality.
    former_numbers
        The table of that name.

    Returns
    -------
    int or None
        The year after the last one in which a number of that name was in use; None when the table has no such name.
    """
    rows = former_numbers[(former_numbers["former_name"] == name) & (former_numbers["kommunenummer"] == number)]
    return None if rows.empty else int(rows["seen_to"].max()) + 1


def mergers(number: str, evidence: pd.DataFrame, former_numbers: pd.DataFrame) -> dict[str, int]:
    """Tell when the predecessors that sources speak of became a part of a municipality.

    Parameters
    ----------
    number
        Today's municipality.
    evidence
        Its observations.
    former_numbers
        The table of that name.

    Returns
    -------
    dict
        The year for each name that the table knows.
    """
    names = set(evidence.loc[evidence["scope"] == "predecessor", "name_in_source"])
    years = {str(name): merged_in(name, number, former_numbers) for name in sorted(names)}
    return {name: year for name, year in years.items() if year is not None}


def predecessors(number: str, former_numbers: pd.DataFrame) -> list[Former]:
    """List the former numbers that lead to a municipality.

    Parameters
    ----------
    number
        Today's municipality.
    former_numbers
        The table of that name.

    Returns
    -------
    list of Former
        In ascending order of the last year in use, then of the number.
    """
    numbers = former_numbers.loc[former_numbers["kommunenummer"] == number, "former_number"]
    found = [former_number(each, former_numbers) for each in dict.fromkeys(numbers)]
    return sorted((each for each in found if each), key=lambda former: (former.last_year, former.number))
