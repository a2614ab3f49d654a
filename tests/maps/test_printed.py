"""The map on paper: every area once, in the colour of its status, and nothing cut off."""

import re

import pytest
from lxml import etree

from lib.maps.choropleth import Level
from lib.maps.fills import GREYED, QUIET_LAND, share_fill, status_fill
from lib.maps.picture import Picture
from lib.maps.printed import draw_locator, draw_map, free_corners
from lib.palette import STATUS_LOOKS, Pattern, share_class
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.register.status import Status

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def table(register, today):
    return register.at(Selection(today), today)


def drawn(picture, width=600, height=700, font=14):
    return etree.fromstring(
        f'<svg xmlns="http://www.w3.org/2000/svg">{draw_map(picture, width, height, font)}</svg>'.encode()
    )


def fills(root):
    """Fill of each municipality by number, without the inset."""
    return {
        path.get("id").removeprefix("kommune-"): path.getparent().get("fill")
        for path in root.iter(f"{SVG}path")
        if (path.get("id") or "").startswith("kommune-")
    }


def test_every_municipality_is_drawn_once_in_its_colour(table):
    root = drawn(Picture(table))
    assert fills(root) == {number: status_fill(status, "kart") for number, status in table["status"].items()}
    assert len(fills(root)) == 357
    assert len([path for path in root.iter(f"{SVG}path") if (path.get("id") or "").startswith("kommune-")]) == 357


def test_patterns_are_those_of_the_palette_and_all_are_there(table):
    root = drawn(Picture(table))
    defined = {pattern.get("id") for pattern in root.iter(f"{SVG}pattern")}
    used = set(re.findall(r"url\(#([^)]+)\)", etree.tostring(root).decode()))
    assert used <= defined
    assert {"monster-expired-kart", "monster-unknown-kart"} <= used
    for status, look in STATUS_LOOKS["light"].items():
        if look.pattern != Pattern.SOLID:
            [pattern] = [p for p in root.iter(f"{SVG}pattern") if p.get("id") == f"monster-{status}"]
            assert {look.fill, look.ink} <= {part.get("fill") for part in pattern} | {p.get("stroke") for p in pattern}


def test_names_of_parts_are_given_once(table):
    names = [part.get("id") for part in drawn(Picture(table)).iter() if part.get("id")]
    assert len(names) == len(set(names))


def test_a_selection_greys_the_others(register, today):
    table = register.at(Selection(today, statuses=(Status.EXPIRED,)), today)
    drawn_fills = fills(drawn(Picture(table)))
    expired = set(table.index[table["status"] == Status.EXPIRED])
    assert expired
    assert {number for number, fill in drawn_fills.items() if fill != GREYED} == expired


@pytest.mark.parametrize(("width", "height"), [(600, 700), (172, 215), (1776, 936), (300, 900)])
def test_no_part_of_the_country_is_cut_off(table, width, height):
    root = drawn(Picture(table), width, height)
    [layer] = {path.getparent().getparent() for path in root.iter(f"{SVG}path") if path.get("id") == "kommune-5612"}
    x, y, scale = map(float, re.fullmatch(r"translate\((\S+) (\S+)\) scale\((\S+)\)", layer.get("transform")).groups())
    for path in layer.iter(f"{SVG}path"):
        for start in re.findall(r"M(-?\d+) (-?\d+)", path.get("d")):
            assert -0.5 <= float(start[0]) * scale + x <= width + 0.5
            assert -0.5 <= float(start[1]) * scale + y <= height + 0.5


def test_the_oslofjord_stands_in_a_frame_of_its_own(table):
    [inset] = [part for part in drawn(Picture(table)).iter(f"{SVG}g") if part.get("id") == "oslofjorden"]
    assert inset.findtext(f"{SVG}text") == "Oslofjorden"
    assert len(list(inset.iter(f"{SVG}path"))) > 40


def test_a_county_fills_the_map_and_other_land_is_quiet(table):
    focus = tuple(table.index[table["fylkesnummer"] == "34"])
    root = drawn(Picture(table, focus=focus))
    seen = fills(root)
    assert {number for number, fill in seen.items() if fill != QUIET_LAND} == set(focus)
    assert 0 < sum(fill == QUIET_LAND for fill in seen.values()) < 200
    assert not [part for part in root.iter() if part.get("id") == "oslofjorden"]


def test_a_chosen_municipality_is_outlined_and_named(table):
    plain, chosen = drawn(Picture(table)), drawn(Picture(table, chosen=("4601",)))
    assert "Bergen" in "".join(chosen.itertext())
    assert "Bergen" not in "".join(plain.itertext())
    assert "#b3400a" in etree.tostring(chosen).decode()
    assert "#b3400a" not in etree.tostring(plain).decode()


def test_names_do_not_cover_each_other(table):
    focus = tuple(table.index[table["fylkesnummer"] == "32"])
    root = drawn(Picture(table, focus=focus, named=focus), 400, 400)
    [names] = [part for part in root.iter(f"{SVG}g") if part.get("id") == "navn"]
    places = [(float(name.get("x")), float(name.get("y"))) for name in names]
    assert 3 < len(places) < len(focus)
    size = float(names[0].get("font-size"))
    for index, (x, y) in enumerate(places):
        for other_x, other_y in places[:index]:
            assert abs(x - other_x) > size or abs(y - other_y) > size


def test_counties_have_the_colour_of_their_share(table):
    counties = by_county(table)
    root = drawn(Picture(table, Level.COUNTIES, counties))
    seen = {
        path.get("id").removeprefix("fylke-"): path.get("fill")
        for path in root.iter(f"{SVG}path")
        if (path.get("id") or "").startswith("fylke-")
    }
    assert seen == {number: share_fill(share_class(share)) for number, share in counties["share"].items()}


def test_counties_without_any_of_the_selection_are_greyed(table):
    counties = by_county(table[table["fylkesnummer"] != "03"])
    root = drawn(Picture(table, Level.COUNTIES, counties))
    [oslo] = [path for path in root.iter(f"{SVG}path") if path.get("id") == "fylke-03"]
    assert oslo.get("fill") == GREYED


def test_the_corner_for_the_legend_is_free(table):
    picture, (width, height) = Picture(table), (700, 700)
    root = drawn(picture, width, height)
    [layer] = {path.getparent().getparent() for path in root.iter(f"{SVG}path") if path.get("id") == "kommune-5612"}
    x, y, scale = map(float, re.fullmatch(r"translate\((\S+) (\S+)\) scale\((\S+)\)", layer.get("transform")).groups())
    starts = [
        (float(left) * scale + x, float(top) * scale + y)
        for path in layer.iter(f"{SVG}path")
        for left, top in re.findall(r"M(-?\d+) (-?\d+)", path.get("d"))
    ]
    for across, down in free_corners(picture, width, height):
        assert across > 50
        assert not [place for place in starts if place[0] < across and place[1] < down]


def test_the_locator_marks_where_the_map_is(table):
    def mark(focus):
        drawing, _width = draw_locator(Picture(table, focus=focus), 200)
        [frame] = re.findall(r'<rect x="([\d.]+)" y="([\d.]+)"', drawing)
        return tuple(map(float, frame))

    north, south = mark(("5612",)), mark(("4204",))
    assert north[0] > south[0]
    assert north[1] < south[1]
