"""The charts there are, and the file of each: SVG, PDF or PNG in every format, with title, source and date on it."""

from typing import Literal

from lib.exports.chart import Chart
from lib.exports.chart_drawing import Drawing, draw_chart, draw_chart_legend, warm_up
from lib.exports.county_charts import COMPARED_COUNTIES, COUNTIES
from lib.exports.municipality_charts import COMPARED_MUNICIPALITIES, TIMELINE
from lib.exports.naming import file_stem, licence_line, source_line
from lib.exports.sheet import Format, Sheet, compose, room, to_pdf, to_png
from lib.exports.view import View
from lib.exports.year_charts import COUNTY_YEARS, YEARS
from lib.register.register import Register
from lib.svg import group
from lib.texts import _
from lib.texts.formats import listing
from lib.texts.language import kept_by_language, language

__all__ = ["CHARTS", "Chart", "NoSuchChartError", "chart_file", "chart_file_name", "chart_of", "charts_of", "warm_up"]

Kind = Literal["svg", "pdf", "png"]

CHARTS: dict[str, Chart] = {
    chart.name: chart
    for chart in (
        COUNTIES,
        COUNTY_YEARS,
        YEARS,
        TIMELINE,
        COMPARED_MUNICIPALITIES,
        COMPARED_COUNTIES,
    )
}

# The part of a wide sheet that a chart beside the texts takes.
_BESIDE = 0.56
# How many lines its title may take there, if the other texts leave room for them.
_TITLE_LINES = (4, 3, 2)


class NoSuchChartError(LookupError):
    """A chart that a view does not have; the message says what there is."""


def charts_of(view: View, register: Register) -> list[Chart]:
    """List the charts of a view.

    Parameters
    ----------
    view
        The view.
    register
        The observations.

    Returns
    -------
    list of Chart
        Those that there is something to draw in: a municipality without dated sources has no timeline.
    """
    return [chart for chart in CHARTS.values() if chart.page == view.page and chart.exists(view, register)]


def chart_of(view: View, register: Register, name: str) -> Chart:
    """Find a chart of a view.

    Parameters
    ----------
    view, register
        As for :func:`charts_of`.
    name
        Its name in :data:`CHARTS`.

    Returns
    -------
    Chart
        The chart.

    Raises
    ------
    NoSuchChartError
        When the view has no such chart.
    """
    there = {chart.name: chart for chart in charts_of(view, register)}
    if name in there:
        return there[name]
    if not there:
        raise NoSuchChartError(_("Det er ingen diagrammer i denne visningen."))
    raise NoSuchChartError(
        _("Det er ikke noe diagram som heter «{name}» i denne visningen. Her finnes {charts}.").format(
            name=name, charts=listing(list(there))
        )
    )


def chart_file(
    register: Register,
    view: View,
    name: str,
    format: Format,  # noqa: A002
    kind: Kind,
    *,
    address: str = "",
) -> bytes:
    """Make a file of a chart.

    Parameters
    ----------
    register
        The observations.
    view
        What the chart shows.
    name
        The chart.
    format
        What it is for.
    kind
        What kind of file.
    address
        Where the view is found on the web, to stand below the source.

    Returns
    -------
    bytes
        The file.

    Raises
    ------
    NoSuchChartError
        When the view has no such chart.
    """
    svg = chart_svg(register, view, name, format, address)
    if kind == "png":
        return to_png(svg, format)
    return to_pdf(svg) if kind == "pdf" else svg.encode()


def chart_file_name(view: View, register: Register, name: str, format: Format, kind: Kind) -> str:  # noqa: A002
    """Name the file of a chart, for instance ``"frivillighetspolitikk_2026-11-23_fylker_plakat.pdf"``."""
    return f"{file_stem(view, register)}_{name}_{format}.{kind}"


@kept_by_language(64)
def chart_svg(register: Register, view: View, name: str, format: Format, address: str = "") -> str:  # noqa: A002
    """Set a chart on a sheet.

    Parameters
    ----------
    register, view, name, format, address
        As for :func:`chart_file`.

    Returns
    -------
    str
        An SVG document.

    Raises
    ------
    NoSuchChartError
        When the view has no such chart.
    """
    chart, measures = chart_of(view, register, name), format.measures
    sheet, font = chart_sheet(chart, view, register, address), measures.font
    if measures.height is None:
        drawn = _with_legend(chart, view, register, measures.width - 2 * measures.margin, font)
        return compose(sheet, format, lambda _width, _height: drawn.svg, body_height=drawn.height)
    if chart.stands_beside and measures.width > 1.2 * measures.height:
        return _beside(chart, view, register, sheet, format)
    return compose(sheet, format, lambda width, height: _with_legend(chart, view, register, width, font, height).svg)


def _beside(chart: Chart, view: View, register: Register, sheet: Sheet, format: Format) -> str:  # noqa: A002
    """Set a chart to the right of its texts, and its legend where there is room."""
    for lines in _TITLE_LINES:
        width, height = room(sheet, format, beside_part=_BESIDE, title_lines=lines)
        if height >= 0:
            break
    legend = draw_chart_legend(chart, view, register, width, format.font, height)
    fits = legend.height <= height
    drawn = draw_chart if fits else _with_legend
    return compose(
        sheet,
        format,
        lambda _width, _height: legend.svg if fits else "",
        beside=lambda width, height: drawn(chart, view, register, width, format.font, height).svg,
        beside_part=_BESIDE,
        title_lines=lines,
    )


def chart_sheet(chart: Chart, view: View, register: Register, address: str = "") -> Sheet:
    """Write the texts that stand round a chart.

    Parameters
    ----------
    chart
        The chart.
    view, register, address
        As for :func:`chart_file`.

    Returns
    -------
    Sheet
        Title, subtitle, notes, source and licence.
    """
    return Sheet(
        chart.title(view, register),
        chart.subtitle(view, register),
        source_line(),
        licence_line(),
        chart.on(view),
        chart.notes(view, register),
        address,
        chart.alternative(view, register),
        language(),
    )


def _with_legend(
    chart: Chart, view: View, register: Register, width: float, font: float, height: float | None = None
) -> Drawing:
    """Draw a chart below its legend."""
    legend = draw_chart_legend(chart, view, register, width, font)
    top = legend.height + 0.7 * font
    drawn = draw_chart(chart, view, register, width, font, None if height is None else height - top)
    return Drawing(legend.svg + group(drawn.svg, y=top), top + drawn.height)
