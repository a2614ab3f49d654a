"""The choropleth of the start page: municipalities by status or counties by share, as the view says."""

import geopandas as gpd
import pandas as pd
import streamlit as st

from lib.geography.boundaries import bounds_of
from lib.maps.choropleth import Bounds, Level, county_colours, municipality_colours
from lib.register.address import COUNTY
from lib.register.register import Register
from lib.register.shares import by_county
from lib.ui.map_view import areas_of, draw_map
from lib.ui.view import CHOSEN, FOCUS, LEVEL, View


def choropleth(register: Register, municipalities: pd.DataFrame, view: View) -> None:
    """Draw the map of the country.

    Parameters
    ----------
    register
        For the names of all counties.
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.
    view
        The level, and the municipality to outline.
    """
    areas = areas_of(municipalities)
    focus = _focus(areas)
    if view.level == Level.COUNTIES:
        colours = county_colours(_counties(register, municipalities), chosen=view.chosen, focus=focus)
        draw_map(colours, key="kart", on_click=_open_county)
    else:
        draw_map(municipality_colours(areas, chosen=view.chosen, focus=focus), key="kart", on_click=_open_municipality)


def _counties(register: Register, municipalities: pd.DataFrame) -> pd.DataFrame:
    """Count in all counties, those without any municipality in the selection included."""
    counties = by_county(municipalities[municipalities["in_places"]]).reindex(list(register.county_names))
    counties["fylke"] = list(register.county_names.values())
    counts = counties.columns.difference(["fylke", "share"])
    counties[counts] = counties[counts].fillna(0).astype(int)
    return counties.assign(matches=municipalities["matches"].groupby(municipalities["fylkesnummer"]).any())


def _focus(areas: gpd.GeoDataFrame) -> tuple[str, Bounds] | None:
    place = st.session_state[FOCUS]
    if place is None:
        return None
    numbers = [place] if place in areas.index else areas.index[areas["fylkesnummer"] == place]
    return place, bounds_of(areas, numbers)


def _open_county(number: str) -> None:
    st.session_state[COUNTY] = [number]
    st.session_state[LEVEL] = Level.MUNICIPALITIES
    st.session_state[FOCUS] = number


def _open_municipality(number: str) -> None:
    st.session_state[CHOSEN] = number
    st.session_state[FOCUS] = None
