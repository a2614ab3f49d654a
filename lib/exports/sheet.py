"""The publication sheet: title, subtitle, body, source and licence around any drawing, as SVG.

Everything here follows from a format and texts; what stands in the body is drawn by whoever knows the subject, within
the width and height that the sheet leaves. Sizes are in CSS pixels, 96 to the inch.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from xml.sax.saxutils import escape

from lib.exports.format import PER_MILLIMETRE, Format, Measures
from lib.exports.rendering import NAMESPACES, to_pdf, to_png
from lib.svg import ACCENT, INK, PAPER, QUIET_INK, RULE, element, group, lines_of_text, number
from lib.texts.language import Language
from lib.typeface import FAMILY, text_width, wrapped

__all__ = ["Draw", "Format", "Measures", "Sheet", "compose", "document", "room", "to_pdf", "to_png"]

# Readers without the typeface see an SVG in Arial, whose lines are about so much longer.
_SLACK = 0.92

Draw = Callable[[float, float], str]


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
        Where the view is found, shown below the source without its scheme; may be empty.
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


def compose(
    sheet: Sheet,
    format: Format,  # noqa: A002
    draw: Draw,
    *,
    body_height: float | None = None,
    beside: Draw | None = None,
    beside_part: float = 0.5,
    title_lines: int | None = None,
) -> str:
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
    beside
        Given the width and height of the right side of the sheet, draws there from top to bottom, in formats with a
        height of their own: for what is tall, while texts and body keep to the left.
    beside_part
        How much of the width that is.
    title_lines
        How many lines the title may take before it is set smaller; None for the format's own.

    Returns
    -------
    str
        An SVG document. Its texts are texts, in Source Sans Pro or what the reader has in its place.
    """
    measures = format.measures
    inner = full = measures.width - 2 * measures.margin
    if beside:
        inner = full * (1 - beside_part) - measures.margin * 0.6
    head, top = _head(sheet, measures, inner, title_lines or measures.title_lines)
    foot, below = _foot(sheet, measures, inner)
    gap = 0.9 * measures.font
    if measures.height is None:
        body = body_height or measures.body * measures.width
        height = measures.margin * 2 + top + gap + body + gap + below
    else:
        height = measures.height
        body = height - 2 * measures.margin - top - below - 2 * gap
    parts = [
        group(head, x=measures.margin, y=measures.margin),
        group(draw(inner, body), x=measures.margin, y=measures.margin + top + gap),
        group(foot, x=measures.margin, y=height - measures.margin - below),
    ]
    if beside:
        part, tall = full * beside_part, height - 2 * measures.margin
        parts.append(group(beside(part, tall), x=measures.margin + full - part, y=measures.margin))
    return document(sheet, format, height, *parts)


def room(
    sheet: Sheet,
    format: Format,  # noqa: A002
    *,
    beside_part: float = 0,
    title_lines: int | None = None,
) -> tuple[float, float]:
    """Tell how much room a sheet leaves for its body, in formats with a height of their own.

    Parameters
    ----------
    sheet, format, beside_part, title_lines
        As for :func:`compose`; a part of 0 for nothing beside the texts.

    Returns
    -------
    tuple of float
        Width and height; the height is negative where the texts do not fit.
    """
    measures = format.measures
    inner = measures.width - 2 * measures.margin
    if beside_part:
        inner = inner * (1 - beside_part) - measures.margin * 0.6
    top = _head(sheet, measures, inner, title_lines or measures.title_lines)[1]
    below = _foot(sheet, measures, inner)[1]
    return inner, (measures.height or 0) - 2 * measures.margin - top - below - 1.8 * measures.font


def document(sheet: Sheet, format: Format, height: float, *parts: str) -> str:  # noqa: A002
    """Put a sheet's metadata and paper round what stands on it.

    Parameters
    ----------
    sheet
        The texts, for readers who do not see them and for programs.
    format
        What it is for; gives the width.
    height
        Its height.
    *parts
        What stands on the sheet, as SVG.

    Returns
    -------
    str
        An SVG document.
    """
    width = format.width
    unit = (1 / PER_MILLIMETRE, "mm") if format.is_print else (1, "")
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + element(
        "svg",
        element("title", escape(sheet.title)),
        element("desc", escape(sheet.description or sheet.subtitle)),
        _metadata(sheet),
        element("rect", width=width, height=height, fill=PAPER),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        xml__lang=sheet.language.value,
        role="img",
        width=number(width * unit[0]) + unit[1],
        height=number(height * unit[0]) + unit[1],
        viewBox=f"0 0 {number(width)} {number(height)}",
        font_family=FAMILY,
    )


def _head(sheet: Sheet, measures: Measures, width: float, title_lines: int) -> tuple[str, float]:
    """Set the rule, the title and the subtitle; tell how high they are."""
    font = measures.font
    size = font * measures.title
    lines = wrapped(sheet.title, width, size, 700, balanced=True)
    while size > font and (len(lines) > title_lines or any(text_width(line, size, 700) > width for line in lines)):
        size *= 0.94
        lines = wrapped(sheet.title, width, size, 700, balanced=True)
    thickness = font * 0.22
    top = thickness + 0.55 * font + 0.8 * size
    title = lines_of_text(lines, 0, top, size, leading=1.14, weight=700, fill=INK)
    top += (len(lines) - 1) * 1.14 * size
    subtitle = ""
    if sheet.subtitle:
        lines = wrapped(sheet.subtitle, width * _SLACK, font, balanced=True)
        top += 0.42 * size + 0.95 * font
        subtitle = lines_of_text(lines, 0, top, font, leading=1.28, fill=QUIET_INK)
        top += (len(lines) - 1) * 1.28 * font
    rule = element("rect", width=3.4 * font, height=thickness, fill=ACCENT)
    return rule + title + subtitle, top + 0.25 * font


def _foot(sheet: Sheet, measures: Measures, width: float) -> tuple[str, float]:
    """Set the notes, the rule, the source and the licence; tell how high they are."""
    small, across = measures.font * 0.8, width * _SLACK
    top, parts = 0.0, []
    for note in sheet.notes:
        lines = wrapped(note, across, small)
        parts.append(lines_of_text(lines, 0, top + 0.8 * small, small, fill=INK))
        top += len(lines) * 1.3 * small + 0.25 * small
    top += 0.35 * small if parts else 0
    parts.append(element("rect", y=top, width=width, height=measures.font * 0.05, fill=RULE))
    top += 0.6 * small
    # The name of a licence is not to be broken, and an address is shown without what every address begins with.
    source = f"{sheet.source} {sheet.licence}".strip().replace("CC BY 4.0", "CC\u00a0BY\u00a04.0")
    for text in (source, re.sub("^https?://", "", sheet.address)):
        lines = wrapped(text, across, small)
        parts.append(lines_of_text(lines, 0, top + 0.8 * small, small, fill=QUIET_INK))
        top += len(lines) * 1.3 * small
    return "".join(parts), top


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
    spaces = {f"xmlns__{name}": address for name, address in NAMESPACES.items()}
    return element("metadata", element("rdf:RDF", element("rdf:Description", *parts), **spaces))
