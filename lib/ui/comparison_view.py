"""The state of the comparison page: municipalities or counties, which of them, and the definition."""

from dataclasses import dataclass
from typing import Any

import streamlit as st

from lib.maps.choropleth import Level
from lib.pages import address as link
from lib.register.address import DEFINITION, LEVEL, Ignored, Parameters, read_choice
from lib.register.places import (
    COUNTIES,
    MUNICIPALITIES,
    Places,
    earlier_county,
    earlier_municipality,
    read_places,
)
from lib.register.register import Register
from lib.register.status import Definition
from lib.register.suggestions import MOST
from lib.texts import _
from lib.ui import address

PAGE = "sammenlign"
# The pills of the counties; what is chosen is kept apart, in the order in which it was chosen.
PILLS = "fylkesvalg"
# What the address asked for that is not shown as it stands there, and what a click could not do.
READ = "lest_sammenligning"
MESSAGE = "melding_sammenligning"

_NAMES = (MUNICIPALITIES, COUNTIES, DEFINITION, LEVEL)
_CHOSEN = {Level.MUNICIPALITIES: "sammenlign_kommuner", Level.COUNTIES: "sammenlign_fylker"}
_PARAMETER = {Level.MUNICIPALITIES: MUNICIPALITIES, Level.COUNTIES: COUNTIES}


@dataclass(frozen=True)
class ComparisonView:
    """What the page shows: which kind of place, which ones in the order of the columns, and the definition."""

    level: Level = Level.MUNICIPALITIES
    places: tuple[str, ...] = ()
    definition: Definition = Definition.STANDARD


def restore(register: Register) -> None:
    """Set the state from the address.

    Parameters
    ----------
    register
        What there is to choose from.
    """

    def read(parameters: Parameters) -> tuple[dict[str, Any], list[Ignored]]:
        level, wrong = read_choice(parameters, LEVEL, [level.value for level in Level])
        definition, wrong_definition = read_choice(parameters, DEFINITION, [d.value for d in Definition])
        municipalities = read_places(
            parameters,
            MUNICIPALITIES,
            register.municipalities.index,
            lambda number: earlier_municipality(register, number),
            MOST,
        )
        counties = read_places(
            parameters, COUNTIES, register.county_names, lambda number: earlier_county(register, number), MOST
        )
        ignored = wrong + wrong_definition + municipalities.ignored + counties.ignored
        asked_for_municipalities = bool(municipalities.chosen or municipalities.split)
        if asked_for_municipalities or not (counties.chosen or counties.split):
            shown, found = Level.MUNICIPALITIES, municipalities
            if asked_for_municipalities and counties.chosen:
                ignored.append(Ignored(COUNTIES, ",".join(counties.chosen)))
            elif not asked_for_municipalities and level:
                shown = Level(level)
        else:
            shown, found = Level.COUNTIES, counties
        values = {
            LEVEL: shown,
            DEFINITION: Definition(definition) if definition else Definition.STANDARD,
            READ: found,
            MESSAGE: "",
            _CHOSEN[Level.MUNICIPALITIES]: found.chosen if shown == Level.MUNICIPALITIES else (),
            _CHOSEN[Level.COUNTIES]: found.chosen if shown == Level.COUNTIES else (),
        }
        return values, ignored

    address.restore(PAGE, read)


def current_view() -> ComparisonView:
    """Read the view from the state.

    Returns
    -------
    ComparisonView
        What the address or the visitor has chosen.
    """
    state = st.session_state
    level = Level(state[LEVEL])
    return ComparisonView(level, state[_CHOSEN[level]], Definition(state[DEFINITION]))


def publish(view: ComparisonView) -> list[Ignored]:
    """Write the view to the address when the visitor has changed it.

    Parameters
    ----------
    view
        What the page shows now.

    Returns
    -------
    list of Ignored
        The values in the address that could not be used, as long as they stand there.
    """
    return address.publish(PAGE, address_of(view), _NAMES)


def address_of(view: ComparisonView) -> dict[str, str]:
    """Write a view as parameters of an address.

    Parameters
    ----------
    view
        What to show.

    Returns
    -------
    dict
        Names and values, without those that are as usual.
    """
    own = {}
    if view.places:
        own[_PARAMETER[view.level]] = ",".join(view.places)
    elif view.level != Level.MUNICIPALITIES:
        own[LEVEL] = view.level.value
    if view.definition != Definition.STANDARD:
        own[DEFINITION] = view.definition.value
    return own


def asked_for() -> Places | None:
    """Tell what the address asked for, as long as the visitor has changed nothing.

    Returns
    -------
    Places or None
        None after the first change.
    """
    return st.session_state[READ]


def links_that_add(view: ComparisonView, read: Places) -> dict[str, str]:
    """Write the addresses that add what a former number was split into.

    Parameters
    ----------
    view
        What the page shows now.
    read
        What the address asks for.

    Returns
    -------
    dict
        An address for each number that there is room for.
    """
    if len(view.places) >= MOST:
        return {}
    numbers = [number for one in read.split for number in one.successors if number not in view.places]
    return {
        number: link(PAGE, **address_of(ComparisonView(view.level, (*view.places, number), view.definition)))
        for number in numbers
    }


def forget() -> None:
    """Leave what the address said behind; to be called when the visitor changes something."""
    st.session_state[READ] = None
    st.session_state[MESSAGE] = ""


def choose(numbers: tuple[str, ...]) -> None:
    """Compare a set of places; to be called in a callback.

    Parameters
    ----------
    numbers
        The places, instead of those that were chosen before.
    """
    forget()
    st.session_state[_CHOSEN[Level(st.session_state[LEVEL])]] = numbers


def add(number: str, name: str) -> None:
    """Add a municipality, as long as there is room; to be called in a callback.

    Parameters
    ----------
    number, name
        The municipality.
    """
    chosen = current_view().places
    if number in chosen:
        st.session_state[MESSAGE] = _("{name} er allerede med.").format(name=name)
    elif len(chosen) < MOST:
        choose((*chosen, number))


def remove(number: str) -> None:
    """Leave a place out; to be called in a callback.

    Parameters
    ----------
    number
        The place.
    """
    choose(tuple(other for other in current_view().places if other != number))


def pick_counties() -> None:
    """Take over what is chosen among the counties, the newest last, six at most; to be called in a callback."""
    before, now = current_view().places, st.session_state[PILLS]
    kept = tuple(number for number in before if number in now)
    new = tuple(number for number in now if number not in before)
    choose((*kept, *new)[:MOST])
    if len(kept) + len(new) > MOST:
        st.session_state[MESSAGE] = _("Du kan sammenligne høyst seks fylker. Fjern ett for å velge et annet.")
