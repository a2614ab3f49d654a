"""From the municipal division of 2020 to today's: new numbers, and the areas that have changed hands since.

Only what the map's boundaries need. The numbers that municipalities had before, in the observations and in
searches, belong to the register.
"""

import geopandas as gpd
import pandas as pd
import shapely

from lib.texts import _

# Pieces below this were cut off because the masks are drawn by hand along the border and generously at sea.
SLIVER_M2 = 200_000


def renumber(source: gpd.GeoDataFrame, municipalities: pd.DataFrame) -> gpd.GeoDataFrame:
    """Give every municipality of today the area of the one that it was in 2020.

    Parameters
    ----------
    source : GeoDataFrame
        The municipalities of 2020, indexed by their four-digit numbers of that year.
    municipalities : DataFrame
        Today's municipalities with ``kommunenummer``, ``navn``, ``fylkesnummer`` and ``kommunenummer_2020``.
        Two that were one in 2020 both get its whole area; `move_areas` tells them apart.

    Returns
    -------
    GeoDataFrame
        Indexed by ``kommunenummer`` in rising order, with ``navn``, ``fylkesnummer``, ``kommunenummer_2020``
        and ``geometry`` in the reference system of the source.

    Raises
    ------
    ValueError
        If a number of 2020 stands on one side only.
    """
    today = municipalities.set_index("kommunenummer").sort_index()
    strays = sorted(set(today["kommunenummer_2020"]) ^ set(source.index))
    if strays:
        raise ValueError(
            _("Kommunenummer fra 2020 som mangler i kartkilden eller i kommunetabellen: {numbers}").format(
                numbers=", ".join(strays)
            )
        )
    columns = ["navn", "fylkesnummer", "kommunenummer_2020"]
    areas = source.geometry.loc[today["kommunenummer_2020"]].to_numpy()
    return gpd.GeoDataFrame(today[columns], geometry=areas, crs=source.crs)


def move_areas(division: gpd.GeoDataFrame, changes: pd.DataFrame) -> gpd.GeoDataFrame:
    """Move the areas that have changed municipality since 2020.

    Parameters
    ----------
    division : GeoDataFrame
        What `renumber` returns, in a reference system with metres.
    changes : DataFrame
        One move a row: ``from_2020`` and ``to_2024`` are numbers, ``mask_wkt`` (EPSG:4326) covers the part of
        the first that belongs to the second today.

    Returns
    -------
    GeoDataFrame
        A copy with the areas moved. Neighbours may be left with borders that differ by the precision of the
        masks.

    Raises
    ------
    ValueError
        If a mask moves nothing.
    """
    areas = division.geometry.copy()
    masks = gpd.GeoSeries.from_wkt(changes["mask_wkt"], crs=4326).to_crs(division.crs)
    for giver_2020, receiver, mask in zip(changes["from_2020"], changes["to_2024"], masks, strict=True):
        givers = division.index[(division["kommunenummer_2020"] == giver_2020) & (division.index != receiver)]
        moved, left = cut(areas[givers[0]], mask)
        if moved.is_empty:
            raise ValueError(
                _("Grensejusteringen fra {giver} til {receiver} flytter ingenting").format(
                    giver=giver_2020, receiver=receiver
                )
            )
        split_off = division.at[receiver, "kommunenummer_2020"] == giver_2020
        areas[receiver] = moved if split_off else shapely.union(areas[receiver], moved)
        areas[givers[0]] = left
    return division.set_geometry(areas)


def cut(
    area: shapely.Geometry, mask: shapely.Geometry, sliver: float = SLIVER_M2
) -> tuple[shapely.Geometry, shapely.Geometry]:
    """Divide an area in what a mask covers and what it does not, without cutting slivers off.

    Parameters
    ----------
    area, mask : shapely.Geometry
        Valid polygons or multipolygons, in metres.
    sliver : float
        Pieces smaller than this, in square metres, stay with what they were cut from. Islets that lie wholly
        on one side of the mask's edge are not pieces, however small they are.

    Returns
    -------
    covered, uncovered : shapely.Geometry
        Together the whole area.
    """
    covered: list[shapely.Geometry] = []
    uncovered: list[shapely.Geometry] = []
    for part in shapely.get_parts(area):
        inside, outside = shapely.intersection(part, mask), shapely.difference(part, mask)
        if inside.is_empty or outside.is_empty:
            (uncovered if inside.is_empty else covered).append(part)
            continue
        for pieces, own, other in ((inside, covered, uncovered), (outside, uncovered, covered)):
            for piece in shapely.get_parts(pieces):
                if piece.geom_type == "Polygon":
                    (own if piece.area >= sliver else other).append(piece)
    return shapely.union_all(covered), shapely.union_all(uncovered)
