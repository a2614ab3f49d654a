"""Blocks of text for pages that are set by hand: paragraphs, headings and lists that tell how high they are."""

from collections.abc import Sequence

from lib.exports.chart_drawing import Drawing
from lib.svg import ACCENT, INK, QUIET_INK, element, group, line_of_text, lines_of_text
from lib.typeface import wrapped

_LEADING = 1.3
_SHORT = 9


def paragraph(
    text: str,
    width: float,
    size: float,
    *,
    weight: int = 400,
    fill: str = INK,
    leading: float = _LEADING,
) -> Drawing:
    """Set a paragraph.

    Parameters
    ----------
    text
        What it says.
    width
        How wide its lines may be.
    size, weight, fill
        How it looks.
    leading
        Distance between baselines, in font sizes.

    Returns
    -------
    Drawing
        The text with the upper edge of its first line at 0.
    """
    lines = wrapped(_held(text), width, size, weight)
    drawn = lines_of_text(lines, 0, 0.95 * size, size, leading=leading, weight=weight, fill=fill)
    return Drawing(drawn, len(lines) * leading * size)


def heading(text: str, width: float, size: float) -> Drawing:
    """Set a heading of a part of a page."""
    return paragraph(text, width, size, weight=700, leading=1.2)


def entry(text: str, value: str, width: float, size: float, *, value_width: float, quiet: bool = False) -> Drawing:
    """Set a text with a word or figure at the end of its first line.

    Parameters
    ----------
    text, value
        What it says, and what stands to the right.
    width, size
        How wide it all is, and the size of the text.
    value_width
        How much of the width is the value's.
    quiet
        Whether the value is to stand back.

    Returns
    -------
    Drawing
        The text and the value.
    """
    told = paragraph(text, width - value_width, size)
    word = line_of_text(
        value, width, 0.95 * size, size, weight=400 if quiet else 600, fill=QUIET_INK if quiet else INK,
        text_anchor="end",
    )  # fmt: skip
    return Drawing(told.svg + word, told.height)


def marked(text: str, width: float, size: float) -> Drawing:
    """Set a paragraph with a line in the colour of emphasis beside it."""
    told = paragraph(text, width - 0.9 * size, size)
    line = element("rect", x=0, y=0.1 * size, width=0.2 * size, height=told.height - 0.2 * size, fill=ACCENT)
    return Drawing(line + group(told.svg, x=0.9 * size), told.height)


def stacked(blocks: Sequence[Drawing], gap: float) -> Drawing:
    """Set blocks below one another.

    Parameters
    ----------
    blocks
        The blocks, from the top.
    gap
        Empty space between two of them.

    Returns
    -------
    Drawing
        All of them.
    """
    parts, top = [], 0.0
    for block in blocks:
        parts.append(group(block.svg, y=top))
        top += block.height + gap
    return Drawing("".join(parts), max(top - gap, 0.0))


def _held(text: str) -> str:
    """Keep a short last word with the one before it, so that it does not stand alone on a line."""
    before, space, last = text.rpartition(" ")
    return f"{before}\u00a0{last}" if space and len(last) <= _SHORT else text
