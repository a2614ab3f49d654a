"""The address as the state of a page: read into the widgets, and written when a visitor has changed them.

Streamlit can bind a widget to the address by itself, but then the address holds the words of one language, wrong
values vanish without a notice, and the back button skips the choices. So every page reads and writes its own.
"""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from lib.register.address import Ignored, Parameters

Reader = Callable[[Parameters], tuple[dict[str, Any], list[Ignored]]]

_ADDRESS = "_adresse"
_WRITTEN = "_skrevet"
_IGNORED = "_ubrukelig_i_adressen"


def restore(page: str, read: Reader) -> None:
    """Set the page's state from the address: on a new visit, after a link, and on the way back or forward.

    Parameters
    ----------
    page
        Name of the page, so that one page never takes over the state of another.
    read
        Turns the address into values of ``st.session_state``, widget keys among them, and tells what it cannot use.
        To be called before the widgets are drawn.
    """
    address = (page, {name: st.query_params.get_all(name) for name in st.query_params})
    if st.session_state.get(_ADDRESS) == address:
        return
    values, ignored = read(address[1])
    st.session_state.update(values)
    st.session_state[_ADDRESS] = address
    st.session_state[_WRITTEN] = None
    st.session_state[_IGNORED] = ignored


def publish(page: str, own: Mapping[str, str], names: tuple[str, ...]) -> list[Ignored]:
    """Write the page's state to the address when the visitor has changed it; a faulty address stands until then.

    Parameters
    ----------
    page
        Name of the page.
    own
        The state as parameters, without those that are as usual.
    names
        All parameters of the page; others in the address are left as they are.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    written = st.session_state[_WRITTEN]
    st.session_state[_WRITTEN] = dict(own)
    if written is None or written == own:
        return st.session_state[_IGNORED]
    others = {name: st.query_params.get_all(name) for name in st.query_params if name not in names}
    st.query_params.from_dict({**others, **own})
    st.session_state[_ADDRESS] = (page, others | {name: [value] for name, value in own.items()})
    st.session_state[_IGNORED] = []
    return []
