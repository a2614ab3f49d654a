import pytest

from lib.charts.county_history import county_history_alt, county_history_chart
from lib.palette import PUBLISHED_INK, STATUS_LOOKS
from lib.register.history import status_series
from lib.register.published import publications
from lib.register.status import Definition, Status


@pytest.fixture
def of(register, today):
    def data(county):
        numbers = register.municipalities.index[register.municipalities["fylkesnummer"] == county]
        return (
            status_series(register, Definition.STANDARD, today, numbers),
            publications(register.tables.published_totals, county, today),
        )

    return data


def layers(chart):
    spec = chart.to_dict()
    return [spec["datasets"][layer["data"]["name"]] for layer in spec["layer"]]


def test_the_two_series_are_not_mixed(of):
    own, others, _labels = layers(county_history_chart(*of("18")))
    assert [row["count"] for row in others] == [5, 6]
    assert own[-1]["when"] == "23. november 2026"
    assert own[-1]["text"].replace("\u00a0", " ") == "2 av 41 (4,9 %)"


def test_a_count_that_cannot_be_right_is_not_drawn(of):
    assert layers(county_history_chart(*of("39")))[1] == []
    assert "oppga" not in county_history_alt("Vestfold", *of("39"))


@pytest.mark.parametrize(("county", "top"), [("39", 3), ("34", 15), ("03", 1), ("55", 3)])
def test_the_axis_starts_at_nil_and_ends_within_the_county(of, county, top):
    spec = county_history_chart(*of(county)).to_dict()
    assert spec["layer"][0]["encoding"]["y"]["scale"]["domain"] == [0, top]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_colours_are_the_palettes(of, theme):
    line, diamonds, _labels = county_history_chart(*of("34"), theme).to_dict()["layer"]
    assert line["mark"]["color"] == STATUS_LOOKS[theme][Status.ADOPTED].fill
    assert diamonds["mark"]["color"] == PUBLISHED_INK[theme]


def test_the_alternative_text_tells_the_finding(of):
    assert county_history_alt("Vestfold", *of("39")) == (
        "Linjediagram over Vestfold etter daterte kilder. Flest var det 2 av 6 i 2023, og nå er det 2 av 6."
    )
    assert county_history_alt("Finnmark", *of("56")) == (
        "Linjediagram over Finnmark etter daterte kilder. Det var 0 av 18 i alle år. "
        "Frivillighet Norge oppga 0 (18. juli 2019), 0 (17. juli 2021), 0 (8. juli 2024)."
    )
