"""The start page: where in the country municipalities have a volunteering policy, and how sure that is."""

import streamlit as st

from lib.exports.view import MAP, View
from lib.register.register import load_register, today
from lib.texts import _
from lib.ui.card import card, open_card
from lib.ui.chart import draw_chart
from lib.ui.choropleth import choropleth
from lib.ui.filters import filter_panel
from lib.ui.frame import address_notice
from lib.ui.overview import overview
from lib.ui.search import search_box
from lib.ui.take_away import take_away
from lib.ui.view import publish, restore

register, now = load_register(), today()
restore(register, now)

notice, top = st.container(), st.container()
introduction, finder = st.columns([2, 1], gap="large", vertical_alignment="bottom")
map_column, side = st.columns([2, 1], gap="large")

with finder:
    search_box(register, open_card)

with side:
    card_place = st.container()
    view = filter_panel(register, now)
with notice:
    address_notice(publish(view, now))

said = overview(register, view.selection, view.level, now)

with top:
    st.html(said.headline)

with introduction:
    st.html(said.lead)

with card_place:
    card(register, view, now)

with map_column:
    st.html(said.summary)
    st.html(said.legend)
    choropleth(register, view, now)
    chosen = (view.chosen,) if view.chosen else ()
    take_away(View(MAP, now, view.selection, view.level, chosen), register)

st.html(said.key_figures)

st.html(f'<h2 class="section">{_("Fylke for fylke")}</h2>')
st.html(said.chart_legend)
draw_chart(register, View(MAP, now, view.selection), "fylker", key="fylker_graf")
st.html(said.county_table)
