"""The self-assessment: a municipality or its organisations answer for themselves, and keep the answers themselves."""

import streamlit as st

from lib.fragments.assessment import assessment_lead
from lib.fragments.render import render
from lib.guide.recommendations import recommendations
from lib.register.register import load_register, today
from lib.texts import _
from lib.ui import assessment_sections as sections
from lib.ui.assessment_state import current, earlier, publish, restore
from lib.ui.frame import address_notice

register, now = load_register(), today()
restore(register, now)

notice = st.container()
st.html(render("headline.html", text=_("Hvordan står det til hos dere?")))
introduction, aside = st.columns([3, 2], gap="large")
with introduction:
    st.html(assessment_lead(sum(len(each.statements) for each in recommendations())))
with aside:
    st.html(render("assessment_where.html"))
sections.about(register, now)
sections.files(register, now)
with notice:
    address_notice(publish())

main, side = st.columns([3, 2], gap="large")
with main:
    sections.statements()
shown = sections.Profile(current(), earlier())
with side, st.container(key="profilen"):
    sections.profile(shown)
    sections.take_away(shown, register, now)
sections.findings(shown)
