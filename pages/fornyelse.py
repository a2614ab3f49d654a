"""The renewal watch: documents that run out, policies nobody has confirmed for long, and those that have run out."""

import streamlit as st

from lib.exports.view import RENEWAL, View
from lib.fragments.renewal import ending_table, expired_table, renewal_headline, renewal_lead, unconfirmed_table
from lib.register.address import COUNTY
from lib.register.register import load_register, today
from lib.register.renewal import renewal
from lib.register.selection import Selection
from lib.register.status import Definition
from lib.texts import _
from lib.texts.sentences import places_phrase
from lib.ui.frame import address_notice
from lib.ui.renewal_view import publish, restore
from lib.ui.take_away import take_away

register, now = load_register(), today()
restore(register)

notice, top = st.container(), st.container()
introduction, choice = st.columns([2, 1], gap="large", vertical_alignment="bottom")

with choice:
    counties = st.multiselect(
        _("Fylke"),
        list(register.county_names),
        format_func=register.county_names.__getitem__,
        key=COUNTY,
        placeholder=_("Alle fylker"),
        filter_mode=None,
        select_all=False,
    )
with notice:
    address_notice(publish())

chosen = renewal(register, Definition.STANDARD, now).within(counties)
place = places_phrase([register.county_names[county] for county in sorted(counties)], [])
with top:
    st.html(renewal_headline(chosen, place, now))
with introduction:
    st.html(renewal_lead(chosen))
    take_away(View(RENEWAL, now, Selection(now, counties=tuple(sorted(counties)))), register)

st.html(f'<h2 class="section">{_("Går ut i år eller neste år")}</h2>' + ending_table(chosen.ending, place))
st.html(f'<h2 class="section">{_("Blir snart ubekreftet")}</h2>' + unconfirmed_table(chosen.unconfirmed, place))
st.html(f'<h2 class="section">{_("Utløpt eller ubekreftet")}</h2>' + expired_table(chosen.expired, place))
