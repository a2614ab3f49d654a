"""From the municipalities of 2020 to today's, on a small country of squares."""

import geopandas as gpd
import pandas as pd
import pytest
import shapely

from lib.geography.division import cut, move_areas, renumber

KM = 1000
METRES = 25833


def square(x: float, y: float, side: float = 10) -> shapely.Polygon:
    return shapely.box(x * KM, y * KM, (x + side) * KM, (y + side) * KM)


def wkt_in_degrees(area: shapely.Geometry) -> str:
    return gpd.GeoSeries([area], crs=METRES).to_crs(4326).iloc[0].wkt


@pytest.fixture
def source() -> gpd.GeoDataFrame:
    areas = {"0301": square(500, 7000), "1507": square(510, 7000), "1535": square(520, 7000)}
    return gpd.GeoDataFrame(index=list(areas), geometry=list(areas.values()), crs=METRES)


@pytest.fixture
def municipalities() -> pd.DataFrame:
    rows = [
        ("1580", "Haram", "15", "1507"),
        ("0301", "Oslo", "03", "0301"),
        ("1508", "Ålesund", "15", "1507"),
        ("1535", "Vestnes", "15", "1535"),
    ]
    return pd.DataFrame(rows, columns=["kommunenummer", "navn", "fylkesnummer", "kommunenummer_2020"])


def change(giver: str, receiver: str, mask: shapely.Geometry) -> pd.DataFrame:
    row = {"from_2020": giver, "to_2024": receiver, "mask_wkt": wkt_in_degrees(mask)}
    return pd.DataFrame([row])


class TestRenumber:
    def test_gives_both_halves_the_whole(self, source, municipalities):
        division = renumber(source, municipalities)
        assert list(division.index) == ["0301", "1508", "1535", "1580"]
        assert division.index.name == "kommunenummer"
        assert division.crs == source.crs
        assert division.loc["1580", "navn"] == "Haram"
        assert division.geometry["1508"] == division.geometry["1580"] == source.geometry["1507"]

    @pytest.mark.parametrize("missing", ["0301", "1535"])
    def test_names_numbers_without_area(self, source, municipalities, missing):
        with pytest.raises(ValueError, match=missing):
            renumber(source.drop(missing), municipalities)

    def test_names_areas_without_number(self, source, municipalities):
        with pytest.raises(ValueError, match="1535"):
            renumber(source, municipalities[municipalities["navn"] != "Vestnes"])


class TestMoveAreas:
    def test_splits_a_municipality(self, source, municipalities):
        division = renumber(source, municipalities)
        moved = move_areas(division, change("1507", "1580", square(508, 7005, 15)))
        assert moved.area["1580"] == pytest.approx(50 * KM**2, rel=0.001)
        assert moved.area["1508"] == pytest.approx(50 * KM**2, rel=0.001)
        assert moved.area["1508"] + moved.area["1580"] == pytest.approx(100 * KM**2)
        assert moved.geometry["0301"] == division.geometry["0301"]
        assert division.area["1580"] == pytest.approx(100 * KM**2)

    def test_moves_a_part_to_a_neighbour(self, source, municipalities):
        division = renumber(source, municipalities)
        moved = move_areas(division, change("0301", "1535", square(495, 6995, 10)))
        assert moved.area["0301"] == pytest.approx(75 * KM**2, rel=0.001)
        assert moved.area["1535"] == pytest.approx(125 * KM**2, rel=0.001)

    def test_refuses_a_mask_that_hits_nothing(self, source, municipalities):
        division = renumber(source, municipalities)
        with pytest.raises(ValueError, match="fra 0301 til 1535 flytter ingenting"):
            move_areas(division, change("0301", "1535", square(600, 7000)))


class TestCut:
    def test_divides_along_the_mask(self):
        covered, uncovered = cut(square(0, 0), square(4, -5, 20))
        assert covered.equals(shapely.box(4 * KM, 0, 10 * KM, 10 * KM))
        assert uncovered.equals(shapely.box(0, 0, 4 * KM, 10 * KM))

    def test_leaves_a_corner_that_the_mask_happens_to_cover(self):
        covered, uncovered = cut(square(0, 0), square(9.9, 9.9), sliver=0.1 * KM**2)
        assert covered.is_empty
        assert uncovered.equals(square(0, 0))

    def test_takes_a_rim_that_the_mask_happens_to_miss(self):
        mask = shapely.box(-5 * KM, 5 * KM, 15 * KM, 9.99 * KM)
        covered, uncovered = cut(square(0, 0), mask, sliver=0.2 * KM**2)
        assert covered.equals(shapely.box(0, 5 * KM, 10 * KM, 10 * KM))
        assert uncovered.equals(shapely.box(0, 0, 10 * KM, 5 * KM))

    def test_takes_islets_whole_however_small(self):
        islets = [square(12, 2, 0.1), square(-3, 2, 0.1)]
        country = shapely.MultiPolygon([square(0, 0), *islets])
        covered, uncovered = cut(country, square(5, -5, 20))
        assert shapely.covers(covered, islets[0])
        assert shapely.covers(uncovered, islets[1])
        assert covered.area + uncovered.area == pytest.approx(country.area)
