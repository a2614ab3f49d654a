"""The state of the renewal page: the counties that it is restricted to."""

from typing import Any

import streamlit as st

from lib.register.address import COUNTY, Ignored, Parameters, read_choices
from lib.register.register import Register
from lib.ui import address

PAGE = "fornyelse"


def restore(register: Register) -> None:
    """Set the state from the address.

    Parameters
    ----------
    register
        What there is to choose from.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        counties, ignored = read_choices(parameters, COUNTY, register.county_names)
        return {COUNTY: list(counties)}, ignored

    address.restore(PAGE, read)


def publish() -> list[Ignored]:
    """Write the state to the address when the visitor has changed it.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    chosen = ",".join(sorted(st.session_state[COUNTY]))
    return address.publish(PAGE, {COUNTY: chosen} if chosen else {}, (COUNTY,))
