"""The boundaries on paper: in metres (EPSG:25833), as outlines for drawings that are not made in a browser.

Only shapes; colours, frames and legends belong to whoever draws them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cache, lru_cache

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely

from lib.geography.boundaries import county_borders, county_outlines, read_boundaries

# The projection of Norway's own maps of the whole country: areas keep their size, and north is nearly up everywhere.
PAPER = 25833
# Metres in a unit of the outlines. Finer than a hair on any sheet, and coordinates are short whole numbers.
UNIT = 100.0


Window = tuple[float, float, float, float]


class Detail(Enum):
    """How coarse outlines are: the side of the smallest triangle that still shows, in metres."""

    FULL = 0
    COUNTRY = 1000
    LOCATOR = 8000


@dataclass(frozen=True)
class Outlines:
    """The shapes as path data of SVG, in units of 100 metres from the projection's origin, y downwards.

    Attributes
    ----------
    municipalities
        Path data for each ``kommunenummer``, in the order of the boundaries.
    counties
        Path data for each ``fylkesnummer``.
    borders
        Path data of the lines between counties.
    """

    municipalities: Mapping[str, str]
    counties: Mapping[str, str]
    borders: str


@lru_cache(maxsize=64)
def outlines(detail: Detail, window: Window | None = None) -> Outlines:
    """Give the shapes of municipalities and counties.

    Parameters
    ----------
    detail
        How coarse they may be. Neighbours share their border at any.
    window
        What is in view: left, top, right and bottom. Shapes are cut at its edges, and those outside left out.

    Returns
    -------
    Outlines
        Made once for each detail and window.
    """
    areas, counties, borders = _shapes(detail)
    if window is not None:
        areas, counties = _cut(areas, window), _cut(counties, window)
        borders = shapely.clip_by_rect(borders, *window)
    return Outlines(
        {number: _path(area) for number, area in areas.items()},
        {number: _path(county) for number, county in counties.items()},
        _path(borders),
    )


@cache
def _shapes(detail: Detail) -> tuple[gpd.GeoSeries, gpd.GeoSeries, shapely.Geometry]:
    areas = _on_paper()
    if detail.value:
        areas = areas.set_geometry(shapely.coverage_simplify(areas.geometry.to_numpy(), detail.value / UNIT))
    counties = county_outlines(areas).geometry
    if detail == Detail.LOCATOR:
        counties = counties.map(_without_islets)
    return areas.geometry, counties, county_borders(areas)


def _cut(areas: gpd.GeoSeries, window: Window) -> gpd.GeoSeries:
    cut = gpd.GeoSeries(shapely.clip_by_rect(areas.to_numpy(), *window), index=areas.index)
    return cut[shapely.area(cut.to_numpy()) > 0]


@cache
def _on_paper() -> gpd.GeoDataFrame:
    areas = read_boundaries().to_crs(PAPER)
    return areas.set_geometry(
        areas.geometry.affine_transform([1 / UNIT, 0, 0, -1 / UNIT, 0, 0]).set_crs(None, allow_override=True)
    )


@cache
def middles() -> pd.DataFrame:
    """Find the place in each municipality that is farthest from its border, where a name has most room.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``kommunenummer``, with ``x``, ``y`` and ``room``, the distance to the border, in the units of
        :class:`Outlines`.
    """
    areas = _on_paper().geometry
    largest = [max(shapely.get_parts(area), key=shapely.area) for area in areas]
    circles = shapely.maximum_inscribed_circle(largest, 5)
    centres = shapely.get_coordinates(circles)[::2]
    table = pd.DataFrame(centres, index=areas.index, columns=["x", "y"])
    return table.assign(room=shapely.length(circles))


def _without_islets(county: shapely.Geometry) -> shapely.Geometry:
    parts = shapely.get_parts(county)
    sizes = shapely.area(parts)
    return shapely.multipolygons(parts[(sizes > (Detail.LOCATOR.value / UNIT) ** 2) | (sizes == sizes.max())])


def _path(shape: shapely.Geometry) -> str:
    """Write a shape as path data: whole numbers, each point as the step from the one before."""
    closed = shapely.get_dimensions(shape) == 2
    parts = shapely.get_parts(shape)
    # A shape that was cut may have kept a line or a point where it only touched the edge.
    parts = parts[shapely.get_dimensions(parts) == (2 if closed else 1)]
    lines = shapely.get_rings(parts) if closed else parts
    return "".join(_line(np.rint(shapely.get_coordinates(line)).astype(int), closed=closed) for line in lines)


def _line(points: npt.NDArray[np.int_], *, closed: bool) -> str:
    steps = np.diff(points, axis=0)
    steps = steps[(steps != 0).any(axis=1)]
    if closed:
        steps = steps[:-1]
    if not len(steps):
        return ""
    # A minus sign parts two numbers as well as a space does.
    written = " ".join(f"{x}{y}" if y < 0 else f"{x} {y}" for x, y in steps.tolist()).replace(" -", "-")
    return f"M{points[0][0]} {points[0][1]}l{written}" + ("z" if closed else "")


def bounds_on_paper(numbers: Iterable[str] = ()) -> Window:
    """Find the rectangle that holds some municipalities.

    Parameters
    ----------
    numbers
        Municipality numbers; none for all.

    Returns
    -------
    tuple of float
        Left, top, right and bottom, in the units of :class:`Outlines`.
    """
    areas = _on_paper().geometry
    chosen = list(numbers)
    left, top, right, bottom = (areas.loc[chosen] if chosen else areas).total_bounds.tolist()
    return left, top, right, bottom
