import json

import pandas as pd
import pytest

from lib.charts.development import development_chart, development_chart_alt, published_shares
from lib.charts.spec import self_contained
from lib.palette import PUBLISHED_INK, STATUS_LOOKS
from lib.register.history import status_series
from lib.register.published import publications
from lib.register.status import Definition, Status


@pytest.fixture
def published(register, today):
    return publications(register.tables.published_totals, "NO", today)


@pytest.fixture
def series(register, today):
    return {definition: status_series(register, definition, today) for definition in Definition}


@pytest.fixture
def draw(series, published, register):
    def drawn(chosen=Definition.STANDARD, theme="light"):
        return self_contained(development_chart(series, chosen, published, register.tables.milestones, theme))

    return drawn


def layer(spec, kind, colour):
    """Find the layer of a mark and colour."""
    return next(part for part in spec["layer"] if part["mark"]["type"] == kind and part["mark"]["color"] == colour)


def test_the_register_and_the_published_counts_are_two_series(draw):
    own, theirs = STATUS_LOOKS["light"][Status.ADOPTED].fill, PUBLISHED_INK["light"]
    spec = draw()
    points = layer(spec, "point", own)["data"]["values"]
    assert [row["count"] for row in points][-1] == "27 av 357"
    assert len(points) == 21
    counts = layer(spec, "point", theirs)["data"]["values"]
    assert [row["count"] for row in counts] == [
        "38 av 426",
        "42 av 426",
        "57 av 422",
        "64 av 422",
        "64 av 356",
        "22,5\u00a0%",
        "23,3\u00a0%",
        "107 av 357",
    ]


@pytest.mark.parametrize("chosen", Definition)
def test_the_chosen_definition_stands_out(draw, series, chosen):
    points = layer(draw(chosen), "point", STATUS_LOOKS["light"][Status.ADOPTED].fill)["data"]["values"]
    table = series[chosen]
    assert [row["part"] for row in points] == pytest.approx(list(table["adopted"] / table["total"]))


def test_what_cannot_be_compared_stands_apart(draw):
    crosses = next(part for part in draw()["layer"] if part["mark"].get("shape") == "cross")["data"]["values"]
    assert sorted(row["part"] for row in crosses) == pytest.approx([0.07, 33 / 426, 0.18, 0.18, 0.48])


def test_milestones_are_numbered_above_their_years(draw, register):
    numbers = [part for part in draw()["layer"] if part["mark"]["type"] == "text" and "number" in json.dumps(part)]
    rows = numbers[0]["data"]["values"]
    assert [row["number"] for row in rows] == [str(n) for n in range(1, len(register.tables.milestones) + 1)]
    assert rows[0]["band"] == 2017.5
    assert len({(row["band"], row["place"]) for row in rows}) == len(rows)


def test_shares_come_from_the_printed_numbers(published):
    shares = published_shares(published)
    assert shares.loc[shares["count"] == "64 av 356", "part"].item() == pytest.approx(64 / 356)
    assert not shares["part"].isna().any()


def test_the_alternative_text_tells_the_finding(series, published):
    text = development_chart_alt(series[Definition.STANDARD], published)
    assert "høyest 32 av 357 i 2023, nå 27 av 357" in text
    assert "38 av 426 (23. mai 2017), 107 av 357 (8. juli 2024)" in text
    assert "5 publiserte tall kan ikke sammenlignes" in text


def test_without_anything_published(series, published, register):
    nothing = published.iloc[:0]
    chart = development_chart(series, Definition.STANDARD, nothing, register.tables.milestones.iloc[:0], "dark")
    assert chart.to_dict()["layer"]
    assert "Frivillighet Norge" not in development_chart_alt(series[Definition.STANDARD], nothing)
    assert isinstance(published_shares(nothing), pd.DataFrame)
