"""The boundaries that the map is drawn from, and what is derived from them."""

import gzip
import json
import time

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely

from lib.geography.boundaries import (
    BOUNDARIES_PATH,
    bounds_of,
    county_borders,
    county_outlines,
    join_statuses,
    read_boundaries,
)
from lib.geography.boundary_check import SLIVER_WIDTH

# Land areas in the source, in square kilometres (UTM 33).
ISLAND_MUNICIPALITIES = {
    "1144": 3.2,  # Kvitsøy
    "1151": 5.9,  # Utsira
    "1835": 6.9,  # Træna
    "1856": 5.7,  # Røst
    "1857": 17.6,  # Værøy
    "4633": 7.2,  # Fedje
}


@pytest.fixture(scope="module")
def boundaries() -> gpd.GeoDataFrame:
    return read_boundaries()


@pytest.fixture(scope="module")
def municipalities() -> pd.DataFrame:
    return pd.read_csv(BOUNDARIES_PATH.with_name("municipalities.csv"), dtype=str).set_index("kommunenummer")


@pytest.fixture(scope="module")
def features() -> list[dict]:
    return json.loads(BOUNDARIES_PATH.read_text(encoding="utf-8"))["features"]


def sides(lines: shapely.Geometry) -> set[tuple]:
    """The straight pieces of some lines, whichever way they run."""
    points, line = shapely.get_coordinates(shapely.get_parts(lines), return_index=True)
    pairs = zip(map(tuple, points[:-1]), map(tuple, points[1:]), line[:-1] == line[1:], strict=True)
    return {tuple(sorted((a, b))) for a, b, same in pairs if same}


def best_time(call, repetitions: int = 5) -> float:
    times = []
    for _ in range(repetitions):
        start = time.perf_counter()
        call()
        times.append(time.perf_counter() - start)
    return min(times)


class TestFile:
    def test_has_todays_municipalities_in_order(self, boundaries, municipalities):
        assert len(boundaries) == 357
        assert list(boundaries.index) == sorted(municipalities.index)
        assert boundaries["navn"].to_dict() == municipalities["navn"].to_dict()
        assert boundaries["fylkesnummer"].to_dict() == municipalities["fylkesnummer"].to_dict()

    def test_is_small(self):
        content = BOUNDARIES_PATH.read_bytes()
        assert len(gzip.compress(content, compresslevel=9)) <= 200_000

    def test_has_one_feature_a_line_and_no_extras(self, features):
        text = BOUNDARIES_PATH.read_text(encoding="utf-8")
        lines = text.splitlines()
        assert text.endswith("\n")
        assert len(lines) == 357 + 2
        assert [json.loads(line.rstrip(","))["properties"] for line in lines[1:-1]] == [
            feature["properties"] for feature in features
        ]
        assert set(json.loads(text)) == {"type", "features"}
        for feature in features:
            assert set(feature) == {"type", "properties", "geometry"}
            assert list(feature["properties"]) == ["kommunenummer", "navn", "fylkesnummer"]
            assert all(isinstance(value, str) for value in feature["properties"].values())

    def test_has_four_decimals(self, boundaries):
        points = boundaries.get_coordinates().to_numpy()
        assert (points == np.round(points, 4)).all()

    def test_follows_the_right_hand_rule(self, boundaries):
        parts = shapely.get_parts(boundaries.geometry.to_numpy())
        assert shapely.is_ccw(shapely.get_exterior_ring(parts)).all()
        holes = [hole for part in parts for hole in part.interiors]
        assert holes
        assert not shapely.is_ccw(holes).any()

    def test_is_a_coverage_of_valid_areas(self, boundaries):
        geometries = boundaries.geometry.to_numpy()
        assert set(shapely.get_type_id(geometries)) == {shapely.GeometryType.MULTIPOLYGON}
        assert shapely.is_valid(geometries).all()
        assert shapely.coverage_is_valid(geometries, gap_width=SLIVER_WIDTH)

    def test_neighbours_share_borders_exactly(self, boundaries):
        # Overlaps would make the sum of the areas larger than their union; slivers would be holes in it.
        geometries = boundaries.geometry.to_numpy()
        union = shapely.union_all(geometries)
        assert union.area == pytest.approx(shapely.area(geometries).sum(), rel=1e-12)
        gaps = [shapely.Polygon(hole) for part in shapely.get_parts(union) for hole in part.interiors]
        around = [boundaries.index[boundaries.intersects(gap)] for gap in gaps]
        # Eleven inlets are closed at their mouths, most in the source; one lies between two municipalities.
        assert len(gaps) == 11
        assert [list(numbers) for numbers in around if len(numbers) > 1] == [["1106", "4612"]]

    @pytest.mark.parametrize(("number", "expected"), ISLAND_MUNICIPALITIES.items())
    def test_islands_keep_size_and_shape(self, boundaries, number, expected):
        island = boundaries.loc[[number]].to_crs(25833)
        assert island.area.iloc[0] / 1e6 == pytest.approx(expected, rel=0.035)
        largest = max(shapely.get_parts(island.geometry.iloc[0]), key=lambda part: part.area)
        assert shapely.get_num_coordinates(largest) >= 8

    def test_covers_the_country(self, boundaries):
        # Square kilometres in the source, in the same projection.
        assert boundaries.to_crs(25833).area.sum() / 1e6 == pytest.approx(323_498, rel=0.001)


