"""The map on a page: the frame that stays, the colours that change, and what a click does."""

from collections.abc import Callable

import geopandas as gpd
import pandas as pd
import streamlit as st
from streamlit_folium import st_folium

from lib.fragments.render import render
from lib.geography.boundaries import boundaries, join_statuses
from lib.maps.choropleth import Bounds, Colours, base_map, colour_layer
from lib.ui.frame import base_path

# What st_folium reserves; the style sheet gives the frame its height for each width of screen.
HEIGHT = 700


def areas_of(municipalities: pd.DataFrame) -> gpd.GeoDataFrame:
    """Join the municipalities' boundaries with what is known of them.

    Parameters
    ----------
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.

    Returns
    -------
    geopandas.GeoDataFrame
        The same columns with ``geometry``, in the order of the boundaries.
    """
    return join_statuses(boundaries(), municipalities.drop(columns=["navn", "fylkesnummer"]))


def draw_map(
    colours: Colours,
    *,
    key: str,
    on_click: Callable[[str], None],
    chosen: str | None = None,
    focus: tuple[str, Bounds] | None = None,
) -> None:
    """Draw the map in the colours given.

    Parameters
    ----------
    colours
        As :mod:`lib.maps.choropleth` makes them.
    key
        Key of the map, one for each page.
    on_click
        Called with the number of the municipality (or county, when counties are coloured) that is clicked.
    chosen, focus
        The municipality to outline and the place to bring into view, as for
        :func:`lib.maps.choropleth.colour_layer`.
    """

    def clicked() -> None:
        drawing = (st.session_state[key] or {}).get("last_active_drawing")
        if drawing is not None:
            on_click(drawing["properties"]["number"])

    with st.container(key="kartramme"):
        st_folium(
            base_map(base_path()),
            key=key,
            height=HEIGHT,
            use_container_width=True,
            returned_objects=["last_active_drawing"],
            feature_group_to_add=colour_layer(colours, chosen=chosen, focus=focus),
            on_change=clicked,
        )
        st.html(render("map_late.html"))
