"""A self-assessment: what a municipality, or its organisations, answer to the statements of the recommendations."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from lib.guide.recommendation import Recommendation, Statement


class Answer(StrEnum):
    """How true a statement is; the values stand in files that municipalities keep."""

    NO = "nei"
    PARTLY = "delvis"
    LARGELY = "i-stor-grad"
    YES = "ja"
    UNSURE = "vet-ikke"

    @property
    def points(self) -> int | None:
        """The answer as a number, 0 to 3; None for not knowing, which is not a no."""
        return None if self == Answer.UNSURE else _SCALE.index(self)


_SCALE = (Answer.NO, Answer.PARTLY, Answer.LARGELY, Answer.YES)
HIGHEST = len(_SCALE) - 1


class Respondent(StrEnum):
    """Who answers; the values stand in files."""

    MUNICIPALITY = "kommunen"
    ORGANISATIONS = "organisasjonene"


@dataclass(frozen=True)
class Assessment:
    """The answers, and who gave them when. No person is named.

    Attributes
    ----------
    on
        The date of the assessment.
    municipality
        Its number; None when it is not told.
    respondent
        Who answered; None when it is not told.
    answers
        By :func:`answer_key`. Statements without an answer are left out; keys that the guide does not have are kept.
    others
        Whatever else a file holds, kept as it was.
    """

    on: date
    municipality: str | None = None
    respondent: Respondent | None = None
    answers: Mapping[str, Answer] = field(default_factory=dict)
    others: Mapping[str, Any] = field(default_factory=dict)


def answer_key(recommendation: Recommendation, statement: Statement) -> str:
    """Name a statement, for instance ``"dialog/horing"``, as it stands in files."""
    return f"{recommendation.key}/{statement.key}"
