"""What a recommendation of the guide consists of."""

from dataclasses import dataclass
from typing import NamedTuple


class Statement(NamedTuple):
    """Something that a municipality can say of itself, more or less truly.

    Attributes
    ----------
    key
        Stable code, used in files of answers; its own within the recommendation.
    text
        The statement, true of a municipality that follows the recommendation.
    """

    key: str
    text: str


@dataclass(frozen=True)
class Recommendation:
    """One of the ten recommendations, in the language spoken.

    Attributes
    ----------
    key
        Stable code, used in addresses and in files of answers.
    title
        What to do, as a short call.
    short
        The same in two or three words, for charts and lists.
    summary
        What it is about, in a few sentences.
    practice
        What it means in practice.
    questions
        What a council or a committee can discuss.
    statements
        What a municipality can assess itself by.
    next_step
        Where one that is not there yet can begin.
    """

    key: str
    title: str
    short: str
    summary: str
    practice: tuple[str, ...]
    questions: tuple[str, ...]
    statements: tuple[Statement, ...]
    next_step: str
