import pytest

from lib.charts.counties import county_chart, county_chart_alt
from lib.palette import STATUS_LOOKS
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.register.status import Status


@pytest.fixture
def counties(register, today):
    return by_county(register.at(Selection(today), today))


def rows(chart):
    return next(iter(chart.to_dict()["datasets"].values()))


def test_each_county_has_its_counts(counties):
    found = {row["fylke"]: row for row in rows(county_chart(counties))}
    assert len(found) == 15
    assert all(sum(row[status] for status in Status) == row["total"] for row in found.values())


def test_labels_have_their_denominator(counties):
    assert any(row["label"].endswith("4 av 46") for row in rows(county_chart(counties)))


def test_the_largest_share_is_on_top(counties):
    order = county_chart(counties).to_dict()["encoding"]["y"]["sort"]
    assert order[0].startswith("Oslo")
    assert {order[-1].split()[0], order[-2].split()[0]} == {"Troms", "Finnmark"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_the_palettes(counties, theme):
    scale = county_chart(counties, theme=theme).to_dict()["encoding"]["color"]["scale"]
    assert scale["range"] == [STATUS_LOOKS[theme][status].fill for status in Status]


def test_only_the_chosen_statuses(counties):
    chart = county_chart(counties, (Status.ADOPTED, Status.NONE))
    assert set(rows(chart)[0]) == {"label", "fylke", "total", "adopted", "none"}
    assert chart.to_dict()["encoding"]["color"]["scale"]["domain"] == ["adopted", "none"]


def test_the_alternative_text_tells_the_finding(counties):
    text = county_chart_alt(counties)
    assert "Oslo: 1 av 1" in text
    assert "Uten noen vedtatte: Troms, Finnmark." in text


def test_no_counties_at_all(counties):
    nothing = counties.iloc[:0]
    assert rows(county_chart(nothing)) == []
    assert county_chart_alt(nothing) == "Ingen fylker i utvalget."
