"""Who adopted, renewed or let a policy expire, year by year and by name."""

from collections import defaultdict

import pandas as pd

from lib.fragments.render import render
from lib.register.changes import Change
from lib.register.status import Basis
from lib.texts import _
from lib.texts.formats import alphabetical, partial_date
from lib.texts.words import date_in_words


def change_word(change: str) -> str:
    """Name what happened to a policy."""
    return {"adopted": _("Vedtatt"), "renewed": _("Fornyet"), "expired": _("Utløpt eller ubekreftet")}[change]


def year_changes(changes: pd.DataFrame, names: pd.Series, year: int, when: str) -> str:
    """Name the municipalities where something happened in a year.

    Parameters
    ----------
    changes
        As :func:`lib.register.history.changes` gives them.
    names
        Names of the municipalities, indexed by ``kommunenummer``.
    year
        The year.
    when
        The year in words, for instance ``"i 2019"``.

    Returns
    -------
    str
        HTML: a list for each kind of change that there was, or a sentence that says that none is known.
    """
    found = _by_year(changes[changes["year"] == year], names).get(year, {})
    groups = [
        {"change": change.value, "word": change_word(change), "items": found.get(change, [])} for change in Change
    ]
    return render("year_changes.html", when=when, groups=[group for group in groups if group["items"]])


def change_table(changes: pd.DataFrame, names: pd.Series) -> str:
    """Name the municipalities of each year and change.

    Parameters
    ----------
    changes, names
        As for :func:`year_changes`.

    Returns
    -------
    str
        HTML: a table with a row for each year in which something happened, the newest first.
    """
    rows = [
        {"year": year, "groups": [(change.value, found.get(change, [])) for change in Change]}
        for year, found in sorted(_by_year(changes, names).items(), reverse=True)
    ]
    return render(
        "change_table.html",
        rows=rows,
        words=[(change.value, change_word(change)) for change in Change],
    )


def _by_year(changes: pd.DataFrame, names: pd.Series) -> dict[int, dict[str, list[dict]]]:
    """Gather what to tell of each change, by year and kind, in the order of the names."""
    found: defaultdict[int, defaultdict[str, list[dict]]] = defaultdict(lambda: defaultdict(list))
    for row in changes.itertuples():
        found[row.year][row.change].append(
            {
                "number": row.kommunenummer,
                "name": names[row.kommunenummer],
                "detail": _detail(row),
                "sourced": row.basis == Basis.KNOWN_SINCE,
            }
        )
    for kinds in found.values():
        for items in kinds.values():
            items.sort(key=lambda item: alphabetical(item["name"]))
    return {year: dict(kinds) for year, kinds in found.items()}


def _detail(row) -> str:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    if row.basis == Basis.ADOPTED_ON:
        return _("vedtatt {when}").format(when=date_in_words(row.date))
    if row.basis == Basis.VALID_FROM:
        return _("gjelder fra {date}").format(date=partial_date(row.date))
    if row.basis == Basis.VALID_TO:
        return _("gjaldt til og med {date}").format(date=partial_date(row.date))
    if row.basis == Basis.LAST_SEEN:
        return _("sist bekreftet {when}").format(when=date_in_words(row.date))
    if row.change == Change.RENEWED:
        return _("bekreftet på nytt {when}").format(when=date_in_words(row.date))
    return _("først omtalt {when}").format(when=date_in_words(row.date))
