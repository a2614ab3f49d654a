"""The sources of a municipality as the list of them shows each: what it said, when, how sure, and where it stands."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from lib.texts import _
from lib.texts.formats import partial_date
from lib.texts.words import confidence_word, date_in_words, document_type_word, status_word


def source_items(
    evidence: pd.DataFrame, merged: Mapping[str, int] | None = None, *, dates: bool = False
) -> list[dict[str, Any]]:
    """Prepare the sources for the template ``sources.html``.

    Parameters
    ----------
    evidence
        A municipality's observations, as :func:`lib.register.evidence.evidence_of` gives them.
    merged
        The year of the merger for each predecessor where it is known.
    dates
        Whether to tell what the source says of adoption and validity.

    Returns
    -------
    list of dict
        An entry for each observation, in the same order.
    """
    return [_item(row, merged or {}, dates) for row in evidence.itertuples()]


def _item(row: Any, merged: Mapping[str, int], dates: bool) -> dict[str, Any]:
    return {
        "status": row.status,
        "word": status_word(row.status),
        "title": row.document_title,
        "type": document_type_word(row.document_type),
        "publisher": row.source_publisher,
        "known": partial_date(row.known) if row.known else _("udatert"),
        "strength": confidence_word(row.confidence),
        "dates": _dates(row) if dates else "",
        "about": _about(row, merged),
        "url": row.source_url,
        "counts": row.counts,
        "left_out": _left_out(row),
    }


def _about(row: Any, merged: Mapping[str, int]) -> str:
    if row.scope == "county":
        return _("Kilden sier dette om {name}.").format(name=row.name_in_source)
    if row.scope != "predecessor":
        return ""
    if row.name_in_source in merged:
        return _("Gjelder tidligere {name}, som ble en del av kommunen i {year}.").format(
            name=row.name_in_source, year=merged[row.name_in_source]
        )
    return _("Gjelder tidligere {name}, som nå er en del av kommunen.").format(name=row.name_in_source)


def _left_out(row: Any) -> str:
    if row.counts:
        return ""
    if row.scope == "predecessor":
        return _("Teller ikke med i statusen, for en ny kommune begynner på nytt.")
    return _("Teller ikke med i statusen med de valgene du har gjort.")


def _dates(row: Any) -> str:
    told = []
    if row.adopted_on:
        told.append(_("vedtatt {when}").format(when=date_in_words(row.adopted_on)))
    if row.valid_from and row.valid_to:
        told.append(
            _("gjelder fra {start} til {end}").format(
                start=partial_date(row.valid_from), end=partial_date(row.valid_to)
            )
        )
    elif row.valid_from:
        told.append(_("gjelder fra {date}").format(date=partial_date(row.valid_from)))
    elif row.valid_to:
        told.append(_("gjelder til {date}").format(date=partial_date(row.valid_to)))
    text = ", ".join(told)
    return text[:1].upper() + text[1:] + "." if text else ""
