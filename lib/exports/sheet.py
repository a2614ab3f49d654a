"""The publication sheet: title, subtitle, body, source and licence around any drawing, and its SVG, PDF and PNG.

Everything here follows from a format and texts; what stands in the body is drawn by whoever knows the subject, within
the width and height that the sheet leaves. Sizes are in CSS pixels, 96 to the inch.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from io import BytesIO
from types import ModuleType
from typing import NamedTuple
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from PIL import Image
from PIL.PngImagePlugin import PngInfo
from pypdf import PdfWriter
from pypdf.generic import BooleanObject, DictionaryObject, NameObject, TextStringObject

from lib.svg import element, group, lines_of_text, number
from lib.texts import _
from lib.texts.language import Language
from lib.typeface import FAMILY, FONT_DIRECTORY, wrapped

INK, QUIET_INK, RULE, ACCENT, PAPER = "#1b2a2e", "#52636a", "#c9d2d3", "#0b5a62", "#ffffff"
_PER_MILLIMETRE = 96 / 25.4
_POINTS = 0.75  # points in a pixel
_PRINT_DPI = 300

Draw = Callable[[float, float], str]


class Measures(NamedTuple):
    """The sizes of a format, in pixels.

    Attributes
    ----------
    width, height
        The whole sheet; a height of None follows from what stands on it.
    body
        The body's height as a part of the sheet's width, where the sheet has no height of its own.
    font
        Size of running text.
    title
        Size of the title, in sizes of running text.
    title_lines
        How many lines of title there is room for; a longer one is set smaller.
    margin
        Empty space on all sides.
    scale
        Dots of the PNG for each pixel.
    """

    width: float
    height: float | None
    body: float
    font: float
    title: float
    title_lines: int
    margin: float
    scale: float


class Format(StrEnum):
    """What a sheet is for; the values stand in addresses.

    Newspaper columns are 46 mm, the usual width of a tabloid page in five columns, with 4 mm between two of them.
    """

    COLUMN = "avis-1"
    TWO_COLUMNS = "avis-2"
    PRESENTATION = "presentasjon"
    SOCIAL = "sosiale"
    SQUARE = "kvadrat"
    POSTER = "plakat"

    @property
    def measures(self) -> Measures:
        """The sizes."""
        return _MEASURES[self]

    @property
    def width(self) -> float:
        """Width of the sheet in pixels."""
        return self.measures.width

    @property
    def height(self) -> float | None:
        """Height of the sheet in pixels; None where it follows from what stands on it."""
        return self.measures.height

    @property
    def font(self) -> float:
        """Size of running text in pixels."""
        return self.measures.font

    @property
    def scale(self) -> float:
        """Dots of the PNG for each pixel."""
        return self.measures.scale

    @property
    def is_print(self) -> bool:
        """Whether the sheet has a size on paper, in millimetres."""
        return self in (Format.COLUMN, Format.TWO_COLUMNS, Format.POSTER)

    @property
    def word(self) -> str:
        """What the format is called, for instance ``"Avis, én spalte (46 mm)"``."""
        return {
            Format.COLUMN: _("Avis, én spalte (46 mm)"),
            Format.TWO_COLUMNS: _("Avis, to spalter (96 mm)"),
            Format.PRESENTATION: _("Presentasjon (16:9)"),
            Format.SOCIAL: _("Sosiale medier, liggende (1200 × 628)"),
            Format.SQUARE: _("Sosiale medier, kvadrat (1080 × 1080)"),
            Format.POSTER: _("Plakat (A4, stående)"),
        }[self]


_PRINT = _PRINT_DPI / 96
_MEASURES = {
    Format.COLUMN: Measures(46 * _PER_MILLIMETRE, None, 1.9, 9.6, 1.5, 6, 1, _PRINT),
    Format.TWO_COLUMNS: Measures(96 * _PER_MILLIMETRE, None, 1.25, 10.4, 1.75, 4, 1, _PRINT),
    Format.PRESENTATION: Measures(1920, 1080, 1, 28, 2, 2, 72, 1),
    Format.SOCIAL: Measures(1200, 628, 1, 21, 1.85, 2, 40, 1),
    Format.SQUARE: Measures(1080, 1080, 1, 25, 1.9, 3, 52, 1),
    Format.POSTER: Measures(210 * _PER_MILLIMETRE, 297 * _PER_MILLIMETRE, 1, 15, 2.1, 3, 15 * _PER_MILLIMETRE, _PRINT),
}


@dataclass(frozen=True)
class Sheet:
    """The texts around a drawing.

    Attributes
    ----------
    title
        The finding, with its figures.
    subtitle
        What the figures hold for.
    source, licence
        As :mod:`lib.exports.naming` writes them.
    date
        The date that the figures hold for.
    notes
        What a reader must know besides, below the body.
    address
        Where the view is found, shown below the source; may be empty.
    description
        What the drawing shows, for those who do not see it; the subtitle when empty.
    language
        Language of the texts.
    """

    title: str
    subtitle: str
    source: str
    licence: str
    date: date
    notes: tuple[str, ...] = ()
    address: str = ""
    description: str = ""
    language: Language = Language.BOKMAL


def compose(sheet: Sheet, format: Format, draw: Draw, *, body_height: float | None = None) -> str:  # noqa: A002
    """Set a sheet.

    Parameters
    ----------
    sheet
        The texts.
    format
        What it is for.
    draw
        Given the width and height that are left for the body, draws it as SVG with (0, 0) at the upper left.
    body_height
        How high the body is to be, in formats whose height follows from what stands on them.

    Returns
    -------
    str
        An SVG document. Its texts are texts, in Source Sans Pro or what the reader has in its place.
    """
    measures = format.measures
    inner = measures.width - 2 * measures.margin
    head, top = _head(sheet, measures, inner)
    foot, below = _foot(sheet, measures, inner)
    gap = 0.9 * measures.font
    if measures.height is None:
        body = body_height or measures.body * measures.width
        height = measures.margin * 2 + top + gap + body + gap + below
    else:
        height = measures.height
        body = height - 2 * measures.margin - top - below - 2 * gap
    parts = [
        element("title", escape(sheet.title)),
        element("desc", escape(sheet.description or sheet.subtitle)),
        _metadata(sheet),
        element("rect", width=measures.width, height=height, fill=PAPER),
        group(head, x=measures.margin, y=measures.margin),
        group(draw(inner, body), x=measures.margin, y=measures.margin + top + gap),
        group(foot, x=measures.margin, y=height - measures.margin - below),
    ]
    unit = (1 / _PER_MILLIMETRE, "mm") if format.is_print else (1, "")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + element(
        "svg",
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        xml__lang=sheet.language.value,
        role="img",
        width=number(measures.width * unit[0]) + unit[1],
        height=number(height * unit[0]) + unit[1],
        viewBox=f"0 0 {number(measures.width)} {number(height)}",
        font_family=FAMILY,
    )


def _head(sheet: Sheet, measures: Measures, width: float) -> tuple[str, float]:
    """Set the rule, the title and the subtitle; tell how high they are."""
    font = measures.font
    size = font * measures.title
    lines = wrapped(sheet.title, width, size, 700, balanced=True)
    while len(lines) > measures.title_lines and size > font:
        size *= 0.94
        lines = wrapped(sheet.title, width, size, 700, balanced=True)
    thickness = font * 0.22
    top = thickness + 0.55 * font + 0.8 * size
    title = lines_of_text(lines, 0, top, size, leading=1.14, weight=700, fill=INK)
    top += (len(lines) - 1) * 1.14 * size
    subtitle = ""
    if sheet.subtitle:
        lines = wrapped(sheet.subtitle, width, font)
        top += 0.3 * size + 0.95 * font
        subtitle = lines_of_text(lines, 0, top, font, leading=1.28, fill=QUIET_INK)
        top += (len(lines) - 1) * 1.28 * font
    rule = element("rect", width=3.4 * font, height=thickness, fill=ACCENT)
    return rule + title + subtitle, top + 0.25 * font


def _foot(sheet: Sheet, measures: Measures, width: float) -> tuple[str, float]:
    """Set the notes, the rule, the source and the licence; tell how high they are."""
    small = measures.font * 0.8
    top, parts = 0.0, []
    for note in sheet.notes:
        lines = wrapped(note, width, small)
        parts.append(lines_of_text(lines, 0, top + 0.8 * small, small, fill=INK))
        top += len(lines) * 1.3 * small + 0.25 * small
    top += 0.35 * small if parts else 0
    parts.append(element("rect", y=top, width=width, height=measures.font * 0.05, fill=RULE))
    top += 0.6 * small
    for text in (f"{sheet.source} {sheet.licence}".strip(), sheet.address):
        lines = wrapped(text, width, small)
        parts.append(lines_of_text(lines, 0, top + 0.8 * small, small, fill=QUIET_INK))
        top += len(lines) * 1.3 * small
    return "".join(parts), top


_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
}


def _metadata(sheet: Sheet) -> str:
    said = {
        "title": sheet.title,
        "description": sheet.description or sheet.subtitle,
        "date": sheet.date.isoformat(),
        "source": sheet.source,
        "rights": sheet.licence,
        "identifier": sheet.address,
        "language": sheet.language.value,
        "format": "image/svg+xml",
    }
    parts = [element(f"dc:{name}", escape(text)) for name, text in said.items() if text]
    spaces = {f"xmlns__{name}": address for name, address in _NAMESPACES.items()}
    return element("metadata", element("rdf:RDF", element("rdf:Description", *parts), **spaces))


def _said(svg: str) -> dict[str, str]:
    """Read a sheet's metadata back."""
    end = svg.index("</metadata>") + len("</metadata>")
    written = ElementTree.fromstring(svg[svg.index("<metadata>") : end])  # noqa: S314  written here
    return {
        field.tag.rpartition("}")[2]: field.text or ""
        for field in written.iterfind(".//rdf:Description/*", _NAMESPACES)
    }


