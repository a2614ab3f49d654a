"""The state of the map page: kept in the widgets while a visitor works, and in the address for everyone else.

Streamlit can bind a widget to the address by itself, but then the address holds the words of one language, wrong
values vanish without a notice, and the back button skips the choices. So the address is read and written here.
"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from lib.maps.choropleth import Level
from lib.register.address import (
    COUNTY,
    DATE,
    DEFINITION,
    SIZE,
    STATUS,
    Ignored,
    read_choice,
    read_selection,
    write_selection,
)
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status

LEVEL = "niva"
MUNICIPALITY = "kommune"
# Outlined on the map and shown on the card; not a widget of its own.
CHOSEN = "valgt_kommune"
# The place to bring into view, by search, link or a click on a county.
FOCUS = "i_fokus"

_NAMES = (COUNTY, STATUS, SIZE, DEFINITION, DATE, LEVEL, MUNICIPALITY)
_ADDRESS = "_adresse"
_VIEW = "_visning"
_IGNORED = "_ubrukelig_i_adressen"


@dataclass(frozen=True)
class View:
    """What the page shows: the selection, the level of the map and the municipality on the card."""

    selection: Selection
    level: Level = Level.MUNICIPALITIES
    chosen: str | None = None


def restore(register: Register, today: date) -> None:
    """Set the widgets from the address, on a new visit and when the visitor goes back or forward.

    Parameters
    ----------
    register
        What there is to choose from.
    today
        The present day.
    """
    address = {name: st.query_params.get_all(name) for name in _NAMES if name in st.query_params}
    if st.session_state.get(_ADDRESS) != address:
        selection, ignored = read_selection(address, list(register.county_names), register.earliest, today)
        level, wrong_level = read_choice(address, LEVEL, [level.value for level in Level])
        chosen, wrong_chosen = read_choice(address, MUNICIPALITY, register.municipalities.index)
        view = View(selection, Level(level) if level else Level.MUNICIPALITIES, chosen)
        set_view(view)
        st.session_state[FOCUS] = chosen
        st.session_state[_ADDRESS] = address
        st.session_state[_VIEW] = view
        st.session_state[_IGNORED] = ignored + wrong_level + wrong_chosen


def set_view(view: View) -> None:
    """Put a view into the widgets; to be called before they are drawn, or in a callback.

    Parameters
    ----------
    view
        What to show.
    """
    selection = view.selection
    st.session_state[COUNTY] = list(selection.counties)
    st.session_state[STATUS] = list(selection.statuses)
    st.session_state[SIZE] = list(selection.sizes)
    st.session_state[DEFINITION] = selection.definition
    st.session_state[DATE] = selection.on
    st.session_state[LEVEL] = view.level
    st.session_state[CHOSEN] = view.chosen


def current_view() -> View:
    """Read the view from the widgets, in an order that does not depend on the order of clicks.

    Returns
    -------
    View
        What the visitor has chosen.
    """
    state = st.session_state
    return View(
        Selection(
            state[DATE],
            Definition(state[DEFINITION]),
            tuple(sorted(state[COUNTY])),
            tuple(status for status in Status if status in state[STATUS]),
            tuple(size for size in SizeClass if size in state[SIZE]),
        ),
        Level(state[LEVEL]),
        state[CHOSEN],
    )


def publish(view: View, today: date) -> list[Ignored]:
    """Write the view to the address when the visitor has changed it; a faulty address stands until then.

    Parameters
    ----------
    view
        What the page shows now.
    today
        The present day, which needs no mention.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    if view == st.session_state[_VIEW]:
        return st.session_state[_IGNORED]
    own = address_of(view, today)
    others = {name: st.query_params.get_all(name) for name in st.query_params if name not in _NAMES}
    st.query_params.from_dict({**others, **own})
    st.session_state[_ADDRESS] = {name: [value] for name, value in own.items()}
    st.session_state[_VIEW] = view
    st.session_state[_IGNORED] = []
    return []


def address_of(view: View, today: date) -> dict[str, str]:
    """Write a view as parameters of an address.

    Parameters
    ----------
    view
        What to show.
    today
        The present day, which needs no mention.

    Returns
    -------
    dict
        Names and values, without those that are as usual.
    """
    own = write_selection(view.selection, today)
    if view.level != Level.MUNICIPALITIES:
        own[LEVEL] = view.level.value
    if view.chosen is not None:
        own[MUNICIPALITY] = view.chosen
    return own
