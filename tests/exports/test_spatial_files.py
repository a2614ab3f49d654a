import io
import json
import sqlite3

import geopandas as gpd
import pyogrio
import pytest
import shapely

from lib.exports.data_files import ALL, data_file, register_file
from lib.exports.tables import tables_of
from lib.exports.view import read_view
from lib.geography.boundaries import read_boundaries
from lib.register.version import REGISTER_VERSION

SITE = "https://eksempel.no"


@pytest.fixture(scope="module")
def country(register, today):
    return read_view("kart", {}, register, today)[0]


@pytest.fixture(scope="module")
def package(register, country, tmp_path_factory):
    path = tmp_path_factory.mktemp("gpkg") / "alt.gpkg"
    path.write_bytes(data_file(register, country, ALL, "gpkg", site=SITE))
    return path


def statuses(register, view):
    return next(table for table in tables_of(register, view) if table.name == "status").frame


def test_geojson_has_357_valid_areas_in_longitude_and_latitude(register, country):
    body = data_file(register, country, "status", "geojson", site=SITE)
    areas = gpd.read_file(io.BytesIO(body))
    assert areas.crs.to_epsg() == 4326
    assert len(areas) == 357
    assert areas.is_valid.all()
    west, south, east, north = areas.total_bounds
    assert 4 < west < 5
    assert 57 < south < 58
    assert 31 < east < 32
    assert 70 < north < 72
    assert areas["kommunenummer"].tolist() == statuses(register, country)["kommunenummer"].tolist()
    assert areas["status"].tolist() == statuses(register, country)["status"].tolist()


def test_geojson_follows_the_standard(register, country):
    whole = json.loads(data_file(register, country, "status", "geojson", site=SITE))
    assert "crs" not in whole
    for feature in whole["features"]:
        assert feature["id"] == feature["properties"]["kommunenummer"]
        for polygon in shapely.get_parts(shapely.geometry.shape(feature["geometry"])):
            assert polygon.exterior.is_ccw
            assert not any(ring.is_ccw for ring in polygon.interiors)
    oslo = whole["features"][0]["properties"]
    assert oslo["kommunenummer"] == "0301"
    assert isinstance(oslo["folketall_2026"], int)
    assert oslo["status_date"] == "2026-11-23"
    assert whole["metadata"]["register_version"] == REGISTER_VERSION
    assert whole["metadata"]["definition"] == "standard"
    assert "Kartverket" in whole["metadata"]["attribution"]


def test_geojson_keeps_the_boundaries_as_they_are(register, country):
    areas = gpd.read_file(io.BytesIO(data_file(register, country, "status", "geojson", site=SITE)))
    own = read_boundaries().loc[areas["kommunenummer"]]
    assert shapely.equals(areas.geometry.to_numpy(), own.geometry.to_numpy()).all()
    assert shapely.get_num_coordinates(areas.geometry).sum() == shapely.get_num_coordinates(own.geometry).sum()


def test_counties_cover_their_municipalities(register, country):
    counties = gpd.read_file(io.BytesIO(data_file(register, country, "fylker", "geojson", site=SITE)))
    assert len(counties) == 15
    assert counties.is_valid.all()
    municipalities = read_boundaries()
    assert counties.to_crs(25833).area.sum() == pytest.approx(municipalities.to_crs(25833).area.sum(), rel=1e-9)


def test_geopackage_has_layers_in_metres_and_tables_beside_them(package, register, country):
    layers = dict(pyogrio.list_layers(package))
    assert layers == {
        "kommuner": "MultiPolygon",
        "fylker": "MultiPolygon",
        "observasjoner": None,
        "om": None,
        "kodebok": None,
    }
    areas = gpd.read_file(package, layer="kommuner")
    assert areas.crs.to_epsg() == 25833
    assert len(areas) == 357
    assert areas.is_valid.all()
    assert areas["kommunenummer"].tolist() == statuses(register, country)["kommunenummer"].tolist()
    assert {"Tromsø", "Bærum", "Ås"} <= set(areas["kommune"])
    assert areas["folketall_2026"].dtype == "int64"
    assert areas["under_revision"].dtype == "bool"
    assert str(areas["status_date"].dtype).startswith("datetime64")
    assert 320_000 < areas.area.sum() / 1e6 < 400_000  # square kilometres of mainland and its waters
    counties = gpd.read_file(package, layer="fylker")
    assert counties.crs.to_epsg() == 25833
    assert len(counties) == 15
    assert counties.is_valid.all()
    observations = pyogrio.read_dataframe(package, layer="observasjoner")
    assert len(observations) == len(register.tables.policy_status)


def test_neighbours_still_share_their_borders_in_metres(package, register):
    areas = gpd.read_file(package, layer="kommuner").set_index("kommunenummer").geometry
    pairs = register.tables.neighbours.query("over == 'land'")
    shared = shapely.intersection(areas.loc[pairs["kommunenummer"]].to_numpy(), areas.loc[pairs["nabo"]].to_numpy())
    assert (shapely.length(shared) > 0).all()
    assert (shapely.area(shared) == 0).all()


def test_geopackage_says_what_it_is(package):
    told = pyogrio.read_dataframe(package, layer="om").set_index("name")["value"]
    assert told["register_version"] == REGISTER_VERSION
    assert told["status_date"] == "2026-11-23"
    assert told["definition"] == "standard"
    assert told["licence"] == "CC-BY-4.0"
    assert "Kartverket" in told["attribution"]
    info = pyogrio.read_info(package, layer="kommuner")
    assert info["dataset_metadata"]["citation"] == told["citation"]
    with sqlite3.connect(package) as database:
        described = dict(database.execute("SELECT table_name, identifier FROM gpkg_contents"))
        assert described["kommuner"] == "Kommunenes status"
        (broken,) = database.execute("PRAGMA integrity_check").fetchone()
    assert broken == "ok"
    codebook = pyogrio.read_dataframe(package, layer="kodebok")
    assert set(gpd.read_file(package, layer="kommuner").columns) - {"geometry"} == set(
        codebook.loc[codebook["layer"] == "kommuner", "column"]
    )


def test_geoparquet_opens_with_areas(register, country):
    areas = gpd.read_parquet(io.BytesIO(data_file(register, country, "status", "parquet", site=SITE)))
    assert areas.crs.to_epsg() == 4326
    assert len(areas) == 357
    assert areas.is_valid.all()
    assert areas["kommunenummer"].iloc[0] == "0301"


def test_a_filtered_view_has_only_the_areas_that_fit(register, today):
    view = read_view("kart", {"fylke": ["34"], "status": ["adopted"]}, register, today)[0]
    areas = gpd.read_file(io.BytesIO(data_file(register, view, "status", "geojson", site=SITE)))
    assert areas["kommunenummer"].tolist() == statuses(register, view)["kommunenummer"].tolist()
    assert set(areas["status"]) == {"adopted"}


def test_the_whole_register_as_geopackage(register, today, tmp_path):
    path = tmp_path / "registeret.gpkg"
    path.write_bytes(register_file(register, "gpkg", site=SITE, today=today))
    layers = dict(pyogrio.list_layers(path))
    assert layers["kommuner"] == layers["municipalities"] == "MultiPolygon"
    assert layers["policy_status"] is None
    assert len(pyogrio.read_dataframe(path, layer="neighbours")) == len(register.tables.neighbours)
