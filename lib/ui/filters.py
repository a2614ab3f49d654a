"""The choices beside the map: level, places, status, definition and date."""

from datetime import date

import streamlit as st

from lib.maps.choropleth import Level
from lib.register.address import COUNTY, DATE, DEFINITION, LEVEL, SIZE, STATUS
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status
from lib.texts import _
from lib.texts.words import definition_meaning, definition_word, size_word, status_word
from lib.ui.view import FOCUS, View, current_view, set_view


def filter_panel(register: Register, today: date) -> View:
    """Draw the choices.

    Parameters
    ----------
    register
        What there is to choose from.
    today
        The present day, the latest date to choose.

    Returns
    -------
    View
        What the visitor has chosen.
    """
    st.segmented_control(
        _("Vis på kartet"),
        list(Level),
        format_func={Level.MUNICIPALITIES: _("Kommuner"), Level.COUNTIES: _("Fylker")}.__getitem__,
        key=LEVEL,
        required=True,
        width="stretch",
    )
    st.multiselect(
        _("Fylke"),
        list(register.county_names),
        format_func=register.county_names.__getitem__,
        key=COUNTY,
        placeholder=_("Alle fylker"),
        filter_mode=None,
        select_all=False,
    )
    st.pills(_("Status"), list(Status), selection_mode="multi", format_func=status_word, key=STATUS, wrap=True)
    st.multiselect(
        _("Innbyggere i kommunen"),
        list(SizeClass),
        format_func=lambda size: size_word(size.smallest, size.largest),
        key=SIZE,
        placeholder=_("Alle størrelser"),
        filter_mode=None,
        select_all=False,
    )
    st.segmented_control(
        _("Hvor sikker må dokumentasjonen være?"),
        list(Definition),
        format_func=definition_word,
        key=DEFINITION,
        required=True,
        width="stretch",
    )
    st.html(f'<p class="hint">{definition_meaning(st.session_state[DEFINITION])}</p>')
    st.date_input(
        _("Slik det var"),
        min_value=register.earliest,
        max_value=today,
        key=DATE,
        format="DD.MM.YYYY",
    )
    view = current_view()
    st.button(
        _("Nullstill alle valg"),
        on_click=_clear,
        args=(today,),
        disabled=view == View(Selection(today)),
        width="stretch",
    )
    return view


def _clear(today: date) -> None:
    set_view(View(Selection(today)))
    st.session_state[FOCUS] = None
