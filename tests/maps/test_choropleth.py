"""What is sent to draw the map: the same base map every time, and small colours."""

import json
import re

import pytest
from streamlit_folium import _get_feature_group_string, _get_map_string

from lib.geography.boundaries import join_statuses, read_boundaries
from lib.maps.choropleth import VIEWS, base_map, colour_layer, county_colours, municipality_colours
from lib.register.selection import Selection
from lib.register.shares import by_county


@pytest.fixture
def areas(register, today):
    municipalities = register.at(Selection(today, counties=("34",)), today)
    return join_statuses(read_boundaries(), municipalities.drop(columns=["navn", "fylkesnummer"]))


def state_of(colours, **options):
    """Read back what the script of a layer hands to the map."""
    group = colour_layer(colours, **options)
    drawn = base_map()
    drawn.get_root().render()
    script = _get_feature_group_string(group, map=drawn)
    return json.loads(re.search(r"registerMap\.paint\((\{.*\})\);", script).group(1)), script


def test_the_base_map_is_the_same_in_every_run():
    def script():
        drawn = base_map("/under")
        drawn.get_root().render()
        return re.sub(r"_[0-9a-f]{32}", "", _get_map_string(drawn))

    first = script()
    assert first == script()
    assert len(first) < 5_000
    assert "/under/assets/kommuner." in first


def test_nothing_comes_from_another_host_and_zooming_is_free():
    page = base_map().get_root().render()
    assert not re.findall(r"https?://", page)
    assert "user-scalable" not in page


def test_a_letter_for_each_municipality_in_the_order_of_the_boundaries(areas):
    state, _ = state_of(municipality_colours(areas))
    assert len(state["codes"]) == 357
    numbers = list(read_boundaries().index)
    assert state["codes"][numbers.index("3403")] == "a"  # Hamar, in Innlandet: adopted
    assert state["codes"][numbers.index("0301")] == "A"  # Oslo: adopted, but greyed out
    assert sum(code.islower() for code in state["codes"]) == 46


def test_the_notes_say_since_when(areas):
    state, _ = state_of(municipality_colours(areas))
    assert state["phrases"][state["notes"]["0301"]] == "vedtatt 14. desember 2016"
    unknown = [number for number, basis in areas["basis"].items() if basis == "nothing"]
    assert not set(unknown) & set(state["notes"])


def test_colours_are_small(areas):
    _, script = state_of(municipality_colours(areas), chosen="3403", focus=("3403", [[60, 10], [61, 12]]))
    assert len(script.encode()) < 6_000


def test_chosen_and_focus_only_when_there_is_one(areas):
    state, _ = state_of(municipality_colours(areas))
    assert "chosen" not in state
    assert "focus" not in state
    state, _ = state_of(municipality_colours(areas), chosen="3403", focus=("3403", [[60, 10], [61, 12]]))
    assert state["chosen"] == "3403"
    assert state["focus"] == {"place": "3403", "bounds": [[60, 10], [61, 12]]}


def test_counties_by_share(areas, register):
    counties = by_county(areas)
    counties["matches"] = counties.index == "34"
    state, _ = state_of(county_colours(counties))
    assert state["level"] == "counties"
    assert state["counties"]["03"]["class"] == 5
    assert state["counties"]["55"]["class"] == 0
    innlandet = state["counties"]["34"]
    assert innlandet["lines"][0] == "Innlandet"
    assert "4 av 46" in innlandet["lines"][1]
    assert "34 av 46" in innlandet["lines"][2]
    assert [number for number, county in state["counties"].items() if not county["dim"]] == ["34"]


def test_a_county_without_municipalities_in_the_selection_says_so(areas):
    counties = by_county(areas)
    counties["matches"] = False
    counties.loc["03", ["adopted", "unknown", "total"]] = 0
    state, _ = state_of(county_colours(counties))
    assert state["counties"]["03"]["lines"] == ["Oslo", "Ingen kommuner i utvalget"]


def test_texts_cannot_end_the_script(areas):
    areas["since"] = ""
    areas["basis"] = "undated"
    _, script = state_of(municipality_colours(areas), chosen="</script><b>")
    assert "</script>" not in script


def test_views_lie_within_the_country_and_hold_it():
    west, south, east, north = read_boundaries().total_bounds
    (view_south, view_west), (view_north, view_east) = VIEWS["country"]
    assert view_west <= west < east <= view_east
    assert view_south <= south < north <= view_north
    assert all(low[0] < high[0] and low[1] < high[1] for low, high in VIEWS.values())
