"""The state of the county page: which county is chosen, and the former one that an old address asked for."""

from typing import Any, NamedTuple

import streamlit as st

from lib.register.address import COUNTY, Ignored, Parameters, read_choice
from lib.register.former_counties import successors
from lib.register.register import Register
from lib.texts import _
from lib.texts.formats import alphabetical
from lib.ui import address

PAGE = "fylke"
CHOSEN = "valgt_fylke"
FORMER = "tidligere_fylke"
ALL = ""


class CountyView(NamedTuple):
    """The chosen county, None for all of them, and the former county that the address names."""

    county: str | None
    former: str | None


def restore(register: Register) -> None:
    """Set the state from the address.

    Parameters
    ----------
    register
        What there is to choose from.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        county, ignored = read_choice(parameters, COUNTY, register.county_names)
        former = next((item.value for item in ignored if successors(register.tables, item.value)), None)
        return {CHOSEN: county or ALL, FORMER: former}, [item for item in ignored if item.value != former]

    address.restore(PAGE, read)


def choose_county(number: str) -> None:
    """Choose a county; to be called in a callback.

    Parameters
    ----------
    number
        County number.
    """
    st.session_state[CHOSEN] = number
    _forget()


def _forget() -> None:
    st.session_state[FORMER] = None


def county_choice(register: Register) -> CountyView:
    """Draw the choice of county.

    Parameters
    ----------
    register
        What there is to choose from.

    Returns
    -------
    CountyView
        What the visitor has chosen.
    """
    names = register.county_names
    st.selectbox(
        _("Velg fylke"),
        [ALL, *sorted(names, key=lambda number: alphabetical(names[number]))],
        format_func=lambda number: names.get(number, _("Alle fylker")),
        key=CHOSEN,
        on_change=_forget,
        placeholder=_("Alle fylker"),
        filter_mode=None,
    )
    return CountyView(st.session_state[CHOSEN] or None, st.session_state[FORMER])


def publish(view: CountyView) -> list[Ignored]:
    """Write the state to the address when the visitor has changed it.

    Parameters
    ----------
    view
        What the page shows now.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    shown = view.county or view.former
    return address.publish(PAGE, {COUNTY: shown} if shown else {}, (COUNTY,))
