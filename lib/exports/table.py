"""A table as files give it out: its rows, with what each column holds and means."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import pandas as pd

from lib.exports.columns import Column


class Area(StrEnum):
    """What a row of a table is, where it has a place on the map."""

    MUNICIPALITY = "kommunenummer"
    COUNTY = "fylkesnummer"


@dataclass(frozen=True, eq=False)
class Table:
    """A table as files give it out.

    Attributes
    ----------
    name
        What it is called in addresses, files and sheets; the same in every language.
    title, description
        What it holds, and what a row is.
    frame
        The rows, a column for each of `columns`; missing values are missing, never empty texts.
    columns
        The columns in order.
    area
        What tells the place of a row, where each row is a place of its own.
    """

    name: str
    title: str
    description: str
    frame: pd.DataFrame
    columns: tuple[Column, ...]
    area: Area | None = None


def make_table(
    name: str,
    title: str,
    description: str,
    frame: pd.DataFrame,
    columns: Sequence[Column],
    area: Area | None = None,
) -> Table:
    """Make a table, with each column of the type of what it holds.

    Parameters
    ----------
    name, title, description, columns, area
        As for :class:`Table`.
    frame
        Has the columns among its own. Empty texts, which the register's tables have where nothing is stated, become
        missing.

    Returns
    -------
    Table
        With the columns in order, and a plain index.
    """
    typed = {}
    for column in columns:
        values = frame[column.name].astype(object)
        values = values.where(values.notna() & (values != ""), None)
        if column.dtype == "date32[pyarrow]":
            values = values.map(lambda value: date.fromisoformat(value) if isinstance(value, str) else value)
        elif column.dtype == "str":
            # Codes are members of enumerations, which are texts as well but print otherwise.
            values = values.map(lambda value: value.value if isinstance(value, StrEnum) else value)
        typed[column.name] = values.astype(column.dtype).array
    whole = pd.DataFrame(typed, index=pd.RangeIndex(len(frame)), columns=[column.name for column in columns])
    return Table(name, title, description, whole, tuple(columns), area)
