"""A field for choosing a file that the browser reads by itself: the server is sent no file, and keeps none."""

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import streamlit as st
from streamlit.components.v1 import declare_component

from lib.texts.language import language
from lib.ui.frame import base_path

_field = declare_component("read_file", path=str(Path(__file__).parent / "components" / "read_file"))


class ReadFile(NamedTuple):
    """A file that was chosen.

    Attributes
    ----------
    name
        Its name.
    size
        How many bytes it has.
    text
        Its content; None when it was too large to be read.
    """

    name: str
    size: int
    text: str | None


def file_field(label: str, largest: int, key: str, chosen: Callable[[], None]) -> None:
    """Draw the field.

    Parameters
    ----------
    label
        What stands on it.
    largest
        How many bytes a file may have for being read.
    key
        Its key in ``st.session_state``.
    chosen
        Called when a file has been chosen; :func:`chosen_file` gives it.
    """
    font = f"{base_path()}/static/media/{_font()}"
    _field(label=label, largest=largest, language=language().value, font=font, key=key, default=None, on_change=chosen)


def chosen_file(key: str) -> ReadFile | None:
    """Give the file that was chosen last.

    Parameters
    ----------
    key
        The field's key.

    Returns
    -------
    ReadFile or None
        None when none has been, or when what came is no file.
    """
    value = st.session_state.get(key)
    if not isinstance(value, dict) or not isinstance(value.get("size"), int):
        return None
    text = value.get("text")
    return ReadFile(str(value.get("name", "")), value["size"], text if isinstance(text, str) else None)


@cache
def _font() -> str:
    """Name the file of the page's typeface, which the browser already has."""
    return next(Path(str(files("streamlit"))).glob("static/static/media/SourceSansVF-Upright*.woff2")).name