@cache
def _converter() -> ModuleType:
    """Load the converter with the typeface that the sheets are set in."""
    import vl_convert

    vl_convert.register_font_directory(str(FONT_DIRECTORY))
    return vl_convert


def to_png(svg: str, format: Format) -> bytes:  # noqa: A002
    """Draw a sheet in dots.

    Parameters
    ----------
    svg
        What :func:`compose` gave.
    format
        The format that it was given; tells the resolution.

    Returns
    -------
    bytes
        A PNG with title, description, date, source and licence in it.
    """
    dots = 96 * format.scale
    # The converter reckons with 72 dots to the inch; it is told the true number, and the scale that gives the size.
    drawn = Image.open(BytesIO(_converter().svg_to_png(svg, scale=format.scale * 72 / dots, ppi=dots)))
    said, info = _said(svg), PngInfo()
    names = {"Title": "title", "Description": "description", "Source": "source", "Copyright": "rights"}
    for keyword, name in (names | {"Creation Time": "date"}).items():
        info.add_itxt(keyword, said.get(name, ""), lang=said["language"])
    file = BytesIO()
    drawn.convert("RGB").save(file, "PNG", pnginfo=info, dpi=(dots, dots), compress_level=6)
    return file.getvalue()


def to_pdf(svg: str) -> bytes:
    """Draw a sheet as a page.

    Parameters
    ----------
    svg
        What :func:`compose` gave.

    Returns
    -------
    bytes
        A PDF of one page in its true size, with the text as text, and title, source and language in its metadata.
    """
    box = re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', svg)
    if box is None:
        raise ValueError("svg: expected a viewBox that starts in 0 0")
    width, height = (number(float(side) * _POINTS) for side in box.groups())
    # The converter makes each pixel a point.
    sized = re.sub(
        r' width="[^"]*" height="[^"]*" viewBox', f' width="{width}" height="{height}" viewBox', svg, count=1
    )
    said, writer = _said(svg), PdfWriter(BytesIO(_converter().svg_to_pdf(sized)))
    writer.add_metadata(
        {
            "/Title": said["title"],
            "/Subject": said.get("description", ""),
            "/Keywords": f"{said['source']} {said['rights']}",
        }
    )
    writer.root_object[NameObject("/Lang")] = TextStringObject(said["language"])
    writer.root_object[NameObject("/ViewerPreferences")] = DictionaryObject(
        {NameObject("/DisplayDocTitle"): BooleanObject(True)}
    )
    file = BytesIO()
    writer.write(file)
    return file.getvalue()
