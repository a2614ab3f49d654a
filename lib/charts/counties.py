"""The counties compared: which shares of their municipalities have each status."""

import json

import altair as alt
import pandas as pd

from lib.charts.expressions import percent_expression
from lib.charts.paper import Paper
from lib.palette import CHART_INK, STATUS_LOOKS, Theme
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import count_of, listing, percent
from lib.texts.words import status_word

ROW_HEIGHT = 26
# What the axis below the bars takes of the height.
AXIS_HEIGHT = 46
# Of a row, where the name stands above the bar.
_NARROW_ROW = 34
# What an axis without a title takes of the height, on paper.
_PAPER_AXIS = 24


def county_chart(
    counties: pd.DataFrame, statuses: tuple[Status, ...] = (), theme: Theme = "light", paper: Paper | None = None
) -> alt.Chart | alt.LayerChart:
    """Draw a bar for each county, divided by status.

    Parameters
    ----------
    counties
        As :func:`lib.register.shares.by_county` gives it.
    statuses
        The statuses to show; empty for all five.
    theme
        The page's scheme.
    paper
        What a file has room for; None on the screen.

    Returns
    -------
    altair.Chart or altair.LayerChart
        Horizontal bars of 0 to 100 per cent, the largest adopted share on top, with the counts in the axis labels.
    """
    shown = list(statuses or Status)
    order = _ordered(counties, statuses)
    words = {status.value: status_word(status) for status in shown}
    ink, narrow = CHART_INK[theme], paper is not None and paper.is_narrow
    axis = _PAPER_AXIS if paper else AXIS_HEIGHT
    row: float = _NARROW_ROW if narrow else ROW_HEIGHT
    if paper and paper.height:
        row = (paper.height - axis) / max(len(order), 1)
    names = alt.Axis(
        aria=False,
        labelLimit=260,
        ticks=False,
        domain=False,
        labelPadding=8,
        labelFontSize=min(14, 0.75 * row),
    )
    data = alt.Chart(order[["label", "fylke", "total", *words]])
    labels = list(order["label"])
    y = alt.Y("label:N", sort=labels, scale=alt.Scale(domain=labels), title=None, axis=None if narrow else names)
    looks = STATUS_LOOKS[theme]
    bars = (
        data.transform_fold(list(words), as_=["status", "count"])
        .transform_filter("datum.count > 0")
        .transform_calculate(
            part="datum.count / datum.total",
            rank=f"indexof({json.dumps(list(words))}, datum.status)",
            word=f"{json.dumps(words)}[datum.status]",
            text=f"datum.count + '{_(' av ')}' + datum.total + ' (' + {percent_expression('datum.part', 1)} + ')'",
        )
        .mark_bar(
            aria=False,
            size=0.4 * row if narrow else (ROW_HEIGHT - 8) * (row / ROW_HEIGHT) ** 0.8,
            yOffset=0.24 * row if narrow else 0,
            stroke=looks[Status.EXPIRED].ink,
            strokeWidth=0.6,
        )
        .encode(
            y=y,
            x=alt.X(
                "part:Q",
                stack="zero",
                scale=alt.Scale(domain=[0, 1]),
                title=None if paper else _("Andel av kommunene i fylket"),
                axis=alt.Axis(
                    aria=False,
                    values=[0, 0.25, 0.5, 0.75, 1],
                    labelExpr=percent_expression("datum.value"),
                    labelFontSize=13,
                    titleFontSize=13,
                    titleFontWeight="normal",
                    grid=True,
                ),
            ),
            color=alt.Color(
                "status:N",
                scale=alt.Scale(
                    domain=list(words),
                    range=[paper.fills[status] if paper else looks[status].fill for status in shown],
                ),
                legend=None,
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("fylke:N", title=_("Fylke")),
                alt.Tooltip("word:N", title=_("Status")),
                alt.Tooltip("text:N", title=_("Kommuner")),
            ],
        )
    )
    heads = data.mark_text(
        aria=False, align="left", baseline="bottom", dy=-0.02 * row, fontSize=13, fontWeight=600, color=ink
    ).encode(y=y, x=alt.value(0), text="label:N")
    return (
        (alt.layer(bars, heads) if narrow else bars)
        .properties(height=row * len(order) + axis)
        .configure_axis(labelColor=ink, titleColor=ink, gridOpacity=0.35)
        .configure_view(strokeWidth=0)
    )


def _ordered(counties: pd.DataFrame, statuses: tuple[Status, ...]) -> pd.DataFrame:
    """Sort the counties by what is shown of them, and add ``shown``, how many that is, and ``label`` with it."""
    counted = counties.assign(shown=counties[[status.value for status in statuses or (Status.ADOPTED,)]].sum(axis=1))
    counted["part"] = counted["shown"] / counted["total"]
    order = counted.sort_values(["part", "total"], ascending=False)
    order["label"] = [f"{row.fylke}  {count_of(row.shown, row.total)}" for row in order.itertuples()]
    return order


def county_chart_alt(counties: pd.DataFrame, statuses: tuple[Status, ...] = ()) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    counties, statuses
        As for :func:`county_chart`.

    Returns
    -------
    str
        One or two sentences with the highest share and how many counties have none.
    """
    if counties.empty:
        return _("Ingen fylker i utvalget.")
    order = _ordered(counties, statuses)
    top = order.iloc[0]
    without = order.loc[order["shown"] == 0].sort_index()["fylke"].tolist()
    if statuses and statuses != (Status.ADOPTED,):
        words = listing([status_word(status).lower() for status in statuses], any_of=True)
        text = _("Søylediagram over fylkene, bare status {statuses}. Størst andel har {county}: {count} ({share}).")
        none = _("Uten noen slike: {counties}.")
    else:
        words = ""
        text = _("Søylediagram over fylkene. Størst andel har {county}: {count} kommuner, {share}.")
        none = _("Uten noen vedtatte: {counties}.")
    said = text.format(
        county=top["fylke"], count=count_of(top["shown"], top["total"]), share=percent(top["part"]), statuses=words
    )
    return f"{said} {none.format(counties=', '.join(without))}" if without else said
