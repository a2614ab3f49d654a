"""What the sources said of one municipality over time: an observation a mark, a document's validity a bar."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import altair as alt
import pandas as pd

from lib.charts.paper import Paper
from lib.palette import CHART_INK, STATUS_LOOKS, Theme
from lib.register.dates import first_day, last_day
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import listing, number, partial_date
from lib.texts.words import date_in_words, status_word

# Heights in pixels: of a lane's name, of each row of marks in it, and of the years below.
HEAD = 30
ROW = 24
AXIS = 26
# Marks closer than this, in years, go to rows of their own.
APART = 0.8
SHAPES = {Status.ADOPTED: "circle", Status.IN_PROGRESS: "triangle-up", Status.NONE: "square"}


@dataclass(frozen=True)
class Lane:
    """One that the sources speak of: the municipality, or one that has become a part of it.

    Attributes
    ----------
    name
        Stands above the lane.
    evidence
        Rows of :func:`lib.register.evidence.evidence_of`.
    merged
        The year in which it became a part of the municipality; None for the municipality itself, or where unknown.
    """

    name: str
    evidence: pd.DataFrame
    merged: int | None = None


def timeline_chart(
    lanes: list[Lane], today: date, theme: Theme = "light", paper: Paper | None = None
) -> alt.LayerChart | None:
    """Draw the observations along a line of years, a lane for each one that the sources speak of.

    Parameters
    ----------
    lanes
        The municipality first, then its predecessors.
    today
        The present day, marked by a line.
    theme
        The page's scheme.
    paper
        What a file has room for; None on the screen.

    Returns
    -------
    altair.LayerChart or None
        Marks in the colours of the statuses, full for those that count and hollow for those that do not; bars for
        validity as the documents state it; undated observations to the left of the years; a line through a lane at
        the year of the merger. None when no observation is dated: then there is no line to draw them along.
    """
    items = [_item(row, lane) for lane, shown in enumerate(lanes) for row in shown.evidence.itertuples()]
    dated = [item for item in items if item["at"] is not None]
    if not dated:
        return None
    now = _year(today)
    first = int(min(item["from"] for item in dated))
    last = max([now, *(item["to"] for item in dated)]) + 0.5
    strip = 0.13 * (last - first) if len(dated) < len(items) else 0.4
    undated_at = first - strip / 2
    for item in items:
        item["at"] = undated_at if item["at"] is None else item["at"]
    heads, mergers, height = _lay_out(lanes, items, first - strip)
    return _draw(items, heads, mergers, height, domain=(first - strip, first, last), now=now, theme=theme, paper=paper)


def timeline_alt(lanes: list[Lane]) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    lanes
        As for :func:`timeline_chart`.

    Returns
    -------
    str
        How many observations of how long a time, and the newest of each lane.
    """
    evidence = pd.concat([lane.evidence for lane in lanes])
    known = sorted((text for text in evidence["known"] if text), key=first_day)
    count = ngettext("{count} observasjon", "{count} observasjoner", len(evidence)).format(count=number(len(evidence)))
    text = _("Tidslinje med {count}").format(count=count)
    if known:
        span = (partial_date(known[0])[-4:], partial_date(known[-1])[-4:])
        text += (
            _(" fra {first} til {last}").format(first=span[0], last=span[1])
            if span[0] != span[1]
            else _(" fra {year}").format(year=span[0])
        )
    text += "."
    for lane in lanes:
        told = [
            _("{status} {when}").format(
                status=status_word(row.status).lower(), when=date_in_words(row.known) if row.known else _("uten dato")
            )
            for row in lane.evidence.iloc[::-1].itertuples()
        ]
        if told:
            text += f" {lane.name}: {listing(told)}."
    return text


def _item(row: Any, lane: int) -> dict[str, Any]:
    start = row.valid_from or row.adopted_on or row.known
    bar = bool(row.valid_to and start and first_day(start) <= last_day(row.valid_to))
    at = (_year(first_day(row.known)) + _year(last_day(row.known))) / 2 if row.known else None
    begin, end = (_year(first_day(start)), _year(last_day(row.valid_to))) if bar else (None, None)
    reach = [year for year in (at, begin, end) if year is not None]
    return {
        "lane": lane,
        "at": at,
        "begin": begin,
        "end": end,
        "from": min(reach, default=None),
        "to": max(reach, default=None),
        "status": row.status,
        "counts": bool(row.counts),
        "word": status_word(row.status),
        "when": partial_date(row.known) if row.known else _("udatert"),
        "held": _("til {date}").format(date=partial_date(row.valid_to)) if row.valid_to else "–",
        "source": row.source_publisher,
    }


