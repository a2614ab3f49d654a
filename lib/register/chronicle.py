"""What the sources say happened to a municipality's policy, in the order of time.

Each dated fact that a source states is an event; the same fact stated by several sources is one. Which status the
municipality had when, is in ``lib.register.periods``.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

import pandas as pd

from lib.register.dates import first_day, last_day


class Happening(StrEnum):
    """What a date stands for, in the order in which events of one day are told."""

    MERGED = "merged"
    ADOPTED = "adopted"
    BEGAN = "began"
    SAID = "said"
    ENDS = "ends"
    PRIZE = "prize"


class Moment(NamedTuple):
    """Something that happened at a date.

    Attributes
    ----------
    date
        Partial date.
    happening
        What the date stands for.
    status
        What the sources say of the policy; empty for mergers, prizes, and when a document began and ends.
    title, document_type
        The document; empty where none is named, or where the sources name it differently.
    about
        The former municipality, or the county, that it is about; empty for the municipality itself.
    predecessor
        Whether it is about a former municipality, which does not count in the status.
    result
        ``winner`` or ``nominee`` for a prize; empty otherwise.
    sources
        Publisher and address of each source, the first one first.
    """

    date: str
    happening: Happening
    status: str
    title: str
    document_type: str
    about: str
    predecessor: bool
    result: str
    sources: tuple[tuple[str, str], ...]


def chronicle(evidence: pd.DataFrame, merged: Mapping[str, int], prizes: pd.DataFrame) -> list[Moment]:
    """List the dated events of a municipality.

    Parameters
    ----------
    evidence
        Its observations, as :func:`lib.register.evidence.evidence_of` gives them.
    merged
        The year of the merger for each predecessor where it is known.
    prizes
        Its rows of ``awards``.

    Returns
    -------
    list of Moment
        The earliest first. Undated observations are left out, unless the document has a date.
    """
    told: dict[tuple, list[Moment]] = {}
    for row in evidence.itertuples():
        for moment in _of_observation(row):
            told.setdefault((moment.date, moment.happening, moment.status, moment.about), []).append(moment)
    moments = [_together(same) for same in told.values()]
    for name, year in merged.items():
        moments.append(Moment(str(year), Happening.MERGED, "", "", "", name, True, "", ()))
    for row in prizes.itertuples():
        source = (("", row.source_url),)
        moments.append(Moment(str(row.year), Happening.PRIZE, "", "", "", row.area_name, False, row.result, source))
    order = list(Happening)
    return sorted(
        moments,
        key=lambda moment: (first_day(moment.date), last_day(moment.date), order.index(moment.happening), moment.title),
    )


def _together(same: Sequence[Moment]) -> Moment:
    """Tell what several sources say once; what they name differently is not named."""
    titles = {moment.title.casefold(): moment.title for moment in same if moment.title}
    kinds = {moment.document_type for moment in same if moment.document_type}
    return same[0]._replace(
        title=next(iter(titles.values())) if len(titles) == 1 else "",
        document_type=kinds.pop() if len(kinds) == 1 else "",
        sources=tuple(dict.fromkeys(source for moment in same for source in moment.sources)),
    )


def _of_observation(row: Any) -> list[Moment]:
    about = "" if row.scope == "municipality" else row.name_in_source
    source = ((row.source_publisher, row.source_url),)
    dates = {Happening.ADOPTED: row.adopted_on, Happening.ENDS: row.valid_to, Happening.SAID: row.observed_on}
    if row.valid_from != row.adopted_on:
        dates[Happening.BEGAN] = row.valid_from
    said = {Happening.ADOPTED, Happening.SAID}
    return [
        Moment(
            when,
            what,
            row.status if what in said else "",
            row.document_title,
            row.document_type,
            about,
            row.scope == "predecessor",
            "",
            source,
        )
        for what, when in dates.items()
        if when
    ]
