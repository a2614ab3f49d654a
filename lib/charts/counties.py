"""The counties compared: which shares of their municipalities have each status."""

import json

import altair as alt
import pandas as pd

from lib.palette import STATUS_LOOKS, Theme
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import count_of, percent
from lib.texts.words import status_word

ROW_HEIGHT = 26
# What the axis below the bars takes of the height.
AXIS_HEIGHT = 46
# A share as Norwegians write it, in Vega's own language.
_PERCENT = "replace(format(datum.part * 100, '.1f'), '.', ',') + ' %'"


def county_chart(counties: pd.DataFrame, statuses: tuple[Status, ...] = (), theme: Theme = "light") -> alt.Chart:
    """Draw a bar for each county, divided by status.

    Parameters
    ----------
    counties
        As :func:`lib.register.shares.by_county` gives it.
    statuses
        The statuses to show; empty for all five.
    theme
        The page's scheme.

    Returns
    -------
    altair.Chart
        Horizontal bars of 0 to 100 per cent, the largest adopted share on top, with the counts in the axis labels.
    """
    shown = list(statuses or Status)
    looks = STATUS_LOOKS[theme]
    order = counties.sort_values(["share", "total"], ascending=False)
    order["label"] = [f"{row.fylke}  {count_of(row.adopted, row.total)}" for row in order.itertuples()]
    words = {status.value: status_word(status) for status in shown}
    ink = "#47595e" if theme == "light" else "#b3c1c4"
    return (
        alt.Chart(order[["label", "fylke", "total", *words]])
        .transform_fold(list(words), as_=["status", "count"])
        .transform_calculate(
            part="datum.count / datum.total",
            rank=f"indexof({json.dumps(list(words))}, datum.status)",
            word=f"{json.dumps(words)}[datum.status]",
            text=f"datum.count + '{_(' av ')}' + datum.total + ' (' + {_PERCENT} + ')'",
        )
        .mark_bar(aria=False, size=ROW_HEIGHT - 8, stroke=looks[Status.EXPIRED].ink, strokeWidth=0.6)
        .encode(
            y=alt.Y(
                "label:N",
                sort=list(order["label"]),
                title=None,
                axis=alt.Axis(aria=False, labelLimit=260, ticks=False, domain=False, labelPadding=8, labelFontSize=14),
            ),
            x=alt.X(
                "part:Q",
                stack="zero",
                scale=alt.Scale(domain=[0, 1]),
                title=_("Andel av kommunene i fylket"),
                axis=alt.Axis(
                    aria=False,
                    values=[0, 0.25, 0.5, 0.75, 1],
                    labelExpr="round(datum.value * 100) + ' %'",
                    labelFontSize=13,
                    titleFontSize=13,
                    titleFontWeight="normal",
                    grid=True,
                ),
            ),
            color=alt.Color(
                "status:N",
                scale=alt.Scale(domain=list(words), range=[looks[status].fill for status in shown]),
                legend=None,
            ),
            order=alt.Order("rank:Q"),
            tooltip=[
                alt.Tooltip("fylke:N", title=_("Fylke")),
                alt.Tooltip("word:N", title=_("Status")),
                alt.Tooltip("text:N", title=_("Kommuner")),
            ],
        )
        .properties(height=ROW_HEIGHT * len(order) + AXIS_HEIGHT)
        .configure_axis(labelColor=ink, titleColor=ink, gridOpacity=0.35)
        .configure_view(strokeWidth=0)
    )


def county_chart_alt(counties: pd.DataFrame) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    counties
        As for :func:`county_chart`.

    Returns
    -------
    str
        One or two sentences with the highest share and how many counties have none.
    """
    if counties.empty:
        return _("Ingen fylker i utvalget.")
    top = counties.sort_values(["share", "total"], ascending=False).iloc[0]
    text = _("Søylediagram over fylkene. Størst andel har {county}: {count} kommuner, {share}.").format(
        county=top["fylke"], count=count_of(top["adopted"], top["total"]), share=percent(top["share"])
    )
    without = counties.loc[counties["adopted"] == 0, "fylke"].tolist()
    return (
        text if not without else f"{text} " + _("Uten noen vedtatte: {counties}.").format(counties=", ".join(without))
    )
