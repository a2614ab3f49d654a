"""Tables for analysis programs: Parquet, with areas as GeoParquet where the rows are places."""

import io
import json
from collections.abc import Sequence

import pyarrow as pa
import pyarrow.parquet as pq

from lib.exports.metadata import Metadata
from lib.exports.table import Table
from lib.exports.writers.spatial import with_areas

# The key of the schema's metadata with all that the file says of itself.
KEY = b"frivillighetspolitikk"


def write_parquet(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write a table as Parquet.

    Parameters
    ----------
    tables
        One table. Where its rows are places, the file is GeoParquet with ``geometry`` in longitude and latitude.
    metadata
        What the file says of itself: JSON in the schema's metadata. Each column carries its title and description.

    Returns
    -------
    bytes
        Texts, ``int64``, ``double``, ``bool`` and ``date32``, with nulls where values are missing.
    """
    (table,) = tables
    if table.area is None:
        arrow = pa.Table.from_pandas(table.frame, preserve_index=False)
    else:
        file = io.BytesIO()
        with_areas(table).to_parquet(file, index=False)
        arrow = pq.read_table(file)
    described = {column.name: {"title": column.title, "description": column.description} for column in table.columns}
    fields = [
        field.with_metadata(described[field.name]) if field.name in described else field for field in arrow.schema
    ]
    told = json.dumps(
        metadata.entries(boundaries=table.area is not None)
        | {"table": table.name, "table_title": table.title, "table_description": table.description},
        ensure_ascii=False,
    )
    schema = pa.schema(fields, (arrow.schema.metadata or {}) | {KEY: told.encode()})
    written = io.BytesIO()
    pq.write_table(arrow.cast(schema), written, compression="zstd")
    return written.getvalue()
