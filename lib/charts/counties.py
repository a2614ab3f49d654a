"""The counties compared: which shares of their municipalities have each status."""

import altair as alt
import pandas as pd

from lib.palette import STATUS_LOOKS, Theme
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import count_of, percent
from lib.texts.words import status_word

ROW_HEIGHT = 26


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
    labels = {row.Index: f"{row.fylke}  {count_of(row.adopted, row.total)}" for row in order.itertuples()}
    words = {status: status_word(status) for status in shown}
    long = [
        {
            "label": labels[row.Index],
            "word": words[status],
            "order": rank,
            "part": getattr(row, status.value) / row.total,
            "text": _("{county}: {count} kommuner, {share}").format(
                county=row.fylke,
                count=count_of(getattr(row, status.value), row.total),
                share=percent(getattr(row, status.value) / row.total),
            ),
        }
        for row in order.itertuples()
        for rank, status in enumerate(shown)
    ]
    ink = "#47595e" if theme == "light" else "#b3c1c4"
    return (
        alt.Chart(pd.DataFrame(long, columns=["label", "word", "order", "part", "text"]))
        .mark_bar(aria=False, size=ROW_HEIGHT - 8, stroke=looks[Status.EXPIRED].ink, strokeWidth=0.6)
        .encode(
            y=alt.Y(
                "label:N",
                sort=list(labels.values()),
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
                "word:N",
                scale=alt.Scale(domain=list(words.values()), range=[looks[status].fill for status in shown]),
                legend=None,
            ),
            order=alt.Order("order:Q"),
            tooltip=[alt.Tooltip("word:N", title=_("Status")), alt.Tooltip("text:N", title=_("Fylke"))],
        )
        .properties(height=ROW_HEIGHT * len(labels))
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
