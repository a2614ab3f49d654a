"""What the browser fetches to draw the map: Leaflet, our script and style, and the geometry."""

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import shapely
from xstatic.pkg import leaflet

from lib.assets import Asset
from lib.geography.boundaries import BOUNDARIES_PATH, county_borders, county_outlines, read_boundaries
from lib.palette import css_variables
from lib.register.tables import read_table


class MapAssets(NamedTuple):
    """The map's files, each with an address that follows its content."""

    leaflet_script: Asset
    leaflet_style: Asset
    script: Asset
    style: Asset
    areas: Asset
    counties: Asset


@cache
def map_assets() -> MapAssets:
    """Gather the map's files.

    Returns
    -------
    MapAssets
        Leaflet as packaged by XStatic, our own script and style with the palette in it, the municipalities as
        GeoJSON (``data/kommuner.geojson`` as it is) and the county borders and names as JSON.
    """
    static = files("lib.maps") / "static"
    packaged = Path(leaflet.BASE_DIR)
    return MapAssets(
        Asset("leaflet.js", (packaged / "leaflet.js").read_bytes()),
        Asset("leaflet.css", (packaged / "leaflet.css").read_bytes()),
        Asset("map.js", (static / "map.js").read_bytes()),
        Asset("map.css", (css_variables() + shared_typeface() + map_rules()).encode()),
        Asset("kommuner.geojson", BOUNDARIES_PATH.read_bytes()),
        Asset("fylker.json", _county_lines()),
    )


def map_rules() -> str:
    """Give the style of the map alone, for pages that have the palette in a style of their own."""
    return (files("lib.maps") / "static/map.css").read_text(encoding="utf-8")


def shared_typeface() -> str:
    """Give the rule that lets a style sheet of ours use the typeface of Streamlit's pages, fetched once for both."""
    font = next(Path(str(files("streamlit"))).glob("static/static/media/SourceSansVF-Upright*.woff2"))
    return f"""@font-face {{
  font-display: swap;
  font-family: "Source Sans";
  font-weight: 200 900;
  src: url("../static/media/{font.name}") format("woff2");
}}
"""


def _county_lines() -> bytes:
    boundaries = read_boundaries()
    names = read_table("municipalities").groupby("fylkesnummer")["fylke"].first()
    outlines = county_outlines(boundaries)
    largest = outlines.geometry.map(lambda area: max(getattr(area, "geoms", [area]), key=lambda part: part.area))
    labels = [
        {"name": names[number], "position": [round(point.y, 3), round(point.x, 3)]}
        for number, point in largest.map(lambda area: shapely.maximum_inscribed_circle(area, 0.02))
        .map(lambda radius: shapely.Point(radius.coords[0]))
        .items()
    ]
    borders = shapely.geometry.mapping(county_borders(boundaries))
    return json.dumps({"borders": borders, "labels": labels}, ensure_ascii=False, separators=(",", ":")).encode()
