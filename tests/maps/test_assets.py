import gzip
import json

from lib.assets import Asset
from lib.maps.assets import map_assets


def test_the_address_follows_the_content():
    assert Asset("a.js", b"1").path != Asset("a.js", b"2").path
    assert Asset("a.js", b"1").path == Asset("a.js", b"1").path
    assert Asset("kart.css", b"").path.startswith("/assets/kart.")
    assert Asset("kart.css", b"").media_type.startswith("text/css")


def test_leaflet_is_the_packaged_one():
    assert b"Leaflet 1.9.3" in map_assets().leaflet_script.body


def test_county_borders_are_light_and_every_county_has_a_name_inside_itself():
    from shapely import Point

    from lib.geography.boundaries import county_outlines, read_boundaries

    lines = json.loads(map_assets().counties.body)
    assert len(gzip.compress(map_assets().counties.body)) < 20_000
    assert lines["borders"]["type"] == "MultiLineString"
    outlines = county_outlines(read_boundaries())
    assert len(lines["labels"]) == len(outlines) == 15
    for label, outline in zip(lines["labels"], outlines.geometry, strict=True):
        latitude, longitude = label["position"]
        assert outline.contains(Point(longitude, latitude)), label["name"]


def test_the_style_holds_the_palette():
    assert b"--adopted: light-dark(" in map_assets().style.body
    assert b"@font-face" in map_assets().style.body
