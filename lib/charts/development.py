"""The development over time: the register's own share, the published counts beside it, and what happened meanwhile."""

from collections.abc import Mapping
from datetime import date

import altair as alt
import pandas as pd

from lib.charts.expressions import percent_expression
from lib.charts.paper import Paper
from lib.palette import CHART_INK, PUBLISHED_INK, STATUS_LOOKS, Theme
from lib.register.dates import first_day, last_day
from lib.register.status import Definition, Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, day, number, partial_date, percent
from lib.texts.words import definition_word, publication_kind_word

HEIGHT = 440
# Shares up to half of the municipalities, the highest figure published, and above them a lane for the milestones.
TOP = 0.5
LANE = 0.535
LANE_STEP = 0.032
# How many years a label at the end of a curve may reach back.
_LABEL_YEARS = 4.5


def development_chart(
    series: Mapping[Definition, pd.DataFrame],
    chosen: Definition,
    published: pd.DataFrame,
    milestones: pd.DataFrame,
    theme: Theme = "light",
    paper: Paper | None = None,
) -> alt.LayerChart:
    """Draw the share that has adopted a policy year by year, with the published figures.

    Parameters
    ----------
    series
        As :func:`lib.register.history.status_series` gives it, for each definition.
    chosen
        The definition that stands out.
    published
        Rows of ``published_totals`` for the country, oldest first.
    milestones
        The table ``milestones``, oldest first.
    theme
        The page's scheme.
    paper
        What a file has room for; None on the screen.

    Returns
    -------
    altair.LayerChart
        A line for each definition, a dashed one through the published counts, crosses for published figures that
        cannot be compared, and the numbers of the milestones above their years.
    """
    ink, teal, plum = CHART_INK[theme], STATUS_LOOKS[theme][Status.ADOPTED].fill, PUBLISHED_INK[theme]
    own = pd.concat([_own(table, definition) for definition, table in series.items()])
    main, others = own[own["definition"] == chosen.value], own[own["definition"] != chosen.value]
    printed = published_shares(published)
    counts, strangers = printed[printed["comparable"]], printed[~printed["comparable"]]
    events = _lane(milestones)
    top = LANE + LANE_STEP * (events["row"].max() + 1 if len(events) else 1)
    if paper and events.empty:
        top = TOP
    # On the screen the label at the end stands free of the curves; in files these may be steeper below it.
    late = own[own["time"] > own["time"].max() - _LABEL_YEARS]["part"].max() - main["part"].iloc[-1]
    lift = max(0.0, late / top * paper.height - 6) if paper and paper.height else 0.0
    first, last = int(own["time"].min()) - 1, int(own["time"].max()) + 1
    bands = list(range(first, last))

    span = alt.Scale(domain=[first, last], nice=False, zero=False)
    x = alt.X(
        "time:Q",
        title=None,
        scale=span,
        axis=alt.Axis(
            aria=False,
            values=[year + 0.5 for year in bands],
            labelExpr="floor(datum.value)",
            labelOverlap="greedy",
            labelSeparation=10,
            labelFontSize=13,
            labelPadding=6 if paper else 2,
            ticks=False,
            grid=False,
            domainOpacity=0.5,
        ),
    )
    y = alt.Y(
        "part:Q",
        title=None if paper else _("Andel av kommunene"),
        scale=alt.Scale(domain=[0, top], nice=False),
        axis=alt.Axis(
            aria=False,
            values=[0, 0.1, 0.2, 0.3, 0.4, TOP],
            labelExpr=percent_expression("datum.value"),
            labelFontSize=13,
            titleFontSize=13,
            titleFontWeight="normal",
            titleY=HEIGHT * (1 - TOP / top) - 20,
            titleX=-38,
            titleAngle=0,
            titleAlign="left",
            titleBaseline="bottom",
            domain=False,
            ticks=False,
        ),
    )
    told = [alt.Tooltip("what:N", title=_("Tall")), alt.Tooltip("text:N", title=_("Kommuner"))]
    happened = [alt.Tooltip("when:N", title=_("Dato")), alt.Tooltip("text:N", title=_("Milepæl"))]
    return (
        alt.layer(
            alt.Chart(events)
            .mark_rule(aria=False, color=ink, opacity=0.35, strokeDash=[2, 3])
            .encode(x=alt.X("day:Q", scale=span), y=alt.Y("foot:Q"), y2="head:Q", tooltip=happened),
            alt.Chart(events)
            .mark_text(aria=False, color=ink, fontSize=13, fontWeight=600)
            .encode(x=alt.X("band:Q", scale=span), y=alt.Y("place:Q"), text="number:N", tooltip=happened),
            alt.Chart(others)
            .mark_line(aria=False, color=teal, opacity=0.45, strokeWidth=1.3)
            .encode(x=x, y=y, detail="definition:N"),
            alt.Chart(counts).mark_line(aria=False, color=plum, strokeDash=[5, 4], strokeWidth=1.6).encode(x=x, y=y),
            alt.Chart(main).mark_line(aria=False, color=teal, strokeWidth=3).encode(x=x, y=y),
            alt.Chart(main)
            .mark_point(aria=False, color=teal, filled=True, size=46, opacity=1)
            .encode(x=x, y=y, tooltip=told),
            alt.Chart(counts)
            .mark_point(aria=False, color=plum, filled=True, shape="diamond", size=80, opacity=1)
            .encode(x=x, y=y, tooltip=told),
            alt.Chart(strangers)
            .mark_point(aria=False, color=ink, shape="cross", filled=True, angle=45, size=70, opacity=0.85)
            .encode(x=x, y=y, tooltip=told),
            _label(main.tail(1), teal, lift).encode(x=x, y=y, text="count:N"),
            _label(counts.tail(1), plum, 0).encode(x=x, y=y, text="count:N"),
        )
        .properties(height=(paper.height or min(HEIGHT, 0.9 * paper.width)) if paper else HEIGHT)
        .configure_axis(labelColor=ink, titleColor=ink, gridOpacity=0.35)
        .configure_view(strokeWidth=0)
    )


