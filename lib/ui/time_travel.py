"""The map through time: a slider over the years and a way to play them, in a part of the page that runs by itself."""

from datetime import date

import streamlit as st

from lib.fragments.changes import year_changes
from lib.fragments.development import date_of_year, undated_note
from lib.fragments.legend import status_legend
from lib.fragments.time_travel import shown_date, shown_summary
from lib.maps.choropleth import municipality_colours
from lib.register.address import YEAR, Ignored
from lib.register.changes import changes
from lib.register.history import municipalities_in, series_dates, undated_only
from lib.register.register import Register
from lib.register.shares import figures
from lib.register.status import Definition
from lib.texts import _
from lib.ui.development_view import PLAYING, SHOWN, publish
from lib.ui.language import speak_as_asked
from lib.ui.links import follow_click, open_municipality
from lib.ui.map_view import areas_of, draw_map

# Seconds that each year stays while the years are played.
PACE = 0.9

_FAULTS = "feil_ved_tidsreisen"
# Set when playing begins, so that the year it begins with is shown like the others.
_FIRST = "foerste_aar_staar"


def time_travel(register: Register, definition: Definition, today: date) -> list[Ignored]:
    """Draw the slider, the map and what the map shows, and keep the address.

    Parameters
    ----------
    register
        The observations.
    definition
        Which observations count.
    today
        The present day, the last step.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used.
    """
    playing = st.session_state[PLAYING]
    return st.fragment(_part, run_every=PACE if playing else None)(register, definition, today, playing)


def _part(register: Register, definition: Definition, today: date, ticking: bool) -> list[Ignored]:
    """Draw the part; `ticking` tells whether it is being run again and again."""
    speak_as_asked()
    follow_click()
    state, dates = st.session_state, series_dates(register, today)
    if state[PLAYING] != ticking:
        st.rerun()
    if ticking and not state.pop(_FIRST, False):
        state[SHOWN] = min(state[SHOWN] + 1, today.year)
        if state[SHOWN] == today.year:
            state[PLAYING] = False
    year = state[SHOWN]
    state[YEAR] = year
    municipalities = municipalities_in(register, definition, year, today)
    counts = figures(municipalities)
    when = date_of_year(dates[year], today)

    with st.container(key="tidsreise"):
        _controls(dates, today)
        map_column, side = st.columns([2, 1], gap="large")
        with map_column:
            st.html(shown_date(when) + status_legend(counts))
            areas = areas_of(municipalities.assign(matches=True))
            draw_map(municipality_colours(areas), key="tidskart", on_click=open_municipality)
        with side:
            st.html(shown_summary(counts, dates[year], today, definition, live=not state[PLAYING]))
            happened = changes(register, definition, today)
            st.html(year_changes(happened, register.municipalities["navn"], year, _("i {year}").format(year=year)))
            st.html(undated_note(undated_only(register, definition, today)))

    if state[PLAYING]:
        return []
    ignored = publish(today)
    if ticking or (state.get(_FAULTS) and not ignored):
        # The last year is there, or a notice above this part has lost its reason.
        state[_FAULTS] = ignored
        st.rerun()
    state[_FAULTS] = ignored
    return ignored


def _controls(dates: dict[int, date], today: date) -> None:
    state = st.session_state
    playing, year = state[PLAYING], state[SHOWN]
    st.select_slider(
        _("År på kartet"),
        list(dates),
        format_func=lambda shown: date_of_year(dates[shown], today),
        key=YEAR,
        on_change=_slide,
        disabled=playing,
    )
    with st.container(horizontal=True, gap="small"):
        st.button(_("Forrige år"), on_click=_go, args=(-1,), disabled=playing or year == min(dates))
        st.button(
            _("Stopp") if playing else _("Spill av årene"),
            key="spill_av",
            on_click=_toggle,
            args=(min(dates), today.year),
            type="primary",
        )
        st.button(_("Neste år"), on_click=_go, args=(1,), disabled=playing or year == today.year)


def _slide() -> None:
    st.session_state[SHOWN] = st.session_state[YEAR]


def _go(step: int) -> None:
    st.session_state[SHOWN] += step


def _toggle(first: int, last: int) -> None:
    state = st.session_state
    state[PLAYING] = not state[PLAYING]
    if state[PLAYING]:
        state[_FIRST] = True
        if state[SHOWN] == last:
            state[SHOWN] = first
