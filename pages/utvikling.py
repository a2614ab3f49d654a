"""The development: how many municipalities have had a policy, year by year, in a curve, on the map and by name."""

import streamlit as st

from lib.exports.view import DEVELOPMENT, View
from lib.fragments.changes import change_table
from lib.fragments.development import (
    development_headline,
    development_lead,
    milestone_list,
    publication_table,
    series_legend,
    series_table,
)
from lib.register.address import DEFINITION
from lib.register.changes import changes
from lib.register.history import series_dates, status_series, undated_only
from lib.register.published import publications
from lib.register.register import load_register, today
from lib.register.selection import Selection
from lib.register.status import Definition
from lib.texts import _
from lib.texts.words import definition_meaning, definition_word
from lib.ui.chart import draw_chart
from lib.ui.development_view import SHOWN, restore
from lib.ui.frame import address_notice
from lib.ui.take_away import take_away
from lib.ui.time_travel import time_travel

register, now = load_register(), today()
restore(register, now)

notice, top = st.container(), st.container()
introduction, choice = st.columns([2, 1], gap="large", vertical_alignment="bottom")

with choice:
    definition = Definition(
        st.segmented_control(
            _("Hvor sikker må dokumentasjonen være?"),
            list(Definition),
            format_func=definition_word,
            key=DEFINITION,
            required=True,
            width="stretch",
        )
    )
    st.html(f'<p class="hint">{definition_meaning(definition)}</p>')

series, undated = status_series(register, definition, now), undated_only(register, definition, now)
with top:
    st.html(development_headline(series))
with introduction:
    st.html(development_lead(series, undated))

st.html(series_legend(definition))
draw_chart(register, View(DEVELOPMENT, now, Selection(now, definition)), "utvikling", key="utvikling_kurve")
shown = series_dates(register, now)[st.session_state[SHOWN]]
take_away(View(DEVELOPMENT, now, Selection(shown, definition)), register)

st.html(f'<h2 class="section">{_("Reis i tid på kartet")}</h2>')
ignored = time_travel(register, definition, now)
with notice:
    address_notice(ignored)

st.html(f'<h2 class="section">{_("Vedtatt, fornyet og utløpt, år for år")}</h2>')
st.html(change_table(changes(register, definition, now), register.municipalities["navn"]))

st.html(f'<h2 class="section">{_("Registeret år for år")}</h2>')
st.html(series_table(series, definition))

st.html(f'<h2 class="section">{_("Frivillighet Norges tellinger og andre publiserte tall")}</h2>')
st.html(publication_table(publications(register.tables.published_totals, "NO", now)))

st.html(f'<h2 class="section" id="milepaler">{_("Milepæler")}</h2>')
names = {**register.county_names, **register.municipalities["navn"]}
st.html(milestone_list(register.tables.milestones, names))
