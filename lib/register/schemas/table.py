"""What the declaration of a table consists of. The tables themselves are in the modules beside this one."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandera.pandas as pa


@dataclass(frozen=True)
class Source:
    """Where facts come from.

    Parameters
    ----------
    title
        Publisher and work, and its licence where it has one.
    path
        Web address.
    """

    title: str
    path: str


@dataclass(frozen=True)
class ForeignKey:
    """Columns whose values stand together in a row of another table.

    Parameters
    ----------
    columns
        A number, or a number and the name that belongs to it.
    table
        The other table.
    references
        Its columns, in the same order.
    """

    columns: tuple[str, ...]
    table: str
    references: tuple[str, ...]


@dataclass(frozen=True)
class Table:
    """One table of the register.

    Parameters
    ----------
    schema
        Name, title and description of the table; its columns in the order of the file; ``unique``: the
        columns that together tell its rows apart.
    sources
        Where the table's facts come from, beyond the sources that its rows name.
    foreign_keys
        What ties it to other tables.
    """

    schema: pa.DataFrameSchema
    sources: tuple[Source, ...] = ()
    foreign_keys: tuple[ForeignKey, ...] = ()

    @property
    def name(self) -> str:
        """The table's name, which is the file's name without ``.csv``."""
        return str(self.schema.name)

    @property
    def columns(self) -> Mapping[str, pa.Column]:
        """The columns by name, in the order of the file."""
        columns: Mapping[str, pa.Column] = self.schema.columns
        return columns

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that together tell the rows apart."""
        return tuple(self.schema.unique)


def table(
    name: str,
    title: str,
    description: str,
    columns: dict[str, pa.Column],
    *,
    key: tuple[str, ...],
    sources: tuple[Source, ...] = (),
    foreign_keys: tuple[ForeignKey, ...] = (),
) -> Table:
    """Declare a table.

    Parameters
    ----------
    name
        The file's name without ``.csv``.
    title, description
        Words of the codebook, in bokmål; the description starts with what a row is.
    columns
        In the order of the file.
    key
        The columns that together tell the rows apart.
    sources, foreign_keys
        As in `Table`.

    Returns
    -------
    Table
        With a strict pandera schema.
    """
    schema = pa.DataFrameSchema(
        columns,
        name=name,
        title=title,
        description=description,
        strict=True,
        unique=list(key),
        report_duplicates="exclude_first",
    )
    return Table(schema, sources, foreign_keys)
