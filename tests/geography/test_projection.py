import re

import numpy as np
import pytest
import shapely

from lib.geography.boundaries import read_boundaries
from lib.geography.projection import PAPER, UNIT, Detail, bounds_on_paper, middles, outlines


def points(path):
    """Follow path data, point by point."""
    found = []
    for start, steps in re.findall(r"M(-?\d+ -?\d+)l([^Mz]*)", path):
        first = np.array([int(part) for part in start.split()])
        moves = np.array([int(part) for part in re.findall(r"-?\d+", steps)]).reshape(-1, 2)
        found.append(np.vstack([first, first + np.cumsum(moves, axis=0)]))
    return found


@pytest.mark.parametrize("detail", Detail)
def test_every_municipality_and_county_has_a_shape(detail):
    shapes = outlines(detail)
    assert list(shapes.municipalities) == list(read_boundaries().index)
    assert len(shapes.counties) == 15
    assert all(points(path) for path in (*shapes.municipalities.values(), *shapes.counties.values(), shapes.borders))


def test_shapes_have_the_true_size():
    oslo = shapely.union_all([shapely.Polygon(ring) for ring in points(outlines(Detail.FULL).municipalities["0301"])])
    true = read_boundaries().to_crs(PAPER).geometry["0301"].area
    assert oslo.area * UNIT**2 == pytest.approx(true, rel=0.01)


def test_north_is_up():
    (_x, finnmark, *_rest), (_left, agder, *_more) = bounds_on_paper(["5612"]), bounds_on_paper(["4204"])
    assert finnmark < agder


def test_a_window_cuts_what_is_outside():
    window = bounds_on_paper(["0301"])
    seen = outlines(Detail.FULL, window)
    assert "0301" in seen.municipalities
    assert "5612" not in seen.municipalities
    for path in (*seen.municipalities.values(), *seen.counties.values(), seen.borders):
        for line in points(path):
            assert (line >= np.floor(window[:2])).all()
            assert (line <= np.ceil(window[2:])).all()


def test_coarser_shapes_are_smaller():
    sizes = [sum(map(len, outlines(detail).counties.values())) for detail in Detail]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] < sizes[0] / 5


def test_middles_lie_within_their_municipality():
    areas = read_boundaries().to_crs(PAPER).geometry
    places = middles()
    inside = shapely.contains_xy(areas.to_numpy(), places["x"] * UNIT, -places["y"] * UNIT)
    assert inside.all()
    assert (places["room"] > 0).all()
