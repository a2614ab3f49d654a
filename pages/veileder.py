"""The guide: how and why a municipality makes a policy."""

import streamlit as st

from lib.fragments.guide import guide
from lib.register.register import load_register, today

st.html(guide(load_register(), today()))
