"""The start page: where in the country municipalities have a volunteering policy, and how sure that is."""

import streamlit as st

from lib.fragments.counties import county_table
from lib.fragments.figures import headline, key_figures, lead
from lib.fragments.legend import chart_legend, share_legend, status_legend
from lib.fragments.summary import place_in_words, selection_summary
from lib.maps.choropleth import Level
from lib.register.published import latest_mapping, quoted_mapping
from lib.register.register import load_register, today
from lib.register.shares import by_county, figures
from lib.texts import _
from lib.texts.formats import day
from lib.ui.card import card, open_card
from lib.ui.choropleth import choropleth
from lib.ui.county_chart import draw_county_chart
from lib.ui.filters import filter_panel
from lib.ui.frame import address_notice
from lib.ui.search import search_box
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

selection = view.selection
municipalities = register.at(selection, now)
in_places = municipalities[municipalities["in_places"]]
matching = municipalities[municipalities["matches"]]
country, chosen, counties = figures(municipalities), figures(in_places), by_county(in_places)
published = register.tables.published_totals
latest = latest_mapping(published, "NO", selection.on)
when = "" if selection.on == now else day(selection.on)
place = place_in_words(selection, register.county_names)

with top:
    st.html(headline(country, when))

with introduction:
    st.html(lead(country, latest))

with card_place:
    card(register, municipalities, view, now)

with map_column:
    st.html(selection_summary(chosen, selection, place, when))
    st.html(share_legend() if view.level == Level.COUNTIES else status_legend(figures(matching)))
    choropleth(register, municipalities, view)

st.html(key_figures(chosen, place, latest, quoted_mapping(published, selection.on)))

st.html(f'<h2 class="section">{_("Fylke for fylke")}</h2>')
st.html(chart_legend(selection.statuses))
draw_county_chart(register, selection, now)
st.html(
    county_table(
        counties,
        chosen,
        register.tables,
        on=selection.on,
        statuses=selection.statuses,
        caption=_("Kommuner etter status i hvert fylke. Velg en overskrift for å sortere."),
    )
)
