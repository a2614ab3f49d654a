"""The naive build: the same page as a tutorial would make it, for the benchmark to compare with.

One ``folium.GeoJson`` with a style function and a tooltip, built anew at every run, shown by ``st_folium``; key figures
and a table of Streamlit's own; default settings. Data and rules are the dashboard's: only the technique differs.
"""

import os
from pathlib import Path

import folium
import geopandas as gpd
import streamlit as st
from streamlit_folium import st_folium

from lib.register.register import load_register, today
from lib.register.selection import Selection
from lib.register.shares import by_county, figures
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status

COLOURS = {
    Status.ADOPTED: "#0b5a62",
    Status.IN_PROGRESS: "#66a5a5",
    Status.EXPIRED: "#b9d0ce",
    Status.NONE: "#d8b98a",
    Status.UNKNOWN: "#f4f1ea",
}


@st.cache_data
def read_areas() -> gpd.GeoDataFrame:
    """Read the boundaries."""
    path = Path(__file__).resolve().parents[1] / "data" / "kommuner.geojson"
    return gpd.read_file(path).set_index("kommunenummer")


def style(feature: dict) -> dict:
    """Colour a municipality by its status, and fade those that do not match."""
    properties = feature["properties"]
    return {
        "fillColor": COLOURS[properties["status"]],
        "fillOpacity": 0.8 if properties["matches"] else 0.1,
        "color": "#46595f",
        "weight": 0.6,
    }


st.set_page_config(page_title="Frivillighetspolitikk i kommunene", layout="wide")
st.title("Frivillighetspolitikk i kommunene")
register, now = load_register(), today()

with st.sidebar:
    names = register.county_names
    counties = st.multiselect("Fylke", list(names), format_func=names.__getitem__, select_all=False, key="fylke")
    statuses = st.pills("Status", list(Status), selection_mode="multi", key="status")
    sizes = st.multiselect("Innbyggere", list(SizeClass), select_all=False, key="storrelse")
    definition = st.segmented_control(
        "Definisjon", list(Definition), default=Definition.STANDARD, required=True, key="definisjon"
    )
    on = st.date_input("Dato", now, min_value=register.earliest, max_value=now, key="dato")

municipalities = register.at(Selection(on, definition, tuple(counties), tuple(statuses), tuple(sizes)), now)
in_places = municipalities[municipalities["in_places"]]
key_figures = figures(in_places)

columns = st.columns(4)
columns[0].metric("Vedtatt", f"{key_figures.adopted.part} av {key_figures.adopted.whole}")
columns[1].metric("Under arbeid", key_figures.counts[Status.IN_PROGRESS])
columns[2].metric("Utløpt", key_figures.counts[Status.EXPIRED])
columns[3].metric("Ikke undersøkt", key_figures.counts[Status.UNKNOWN])

country = folium.Map(location=[64.9, 17.5], zoom_start=4, tiles=None)
if address := os.environ.get("LEAFLET_URL"):
    # The benchmark runs without a network, so Leaflet comes from this machine. The rest of what folium loads by default
    # (bootstrap, jQuery, icon fonts) is left out, and so are background tiles: the real naive page is heavier.
    country.default_js = [("leaflet", f"{address}/leaflet.js")]
    country.default_css = [("leaflet_css", f"{address}/leaflet.css")]
areas = read_areas().join(municipalities[["status", "since", "matches"]])
folium.GeoJson(
    areas,
    style_function=style,
    tooltip=folium.GeoJsonTooltip(["navn", "status", "since"], aliases=["Kommune", "Status", "Siden"]),
).add_to(country)
# Asking back for the clicked area alone is the lightest: by default, st_folium also runs the page anew after each new
# map and at each pan.
clicked = st_folium(country, height=700, use_container_width=True, returned_objects=["last_active_drawing"])
if clicked["last_active_drawing"]:
    st.subheader(clicked["last_active_drawing"]["properties"]["navn"])

st.dataframe(by_county(in_places))
