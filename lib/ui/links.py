"""Ways from a click on one page to another page."""

import streamlit as st

from lib.fragments.render import render
from lib.register.address import MUNICIPALITY

_GO_TO = "til_kommune"


def open_municipality(number: str) -> None:
    """Ask for the page of a municipality; to be called in a callback.

    Parameters
    ----------
    number
        The municipality's number.
    """
    st.session_state[_GO_TO] = number


def follow_click() -> None:
    """Go to the page of the municipality that was asked for; nothing when none was.

    The browser is handed a link that our script follows at once, as if it had been clicked: ``st.switch_page`` would
    leave a step in the history that is neither the page before nor the page after.
    """
    place = st.empty()
    number = st.session_state.pop(_GO_TO, None)
    if number is not None:
        place.html(render("way.html", parameters={MUNICIPALITY: number}))
