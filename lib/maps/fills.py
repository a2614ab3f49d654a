"""The looks of the palette in SVG: patterns, and how an area or a swatch is filled. For files, on white paper."""

from lib.palette import SHARE_FILLS, STATUS_LOOKS, Look, Pattern
from lib.register.status import Status
from lib.svg import element

# What stands outside of a choice, land that is not spoken of, and all that lies round it: sea and other countries.
GREYED, QUIET_LAND, SURROUNDINGS = "#d6dcde", "#e3e7e8", "#f4f6f6"
AREA_LINE, COUNTY_LINE, QUIET_COUNTY_LINE, CHOSEN_LINE = "#7c8d91", "#3d4f54", "#708388", "#b3400a"


def status_fill(status: Status, ground: str = "") -> str:
    """Give what ``fill`` is for a status.

    Parameters
    ----------
    status
        The status.
    ground
        Name of the patterns to use, as given to :func:`patterns`.

    Returns
    -------
    str
        A colour, or a reference to one of :func:`patterns`.
    """
    look = STATUS_LOOKS["light"][status]
    return look.fill if look.pattern == Pattern.SOLID else f"url(#{_pattern_name(status, ground)})"


def share_fill(share_class: int) -> str:
    """Give what ``fill`` is for a class of shares, as :func:`lib.palette.share_class` numbers them."""
    return SHARE_FILLS["light"][share_class]


def patterns(size: float, ground: str = "", *, magnified: float = 1) -> str:
    """Draw the patterns of the statuses that have one.

    Parameters
    ----------
    size
        How large they are; 1 is as on the screen, where hatching repeats after 6 pixels.
    ground
        What the patterns are named after, where a drawing has them in several magnifications.
    magnified
        How many times what they fill is magnified by a transformation, which the patterns are not to be.

    Returns
    -------
    str
        Definitions for ``<defs>``.
    """
    return "".join(
        _pattern(_pattern_name(status, ground), look, size / magnified)
        for status, look in STATUS_LOOKS["light"].items()
        if look.pattern != Pattern.SOLID
    )


def _pattern_name(status: Status, ground: str) -> str:
    return f"monster-{status}" + (f"-{ground}" if ground else "")


def _pattern(name: str, look: Look, size: float) -> str:
    if look.pattern == Pattern.HATCH:
        side, drawn, width = 6, "M-1.5 1.5l3-3M-1.5 7.5l9-9M4.5 7.5l3-3", 1.7
        ink = element("path", d=drawn, stroke=look.ink, stroke_width=width, fill="none")
    else:
        side = 7
        ink = element("circle", cx=3.5, cy=3.5, r=0.75, fill=look.ink)
    ground = element("rect", x=-1, y=-1, width=side + 2, height=side + 2, fill=look.fill)
    return element(
        "pattern",
        ground,
        ink,
        id=name,
        width=side,
        height=side,
        patternUnits="userSpaceOnUse",
        patternTransform=f"scale({size:.6g})",
    )
