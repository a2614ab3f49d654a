"""Sets of places worth comparing: with one municipality, or to begin with."""

import pandas as pd

from lib.register.former_counties import NAMES, successors
from lib.register.register import Register

# As many places stand side by side.
MOST = 6
_FIRST = 5


def with_neighbours(register: Register, number: str) -> tuple[str, ...]:
    """Suggest a municipality and its neighbours.

    Parameters
    ----------
    register
        The municipalities and their neighbours.
    number
        The municipality.

    Returns
    -------
    tuple of str
        The municipality first, then those over land before those over a fjord, the most populous first; six at most.
        The municipality alone when it has no neighbour.
    """
    pairs = register.tables.neighbours
    over = pairs[pairs["kommunenummer"] == number].set_index("nabo")["over"]
    beside = register.municipalities.loc[over.index].assign(over=over)
    # "land" comes after "fjord".
    beside = beside.sort_values(["over", "inhabitants"], ascending=False, kind="stable")
    return (number, *beside.index[: MOST - 1])


def with_same_size(register: Register, number: str) -> tuple[str, ...]:
    """Suggest a municipality and those that come nearest to it in inhabitants.

    Parameters
    ----------
    register
        The municipalities.
    number
        The municipality.

    Returns
    -------
    tuple of str
        The municipality first, then the nearest in size; six at most.
    """
    return _nearest(register.municipalities, number)


def with_same_county(register: Register, number: str) -> tuple[str, ...]:
    """Suggest a municipality and those of its county that come nearest to it in inhabitants.

    Parameters
    ----------
    register
        The municipalities.
    number
        The municipality.

    Returns
    -------
    tuple of str
        The municipality first, then the nearest in size; six at most. The municipality alone when it is the only one
        of its county.
    """
    municipalities = register.municipalities
    county = municipalities.loc[number, "fylkesnummer"]
    return _nearest(municipalities[municipalities["fylkesnummer"] == county], number)


def _nearest(municipalities: pd.DataFrame, number: str) -> tuple[str, ...]:
    inhabitants = municipalities["inhabitants"]
    distance = (inhabitants - inhabitants[number]).abs().drop(number)
    return (number, *distance.sort_values(kind="stable").index[: MOST - 1])


def largest_municipalities(register: Register) -> tuple[str, ...]:
    """Suggest the five most populous municipalities.

    Parameters
    ----------
    register
        The municipalities.

    Returns
    -------
    tuple of str
        Their numbers, the largest first.
    """
    return tuple(register.municipalities["inhabitants"].nlargest(_FIRST).index)


def latest_winners(register: Register) -> tuple[str, ...]:
    """Suggest the municipalities that won the yearly prize last.

    Parameters
    ----------
    register
        The prizes.

    Returns
    -------
    tuple of str
        Their numbers, the latest first; six at most.
    """
    awards = register.tables.awards
    won = awards[(awards["result"] == "winner") & awards["area_code"].isin(register.municipalities.index)]
    return tuple(dict.fromkeys(won.sort_values("year", ascending=False)["area_code"]))[:MOST]


def largest_counties(register: Register) -> tuple[str, ...]:
    """Suggest the five most populous counties.

    Parameters
    ----------
    register
        The municipalities.

    Returns
    -------
    tuple of str
        Their numbers, the largest first.
    """
    inhabitants = register.municipalities.groupby("fylkesnummer")["inhabitants"].sum()
    return tuple(inhabitants.nlargest(_FIRST).index)


def split_counties(register: Register) -> dict[str, tuple[str, ...]]:
    """Suggest the counties that were one from 2020 to 2023.

    Parameters
    ----------
    register
        The municipalities.

    Returns
    -------
    dict
        Today's county numbers for the name of each former county.
    """
    return {name: tuple(successors(register.tables, former)) for former, name in NAMES.items()}
