"""The map of a view as a file to print, show or send: SVG, PDF or PNG, with title, source and date on it."""

from typing import Literal, NamedTuple

from lib.exports.findings import basis, finding, view_figures
from lib.exports.map_content import MapContent, map_content
from lib.exports.naming import licence_line, place_names, source_line
from lib.exports.sheet import Draw, Format, Sheet, compose, to_pdf, to_png
from lib.exports.view import DEVELOPMENT, MAP, View
from lib.maps.panel import draw_panel
from lib.maps.printed import draw_locator, draw_map, free_corners
from lib.register.register import Register
from lib.svg import group
from lib.texts import _
from lib.texts.formats import day
from lib.texts.language import kept_by_language, language
from lib.texts.sentences import places_phrase, summary
from lib.texts.words import definition_word, size_word

Kind = Literal["svg", "pdf", "png"]


def map_file(register: Register, view: View, format: Format, kind: Kind, *, address: str = "") -> bytes:  # noqa: A002
    """Make a file of the map of a view.

    Parameters
    ----------
    register
        The observations.
    view
        What the map shows.
    format
        What it is for.
    kind
        What kind of file.
    address
        Where the view is found on the web, to stand below the source.

    Returns
    -------
    bytes
        The file.
    """
    svg = map_svg(register, view, format, address)
    if kind == "png":
        return to_png(svg, format)
    return to_pdf(svg) if kind == "pdf" else svg.encode()


@kept_by_language(64)
def map_svg(register: Register, view: View, format: Format, address: str = "") -> str:  # noqa: A002
    """Set the map of a view on a sheet.

    Parameters
    ----------
    register, view, format, address
        As for :func:`map_file`.

    Returns
    -------
    str
        An SVG document.
    """
    content = map_content(view, register)
    sheet = map_sheet(register, view, address)
    measures = format.measures
    if measures.height is None:
        body = _body_height(content, measures.width - 2 * measures.margin, measures.font)
        return compose(sheet, format, _portrait(content, measures.font), body_height=body)
    if measures.width <= measures.height * 1.2:
        return compose(sheet, format, _portrait(content, measures.font))
    inside = measures.height - 2 * measures.margin
    part = min(content.picture.aspect * inside / (measures.width - 2 * measures.margin), 0.52)

    def draw_beside(width: float, height: float) -> str:
        return draw_map(content.picture, width, height, measures.font)

    return compose(sheet, format, _panel_alone(content, measures.font), beside=draw_beside, beside_part=part)


def map_sheet(register: Register, view: View, address: str = "") -> Sheet:
    """Write the texts that stand round the map of a view.

    Parameters
    ----------
    register, view, address
        As for :func:`map_file`.

    Returns
    -------
    Sheet
        Title, subtitle, notes, source and licence.
    """
    notes = []
    if view.selection.on != view.today:
        notes.append(_("Regnet med dagens kommuner."))
    if view.page == DEVELOPMENT:
        notes.append(_("Opplysninger uten dato er ikke regnet med."))
    return Sheet(
        finding(view, register),
        basis(view, register),
        source_line(),
        licence_line(boundaries=True),
        view.selection.on,
        tuple(notes),
        address,
        map_alt(register, view),
        language(),
    )


@kept_by_language(512)
def map_alt(register: Register, view: View) -> str:
    """Say in words what the map of a view shows, for those who do not see it.

    Parameters
    ----------
    register
        The observations.
    view
        The view.

    Returns
    -------
    str
        The finding, and how many municipalities have each status.
    """
    counted = view_figures(view, register)
    chosen = view.selection
    sizes = [size_word(size.smallest, size.largest) for size in chosen.sizes] if view.page == MAP else []
    counts = summary(
        counted.counts,
        chosen.statuses if view.page == MAP else (),
        counted.total,
        places_phrase(place_names(view, register), sizes),
        when="" if chosen.on == view.today else day(chosen.on),
        definition=definition_word(chosen.definition),
    )
    return _("Kart: {finding}. {counts}").format(finding=finding(view, register), counts=counts)


class _Way(NamedTuple):
    """A way to set a panel: with the large figure or without, how large for running text, and in how many columns."""

    large: bool
    part: float
    columns: int


# The best first.
_WAYS = (
    _Way(True, 1, 1),
    _Way(True, 0.85, 1),
    _Way(True, 1, 2),
    _Way(True, 0.85, 2),
    _Way(False, 1, 1),
    _Way(False, 1, 2),
    _Way(False, 0.85, 1),
    _Way(False, 0.85, 2),
    _Way(False, 0.75, 1),
    _Way(False, 0.75, 2),
)


def _fitting(content: MapContent, width: float, height: float, font: float) -> tuple[str, float]:
    """Set a panel in the best way that fits, and tell how wide it is; nothing when none does.

    Below it comes the country, small, where the map shows a part of it and there is room.
    """
    panel = content.panel
    for large, part, columns in _WAYS:
        size = font * part
        least = panel.least_width(size, columns)
        across = min(width, max(15 * size, 1.08 * least))
        if across >= least:
            drawn, high = draw_panel(panel, across, size, large=large, columns=columns)
            left = height - high - 2 * font
            if high <= height:
                if not content.picture.is_country and left > 7 * font:
                    locator, _width = draw_locator(content.picture, min(left, 11 * font))
                    drawn += group(locator, y=high + 1.5 * font)
                return drawn, across
    return "", 0


def _panel_alone(content: MapContent, font: float) -> Draw:
    """Set the panel as large as its place allows."""

    def draw(width: float, height: float) -> str:
        return _fitting(content, width, height, font)[0] or _below(content, width, 0.7 * font)[0]

    return draw


def _portrait(content: MapContent, font: float) -> Draw:
    """Set the panel where the country leaves room, or else beside or below the map, whichever leaves that larger."""
    picture = content.picture

    def draw(width: float, height: float) -> str:
        for across, down in free_corners(picture, width, height):
            drawn, _width = _fitting(content, across, down, font)
            if drawn:
                return draw_map(picture, width, height, font) + drawn
        below, high = _below(content, width, font)
        beside, across = _fitting(content, width / 2, height, font)
        left, low = width - across - 1.5 * font, height - high - font
        if beside and min(left / picture.aspect, height) > min(width / picture.aspect, low):
            return beside + group(draw_map(picture, left, height, font), x=width - left)
        return draw_map(picture, width, low, font) + group(below, y=height - high)

    return draw


def _below(content: MapContent, width: float, font: float) -> tuple[str, float]:
    columns = next((many for many in (3, 2) if content.panel.least_width(font, many) <= width), 1)
    return draw_panel(content.panel, width, font, columns=columns, large=False)


def _body_height(content: MapContent, width: float, font: float) -> float:
    """Tell how high the body is to be in a newspaper column: the map as wide as the column, and the panel below."""
    map_height = min(max(width / content.picture.aspect, 0.7 * width), 1.4 * width)
    return map_height + font + _below(content, width, font)[1]
