"""Tables as text: CSV for programs, CSV for Norwegian Excel, and JSON.

A CSV file has no place for what it says of itself. Lines of comments above the header break most readers, and a second
file gets lost, so version, dates, definition, filters, licence and address stand as columns at the end, the same in
every row, as statistical offices do it. A table without rows is a header alone; its file name still tells the date.
"""

import csv
import io
import json
import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pandas as pd

from lib.exports.columns import Column, Holds
from lib.exports.derived_columns import derived_columns
from lib.exports.metadata import Metadata
from lib.exports.table import Table

# Columns that a table of observations or statuses has of its own, and those that only CSV needs.
_TOLD = ("status_date", "definition", "filters", "register_version", "register_date", "licence", "address")
_MONTH = re.compile(r"\d{4}-\d{2}")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write_csv(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write a table as CSV by RFC 4180: UTF-8 without a mark, comma, a header, points in decimals.

    Parameters
    ----------
    tables
        One table.
    metadata
        What the file says of itself, in columns at the end.

    Returns
    -------
    bytes
        Missing values are empty, booleans are ``true`` and ``false``, dates follow ISO 8601.
    """
    (table,) = tables
    return _delimited(table, metadata, ",", excel=False).encode()


def write_excel_csv(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write a table as the CSV that Norwegian Excel opens right: UTF-8 with a mark, semicolon, decimal comma.

    Excel guesses at cells: it takes 0301 for the number 301, 2019-07 for the first of July and version 1.1.0 for a day
    in January. Such texts are written as ``="0301"``, which Excel shows as the text 0301. Texts that Excel would take
    for a formula get an apostrophe in front.

    Parameters
    ----------
    tables, metadata
        As for :func:`write_csv`.

    Returns
    -------
    bytes
        For people who open the file; programs read the other CSV.
    """
    (table,) = tables
    return _delimited(table, metadata, ";", excel=True).encode("utf-8-sig")


def write_json(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write tables as JSON: what the file says of itself, the codebook of each table, and its rows.

    Parameters
    ----------
    tables
        The tables.
    metadata
        What the file says of itself.

    Returns
    -------
    bytes
        UTF-8. ``metadata``, and ``tables`` by name with ``title``, ``description``, ``columns`` and ``rows``; missing
        values are null, dates follow ISO 8601.
    """
    told = {
        table.name: {
            "title": table.title,
            "description": table.description,
            "columns": [
                {
                    "name": column.name,
                    "title": column.title,
                    "description": column.description,
                    "holds": column.holds.value,
                    **({"codes": dict(column.codes)} if column.codes else {}),
                }
                for column in table.columns
            ],
            "rows": rows_of(table),
        }
        for table in tables
    }
    whole = {"metadata": metadata.entries(), "tables": told}
    return (json.dumps(whole, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def rows_of(table: Table) -> list[dict[str, Any]]:
    """Read the rows of a table as JSON has them.

    Parameters
    ----------
    table
        The table.

    Returns
    -------
    list of dict
        Plain Python values; None where a value is missing, dates as ISO 8601 texts.
    """
    columns = [[_plain(value) for value in table.frame[column.name].astype(object)] for column in table.columns]
    names = [column.name for column in table.columns]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    if pd.isna(value):
        return None
    return value.isoformat() if isinstance(value, date) else value


def _delimited(table: Table, metadata: Metadata, separator: str, *, excel: bool) -> str:
    entries = metadata.entries()
    own = {column.name for column in table.columns}
    added = [derived_columns()[name] for name in _TOLD if name not in own]
    constant = [_cell(entries[column.name] or None, column, excel=excel) for column in added]
    written = [
        [_cell(None if pd.isna(value) else value, column, excel=excel) for value in table.frame[column.name]]
        for column in table.columns
    ]
    file = io.StringIO()
    writer = csv.writer(file, delimiter=separator)
    writer.writerow([column.name for column in (*table.columns, *added)])
    for row in zip(*written, strict=True):
        writer.writerow([*row, *constant])
    return file.getvalue()


def _cell(value: Any, column: Column, *, excel: bool) -> str:
    if value is None:
        return ""
    if column.holds == Holds.BOOLEAN:
        return "true" if value else "false"
    text = str(value)
    if not excel:
        return text
    if column.holds in (Holds.SHARE, Holds.DECIMAL):
        return text.replace(".", ",")
    if column.holds == Holds.NUMBER_CODE or (column.holds == Holds.PARTIAL_DATE and _MONTH.fullmatch(text)):
        return f'="{text}"'
    return f"'{text}" if text.startswith(_FORMULA) and column.holds == Holds.TEXT else text
