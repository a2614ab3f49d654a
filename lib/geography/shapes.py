"""The boundaries as GeoJSON geometries and as frames to join tables to, read once for the life of the process."""

from functools import cache

import geopandas as gpd
import shapely

from lib.geography.boundaries import county_outlines, read_boundaries


@cache
def municipality_areas() -> gpd.GeoSeries:
    """Give the areas of the municipalities.

    Returns
    -------
    geopandas.GeoSeries
        Indexed by ``kommunenummer`` (EPSG:4326); outer rings run counterclockwise, as RFC 7946 has them. Not to be
        changed.
    """
    return _wound(read_boundaries().geometry)


@cache
def county_areas() -> gpd.GeoSeries:
    """Give the areas of the counties.

    Returns
    -------
    geopandas.GeoSeries
        Indexed by ``fylkesnummer``, otherwise as for :func:`municipality_areas`.
    """
    return _wound(county_outlines(read_boundaries()).geometry)


def _wound(areas: gpd.GeoSeries) -> gpd.GeoSeries:
    return gpd.GeoSeries(shapely.orient_polygons(areas.to_numpy()), index=areas.index, crs=areas.crs)
