"""A county over time: how many of its municipalities had a policy by the register, beside the published counts."""

import altair as alt
import pandas as pd

from lib.charts.expressions import percent_expression
from lib.charts.paper import Paper
from lib.palette import CHART_INK, PUBLISHED_INK, STATUS_LOOKS, Theme
from lib.register.dates import last_day
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import count_of, day, number, partial_date, percent

HEIGHT = 280


def county_history_chart(
    series: pd.DataFrame, published: pd.DataFrame, theme: Theme = "light", paper: Paper | None = None
) -> alt.LayerChart:
    """Draw the adopted policies of a county at the end of each year, and the published counts.

    Parameters
    ----------
    series
        As :func:`lib.register.history.status_series` gives it for the county's municipalities.
    published
        As :func:`lib.register.published.publications` gives it; only counts that can be right are drawn.
    theme
        The page's scheme.
    paper
        What a file has room for; None on the screen.

    Returns
    -------
    altair.LayerChart
        Dots joined by a line for the register, hollow diamonds for the others, from zero. The axis tells counts and
        the share of today's municipalities that each is.
    """
    total = int(series["total"].iloc[-1])
    counted = drawable(published, total)
    own = pd.DataFrame(
        {
            "on": pd.to_datetime(series["on"]),
            "count": series["adopted"],
            "text": [f"{count_of(row.adopted, total)} ({percent(row.adopted / total)})" for row in series.itertuples()],
            "when": [day(on) for on in series["on"]],
        }
    )
    others = pd.DataFrame(
        {
            "on": pd.to_datetime([last_day(as_of) for as_of in counted["as_of"]]),
            "count": counted["n_with_policy"].astype(int),
            "label": [number(count) for count in counted["n_with_policy"]],
            "when": [partial_date(as_of) for as_of in counted["as_of"]],
            "publisher": counted["source_publisher"],
        }
    )
    highest = max(own["count"].max(), others["count"].max() if len(others) else 0)
    top = min(total, max(highest + 1, 3)) if total > 1 else 1
    own_colour, their_colour = STATUS_LOOKS[theme][Status.ADOPTED].fill, PUBLISHED_INK[theme]
    x = alt.X(
        "on:T",
        title=None,
        axis=alt.Axis(
            aria=False, format="%Y", labelFontSize=13, grid=False, labelOverlap=True, labelSeparation=8, tickCount=10
        ),
    )
    y = alt.Y(
        "count:Q",
        title=None if paper else _("Kommuner som har vedtatt, av {total}").format(total=number(total)),
        scale=alt.Scale(domain=[0, top]),
        axis=alt.Axis(
            aria=False,
            values=_ticks(top),
            labelExpr=f"datum.value + ' (' + {percent_expression(f'datum.value / {total}')} + ')'",
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
        ),
    )
    when = alt.Tooltip("when:N", title=_("Tidspunkt"))
    line = (
        alt.Chart(own)
        .mark_line(
            aria=False, color=own_colour, strokeWidth=2, point=alt.OverlayMarkDef(color=own_colour, size=45, aria=False)
        )
        .encode(x=x, y=y, tooltip=[when, alt.Tooltip("text:N", title=_("Registeret"))])
    )
    diamonds = (
        alt.Chart(others)
        .mark_point(aria=False, shape="diamond", color=their_colour, filled=False, size=130, strokeWidth=2.2)
        .encode(
            x=x,
            y=y,
            tooltip=[
                when,
                alt.Tooltip("label:N", title=_("Frivillighet Norge")),
                alt.Tooltip("publisher:N", title=_("Kilde")),
            ],
        )
    )
    labels = diamonds.mark_text(aria=False, color=their_colour, dy=-16, fontSize=13).encode(text="label:N")
    return (
        alt.layer(line, diamonds, labels.encode(text="label:N"))
        .properties(height=(paper.height or min(HEIGHT, 0.9 * paper.width)) if paper else HEIGHT)
        .configure_axis(labelColor=CHART_INK[theme], titleColor=CHART_INK[theme], gridOpacity=0.35)
        .configure_view(strokeWidth=0)
    )


def _ticks(top: int) -> list[int]:
    """List whole numbers from nil, at most six, in steps that are easily read."""
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if top // step <= 5)
    return list(range(0, top + 1, step))


def drawable(published: pd.DataFrame, total: int) -> pd.DataFrame:
    """Pick the published counts of municipalities that can be right: not more than there are.

    Parameters
    ----------
    published
        As :func:`lib.register.published.publications` gives it.
    total
        Number of municipalities in the county.

    Returns
    -------
    pandas.DataFrame
        The rows of ``kind`` ``mapping`` with such a count.
    """
    counts = published["n_with_policy"]
    return published[(published["kind"] == "mapping") & counts.notna() & (counts.fillna(0) <= total)]


def county_history_alt(county: str, series: pd.DataFrame, published: pd.DataFrame) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    county
        Name of the county.
    series, published
        As for :func:`county_history_chart`.

    Returns
    -------
    str
        Two or three sentences with the highest and the last number, and the published counts.
    """
    last, most = series.iloc[-1], series.loc[series["adopted"].idxmax()]
    text = _("Linjediagram over {county} etter daterte kilder. Flest var det {most} i {year}, og nå er det {last}.")
    sentences = [
        text.format(
            county=county,
            most=count_of(most["adopted"], most["total"]),
            year=most["year"],
            last=count_of(last["adopted"], last["total"]),
        )
    ]
    if not most["adopted"]:
        text = _("Linjediagram over {county} etter daterte kilder. Det var {last} i alle år.")
        sentences = [text.format(county=county, last=count_of(last["adopted"], last["total"]))]
    counts = [
        f"{number(row.n_with_policy)} ({partial_date(row.as_of)})"
        for row in drawable(published, int(last["total"])).itertuples()
    ]
    if counts:
        sentences.append(_("Frivillighet Norge oppga {counts}.").format(counts=", ".join(counts)))
    return " ".join(sentences)
