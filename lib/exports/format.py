"""What a sheet is for: newspaper columns, presentations, social media and posters, and their sizes.

Sizes are in CSS pixels, 96 to the inch.
"""

from enum import StrEnum
from typing import NamedTuple

from lib.texts import _

PER_MILLIMETRE = 96 / 25.4
_PRINT = 300 / 96


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


_MEASURES = {
    Format.COLUMN: Measures(46 * PER_MILLIMETRE, None, 1.9, 9.6, 1.5, 6, 1, _PRINT),
    Format.TWO_COLUMNS: Measures(96 * PER_MILLIMETRE, None, 1.25, 10.4, 1.75, 4, 1, _PRINT),
    Format.PRESENTATION: Measures(1920, 1080, 1, 28, 2, 2, 72, 1),
    Format.SOCIAL: Measures(1200, 628, 1, 22, 1.9, 3, 40, 1),
    Format.SQUARE: Measures(1080, 1080, 1, 25, 1.9, 3, 52, 1),
    Format.POSTER: Measures(210 * PER_MILLIMETRE, 297 * PER_MILLIMETRE, 1, 15, 2.1, 3, 15 * PER_MILLIMETRE, _PRINT),
}
