"""The ways to take a view along: its files, and the code that shows it on another site."""

import streamlit as st

from lib.exports.view import View
from lib.fragments.downloads import view_downloads
from lib.register.register import Register
from lib.ui.embed_dialog import embed_button
from lib.ui.frame import site_root


def take_away(view: View, register: Register) -> None:
    """Draw the menu with the files of a view, and the button that embeds it.

    Parameters
    ----------
    view
        What the page shows now.
    register
        The register.
    """
    with st.container(key="ta_med"):
        st.html(view_downloads(register, view, site_root()))
        embed_button(view, register)
