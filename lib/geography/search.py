"""Finding a municipality by what people write: any official name, with or without its letters, or its number.

The official names are Norwegian, Sámi and Kven. The numbers of earlier divisions belong to the register.
"""

import re
import unicodedata
from dataclasses import dataclass

import pandas as pd

# Letters that do not come apart into a plain letter and a mark.
_PLAIN = str.maketrans({"æ": "ae", "ø": "o", "đ": "d", "ð": "d", "ŋ": "n", "ŧ": "t", "ł": "l"})
_MARKS = re.compile(r"[\u0300-\u036f]")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SPELLINGS_OF_A = re.compile(r"a[ae]+")
_SPELLINGS_OF_O = re.compile(r"oe+")


@dataclass(frozen=True)
class _Entry:
    """A municipality: its names as written and as folded, and longer forms that begin with them."""

    number: str
    written: tuple[str, ...]
    names: tuple[str, ...]
    qualified: tuple[str, ...]


@dataclass(frozen=True)
class SearchIndex:
    """The municipalities with their names folded, the most populous first."""

    entries: tuple[_Entry, ...]


def fold(text: str) -> str:
    """Reduce a name to what all ways of writing it have in common.

    Case, marks, hyphens and repeated spaces go. Without a Norwegian keyboard *å* is written *a* or *aa*, *ø*
    *o* or *oe*, and *æ* *a* or *ae*: the shortest remains, even where a name really has the longer one, since
    names and queries are folded alike. The beginning of a name folds to the beginning of the folded name, so
    that a name can be found while it is being written.

    Parameters
    ----------
    text : str
        A name or a part of one.

    Returns
    -------
    str
        Words of a to z and 0 to 9 with single spaces between them.

    Examples
    --------
    >>> fold("Bærum"), fold("baerum"), fold("BARUM")
    ('barum', 'barum', 'barum')
    >>> fold("Kárášjohka - Karasjok")
    'karasjohka karasjok'
    """
    plain = _MARKS.sub("", unicodedata.normalize("NFKD", text.casefold())).translate(_PLAIN)
    words = _NOT_WORD.sub(" ", plain).strip()
    return _SPELLINGS_OF_O.sub("o", _SPELLINGS_OF_A.sub("a", words))


def names_of(official_name: str) -> list[str]:
    """Split an official name into its names, one for each language.

    Parameters
    ----------
    official_name : str
        ``offisielt_navn``, for instance ``"Porsanger - Porsáŋgu - Porsanki"``.

    Returns
    -------
    list of str
        In the official order. Hyphens within a name have no spaces around them and do not split it.
    """
    return [name.strip() for name in official_name.split(" - ")]


def build_index(municipalities: pd.DataFrame) -> SearchIndex:
    """Prepare the municipalities for searches.

    Parameters
    ----------
    municipalities : DataFrame
        One municipality a row, with ``kommunenummer``, ``navn``, ``offisielt_navn``, ``fylke`` and
        ``folketall_2026``.

    Returns
    -------
    SearchIndex
        To be built once and shared; it cannot be changed.
    """
    by_size = municipalities.sort_values("folketall_2026", ascending=False, kind="stable")
    columns = by_size[["kommunenummer", "navn", "offisielt_navn", "fylke"]]
    entries = []
    for number, name, official_name, county in columns.to_numpy().tolist():
        names = [name, *names_of(official_name)]
        qualified = [official_name, f"{name} {county}", *(f"{each} kommune" for each in names)]
        written = tuple(name.casefold() for name in names)
        entries.append(_Entry(number, written, _folded(names), _folded(qualified)))
    return SearchIndex(tuple(entries))


def find(index: SearchIndex, query: str, limit: int = 8) -> list[str]:
    """Find the municipalities that a query may mean.

    Parameters
    ----------
    index : SearchIndex
        What `build_index` returns.
    query : str
        A name in any official language, the beginning or another part of one, or a ``kommunenummer``. The
        county may follow the name (``"Herøy Nordland"``), and so may the word *kommune*.
    limit : int
        The most to return.

    Returns
    -------
    list of str
        ``kommunenummer``, best first: the whole name, the beginning of a name, the beginning of a word in it,
        any part of it. Among equals, the most populous first; but a query with letters beyond A to Z means
        them, so that *å* gives Ålesund before Asker. Empty when nothing fits, and for an empty query.
    """
    wanted = fold(query)
    if not wanted:
        return []
    written = unicodedata.normalize("NFC", query).casefold().strip()
    ranked = []
    for entry in index.entries:
        rank = _rank(entry, wanted)
        if rank is not None:
            meant = written.isascii() or any(name.startswith(written) for name in entry.written)
            ranked.append((rank, not meant, entry.number))
    return [number for *_order, number in sorted(ranked, key=lambda found: found[:2])[:limit]]


def _folded(names: list[str]) -> tuple[str, ...]:
    """Fold names, and write them in one word too, as many do with *Nord-Odal*."""
    folded = [fold(name) for name in names]
    return tuple(dict.fromkeys([*folded, *(name.replace(" ", "") for name in folded)]))


def _rank(entry: _Entry, wanted: str) -> int | None:
    """Tell how well a municipality fits, 0 being best; None if it does not."""
    names = entry.names
    if wanted == entry.number or wanted in names or wanted in entry.qualified:
        return 0
    if any(name.startswith(wanted) for name in names + entry.qualified):
        return 1
    if any(f" {wanted}" in name for name in names):
        return 2
    return 3 if any(wanted in name for name in names) else None
