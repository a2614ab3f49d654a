"""What a printed map shows, and where on the paper a place comes to lie."""

from dataclasses import dataclass, field
from typing import NamedTuple

import pandas as pd

from lib.geography.projection import bounds_on_paper
from lib.maps.choropleth import Level

# A view is never nearer than this, so that a small place is seen among its neighbours.
_NEAREST = 700.0


class Frame(NamedTuple):
    """Where the map lies: pixels for each unit of the outlines, and where their origin comes to lie."""

    scale: float
    x: float
    y: float

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Tell where a point of the outlines is drawn."""
        return x * self.scale + self.x, y * self.scale + self.y


@dataclass(frozen=True, eq=False)
class Picture:
    """What a map shows.

    Attributes
    ----------
    municipalities
        All municipalities, indexed by ``kommunenummer``, with ``navn``, ``fylkesnummer``, ``status`` and ``matches``
        (False: greyed).
    level
        What is coloured.
    counties
        At the level of counties: indexed by ``fylkesnummer``, with ``share``; counties that are missing are greyed.
    focus
        Numbers of the municipalities that the map is about: it is drawn as near as shows them, and land outside of
        them is quiet. Empty for the whole country.
    chosen
        Numbers of municipalities to outline and name.
    named
        Numbers of municipalities to name where there is room, the most important first.
    """

    municipalities: pd.DataFrame
    level: Level = Level.MUNICIPALITIES
    counties: pd.DataFrame = field(default_factory=pd.DataFrame)
    focus: tuple[str, ...] = ()
    chosen: tuple[str, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def is_country(self) -> bool:
        """Whether the whole country is in view."""
        return not self.focus

    def bounds(self) -> tuple[float, float, float, float]:
        """Tell what must be in view, in the units of the outlines, with a little air around a part of the country."""
        left, top, right, bottom = bounds_on_paper(self.focus)
        if self.is_country:
            return left, top, right, bottom
        air = 0.04 * max(right - left, bottom - top)
        across, down = max(right - left + 2 * air, _NEAREST), max(bottom - top + 2 * air, _NEAREST)
        x, y = (left + right) / 2, (top + bottom) / 2
        return x - across / 2, y - down / 2, x + across / 2, y + down / 2

    @property
    def aspect(self) -> float:
        """Width for height of what must be in view."""
        left, top, right, bottom = self.bounds()
        return (right - left) / (bottom - top)
