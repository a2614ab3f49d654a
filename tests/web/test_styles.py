"""The colours of texts, lines and marks can be told from what they stand on, on a light and a dark page."""

import re
from importlib.resources import files

import pytest

from tests.test_palette import contrast

GROUNDS = {"paper": ("#ffffff", "#0f181b"), "paper-2": ("#f3f5f4", "#1a272c"), "sea": ("#e4ecef", "#0a1114")}
COLOUR = re.compile(r"--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);")


def colours(package, name):
    sheet = (files(package) / f"static/{name}.css").read_text(encoding="utf-8")
    return {found[1]: found.group(2, 3) for found in COLOUR.finditer(sheet)}


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize(("sheet", "grounds"), [("lib.web:shared", ["paper", "paper-2"]), ("lib.maps:map", ["sea"])])
def test_texts_and_focus_are_told_from_the_ground(sheet, grounds, scheme):
    found = colours(*sheet.split(":"))
    for ground in grounds:
        below = GROUNDS[ground][scheme]
        for text in {"ink", "ink-soft", "link"} & found.keys():
            assert contrast(found[text][scheme], below) >= 4.5, (text, ground)
        assert contrast(found["focus"][scheme], below) >= 3, ground


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_borders_between_counties_are_told_from_the_sea(scheme):
    found = colours("lib.maps", "map")
    assert contrast(found["county-line"][scheme], found["sea"][scheme]) >= 3


def test_the_grounds_are_those_of_the_sheets():
    assert colours("lib.web", "shared")["paper-2"] == GROUNDS["paper-2"]
    assert colours("lib.web", "plain")["paper"] == GROUNDS["paper"]
    assert colours("lib.maps", "map")["sea"] == GROUNDS["sea"]
