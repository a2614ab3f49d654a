"""Counts and shares: how many municipalities have each status, of how many.

Every share keeps its numerator and denominator. The denominator is the municipalities of the register that the
figure speaks of, never a number that a source printed.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

import pandas as pd

from lib.register.sizes import SizeClass
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
    table = _by(municipalities, "fylkesnummer")
    table.insert(0, "fylke", municipalities.groupby("fylkesnummer")["fylke"].first())
    return table


def every_county(municipalities: pd.DataFrame, names: Mapping[str, str]) -> pd.DataFrame:
    """Count the statuses in all counties, those without any municipality in the selection included.

    Parameters
    ----------
    municipalities
        All municipalities, with ``fylkesnummer``, ``fylke``, ``status``, ``in_places`` and ``matches``.
    names
        The name of each county.

    Returns
    -------
    pandas.DataFrame
        As :func:`by_county` gives it for those in the chosen places, with ``matches`` (whether the selection fits any
        municipality of the county); ``share`` is missing where ``total`` is nil.
    """
    counties = by_county(municipalities[municipalities["in_places"]]).reindex(list(names))
    counties["fylke"] = list(names.values())
    counts = counties.columns.difference(["fylke", "share"])
    counties[counts] = counties[counts].fillna(0).astype(int)
    return counties.assign(matches=municipalities["matches"].groupby(municipalities["fylkesnummer"]).any())


def by_size(municipalities: pd.DataFrame) -> pd.DataFrame:
    """Count the statuses in each size class.

    Parameters
    ----------
    municipalities
        A row each, with ``size_class`` and ``status``.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``size_class`` from the smallest up, with a count for each status, ``total`` and ``share`` (adopted /
        total, 0 to 1). Classes without any of the municipalities are left out.
    """
    table = _by(municipalities, "size_class")
    return table.reindex([size for size in SizeClass if size in table.index]).rename_axis("size_class")


def _by(municipalities: pd.DataFrame, column: str) -> pd.DataFrame:
    counts = (
        pd.crosstab(municipalities[column], municipalities["status"].astype(str))
        .reindex(columns=[status.value for status in Status], fill_value=0)
        .rename_axis(columns=None)
    )
    table = counts.assign(total=counts.sum(axis="columns"))
    table["share"] = table[Status.ADOPTED.value] / table["total"]
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
