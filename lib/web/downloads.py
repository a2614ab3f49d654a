"""The addresses of files: data, maps and citations of every view, packages, and the whole register."""

from lib.exports.charts import NoSuchChartError, chart_file, chart_file_name
from lib.exports.citation import cite_view, view_address
from lib.exports.data_files import (
    ALL,
    KINDS,
    NoSuchFileError,
    data_file,
    file_name,
    register_file,
    register_file_name,
    split_name,
)
from lib.exports.format import Format
from lib.exports.maps import Kind, map_file
from lib.exports.naming import file_stem
from lib.exports.package import package
from lib.texts.formats import listing
from lib.web.answers import Asked, Content, not_found, unusable
from lib.web.resources import Resource
from lib.web.views import PARAMETERS, asked_view

FORMAT = "format"
PICTURES = {"svg": "image/svg+xml", "pdf": "application/pdf", "png": "image/png"}
CITATIONS = {
    "txt": "text/plain; charset=utf-8",
    "bib": "application/x-bibtex; charset=utf-8",
    "ris": "application/x-research-info-systems; charset=utf-8",
}


def download_resources() -> list[Resource]:
    """List the addresses of files.

    Returns
    -------
    list of Resource
        All below ``/last-ned/``; the last part but one is the page whose view it is, with the page's own parameters.
    """
    return [
        Resource("/last-ned/registeret.{kind:path}", _register),
        Resource("/last-ned/data/{page}/{name}", _data, PARAMETERS),
        Resource("/last-ned/kart/{page}", _map, (*PARAMETERS, FORMAT), PICTURES, waits=True),
        Resource("/last-ned/graf/{page}/{name}", _chart, (*PARAMETERS, FORMAT), PICTURES, waits=True),
        Resource("/last-ned/sitering/{page}", _citation, PARAMETERS, CITATIONS),
        Resource("/last-ned/pakke/{page}", _package, PARAMETERS, {"zip": "application/zip"}, waits=True),
    ]


def asked_sheet(asked: Asked) -> Format:
    """Read which format a picture is to have.

    Parameters
    ----------
    asked
        The request.

    Returns
    -------
    Format
        The one for presentations when the address names none.

    Raises
    ------
    FaultyAddressError
        With status 400 when there is no such format.
    """
    chosen = asked.one(FORMAT) or Format.PRESENTATION.value
    if chosen not in set(Format):
        raise unusable(FORMAT, chosen, listing([each.value for each in Format], any_of=True))
    return Format(chosen)


def _site(asked: Asked) -> str:
    return f"{asked.site.origin}{asked.site.base_path}/"


def _data(asked: Asked) -> Content:
    view = asked_view(asked)
    table, kind = split_name(asked.path["name"])
    try:
        body = data_file(asked.register, view, table, kind, site=_site(asked))
    except NoSuchFileError as error:
        raise not_found(str(error)) from error
    return Content(body, KINDS[kind].media_type, file_name(view, asked.register, table, kind))


def _register(asked: Asked) -> Content:
    kind = asked.path["kind"]
    try:
        body = register_file(asked.register, kind, ALL, site=_site(asked), today=asked.today)
    except NoSuchFileError as error:
        raise not_found(str(error)) from error
    return Content(body, KINDS[kind].media_type, register_file_name(kind))


def _map(asked: Asked) -> Content:
    view, sheet = asked_view(asked), asked_sheet(asked)
    kind: Kind = asked.format  # type: ignore[assignment]  # one of PICTURES
    body = map_file(asked.register, view, sheet, kind, address=view_address(view, _site(asked)))
    return Content(body, PICTURES[kind], f"{file_stem(view, asked.register)}_kart_{sheet}.{kind}")


def _chart(asked: Asked) -> Content:
    view, sheet, name = asked_view(asked), asked_sheet(asked), asked.path["name"]
    kind: Kind = asked.format  # type: ignore[assignment]  # one of PICTURES
    address = view_address(view, _site(asked))
    try:
        body = chart_file(asked.register, view, name, sheet, kind, address=address)
    except NoSuchChartError as error:
        raise not_found(str(error)) from error
    return Content(body, PICTURES[kind], chart_file_name(view, asked.register, name, sheet, kind))


def _citation(asked: Asked) -> Content:
    view = asked_view(asked)
    citation = cite_view(view, asked.register, _site(asked))
    text = {"txt": citation.text, "bib": citation.bibtex, "ris": citation.ris}[asked.format]()
    return Content(text.encode(), CITATIONS[asked.format], f"{file_stem(view, asked.register)}.{asked.format}")


def _package(asked: Asked) -> Content:
    view = asked_view(asked)
    body = package(asked.register, view, _site(asked))
    return Content(body, "application/zip", f"{file_stem(view, asked.register)}_pakke.zip")
