"""Fewer points in boundaries that fit together: for building the map's geometry, never at run time.

All areas are simplified at once, as a coverage, so that neighbours keep sharing every point of their border
and no slivers open between them. Which areas there are is decided in ``lib.geography.division``.
"""

import numpy as np
import numpy.typing as npt
import shapely

Geometries = npt.NDArray[np.object_]

# Tolerances are those of Visvalingam and Whyatt: the root, in metres, of the smallest triangle that stays.
# Borders between municipalities are stored twice and say less than the coast, so they are simplified more.
BORDER_TOLERANCE_M = 900
COAST_TOLERANCE_M = 620
# For islets, as parts of their side (the root of their area); the first that crosses no neighbour is used.
ISLET_TOLERANCES = (0.2, 0.1, 0.0)
# Less than 500 m across, three pixels at zoom level 9, an islet is mostly outline ...
NEGLIGIBLE_ISLET_M2 = 250_000
# ... but those that together make up more than this of their municipality are its shape, and stay.
NEGLIGIBLE_SHARE = 0.01
# Inlets closed by the source's own simplification, narrower than this, are filled.
GAP_WIDTH_M = 150

_MAX_ROUNDS = 10


def clean(areas: Geometries) -> Geometries:
    """Make areas fit together: valid, without overlaps, and with the same points along shared borders.

    Parameters
    ----------
    areas : array of shapely.Geometry, shape (n,)
        Polygons and multipolygons that nearly form a coverage, in metres.

    Returns
    -------
    array of shapely.Geometry, shape (n,)
    """
    return shapely.coverage_clean(_polygons(areas), gap_width=GAP_WIDTH_M)


def simplify(
    coverage: Geometries,
    border_tolerance: float = BORDER_TOLERANCE_M,
    coast_tolerance: float = COAST_TOLERANCE_M,
) -> Geometries:
    """Simplify a coverage without losing the municipalities that consist of islets.

    Islets, small parts that touch no other, get a tolerance in proportion to their size, since the common one
    would leave triangles, and keep their area. Where such an outline would cross a neighbour's coarser one,
    it gives way: a finer one is tried, and at last the common tolerance, with which nothing crosses. The
    smallest islets are left out, see `negligible`.

    Parameters
    ----------
    coverage : array of shapely.Geometry, shape (n,)
        A valid coverage, in metres.
    border_tolerance, coast_tolerance : float
        For lines between two areas and for lines that bound only one, in metres.

    Returns
    -------
    array of shapely.MultiPolygon, shape (n,)
        A valid coverage.
    """
    parts, owners = shapely.get_parts(coverage, return_index=True)
    islets = ~_touching(parts)
    kept = ~negligible(parts, owners, islets)
    parts, owners, islets = parts[kept], owners[kept], islets[kept]

    common = shapely.coverage_simplify(parts, border_tolerance, simplify_boundary=False)
    common = shapely.coverage_simplify(common, coast_tolerance)
    small = islets & (ISLET_TOLERANCES[0] * np.sqrt(shapely.area(parts)) < coast_tolerance)
    candidates = np.stack([*(_simplify_islets(parts, small, share) for share in ISLET_TOLERANCES), common])
    last, everywhere = len(ISLET_TOLERANCES), np.arange(len(parts))
    choice = np.where(small, 0, last)
    while (crossing := _touching(candidates[choice, everywhere]) & (choice < last)).any():
        choice[crossing] += 1
    return _collect(candidates[choice, everywhere], owners, len(coverage))


def negligible(parts: Geometries, owners: npt.NDArray[np.intp], islets: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Find the islets that add points to a map and nothing to see.

    Of every owner the smallest islets, up to `NEGLIGIBLE_ISLET_M2` each and `NEGLIGIBLE_SHARE` of the owner's
    area together. An owner that consists of islets so loses a hundredth of its area at most.

    Parameters
    ----------
    parts : array of shapely.Polygon, shape (n,)
        All polygons of all owners, in metres.
    owners : array of int, shape (n,)
        Whose polygon it is.
    islets : array of bool, shape (n,)
        Whether the polygon touches no other.

    Returns
    -------
    array of bool, shape (n,)
    """
    area = shapely.area(parts)
    limits = NEGLIGIBLE_SHARE * np.bincount(owners, area)
    lost = np.zeros_like(limits)
    result = np.zeros(len(parts), dtype=bool)
    for i in np.argsort(area, kind="stable"):
        if islets[i] and area[i] < NEGLIGIBLE_ISLET_M2 and lost[owners[i]] + area[i] <= limits[owners[i]]:
            lost[owners[i]] += area[i]
            result[i] = True
    return result


def round_coverage(coverage: Geometries, decimals: int) -> Geometries:
    """Round the coordinates of a coverage so that it stays one.

    Shared points stay shared when they are rounded, but narrow places may close and lines may cross. Cleaning
    mends that and makes new points, so the two take turns until nothing is left to mend.

    Parameters
    ----------
    coverage : array of shapely.Geometry, shape (n,)
        A valid coverage.
    decimals : int
        Decimals to keep, in the unit of the coordinates.

    Returns
    -------
    array of shapely.MultiPolygon, shape (n,)
        Rings by the right-hand rule and largest polygon first, in an order that depends on nothing but the
        coordinates.

    Raises
    ------
    RuntimeError
        If the coverage does not settle.
    """
    for _turn in range(_MAX_ROUNDS):
        coverage = shapely.transform(coverage, lambda points: np.round(points, decimals))
        coverage = shapely.remove_repeated_points(coverage)
        if shapely.is_valid(coverage).all() and shapely.coverage_is_valid(coverage):
            return _ordered(coverage)
        coverage = shapely.coverage_clean(_polygons(coverage), snapping_distance=0)
    raise RuntimeError("The rounded coverage does not settle")


def _simplify_islets(parts: Geometries, chosen: npt.NDArray[np.bool_], share: float) -> Geometries:
    """Simplify each of the chosen polygons by itself, giving back the area that convex shapes lose."""
    result = parts.copy()
    for i in np.flatnonzero(chosen):
        outline = shapely.coverage_simplify([parts[i]], share * np.sqrt(parts[i].area))[0]
        factor = np.sqrt(parts[i].area / outline.area)
        centre = shapely.get_coordinates(outline.centroid)
        result[i] = shapely.transform(outline, lambda points, c=centre, f=factor: c + f * (points - c))
    return result


def _ordered(coverage: Geometries) -> Geometries:
    parts, owners = shapely.get_parts(shapely.normalize(coverage), return_index=True)
    by_size = np.argsort(-shapely.area(parts), kind="stable")
    return _collect(shapely.orient_polygons(parts[by_size]), owners[by_size], len(coverage))


def _collect(parts: Geometries, owners: npt.NDArray[np.intp], count: int) -> Geometries:
    by_owner = np.argsort(owners, kind="stable")
    return shapely.multipolygons(parts[by_owner], indices=owners[by_owner], out=np.empty(count, dtype=object))


def _polygons(areas: Geometries) -> Geometries:
    """Make areas valid, leaving out the lines and points that they collapse to."""
    return shapely.make_valid(areas, method="structure", keep_collapsed=False)


def _touching(parts: Geometries) -> npt.NDArray[np.bool_]:
    """Say which parts touch or cross another one."""
    first, second = shapely.STRtree(parts).query(parts, predicate="intersects")
    result = np.zeros(len(parts), dtype=bool)
    result[first[first != second]] = True
    return result
