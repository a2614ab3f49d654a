"""What answers add up to: unknown is not nil, and assessments are compared on what both have answered."""

import pytest

from lib.guide.assessment import HIGHEST, Answer, answer_key
from lib.guide.recommendations import recommendations
from lib.guide.scoring import Verdict, compare, results, strongest, to_begin_with, weakest

NO, PARTLY, LARGELY, YES, UNSURE = Answer
THREE = next(each for each in recommendations() if len(each.statements) == 3)


def result(*answers, recommendation=THREE):
    keys = [answer_key(recommendation, statement) for statement in recommendation.statements]
    given = {key: answer for key, answer in zip(keys, answers, strict=True) if answer is not None}
    return results([recommendation], given)[0]


def test_the_scale():
    assert [answer.points for answer in Answer] == [0, 1, 2, HIGHEST, None]


@pytest.mark.parametrize(
    ("answers", "average", "answered", "unsure", "verdict"),
    [
        ((None, None, None), None, 0, 0, Verdict.UNKNOWN),
        ((UNSURE, UNSURE, UNSURE), None, 0, 3, Verdict.UNKNOWN),
        ((NO, NO, NO), 0, 3, 0, Verdict.GAP),
        ((YES, None, None), 3, 1, 0, Verdict.UNKNOWN),
        ((YES, YES, None), 3, 2, 0, Verdict.STRENGTH),
        ((YES, YES, UNSURE), 3, 2, 1, Verdict.STRENGTH),
        ((YES, YES, NO), 2, 3, 0, Verdict.STRENGTH),
        ((YES, LARGELY, NO), 5 / 3, 3, 0, Verdict.UNDERWAY),
        ((PARTLY, PARTLY, PARTLY), 1, 3, 0, Verdict.GAP),
        ((LARGELY, PARTLY, PARTLY), 4 / 3, 3, 0, Verdict.UNDERWAY),
    ],
)
def test_unknown_is_not_nil(answers, average, answered, unsure, verdict):
    found = result(*answers)
    assert found.average == (None if average is None else pytest.approx(average))
    assert (found.answered, found.unsure, found.total, found.verdict) == (answered, unsure, 3, verdict)


def test_keys_of_no_statement_are_passed_over():
    scored = results(recommendations(), {"ukjent/pastand": YES, f"{THREE.key}/ukjent": YES})
    assert [each.average for each in scored] == [None] * len(recommendations())


def test_what_stands_out():
    first, second, third, fourth = recommendations()[:4]
    scored = [
        result(*[PARTLY] * len(first.statements), recommendation=first),
        result(*[YES] * len(second.statements), recommendation=second),
        result(*[NO] * len(third.statements), recommendation=third),
        result(*[LARGELY] * len(fourth.statements), recommendation=fourth),
    ]
    assert [each.recommendation for each in strongest(scored)] == [second, fourth]
    assert [each.recommendation for each in weakest(scored)] == [third, first]
    assert [each.recommendation for each in to_begin_with(scored, 1)] == [third]


@pytest.mark.parametrize(
    ("now", "before", "change", "shared"),
    [
        ((YES, YES, YES), (NO, NO, NO), 3, 3),
        # A gain that only comes of leaving a statement out is none.
        ((YES, None, None), (YES, NO, NO), 0, 1),
        ((PARTLY, NO, UNSURE), (YES, PARTLY, YES), -1.5, 2),
        ((YES, None, UNSURE), (None, YES, YES), None, 0),
    ],
)
def test_changes_are_of_what_both_have_answered(now, before, change, shared):
    (compared,) = compare([result(*now)], [result(*before)])
    assert compared.change == change
    assert len(compared.shared) == shared
