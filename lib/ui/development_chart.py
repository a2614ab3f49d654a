"""The chart of the development, made once for each definition, scheme and day."""

from datetime import date
from typing import Any

import streamlit as st

from lib.charts.development import development_chart, development_chart_alt
from lib.charts.spec import self_contained
from lib.palette import Theme
from lib.register.history import status_series
from lib.register.published import publications
from lib.register.register import Register
from lib.register.status import Definition
from lib.texts.language import kept_by_language


def draw_development_chart(register: Register, definition: Definition, today: date) -> None:
    """Draw the chart.

    Parameters
    ----------
    register
        The observations, the published figures and the milestones.
    definition
        The definition that stands out.
    today
        The present day, the last point.
    """
    spec, alt = _chart(register, definition, today, st.context.theme.type or "light")
    st.vega_lite_chart(spec=spec, theme=None, alt=alt, key="utvikling_kurve")


@kept_by_language(24)
def _chart(register: Register, definition: Definition, today: date, theme: Theme) -> tuple[dict[str, Any], str]:
    series = {each: status_series(register, each, today) for each in Definition}
    published = publications(register.tables.published_totals, "NO", today)
    chart = development_chart(series, definition, published, register.tables.milestones, theme)
    return self_contained(chart), development_chart_alt(series[definition], published)
