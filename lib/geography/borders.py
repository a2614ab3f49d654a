"""Who borders on whom, found from the boundaries: over land, or across a fjord or sound.

Only the geometry, for ``tools.build_neighbours``. Looking a municipality's neighbours up is in
``lib.geography.neighbours``.
"""

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

# Distance between the points that stand for the coast, in metres: finer than the narrowest stretch that counts.
SPACING = 200.0
# How far from land the middle of the water may be, in metres. Twice this is the widest water that still counts, which
# takes in the Trondheimsfjord at Trondheim and the Oslofjord between Moss and Horten; it leaves out the open sea.
REACH = 4000.0
# How long a stretch two coasts must face each other, in metres, so that a glimpse past a headland does not count.
STRETCH = 500.0

Pairs = npt.NDArray[np.intp]


def land_pairs(areas: gpd.GeoSeries) -> Pairs:
    """Find the areas that share a line of their border.

    Parameters
    ----------
    areas : GeoSeries
        Polygons without overlap, in which neighbours share every point of their border.

    Returns
    -------
    ndarray of int, shape (n, 2)
        Positions in `areas`, the lower first, in rising order. Areas that only meet in a point are left out.
    """
    shapes = areas.to_numpy()
    first, second = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    once = first < second
    first, second = first[once], second[once]
    shared = shapely.length(shapely.intersection(shapes[first], shapes[second]))
    return np.unique(np.column_stack([first, second])[shared > 0], axis=0)


def facing_pairs(
    areas: gpd.GeoSeries, *, spacing: float = SPACING, reach: float = REACH, stretch: float = STRETCH
) -> Pairs:
    """Find the areas that face each other across water.

    Parameters
    ----------
    areas : GeoSeries
        Polygons without overlap, land only, in a reference system with metres.
    spacing : float
        Distance between the points that stand for the coast.
    reach : float
        How far from land the middle of the water may be.
    stretch : float
        How long the middle line must be.

    Returns
    -------
    ndarray of int, shape (n, 2)
        As for `land_pairs`; pairs that also share a border on land may be among them.

    Notes
    -----
    Every place on the water is given to the area whose coast is nearest (the Voronoi cells of points along the
    coasts). Where the cells of two areas meet is the middle of the water between them, and no third area is nearer.
    """
    shapes = areas.to_numpy()
    outlines = shapely.segmentize(shapely.boundary(shapes), spacing)
    points, owner = shapely.get_coordinates(outlines, return_index=True)
    # A point on a border belongs to both; it can go to either, since what it says of water lies at its very end.
    points, position = np.unique(points, axis=0, return_index=True)
    owner = owner[position]
    cells = shapely.get_parts(shapely.voronoi_polygons(shapely.multipoints(points), ordered=True))
    sides, one, other = _shared_sides(cells)
    apart = owner[one] != owner[other]
    sides, one, other = sides[apart], one[apart], other[apart]
    lengths, middle = _within_reach(sides, points[one] @ [1, 1j], points[other] @ [1, 1j], reach)
    on_land, _areas = shapely.STRtree(shapes).query(shapely.points(middle.real, middle.imag), predicate="intersects")
    lengths[on_land] = 0
    owners = np.sort(np.column_stack([owner[one], owner[other]]), axis=1)
    pairs, which = np.unique(owners, axis=0, return_inverse=True)
    return pairs[np.bincount(which, weights=lengths, minlength=len(pairs)) >= stretch]


def _within_reach(
    sides: npt.NDArray[np.complex128],
    one: npt.NDArray[np.complex128],
    other: npt.NDArray[np.complex128],
    reach: float,
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.complex128]]:
    """Cut sides to what lies within reach of the two points they stand midway between: lengths and middles."""
    # A side lies on the line of all places as far from one point as from the other. It is measured from its foot.
    foot = (one + other) / 2
    span = sides[:, 1] - sides[:, 0]
    along = span / np.abs(span)
    limit = np.sqrt(np.maximum(reach**2 - np.abs(one - foot) ** 2, 0))
    start = np.maximum(((sides[:, 0] - foot) * along.conj()).real, -limit)
    end = np.minimum(((sides[:, 1] - foot) * along.conj()).real, limit)
    return np.maximum(end - start, 0), foot + along * (start + end) / 2


def _shared_sides(
    cells: npt.NDArray[np.object_],
) -> tuple[npt.NDArray[np.complex128], npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Find the sides that two cells share: their ends as complex numbers, and the positions of the two cells."""
    points, cell = shapely.get_coordinates(shapely.boundary(cells), return_index=True)
    ends = points @ [1, 1j]
    same = cell[:-1] == cell[1:]
    # Neighbours run along a side in opposite directions.
    sides, cell = np.sort(np.column_stack([ends[:-1], ends[1:]])[same], axis=1), cell[:-1][same]
    order = np.lexsort((sides[:, 1], sides[:, 0]))
    sides, cell = sides[order], cell[order]
    twins = (sides[:-1] == sides[1:]).all(axis=1) & (sides[:-1, 0] != sides[:-1, 1])
    return sides[:-1][twins], cell[:-1][twins], cell[1:][twins]
