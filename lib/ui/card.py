"""The card of the chosen municipality, with the button that closes it."""

from datetime import date
from urllib.parse import urlencode

import streamlit as st

from lib.fragments.card import Comparison, municipality_card
from lib.pages import address
from lib.register.evidence import evidence_of
from lib.register.register import Register
from lib.register.shares import figures
from lib.register.status import Definition
from lib.texts import _
from lib.ui.view import CHOSEN, FOCUS, View, address_of


def card(register: Register, view: View, today: date) -> None:
    """Draw the card of the chosen municipality; nothing when none is chosen.

    Parameters
    ----------
    register
        The observations.
    view
        Which municipality, and the date and definition that its status is derived for.
    today
        The present day.
    """
    if view.chosen is None:
        return
    selection = view.selection
    municipalities = register.at(selection, today)
    municipality = municipalities.loc[view.chosen]
    evidence = evidence_of(view.chosen, register.tables.policy_status, selection.on, selection.definition, today=today)
    in_county = municipalities[municipalities["fylkesnummer"] == municipality["fylkesnummer"]]
    comparisons = [
        Comparison(municipality["fylke"], figures(in_county).adopted),
        Comparison(_("Hele landet"), figures(municipalities).adopted),
    ]
    link = "?" + urlencode(address_of(view, today))
    definition = "" if selection.definition == Definition.STANDARD else selection.definition.value
    page = address("kommune", kommune=view.chosen, definisjon=definition)
    with st.container(key="kort", border=True):
        st.html(municipality_card(view.chosen, municipality, evidence, comparisons, link, page))
        st.button(_("Lukk kortet"), on_click=_close, width="stretch")


def open_card(number: str) -> None:
    """Choose a municipality and bring it into view.

    Parameters
    ----------
    number
        The municipality's number.
    """
    st.session_state[CHOSEN] = number
    st.session_state[FOCUS] = number


def _close() -> None:
    st.session_state[CHOSEN] = None
    st.session_state[FOCUS] = None
