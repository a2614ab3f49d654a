"""The columns of the tables that are given out: name, title, meaning, codes and type, in the language spoken.

Names and codes are the same in every language, so that a program that reads one file reads them all. The columns of
the register's own tables follow from their schemas; those that are derived have a module of their own.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import pandera.pandas as pa

from lib.register.schemas import TABLES
from lib.register.schemas import columns as kinds
from lib.texts import _
from lib.texts.language import kept_by_language


class Holds(StrEnum):
    """What the cells of a column hold."""

    TEXT = "text"
    NUMBER_CODE = "number_code"  # digits that are a name: 0301
    PARTIAL_DATE = "partial_date"
    DATE = "date"
    INTEGER = "integer"
    SHARE = "share"  # 0 to 1
    DECIMAL = "decimal"
    BOOLEAN = "boolean"
    ADDRESS = "address"


# The pandas type of each, with a missing value of its own.
DTYPES: dict[Holds, str] = {
    Holds.DATE: "date32[pyarrow]",
    Holds.INTEGER: "Int64",
    Holds.SHARE: "Float64",
    Holds.DECIMAL: "Float64",
    Holds.BOOLEAN: "boolean",
}
TEXT_DTYPE = "str"


@dataclass(frozen=True)
class Column:
    """A column of a table.

    Attributes
    ----------
    name
        As it stands in files.
    title, description
        Words of the codebook.
    holds
        What its cells hold.
    codes
        The meaning of each code; empty for a column without codes.
    """

    name: str
    title: str
    description: str
    holds: Holds = Holds.TEXT
    codes: Mapping[str, str] = field(default_factory=dict)

    @property
    def dtype(self) -> str:
        """The pandas type."""
        return DTYPES.get(self.holds, TEXT_DTYPE)


def holds_word(holds: Holds) -> str:
    """Say what cells hold, for the codebook."""
    return {
        Holds.TEXT: _("tekst"),
        Holds.NUMBER_CODE: _("tekst med sifre"),
        Holds.PARTIAL_DATE: _("dato, hel eller delvis: ÅÅÅÅ, ÅÅÅÅ-MM eller ÅÅÅÅ-MM-DD"),
        Holds.DATE: _("dato: ÅÅÅÅ-MM-DD"),
        Holds.INTEGER: _("heltall"),
        Holds.SHARE: _("andel fra 0 til 1"),
        Holds.DECIMAL: _("desimaltall"),
        Holds.BOOLEAN: _("sann eller usann: true, false"),
        Holds.ADDRESS: _("nettadresse"),
    }[holds]


@kept_by_language(64)
def schema_columns(table: str) -> tuple[Column, ...]:
    """Give the columns of a table of the register.

    Parameters
    ----------
    table
        A name in ``lib.register.schemas.TABLES``.

    Returns
    -------
    tuple of Column
        In the order of the file.
    """
    return tuple(_of_schema(name, column) for name, column in TABLES[table].columns.items())


def _of_schema(name: str, column: pa.Column) -> Column:
    codes = {code: _(meaning) for code, meaning in column.metadata["codes"].items()}
    title, meaning = column.title, column.metadata["description"]
    return Column(name, _(title), _(meaning), _holds(column), codes)


def _holds(column: pa.Column) -> Holds:
    by_type = {"Int64": Holds.INTEGER, "Float64": Holds.DECIMAL}
    if str(column.dtype) in by_type:
        return by_type[str(column.dtype)]
    if column.metadata["format"] == "uri":
        return Holds.ADDRESS
    told = [check.statistics or {} for check in column.checks]
    pattern = next((statistics["pattern"] for statistics in told if "pattern" in statistics), "")
    if pattern == kinds.WHOLE_DATE:
        return Holds.DATE
    if pattern == kinds.PARTIAL_DATE:
        return Holds.PARTIAL_DATE
    return Holds.NUMBER_CODE if kinds.COUNTY_NUMBER in pattern or kinds.MUNICIPALITY_NUMBER in pattern else Holds.TEXT
