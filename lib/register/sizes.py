"""Size classes of municipalities by inhabitants."""

from enum import StrEnum

import pandas as pd


class SizeClass(StrEnum):
    """A range of inhabitants; the value is the range as it stands in addresses and files."""

    UNDER_2000 = "0-1999"
    FROM_2000 = "2000-4999"
    FROM_5000 = "5000-9999"
    FROM_10000 = "10000-19999"
    FROM_20000 = "20000-49999"
    FROM_50000 = "50000-"

    @property
    def smallest(self) -> int:
        """The smallest number of inhabitants in the class."""
        return int(self.value.split("-")[0])

    @property
    def largest(self) -> int | None:
        """The largest number of inhabitants in the class; None where there is no limit."""
        upper = self.value.split("-")[1]
        return int(upper) if upper else None


def size_classes(inhabitants: pd.Series) -> pd.Series:
    """Tell the size class of each municipality.

    Parameters
    ----------
    inhabitants
        Whole numbers, one for each municipality.

    Returns
    -------
    pandas.Series
        :class:`SizeClass` values on the same index.
    """
    edges = [size.smallest for size in SizeClass] + [float("inf")]
    return pd.cut(inhabitants.astype(float), bins=edges, labels=list(SizeClass), right=False).astype(object)
