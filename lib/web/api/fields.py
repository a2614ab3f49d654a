"""The fields of rows: name, meaning and JSON Schema, for the tables of the register and for what is derived from them.

A row is a field for each column of CSV, and a member for each in JSON. Names, meanings and codes are those of the
columns of all files that are given out; what may stand in a field follows from the tables' own declaration.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pandas as pd

from lib.exports.columns import Column, Holds, schema_columns
from lib.exports.derived_columns import derived_columns
from lib.register.datapackage import descriptor
from lib.register.schemas.columns import PARTIAL_DATE
from lib.register.status import Status
from lib.texts.language import kept_by_language

Row = dict[str, Any]
Schema = Mapping[str, Any]

# The municipalities' inhabitants, as the tables name them.
INHABITANTS = "folketall_2026"
_DECIMALS = 4
PARTIAL_DATE_SCHEMA: Schema = {"type": "string", "pattern": f"^(?:{PARTIAL_DATE})$"}
_SCHEMAS: dict[Holds, Schema] = {
    Holds.TEXT: {"type": "string"},
    Holds.NUMBER_CODE: {"type": "string"},
    Holds.PARTIAL_DATE: PARTIAL_DATE_SCHEMA,
    Holds.DATE: {"type": "string", "format": "date"},
    Holds.INTEGER: {"type": "integer", "minimum": 0},
    Holds.SHARE: {"type": "number", "minimum": 0, "maximum": 1},
    Holds.DECIMAL: {"type": "number"},
    Holds.BOOLEAN: {"type": "boolean"},
    Holds.ADDRESS: {"type": "string", "format": "uri"},
}


@dataclass(frozen=True)
class Field:
    """A field of a row.

    Attributes
    ----------
    name
        As it stands in JSON and in the header of CSV.
    description
        What it holds, in the language spoken.
    schema
        JSON Schema of a value that is not missing.
    nullable
        Whether it may be missing: ``null`` in JSON, empty in CSV.
    codes
        The meaning of each code; empty for a field without codes.
    """

    name: str
    description: str
    schema: Schema
    nullable: bool = False
    codes: Mapping[str, str] = field(default_factory=dict)

    def json_schema(self) -> dict[str, Any]:
        """Describe the field, missing values included.

        Returns
        -------
        dict
            JSON Schema.
        """
        meanings = "; ".join(f"{code}: {meaning}" for code, meaning in self.codes.items())
        schema = {**self.schema, "description": f"{self.description} {meanings}".strip()}
        if self.nullable:
            schema["type"] = [schema["type"], "null"]
            if "enum" in schema:
                schema["enum"] = [*schema["enum"], None]
        return schema


@kept_by_language(64)
def table_fields(name: str) -> tuple[Field, ...]:
    """Give the fields of a table of the register.

    Parameters
    ----------
    name
        A name in ``lib.register.schemas.TABLES``.

    Returns
    -------
    tuple of Field
        In the order of the file.
    """
    (table,) = (each for each in descriptor()["resources"] if each["name"] == name)
    declared = {each["name"]: each for each in table["schema"]["fields"]}
    return tuple(_of_table(column, declared[column.name]["constraints"]) for column in schema_columns(name))


def _of_table(column: Column, constraints: Mapping[str, Any]) -> Field:
    schema = dict(_SCHEMAS[column.holds])
    schema |= {term: constraints[term] for term in ("enum", "minimum", "maximum") if term in constraints}
    if "pattern" in constraints:
        schema["pattern"] = f"^(?:{constraints['pattern']})$"
    return Field(column.name, column.description, schema, not constraints["required"], column.codes)


def derived_fields(*names: str) -> tuple[Field, ...]:
    """Give fields that are derived from the register's tables.

    Parameters
    ----------
    *names
        Names in :func:`lib.exports.derived_columns.derived_columns`.

    Returns
    -------
    tuple of Field
        In that order. Partial dates and shares may be missing.
    """
    columns = derived_columns()
    return tuple(_derived(columns[name]) for name in names)


def _derived(column: Column) -> Field:
    schema = dict(_SCHEMAS[column.holds])
    if column.codes:
        schema["enum"] = list(column.codes)
    nullable = column.holds in (Holds.PARTIAL_DATE, Holds.SHARE)
    return Field(column.name, column.description, schema, nullable, column.codes)


def chosen(fields: Iterable[Field], *names: str) -> tuple[Field, ...]:
    """Pick fields by name.

    Parameters
    ----------
    fields
        Fields.
    *names
        Which ones, in the order wanted.

    Returns
    -------
    tuple of Field
        Those fields.
    """
    by_name = {each.name: each for each in fields}
    return tuple(by_name[name] for name in names)


def partial_date_field(name: str, description: str) -> Field:
    """Declare a field with a date that may be a year or a month only, or missing."""
    return Field(name, description, PARTIAL_DATE_SCHEMA, nullable=True)


def status_fields(prefix: str = "") -> tuple[Field, ...]:
    """Declare what is derived of a municipality or a county council.

    Parameters
    ----------
    prefix
        Stands before the names.

    Returns
    -------
    tuple of Field
        ``status``, ``under_revision``, ``since`` and ``basis``.
    """
    fields = derived_fields("status", "under_revision", "since", "basis")
    return tuple(replace(each, name=prefix + each.name) for each in fields)


def count_fields() -> tuple[Field, ...]:
    """Declare the counts of statuses that go with every share.

    Returns
    -------
    tuple of Field
        A field for each status, ``total`` and ``share``.
    """
    return derived_fields(*(status.value for status in Status), "total", "share")


def inhabitants_field() -> Field:
    """Declare the number of inhabitants, by the name that it has in the tables."""
    return chosen(table_fields("municipalities"), INHABITANTS)[0]


def object_schema(fields: Sequence[Field], **more: Schema) -> dict[str, Any]:
    """Describe a row as a JSON object with just these members.

    Parameters
    ----------
    fields
        The fields.
    **more
        Schemas of further members.

    Returns
    -------
    dict
        JSON Schema.
    """
    properties = {each.name: each.json_schema() for each in fields} | more
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def rows_of(table: pd.DataFrame, fields: Sequence[Field]) -> list[Row]:
    """Read rows off a table.

    Parameters
    ----------
    table
        Has the fields among its columns; an index with a name counts as a column.
    fields
        Which ones, in order.

    Returns
    -------
    list of dict
        Plain Python values; missing ones, empty texts among them, are None.
    """
    whole = table.reset_index() if table.index.name else table
    columns = [[_plain(value) for value in whole[each.name].tolist()] for each in fields]
    names = [each.name for each in fields]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _plain(value: Any) -> Any:
    if value is None or value is pd.NA or value == "" or value != value:
        return None
    if isinstance(value, float):
        return round(value, _DECIMALS)
    return value.isoformat() if isinstance(value, date) else value
