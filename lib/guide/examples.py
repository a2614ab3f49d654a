"""Local examples for the recommendations, found in the register's observations.

A trait is a few words that a source's title or the register's note on it holds, and the sentence that they bear out.
An example is shown only where an observation holds the words: without one, the guide says nothing. The sentence says
no more than the words do.
"""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import pandas as pd

from lib.guide.recommendation import Recommendation
from lib.register.evidence import which_count
from lib.register.register import Register
from lib.register.status import Definition, Status, known_day
from lib.texts import _

# More would be a list to read past.
MOST = 2

_TITLE, _NOTE = "document_title", "note"
_STRENGTH = {"high": 0, "medium": 1}


class Trait(NamedTuple):
    """What an observation can show.

    Attributes
    ----------
    recommendation
        Key of the recommendation that it is an example of.
    column
        Where the words stand: ``document_title`` or ``note``.
    words
        A regular expression.
    sentence
        What they bear out.
    """

    recommendation: str
    column: str
    words: str
    sentence: str


@dataclass(frozen=True)
class Example:
    """An observation that shows a recommendation in practice.

    Attributes
    ----------
    number
        The municipality's number.
    name
        Its name.
    sentence
        What the source shows.
    title
        The document that it speaks of; empty when it names none.
    known
        When the source knew it, a partial date; empty when it is undated.
    url, publisher
        The source.
    """

    number: str
    name: str
    sentence: str
    title: str
    known: str
    url: str
    publisher: str


def traits() -> tuple[Trait, ...]:
    """List the traits that are looked for.

    Returns
    -------
    tuple of Trait
        In the order in which the examples of a recommendation stand, in the language spoken.
    """
    return (
        Trait(
            "kjenn-frivilligheten",
            _NOTE,
            r"^Survey of (?:associations|clubs)\b.*\bpolicy",
            _("Kommunen spurte lag og foreninger i en undersøkelse, til bruk i arbeidet med politikken."),
        ),
        Trait(
            "vedta-en-politikk",
            _NOTE,
            r"adopted by the council, revised every four years",
            _("Kommunestyret har vedtatt politikken, og den blir revidert hvert fjerde år."),
        ),
        Trait(
            "vedta-en-politikk",
            _NOTE,
            r"anchored by city council decision, cross-sector plan",
            _("Planen gjelder på tvers av sektorene og er forankret i bystyret."),
        ),
        Trait(
            "egenverdi",
            _TITLE,
            r"lever av lyst og dør av tvang",
            _("Tittelen på den første meldingen sa det slik: frivillighet lever av lyst og dør av tvang."),
        ),
        Trait(
            "gjor-det-enkelt",
            _NOTE,
            r"drawn up with the voluntary sector, and follow-up by a coordinator",
            _("En koordinator følger opp meldingen, som er laget sammen med frivilligheten."),
        ),
        Trait(
            "gjor-det-enkelt",
            _TITLE,
            r"^Lett å være frivillig",
            _("Målet står i tittelen på meldingen: det skal være lett å være frivillig."),
        ),
        Trait(
            "utvikling-og-tillit",
            _NOTE,
            r"^Volunteer council founded .*as a result of the platform",
            _("Et eget frivillighetsråd ble stiftet som følge av plattformen kommunen vedtok."),
        ),
        Trait(
            "dialog",
            _NOTE,
            r"sets up volunteering forum twice a year",
            _("Politikken bygger på innspill fra lagene, og det skal være et forum for frivillige to ganger i året."),
        ),
        Trait(
            "dialog",
            _NOTE,
            r"^Work starting; seven village meetings",
            _("Arbeidet med planen begynte med sju bygdemøter."),
        ),
        Trait(
            "merverdi",
            _NOTE,
            r"^Plan joins local democracy and volunteering policy",
            _("Planen ser lokaldemokratiet og frivilligheten i sammenheng."),
        ),
        Trait(
            "forutsigbarhet",
            _NOTE,
            r"adopted by council with new grant guidelines",
            _("Kommunestyret vedtok meldingen sammen med nye retningslinjer for tilskudd."),
        ),
        Trait(
            "forutsigbarhet",
            _TITLE,
            r"^Forutsigbarhet\b",
            _("Forutsigbarhet er det første ordet i tittelen på arbeidet."),
        ),
    )


def examples(recommendation: Recommendation, register: Register, today: date) -> list[Example]:
    """Find local examples of a recommendation.

    Parameters
    ----------
    recommendation
        The recommendation.
    register
        The observations.
    today
        The present day.

    Returns
    -------
    list of Example
        At most :data:`MOST`, each of another municipality; empty when no observation shows the recommendation.

    Notes
    -----
    Only what counts by the usual definition is looked at: strong or medium evidence of the municipality itself. Each
    trait gives one example before any gives two. Of several observations that show the same, an adopted document goes
    before one on its way, strong evidence before medium, and then the newest before older ones.
    """
    observations = register.tables.policy_status
    rows = which_count(observations, today, Definition.STANDARD, today=today)
    rows = rows[rows["counts"] & rows["status"].isin([Status.ADOPTED, Status.IN_PROGRESS])]
    days = [-known_day(*pair).toordinal() for pair in zip(rows["status"], rows["known"], strict=True)]
    rows = rows.assign(later=rows["status"] != Status.ADOPTED, strength=rows["confidence"].map(_STRENGTH), day=days)
    rows = rows.sort_values(["later", "strength", "day"], kind="stable")
    showing = [
        (trait, rows[rows[trait.column].str.contains(trait.words)].drop_duplicates("kommunenummer"))
        for trait in traits()
        if trait.recommendation == recommendation.key
    ]
    found: dict[str, Example] = {}
    for place in range(MOST):
        for trait, shown in showing:
            if place < len(shown) and len(found) < MOST:
                row = shown.iloc[place]
                found.setdefault(row["kommunenummer"], _example(row, trait))
    return list(found.values())


def _example(row: pd.Series, trait: Trait) -> Example:
    return Example(
        row["kommunenummer"],
        row["kommune"],
        trait.sentence,
        row["document_title"],
        row["known"],
        row["source_url"],
        row["source_publisher"],
    )
