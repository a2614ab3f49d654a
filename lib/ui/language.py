"""The language that the address asks for, spoken before anything is drawn."""

import streamlit as st

from lib.texts.language import LANGUAGE, Language, speak


def speak_as_asked() -> None:
    """Speak the language of the address, or bokmål.

    To be called first in the script, and first in every part of a page that reruns by itself: each of its reruns is
    a context of its own, in which nothing has been said yet.
    """
    asked = st.query_params.get(LANGUAGE)
    speak(Language(asked) if asked in set(Language) else Language.BOKMAL)
