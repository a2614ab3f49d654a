"""The script that Streamlit runs: which pages there are, and what stands around each of them."""

from pathlib import Path

import streamlit as st

from lib.pages import pages
from lib.ui.frame import footer, masthead, page_title
from lib.ui.language import speak_as_asked

SCRIPTS = Path(__file__).resolve().parents[2] / "pages"

speak_as_asked()
known = pages()
page = st.navigation(
    [
        st.Page(SCRIPTS / f"{page.name}.py", title=page.title, url_path=page.path or None, default=not page.path)
        for page in known
    ],
    position="hidden",
)
st.set_page_config(page_title=page_title(page.title), layout="wide")
masthead(page.url_path)
page.run()
footer()
