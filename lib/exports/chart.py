"""What a chart of a view is: its name, texts, legend and drawing, the same on the screen, in files and in embeds."""

from abc import ABC, abstractmethod
from datetime import date
from typing import ClassVar

import altair as alt

from lib.charts.legend import Key
from lib.charts.paper import Paper
from lib.exports.view import View
from lib.palette import Theme
from lib.register.register import Register


class Chart(ABC):
    """A chart of a page.

    Attributes
    ----------
    name
        As it stands in addresses.
    page
        Whose views it belongs to.
    stands_beside
        Whether it stands beside the texts on wide sheets: for charts with many rows.
    least, most
        How low and how high it may become, in its own heights.
    """

    name: ClassVar[str]
    page: ClassVar[str]
    stands_beside: ClassVar[bool] = False
    least: ClassVar[float] = 1
    most: ClassVar[float] = 1

    @abstractmethod
    def exists(self, view: View, register: Register) -> bool:
        """Tell whether a view of the chart's page has anything to draw."""

    @abstractmethod
    def heading(self, view: View, register: Register) -> str:
        """Say what the chart is about, without figures."""

    @abstractmethod
    def title(self, view: View, register: Register) -> str:
        """State the finding with its figures, without a full stop."""

    @abstractmethod
    def subtitle(self, view: View, register: Register) -> str:
        """Say what is measured, at which date, and by which definition."""

    @abstractmethod
    def legend(self, view: View, register: Register) -> tuple[Key, ...]:
        """Explain the marks."""

    @abstractmethod
    def draw(
        self, view: View, register: Register, theme: Theme = "light", paper: Paper | None = None
    ) -> alt.Chart | alt.LayerChart:
        """Draw the chart, for the screen or for a file."""

    @abstractmethod
    def alternative(self, view: View, register: Register) -> str:
        """Say what the chart shows, for those who do not see it."""

    @abstractmethod
    def notes(self, view: View, register: Register) -> tuple[str, ...]:
        """Say what a reader must know besides."""

    def on(self, view: View) -> date:
        """Give the date that the figures hold for."""
        return view.selection.on