def _lay_out(
    lanes: list[Lane], items: list[dict[str, Any]], left: float
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], int]:
    """Give each mark a row where it stands free; return the lanes' names, the mergers and the height of it all."""
    heads, mergers, top = [], [], 0
    for lane, shown in enumerate(lanes):
        name = shown.name
        if shown.merged is not None:
            name = _("{name}, slått sammen {year}").format(name=name, year=shown.merged)
        heads.append({"at": left, "y": top + HEAD / 2, "text": name})
        rows: list[list[tuple[float, float]]] = [[]]
        for item in sorted((item for item in items if item["lane"] == lane), key=lambda item: item["at"]):
            span = (min(item["at"], item["begin"] or item["at"]), max(item["at"], item["end"] or item["at"]))
            free = (
                index
                for index, row in enumerate(rows)
                if all(span[0] - end >= APART or begin - span[1] >= APART for begin, end in row)
            )
            row = next(free, len(rows))
            if row == len(rows):
                rows.append([])
            rows[row].append(span)
            item["y"] = top + HEAD + ROW * row + ROW / 2
        bottom = top + HEAD + ROW * len(rows)
        if shown.merged is not None:
            mergers.append({"at": float(shown.merged), "y": top + HEAD, "below": bottom})
        top = bottom
    return heads, mergers, top


def _draw(
    items: list[dict[str, Any]],
    heads: list[dict[str, Any]],
    mergers: list[dict[str, Any]],
    height: int,
    *,
    domain: tuple[float, float, float],
    now: float,
    theme: Theme,
    paper: Paper | None,
) -> alt.LayerChart:
    left, first, last = domain
    looks, ink = STATUS_LOOKS[theme], CHART_INK[theme]
    step = 1 if last - first <= 6 else 2 if last - first <= 12 else 4
    years = [year for year in range(int(first), int(last) + 1) if year % step == 0]
    undated = any(item["at"] < first for item in items)
    x = alt.X(
        "at:Q",
        scale=alt.Scale(domain=[left, last], nice=False, zero=False),
        title=None,
        axis=alt.Axis(
            aria=False,
            values=[(left + first) / 2, *years] if undated else years,
            labelExpr=f"datum.value < {first} ? '{_('udatert')}' : format(datum.value, 'd')",
            labelFontSize=13,
            labelOverlap="greedy",
            labelSeparation=8,
            ticks=False,
        ),
    )
    y = alt.Y("y:Q", scale=alt.Scale(domain=[0, height], reverse=True, nice=False, zero=False), axis=None)
    for item in items:
        colour = looks[Status(item["status"])].fill
        edge = looks[Status.EXPIRED].ink if item["status"] != Status.NONE else ink
        fill, outline = (colour, edge) if item["counts"] else ("transparent", colour)
        item |= {"fill": fill, "edge": outline, "bar": colour}
    marks = pd.DataFrame(items)
    layers = [
        alt.Chart(pd.DataFrame([{"at": now}]))
        .mark_rule(aria=False, stroke=ink, strokeDash=[3, 3], opacity=0.8)
        .encode(x=x),
        alt.Chart(pd.DataFrame(heads))
        .mark_text(aria=False, align="left", baseline="middle", fontSize=14, fontWeight=600, color=ink)
        .encode(x=alt.X("at:Q"), y=y, text=alt.Text("text:N")),
    ]
    if undated:
        strip = pd.DataFrame([{"at": left, "to": first}])
        layers.insert(
            0, alt.Chart(strip).mark_rect(aria=False, fill=ink, opacity=0.09).encode(x=alt.X("at:Q"), x2=alt.X2("to"))
        )
    if mergers:
        layers.append(
            alt.Chart(pd.DataFrame(mergers))
            .mark_rule(aria=False, stroke=ink, strokeWidth=2)
            .encode(x=alt.X("at:Q"), y=y, y2=alt.Y2("below"))
        )
    if marks["begin"].notna().any():
        layers.append(
            alt.Chart(marks[marks["begin"].notna()][["begin", "end", "y", "bar"]])
            .mark_bar(aria=False, size=7, opacity=0.5, cornerRadius=3)
            .encode(x=alt.X("begin:Q"), x2=alt.X2("end"), y=y, color=alt.Color("bar:N", scale=None))
        )
    layers.append(
        alt.Chart(marks.drop(columns=["begin", "end", "from", "to", "lane", "bar", "counts"]))
        .mark_point(aria=False, size=150, opacity=1, strokeWidth=2)
        .encode(
            x=alt.X("at:Q"),
            y=y,
            shape=alt.Shape(
                "status:N",
                scale=alt.Scale(domain=[status.value for status in SHAPES], range=list(SHAPES.values())),
                legend=None,
            ),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=[
                alt.Tooltip("word:N", title=_("Status")),
                alt.Tooltip("when:N", title=_("Kildens dato")),
                alt.Tooltip("held:N", title=_("Gjelder")),
                alt.Tooltip("source:N", title=_("Kilde")),
            ],
        )
    )
    return (
        alt.layer(*layers)
        .properties(height=paper.height if paper and paper.height else height + AXIS)
        .configure_axis(labelColor=ink, titleColor=ink, gridOpacity=0.35, domain=False)
        .configure_view(strokeWidth=0)
    )


def _year(day: date) -> float:
    return day.year + (day.timetuple().tm_yday - 1) / 365.25
