"""The picture that stands beside a link when it is shared: 1200 × 628, for Open Graph."""

from lib.exports.findings import county_sentence, standing
from lib.exports.map_content import map_content
from lib.exports.maps import map_file, map_sheet
from lib.exports.sheet import Format, document, to_png
from lib.exports.view import MUNICIPALITY_PAGE, View
from lib.maps.fills import AREA_LINE, status_fill
from lib.maps.printed import draw_locator, draw_map
from lib.register.register import Register
from lib.svg import ACCENT, INK, QUIET_INK, element, group, lines_of_text
from lib.texts.language import kept_by_language
from lib.typeface import text_width, wrapped

_FORMAT = Format.SOCIAL
_HEIGHT = 628.0
_MARGIN = 48.0
_MAP_WIDTH = 470.0
_NAME, _STATUS, _TEXT, _SMALL = 84.0, 34.0, 26.0, 18.0


@kept_by_language(256)
def preview_image(register: Register, view: View) -> bytes:
    """Draw the picture that goes with a link to a view.

    Parameters
    ----------
    register
        The observations.
    view
        What the link leads to.

    Returns
    -------
    bytes
        A PNG of 1200 × 628: for a municipality its name, status and place, for other views the finding and the map.
    """
    if view.page == MUNICIPALITY_PAGE and view.places:
        return to_png(_municipality(register, view), _FORMAT)
    return map_file(register, view, _FORMAT, "png")


def _municipality(register: Register, view: View) -> str:
    row = view.municipalities(register).loc[view.places[0]]
    sheet, picture = map_sheet(register, view), map_content(view, register).picture
    width = _FORMAT.width - 2 * _MARGIN - _MAP_WIDTH - 40
    size = _NAME * min(1.0, width / text_width(row["navn"], _NAME, 700))
    parts = [element("rect", width=80, height=6, fill=ACCENT)]
    top = 22 + 0.8 * size
    parts.append(lines_of_text([row["navn"]], -0.03 * size, top, size, weight=700, fill=INK))
    top += 0.3 * size + _TEXT
    parts.append(lines_of_text([row["fylke"]], 0, top, _TEXT, fill=QUIET_INK))
    top += 46
    swatch = element(
        "rect", y=top, width=58, height=42, fill=status_fill(row["status"]), stroke=AREA_LINE, stroke_width=1.5
    )
    lines = wrapped(standing(row), width - 76, _STATUS, 600)
    parts += [swatch, lines_of_text(lines, 76, top + 0.95 * _STATUS, _STATUS, leading=1.2, weight=600, fill=INK)]
    top += max(42, len(lines) * 1.2 * _STATUS) + 28
    inside, foot = _HEIGHT - 2 * _MARGIN, []
    below = inside
    for line in reversed(wrapped(sheet.source, width, _SMALL)):
        foot.append(lines_of_text([line], 0, below, _SMALL, fill=QUIET_INK))
        below -= 1.3 * _SMALL
    small, across = draw_locator(picture, min(150, below - top - 20))
    lines = wrapped(county_sentence(view, register, row["fylkesnummer"]), width - across - 30, _TEXT)
    parts.append(lines_of_text(lines, 0, top + 0.9 * _TEXT, _TEXT, leading=1.28, fill=INK))
    parts.append(group(small, x=width - across, y=top))
    drawn = draw_map(picture, _MAP_WIDTH, _HEIGHT, 22)
    return document(
        sheet,
        _FORMAT,
        _HEIGHT,
        group(drawn, x=_FORMAT.width - _MAP_WIDTH),
        group(*parts, *foot, x=_MARGIN, y=_MARGIN),
    )
