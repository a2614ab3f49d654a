"""The municipality page: what the register knows of one municipality, how it knows it, and compared with whom."""

import streamlit as st

from lib.exports.view import MUNICIPALITY_PAGE, View
from lib.fragments.finder import former_notice, front, successor_choice
from lib.fragments.municipality import municipality_head, municipality_lead
from lib.fragments.render import render
from lib.register.register import load_register, today
from lib.register.selection import Selection
from lib.texts import _
from lib.ui import municipality_sections as sections
from lib.ui.frame import address_notice, page_title
from lib.ui.municipality_view import choose, current_view, publish, restore
from lib.ui.search import search_box
from lib.ui.take_away import take_away

register, now = load_register(), today()
restore(register)

notice, top = st.container(), st.container()
introduction, finder = st.columns([2, 1], gap="large", vertical_alignment="bottom")
with finder:
    search_box(register, choose)

view = current_view()
with notice:
    address_notice(publish(view))
municipalities = register.at(Selection(now, view.definition), now)
names = register.municipalities["navn"]

if view.number is not None:
    known = sections.gather(register, municipalities, view.number, view, now)
    with top:
        st.html(municipality_head(known.municipality))
    with introduction:
        st.html(municipality_lead(view.number, known.municipality))
    if view.former is not None:
        with notice:
            st.html(former_notice(view.former, names))
    st.set_page_config(page_title=page_title(known.municipality["navn"]))
    main, side = st.columns([3, 2], gap="large")
    with main:
        sections.status(known)
        sections.timeline(known)
        sections.sources(known)
    with side:
        sections.neighbours(known)
        shown = View(MUNICIPALITY_PAGE, now, Selection(now, view.definition), places=(view.number,))
        take_away(shown, register)
    with main if known.evidence.empty else side:
        sections.standing(known)
    sections.correction(known)
elif view.former is not None:
    with top:
        st.html(render("headline.html", text=_("{name} er delt").format(name=view.former.name)))
    with introduction:
        st.html(successor_choice(view.former, municipalities, view.address_definition))
else:
    with top:
        st.html(render("headline.html", text=_("Finn en kommune")))
    with introduction:
        st.html(
            render(
                "lead_text.html",
                text=_(
                    "Her står det registeret vet om én kommune: status og begrunnelse, kilder og tidslinje, naboene og "
                    "kommuner av samme størrelse. Skriv navnet eller nummeret i søkefeltet."
                ),
            )
        )
    st.html(front(municipalities))
