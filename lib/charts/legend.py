"""The legend of a chart: what its marks mean, and the marks drawn for files, in lines or below one another."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from lib.palette import CHART_INK, PUBLISHED_INK, STATUS_LOOKS
from lib.register.status import Status
from lib.svg import INK, element, group, line_of_text, lines_of_text
from lib.typeface import text_width, wrapped


class Mark(StrEnum):
    """What stands for a status or a series."""

    SWATCH = "swatch"
    CIRCLE = "circle"
    TRIANGLE = "triangle"
    SQUARE = "square"
    LINE = "line"
    THIN = "thin"
    DIAMOND = "diamond"
    HOLLOW = "hollow"
    CROSS = "cross"


@dataclass(frozen=True)
class Key:
    """A mark and what it means.

    Attributes
    ----------
    word
        What it means.
    mark
        The mark.
    status
        The status whose colour it has; None for a series, whose colour follows from the mark.
    """

    word: str
    mark: Mark = Mark.SWATCH
    status: Status | None = None


# In sizes of running text: the place for marks, the gap after it, between entries, and between lines.
_MARK, _AFTER, _BETWEEN, _LEADING = 1.6, 0.45, 1.4, 1.55
_TEAL, _PLUM, _GREY = STATUS_LOOKS["light"][Status.ADOPTED].fill, PUBLISHED_INK["light"], CHART_INK["light"]


def draw_legend(
    keys: Sequence[Key], width: float, font: float, fills: Mapping[Status, str], *, stacked: bool = False
) -> tuple[str, float]:
    """Draw a legend for a file.

    Parameters
    ----------
    keys
        In order.
    width
        How wide it may be.
    font
        Size of its text.
    fills
        What ``fill`` is for each status.
    stacked
        Give each mark a line of its own.

    Returns
    -------
    str
        SVG with (0, 0) at its upper left.
    float
        Its height.
    """
    parts, left, top, bottom = [], 0.0, 0.0, 0.0
    for key in keys:
        lines = wrapped(key.word, width - (_MARK + _AFTER) * font, font)
        across = (_MARK + _AFTER) * font + max((text_width(line, font) for line in lines), default=0.0)
        if left and (stacked or len(lines) > 1 or left + across > width):
            left, top = 0.0, bottom
        parts.append(group(_drawn(key, font, fills), _words(lines, font), x=left, y=top))
        bottom = max(bottom, top + (_LEADING + 1.2 * (len(lines) - 1)) * font)
        left += across + _BETWEEN * font
        if len(lines) > 1:
            left, top = 0.0, bottom
    return "".join(parts), bottom


def _words(lines: Sequence[str], font: float) -> str:
    left, base = (_MARK + _AFTER) * font, 1.02 * font
    if len(lines) == 1:
        return line_of_text(lines[0], left, base, font, fill=INK)
    return lines_of_text(lines, left, base, font, leading=1.2, fill=INK)


def _drawn(key: Key, font: float, fills: Mapping[Status, str]) -> str:
    edge = STATUS_LOOKS["light"][Status.EXPIRED].ink
    if key.mark == Mark.SWATCH and key.status:
        return element(
            "rect", x=0.05 * font, y=0.22 * font, width=(_MARK - 0.1) * font, height=0.92 * font,
            fill=fills[key.status], stroke=edge, stroke_width=0.05 * font,
        )  # fmt: skip
    if key.mark == Mark.LINE:
        return _line(font, 0.2, _TEAL) + _shape(Mark.CIRCLE, 0.3, font, _TEAL)
    if key.mark == Mark.THIN:
        return _line(font, 0.1, _TEAL, opacity=0.45)
    if key.mark == Mark.DIAMOND:
        dashes = f"{0.35 * font:.2f} {0.28 * font:.2f}"
        return _line(font, 0.11, _PLUM, stroke_dasharray=dashes) + _shape(Mark.DIAMOND, 0.36, font, _PLUM)
    if key.mark == Mark.HOLLOW:
        return _shape(Mark.DIAMOND, 0.4, font, "none", _PLUM, 0.15)
    if key.status is None:
        return _shape(key.mark, 0.36, font, _GREY)
    outline = _GREY if key.status == Status.NONE else edge
    return _shape(key.mark, 0.38, font, STATUS_LOOKS["light"][key.status].fill, outline, 0.11)


def _line(font: float, weight: float, stroke: str, **attributes: str | float) -> str:
    middle = 0.68 * font
    return element(
        "line", x1=0, x2=_MARK * font, y1=middle, y2=middle, stroke=stroke, stroke_width=weight * font, **attributes
    )


def _shape(mark: Mark, size: float, font: float, fill: str, stroke: str | None = None, weight: float = 0) -> str:
    x, y, half = _MARK * font / 2, 0.68 * font, size * font
    look: dict[str, str | float | None] = {
        "fill": fill,
        "stroke": stroke,
        "stroke_width": weight * font if stroke else None,
    }
    if mark == Mark.CIRCLE:
        return element("circle", cx=x, cy=y, r=half, **look)
    points = {
        Mark.SQUARE: [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        Mark.TRIANGLE: [(0, -1), (1.1, 0.9), (-1.1, 0.9)],
        Mark.DIAMOND: [(0, -1.1), (0.95, 0), (0, 1.1), (-0.95, 0)],
        Mark.CROSS: [
            (-1, -0.6), (-0.6, -1), (0, -0.4), (0.6, -1), (1, -0.6), (0.4, 0),
            (1, 0.6), (0.6, 1), (0, 0.4), (-0.6, 1), (-1, 0.6), (-0.4, 0),
        ],
    }[mark]  # fmt: skip
    path = "M" + "L".join(f"{x + half * right:.2f} {y + half * down:.2f}" for right, down in points) + "Z"
    return element("path", d=path, **look)
