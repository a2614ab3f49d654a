"""The counties of 2020 to 2023 that were split in 2024, and where a county number that is no longer in use leads.

Which of today's counties comes from which follows from the municipalities' numbers; only names and dates stand here.
"""

from datetime import date

import pandas as pd

from lib.register.dates import first_day, last_day
from lib.register.tables import Tables

# SSB's standard for counties (KLASS 104), the division of 1 January 2020 to 31 December 2023.
NAMES = {"30": "Viken", "38": "Vestfold og Telemark", "54": "Troms og Finnmark"}
FROM, TO = date(2020, 1, 1), date(2023, 12, 31)


def former_county(municipalities: pd.DataFrame, county: str) -> str | None:
    """Tell which county of 2020 to 2023 a county was split off from.

    Parameters
    ----------
    municipalities
        The table ``municipalities``.
    county
        County number.

    Returns
    -------
    str or None
        The number that its municipalities' numbers of 2020 begin with; None when it is the county's own.
    """
    numbers = municipalities.loc[municipalities["fylkesnummer"] == county, "kommunenummer_2020"].str[:2]
    if numbers.empty or (numbers == county).any():
        return None
    return str(numbers.mode().iloc[0])


def successors(tables: Tables, former: str) -> list[str]:
    """Tell where the municipalities of a former county are today.

    Parameters
    ----------
    tables
        The tables.
    former
        A county number that is no longer in use.

    Returns
    -------
    list of str
        Today's county numbers, ascending; empty when no municipality number since 2011 began with it.
    """
    municipalities, numbers = tables.municipalities, tables.former_numbers
    of_2020 = municipalities.loc[municipalities["kommunenummer_2020"].str[:2] == former, "fylkesnummer"]
    if not of_2020.empty:
        return sorted(set(of_2020))
    today = numbers.loc[numbers["former_number"].str[:2] == former, "kommunenummer"]
    return sorted(set(today.str[:2]))


def size_at(municipalities: pd.DataFrame, county: str, as_of: str) -> int | None:
    """Tell how many municipalities a county had, or the municipalities of today's county had been.

    Parameters
    ----------
    municipalities
        The table ``municipalities``.
    county
        County number.
    as_of
        A partial date.

    Returns
    -------
    int or None
        From 2020 to 2023 the municipalities of 2020 that today's come from; None before, which the register does not
        know.
    """
    inside = municipalities[municipalities["fylkesnummer"] == county]
    if last_day(as_of) > TO:
        return len(inside)
    return inside["kommunenummer_2020"].nunique() if first_day(as_of) >= FROM else None


def said_of_former(as_of: str) -> bool:
    """Tell whether a date lies in the years of the former counties.

    Parameters
    ----------
    as_of
        A partial date.

    Returns
    -------
    bool
        True from 2020 to 2023: what was said of a county then was said of the former one.
    """
    return first_day(as_of) >= FROM and last_day(as_of) <= TO
