"""Simplification keeps what a coverage promises: exact shared borders, no gaps, no overlaps."""

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from lib.geography.simplify import (
    NEGLIGIBLE_ISLET_M2,
    NEGLIGIBLE_SHARE,
    clean,
    negligible,
    round_coverage,
    simplify,
)

KM = 1000


def wavy(x: float, length: float, width: float = 300) -> list[tuple[float, float]]:
    """A line northwards with a bend at every hundred metres."""
    heights = np.arange(0, length + 1, 100)
    return list(zip(x + width * np.sin(heights / 700), heights, strict=True))


def islet(x: float, y: float, radius: float) -> shapely.Polygon:
    return shapely.Point(x, y).buffer(radius, quad_segs=12)


@pytest.fixture
def two_municipalities() -> np.ndarray:
    """West has a coast and islets, East lies inland; their border winds."""
    coast, border = wavy(0, 20 * KM), wavy(10 * KM, 20 * KM)
    inland = [(20 * KM, 20 * KM), (20 * KM, 0)]
    west = shapely.Polygon([*coast, *reversed(border)])
    islets = [islet(-3 * KM, 5 * KM, 800), islet(-5 * KM, 9 * KM, 400), islet(-5 * KM, 12 * KM, 100)]
    return np.array([shapely.MultiPolygon([west, *islets]), shapely.Polygon([*border, *inland])])


class TestClean:
    def test_closes_slivers_and_resolves_overlaps(self):
        rough = np.array([shapely.box(0, 0, 1000, 1000), shapely.box(999, -10, 2000, 1000)])
        fitting = clean(rough)
        assert shapely.coverage_is_valid(fitting)
        assert shapely.area(fitting).sum() == pytest.approx(shapely.union_all(rough).area)

    def test_fills_narrow_closed_gaps_only(self):
        hole = shapely.box(100, 100, 150, 900)
        inlet = shapely.box(400, 400, 700, 700)
        area = shapely.box(0, 0, 1000, 1000).difference(shapely.union(hole, inlet))
        assert clean(np.array([area]))[0].area == pytest.approx(1000**2 - inlet.area)

    def test_mends_areas_that_cross_themselves(self):
        bow = shapely.Polygon([(0, 0), (2000, 2000), (2000, 0), (0, 2000)])
        assert shapely.is_valid(clean(np.array([bow]))).all()


class TestSimplify:
    def test_keeps_shared_borders(self, two_municipalities):
        result = simplify(two_municipalities)
        assert shapely.is_valid(result).all()
        assert shapely.coverage_is_valid(result, gap_width=100)
        assert shapely.get_num_coordinates(result).sum() < shapely.get_num_coordinates(two_municipalities).sum() / 4
        shared = shapely.intersection(result[0].boundary, result[1].boundary)
        assert shared.length > 19 * KM

    def test_keeps_islets_as_large_as_they_were(self, two_municipalities):
        before = shapely.get_parts(two_municipalities[0])
        after = shapely.get_parts(simplify(two_municipalities)[0])
        assert len(after) == 3
        for old in before[1:3]:
            (new,) = [part for part in after if part.intersects(old.centroid)]
            assert new.area == pytest.approx(old.area)
            assert shapely.get_num_coordinates(new) >= 5
            assert new.intersection(old).area > 0.8 * old.area

    def test_an_islet_close_to_the_coast_stays_off_it(self):
        coast = [(0, 0), (0, 9 * KM), (500, 10 * KM), (0, 11 * KM), (0, 20 * KM)]
        mainland = shapely.Polygon([*coast, (10 * KM, 20 * KM), (10 * KM, 0)])
        in_the_bay = islet(150, 10 * KM, 200)
        assert not mainland.intersects(in_the_bay)
        result = simplify(np.array([mainland, in_the_bay]))
        assert not shapely.intersects(result[0], result[1])
        assert not result[1].is_empty

    def test_gives_the_same_each_time(self, two_municipalities):
        first, second = simplify(two_municipalities), simplify(two_municipalities)
        assert [area.wkb for area in first] == [area.wkb for area in second]


class TestNegligible:
    def test_leaves_out_the_smallest_up_to_a_share(self):
        # Side by side far apart: a mainland of 10 km² and five islets of 0.04 km².
        parts = np.array([shapely.box(0, 0, 2000, 5000), *(islet(9000 * i, 9000, 113) for i in range(1, 6))])
        owners = np.zeros(6, dtype=int)
        left_out = negligible(parts, owners, np.array([False, *[True] * 5]))
        assert left_out.sum() == 2
        assert shapely.area(parts[left_out]).sum() <= NEGLIGIBLE_SHARE * shapely.area(parts).sum()

    def test_keeps_what_a_municipality_consists_of(self):
        parts = np.array([islet(9000 * i, 0, 150) for i in range(5)])
        assert not negligible(parts, np.zeros(5, dtype=int), np.ones(5, dtype=bool)).any()

    def test_keeps_what_is_not_small_or_not_an_islet(self):
        large = NEGLIGIBLE_ISLET_M2**0.5 + 1
        parts = np.array([shapely.box(0, 0, 9e4, 9e4), shapely.box(1e5, 0, 1e5 + large, large), islet(2e5, 0, 90)])
        assert not negligible(parts, np.zeros(3, dtype=int), np.array([True, True, False])).any()


class TestRoundCoverage:
    def test_orders_and_orients(self):
        areas = np.array([shapely.MultiPolygon([shapely.box(5, 5, 6, 6, ccw=False), shapely.box(0, 0, 3, 3)])])
        (area,) = round_coverage(areas, 4)
        assert [part.area for part in area.geoms] == [9, 1]
        assert shapely.is_ccw(shapely.get_exterior_ring(shapely.get_parts(area))).all()

    def test_survives_a_neck_that_closes(self):
        neck = shapely.union_all([shapely.box(0, 0, 1, 1), shapely.box(1, 0.4999, 2, 0.5001), shapely.box(2, 0, 3, 1)])
        around = shapely.box(-1, -1, 4, 2).difference(neck)
        result = round_coverage(np.array([neck, around]), 3)
        assert shapely.is_valid(result).all()
        assert shapely.coverage_is_valid(result)
        assert shapely.area(result).sum() == pytest.approx(15)

    @given(
        st.lists(
            st.tuples(st.floats(0, 20), st.floats(0, 20)),
            min_size=3,
            max_size=20,
            unique_by=lambda point: (point[0] // 2, point[1] // 2),
        )
    )
    def test_rounded_cells_still_fit_together(self, points):
        frame = shapely.box(-5, -5, 25, 25)
        cells = shapely.get_parts(shapely.voronoi_polygons(shapely.MultiPoint(points), extend_to=frame))
        cells = clean(shapely.intersection(cells, frame))
        result = round_coverage(cells, 1)
        assert shapely.is_valid(result).all()
        assert shapely.coverage_is_valid(result)
        assert shapely.area(result).sum() == pytest.approx(900)
        coordinates = shapely.get_coordinates(result)
        assert (coordinates == np.round(coordinates, 1)).all()
