"""About the register: what it is, how a status comes about, what is not known, and how to use and correct it."""

import streamlit as st

from lib.fragments.about import about
from lib.register.register import load_register, today

st.html(about(load_register(), today()))
