"""A chart drawn as a piece of SVG on the server, in the text sizes of the sheet it stands on."""

from functools import cache
from typing import Any, NamedTuple
from xml.etree import ElementTree

from lib.charts.legend import draw_legend
from lib.charts.paper import Paper
from lib.charts.spec import self_contained
from lib.exports.chart import Chart
from lib.exports.rendering import vega_svg
from lib.exports.view import View
from lib.maps.fills import patterns, status_fill
from lib.register.register import Register
from lib.register.status import Status
from lib.svg import element

# Names the patterns of charts apart from those of maps.
_GROUND = "diagram"
# The size that the charts' own texts are drawn for, and the size of a legend's in sizes of running text.
_FONT, _LEGEND = 14, 0.86
# How much smaller, step by step, and larger they may become, to fit or to fill; larger only in charts so wide.
_STEP, _SMALLEST, _LARGEST, _WIDE = 0.92, 0.72, 1.25, 420
# What Vega writes for its own interaction and for readers of the page that a chart stands on.
_DROPPED = {"class", "role", "pointer-events", "aria-hidden", "aria-label", "aria-roledescription", "font-family"}


class Drawing(NamedTuple):
    """A piece of SVG with (0, 0) at its upper left, and its height."""

    svg: str
    height: float


def draw_chart(
    chart: Chart, view: View, register: Register, width: float, font: float, height: float | None = None
) -> Drawing:
    """Draw a chart.

    Parameters
    ----------
    chart
        The chart.
    view, register
        What it shows.
    width
        How wide it is to be.
    font
        Size of running text around it.
    height
        How high it may be; None for as high as suits it.

    Returns
    -------
    Drawing
        The chart, with patterns where the legends on the screen have them.
    """
    fills, scale = {status: status_fill(status, _GROUND) for status in Status}, font / _FONT

    def made(scale: float, height: float | None = None) -> dict[str, Any]:
        return self_contained(chart.draw(view, register, paper=Paper(width / scale, fills, height)))

    spec = made(scale)
    if height is not None:
        while spec["height"] * chart.least > height / scale and scale > _SMALLEST * font / _FONT:
            scale *= _STEP
            spec = made(scale)
        highest = spec["height"] * chart.most
        scale *= max(1, min(_LARGEST, height / scale / highest, width / scale / _WIDE))
        spec = made(scale, min(height / scale, highest))
    drawn = element("defs", patterns(1, _GROUND)) + converted(spec, width / scale)
    return Drawing(element("g", drawn, transform=f"scale({scale:.5g})"), spec["height"] * scale)


def draw_chart_legend(
    chart: Chart, view: View, register: Register, width: float, font: float, height: float = 0
) -> Drawing:
    """Draw what the marks of a chart mean.

    Parameters
    ----------
    chart, view, register, width, font
        As for :func:`draw_chart`.
    height
        How high it may be for each mark to have a line of its own; otherwise they stand in as few lines as they can.

    Returns
    -------
    Drawing
        The legend.
    """
    ground = f"{_GROUND}-tegn"
    fills, keys = {status: status_fill(status, ground) for status in Status}, chart.legend(view, register)
    size = _LEGEND * font
    drawn, high = draw_legend(keys, width, size, fills, stacked=True)
    if high > height:
        drawn, high = draw_legend(keys, width, size, fills)
    return Drawing(element("defs", patterns(size / _FONT, ground)) + drawn, high)


def converted(spec: dict[str, Any], width: float) -> str:
    """Let Vega draw a chart, names and axes within the width, and keep the marks alone.

    Parameters
    ----------
    spec
        As :func:`lib.charts.spec.self_contained` gives it.
    width
        All of the width, in pixels of the chart's own text sizes.

    Returns
    -------
    str
        SVG with (0, 0) at the upper left.
    """
    spec = {
        **spec,
        "width": width,
        "autosize": {"type": "fit", "contains": "padding"},
        "padding": {"left": 0, "right": 0, "top": 4, "bottom": 0},
        "config": spec.get("config", {}) | {"font": "Source Sans Pro", "background": None},
    }
    root = ElementTree.fromstring(vega_svg(spec))  # noqa: S314  written by the converter
    _tidy(root)
    return "".join(ElementTree.tostring(child, encoding="unicode") for child in root)


def _tidy(parent: ElementTree.Element) -> None:
    """Leave out what shows nothing: backgrounds, hidden shapes, and attributes for pages."""
    for child in list(parent):
        child.tag = child.tag.rpartition("}")[2]
        hidden = child.get("display") == "none" or child.get("opacity") == "0"
        hidden = hidden or child.get("class") in ("background", "foreground")
        _tidy(child)
        empty = child.tag == "g" and not len(child)
        if hidden or empty:
            parent.remove(child)
            continue
        for name in _DROPPED & child.attrib.keys():
            del child.attrib[name]


@cache
def warm_up() -> None:
    """Start the converter, which takes a moment the first time."""
    vega_svg({"mark": "bar", "data": {"values": []}})
