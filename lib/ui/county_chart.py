"""The chart of the counties, made once for each selection, scheme and day."""

from datetime import date
from typing import Any

import streamlit as st

from lib.charts.counties import county_chart, county_chart_alt
from lib.charts.spec import self_contained
from lib.palette import Theme
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.texts.language import kept_by_language


def draw_county_chart(register: Register, selection: Selection, today: date) -> None:
    """Draw a bar for each county of the selection.

    Parameters
    ----------
    register
        The observations.
    selection
        Places, statuses, definition and date.
    today
        The present day.
    """
    spec, alt = _chart(register, selection, today, st.context.theme.type or "light")
    st.vega_lite_chart(spec=spec, theme=None, alt=alt, key="fylker_graf")


@kept_by_language(256)
def _chart(register: Register, selection: Selection, today: date, theme: Theme) -> tuple[dict[str, Any], str]:
    municipalities = register.at(selection, today)
    counties = by_county(municipalities[municipalities["in_places"]])
    return self_contained(county_chart(counties, selection.statuses, theme)), county_chart_alt(counties)
