"""The profile of a self-assessment: an average for each recommendation, beside an earlier one where there is one."""

from collections.abc import Sequence
from typing import Any

import altair as alt

from lib.charts.paper import Paper
from lib.guide.assessment import HIGHEST, Answer
from lib.guide.scoring import Comparison, Result
from lib.palette import CHART_INK, STATUS_LOOKS, Theme
from lib.register.status import Status
from lib.texts import _
from lib.texts.assessment import answer_word, average_words, base_words, decimal

ROW_HEIGHT = 40
_AXIS = 30
_PAPER = {"light": "#ffffff", "dark": "#0f181b"}
# Where the figures stand, to the right of the scale.
_FIGURES, _END = HIGHEST + 0.12, HIGHEST + 0.95
_ANSWERS = (Answer.NO, Answer.PARTLY, Answer.LARGELY, Answer.YES)


def profile_chart(
    results: Sequence[Result],
    compared: Sequence[Comparison] = (),
    theme: Theme = "light",
    paper: Paper | None = None,
) -> alt.LayerChart:
    """Draw a bar for each recommendation, from «nei» to «ja».

    Parameters
    ----------
    results
        The results, in the order of the recommendations.
    compared
        The same with those of an earlier assessment; empty for none.
    theme
        The page's scheme.
    paper
        What a file has room for; None on the screen, where names stand above the bars.

    Returns
    -------
    altair.LayerChart
        Bars with their averages and how many statements these rest on; a ring for the earlier average; words instead
        of a bar where nothing is answered.
    """
    above = paper is None or paper.is_narrow
    row = (paper.height - _AXIS) / len(results) if paper and paper.height else ROW_HEIGHT
    ink, fill = CHART_INK[theme], STATUS_LOOKS[theme][Status.ADOPTED].fill
    size, down = (10, 0.22 * row) if above else (0.42 * row, 0.0)
    before = {each.now.recommendation.key: each.before.average for each in compared}
    rows = [_row(index, result, before.get(result.recommendation.key)) for index, result in enumerate(results, 1)]
    names = [each["name"] for each in rows]
    x = alt.X(
        "average:Q",
        title=None,
        scale=alt.Scale(domain=[0, HIGHEST if above else _END], nice=False),
        axis=alt.Axis(
            aria=False,
            values=list(range(HIGHEST + 1)),
            labelExpr=f"{[answer_word(answer) for answer in _ANSWERS]}[datum.value]",
            labelFlush=True,
            labelFontSize=13,
            labelOverlap=False,
            ticks=False,
        ),
    )
    y = alt.Y(
        "name:N",
        sort=names,
        title=None,
        scale=alt.Scale(domain=names, paddingInner=0, paddingOuter=0),
        axis=None
        if above
        else alt.Axis(aria=False, labelLimit=220, ticks=False, domain=False, labelPadding=14, labelFontSize=14),
    )
    told = [
        alt.Tooltip("name:N", title=_("Råd")),
        alt.Tooltip("written:N", title=_("Gjennomsnitt")),
        alt.Tooltip("base:N", title=_("Besvart")),
        *([alt.Tooltip("earlier:N", title=_("Forrige gang"))] if compared else []),
    ]
    base = alt.Chart(alt.InlineData(values=rows)).encode(y=y)
    counted = base.transform_filter("datum.average !== null")
    layers = [
        base.mark_rule(aria=False, yOffset=down, stroke=ink, opacity=0.3).encode(x=alt.datum(0), x2=alt.datum(HIGHEST)),
        counted.mark_bar(aria=False, size=size, yOffset=down, fill=fill).encode(x=x, tooltip=told),
        # An average of nil has a mark too.
        counted.mark_tick(aria=False, size=1.5 * size, yOffset=down, thickness=3, color=fill, opacity=1).encode(
            x=x, tooltip=told
        ),
    ]
    if compared:
        layers.append(
            base.transform_filter("datum.before !== null")
            .mark_point(
                aria=False, shape="circle", size=110, yOffset=down, fill=_PAPER[theme], stroke=ink, strokeWidth=2,
                opacity=1,
            )
            .encode(x=alt.X("before:Q"), tooltip=told)
        )  # fmt: skip
    texts: dict[str, Any] = {"aria": False, "baseline": "middle", "color": ink}
    if above:
        layers += [
            base.mark_text(**texts, align="left", fontSize=14, yOffset=-0.16 * row).encode(
                x=alt.value(0), text=alt.Text("name:N")
            ),
            base.mark_text(**texts, align="right", fontSize=13, yOffset=-0.16 * row).encode(
                x=alt.value("width"), text=alt.Text("figures:N")
            ),
        ]
    else:
        layers.append(
            base.mark_text(**texts, align="left", fontSize=13).encode(x=alt.datum(_FIGURES), text=alt.Text("figures:N"))
        )
    return (
        alt.layer(*layers)
        .properties(height=paper.height if paper and paper.height else row * len(results) + (_AXIS if paper else 0))
        .configure(font="Source Sans")
        .configure_axis(labelColor=ink, titleColor=ink, gridOpacity=0.35, domain=False)
        .configure_view(strokeWidth=0)
    )


def profile_chart_alt(results: Sequence[Result], compared: Sequence[Comparison] = ()) -> str:
    """Say what the chart shows, for those who do not see it.

    Parameters
    ----------
    results, compared
        As for :func:`profile_chart`.

    Returns
    -------
    str
        The average of each recommendation, and the earlier one.
    """
    before = {each.now.recommendation.key: each.before.average for each in compared}
    parts = [_("Profil på en skala fra 0, nei, til 3, ja.")]
    for result in results:
        if result.average is None:
            parts.append(_("{name}: {answer}.").format(name=result.recommendation.short, answer=_nothing(result)))
        else:
            parts.append(
                _("{name}: {average}, {base}.").format(
                    name=result.recommendation.short,
                    average=average_words(result.average),
                    base=base_words(result.answered, result.total),
                )
            )
        earlier = before.get(result.recommendation.key)
        if earlier is not None:
            parts.append(_("Forrige gang {average}.").format(average=average_words(earlier)))
    return " ".join(parts)


def _row(index: int, result: Result, before: float | None) -> dict[str, Any]:
    base = base_words(result.answered, result.total)
    return {
        "name": f"{index}. {result.recommendation.short}",
        "average": result.average,
        "before": before,
        "written": average_words(result.average),
        "earlier": average_words(before),
        "base": base,
        "figures": _nothing(result) if result.average is None else f"{decimal(result.average)} ({base})",
    }


def _nothing(result: Result) -> str:
    return _("vet ikke") if result.unsure else _("ikke besvart")
