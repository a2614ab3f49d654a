"""What is compared of each place: the facts of a municipality and of a county, on the present day.

Which sets of places to suggest is in ``lib.register.suggestions``, how an address names them in
``lib.register.places``.
"""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from lib.register.councils import council_statuses
from lib.register.dates import last_day
from lib.register.evidence import document_of, evidence_of
from lib.register.former_counties import NAMES, former_county, said_of_former
from lib.register.periods import Period, status_periods
from lib.register.published import latest_mapping
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import Figures, Rank, Share, by_county, figures, rank_by_share
from lib.register.sizes import SizeClass
from lib.register.status import Basis, Definition, Derived, Observation, Status, known_day, observations_that_count

# Municipalities and sets of counties, times definitions, as far as they are asked for.
_KEPT = 1024
# Fewer years than this make no line of time.
_YEARS = 10


class Document(NamedTuple):
    """The newest document that a status rests on; dates are partial, empty where no source states them.

    Attributes
    ----------
    title, type
        As the source has them.
    adopted_on
        When it was adopted, if need be by another source on the same document.
    valid_from, valid_to
        For how long it holds.
    ended
        Whether `valid_to` has passed.
    url, publisher
        The source.
    """

    title: str
    type: str
    adopted_on: str
    valid_from: str
    valid_to: str
    ended: bool
    url: str
    publisher: str


class Source(NamedTuple):
    """A dated observation that counts: the day it is known from, and the status it speaks of."""

    day: date
    status: Status


@dataclass(frozen=True)
class MunicipalityFacts:
    """What is compared of a municipality.

    Attributes
    ----------
    number, name, county, county_name, inhabitants, size
        The municipality.
    status
        The derived status with the date that goes with it.
    document
        None when the status rests on no document that a source names.
    strengths
        How many sources count for each strength of evidence, those with none left out.
    left_out
        How many sources do not count: about municipalities merged since, or too weak for the definition.
    confirmed
        The last time that a dated source said what the status says, partial; empty when none did.
    neighbours, same_size, in_county
        How many of the neighbours, and of the municipalities of its size class and county, have an adopted policy.
        The municipality itself is one of the latter two.
    sources
        The dated observations that count, oldest first.
    """

    number: str
    name: str
    county: str
    county_name: str
    inhabitants: int
    size: SizeClass
    status: Derived
    document: Document | None
    strengths: dict[str, int]
    left_out: int
    confirmed: str
    neighbours: Share
    same_size: Share
    in_county: Share
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class CountyFacts:
    """What is compared of a county.

    Attributes
    ----------
    number, name
        The county.
    figures
        Its municipalities by status, and the inhabitants reached.
    rank
        Its place by share.
    council
        The derived status of the county council's own policy.
    published
        The newest published count, a row of ``published_totals``; None when there is none.
    said_of
        Name of the county of 2020 to 2023 that the count was said of; empty when it was said of this one.
    """

    number: str
    name: str
    figures: Figures
    rank: Rank
    council: Derived
    published: pd.Series | None
    said_of: str


def municipality_facts(
    register: Register, numbers: tuple[str, ...], definition: Definition, today: date
) -> tuple[MunicipalityFacts, ...]:
    """Gather what is compared of some municipalities.

    Parameters
    ----------
    register
        The observations.
    numbers
        The municipalities.
    definition
        Which observations count.
    today
        The present day, which the statuses hold for.

    Returns
    -------
    tuple of MunicipalityFacts
        In the order of `numbers`. Two of the same name have the county after it.

    Raises
    ------
    KeyError
        When a number is not a municipality of today.
    """
    facts = [_facts(register, number, definition, today) for number in numbers]
    names = Counter(one.name for one in facts)
    return tuple(replace(one, name=f"{one.name} ({one.county_name})") if names[one.name] > 1 else one for one in facts)


