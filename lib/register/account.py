"""What the register can say of itself: how much it knows, how surely, and examples of how the rule works."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import pandas as pd

from lib.register.evidence import evidence_of, known_date
from lib.register.reasoning import Ground, Reasoning, reasoning_of
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.status import Definition, Status

# The branches of the rule that readers meet most, from the firmest knowledge to none.
SHOWN_GROUNDS = (
    Ground.VALID,
    Ground.RECENT,
    Ground.IN_PROGRESS,
    Ground.ENDED,
    Ground.UNCONFIRMED,
    Ground.NONE,
    Ground.STALE_PROGRESS,
    Ground.NOTHING,
)
# Enough to show how sources weigh against each other, few enough to read.
_SOURCES = 3


@dataclass(frozen=True)
class Account:
    """How much the register knows.

    Attributes
    ----------
    observations
        Number of observations.
    sources
        Number of different addresses that they come from.
    undated
        Observations without any date.
    by_confidence
        Observations for each strength.
    municipalities
        Number of municipalities.
    with_source
        Those that a source speaks of, whatever its strength.
    counts
        Municipalities for each status by the usual definition.
    adopted
        Municipalities with an adopted policy by each definition.
    """

    observations: int
    sources: int
    undated: int
    by_confidence: Mapping[str, int]
    municipalities: int
    with_source: int
    counts: Mapping[Status, int]
    adopted: Mapping[Definition, int]


@dataclass(frozen=True)
class Worked:
    """A municipality that shows how its status follows.

    Attributes
    ----------
    number
        The municipality's number.
    status
        Its status.
    reasoning
        The branch of the rule, and the facts.
    evidence
        Its observations, as :func:`lib.register.evidence.evidence_of` gives them.
    """

    number: str
    status: Status
    reasoning: Reasoning
    evidence: pd.DataFrame


def account(register: Register, today: date) -> Account:
    """Count what the register knows.

    Parameters
    ----------
    register
        The observations.
    today
        The present day.

    Returns
    -------
    Account
        The counts.
    """
    observations = register.tables.policy_status
    statuses = {chosen: register.at(Selection(today, chosen), today)["status"] for chosen in Definition}
    return Account(
        observations=len(observations),
        sources=observations["source_url"].nunique(),
        undated=int((known_date(observations) == "").sum()),
        by_confidence={level: int((observations["confidence"] == level).sum()) for level in ("high", "medium", "low")},
        municipalities=len(register.municipalities),
        with_source=observations["kommunenummer"].nunique(),
        counts={status: int((statuses[Definition.STANDARD] == status).sum()) for status in Status},
        adopted={chosen: int((statuses[chosen] == Status.ADOPTED).sum()) for chosen in Definition},
    )


@lru_cache(maxsize=4)
def worked_examples(register: Register, today: date) -> tuple[Worked, ...]:
    """Find a municipality for each branch of the rule that is shown.

    Parameters
    ----------
    register
        The observations.
    today
        The present day.

    Returns
    -------
    tuple of Worked
        In the order of :data:`SHOWN_GROUNDS`, without branches that no municipality is on.

    Notes
    -----
    Of those on a branch, the one whose number of sources is nearest to three is shown, and of equals the one with the
    lowest number.
    """
    observations = register.tables.policy_status
    told = dict(iter(observations.groupby("kommunenummer")))
    found: dict[Ground, Worked] = {}
    for number, status in register.at(Selection(today), today)["status"].items():
        rows = told.get(number)
        if rows is None and Ground.NOTHING in found:
            continue
        rows = observations.iloc[:0] if rows is None else rows
        evidence = evidence_of(number, rows, today, Definition.STANDARD, today=today)
        reasoning = reasoning_of(evidence, today)
        before = found.get(reasoning.ground)
        if before is None or _distance(evidence) < _distance(before.evidence):
            found[reasoning.ground] = Worked(number, status, reasoning, evidence)
    return tuple(found[ground] for ground in SHOWN_GROUNDS if ground in found)


def _distance(evidence: pd.DataFrame) -> int:
    return abs(len(evidence) - _SOURCES)
