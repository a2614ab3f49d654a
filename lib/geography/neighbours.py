"""A municipality's neighbours, looked up in the table ``neighbours``.

How they are found from the boundaries is in ``lib.geography.borders``.
"""

import pandas as pd

LAND = "land"
FJORD = "fjord"


def neighbours_of(number: str, neighbours: pd.DataFrame) -> pd.Series:
    """List the neighbours of a municipality.

    Parameters
    ----------
    number : str
        ``kommunenummer``.
    neighbours : DataFrame
        The table ``neighbours``: ``kommunenummer``, ``nabo`` and ``over``.

    Returns
    -------
    Series
        What the border runs over, ``"land"`` or ``"fjord"``, indexed by the neighbours' numbers: those over land first,
        each group in rising order. Empty for a municipality far out at sea.
    """
    own = neighbours[neighbours["kommunenummer"] == number].sort_values(
        ["over", "nabo"], key=lambda column: column == FJORD if column.name == "over" else column
    )
    return own.set_index("nabo")["over"]
