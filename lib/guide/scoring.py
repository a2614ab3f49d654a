"""What the answers of a self-assessment add up to: an average for each recommendation, over what is answered.

A statement without an answer, or with «vet ikke», is unknown. It is left out of the average and never counted as a no.
"""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from lib.guide.assessment import HIGHEST, Answer, answer_key
from lib.guide.recommendation import Recommendation

# From the average that means «i stor grad» on, and up to the one that means «delvis».
STRENGTH_FROM, GAP_TO = 2.0, 1.0
# Fewer answered statements than this part of them all say too little.
_LEAST_PART = 0.5


class Verdict(StrEnum):
    """What an average says."""

    STRENGTH = "strength"
    UNDERWAY = "underway"
    GAP = "gap"
    UNKNOWN = "unknown"


class Result(NamedTuple):
    """What was answered on a recommendation.

    Attributes
    ----------
    recommendation
        The recommendation.
    answers
        An answer for each of its statements, in their order; None where there is none.
    """

    recommendation: Recommendation
    answers: tuple[Answer | None, ...]

    @property
    def points(self) -> list[int]:
        """The numbers of the statements that are answered with more than «vet ikke»."""
        return [answer.points for answer in self.answers if answer is not None and answer.points is not None]

    @property
    def answered(self) -> int:
        """How many statements count in the average."""
        return len(self.points)

    @property
    def unsure(self) -> int:
        """How many statements are answered with «vet ikke»."""
        return self.answers.count(Answer.UNSURE)

    @property
    def total(self) -> int:
        """How many statements there are."""
        return len(self.answers)

    @property
    def average(self) -> float | None:
        """The average, 0 to 3; None when nothing counts."""
        return sum(self.points) / self.answered if self.points else None

    @property
    def verdict(self) -> Verdict:
        """Whether it is a strength or a gap; unknown with fewer than half of the statements answered."""
        if self.average is None or self.answered < _LEAST_PART * self.total:
            return Verdict.UNKNOWN
        if self.average >= STRENGTH_FROM:
            return Verdict.STRENGTH
        return Verdict.GAP if self.average <= GAP_TO else Verdict.UNDERWAY


class Comparison(NamedTuple):
    """A recommendation in two assessments.

    Attributes
    ----------
    now, before
        The results.
    """

    now: Result
    before: Result

    @property
    def shared(self) -> list[tuple[int, int]]:
        """The numbers, now and before, of the statements that count in both."""
        return [
            (after.points, earlier.points)
            for after, earlier in zip(self.now.answers, self.before.answers, strict=True)
            if after is not None and after.points is not None and earlier is not None and earlier.points is not None
        ]

    @property
    def change(self) -> float | None:
        """How much the average of the shared statements has risen; None when none is shared."""
        shared = self.shared
        return sum(after - earlier for after, earlier in shared) / len(shared) if shared else None


def results(recommendations: Sequence[Recommendation], answers: Mapping[str, Answer]) -> list[Result]:
    """Sum the answers up.

    Parameters
    ----------
    recommendations
        The recommendations, in their order.
    answers
        As in :class:`lib.guide.assessment.Assessment`; keys of no statement are passed over.

    Returns
    -------
    list of Result
        One for each recommendation.
    """
    return [
        Result(each, tuple(answers.get(answer_key(each, statement)) for statement in each.statements))
        for each in recommendations
    ]


def strongest(scored: Sequence[Result]) -> list[Result]:
    """List the strengths, the highest average first."""
    return sorted((each for each in scored if each.verdict == Verdict.STRENGTH), key=lambda one: -(one.average or 0))


def weakest(scored: Sequence[Result]) -> list[Result]:
    """List the gaps, the lowest average first."""
    return sorted((each for each in scored if each.verdict == Verdict.GAP), key=lambda one: one.average or 0)


def to_begin_with(scored: Sequence[Result], count: int) -> list[Result]:
    """List what to begin with: the lowest averages that are neither strengths nor known too little.

    Parameters
    ----------
    scored
        The results.
    count
        How many at most.

    Returns
    -------
    list of Result
        The lowest average first; recommendations with the same average keep their order.
    """
    behind = [each for each in scored if each.verdict in (Verdict.GAP, Verdict.UNDERWAY)]
    return sorted(behind, key=lambda one: one.average or 0)[:count]


def compare(now: Sequence[Result], before: Sequence[Result]) -> list[Comparison]:
    """Put two assessments side by side.

    Parameters
    ----------
    now, before
        Results on the same recommendations.

    Returns
    -------
    list of Comparison
        One for each recommendation.
    """
    return [Comparison(*pair) for pair in zip(now, before, strict=True)]


def position(average: float) -> float:
    """Give an average as a part of the scale, 0 to 1."""
    return average / HIGHEST
