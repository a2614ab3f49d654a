"""The data package descriptor (Frictionless Data Package) that follows from the schemas.

The descriptor tells whoever opens the files in ``data/`` without this program what they hold, and by size and hash
whether they are the files of its version.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandera.pandas as pa

from lib.register.schemas import TABLES, Source, Table
from lib.register.schemas.division import KARTVERKET, SSB_KLASS, SSB_POPULATION
from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts import _

FILE_NAME = "datapackage.json"

_TYPES = {"Int64": "integer", "Float64": "number"}
_CC_BY = {
    "name": "CC-BY-4.0",
    "title": _("Creative Commons Navngivelse 4.0 Internasjonal"),
    "path": "https://creativecommons.org/licenses/by/4.0/",
}


def descriptor(directory: Path = DATA_DIRECTORY) -> dict[str, Any]:
    """Describe the register as a data package.

    Parameters
    ----------
    directory
        Where the data files are. A file that is missing there gets neither size nor hash.

    Returns
    -------
    dict
        A descriptor by version 1 of the Data Package specification, with a resource for each table and one
        for the boundaries. It holds the rules that the specification has words for; the program checks more.

    References
    ----------
    https://specs.frictionlessdata.io/data-package/
    """
    return {
        "profile": "data-package",
        "name": "frivillighetspolitikk-i-norske-kommuner",
        "title": _("Frivillighetspolitikk i norske kommuner"),
        "description": _(
            "Register over frivillighetspolitikken i Norges kommuner og fylkeskommuner: hva kildene sier, "
            "når de sa det, og hvor sikkert det er. Observasjoner blir aldri overskrevet; nye legges til. "
            "En kommune uten observasjon er ikke undersøkt; det betyr ikke at den mangler politikk."
        ),
        "version": REGISTER_VERSION,
        "created": f"{REGISTER_DATE}T00:00:00Z",
        "keywords": ["frivillighet", "frivillighetspolitikk", "kommuner", "fylkeskommuner", "Norge"],
        "licenses": [_CC_BY],
        "sources": [_source(source) for source in (SSB_KLASS, SSB_POPULATION, KARTVERKET)],
        "resources": [
            resource | _fingerprint(directory / resource["path"])
            for resource in (*(_table(table) for table in TABLES.values()), _boundaries())
        ],
    }


def as_json(directory: Path = DATA_DIRECTORY) -> str:
    """Write the descriptor as the text of ``datapackage.json``.

    Parameters
    ----------
    directory
        As for :func:`descriptor`.

    Returns
    -------
    str
        The same text each time, with a line feed at the end.
    """
    return json.dumps(descriptor(directory), ensure_ascii=False, indent=2) + "\n"


def changed_files(directory: Path) -> list[str]:
    """Find the files that differ from those that the written descriptor tells of, if it is of the present version.

    Parameters
    ----------
    directory
        Where the data files and their descriptor are.

    Returns
    -------
    list of str
        File names. None, when the descriptor is of another version, tells of no hashes, or is missing or broken.
    """
    try:
        written = json.loads((directory / FILE_NAME).read_text(encoding="utf-8"))
        known = {resource["path"]: resource["hash"] for resource in written["resources"]}
        version = written["version"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    if version != REGISTER_VERSION:
        return []
    found = {resource["path"]: resource.get("hash") for resource in descriptor(directory)["resources"]}
    return [path for path, digest in known.items() if found.get(path, digest) != digest]


def _fingerprint(path: Path) -> dict[str, Any]:
    if not path.is_file():
        return {}
    content = path.read_bytes()
    return {"bytes": len(content), "hash": f"sha256:{hashlib.sha256(content).hexdigest()}"}


def _source(source: Source) -> dict[str, str]:
    return {"title": source.title, "path": source.path}


def _table(table: Table) -> dict[str, Any]:
    resource: dict[str, Any] = {
        "profile": "tabular-data-resource",
        "name": table.name,
        "title": table.schema.title,
        "description": table.schema.description,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {
            "delimiter": ",",
            "lineTerminator": "\n",
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
            "caseSensitiveHeader": True,
        },
        "licenses": [_CC_BY],
    }
    if table.sources:
        resource["sources"] = [_source(source) for source in table.sources]
    return resource | {"schema": _schema(table)}


def _schema(table: Table) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(name, column, unique=table.key == (name,)) for name, column in table.columns.items()],
        "missingValues": [""],
    }
    # A primary key may not have missing values; the keys of observations do.
    if not any(table.columns[name].nullable for name in table.key):
        schema["primaryKey"] = list(table.key)
    if table.foreign_keys:
        schema["foreignKeys"] = [
            {
                "fields": list(key.columns),
                "reference": {"resource": key.table, "fields": list(key.references)},
            }
            for key in table.foreign_keys
        ]
    return schema


def _field(name: str, column: pa.Column, *, unique: bool) -> dict[str, Any]:
    return {
        "name": name,
        "title": column.title,
        "description": column.description,
        "type": _TYPES.get(str(column.dtype), "string"),
        "format": column.metadata["format"],
        "constraints": _constraints(column) | ({"unique": True} if unique else {}),
    }


def _constraints(column: pa.Column) -> dict[str, Any]:
    constraints: dict[str, Any] = {"required": not column.nullable}
    terms = {
        "allowed_values": "enum",
        "pattern": "pattern",
        "min_value": "minimum",
        "max_value": "maximum",
    }
    for check in column.checks:
        statistics = check.statistics or {}
        constraints |= {terms[name]: value for name, value in statistics.items() if name in terms}
    return constraints


def _boundaries() -> dict[str, Any]:
    return {
        "profile": "data-resource",
        "name": "kommuner",
        "title": _("Kommunegrenser"),
        "description": _(
            "Én flate for hver kommune, med kommunenummer, navn og fylkesnummer. Grensene er forenklet og "
            "egner seg til oversiktskart, ikke til målinger. De bygger på inndelingen i 2020. Haram er skilt "
            "fra Ålesund, og Vågstranda er flyttet fra Rauma til Vestnes; andre justeringer er ikke med."
        ),
        "path": "kommuner.geojson",
        "format": "geojson",
        "mediatype": "application/geo+json",
        "encoding": "utf-8",
        "licenses": [_CC_BY],
        "sources": [_source(KARTVERKET)],
    }
