"""The boundaries of municipalities and counties, as ``data/kommuner.geojson`` has them.

Reading them, joining other facts to them and deriving lines from them. How the file is made is in
``tools.build_boundaries``, what may be wrong with it in ``lib.geography.boundary_check``.
"""

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from lib.texts import _

BOUNDARIES_PATH = Path(__file__).parents[2] / "data" / "kommuner.geojson"
# About ten metres, which is more than the simplification leaves and keeps the file small.
DECIMALS = 4


def read_boundaries(path: Path = BOUNDARIES_PATH) -> gpd.GeoDataFrame:
    """Read the municipalities' boundaries.

    Parameters
    ----------
    path : Path
        GeoJSON with ``kommunenummer``, ``navn`` and ``fylkesnummer``.

    Returns
    -------
    GeoDataFrame
        Indexed by ``kommunenummer`` in the order of the file, with ``navn``, ``fylkesnummer`` (both text) and
        ``geometry`` (EPSG:4326). Neighbours share every point of their border.
    """
    text = path.read_text(encoding="utf-8")
    properties = pd.DataFrame([feature["properties"] for feature in json.loads(text)["features"]])
    # Parsed a second time, but by GEOS: half the time of making the geometries one by one.
    areas = shapely.get_parts(shapely.from_geojson(text))
    boundaries = gpd.GeoDataFrame(properties, geometry=areas, crs=4326)
    return boundaries.set_index("kommunenummer")[["navn", "fylkesnummer", "geometry"]]


@cache
def boundaries() -> gpd.GeoDataFrame:
    """Give the municipalities' boundaries, read once for the life of the process; not to be changed."""
    return read_boundaries()


def join_statuses(boundaries: gpd.GeoDataFrame, statuses: pd.DataFrame) -> gpd.GeoDataFrame:
    """Join what is known of each municipality to its boundary.

    Parameters
    ----------
    boundaries : GeoDataFrame
        Indexed by ``kommunenummer``.
    statuses : DataFrame
        One row a municipality, indexed by ``kommunenummer``, with columns that `boundaries` lacks.

    Returns
    -------
    GeoDataFrame
        The boundaries, in their order, with the columns of `statuses`.

    Raises
    ------
    ValueError
        If a number is missing on one side or stands twice; the message names the numbers.
    """
    problems = {
        _("Kommunenummer uten status: {numbers}"): boundaries.index.difference(statuses.index),
        _("Kommunenummer uten grenser: {numbers}"): statuses.index.difference(boundaries.index),
        _("Kommunenummer med flere statuser: {numbers}"): statuses.index[statuses.index.duplicated()].unique(),
    }
    messages = [text.format(numbers=", ".join(map(str, who))) for text, who in problems.items() if len(who)]
    if messages:
        raise ValueError("; ".join(messages))
    return boundaries.join(statuses)


def county_outlines(boundaries: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Unite the municipalities of each county.

    Parameters
    ----------
    boundaries : GeoDataFrame
        What `read_boundaries` returns.

    Returns
    -------
    GeoDataFrame
        Indexed by ``fylkesnummer`` in rising order, with ``geometry``. The outlines have no points that the
        municipalities lack.
    """
    return boundaries[["fylkesnummer", "geometry"]].dissolve(by="fylkesnummer", method="coverage")


def county_borders(boundaries: gpd.GeoDataFrame) -> shapely.MultiLineString:
    """Find the lines between two counties, without coast and national border.

    Parameters
    ----------
    boundaries : GeoDataFrame
        What `read_boundaries` returns.

    Returns
    -------
    shapely.MultiLineString
        Drawn on the map, the lines lie exactly on the municipalities' borders, since they are made of the
        sides that two counties share. Each ends at the coast, at the national border or where three counties
        meet.
    """
    outlines = shapely.get_parts(county_outlines(boundaries).boundary.to_numpy())
    points, outline = shapely.get_coordinates(outlines, return_index=True)
    # As complex numbers the two ends of a side can be sorted: neighbours run along it in opposite directions.
    ends = points @ [1, 1j]
    sides = np.sort(np.column_stack([ends[:-1], ends[1:]])[outline[:-1] == outline[1:]], axis=1)
    sides, counties = np.unique(sides, axis=0, return_counts=True)
    shared = sides[counties > 1]
    lines = shapely.line_merge(shapely.multilinestrings(shapely.linestrings(shared.real, shared.imag)))
    return shapely.multilinestrings(shapely.get_parts(lines))


def bounds_of(boundaries: gpd.GeoDataFrame, numbers: Iterable[str]) -> list[list[float]]:
    """Find the rectangle that shows some municipalities.

    Parameters
    ----------
    boundaries : GeoDataFrame
        Indexed by ``kommunenummer``.
    numbers : iterable of str
        At least one ``kommunenummer``.

    Returns
    -------
    list of list of float
        ``[[south, west], [north, east]]`` in degrees, as Leaflet wants them.

    Raises
    ------
    ValueError
        If there is no number, or one that has no boundary.
    """
    chosen = list(numbers)
    strangers = [number for number in chosen if number not in boundaries.index]
    if strangers or not chosen:
        raise ValueError(_("Ingen grenser for kommunenummer: {numbers}").format(numbers=", ".join(strangers) or "–"))
    west, south, east, north = map(float, boundaries.geometry.loc[chosen].total_bounds)
    return [[south, west], [north, east]]
