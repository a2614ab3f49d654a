"""What a reader has chosen to look at: places, statuses, the definition and the date.

A selection restricts which municipalities stand out; it never changes what is known of them.
"""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status


@dataclass(frozen=True)
class Selection:
    """A choice of municipalities and of how to derive their status.

    Attributes
    ----------
    on
        The date that the statuses hold for.
    definition
        Which observations count.
    counties
        County numbers; empty for all.
    statuses, sizes
        Statuses and size classes; empty for all.
    """

    on: date
    definition: Definition = Definition.STANDARD
    counties: tuple[str, ...] = ()
    statuses: tuple[Status, ...] = ()
    sizes: tuple[SizeClass, ...] = ()

    @property
    def restricts_places(self) -> bool:
        """Whether counties or size classes were chosen."""
        return bool(self.counties or self.sizes)


def in_places(municipalities: pd.DataFrame, selection: Selection) -> pd.Series:
    """Tell which municipalities lie in the chosen counties and size classes.

    Parameters
    ----------
    municipalities
        Indexed by ``kommunenummer``, with ``fylkesnummer`` and ``size_class``.
    selection
        The choice.

    Returns
    -------
    pandas.Series
        Booleans on the index of `municipalities`.
    """
    chosen = pd.Series(True, index=municipalities.index)
    if selection.counties:
        chosen &= municipalities["fylkesnummer"].isin(selection.counties)
    if selection.sizes:
        chosen &= municipalities["size_class"].isin(selection.sizes)
    return chosen


def matches(municipalities: pd.DataFrame, selection: Selection) -> pd.Series:
    """Tell which municipalities the whole selection fits, their status included.

    Parameters
    ----------
    municipalities
        Indexed by ``kommunenummer``, with ``fylkesnummer``, ``size_class`` and ``status``.
    selection
        The choice.

    Returns
    -------
    pandas.Series
        Booleans on the index of `municipalities`.
    """
    chosen = in_places(municipalities, selection)
    if selection.statuses:
        chosen &= municipalities["status"].isin(selection.statuses)
    return chosen
