"""The register's own files at addresses that stay, and a page that tells what they hold."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, time
from email.utils import format_datetime
from functools import cache
from pathlib import PurePath
from typing import Any
from zoneinfo import ZoneInfo

from lib.register.changelog import FILE_NAME as CHANGELOG
from lib.register.datapackage import FILE_NAME as DESCRIPTOR
from lib.register.faults import DataFaultsError, Fault, in_directory
from lib.register.tables import DATA_DIRECTORY
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts import _
from lib.texts.formats import partial_date
from lib.web.answers import Asked, Content
from lib.web.metadata import page_metadata
from lib.web.plain import plain_page
from lib.web.resources import Resource
from lib.web.structured_data import register_graph

CODEBOOK = "README.md"
_MEDIA_TYPES = {
    ".csv": "text/csv; charset=utf-8; header=present",
    ".geojson": "application/geo+json",
    ".json": "application/json",
    ".md": "text/plain; charset=utf-8",
}


def data_resources() -> list[Resource]:
    """List the data files and the page that tells of them.

    Returns
    -------
    list of Resource
        ``/data/`` and an address for each file of the data package, its descriptor, the codebook and the history.
    """
    return [
        Resource("/data", _to_index, summary="Redirect to the page of the data files"),
        Resource("/data/", _index, summary="Page that lists the data files"),
        *(
            Resource(f"/data/{name}", _file(name, body), machine=True, summary=f"The file {name}")
            for name, body in data_files().items()
        ),
    ]


@cache
def data_files() -> dict[str, bytes]:
    """Read the data files once for the life of the process, so that they go with the register that was read.

    Returns
    -------
    dict
        Content for each file name: the descriptor, what it lists, the codebook and the history.

    Raises
    ------
    DataFaultsError
        When a file is missing.
    """
    own = (DESCRIPTOR, CODEBOOK, CHANGELOG)
    if missing := [name for name in own if not (DATA_DIRECTORY / name).is_file()]:
        faults = [Fault(name, None, None, None, _("Legg den tilbake"), _("filen finnes ikke")) for name in missing]
        raise DataFaultsError(in_directory(faults, DATA_DIRECTORY))
    listed = [resource["path"] for resource in _descriptor()["resources"]]
    return {name: (DATA_DIRECTORY / name).read_bytes() for name in (*own, *listed)}


@cache
def _descriptor() -> dict[str, Any]:
    descriptor: dict[str, Any] = json.loads((DATA_DIRECTORY / DESCRIPTOR).read_bytes())
    return descriptor


def _file(name: str, body: bytes) -> Callable[[Asked], Content]:
    published = datetime.combine(date.fromisoformat(REGISTER_DATE), time(), ZoneInfo("Europe/Oslo")).astimezone(UTC)
    headers = {"Last-Modified": format_datetime(published, usegmt=True)}
    return lambda asked: Content(body, _MEDIA_TYPES[PurePath(name).suffix], headers=headers)


def _to_index(asked: Asked) -> Content:
    return Content(b"", "text/plain; charset=utf-8", status=308, location=asked.site.path("data/"))


def _index(asked: Asked) -> Content:
    page = plain_page(
        "data.html",
        asked.site,
        path=asked.site.path("data/"),
        title=_("Dataene i registeret"),
        metadata=page_metadata(
            _("Dataene i registeret"),
            _("Tabellene i registeret over kommunenes frivillighetspolitikk som CSV, med kodebok og endringslogg."),
            "data/",
            asked.site,
            register_graph(asked.register, asked.site),
        ),
        files=[_listed(resource, asked) for resource in _descriptor()["resources"]],
        descriptor=DESCRIPTOR,
        codebook=CODEBOOK,
        changelog=CHANGELOG,
        register_version=REGISTER_VERSION,
        register_date=partial_date(REGISTER_DATE),
        files_url=asked.site.url("data/").partition("?")[0],
    )
    return Content(page, "text/html; charset=utf-8")


def _listed(resource: dict[str, Any], asked: Asked) -> dict[str, Any]:
    """Tell of a file: the rows of a table, and the areas of the boundaries."""
    table = getattr(asked.register.tables, resource["name"], asked.register.municipalities)
    title, description = resource["title"], resource["description"]
    return {
        "name": resource["path"],
        "title": _(title),
        "description": _(description),
        "rows": len(table),
        "kilobytes": max(1, round(resource["bytes"] / 1000)),
    }