class TestReading:
    def test_gives_text_and_degrees(self, boundaries):
        assert boundaries.index.name == "kommunenummer"
        assert list(boundaries.columns) == ["navn", "fylkesnummer", "geometry"]
        assert boundaries.crs == "EPSG:4326"
        assert boundaries.loc["0301", ["navn", "fylkesnummer"]].to_list() == ["Oslo", "03"]

    def test_is_fast(self, boundaries):
        assert best_time(read_boundaries) < 0.1
        assert best_time(lambda: county_outlines(boundaries)) < 0.3
        assert best_time(lambda: county_borders(boundaries)) < 0.3


class TestCounties:
    def test_outlines_cover_their_municipalities(self, boundaries):
        outlines = county_outlines(boundaries)
        assert outlines.index.name == "fylkesnummer"
        assert list(outlines.index) == sorted(set(boundaries["fylkesnummer"]))
        assert len(outlines) == 15
        assert outlines.crs == boundaries.crs
        assert outlines.is_valid.all()
        areas = pd.Series(shapely.area(boundaries.geometry.to_numpy()), index=boundaries["fylkesnummer"])
        expected = areas.groupby(level=0).sum()
        np.testing.assert_allclose(shapely.area(outlines.geometry.to_numpy()), expected, rtol=1e-12)

    def test_oslo_is_its_own_county(self, boundaries):
        assert county_outlines(boundaries).geometry["03"].equals(boundaries.geometry["0301"])

    def test_borders_are_sides_of_two_municipalities_in_different_counties(self, boundaries):
        owners: dict[tuple, list[str]] = {}
        for county, geometry in zip(boundaries["fylkesnummer"], boundaries.geometry, strict=True):
            for side in sides(geometry.boundary):
                owners.setdefault(side, []).append(county)
        expected = {side for side, counties in owners.items() if len(set(counties)) == 2}
        assert sides(county_borders(boundaries)) == expected

    def test_borders_have_no_coast(self, boundaries):
        # Each inner line is on the rim of two counties, the coast and the national border on that of one.
        outlines = county_outlines(boundaries).geometry.to_numpy()
        around = shapely.union_all(outlines).boundary
        borders = county_borders(boundaries)
        assert borders.geom_type == "MultiLineString"
        assert borders.length == pytest.approx((shapely.length(outlines).sum() - around.length) / 2)
        assert shapely.intersection(borders, around).length == 0

    def test_borders_of_two_neighbours_are_one_line(self):
        squares = gpd.GeoDataFrame(
            {"fylkesnummer": ["1", "1", "2"]},
            geometry=[shapely.box(0, 0, 1, 1), shapely.box(0, 1, 1, 2), shapely.box(1, 0, 2, 1)],
            crs=4326,
        )
        assert county_borders(squares).equals(shapely.LineString([(1, 0), (1, 1)]))

    def test_a_single_county_has_no_borders(self, boundaries):
        assert county_borders(boundaries.loc[["0301"]]).is_empty


class TestJoin:
    @pytest.fixture
    def statuses(self, boundaries) -> pd.DataFrame:
        # Another order than that of the boundaries, and a value that tells each row apart.
        return pd.DataFrame({"status": boundaries.index + "!"}, index=boundaries.index).iloc[::-1]

    def test_follows_the_numbers(self, boundaries, statuses):
        joined = join_statuses(boundaries, statuses)
        assert isinstance(joined, gpd.GeoDataFrame)
        assert list(joined.index) == list(boundaries.index)
        assert (joined["status"] == joined.index + "!").all()
        assert joined.geometry.equals(boundaries.geometry)

    def test_names_what_is_missing(self, boundaries, statuses):
        with pytest.raises(ValueError, match="uten status: 0301, 5636"):
            join_statuses(boundaries, statuses.drop(["5636", "0301"]))

    def test_names_what_has_no_boundary(self, boundaries, statuses):
        with pytest.raises(ValueError, match="uten grenser: 0301"):
            join_statuses(boundaries.drop("0301"), statuses)

    def test_does_not_take_a_number_for_text(self, boundaries, statuses):
        renumbered = statuses.rename(index={"1101": 1101})
        with pytest.raises(ValueError, match=r"uten status: 1101; .*uten grenser: 1101"):
            join_statuses(boundaries, renumbered)

    def test_names_what_stands_twice(self, boundaries, statuses):
        with pytest.raises(ValueError, match="flere statuser: 0301"):
            join_statuses(boundaries, pd.concat([statuses, statuses.loc[["0301"]]]))


class TestBounds:
    def test_holds_the_areas(self, boundaries):
        (south, west), (north, east) = bounds_of(boundaries, ["0301"])
        assert boundaries.geometry["0301"].bounds == (west, south, east, north)

    def test_holds_several(self, boundaries):
        (south, west), (north, east) = bounds_of(boundaries, iter(boundaries.index))
        assert [round(degrees) for degrees in (south, west, north, east)] == [58, 5, 71, 31]

    @pytest.mark.parametrize("numbers", [[], ["0301", "9999"]])
    def test_needs_known_numbers(self, boundaries, numbers):
        with pytest.raises(ValueError, match="Ingen grenser"):
            bounds_of(boundaries, numbers)
