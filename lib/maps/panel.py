"""What stands beside a printed map: a large figure, a bar of the shares, and what each colour means, with counts."""

from collections.abc import Sequence
from dataclasses import dataclass

from lib.maps.fills import AREA_LINE, GREYED, share_fill, status_fill
from lib.palette import SHARE_EDGES, share_class
from lib.register.shares import Figures
from lib.svg import ACCENT, INK, element, group, line_of_text, lines_of_text
from lib.texts import _
from lib.texts.formats import count_of, number
from lib.texts.words import share_class_words, status_word
from lib.typeface import text_width, wrapped


@dataclass(frozen=True)
class Row:
    """A line of the panel.

    Attributes
    ----------
    fill
        Of its swatch; empty for none.
    words
        What the colour means, or which place it is.
    value
        A figure or a word, at the end of the line.
    """

    fill: str
    words: str
    value: str = ""


@dataclass(frozen=True)
class Panel:
    """What stands beside a map.

    Attributes
    ----------
    rows
        The lines.
    heading
        What the lines count.
    figure, figure_words
        The large figure and what it is of; left out where there is little room.
    bar
        Fill and count of each part of the bar; empty for no bar.
    key
        Swatches that explain the colours of the rows, where the rows themselves do not.
    """

    rows: tuple[Row, ...]
    heading: str = ""
    figure: str = ""
    figure_words: str = ""
    bar: tuple[tuple[str, int], ...] = ()
    key: tuple[Row, ...] = ()

    def least_width(self, font: float, columns: int = 1) -> float:
        """Tell how wide the panel must be at least for its lines to stay whole, in the unit of `font`."""
        column = max((_row_width(row, font) for row in (*self.rows, *self.key)), default=0.0)
        return columns * column + (columns - 1) * _BETWEEN * font


def status_rows(figures: Figures, *, shown: Sequence[str] = (), others: int = 0) -> tuple[Row, ...]:
    """List what the colours of the statuses mean.

    Parameters
    ----------
    figures
        The municipalities that stand out.
    shown
        The statuses to list; empty for all.
    others
        How many municipalities are greyed.

    Returns
    -------
    tuple of Row
        One for each status, with its count, and one for the greyed.
    """
    rows = [
        Row(status_fill(status), status_word(status), number(count))
        for status, count in figures.counts.items()
        if not shown or status in shown
    ]
    if others:
        rows.append(Row(GREYED, _("Utenfor utvalget"), number(others)))
    return tuple(rows)


def share_key() -> tuple[Row, ...]:
    """List what the colours of the shares mean."""
    return tuple(Row(share_fill(index), words) for index, words in enumerate(share_class_words(SHARE_EDGES)))


def county_row(name: str, adopted: int, total: int) -> Row:
    """Give the line of a county: its colour, and how many of how many."""
    return Row(share_fill(share_class(adopted / total) if total else 0), name, count_of(adopted, total))


def draw_panel(panel: Panel, width: float, font: float, *, columns: int = 1, large: bool = True) -> tuple[str, float]:
    """Draw a panel.

    Parameters
    ----------
    panel
        What it says.
    width
        How wide it may be.
    font
        Size of running text.
    columns
        In how many columns the lines stand.
    large
        Whether there is room for the large figure.

    Returns
    -------
    str
        SVG with (0, 0) at its upper left.
    float
        Its height.
    """
    parts, top = [], 0.0
    if large and panel.figure:
        size = 3.1 * font
        top += 0.5 * font
        parts.append(line_of_text(panel.figure, -0.04 * size, top + 0.72 * size, size, weight=700, fill=ACCENT))
        top += 0.72 * size + 0.75 * font
        lines = wrapped(panel.figure_words, width, font)
        parts.append(lines_of_text(lines, 0, top + 0.8 * font, font, fill=INK))
        top += len(lines) * 1.3 * font + 0.9 * font
    if panel.heading:
        lines = wrapped(panel.heading, width, 0.88 * font, 600)
        parts.append(lines_of_text(lines, 0, top + 0.7 * font, 0.88 * font, weight=600, fill=INK))
        top += len(lines) * 1.15 * font + 0.25 * font
    if panel.bar:
        height = 0.85 * font
        parts.append(group(_bar(panel.bar, width, height), y=top))
        top += height + 0.65 * font
    across = max((_row_width(row, font) for row in panel.key), default=width) + _BETWEEN * font
    for rows, in_columns in (
        (panel.key, max(1, min(3, int((width + _BETWEEN * font) / across)))),
        (panel.rows, columns),
    ):
        if rows:
            drawn, height = _rows(rows, width, font, in_columns)
            parts.append(group(drawn, y=top))
            top += height + (0.5 * font if rows is panel.key else 0)
    return "".join(parts), top


def _bar(parts: Sequence[tuple[str, int]], width: float, height: float) -> str:
    total, left, drawn = sum(count for _fill, count in parts), 0.0, []
    for fill, count in parts:
        if count:
            part = width * count / total
            drawn.append(element("rect", x=left, width=part, height=height, fill=fill))
            left += part
    outline = element("rect", width=width, height=height, fill="none", stroke=AREA_LINE, stroke_width=height * 0.04)
    return "".join(drawn) + outline


def _rows(rows: Sequence[Row], width: float, font: float, columns: int) -> tuple[str, float]:
    gap = _BETWEEN * font
    column = (width - gap * (columns - 1)) / columns
    deep = -(-len(rows) // columns)
    parts, deepest = [], 0.0
    for start in range(0, len(rows), deep):
        top = 0.0
        for row in rows[start : start + deep]:
            drawn, height = _row(row, column, font)
            parts.append(group(drawn, x=start // deep * (column + gap), y=top))
            top += height
        deepest = max(deepest, top)
    return "".join(parts), deepest


# In sizes of running text: width of a swatch, where words begin, and the least gaps before a value and a column.
_SWATCH, _AFTER_SWATCH, _BEFORE_VALUE, _BETWEEN = 1.35, 1.85, 0.8, 1.4


def _row_width(row: Row, font: float) -> float:
    swatch = _AFTER_SWATCH if row.fill else 0
    value = _BEFORE_VALUE * font + text_width(row.value, font, 600) if row.value else 0
    return swatch * font + text_width(row.words, font) + value


def _row(row: Row, width: float, font: float) -> tuple[str, float]:
    parts = []
    left = _AFTER_SWATCH * font if row.fill else 0.0
    if row.fill:
        parts.append(
            element(
                "rect", y=0.12 * font, width=_SWATCH * font, height=0.95 * font, fill=row.fill,
                stroke=AREA_LINE, stroke_width=0.05 * font,
            )
        )  # fmt: skip
    value = text_width(row.value, font, 600)
    lines = wrapped(row.words, width - left - (value + _BEFORE_VALUE * font if row.value else 0), font)
    parts.append(lines_of_text(lines, left, 0.93 * font, font, leading=1.15, fill=INK))
    if row.value:
        parts.append(line_of_text(row.value, width, 0.93 * font, font, weight=600, fill=INK, text_anchor="end"))
    return "".join(parts), (1.42 + 1.15 * (len(lines) - 1)) * font
