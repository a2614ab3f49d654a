"""The statuses are told apart by everyone: with any colour vision, in greyscale, on a light and a dark page."""

from itertools import combinations

import numpy as np
import pytest
from colorspacious import cspace_convert, deltaE

from lib.palette import SHARE_EDGES, SHARE_FILLS, STATUS_LOOKS, Pattern, css_variables, share_class
from lib.register.status import Status

THEMES = ["light", "dark"]
# Severity 100: the colour is not seen at all (Machado, Oliveira and Fernandes 2009).
VISIONS = {
    "normal": None,
    **{
        kind: {"name": "sRGB1+CVD", "cvd_type": kind, "severity": 100}
        for kind in ("deuteranomaly", "protanomaly", "tritanomaly")
    },
}
# A just noticeable difference is about 1 in CAM02-UCS; areas that do not touch need a clear one.
CLEAR = 8


def rgb(colour):
    return np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255


def seen(colour, vision):
    if vision is None:
        return rgb(colour)
    return np.clip(cspace_convert(rgb(colour), vision, "sRGB1"), 0, 1)


def lightness(colour):
    return cspace_convert(rgb(colour), "sRGB1", "CIELab")[0]


def contrast(first, second):
    def luminance(colour):
        values = rgb(colour)
        linear = np.where(values <= 0.04045, values / 12.92, ((values + 0.055) / 1.055) ** 2.4)
        return linear @ [0.2126, 0.7152, 0.0722]

    lighter, darker = sorted((luminance(first), luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("vision", VISIONS)
def test_fills_differ_in_every_colour_vision(theme, vision):
    for first, second in combinations(STATUS_LOOKS[theme].values(), 2):
        difference = deltaE(seen(first.fill, VISIONS[vision]), seen(second.fill, VISIONS[vision]), input_space="sRGB1")
        assert difference > CLEAR, (first, second)


@pytest.mark.parametrize("theme", THEMES)
def test_in_greyscale_lightness_or_pattern_differs(theme):
    for first, second in combinations(STATUS_LOOKS[theme].values(), 2):
        assert abs(lightness(first.fill) - lightness(second.fill)) > 8 or first.pattern != second.pattern


@pytest.mark.parametrize("theme", THEMES)
def test_patterns_are_seen_on_their_fill(theme):
    for look in STATUS_LOOKS[theme].values():
        if look.pattern == Pattern.HATCH:
            assert contrast(look.fill, look.ink) >= 3
        elif look.pattern == Pattern.DOTS:
            assert contrast(look.fill, look.ink) >= 2  # quiet on purpose: nobody has looked


@pytest.mark.parametrize("theme", THEMES)
def test_adopted_stands_out_most(theme):
    page = {"light": "#ffffff", "dark": "#0f181b"}[theme]
    contrasts = {status: contrast(look.fill, page) for status, look in STATUS_LOOKS[theme].items()}
    assert max(contrasts, key=contrasts.get) == Status.ADOPTED
    assert contrasts[Status.ADOPTED] >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_shares_go_one_way(theme):
    steps = np.diff([lightness(fill) for fill in SHARE_FILLS[theme]])
    assert (steps < -4).all() if theme == "light" else (steps > 4).all()


def test_one_fill_for_each_class_of_shares():
    assert all(len(SHARE_FILLS[theme]) == len(SHARE_EDGES) + 1 for theme in THEMES)


@pytest.mark.parametrize(
    ("ratio", "found"),
    [(0, 0), (0.001, 1), (0.0999, 1), (0.1, 2), (4 / 21, 2), (0.2, 3), (1 / 3, 4), (0.5, 5), (1, 5)],
)
def test_share_class(ratio, found):
    assert share_class(ratio) == found


def test_css_holds_every_colour():
    css = css_variables()
    for theme in THEMES:
        for look in STATUS_LOOKS[theme].values():
            assert look.fill in css
            assert look.ink in css
        for fill in SHARE_FILLS[theme]:
            assert fill in css
