"""The typeface of files: where its font files are, how wide a text comes out, and where lines break.

Pages in the browser have a typeface of their own, which Streamlit brings. Files are set in Source Sans Pro (SIL Open
Font License), measured with its own metrics, so that a line fits wherever the font is there.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path

import font_source_sans_pro
from fontTools.ttLib import TTFont

FAMILY = "'Source Sans Pro', 'Source Sans 3', Arial, sans-serif"
FONT_DIRECTORY = Path(font_source_sans_pro.__file__).parent / "files"
# Weights that files use, and the font file of each.
WEIGHTS = {400: "Regular", 600: "Semibold", 700: "Bold"}

# Lines break at spaces, but not after the day of a date; no-break spaces hold.
_BREAKS = re.compile(r"(?<!\s\d\.)(?<!\s\d\d\.)[ \n]+")


@cache
def _advances(weight: int) -> tuple[dict[str, float], float]:
    """Give the width of each character, and of an unknown one, in ems."""
    with TTFont(FONT_DIRECTORY / f"SourceSansPro-{WEIGHTS[weight]}.ttf", lazy=True) as font:
        metrics, unit = font["hmtx"].metrics, font["head"].unitsPerEm
        widths = {chr(code): metrics[glyph][0] / unit for code, glyph in font.getBestCmap().items()}
        return widths, metrics[".notdef"][0] / unit


@lru_cache(maxsize=8192)
def text_width(text: str, size: float, weight: int = 400) -> float:
    """Tell how wide a line of text is.

    Parameters
    ----------
    text
        One line.
    size
        Font size.
    weight
        400, 600 or 700.

    Returns
    -------
    float
        In the unit of `size`; kerning is left out, which makes it a hair too wide.
    """
    widths, unknown = _advances(weight)
    return size * sum(widths.get(character, unknown) for character in text)


def wrapped(text: str, width: float, size: float, weight: int = 400, *, balanced: bool = False) -> list[str]:
    """Break a text into lines.

    Parameters
    ----------
    text
        Any text.
    width
        How wide a line may be. A single word that is wider stands on a line of its own.
    size, weight
        As for :func:`text_width`.
    balanced
        Make the lines about equally long, without making them more.

    Returns
    -------
    list of str
        The lines; none for an empty text.
    """
    words = [word for word in _BREAKS.split(text) if word]
    lines = _greedy(words, width, size, weight)
    if balanced and len(lines) > 1:
        narrow, wide = width / 2, width
        while wide - narrow > size / 4:
            middle = (narrow + wide) / 2
            if len(_greedy(words, middle, size, weight)) > len(lines):
                narrow = middle
            else:
                wide = middle
        lines = _greedy(words, wide, size, weight)
    return lines


def _greedy(words: Sequence[str], width: float, size: float, weight: int) -> list[str]:
    lines: list[str] = []
    for word in words:
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, weight) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
