"""The sources behind tables: each with publisher, address and date, and where it is used."""

from collections.abc import Sequence
from typing import NamedTuple

from lib.exports.table import Table
from lib.register.datapackage import descriptor
from lib.texts import _
from lib.texts.formats import alphabetical
from lib.texts.words import source_kind_word


class Source(NamedTuple):
    """A source.

    Attributes
    ----------
    publisher, address
        Who published it, and where.
    date
        Its own date, partial; empty when it has none or the table does not tell.
    kind
        What kind of source it is, in words; empty when the table does not tell.
    rows
        How many rows rest on it; 0 for what the register as a whole rests on.
    tables
        Names of the tables with those rows.
    """

    publisher: str
    address: str
    date: str
    kind: str
    rows: int
    tables: tuple[str, ...]


# Columns with the source's own date, by table; the others do not tell it.
_DATES = ("observed_on", "as_of")


def sources_of(tables: Sequence[Table]) -> list[Source]:
    """List the sources that tables rest on.

    Parameters
    ----------
    tables
        The tables.

    Returns
    -------
    list of Source
        First what the register as a whole rests on, then every source of a row, by publisher, address and date. An
        address with several dates stands once for each.
    """
    found: dict[tuple[str, str, str, str], dict[str, int]] = {}
    for table in tables:
        for key in _keys(table):
            rows = found.setdefault(key, {})
            rows[table.name] = rows.get(table.name, 0) + 1
    named = [
        Source(publisher, address, day, source_kind_word(kind) if kind else "", sum(rows.values()), tuple(rows))
        for (publisher, address, day, kind), rows in found.items()
    ]
    named.sort(key=lambda source: (alphabetical(source.publisher), source.address, source.date))
    grounds = [
        Source(_(title), path, "", _("Grunnlag for hele registeret"), 0, ())
        for title, path in ((source["title"], source["path"]) for source in descriptor()["sources"])
    ]
    return grounds + named


def _keys(table: Table) -> list[tuple[str, str, str, str]]:
    frame = table.frame
    if "source_url" not in frame:
        return []
    told = frame[frame["source_url"].notna()]

    def texts(name: str) -> list[str]:
        return told[name].fillna("").tolist() if name in told else [""] * len(told)

    day = next((name for name in _DATES if name in told), "")
    return list(zip(texts("source_publisher"), texts("source_url"), texts(day), texts("source_kind"), strict=True))
