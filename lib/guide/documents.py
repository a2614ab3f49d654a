"""The adopted documents that the register knows, one row for each, and the choice of those like one's own municipality.

Several sources may speak of one document, under different names. What is taken for the same document, and what is left
out, is told at :func:`adopted_documents`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any

import pandas as pd

from lib.register.dates import last_day
from lib.register.evidence import which_count
from lib.register.register import Register
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status

# In the order of the filter; those that the register does not have are left out there.
DOCUMENT_TYPES = ("plan", "melding", "strategi", "erklæring", "politikk", "other")
WITHOUT_YEAR = "uten"

_STRENGTH = {"high": 0, "medium": 1}
_SMALL_WORDS = {"for", "i", "kommune", "kommunes"}
_ENDING = re.compile(r"(?:en|et|e|s)$")


@dataclass(frozen=True)
class Wanted:
    """Which documents to show; empty for all.

    Attributes
    ----------
    counties
        County numbers.
    sizes
        Size classes of the municipality.
    types
        Kinds of documents, as in :data:`DOCUMENT_TYPES`.
    years
        Years as texts, and :data:`WITHOUT_YEAR`.
    """

    counties: tuple[str, ...] = ()
    sizes: tuple[SizeClass, ...] = ()
    types: tuple[str, ...] = ()
    years: tuple[str, ...] = ()


@lru_cache(maxsize=4)
def adopted_documents(register: Register, today: date) -> pd.DataFrame:
    """List the adopted documents that sources name.

    Parameters
    ----------
    register
        The observations.
    today
        The present day.

    Returns
    -------
    pandas.DataFrame
        A row for each document, the newest year first and those without a year last: ``number``, ``navn``,
        ``fylkesnummer``, ``fylke``, ``inhabitants``, ``size_class``, ``title``, ``document_type``, ``adopted_on``,
        ``valid_from``, ``valid_to``, ``year`` (adopted, else valid from; ``""`` where no source tells), ``ended`` (the
        date that it was valid to has passed), ``url``, ``publisher`` and ``sources`` (how many speak of it).
        Kept for the next visitor: not to be changed.

    Notes
    -----
    Weak evidence, and what merged municipalities adopted before, are left out, as they are by the usual definition.
    Two sources of one municipality speak of the same document when

    - their documents have the same year, and the same kind or dates of adoption that agree; or
    - one has no year, and its title is that of just one other document, passing over years, the municipality's name
      and inflections.

    The title and the first link are the municipality's own where it is among the sources.
    """
    observations = register.tables.policy_status
    rows = which_count(observations, today, Definition.STANDARD, today=today)
    rows = rows[rows["counts"] & (rows["status"] == Status.ADOPTED) & (rows["document_title"] != "")]
    found = []
    for number, told in rows.groupby("kommunenummer"):
        place = register.municipalities.loc[number]
        found += [{"number": number, **place, **_document(same, today)} for same in _same_documents(told, place)]
    columns = ["number", "navn", "fylkesnummer", "fylke", "inhabitants", "size_class", "title", "document_type"]
    columns += ["adopted_on", "valid_from", "valid_to", "year", "ended", "url", "publisher", "sources"]
    table = pd.DataFrame(found, columns=columns)
    return table.sort_values(["year", "number"], ascending=[False, True], kind="stable", ignore_index=True)


def _same_documents(told: pd.DataFrame, place: pd.Series) -> list[list[Any]]:
    """Gather the rows of a municipality that speak of the same document; those with a year first."""
    groups: list[list[Any]] = []
    undated = []
    for row in told.itertuples():
        if not _year(row):
            undated.append(row)
            continue
        same = [group for group in groups if any(_agree(row, other) for other in group)]
        if same:
            same[0].append(row)
        else:
            groups.append([row])
    for row in undated:
        named = [group for group in groups if any(_words(row, place) == _words(other, place) for other in group)]
        if len(named) == 1:
            named[0].append(row)
        else:
            groups.append([row])
    return groups


def _agree(row: Any, other: Any) -> bool:
    if _year(row) != _year(other):
        return False
    first, second = sorted((row.adopted_on, other.adopted_on), key=len)
    return row.document_type == other.document_type or (len(first) > 4 and second.startswith(first))


def _year(row: Any) -> str:
    return (row.adopted_on or row.valid_from)[:4]


def _words(row: Any, place: pd.Series) -> frozenset[str]:
    words = re.findall(r"[^\W\d_]+", row.document_title.casefold())
    passed_over = _SMALL_WORDS | {place["navn"].casefold()}
    return frozenset(_ENDING.sub("", word) for word in words if word not in passed_over)


def _document(same: Sequence[Any], today: date) -> dict[str, Any]:
    def own_first(row: Any) -> tuple[bool, int, int]:
        return row.source_kind != "municipality", _STRENGTH[row.confidence], -len(row.document_title)

    best = min(same, key=own_first)
    adopted = max((row.adopted_on for row in same), key=len)
    start = max((row.valid_from for row in same), key=len)
    end = max((row.valid_to for row in same if row.valid_to), key=last_day, default="")
    return {
        "title": best.document_title,
        "document_type": best.document_type,
        "adopted_on": adopted,
        "valid_from": start,
        "valid_to": end,
        "year": (adopted or start)[:4],
        "ended": bool(end) and last_day(end) < today,
        "url": best.source_url,
        "publisher": best.source_publisher,
        "sources": len(same),
    }


def chosen(documents: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """Restrict the documents.

    Parameters
    ----------
    documents
        As :func:`adopted_documents` gives them.
    wanted
        The choice.

    Returns
    -------
    pandas.DataFrame
        The rows that fit all of it, in their order.
    """
    fits = pd.Series(True, index=documents.index)
    for column, values in (
        ("fylkesnummer", wanted.counties),
        ("size_class", wanted.sizes),
        ("document_type", wanted.types),
        ("year", tuple("" if year == WITHOUT_YEAR else year for year in wanted.years)),
    ):
        if values:
            fits &= documents[column].isin(values)
    return documents[fits]


def loosened(documents: pd.DataFrame, wanted: Wanted) -> dict[str, int]:
    """Tell what each choice keeps out.

    Parameters
    ----------
    documents
        As :func:`adopted_documents` gives them.
    wanted
        The choice.

    Returns
    -------
    dict
        How many documents fit when the field of :class:`Wanted` is emptied, for each that is not empty; those that
        help nothing are left out.
    """
    kept = len(chosen(documents, wanted))
    fits: dict[str, int] = {}
    for field in ("counties", "sizes", "types", "years"):
        if getattr(wanted, field):
            fits[field] = len(chosen(documents, replace(wanted, **{field: ()})))
    return {field: count for field, count in fits.items() if count > kept}


def within(municipalities: pd.DataFrame, wanted: Wanted) -> pd.DataFrame:
    """Restrict municipalities to the chosen places.

    Parameters
    ----------
    municipalities
        With ``fylkesnummer`` and ``size_class``.
    wanted
        The choice; kinds and years do not matter.

    Returns
    -------
    pandas.DataFrame
        The rows: the denominator of what is shown.
    """
    return chosen(municipalities.assign(document_type="", year=""), replace(wanted, types=(), years=()))[
        municipalities.columns
    ]


def years_of(documents: pd.DataFrame) -> list[str]:
    """List the years that there are documents of, the newest first; :data:`WITHOUT_YEAR` last.

    Parameters
    ----------
    documents
        As :func:`adopted_documents` gives them.

    Returns
    -------
    list of str
        As the filter offers them.
    """
    years = set(documents["year"])
    return sorted(years - {""}, reverse=True) + ([WITHOUT_YEAR] if "" in years else [])


def types_of(documents: pd.DataFrame) -> list[str]:
    """List the kinds of documents that there are.

    Parameters
    ----------
    documents
        As :func:`adopted_documents` gives them.

    Returns
    -------
    list of str
        In the order of :data:`DOCUMENT_TYPES`.
    """
    there = set(documents["document_type"])
    return [kind for kind in DOCUMENT_TYPES if kind in there]
