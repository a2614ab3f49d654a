"""The charts on the screen, each made once for the same view, scheme and language."""

from functools import lru_cache
from typing import Any

import streamlit as st

from lib.charts.spec import self_contained
from lib.exports.charts import CHARTS
from lib.exports.view import View
from lib.fragments.downloads import chart_downloads
from lib.palette import Theme
from lib.register.register import Register
from lib.texts.language import kept_by_language

# Selections, municipalities and sets of places in two schemes and three definitions, as far as they are asked for.
_KEPT = 1024


@lru_cache(maxsize=_KEPT)
def has_chart(register: Register, view: View, name: str) -> bool:
    """Tell whether there is something to draw.

    Parameters
    ----------
    register, view, name
        As for :func:`draw_chart`.

    Returns
    -------
    bool
        For instance False for the timeline of a municipality without dated sources.
    """
    return CHARTS[name].exists(view, register)


def draw_chart(register: Register, view: View, name: str, *, key: str) -> None:
    """Draw a chart, and the menu with its files below it.

    Parameters
    ----------
    register
        The register.
    view
        What the chart shows; it must have the chart.
    name
        The chart, as in :data:`lib.exports.charts.CHARTS`.
    key
        Key of the element.
    """
    spec, alternative = _made(register, view, name, st.context.theme.type or "light")
    st.vega_lite_chart(spec=spec, theme=None, alt=alternative, key=key)
    st.html(chart_downloads(view, name))


@kept_by_language(_KEPT)
def _made(register: Register, view: View, name: str, theme: Theme) -> tuple[dict[str, Any], str]:
    chart = CHARTS[name]
    return self_contained(chart.draw(view, register, theme)), chart.alternative(view, register)
