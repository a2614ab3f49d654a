"""Pieces of SVG as texts: elements with their attributes, numbers and lines of text."""

from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

# Text and headings, quieter text, the one colour of emphasis, thin rules, and what is drawn on.
INK, QUIET_INK, ACCENT, RULE, PAPER = "#1b2a2e", "#52636a", "#0b5a62", "#c9d2d3", "#ffffff"


def number(value: float, decimals: int = 2) -> str:
    """Write a number without zeros that say nothing.

    Parameters
    ----------
    value
        Any number.
    decimals
        How many decimals at most.

    Returns
    -------
    str
        For instance ``"12.5"``.
    """
    # Adding nil turns the negative zero of rounding into the ordinary one.
    text = f"{round(value, decimals) + 0:.{decimals}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def element(tag: str, *content: str, **attributes: str | float | None) -> str:
    """Write an element.

    Parameters
    ----------
    tag
        Its name.
    *content
        What stands inside, as SVG.
    **attributes
        Its attributes, with ``_`` for ``-`` and ``__`` for ``:``; a trailing ``_`` is taken off, and None left out.

    Returns
    -------
    str
        SVG.
    """
    written = "".join(
        f" {_name(name)}={quoteattr(value if isinstance(value, str) else number(value))}"
        for name, value in attributes.items()
        if value is not None
    )
    inside = "".join(content)
    return f"<{tag}{written}>{inside}</{tag}>" if inside else f"<{tag}{written}/>"


def _name(name: str) -> str:
    return name.rstrip("_").replace("__", ":").replace("_", "-")


def group(*content: str, x: float = 0, y: float = 0, **attributes: str | float | None) -> str:
    """Put pieces together, moved to a place.

    Parameters
    ----------
    *content
        SVG.
    x, y
        Where their own (0, 0) lies.
    **attributes
        As for :func:`element`.

    Returns
    -------
    str
        A ``g`` element.
    """
    moved = f"translate({number(x)} {number(y)})" if x or y else None
    return element("g", *content, transform=moved, **attributes)


def line_of_text(
    text: str,
    x: float,
    y: float,
    size: float,
    *,
    weight: int = 400,
    fill: str = INK,
    **attributes: str | float | None,
) -> str:
    """Write one line of text.

    Parameters
    ----------
    text
        What it says.
    x, y
        Where it starts, and its baseline.
    size, weight, fill
        How it looks.
    **attributes
        As for :func:`element`, for instance ``text_anchor="end"``.

    Returns
    -------
    str
        A ``text`` element.
    """
    bold = str(weight) if weight != 400 else None
    return element("text", escape(text), x=x, y=y, font_size=size, font_weight=bold, fill=fill, **attributes)


def lines_of_text(
    lines: Iterable[str],
    x: float,
    y: float,
    size: float,
    *,
    leading: float = 1.3,
    weight: int = 400,
    fill: str = INK,
    **attributes: str | float | None,
) -> str:
    """Write lines of text below one another, as one element that is read and copied as one text.

    Parameters
    ----------
    lines
        What each line says.
    x, y
        Where they start, and the baseline of the first.
    size, weight, fill
        How they look.
    leading
        Distance between baselines, in font sizes.
    **attributes
        As for :func:`element`.

    Returns
    -------
    str
        A ``text`` element, or nothing for no lines.
    """
    # The space that broke the line stays at its end, so that a text copied from the picture has its words apart.
    texts = list(lines)
    parts = [
        element("tspan", escape(text) + (" " if index < len(texts) - 1 else ""), x=x, y=y + index * leading * size)
        for index, text in enumerate(texts)
    ]
    bold = str(weight) if weight != 400 else None
    return element("text", *parts, font_size=size, font_weight=bold, fill=fill, **attributes) if parts else ""
