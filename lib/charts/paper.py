"""What a chart in a file is drawn on: the room there is, and fills that print as well as they show."""

from collections.abc import Mapping
from dataclasses import dataclass

from lib.register.status import Status

# Narrower than this, in pixels, names stand above what they name instead of beside it.
_NARROW = 330


@dataclass(frozen=True)
class Paper:
    """Room for a chart, in pixels of the screen's own text sizes.

    Attributes
    ----------
    width
        All of it, names and axes included.
    fills
        What ``fill`` is for each status: a colour, or a reference to a pattern.
    height
        All of it; None for as high as the chart is by itself.
    """

    width: float
    fills: Mapping[Status, str]
    height: float | None = None

    @property
    def is_narrow(self) -> bool:
        """Whether there is too little width for names beside what they name."""
        return self.width < _NARROW
