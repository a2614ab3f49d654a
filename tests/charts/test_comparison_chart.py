"""Municipalities over time: bands without gaps, the status of today, and the stated end of validity."""

from itertools import pairwise

import pytest

from lib.charts.comparison import municipalities_chart, municipalities_chart_alt
from lib.palette import STATUS_LOOKS
from lib.register.comparison import municipality_facts, periods_of
from lib.register.status import Definition, Status


@pytest.fixture
def made(register, today):
    def make(*numbers, theme="light"):
        facts = municipality_facts(register, numbers, Definition.STANDARD, today)
        periods = periods_of(register, facts, Definition.STANDARD, today)
        return municipalities_chart(facts, periods, today, theme).to_dict(), municipalities_chart_alt(facts, periods)

    return make


def layers(spec, mark):
    """Find the layers of a mark; each with its rows."""
    return [
        (layer, spec["datasets"][layer["data"]["name"]]) for layer in spec["layer"] if layer["mark"]["type"] == mark
    ]


def test_bands_follow_each_other(made):
    spec, _ = made("4601", "1146", "1151")
    ((_, bands),) = layers(spec, "bar")
    for name in ("Bergen", "Tysvær", "Utsira"):
        own = [band for band in bands if band["name"] == name]
        assert own[0]["start"] == spec["layer"][0]["encoding"]["x"]["scale"]["domain"][0]
        assert all(before["end"] == after["start"] for before, after in pairwise(own))
        assert own[-1]["when"].endswith("til i dag")
    assert [band["word"] for band in bands if band["name"] == "Utsira"] == ["Ikke undersøkt"]


def test_undated_sources_count_today_only(made):
    spec, _ = made("4601", "3440")
    ((_, now),) = layers(spec, "square")
    ((_, bands),) = layers(spec, "bar")
    assert {row["name"]: row["word"] for row in now} == {"Bergen": "Vedtatt", "Øyer": "Vedtatt"}
    assert [band["word"] for band in bands if band["name"] == "Øyer"] == ["Ikke undersøkt"]


def test_only_an_end_that_has_not_passed_is_drawn(made):
    spec, _ = made("4621", "4601", "1146")
    ((_, rules),) = layers(spec, "rule")
    assert [(row["name"], row["when"]) for row in rules] == [("Voss", "2036")]
    assert spec["layer"][0]["encoding"]["x"]["scale"]["domain"][1] > 2037
    assert layers(made("4601", "1146")[0], "rule") == []


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_the_palettes(made, theme):
    spec, _ = made("4601", "1146", theme=theme)
    ((_, bands),) = layers(spec, "bar")
    assert {band["fill"] for band in bands} <= {look.fill for look in STATUS_LOOKS[theme].values()}
    assert bands[-1]["fill"] == STATUS_LOOKS[theme][Status.EXPIRED].fill


def test_the_order_is_that_of_the_columns(made):
    assert made("5001", "0301")[0]["layer"][0]["encoding"]["y"]["sort"] == ["Trondheim", "Oslo"]


def test_the_alternative_text_tells_the_status_of_each(made):
    _, alt = made("4601", "1151")
    assert alt == (
        "Tidslinje fra 2012 med statusen til hver kommune. I dag: Bergen: vedtatt i 2022. Utsira: ikke undersøkt."
    )
