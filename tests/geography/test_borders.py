"""Neighbours on a drawn coast: over land, across water, and those that are not."""

import geopandas as gpd
import pytest
import shapely

from lib.geography.borders import facing_pairs, land_pairs

KM = 1000


def boxes(*sides):
    """Rectangles from west, south, east and north in kilometres."""
    return gpd.GeoSeries([shapely.box(*(KM * side for side in box)) for box in sides], crs=25833)


def pairs(found):
    return [tuple(pair) for pair in found.tolist()]


class TestLand:
    def test_a_line_makes_neighbours_and_a_point_does_not(self):
        areas = boxes((0, 0, 10, 10), (10, 0, 20, 10), (10, 10, 20, 20))
        assert pairs(land_pairs(areas)) == [(0, 1), (1, 2)]

    def test_islands_have_none(self):
        assert pairs(land_pairs(boxes((0, 0, 10, 10), (11, 0, 20, 10)))) == []


class TestWater:
    @pytest.mark.parametrize(("width", "face"), [(0.3, True), (5, True), (7.8, True), (8.2, False), (30, False)])
    def test_a_fjord_of_so_many_kilometres(self, width, face):
        found = pairs(facing_pairs(boxes((0, 0, 20, 10), (0, 10 + width, 20, 30 + width))))
        assert found == ([(0, 1)] if face else [])

    @pytest.mark.parametrize(("stretch", "face"), [(3300, True), (3600, False)])
    def test_the_coasts_must_face_each_other_for_a_stretch(self, stretch, face):
        # An island hides them from each other but for the mouth, where the middle is within reach for 3,46 km.
        areas = boxes((0, 0, 60, 10), (0, 14, 60, 24), (2, 11, 60, 13))
        found = pairs(facing_pairs(areas, stretch=stretch))
        assert ((0, 1) in found) is face
        assert {(0, 2), (1, 2)} <= set(found)

    def test_land_between_is_not_water(self):
        areas = boxes((2.37, 0, 18.1, 10.03), (0, 10.03, 20.3, 12.11), (1.31, 12.11, 19.1, 20))
        assert (0, 2) not in pairs(facing_pairs(areas))

    def test_every_pair_stands_once_in_order(self):
        areas = boxes((0, 20, 10, 30), (0, 0, 10, 9), (0, 10, 10, 19))
        assert pairs(facing_pairs(areas)) == [(0, 2), (1, 2)]
