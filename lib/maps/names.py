"""Names on a printed map: of the chosen places, and of others where they have room."""

from collections.abc import Sequence

from lib.geography.projection import Window, bounds_on_paper, middles
from lib.maps.choropleth import Level
from lib.maps.fills import CHOSEN_LINE
from lib.maps.picture import Frame, Picture
from lib.register.status import Status
from lib.svg import INK, PAPER, element, line_of_text
from lib.typeface import text_width

_EDGE: dict[str, str | float | None] = {"stroke": PAPER, "stroke_linejoin": "round", "paint_order": "stroke"}
# A chosen place smaller than this, in sizes of running text, has a ring round it.
_HARD_TO_SEE = 2.2
# A map narrower than this, in sizes of running text, names only those that matter most.
_ROOM_FOR_NAMES = 22


def draw_names(picture: Picture, frame: Frame, width: float, height: float, font: float) -> str:
    """Write names where they have room, those that come first before the others.

    Parameters
    ----------
    picture
        What is shown, and which places to name.
    frame
        Where it lies on the paper.
    width, height
        The space of the map, which no name leaves.
    font
        Size of running text.

    Returns
    -------
    str
        SVG; nothing at the level of counties, which the panel names.
    """
    if picture.level == Level.COUNTIES:
        return ""
    table, size = picture.municipalities, 0.85 * font
    taken: list[Window] = []
    parts = []
    for area in dict.fromkeys((*picture.chosen, *picture.named)):
        chosen = area in picture.chosen
        has_policy = bool(table.at[area, "status"] == Status.ADOPTED and table.at[area, "matches"])
        if not has_policy and not chosen and width < _ROOM_FOR_NAMES * font:
            continue
        name, weight = table.at[area, "navn"], 700 if chosen else 600 if has_policy else 400
        middle_x, middle_y, room = middles().loc[area]
        (x, y), below = frame.place(middle_x, middle_y), 0.0
        if chosen and _reach(area) * frame.scale < _HARD_TO_SEE * font:
            parts.append(_ring(x, y, font))
            below = 1.1 * font + size * 0.5
        across = text_width(name, size, weight) + 0.3 * size
        middle = min(max(x, across / 2), width - across / 2)
        box = (middle - across / 2, y + below - 0.72 * size, middle + across / 2, y + below + 0.72 * size)
        if not chosen and (_outside(box, width, height) or any(_meet(box, other) for other in taken)):
            continue
        taken.append(box)
        # In a dark area with room for it a name is white; elsewhere it is dark, with a white edge.
        inside = has_policy and not below and across / 2 <= room * frame.scale
        edge = {} if inside else _EDGE | {"stroke_width": 0.18 * size}
        fill = PAPER if inside else INK
        baseline = y + below + 0.33 * size
        parts.append(line_of_text(name, middle, baseline, size, weight=weight, fill=fill, text_anchor="middle", **edge))
    return element("g", *parts, id="navn") if parts else ""


def _ring(x: float, y: float, font: float) -> str:
    return element("circle", cx=x, cy=y, r=0.9 * font, fill="none", stroke=CHOSEN_LINE, stroke_width=0.12 * font)


def _reach(area: str) -> float:
    left, top, right, bottom = bounds_on_paper([area])
    return max(right - left, bottom - top)


def _outside(box: Sequence[float], width: float, height: float) -> bool:
    return box[0] < 0 or box[1] < 0 or box[2] > width or box[3] > height


def _meet(one: Sequence[float], other: Sequence[float]) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
