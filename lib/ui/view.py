"""The state of the map page: what is selected, the level of the map and the municipality on the card."""

from dataclasses import dataclass
from datetime import date
from typing import Any

import streamlit as st

from lib.maps.choropleth import Level
from lib.register.address import (
    COUNTY,
    DATE,
    DEFINITION,
    LEVEL,
    MUNICIPALITY,
    SIZE,
    STATUS,
    Ignored,
    Parameters,
    read_choice,
    read_selection,
    write_selection,
)
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status
from lib.ui import address

PAGE = "kart"
# Outlined on the map and shown on the card; not a widget of its own.
CHOSEN = "valgt_kommune"
# The place to bring into view, by search, link or a click on a county.
FOCUS = "i_fokus"

_NAMES = (COUNTY, STATUS, SIZE, DEFINITION, DATE, LEVEL, MUNICIPALITY)


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

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        selection, ignored = read_selection(parameters, list(register.county_names), register.earliest, today)
        level, wrong_level = read_choice(parameters, LEVEL, [level.value for level in Level])
        chosen, wrong_chosen = read_choice(parameters, MUNICIPALITY, register.municipalities.index)
        view = View(selection, Level(level) if level else Level.MUNICIPALITIES, chosen)
        return _state_of(view) | {FOCUS: chosen}, ignored + wrong_level + wrong_chosen

    address.restore(PAGE, read)


def set_view(view: View) -> None:
    """Put a view into the widgets; to be called in a callback.

    Parameters
    ----------
    view
        What to show.
    """
    st.session_state.update(_state_of(view))


def _state_of(view: View) -> dict[str, Any]:
    selection = view.selection
    return {
        COUNTY: list(selection.counties),
        STATUS: list(selection.statuses),
        SIZE: list(selection.sizes),
        DEFINITION: selection.definition,
        DATE: selection.on,
        LEVEL: view.level,
        CHOSEN: view.chosen,
    }


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
    """Write the view to the address when the visitor has changed it.

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
    return address.publish(PAGE, address_of(view, today), _NAMES)


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
