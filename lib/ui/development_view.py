"""The state of the development page: the definition, the year on the map, and whether the years are played."""

from datetime import date
from typing import Any

import streamlit as st

from lib.register.address import DEFINITION, YEAR, Ignored, Parameters, read_choice
from lib.register.history import series_dates
from lib.register.register import Register
from lib.register.status import Definition
from lib.ui import address

PAGE = "utvikling"
# The year on the map while the years are played: the slider follows, and never leads.
SHOWN = "vist_aar"
PLAYING = "spiller"

_NAMES = (DEFINITION, YEAR)


def restore(register: Register, today: date) -> None:
    """Set the state from the address.

    Parameters
    ----------
    register
        Its years are those to choose from.
    today
        The present day.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        definition, wrong_definition = read_choice(parameters, DEFINITION, [d.value for d in Definition])
        year, wrong_year = read_choice(parameters, YEAR, [str(year) for year in series_dates(register, today)])
        chosen = int(year) if year else today.year
        state = {
            DEFINITION: Definition(definition) if definition else Definition.STANDARD,
            YEAR: chosen,
            SHOWN: chosen,
            PLAYING: False,
        }
        return state, wrong_definition + wrong_year

    address.restore(PAGE, read)


def publish(today: date) -> list[Ignored]:
    """Write the state to the address when the visitor has changed it.

    Parameters
    ----------
    today
        The present day, whose year needs no mention.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    definition, year = st.session_state[DEFINITION], st.session_state[SHOWN]
    own = {
        DEFINITION: "" if definition == Definition.STANDARD else definition,
        YEAR: "" if year == today.year else str(year),
    }
    return address.publish(PAGE, {name: value for name, value in own.items() if value}, _NAMES)