def _label(point: pd.DataFrame, colour: str, lift: float) -> alt.Chart:
    return alt.Chart(point).mark_text(
        aria=False, color=colour, fontSize=14, fontWeight=700, align="right", dx=8, dy=-20 - lift
    )


def _own(table: pd.DataFrame, definition: Definition) -> pd.DataFrame:
    word = definition_word(definition).lower()
    return pd.DataFrame(
        {
            "time": [_time(on) for on in table["on"]],
            "part": table["adopted"] / table["total"],
            "count": [count_of(*pair) for pair in zip(table["adopted"], table["total"], strict=True)],
            "text": [
                _("{count} ({share})").format(count=count_of(part, whole), share=percent(part / whole))
                for part, whole in zip(table["adopted"], table["total"], strict=True)
            ],
            "what": [
                _("Registeret, {definition} definisjon, {day}").format(definition=word, day=day(on))
                for on in table["on"]
            ],
            "definition": definition.value,
        }
    )


def published_shares(published: pd.DataFrame) -> pd.DataFrame:
    """Work out what the published figures say as shares.

    Parameters
    ----------
    published
        Rows of ``published_totals``, oldest first.

    Returns
    -------
    pandas.DataFrame
        For each figure that gives a share: ``time`` (year with fraction, the last day that the date may mean),
        ``part`` (0 to 1: of the printed numbers where both were printed, else as printed), ``count`` and ``text`` (as
        printed, in words), ``what`` and ``comparable`` (whether it is a count of municipalities).
    """
    rows = []
    for row in published.itertuples():
        counted = pd.notna(row.n_with_policy) and pd.notna(row.n_total)
        if not counted and pd.isna(row.percent):
            continue
        part = row.n_with_policy / row.n_total if counted else row.percent / 100
        share = percent(part, 1 if counted or row.percent % 1 else 0)
        count = count_of(int(row.n_with_policy), int(row.n_total)) if counted else share
        rows.append(
            {
                "time": _time(last_day(row.as_of)),
                "part": float(part),
                "count": count,
                "text": _("{count} ({share})").format(count=count, share=share) if counted else share,
                "what": f"{publication_kind_word(row.kind)}, {partial_date(row.as_of)}",
                "comparable": row.kind == "mapping",
            }
        )
    return pd.DataFrame(rows, columns=["time", "part", "count", "text", "what", "comparable"]).astype(
        {"comparable": bool}
    )


def _lane(milestones: pd.DataFrame) -> pd.DataFrame:
    """Lay the milestones out above their years, one above the other where a year has several."""
    days = [first_day(text) for text in milestones["date"]]
    years = pd.Series([on.year for on in days], dtype=int)
    row = years.groupby(years).cumcount()
    return pd.DataFrame(
        {
            "day": [_time(on) for on in days],
            "band": years + 0.5,
            "row": row,
            "place": LANE + LANE_STEP * row,
            "foot": 0.0,
            "head": LANE - LANE_STEP / 2,
            "number": [str(place + 1) for place in range(len(days))],
            "when": [partial_date(text) for text in milestones["date"]],
            "text": [_(summary) for summary in milestones["summary_nb"]],
        }
    )


def _time(on: date) -> float:
    """Give a day as a year with fraction; 31 December is the end of its year."""
    start = date(on.year, 1, 1)
    return on.year + ((on - start).days + 1) / (date(on.year + 1, 1, 1) - start).days


def development_chart_alt(series: pd.DataFrame, published: pd.DataFrame) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    series
        As :func:`lib.register.history.status_series` gives it, for the chosen definition.
    published
        As for :func:`development_chart`.

    Returns
    -------
    str
        Two or three sentences: the register at its first, highest and last point, and the published counts.
    """
    first, last = series.iloc[0], series.iloc[-1]
    peak = series.loc[series["adopted"].idxmax()]
    text = _("Linjediagram. Registeret: {first} i {since}, høyest {peak} i {year}, nå {last}.").format(
        first=count_of(first["adopted"], first["total"]),
        since=first["year"],
        peak=count_of(peak["adopted"], peak["total"]),
        year=peak["year"],
        last=count_of(last["adopted"], last["total"]),
    )
    printed = published_shares(published)
    counts, strangers = printed[printed["comparable"]], int((~printed["comparable"]).sum())
    if len(counts):
        text += " " + _("Frivillighet Norges tellinger: {first} ({start}), {last} ({end}).").format(
            first=counts.iloc[0]["count"],
            start=counts.iloc[0]["what"].split(", ", 1)[1],
            last=counts.iloc[-1]["count"],
            end=counts.iloc[-1]["what"].split(", ", 1)[1],
        )
    if strangers:
        text += " " + ngettext(
            "{count} publisert tall kan ikke sammenlignes med dem.",
            "{count} publiserte tall kan ikke sammenlignes med dem.",
            strangers,
        ).format(count=number(strangers))
    return text
