"""Why a municipality has the status it has: which branch of the rule decided, and the facts that it went by.

The rule itself is in ``lib.register.status``; the sentences are in ``lib.texts.reasoning``. A test holds the two
together: the branch found here always belongs to the status derived there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from lib.register.dates import first_day, last_day
from lib.register.status import IN_PROGRESS_DAYS, Status, in_force_until, known_day


class Ground(StrEnum):
    """A branch of the rule."""

    NOTHING = "nothing"  # no source at all
    PREDECESSORS = "predecessors"  # sources, but only on municipalities merged since
    LEFT_OUT = "left_out"  # sources, but none that the definition and the date let count
    NONE = "none"  # a source says that there is none
    VALID = "valid"  # adopted, and the document says that it still holds
    RECENT = "recent"  # adopted without an end, known within eight years
    UNDATED = "undated"  # adopted without any date
    IN_PROGRESS = "in_progress"  # work that is undated or known within four years
    STALE_PROGRESS = "stale_progress"  # work that nobody has spoken of for four years, and nothing adopted
    ENDED = "ended"  # adopted, and the document has ended
    UNCONFIRMED = "unconfirmed"  # adopted without an end, and not confirmed for eight years
    CONTRADICTED = "contradicted"  # adopted, said not to exist, then taken up again without being finished


STATUS_OF = {
    Ground.NOTHING: Status.UNKNOWN,
    Ground.PREDECESSORS: Status.UNKNOWN,
    Ground.LEFT_OUT: Status.UNKNOWN,
    Ground.NONE: Status.NONE,
    Ground.VALID: Status.ADOPTED,
    Ground.RECENT: Status.ADOPTED,
    Ground.UNDATED: Status.ADOPTED,
    Ground.IN_PROGRESS: Status.IN_PROGRESS,
    Ground.STALE_PROGRESS: Status.UNKNOWN,
    Ground.ENDED: Status.EXPIRED,
    Ground.UNCONFIRMED: Status.EXPIRED,
    Ground.CONTRADICTED: Status.EXPIRED,
}


@dataclass(frozen=True)
class Reasoning:
    """The branch that decided, and its facts; dates are partial, empty where there is none.

    Attributes
    ----------
    ground
        The branch.
    document_type
        Kind of the document in question.
    adopted_on, valid_to
        When it was adopted, and until when it holds or held. Where it counts as in force without an end
        (``recent``, ``undated``), the end that another source states, which has passed.
    confirmed
        The last time that a source spoke of it, of the work, or of there being none.
    about
        Of whom the source speaks, when it is not the municipality alone.
    earlier
        The last time that a source knew of a policy which a later one contradicts or which has ended; ``None`` when
        no source did.
    progress
        The last time that a source spoke of a newer one being made; ``None`` when no source did.
    predecessors
        Names of municipalities merged since that sources speak of.
    """

    ground: Ground
    document_type: str = ""
    adopted_on: str = ""
    valid_to: str = ""
    confirmed: str = ""
    about: str = ""
    earlier: str | None = None
    progress: str | None = None
    predecessors: tuple[str, ...] = ()


class _Said(NamedTuple):
    """An observation that counts."""

    status: str
    known: str
    day: date
    adopted_on: str
    valid_to: str
    document_type: str
    about: str


def reasoning_of(evidence: pd.DataFrame, on: date) -> Reasoning:
    """Find out which branch of the rule decided a status.

    Parameters
    ----------
    evidence
        The municipality's observations, as :func:`lib.register.evidence.evidence_of` gives them for the date and the
        definition.
    on
        The date that the status holds for.

    Returns
    -------
    Reasoning
        The branch and its facts.

    Notes
    -----
    The branches are those of ``docs/status.md``.
    """
    predecessors = tuple(sorted(set(evidence.loc[evidence["scope"] == "predecessor", "name_in_source"])))
    said = _said(evidence)
    if not said:
        if evidence.empty:
            return Reasoning(Ground.NOTHING)
        others = (evidence["scope"] != "predecessor").any()
        return Reasoning(Ground.LEFT_OUT if others else Ground.PREDECESSORS, predecessors=predecessors)

    latest_day = max(o.day for o in said)
    latest = [o for o in said if o.day == latest_day]
    told = {o.status for o in latest}
    adopted = [o for o in said if o.status == Status.ADOPTED]
    if told == {Status.NONE}:
        return Reasoning(Ground.NONE, confirmed=latest[0].known, about=_about(latest), earlier=_last(adopted))

    last_none = max((o.day for o in said if o.status == Status.NONE), default=date.min)
    standing = [o for o in adopted if o.day >= last_none]
    in_force = [o for o in standing if in_force_until(o.valid_to, o.known) >= on]
    if in_force:
        return _adopted(in_force, standing, said)

    progress = [o for o in said if o.status == Status.IN_PROGRESS]
    if Status.ADOPTED not in told:
        if latest_day == date.min or (on - latest_day).days <= IN_PROGRESS_DAYS:
            return Reasoning(
                Ground.IN_PROGRESS, confirmed=latest[0].known, earlier=_last(adopted), valid_to=_ended(standing)
            )
        if not adopted:
            return Reasoning(Ground.STALE_PROGRESS, confirmed=_last(progress) or "")
        if not standing:
            return Reasoning(Ground.CONTRADICTED, confirmed=_last(adopted) or "", progress=_last(progress))
    return _expired(standing, progress)


def _said(evidence: pd.DataFrame) -> list[_Said]:
    rows = evidence[evidence["counts"]]
    columns = ["status", "known", "adopted_on", "valid_to", "document_type", "scope", "name_in_source"]
    return [
        _Said(status, known, known_day(status, known), adopted, end, kind, name if scope == "county" else "")
        for status, known, adopted, end, kind, scope, name in zip(*(rows[column] for column in columns), strict=True)
    ]


def _adopted(in_force: Sequence[_Said], standing: Sequence[_Said], said: Sequence[_Said]) -> Reasoning:
    """Go by the document that lasts longest as its own text says, else by the one last spoken of."""
    ending = [o for o in in_force if o.valid_to]
    # Of sources that agree, one that names the document tells more.
    if ending:
        document = max(ending, key=lambda o: (last_day(o.valid_to), bool(o.document_type), o.day))
    else:
        document = max(in_force, key=lambda o: (o.day, bool(o.document_type)))
    ground = Ground.VALID if ending else Ground.RECENT if document.known else Ground.UNDATED
    newest = max((o.day for o in standing if o.known), default=None)
    newer = [o for o in said if o.status == Status.IN_PROGRESS and newest is not None and o.day > newest]
    return Reasoning(
        ground,
        document_type=document.document_type,
        adopted_on=_adoption(standing, document),
        valid_to=document.valid_to or _ended(standing),
        confirmed=_last(standing) or "",
        about=document.about,
        progress=_last(newer),
    )


def _expired(standing: Sequence[_Said], progress: Sequence[_Said]) -> Reasoning:
    ended = _ended(standing)
    document = next((o for o in standing if o.valid_to == ended), standing[0])
    return Reasoning(
        Ground.ENDED if ended else Ground.UNCONFIRMED,
        document_type=document.document_type,
        adopted_on=document.adopted_on,
        valid_to=ended,
        confirmed=_last(standing) or "",
        progress=_last([o for o in progress if o.day > max(o.day for o in standing)]),
    )


def _adoption(standing: Sequence[_Said], document: _Said) -> str:
    """Tell when a document was adopted, if need be by another source that states the same end."""
    if document.adopted_on:
        return document.adopted_on
    stated = [o.adopted_on for o in standing if o.adopted_on and o.valid_to == document.valid_to]
    return max(stated, key=first_day, default="")


def _ended(standing: Sequence[_Said]) -> str:
    return max((o.valid_to for o in standing if o.valid_to), key=last_day, default="")


def _last(said: Sequence[_Said]) -> str | None:
    """Give the newest known date; empty when all are undated, None when nothing was said."""
    return max(said, key=lambda o: (o.day, len(o.known))).known if said else None


def _about(said: Sequence[_Said]) -> str:
    return "" if any(not o.about for o in said) else said[0].about
