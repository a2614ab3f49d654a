"""The choropleth of the start page: municipalities by status or counties by share, as the view says."""

from datetime import date

import streamlit as st

from lib.geography.boundaries import boundaries, bounds_of
from lib.maps.choropleth import Bounds, Colours, Level, county_colours, municipality_colours
from lib.register.address import COUNTY, LEVEL
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import every_county
from lib.texts.language import kept_by_language
from lib.ui.map_view import areas_of, draw_map
from lib.ui.view import CHOSEN, FOCUS, View


def choropleth(register: Register, view: View, today: date) -> None:
    """Draw the map of the country.

    Parameters
    ----------
    register
        The observations.
    view
        The selection, the level, and the municipality to outline.
    today
        The present day.
    """
    draw_map(
        _colours(register, view.selection, view.level, today),
        key="kart",
        on_click=_open_county if view.level == Level.COUNTIES else _open_municipality,
        chosen=view.chosen,
        focus=_focus(register),
    )


@kept_by_language(1024)
def _colours(register: Register, selection: Selection, level: Level, today: date) -> Colours:
    municipalities = register.at(selection, today)
    if level == Level.COUNTIES:
        return county_colours(every_county(municipalities, register.county_names))
    return municipality_colours(areas_of(municipalities))


def _focus(register: Register) -> tuple[str, Bounds] | None:
    place = st.session_state[FOCUS]
    if place is None:
        return None
    counties = register.municipalities["fylkesnummer"]
    numbers = [place] if place in counties.index else counties.index[counties == place]
    return place, bounds_of(boundaries(), numbers)


def _open_county(number: str) -> None:
    st.session_state[COUNTY] = [number]
    st.session_state[LEVEL] = Level.MUNICIPALITIES
    st.session_state[FOCUS] = number


def _open_municipality(number: str) -> None:
    st.session_state[CHOSEN] = number
    st.session_state[FOCUS] = None
