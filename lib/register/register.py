"""The register as the pages use it: the tables read once, and the municipalities with their status at a date."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

import pandas as pd

from lib.register.dates import first_day
from lib.register.selection import Selection, in_places, matches
from lib.register.sizes import size_classes
from lib.register.status import Definition, statuses_at
from lib.register.tables import Tables, read_all


@dataclass(frozen=True, eq=False)
class Register:
    """The tables and what follows from them alone.

    Attributes
    ----------
    tables
        The tables as read and validated.
    municipalities
        Indexed by ``kommunenummer``, with ``navn``, ``offisielt_navn``, ``fylkesnummer``, ``fylke``,
        ``inhabitants`` and ``size_class``.
    county_names
        County name for each ``fylkesnummer``, in ascending order.
    earliest
        First day of the year of the oldest dated observation.
    """

    tables: Tables
    municipalities: pd.DataFrame
    county_names: dict[str, str]
    earliest: date

    def at(self, selection: Selection, today: date) -> pd.DataFrame:
        """Give the municipalities with their status, and whether the selection fits them.

        Parameters
        ----------
        selection
            Date, definition and places.
        today
            The present day; undated observations count from it on.

        Returns
        -------
        pandas.DataFrame
            `municipalities` with ``status``, ``under_revision``, ``since``, ``basis``, ``in_places`` and
            ``matches`` (the place and the status chosen). A new table that the caller may change.
        """
        # A shallow copy costs nothing: pandas copies a column first when somebody changes it.
        return self._at(selection, today).copy(deep=False)

    @lru_cache(maxsize=256)  # noqa: B019  the register lives as long as the process
    def _at(self, selection: Selection, today: date) -> pd.DataFrame:
        table = self.municipalities.join(self._statuses(selection.on, selection.definition, today))
        return table.assign(in_places=in_places(table, selection), matches=matches(table, selection))

    @lru_cache(maxsize=256)  # noqa: B019  the register lives as long as the process
    def _statuses(self, on: date, definition: Definition, today: date) -> pd.DataFrame:
        return statuses_at(self.tables.policy_status, self.municipalities.index, on, definition, today=today)


def build_register(tables: Tables) -> Register:
    """Derive from the tables what every page needs.

    Parameters
    ----------
    tables
        The validated tables.

    Returns
    -------
    Register
        The tables, the municipalities by number, the county names and the earliest date.
    """
    municipalities = (
        tables.municipalities.rename(columns={"folketall_2026": "inhabitants"})
        .set_index("kommunenummer")
        .sort_index()[["navn", "offisielt_navn", "fylkesnummer", "fylke", "inhabitants"]]
    )
    municipalities["size_class"] = size_classes(municipalities["inhabitants"])
    dated = tables.policy_status[["observed_on", "adopted_on", "valid_from"]].stack()
    earliest = min(first_day(text) for text in dated if text)
    return Register(
        tables,
        municipalities,
        municipalities.groupby("fylkesnummer")["fylke"].first().to_dict(),
        date(earliest.year, 1, 1),
    )


@cache
def load_register() -> Register:
    """Read the register once for the life of the process.

    Returns
    -------
    Register
        The register as it stands in ``data/``.

    Raises
    ------
    lib.register.faults.DataFaultsError
        When the data have faults; the message lists each.
    """
    return build_register(read_all())


def today() -> date:
    """Tell the present day in Norway."""
    return datetime.now(ZoneInfo("Europe/Oslo")).date()
