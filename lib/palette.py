"""The look of each status and of the classes of shares: the one place where colours and patterns are chosen.

Commitment is told in one teal hue, from deep (adopted) over mid (in progress) to hatched (expired); sand says that a
source found none, and fine dots on near-white that nobody has looked. There is no red and no green: a policy is a
commitment, not a grade. Each look exists for a light and a dark page.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

from lib.register.status import Status


class Pattern(StrEnum):
    """The second channel beside colour."""

    SOLID = "solid"
    HATCH = "hatch"
    DOTS = "dots"


@dataclass(frozen=True)
class Look:
    """A fill, and the pattern drawn on it in a second colour where there is one."""

    fill: str
    pattern: Pattern = Pattern.SOLID
    ink: str = ""


Theme = Literal["light", "dark"]

STATUS_LOOKS: dict[Theme, dict[Status, Look]] = {
    "light": {
        Status.ADOPTED: Look("#0b5a62"),
        Status.IN_PROGRESS: Look("#62aaa7"),
        Status.EXPIRED: Look("#c2dfdb", Pattern.HATCH, "#1f7371"),
        Status.NONE: Look("#e3c493"),
        Status.UNKNOWN: Look("#faf9f6", Pattern.DOTS, "#9aa5a6"),
    },
    "dark": {
        Status.ADOPTED: Look("#9be8dd"),
        Status.IN_PROGRESS: Look("#4aa5a2"),
        Status.EXPIRED: Look("#1a5559", Pattern.HATCH, "#8fd0ca"),
        Status.NONE: Look("#937043"),
        Status.UNKNOWN: Look("#2a3539", Pattern.DOTS, "#6d7e84"),
    },
}

# Upper edges of the classes of shares, in per cent; the first class is exactly nil and the last has no edge.
SHARE_EDGES = (0, 10, 20, 30, 50)

SHARE_FILLS: dict[Theme, tuple[str, ...]] = {
    "light": ("#f4f1ea", "#d3e8e5", "#9fcdc9", "#62aaa7", "#2f8084", "#0b5a62"),
    "dark": ("#2a3539", "#1a5559", "#2d7a7b", "#4aa09d", "#70c4bd", "#a2ebe1"),
}

# Published counts are a series of their own, in a hue that no status has; notes and axes of charts are grey.
PUBLISHED_INK: dict[Theme, str] = {"light": "#8a2f62", "dark": "#e6a3cc"}
CHART_INK: dict[Theme, str] = {"light": "#47595e", "dark": "#b3c1c4"}


def share_class(ratio: float) -> int:
    """Tell which class a share belongs to.

    Parameters
    ----------
    ratio
        A share, 0 to 1.

    Returns
    -------
    int
        0 for nil, then the number of the class, up to ``len(SHARE_EDGES)``.
    """
    if ratio <= 0:
        return 0
    return 1 + sum(ratio * 100 >= edge for edge in SHARE_EDGES[1:])


def css_variables() -> str:
    """Give the palette as CSS custom properties that follow the page's light or dark scheme.

    Returns
    -------
    str
        A ``:root`` rule with ``--<status>``, ``--<status>-ink`` for patterns, ``--share-<class>`` and ``--published``.
    """
    light, dark = STATUS_LOOKS["light"], STATUS_LOOKS["dark"]
    lines = []
    for status in Status:
        name = status.value.replace("_", "-")
        lines.append(f"--{name}: light-dark({light[status].fill}, {dark[status].fill});")
        if light[status].ink:
            lines.append(f"--{name}-ink: light-dark({light[status].ink}, {dark[status].ink});")
    for index, (fill, dark_fill) in enumerate(zip(SHARE_FILLS["light"], SHARE_FILLS["dark"], strict=True)):
        lines.append(f"--share-{index}: light-dark({fill}, {dark_fill});")
    lines.append(f"--published: light-dark({PUBLISHED_INK['light']}, {PUBLISHED_INK['dark']});")
    return ":root {\n  " + "\n  ".join(lines) + "\n}\n"
