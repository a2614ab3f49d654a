"""The state of the page of documents to learn from: the reader's municipality, places, kinds and years."""

from typing import Any

import streamlit as st

from lib.guide.documents import Wanted
from lib.register.address import COUNTY, MUNICIPALITY, SIZE, YEAR, Ignored, Parameters, read_choice, read_choices
from lib.register.register import Register
from lib.register.sizes import SizeClass
from lib.ui import address

PAGE = "forbilder"
TYPE = "type"
_NAMES = (MUNICIPALITY, COUNTY, SIZE, TYPE, YEAR)


def restore(register: Register, types: list[str], years: list[str]) -> None:
    """Set the state from the address.

    Parameters
    ----------
    register
        The municipalities and counties there are.
    types, years
        What else there is to choose from.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        own, wrong_own = read_choice(parameters, MUNICIPALITY, register.municipalities.index)
        counties, wrong_counties = read_choices(parameters, COUNTY, register.county_names)
        sizes, wrong_sizes = read_choices(parameters, SIZE, [size.value for size in SizeClass])
        kinds, wrong_kinds = read_choices(parameters, TYPE, types)
        when, wrong_years = read_choices(parameters, YEAR, years)
        if own and SIZE not in parameters:
            sizes = (register.municipalities.loc[own, "size_class"],)
        values = {
            MUNICIPALITY: own,
            COUNTY: list(counties),
            SIZE: [SizeClass(size) for size in sizes],
            TYPE: list(kinds),
            YEAR: list(when),
        }
        return values, wrong_own + wrong_counties + wrong_sizes + wrong_kinds + wrong_years

    address.restore(PAGE, read)


def choose_own_size(register: Register) -> None:
    """Choose the size of the reader's municipality; to be called when another is chosen.

    Parameters
    ----------
    register
        The size of each municipality.
    """
    own = st.session_state[MUNICIPALITY]
    st.session_state[SIZE] = [SizeClass(register.municipalities.loc[own, "size_class"])] if own else []


def clear() -> None:
    """Take away all choices; to be called in a callback."""
    st.session_state.update({MUNICIPALITY: None, COUNTY: [], SIZE: [], TYPE: [], YEAR: []})


def current_choice() -> Wanted:
    """Read which documents to show.

    Returns
    -------
    Wanted
        What the address or the visitor has chosen.
    """
    state = st.session_state
    # The order of the filters, not of the clicks, so that one choice has one address.
    return Wanted(
        tuple(sorted(state[COUNTY])),
        tuple(size for size in SizeClass if size in state[SIZE]),
        tuple(state[TYPE]),
        tuple(sorted(state[YEAR], reverse=True)),
    )


def publish(wanted: Wanted) -> list[Ignored]:
    """Write the state to the address when the visitor has changed it.

    Parameters
    ----------
    wanted
        What the page shows.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    own = {
        MUNICIPALITY: st.session_state[MUNICIPALITY] or "",
        COUNTY: ",".join(wanted.counties),
        SIZE: ",".join(wanted.sizes),
        TYPE: ",".join(wanted.types),
        YEAR: ",".join(wanted.years),
    }
    return address.publish(PAGE, {name: value for name, value in own.items() if value}, _NAMES)
