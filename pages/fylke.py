"""The county page: a county's municipalities and its council, or all fifteen councils side by side."""

import streamlit as st

from lib.exports.view import COUNTY_PAGE, View
from lib.register.register import load_register, today
from lib.register.selection import Selection
from lib.ui.county_sections import all_councils, council, development, introduction, municipalities_of, overview
from lib.ui.county_view import county_choice, publish, restore
from lib.ui.frame import address_notice, page_title
from lib.ui.links import follow_click
from lib.ui.take_away import take_away

follow_click()
register, now = load_register(), today()
restore(register)

notice, top = st.container(), st.container()
text, choice = st.columns([2, 1], gap="large", vertical_alignment="bottom")
with choice:
    view = county_choice(register)
with notice:
    address_notice(publish(view))

if view.county is None:
    all_councils(register, now, view.former, notice=notice, top=top, text=text)
else:
    st.set_page_config(page_title=page_title(register.county_names[view.county]))
    municipalities = register.at(Selection(now, counties=(view.county,)), now)
    introduction(register, municipalities, view.county, now, top=top, text=text)
    overview(register, municipalities, view.county, now)
    take_away(View(COUNTY_PAGE, now, Selection(now), places=(view.county,)), register)
    municipalities_of(register, municipalities, view.county, now)
    development(register, view.county, now)
    council(register, view.county, now)