@lru_cache(maxsize=_KEPT)
def _facts(register: Register, number: str, definition: Definition, today: date) -> MunicipalityFacts:
    municipalities = register.at(Selection(today, definition), today)
    row = municipalities.loc[number]
    evidence = evidence_of(number, register.tables.policy_status, today, definition, today=today)
    counting = evidence[evidence["counts"]]
    pairs = register.tables.neighbours
    beside = pairs.loc[pairs["kommunenummer"] == number, "nabo"]
    strengths = counting["confidence"].value_counts()
    said = sorted(
        Source(known_day(status, known), Status(status))
        for status, known in zip(counting["status"], counting["known"], strict=True)
        if known
    )
    return MunicipalityFacts(
        number=number,
        name=row["navn"],
        county=row["fylkesnummer"],
        county_name=row["fylke"],
        inhabitants=int(row["inhabitants"]),
        size=SizeClass(row["size_class"]),
        status=Derived(Status(row["status"]), bool(row["under_revision"]), row["since"], Basis(row["basis"])),
        document=_document(counting, document_of(evidence, row["status"]), today),
        strengths={
            strength: int(strengths[strength]) for strength in ("high", "medium", "low") if strength in strengths
        },
        left_out=len(evidence) - len(counting),
        confirmed=_confirmed(counting, row["status"]),
        neighbours=_adopted(municipalities.loc[beside]),
        same_size=_adopted(municipalities[municipalities["size_class"] == row["size_class"]]),
        in_county=_adopted(municipalities[municipalities["fylkesnummer"] == row["fylkesnummer"]]),
        sources=tuple(said),
    )


def _adopted(municipalities: pd.DataFrame) -> Share:
    return Share(int((municipalities["status"] == Status.ADOPTED).sum()), len(municipalities))


def _document(counting: pd.DataFrame, row: pd.Series | None, today: date) -> Document | None:
    """Read a document, its date of adoption if need be from another source on one of that title or that end."""
    if row is None:
        return None
    same = counting["document_title"].str.casefold() == row["document_title"].casefold()
    if row["valid_to"]:
        same |= (counting["valid_from"] == row["valid_from"]) & (counting["valid_to"] == row["valid_to"])
    stated = counting.loc[same & (counting["status"] == row["status"]), "adopted_on"]
    end = row["valid_to"]
    return Document(
        title=row["document_title"],
        type=row["document_type"],
        adopted_on=row["adopted_on"] or max(stated, key=len, default=""),
        valid_from=row["valid_from"],
        valid_to=end,
        ended=bool(end) and last_day(end) < today,
        url=row["source_url"],
        publisher=row["source_publisher"],
    )


def _confirmed(counting: pd.DataFrame, status: Status) -> str:
    """Give the newest date at which a source said what the status says; the rows come newest first."""
    said = Status.ADOPTED if status == Status.EXPIRED else status
    dates = counting.loc[(counting["status"] == said) & (counting["known"] != ""), "known"]
    return "" if dates.empty else str(dates.iloc[0])


def periods_of(
    register: Register, facts: tuple[MunicipalityFacts, ...], definition: Definition, today: date
) -> dict[str, list[Period]]:
    """Divide the time that is known of some municipalities into periods by status.

    Parameters
    ----------
    register
        The observations.
    facts
        As :func:`municipality_facts` gives them.
    definition, today
        As for :func:`municipality_facts`.

    Returns
    -------
    dict
        Periods for each number, from 1 January of the year of the oldest dated source of them all to today, at least
        ten years; empty when none of them has a dated source.
    """
    days = [source.day for one in facts for source in one.sources]
    if not days:
        return {}
    start = date(min(min(days).year, today.year - _YEARS), 1, 1)
    observations = _that_count(register, definition)
    return {one.number: status_periods(observations.get(one.number, ()), start, today) for one in facts}


@lru_cache(maxsize=len(Definition))
def _that_count(register: Register, definition: Definition) -> dict[str, list[Observation]]:
    return observations_that_count(register.tables.policy_status, definition)


@lru_cache(maxsize=_KEPT)
def county_facts(
    register: Register, numbers: tuple[str, ...], definition: Definition, today: date
) -> tuple[CountyFacts, ...]:
    """Gather what is compared of some counties.

    Parameters
    ----------
    register, definition, today
        As for :func:`municipality_facts`.
    numbers
        The counties.

    Returns
    -------
    tuple of CountyFacts
        In the order of `numbers`.

    Raises
    ------
    KeyError
        When a number is not a county of today.
    """
    municipalities = register.at(Selection(today, definition), today)
    counties = by_county(municipalities)
    councils = council_statuses(register, today, definition, today=today)
    return tuple(
        CountyFacts(
            number=number,
            name=register.county_names[number],
            figures=figures(municipalities[municipalities["fylkesnummer"] == number]),
            rank=rank_by_share(counties, number),
            council=Derived(*councils.loc[number, list(Derived._fields)]),
            published=(published := latest_mapping(register.tables.published_totals, number, today)),
            said_of=_said_of(register, number, published),
        )
        for number in numbers
    )


def _said_of(register: Register, number: str, published: pd.Series | None) -> str:
    former = former_county(register.tables.municipalities, number)
    return NAMES[former] if former and published is not None and said_of_former(published["as_of"]) else ""
