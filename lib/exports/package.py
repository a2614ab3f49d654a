"""The journalist's package: everything there is of a view in one ZIP, with a text on top that explains it."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from io import BytesIO
from typing import NamedTuple, get_args
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lib.exports.charts import chart_file, charts_of
from lib.exports.citation import Citation, cite_view, view_address
from lib.exports.data_files import ALL, data_file, file_name
from lib.exports.findings import basis, finding
from lib.exports.format import Format
from lib.exports.maps import Kind, map_file
from lib.exports.naming import conditions, file_stem, licence_line, source_line, view_name
from lib.exports.readme import readme
from lib.exports.sentences import sentences
from lib.exports.tables import tables_of
from lib.exports.view import View
from lib.register.register import Register
from lib.register.version import REGISTER_DATE
from lib.texts import _

_AT_ONCE = 2


class _File(NamedTuple):
    """A file of the package: its name, what it holds, and its bytes."""

    name: str
    what: str
    body: bytes


def package(register: Register, view: View, site: str) -> bytes:
    """Put everything there is of a view into one file.

    Parameters
    ----------
    register
        The observations.
    view
        The view.
    site
        Absolute address of the site's root.

    Returns
    -------
    bytes
        A ZIP: the map and every chart in all formats as SVG, PDF and PNG, the data as CSV and XLSX, the citation, and
        ``LES_MEG.txt`` with what it shows, how to read it, sentences to quote, caveats, licence and the link back.
    """
    citation = cite_view(view, register, site)
    files = [
        *_data(register, view, site),
        *_pictures(register, view, view_address(view, site)),
        *_citations(citation, file_stem(view, register)),
    ]
    text = readme(
        title=view_name(view, register),
        conditions=conditions(view),
        shows=f"{finding(view, register)}. {basis(view, register)}",
        sentences=sentences(view, register),
        files=[(file.name, file.what) for file in files],
        citation=citation.text(),
        licence=f"{source_line()} {licence_line(boundaries=True)}",
        address=citation.address,
    )
    stem = file_stem(view, register)
    written = BytesIO()
    with ZipFile(written, "w", ZIP_DEFLATED) as archive:
        for file in [_File("LES_MEG.txt", "", text.encode("utf-8-sig")), *files]:
            # The same bytes each time: the register's date in place of the time of writing.
            entry = ZipInfo(f"{stem}/{file.name}", (*date.fromisoformat(REGISTER_DATE).timetuple()[:3], 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, file.body)
    return written.getvalue()


def _data(register: Register, view: View, site: str) -> Iterator[_File]:
    for kind, what in (("xlsx", _("Alle tabellene, med kodebok og kilder i egne ark")),):
        yield _File(
            f"data/{file_name(view, register, ALL, kind)}", what, data_file(register, view, ALL, kind, site=site)
        )
    for table in tables_of(register, view):
        for kind in ("csv", "excel.csv"):
            name = file_name(view, register, table.name, kind)
            yield _File(f"data/{name}", table.title, data_file(register, view, table.name, kind, site=site))


def _pictures(register: Register, view: View, address: str) -> list[_File]:
    stem = file_stem(view, register)

    def draw_map(sheet: Format, kind: Kind) -> _File:
        name = f"kart/{stem}_kart_{sheet}.{kind}"
        return _File(
            name, _("Kart: {format}").format(format=sheet.word), map_file(register, view, sheet, kind, address=address)
        )

    def draw_chart(chart: str, title: str, sheet: Format, kind: Kind) -> _File:
        name = f"diagram/{stem}_{chart}_{sheet}.{kind}"
        what = _("Diagram: {title}. {format}").format(title=title, format=sheet.word)
        return _File(name, what, chart_file(register, view, chart, sheet, kind, address=address))

    kinds: tuple[Kind, ...] = get_args(Kind)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        made = [pool.submit(copy_context().run, draw_map, sheet, kind) for sheet in Format for kind in kinds]
        made += [
            pool.submit(copy_context().run, draw_chart, chart.name, chart.title(view, register), sheet, kind)
            for chart in charts_of(view, register)
            for sheet in Format
            for kind in kinds
        ]
        return [each.result() for each in made]


def _citations(citation: Citation, stem: str) -> Iterator[_File]:
    yield _File(
        f"sitering/{stem}.txt",
        _("Sitering som tekst og etter APA"),
        f"{citation.text()}\n\n{citation.apa()}\n".encode(),
    )
    yield _File(f"sitering/{stem}.bib", _("Sitering for BibTeX"), citation.bibtex().encode())
    yield _File(f"sitering/{stem}.ris", _("Sitering for Zotero, EndNote og andre (RIS)"), citation.ris().encode())
