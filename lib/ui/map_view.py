"""The map on the page, and what a click on it does."""

import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from lib.geography.boundaries import bounds_of, join_statuses, read_boundaries
from lib.maps.choropleth import Bounds, Level, base_map, county_colours, municipality_colours
from lib.register.address import COUNTY
from lib.register.register import Register
from lib.register.shares import by_county
from lib.ui.frame import base_path
from lib.ui.view import CHOSEN, FOCUS, LEVEL, View

MAP = "kart"
# What st_folium reserves; the style sheet gives the frame its height for each width of screen.
HEIGHT = 700


@st.cache_resource(show_spinner=False)
def _boundaries() -> gpd.GeoDataFrame:
    return read_boundaries()


def choropleth(register: Register, municipalities: pd.DataFrame, view: View) -> None:
    """Draw the map.

    Parameters
    ----------
    register
        For the names of all counties.
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.
    view
        The level, and the municipality to outline.
    """
    areas = join_statuses(_boundaries(), municipalities.drop(columns=["navn", "fylkesnummer"]))
    focus = _focus(areas)
    if view.level == Level.COUNTIES:
        counties = by_county(areas[areas["in_places"]]).reindex(list(register.county_names))
        counties["fylke"] = list(register.county_names.values())
        counts = counties.columns.difference(["fylke", "share"])
        counties[counts] = counties[counts].fillna(0).astype(int)
        counties["matches"] = areas["matches"].groupby(areas["fylkesnummer"]).any()
        colours = county_colours(counties, chosen=view.chosen, focus=focus)
    else:
        colours = municipality_colours(areas, chosen=view.chosen, focus=focus)
    with st.container(key="kartramme"):
        st_folium(
            base_map(base_path()),
            key=MAP,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=["last_active_drawing"],
            feature_group_to_add=colours,
            on_change=_clicked,
        )


def _focus(areas: gpd.GeoDataFrame) -> tuple[str, Bounds] | None:
    place = st.session_state[FOCUS]
    if place is None:
        return None
    numbers = [place] if place in areas.index else areas.index[areas["fylkesnummer"] == place]
    return place, bounds_of(areas, numbers)


def _clicked() -> None:
    clicked = (st.session_state[MAP] or {}).get("last_active_drawing")
    if clicked is None:
        return
    number = clicked["properties"]["number"]
    if st.session_state[LEVEL] == Level.COUNTIES:
        st.session_state[COUNTY] = [number]
        st.session_state[LEVEL] = Level.MUNICIPALITIES
        st.session_state[FOCUS] = number
    else:
        st.session_state[CHOSEN] = number
        st.session_state[FOCUS] = None
