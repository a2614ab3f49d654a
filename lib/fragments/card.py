"""The card of a municipality: its status in words, the document and the evidence behind it."""

from typing import NamedTuple

import pandas as pd

from lib.fragments.municipality import other_names
from lib.fragments.render import render
from lib.fragments.sources import source_items
from lib.register.evidence import document_of
from lib.register.shares import Share
from lib.texts.formats import count_of, percent
from lib.texts.words import since_phrase, status_meaning, status_word

# As many sources are open from the start; the rest fold out.
OPEN_SOURCES = 3


class Comparison(NamedTuple):
    """A place to compare with, and how many of its municipalities have adopted a policy."""

    place: str
    adopted: Share


def municipality_card(
    number: str, municipality: pd.Series, evidence: pd.DataFrame, comparisons: list[Comparison], link: str, page: str
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
    page
        The address of the municipality's page.

    Returns
    -------
    str
        HTML of the card.
    """
    sources = source_items(evidence)
    document = document_of(evidence, municipality["status"])
    return render(
        "card.html",
        number=number,
        municipality=municipality,
        other_names=other_names(municipality),
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
        page=page,
    )
