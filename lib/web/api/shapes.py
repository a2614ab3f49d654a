"""The boundaries as GeoJSON geometries, written once for the life of the process."""

from functools import cache

import geopandas as gpd
import shapely

from lib.geography.shapes import county_areas, municipality_areas


@cache
def municipality_shapes() -> dict[str, str]:
    """Write the boundaries of the municipalities.

    Returns
    -------
    dict
        A GeoJSON geometry for each ``kommunenummer``.
    """
    return _written(municipality_areas())


@cache
def county_shapes() -> dict[str, str]:
    """Write the boundaries of the counties.

    Returns
    -------
    dict
        A GeoJSON geometry for each ``fylkesnummer``.
    """
    return _written(county_areas())


def _written(areas: gpd.GeoSeries) -> dict[str, str]:
    return dict(zip(areas.index, shapely.to_geojson(areas.to_numpy()), strict=True))
