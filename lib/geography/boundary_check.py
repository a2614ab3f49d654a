"""What may be wrong in the file of boundaries: the check before anything trusts ``data/kommuner.geojson``.

The rules are those of RFC 7946 (GeoJSON) and those that the map builds on: today's municipalities, each once,
fitting together without gaps or overlaps. Reading for use is in ``lib.geography.boundaries``.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from lib.geography.boundaries import DECIMALS
from lib.register.faults import Fault
from lib.texts import _

# Mainland Norway with its islands, in degrees: west, south, east, north.
EXTENT = (4.0, 57.5, 31.5, 71.5)
# Gaps as narrow as this, in degrees, are where borders do not fit; the narrowest sounds are twice as wide.
SLIVER_WIDTH = 0.001


def check_boundaries(path: Path, municipalities: pd.DataFrame) -> list[Fault]:
    """Find everything that is wrong with the file of boundaries.

    Parameters
    ----------
    path : Path
        The file, GeoJSON.
    municipalities : DataFrame
        The municipalities that there shall be, with ``kommunenummer``, ``navn`` and ``fylkesnummer``.

    Returns
    -------
    list of Fault
        Of the file as a whole, then of properties, geometries and shared borders; empty when all is well. Rows
        are line numbers, known when the file has one feature a line, as it is built.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return [_broken(path, None, _("filen finnes ikke"))]
    except (OSError, UnicodeDecodeError):
        return [_broken(path, None, _("filen lar seg ikke lese som UTF-8"))]
    try:
        collection = json.loads(text)
    except json.JSONDecodeError as error:
        return [_broken(path, error.lineno, _("filen er ikke gyldig JSON"))]
    features = collection.get("features") if isinstance(collection, dict) else None
    if not isinstance(features, list):
        return [_broken(path, None, _("filen er ikke en GeoJSON FeatureCollection"))]

    by_line = len(text.splitlines()) == len(features) + 2
    rows = list(range(2, len(features) + 2)) if by_line else [None] * len(features)
    checked = gpd.GeoDataFrame(
        {
            "row": pd.Series(rows, dtype=object),
            "properties": pd.Series(map(_properties, features), dtype=object),
        },
        geometry=[_geometry(feature) for feature in features],
    )
    return [
        *_count_faults(path, checked, municipalities),
        *_property_faults(path, checked, municipalities),
        *_shape_faults(path, checked),
        *_coverage_faults(path, checked),
    ]


def _broken(path: Path, row: int | None, problem: str, column: str | None = None) -> Fault:
    remedy = _("Bygg filen på nytt med python -m tools.build_boundaries")
    return Fault(path.name, row, column, None, remedy, problem)


def _properties(feature: Any) -> dict[str, Any]:
    properties = feature.get("properties") if isinstance(feature, dict) else None
    return properties if isinstance(properties, dict) else {}


def _geometry(feature: Any) -> shapely.Geometry | None:
    geometry = feature.get("geometry") if isinstance(feature, dict) else None
    return shapely.from_geojson(json.dumps(geometry), on_invalid="ignore")


def _count_faults(path: Path, checked: gpd.GeoDataFrame, municipalities: pd.DataFrame) -> Iterator[Fault]:
    if len(checked) != len(municipalities):
        problem = _("filen har {count} kommuner, ikke {expected}").format(
            count=len(checked), expected=len(municipalities)
        )
        yield _broken(path, None, problem)
    present = {str(properties.get("kommunenummer")) for properties in checked["properties"]}
    for number, name in zip(municipalities["kommunenummer"], municipalities["navn"], strict=True):
        if number not in present:
            yield _broken(path, None, _("{number} {name} mangler").format(number=number, name=name))


def _property_faults(path: Path, checked: gpd.GeoDataFrame, municipalities: pd.DataFrame) -> Iterator[Fault]:
    expected = municipalities.drop_duplicates("kommunenummer").set_index("kommunenummer")
    seen = set()
    for row, properties in zip(checked["row"], checked["properties"], strict=True):
        number = properties.get("kommunenummer")
        if not isinstance(number, str) or number not in expected.index:
            allowed = _("et kommunenummer i municipalities.csv, som tekst med fire sifre")
            yield Fault(path.name, row, "kommunenummer", _quoted(number), allowed)
            continue
        if number in seen:
            problem = _("{number} står mer enn én gang").format(number=number)
            yield _broken(path, row, problem, "kommunenummer")
        seen.add(number)
        for column in ("navn", "fylkesnummer"):
            value, right = properties.get(column), str(expected.at[number, column])
            if value != right:
                yield Fault(path.name, row, column, _quoted(value), right)


def _quoted(value: object) -> str:
    """Show what stands there, as text."""
    return "" if value is None else str(value)


def _shape_faults(path: Path, checked: gpd.GeoDataFrame) -> Iterator[Fault]:
    west, south, east, north = EXTENT
    for row, geometry in zip(checked["row"], checked.geometry, strict=True):
        if geometry is None or geometry.is_empty or geometry.geom_type not in ("Polygon", "MultiPolygon"):
            yield _broken(path, row, _("geometrien er tom eller ikke et polygon"), "geometry")
            continue
        points = shapely.get_coordinates(geometry)
        if (points < (west, south)).any() or (points > (east, north)).any():
            yield _broken(path, row, _("koordinatene ligger utenfor Norge"), "geometry")
        if (points != np.round(points, DECIMALS)).any():
            problem = _("koordinatene har mer enn {count} desimaler").format(count=DECIMALS)
            yield _broken(path, row, problem, "geometry")
        if not shapely.is_valid(geometry):
            yield _broken(path, row, _("grensen krysser eller berører seg selv"), "geometry")
        elif not shapely.equals_identical(geometry, shapely.orient_polygons(geometry)):
            problem = _("ytre grenser skal gå mot klokken og hull med klokken (RFC 7946)")
            yield _broken(path, row, problem, "geometry")


def _coverage_faults(path: Path, checked: gpd.GeoDataFrame) -> Iterator[Fault]:
    """Compare neighbours; geometries that are broken in themselves have been reported and are left out."""
    sound = checked[checked.geometry.is_valid & checked.geom_type.isin(["Polygon", "MultiPolygon"])]
    edges = shapely.coverage_invalid_edges(sound.geometry.to_numpy(), gap_width=SLIVER_WIDTH)
    for row in sound["row"][~shapely.is_empty(edges)]:
        yield _broken(path, row, _("grensen passer ikke nøyaktig med naboens"), "geometry")
