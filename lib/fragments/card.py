"""The card of a municipality: its status in words, the document and the evidence behind it."""

from typing import NamedTuple

import pandas as pd

from lib.fragments.render import render
from lib.register.evidence import document_of
from lib.register.shares import Share
from lib.texts import _
from lib.texts.formats import count_of, partial_date, percent
from lib.texts.words import confidence_word, document_type_word, since_phrase, status_meaning, status_word

# As many sources are open from the start; the rest fold out.
OPEN_SOURCES = 3


class Comparison(NamedTuple):
    """A place to compare with, and how many of its municipalities have adopted a policy."""

    place: str
    adopted: Share


def municipality_card(
    number: str, municipality: pd.Series, evidence: pd.DataFrame, comparisons: list[Comparison], link: str
) -> str:
    """Show what the register knows of a municipality.

    Parameters
    ----------
    number
        The municipality's number.
    municipality
        Its row, as :meth:`lib.register.register.Register.at` gives it.
    evidence
        Its observations, as :func:`lib.register.evidence.evidence_of` gives them.
    comparisons
        Places to compare with, for instance the county and the country.
    link
        The address that opens this card.

    Returns
    -------
    str
        HTML of the card.
    """
    sources = [_source(row) for row in evidence.itertuples()]
    document = document_of(evidence, municipality["status"])
    return render(
        "card.html",
        number=number,
        municipality=municipality,
        other_names=_other_names(municipality),
        word=status_word(municipality["status"]),
        since=since_phrase(municipality["status"], municipality["since"], municipality["basis"]),
        meaning=status_meaning(municipality["status"]),
        document=document,
        open_sources=sources[:OPEN_SOURCES],
        more_sources=sources[OPEN_SOURCES:],
        comparisons=[
            (c.place, count_of(c.adopted.part, c.adopted.whole), percent(c.adopted.ratio or 0)) for c in comparisons
        ],
        link=link,
    )


def _other_names(municipality: pd.Series) -> str:
    names = [name for name in municipality["offisielt_navn"].split(" - ") if name != municipality["navn"]]
    return " – ".join(names)


def _source(row) -> dict:  # type: ignore[no-untyped-def]  # a named tuple of pandas
    about = {
        "predecessor": _("Gjelder tidligere {name}, som nå er en del av kommunen."),
        "county": _("Kilden sier dette om {name}."),
    }.get(row.scope, "")
    return {
        "status": row.status,
        "word": status_word(row.status),
        "title": row.document_title,
        "type": document_type_word(row.document_type),
        "publisher": row.source_publisher,
        "known": partial_date(row.known) if row.known else _("udatert"),
        "strength": confidence_word(row.confidence),
        "about": about.format(name=row.name_in_source),
        "url": row.source_url,
        "counts": row.counts,
    }
