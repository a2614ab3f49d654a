"""Tables with their boundaries: GeoJSON and GeoPackage."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import geopandas as gpd
import pandas as pd
import pyogrio
import shapely

from lib.exports.columns import holds_word
from lib.exports.metadata import Metadata
from lib.exports.table import Area, Table
from lib.exports.tables import STATUS
from lib.exports.writers.text import rows_of
from lib.geography.shapes import county_areas, municipality_areas
from lib.register.version import REGISTER_DATE
from lib.texts import _

# UTM zone 33 is what Kartverket and SSB deliver whole-country data in: metres, one zone for the mainland. Data for the
# web are in longitude and latitude, which GeoJSON demands.
NORWAY = 25833
# The table in a GeoPackage with what the file says of itself, and the codebook.
ABOUT, CODEBOOK = "om", "kodebok"
# People look for areas by what they are.
_LAYERS = {STATUS: "kommuner"}


def with_areas(table: Table) -> gpd.GeoDataFrame:
    """Join the boundaries to a table.

    Parameters
    ----------
    table
        Its rows are municipalities or counties.

    Returns
    -------
    geopandas.GeoDataFrame
        The rows in their order with ``geometry`` (EPSG:4326).

    Raises
    ------
    ValueError
        When the rows of the table are not places.
    """
    if table.area is None:
        raise ValueError(f"table: expected rows that are municipalities or counties, got {table.name!r}")
    areas = municipality_areas() if table.area == Area.MUNICIPALITY else county_areas()
    return gpd.GeoDataFrame(table.frame, geometry=areas.loc[table.frame[table.area]].to_numpy(), crs=areas.crs)


@cache
def _written(area: Area) -> dict[str, str]:
    areas = municipality_areas() if area == Area.MUNICIPALITY else county_areas()
    return dict(zip(areas.index, shapely.to_geojson(areas.to_numpy()), strict=True))


def write_geojson(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write a table as GeoJSON by RFC 7946: longitude and latitude in WGS 84.

    Parameters
    ----------
    tables
        One table whose rows are places.
    metadata
        What the file says of itself, in the member ``metadata`` of the collection.

    Returns
    -------
    bytes
        A collection with a feature for each row, whose ``id`` is the number of the municipality or county.
    """
    (table,) = tables
    if table.area is None:
        raise ValueError(f"table: expected rows that are municipalities or counties, got {table.name!r}")
    shapes = _written(table.area)
    features = [
        f'{{"type":"Feature","id":{_json(row[table.area])},"properties":{_json(row)},"geometry":{shapes[row[table.area]]}}}'
        for row in rows_of(table)
    ]
    told = _json(metadata.entries(boundaries=True) | {"description": table.description})
    collected = ",\n".join(features)
    name = _json(table.name)
    text = f'{{"type":"FeatureCollection","name":{name},"metadata":{told},"features":[\n{collected}\n]}}\n'
    return text.encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def write_geopackage(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write tables as a GeoPackage in EPSG:25833.

    Parameters
    ----------
    tables
        The tables; those whose rows are places become layers with areas, the others tables without.
    metadata
        What the file says of itself, in the table ``om`` and in the metadata of the file.

    Returns
    -------
    bytes
        A layer or table for each of the tables, by its name, but ``kommuner`` for the status of the municipalities;
        ``om`` and ``kodebok``.
    """
    # Otherwise the moment of writing would stand in the file, and no two files be the same.
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": f"{REGISTER_DATE}T00:00:00.000Z"})
    entries = metadata.entries(boundaries=any(table.area for table in tables))
    with TemporaryDirectory() as directory:
        path = Path(directory) / "data.gpkg"
        # Layers with areas first: programs show the first one.
        for table in sorted(tables, key=lambda table: table.area is None):
            frame = table.frame if table.area is None else with_areas(table).to_crs(NORWAY)
            _add(frame, path, _LAYERS.get(table.name, table.name), table.title, table.description, entries)
        _add(pd.DataFrame(list(entries.items()), columns=["name", "value"]), path, ABOUT, _("Om filen"), "", entries)
        _add(_codebook(tables), path, CODEBOOK, _("Kodebok"), "", entries)
        return path.read_bytes()


def _add(frame: pd.DataFrame, path: Path, name: str, title: str, description: str, entries: dict[str, str]) -> None:
    pyogrio.write_dataframe(
        frame,
        path,
        layer=name,
        driver="GPKG",
        append=path.exists(),
        use_arrow=True,
        dataset_metadata=None if path.exists() else entries,
        layer_options={"IDENTIFIER": title, "DESCRIPTION": description},
    )


def _codebook(tables: Sequence[Table]) -> pd.DataFrame:
    """Lay out a row for each column, and one for each code of a column that has codes."""
    rows: list[tuple[str | None, ...]] = []
    for table in tables:
        layer = _LAYERS.get(table.name, table.name)
        for column in table.columns:
            told = (layer, column.name, column.title, holds_word(column.holds), column.description)
            rows += [(*told, code, meaning) for code, meaning in column.codes.items()] or [(*told, None, None)]
    names = ["layer", "column", "title", "holds", "description", "code", "meaning"]
    return pd.DataFrame(rows, columns=names, dtype="str")
