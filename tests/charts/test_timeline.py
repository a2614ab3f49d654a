"""The timeline: every observation drawn once, where its date is, apart where it has none."""

import json
from datetime import date

import pandas as pd
import pytest

from lib.charts.timeline import Lane, timeline_alt, timeline_chart
from lib.palette import STATUS_LOOKS
from lib.register.evidence import evidence_of
from lib.register.status import Definition, Status

TODAY = date(2026, 11, 23)
COLUMNS = ["status", "known", "adopted_on", "valid_from", "valid_to", "counts", "source_publisher"]


def said(*rows):
    values = [dict.fromkeys(COLUMNS, "") | {"status": "adopted", "counts": True, **row} for row in rows]
    return pd.DataFrame(values, columns=COLUMNS)


def layers(lanes, theme="light"):
    """Give the data of each layer by the kind of its mark."""
    spec = timeline_chart(lanes, TODAY, theme).to_dict()
    return {layer["mark"]["type"]: spec["datasets"][layer["data"]["name"]] for layer in spec["layer"]}


def test_a_mark_for_each_observation_in_the_middle_of_its_date():
    drawn = layers([Lane("Oslo", said({"known": "2016"}, {"known": "2019-07-01", "status": "none"}))])
    assert [(mark["status"], round(mark["at"], 1)) for mark in drawn["point"]] == [
        ("adopted", 2016.5),
        ("none", 2019.5),
    ]
    assert [mark["when"] for mark in drawn["point"]] == ["2016", "1. juli 2019"]
    assert [head["text"] for head in drawn["text"]] == ["Oslo"]
    assert "rect" not in drawn
    assert "bar" not in drawn


def test_undated_ones_stand_apart_to_the_left():
    drawn = layers([Lane("Oslo", said({}, {"known": "2016"}))])
    undated, dated = sorted(drawn["point"], key=lambda mark: mark["at"])
    (strip,) = drawn["rect"]
    assert strip["at"] < undated["at"] < strip["to"] <= dated["at"]
    assert undated["when"] == "udatert"


def test_validity_is_a_bar_as_the_document_states_it():
    (bar,) = layers([Lane("Oslo", said({"known": "2018", "valid_from": "2017", "valid_to": "2021"}))])["bar"]
    assert (bar["begin"], round(bar["end"], 2)) == (2017.0, 2022.0)


@pytest.mark.parametrize("row", [{"valid_from": "2017"}, {"known": "2018", "valid_to": "2012"}])
def test_no_bar_without_an_end_or_after_it(row):
    assert "bar" not in layers([Lane("Oslo", said({"known": "2018"}, row))])


def test_what_does_not_count_is_hollow():
    full, hollow = layers([Lane("Oslo", said({"known": "2018"}, {"known": "2019", "counts": False}))])["point"]
    colour = STATUS_LOOKS["light"][Status.ADOPTED].fill
    assert full["fill"] == hollow["edge"] == colour
    assert hollow["fill"] == "transparent"


def test_predecessors_have_lanes_of_their_own_with_the_year_of_the_merger():
    lanes = [Lane("Trondheim", said({"known": "2019"})), Lane("Tidligere Klæbu", said({"known": "2017"}), 2020)]
    spec = timeline_chart(lanes, TODAY).to_dict()
    texts = json.dumps(spec, ensure_ascii=False)
    assert "Tidligere Klæbu, slått sammen 2020" in texts
    own, former = sorted(layers(lanes)["point"], key=lambda mark: -mark["at"])
    assert own["y"] < former["y"]
    assert any(
        row["at"] == 2020.0 and "below" in row for rows in spec["datasets"].values() for row in rows if "at" in row
    )


def test_marks_close_in_time_do_not_cover_each_other():
    marks = layers([Lane("Oslo", said({"known": "2019"}, {"known": "2019"}, {"known": "2019-07"}, {"known": "2024"}))])
    places = [(mark["at"], mark["y"]) for mark in marks["point"]]
    for index, (at, y) in enumerate(places):
        assert not any(abs(at - other) < 0.8 and y == row for other, row in places[:index])


def test_nothing_dated_nothing_drawn():
    assert timeline_chart([Lane("Sunnfjord", said({}, {}))], TODAY) is None


def test_in_words():
    lanes = [
        Lane("Trondheim", said({"known": "2023", "status": "in_progress"}, {"known": "2019-07"}, {})),
        Lane("Tidligere Klæbu", said({"known": "2017"}), 2020),
    ]
    assert timeline_alt(lanes) == (
        "Tidslinje med 4 observasjoner fra 2017 til 2023. "
        "Trondheim: vedtatt uten dato, vedtatt i juli 2019 og under arbeid i 2023. Tidligere Klæbu: vedtatt i 2017."
    )
    assert timeline_alt([Lane("Aukra", said({"known": "2022"}))]).startswith("Tidslinje med 1 observasjon fra 2022.")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_municipality_can_be_drawn(register, theme):
    observations = register.tables.policy_status
    for number in sorted(set(observations["kommunenummer"]))[::6]:
        evidence = evidence_of(number, observations, TODAY, Definition.STANDARD, today=TODAY)
        chart = timeline_chart([Lane("x", evidence)], TODAY, theme)
        assert (chart is None) == (evidence["known"] == "").all()
        if chart is not None:
            assert chart.to_dict()["height"] >= 80
