"""Every fault that the file of boundaries may have is found, and told where it stands."""

import copy
import json

import pandas as pd
import pytest

from lib.geography.boundaries import BOUNDARIES_PATH
from lib.geography.boundary_check import check_boundaries

FIRST_ROW, LAST_ROW = 2, 358


@pytest.fixture(scope="module")
def municipalities() -> pd.DataFrame:
    return pd.read_csv(BOUNDARIES_PATH.with_name("municipalities.csv"), dtype=str)


@pytest.fixture(scope="module")
def sound() -> dict:
    return json.loads(BOUNDARIES_PATH.read_text(encoding="utf-8"))


@pytest.fixture
def check(tmp_path, municipalities):
    """Write a collection as the file is written, one feature a line, and check it."""

    def write_and_check(collection: object) -> list:
        path = tmp_path / "kommuner.geojson"
        lines = ",\n".join(json.dumps(feature) for feature in collection["features"])
        path.write_text(f'{{"type":"FeatureCollection","features":[\n{lines}\n]}}\n', encoding="utf-8")
        return check_boundaries(path, municipalities)

    return write_and_check


@pytest.fixture
def broken(sound) -> dict:
    return copy.deepcopy(sound)


def oslo(collection: dict) -> dict:
    return collection["features"][0]


def row_of(number: str) -> int:
    lines = BOUNDARIES_PATH.read_text(encoding="utf-8").splitlines()
    return next(row for row, line in enumerate(lines, start=1) if f'"kommunenummer":"{number}"' in line)


def outer_ring(feature: dict) -> list:
    return feature["geometry"]["coordinates"][0][0]


def test_the_file_has_no_faults(municipalities):
    assert check_boundaries(BOUNDARIES_PATH, municipalities) == []


@pytest.mark.parametrize(
    ("content", "row", "problem"),
    [
        (b"", 1, "ikke gyldig JSON"),
        (b'{"type":"FeatureCollection",\n"features":[\n', 3, "ikke gyldig JSON"),
        (b"\xff\xfe", None, "UTF-8"),
        (b"[]", None, "FeatureCollection"),
        (b'{"type":"FeatureCollection","features":{}}', None, "FeatureCollection"),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path, municipalities, content, row, problem):
    path = tmp_path / "kommuner.geojson"
    path.write_bytes(content)
    (fault,) = check_boundaries(path, municipalities)
    assert (fault.file, fault.row) == ("kommuner.geojson", row)
    assert problem in str(fault)
    assert "python -m tools.build_boundaries" in str(fault)


def test_a_missing_file(tmp_path, municipalities):
    (fault,) = check_boundaries(tmp_path / "kommuner.geojson", municipalities)
    assert "finnes ikke" in str(fault)


def test_a_missing_municipality(broken, check):
    del broken["features"][-1]
    count, missing = check(broken)
    assert "356 kommuner, ikke 357" in str(count)
    assert "5636 Nesseby mangler" in str(missing)


def test_an_empty_collection(check):
    assert len(check({"features": []})) == 1 + 357


def test_a_municipality_twice(broken, check):
    broken["features"].append(oslo(broken))
    faults = check(broken)
    assert ["357" in str(faults[0]), faults[1].row, faults[1].column] == [True, LAST_ROW + 1, "kommunenummer"]
    assert "0301 står mer enn én gang" in str(faults[1])
    # Two equal areas overlap.
    assert {fault.row for fault in faults[2:]} == {FIRST_ROW, LAST_ROW + 1}


@pytest.mark.parametrize("number", [301, "301", "1507", "", None])
def test_a_wrong_number(broken, check, number):
    oslo(broken)["properties"]["kommunenummer"] = number
    missing, wrong = check(broken)
    assert "0301 Oslo mangler" in str(missing)
    assert (wrong.row, wrong.column) == (FIRST_ROW, "kommunenummer")
    assert wrong.value == ("" if number is None else str(number))


@pytest.mark.parametrize(("column", "value", "allowed"), [("navn", "Kristiania", "Oslo"), ("fylkesnummer", 3, "03")])
def test_what_differs_from_the_table_of_municipalities(broken, check, column, value, allowed):
    oslo(broken)["properties"][column] = value
    (fault,) = check(broken)
    assert (fault.row, fault.column, fault.value, fault.allowed) == (FIRST_ROW, column, str(value), allowed)


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {},
        {"type": "MultiPolygon", "coordinates": []},
        {"type": "MultiPolygon", "coordinates": "nei"},
        {"type": "Polygon", "coordinates": [[[10.0, 60.0], [11.0, 60.0]]]},
        {"type": "LineString", "coordinates": [[10.0, 60.0], [11.0, 60.0]]},
    ],
)
def test_a_geometry_that_is_no_area(broken, check, geometry):
    oslo(broken)["geometry"] = geometry
    (fault,) = check(broken)
    assert (fault.row, fault.column) == (FIRST_ROW, "geometry")
    assert "tom eller ikke et polygon" in str(fault)


@pytest.mark.parametrize("feature", [None, [], {"type": "Feature"}])
def test_a_feature_that_is_none(broken, check, feature):
    broken["features"][0] = feature
    assert [fault.row for fault in check(broken)] == [None, FIRST_ROW, FIRST_ROW]


def test_swapped_coordinates(broken, check):
    for polygon in oslo(broken)["geometry"]["coordinates"]:
        polygon[:] = [[point[::-1] for point in ring][::-1] for ring in polygon]
    (fault,) = check(broken)
    assert fault.row == FIRST_ROW
    assert "utenfor Norge" in str(fault)


def test_too_many_decimals(broken, check):
    outer_ring(oslo(broken))[1][0] += 0.00001
    fault, *_others = check(broken)
    assert fault.row == FIRST_ROW
    assert "mer enn 4 desimaler" in str(fault)


@pytest.mark.parametrize("step", [-0.0001, 0.0001])
def test_neighbours_that_overlap_or_leave_a_gap(broken, check, step):
    point = outer_ring(oslo(broken))[1]
    point[0] = round(point[0] + step, 4)
    faults = check(broken)
    assert [fault.row for fault in faults] == [FIRST_ROW, row_of("3201")]
    assert all("passer ikke nøyaktig med naboens" in str(fault) for fault in faults)


def test_a_ring_that_runs_the_wrong_way(broken, check):
    outer_ring(oslo(broken)).reverse()
    (fault,) = check(broken)
    assert "RFC 7946" in str(fault)


def test_a_boundary_that_crosses_itself(broken, check):
    ring = outer_ring(oslo(broken))
    ring[2], ring[10] = ring[10], ring[2]
    faults = check(broken)
    assert faults[0].row == FIRST_ROW
    assert "krysser eller berører seg selv" in str(faults[0])


def test_all_faults_are_told_at_once(broken, check):
    oslo(broken)["properties"]["navn"] = "Kristiania"
    broken["features"][1]["geometry"] = None
    outer_ring(broken["features"][2]).reverse()
    assert [fault.row for fault in check(broken)] == [2, 3, 4]


def test_no_row_is_told_when_features_are_not_lines(broken, tmp_path, municipalities):
    oslo(broken)["properties"]["navn"] = "Kristiania"
    path = tmp_path / "kommuner.geojson"
    path.write_text(json.dumps(broken, indent=1), encoding="utf-8")
    (fault,) = check_boundaries(path, municipalities)
    assert (fault.row, fault.value) == (None, "Kristiania")
