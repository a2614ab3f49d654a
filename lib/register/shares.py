"""Counts and shares: how many municipalities have each status, of how many.

Every share keeps its numerator and denominator. The denominator is the municipalities of the register that the
figure speaks of, never a number that a source printed.
"""

from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from lib.register.status import Status


@dataclass(frozen=True)
class Share:
    """A part of a whole, both counted."""

    part: int
    whole: int

    @property
    def ratio(self) -> float | None:
        """`part` / `whole`, 0 to 1; None when there is nothing to divide by."""
        return self.part / self.whole if self.whole else None


@dataclass(frozen=True)
class Figures:
    """The key figures of some municipalities.

    Attributes
    ----------
    counts
        Municipalities for each status; all five are there.
    inhabitants
        Inhabitants of municipalities with an adopted policy, of all inhabitants.
    """

    counts: dict[Status, int]
    inhabitants: Share

    @property
    def total(self) -> int:
        """Number of municipalities."""
        return sum(self.counts.values())

    @property
    def adopted(self) -> Share:
        """Municipalities with an adopted policy, of all."""
        return Share(self.counts[Status.ADOPTED], self.total)


def figures(municipalities: pd.DataFrame) -> Figures:
    """Count the statuses of some municipalities.

    Parameters
    ----------
    municipalities
        A row each, with ``status`` and ``inhabitants``.

    Returns
    -------
    Figures
        Counts, and the inhabitants that an adopted policy reaches.
    """
    counted = municipalities["status"].value_counts()
    inhabitants = municipalities["inhabitants"]
    reached = inhabitants[municipalities["status"] == Status.ADOPTED]
    return Figures(
        {status: int(counted.get(status, 0)) for status in Status},
        Share(int(reached.sum()), int(inhabitants.sum())),
    )


def by_county(municipalities: pd.DataFrame) -> pd.DataFrame:
    """Count the statuses in each county.

    Parameters
    ----------
    municipalities
        A row each, with ``fylkesnummer``, ``fylke`` and ``status``.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``fylkesnummer`` in ascending order, with ``fylke``, a count for each status, ``total`` and
        ``share`` (adopted / total, 0 to 1). Counties without any of the municipalities are left out.
    """
    counts = (
        pd.crosstab(municipalities["fylkesnummer"], municipalities["status"].astype(str))
        .reindex(columns=[status.value for status in Status], fill_value=0)
        .rename_axis(columns=None)
    )
    names = municipalities.groupby("fylkesnummer")["fylke"].first()
    table = counts.assign(total=counts.sum(axis="columns"))
    table["share"] = table[Status.ADOPTED.value] / table["total"]
    table.insert(0, "fylke", names)
    return table


class Rank(NamedTuple):
    """A county's place by share.

    Attributes
    ----------
    place
        1 for the largest share; equal shares have the same place.
    beside
        Numbers of the other counties with the same share.
    of
        How many counties there are.
    """

    place: int
    beside: tuple[str, ...]
    of: int


def rank_by_share(counties: pd.DataFrame, county: str) -> Rank:
    """Find the place of a county among all by the share that has adopted a policy.

    Parameters
    ----------
    counties
        As :func:`by_county` gives it.
    county
        County number.

    Returns
    -------
    Rank
        The place, and who shares it.
    """
    share = counties.loc[county, "share"]
    equal = counties.index[counties["share"] == share]
    return Rank(
        1 + int((counties["share"] > share).sum()),
        tuple(number for number in equal if number != county),
        len(counties),
    )
