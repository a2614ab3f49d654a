"""The state of the municipality page: which municipality, by which number it was asked for, and the definition."""

from typing import Any, NamedTuple

import streamlit as st

from lib.register.address import DEFINITION, MUNICIPALITY, Ignored, Parameters, read_choice
from lib.register.former import Former, read_municipality
from lib.register.register import Register
from lib.register.status import Definition
from lib.ui import address

PAGE = "kommune"
CHOSEN = "vist_kommune"
FORMER = "tidligere_nummer"
# Streamlit forgets the value of a widget that a run leaves out, as the front and the unknown municipalities do.
KEPT_DEFINITION = "valgt_definisjon"


class MunicipalityView(NamedTuple):
    """What the page shows.

    Attributes
    ----------
    number
        The municipality; None when none is chosen.
    former
        The former number that the address names; None when it names a present one.
    definition
        Which observations count.
    """

    number: str | None
    former: Former | None
    definition: Definition

    @property
    def address_definition(self) -> str:
        """The definition as it stands in addresses: empty for the usual one."""
        return "" if self.definition == Definition.STANDARD else self.definition.value


def restore(register: Register) -> None:
    """Set the state from the address.

    Parameters
    ----------
    register
        The municipalities there are and were.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        found = read_municipality(
            parameters, MUNICIPALITY, register.municipalities.index, register.tables.former_numbers
        )
        definition, wrong = read_choice(parameters, DEFINITION, [d.value for d in Definition])
        chosen = Definition(definition) if definition else Definition.STANDARD
        values = {CHOSEN: found.number, FORMER: found.former, DEFINITION: chosen, KEPT_DEFINITION: chosen}
        return values, found.ignored + wrong

    address.restore(PAGE, read)


def choose(number: str) -> None:
    """Choose a municipality; to be called in a callback.

    Parameters
    ----------
    number
        The municipality's number.
    """
    st.session_state[CHOSEN] = number
    st.session_state[FORMER] = None


def current_view() -> MunicipalityView:
    """Read what the page shows; to be called before the choice of definition is drawn.

    Returns
    -------
    MunicipalityView
        What the address or the visitor has chosen.
    """
    state = st.session_state
    if DEFINITION not in state:
        state[DEFINITION] = state[KEPT_DEFINITION]
    state[KEPT_DEFINITION] = Definition(state[DEFINITION])
    return MunicipalityView(state[CHOSEN], state[FORMER], state[KEPT_DEFINITION])


def publish(view: MunicipalityView) -> list[Ignored]:
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
    asked = view.number or (view.former.number if view.former else "")
    own = {MUNICIPALITY: asked, DEFINITION: view.address_definition}
    return address.publish(PAGE, {name: value for name, value in own.items() if value}, (MUNICIPALITY, DEFINITION))
