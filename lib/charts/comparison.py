"""Municipalities over the same years: which status each had when, and what is known of it today."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import altair as alt

from lib.charts.paper import Paper
from lib.palette import CHART_INK, STATUS_LOOKS, Theme
from lib.register.comparison import MunicipalityFacts
from lib.register.dates import last_day
from lib.register.periods import Period
from lib.register.status import Status
from lib.texts import _
from lib.texts.formats import day, partial_date
from lib.texts.words import since_phrase, status_word

ROW_HEIGHT = 34
# What the axis below the bands takes of the height.
AXIS_HEIGHT = 26
_BAND = 20
# Years left free at the end, so that the square of today stands inside the chart.
_MARGIN = 0.6


def municipalities_chart(
    facts: Sequence[MunicipalityFacts],
    periods: Mapping[str, Sequence[Period]],
    today: date,
    theme: Theme = "light",
    paper: Paper | None = None,
) -> alt.LayerChart:
    """Draw a band for each municipality, coloured by its status along the years.

    Parameters
    ----------
    facts
        The municipalities, the first one on top.
    periods
        As :func:`lib.register.comparison.periods_of` gives them, for each municipality.
    today
        The present day.
    theme
        The page's scheme.
    paper
        What a file has room for; None on the screen.

    Returns
    -------
    altair.LayerChart
        Bands by the dated sources, a dot for each of these, a square with the status of today (for which undated
        sources count as well), and a line from today to the end of validity that a document in force states.
    """
    looks, ink = STATUS_LOOKS[theme], CHART_INK[theme]
    fills = paper.fills if paper else {status: look.fill for status, look in looks.items()}
    narrow = paper is not None and paper.is_narrow
    row = ROW_HEIGHT * 1.4 if narrow else ROW_HEIGHT
    if paper and paper.height:
        row = (paper.height - AXIS_HEIGHT) / len(facts)
    # Where names stand above the bands, these are moved down within their rows.
    band, down = (0.42 * row, 0.2 * row) if narrow else (_BAND * (row / ROW_HEIGHT) ** 0.6, 0.0)
    names = [one.name for one in facts]
    first = min(period.first for one in facts for period in periods[one.number])
    valid_to = {one.name: end for one in facts if (end := stated_end(one)) and last_day(end) > today}
    last = max([today, *(last_day(end) for end in valid_to.values())])
    bands = [
        {
            "name": one.name,
            "start": _year(period.first),
            "end": _year(period.last + timedelta(days=1)),
            "fill": fills[period.status],
            "word": status_word(period.status),
            "when": _("{first} til {last}").format(
                first=day(period.first), last=_("i dag") if period.last == today else day(period.last)
            ),
        }
        for one in facts
        for period in periods[one.number]
    ]
    dots = [
        {"name": one.name, "start": _year(source.day), "word": status_word(source.status), "when": day(source.day)}
        for one in facts
        for source in one.sources
    ]
    now = [
        {
            "name": one.name,
            "start": _year(today),
            "fill": fills[one.status.status],
            "word": status_word(one.status.status),
            "when": day(today),
        }
        for one in facts
    ]
    ends = [
        {"name": name, "start": _year(today), "end": _year(last_day(end)), "when": partial_date(end)}
        for name, end in valid_to.items()
    ]
    x = alt.X(
        "start:Q",
        title=None,
        scale=alt.Scale(domain=[_year(first), _year(last) + _MARGIN], nice=False, zero=False),
        axis=alt.Axis(
            aria=False,
            format="d",
            labelFontSize=13,
            labelOverlap="greedy",
            labelSeparation=8,
            tickCount=8,
            tickMinStep=1,
            ticks=False,
        ),
    )
    y = alt.Y(
        "name:N",
        sort=names,
        title=None,
        scale=alt.Scale(domain=names),
        axis=None
        if narrow
        else alt.Axis(aria=False, labelLimit=150, ticks=False, domain=False, labelPadding=8, labelFontSize=14),
    )
    told = [
        alt.Tooltip("name:N", title=_("Kommune")),
        alt.Tooltip("word:N", title=_("Status")),
        alt.Tooltip("when:N", title=_("Tid")),
    ]
    edge = looks[Status.EXPIRED].ink
    layers = [
        alt.Chart(alt.InlineData(values=bands))
        .mark_bar(aria=False, size=band, yOffset=down, stroke=edge, strokeWidth=0.6)
        .encode(x=x, x2="end:Q", y=y, color=alt.Color("fill:N", scale=None), tooltip=told),
    ]
    if ends:
        held = alt.Chart(alt.InlineData(values=ends)).encode(
            x=x,
            y=y,
            tooltip=[
                alt.Tooltip("name:N", title=_("Kommune")),
                alt.Tooltip("when:N", title=_("Dokumentet gjelder til")),
            ],
        )
        layers += [
            held.mark_rule(aria=False, yOffset=down, stroke=edge, strokeWidth=3).encode(x2="end:Q"),
            held.mark_tick(aria=False, yOffset=down, color=edge, thickness=3, size=band * 0.7).encode(x=alt.X("end:Q")),
        ]
    if dots:
        layers.append(
            alt.Chart(alt.InlineData(values=dots))
            .mark_point(
                aria=False,
                yOffset=down,
                filled=True,
                size=38,
                fill=looks[Status.UNKNOWN].fill,
                stroke=ink,
                strokeWidth=1.4,
                opacity=1,
            )
            .encode(
                x=x,
                y=y,
                tooltip=[
                    alt.Tooltip("name:N", title=_("Kommune")),
                    alt.Tooltip("word:N", title=_("Kilden sier")),
                    alt.Tooltip("when:N", title=_("Kjent fra")),
                ],
            )
        )
    layers.append(
        alt.Chart(alt.InlineData(values=now))
        .mark_square(aria=False, yOffset=down, size=(band + 6) ** 2, stroke=ink, strokeWidth=1.6, opacity=1)
        .encode(x=x, y=y, fill=alt.Fill("fill:N", scale=None), tooltip=told)
    )
    if narrow:
        layers.append(
            alt.Chart(alt.InlineData(values=[{"name": name} for name in names]))
            .mark_text(aria=False, align="left", dy=-0.28 * row, fontSize=13, fontWeight=600, color=ink)
            .encode(x=alt.value(0), y=y, text="name:N")
        )
    return (
        alt.layer(*layers)
        .properties(height=row * len(names) + AXIS_HEIGHT)
        .configure_axis(labelColor=ink, titleColor=ink, gridOpacity=0.35)
        .configure_view(strokeWidth=0)
    )


def municipalities_chart_alt(facts: Sequence[MunicipalityFacts], periods: Mapping[str, Sequence[Period]]) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    facts, periods
        As for :func:`municipalities_chart`.

    Returns
    -------
    str
        From which year on, and the status of each municipality today with its date.
    """
    told = []
    for one in facts:
        since = since_phrase(one.status.status, one.status.since, one.status.basis)
        word = status_word(one.status.status).lower()
        told.append(f"{one.name}: {since if since.startswith(word) else ', '.join(filter(None, (word, since)))}.")
    first = min(period.first.year for stretch in periods.values() for period in stretch)
    return " ".join([_("Tidslinje fra {year} med statusen til hver kommune. I dag:").format(year=first), *told])


def stated_end(facts: MunicipalityFacts) -> str:
    """Give the end of validity of a document in force, partial; empty where the status or the document says otherwise.

    Parameters
    ----------
    facts
        The municipality.

    Returns
    -------
    str
        A date that has not passed.
    """
    document = facts.document
    if facts.status.status != Status.ADOPTED or document is None or document.ended:
        return ""
    return document.valid_to


def _year(on: date) -> float:
    return on.year + (on.timetuple().tm_yday - 1) / 365.25
