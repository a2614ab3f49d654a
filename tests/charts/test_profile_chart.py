"""The profile: a bar for what is answered, a ring for what was, and words where nothing is."""

import pytest

from lib.charts.paper import Paper
from lib.charts.profile import profile_chart, profile_chart_alt
from lib.charts.spec import self_contained
from lib.guide.assessment import Answer, answer_key
from lib.guide.recommendations import recommendations
from lib.guide.scoring import compare, results

FIRST, SECOND, THIRD = recommendations()[:3]


def answers(recommendation, answer):
    return {answer_key(recommendation, statement): answer for statement in recommendation.statements}


NOW = results(recommendations(), answers(FIRST, Answer.NO) | answers(THIRD, Answer.UNSURE))
BEFORE = results(recommendations(), answers(FIRST, Answer.LARGELY) | answers(SECOND, Answer.YES))


def rows(chart):
    return chart.data.values


def test_unknown_has_no_bar_and_nil_has():
    first, second, third, *others = rows(profile_chart(NOW))
    assert (first["average"], first["figures"]) == (0, "0,0 (3 av 3 svar)")
    assert (second["average"], second["figures"]) == (None, "ikke besvart")
    assert (third["average"], third["figures"]) == (None, "vet ikke")
    assert all(row["average"] is None and row["before"] is None for row in others)


def test_each_recommendation_has_two_marks_when_compared():
    chart = profile_chart(NOW, compare(NOW, BEFORE))
    assert [row["before"] for row in rows(chart)[:3]] == [2, 3, None]
    assert "before" in str(chart.layer[3].encoding.x)


@pytest.mark.parametrize("paper", [None, Paper(680, {}, 400), Paper(300, {})])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_specification_is_valid_on_screen_and_paper(paper, theme):
    chart = profile_chart(NOW, compare(NOW, BEFORE), theme, paper)
    chart.to_dict(validate=True)
    names = [row["name"] for row in self_contained(chart)["data"]["values"]]
    assert names == [f"{index}. {each.short}" for index, each in enumerate(recommendations(), 1)]


def test_the_words_tell_the_same():
    said = profile_chart_alt(NOW, compare(NOW, BEFORE))
    assert f"{FIRST.short}: 0,0 av 3, 3 av 3 svar. Forrige gang 2,0 av 3." in said
    assert f"{SECOND.short}: ikke besvart. Forrige gang 3,0 av 3." in said
    assert f"{THIRD.short}: vet ikke." in said
