"""The search box: finds a municipality by any of its names."""

from collections.abc import Callable

import streamlit as st

from lib.geography.search import SearchIndex, build_index, find
from lib.register.register import Register
from lib.texts import _

QUERY = "sok"
LIMIT = 6


@st.cache_resource(show_spinner=False)
def _index(_register: Register) -> SearchIndex:
    return build_index(_register.tables.municipalities)


def search_box(register: Register, choose: Callable[[str], None]) -> None:
    """Draw the search box and, while something is typed, what it finds.

    Parameters
    ----------
    register
        The municipalities to search among.
    choose
        Called with the number of the municipality that the visitor chooses.
    """

    def chosen(number: str) -> None:
        choose(number)
        st.session_state[QUERY] = ""

    with st.container(key="sokefelt", gap=None):
        query = st.text_input(
            _("Finn en kommune"),
            key=QUERY,
            type="search",
            placeholder=_("Skriv navn eller nummer, for eksempel Karasjok eller 4601"),
            autocomplete="off",
            live="150ms",
        )
        if not query:
            return
        found = find(_index(register), query, limit=LIMIT)
        with st.container(key="treff", gap=None):
            if not found:
                st.html(f'<p role="status">{_("Ingen kommune heter det. Prøv færre bokstaver.")}</p>')
            for number in found:
                municipality = register.municipalities.loc[number]
                st.button(
                    f"{municipality['offisielt_navn']}, {municipality['fylke']}",
                    key=f"treff_{number}",
                    on_click=chosen,
                    args=(number,),
                    type="tertiary",
                    width="stretch",
                )
