"""The script that Streamlit runs: which pages there are."""

from pathlib import Path

import streamlit as st

from lib.texts import _

PAGES = Path(__file__).resolve().parents[2] / "pages"

st.set_page_config(page_title=_("Frivillighetspolitikk i kommunene"), layout="wide")
st.navigation([st.Page(PAGES / "kart.py", title=_("Kart"), default=True)], position="hidden").run()
