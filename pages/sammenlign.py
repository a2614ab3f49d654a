"""The comparison page: two to six municipalities or counties side by side."""

import streamlit as st

from lib.exports.view import COMPARISON, View
from lib.fragments.comparison_head import places_notice
from lib.maps.choropleth import Level
from lib.register.register import load_register, today
from lib.register.selection import Selection
from lib.ui import comparison_sections as sections
from lib.ui.comparison_choice import choices
from lib.ui.comparison_view import asked_for, links_that_add, publish, restore
from lib.ui.frame import address_notice
from lib.ui.take_away import take_away

register, now = load_register(), today()
restore(register)

notice, top = st.container(), st.container()
view = choices(register)
with notice:
    address_notice(publish(view))
    read = asked_for()
    if read is not None:
        names = register.county_names if view.level == Level.COUNTIES else register.municipalities["navn"]
        told = places_notice(read, names, links_that_add(view, read))
        if told:
            st.html(told)

if not view.places:
    sections.nothing_chosen(register, view, top)
elif view.level == Level.COUNTIES:
    sections.counties(register, view, now, top)
else:
    sections.municipalities(register, view, now, top)

if view.places:
    take_away(View(COMPARISON, now, Selection(now, view.definition), view.level, view.places), register)
