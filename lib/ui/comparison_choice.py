"""The choices on the comparison page: the kind of place, the places, sets of them, and the definition."""

import streamlit as st

from lib.fragments.comparison_head import example_names
from lib.fragments.render import render
from lib.maps.choropleth import Level
from lib.register.address import DEFINITION, LEVEL
from lib.register.register import Register
from lib.register.status import Definition
from lib.register.suggestions import (
    MOST,
    largest_counties,
    largest_municipalities,
    latest_winners,
    split_counties,
    with_neighbours,
    with_same_county,
    with_same_size,
)
from lib.texts import _
from lib.texts.formats import alphabetical
from lib.texts.words import definition_meaning, definition_word
from lib.ui.comparison_view import (
    MESSAGE,
    PILLS,
    ComparisonView,
    add,
    choose,
    current_view,
    forget,
    pick_counties,
    remove,
)
from lib.ui.search import search_box


def choices(register: Register) -> ComparisonView:
    """Draw the choices.

    Parameters
    ----------
    register
        What there is to choose from.

    Returns
    -------
    ComparisonView
        What the visitor has chosen.
    """
    kind, search, strength = st.columns([3, 5, 4], gap="medium")
    with kind:
        st.segmented_control(
            _("Sammenlign"),
            list(Level),
            format_func={Level.MUNICIPALITIES: _("Kommuner"), Level.COUNTIES: _("Fylker")}.__getitem__,
            key=LEVEL,
            required=True,
            on_change=forget,
            wrap=True,
            width="stretch",
        )
    with strength:
        st.segmented_control(
            _("Hvor sikker må dokumentasjonen være?"),
            list(Definition),
            format_func=definition_word,
            key=DEFINITION,
            required=True,
            on_change=forget,
            wrap=True,
            width="stretch",
        )
        st.html(f'<p class="hint">{definition_meaning(st.session_state[DEFINITION])}</p>')
    view = current_view()
    with search:
        if view.level == Level.COUNTIES:
            _county_pills(register, view)
        else:
            _municipality_search(register, view)
        if message := st.session_state[MESSAGE]:
            st.html(render("message.html", text=message))
    return view


def _municipality_search(register: Register, view: ComparisonView) -> None:
    if len(view.places) < MOST:
        search_box(register, lambda number: add(number, register.municipalities.at[number, "navn"]))
    else:
        text = _("Seks er valgt, og flere kan ikke stå side om side. Fjern en for å velge en annen.")
        st.html(render("message.html", text=text))


def _county_pills(register: Register, view: ComparisonView) -> None:
    names = register.county_names
    st.session_state[PILLS] = list(view.places)
    st.pills(
        _("Velg to til seks fylker"),
        sorted(names, key=lambda number: alphabetical(names[number])),
        selection_mode="multi",
        format_func=names.__getitem__,
        key=PILLS,
        on_change=pick_counties,
        wrap=True,
    )


def chosen_municipalities(register: Register, names: dict[str, str]) -> None:
    """Draw a button to remove each chosen municipality, and sets to compare the first of them with.

    Parameters
    ----------
    register
        The municipalities.
    names
        Name of each chosen municipality, in their order.
    """
    with st.container(horizontal=True, key="valgte", gap="small"):
        for number, name in names.items():
            st.button(_("Fjern {name}").format(name=name), key=f"fjern_{number}", on_click=remove, args=(number,))
    first, name = next(iter(names.items()))
    sets = {
        _("Naboene til {name}"): with_neighbours(register, first),
        _("Like store som {name}"): with_same_size(register, first),
        _("I samme fylke som {name}"): with_same_county(register, first),
    }
    with st.container(horizontal=True, key="forslag", gap="small", vertical_alignment="center"):
        st.html(f"<p>{_('Forslag:')}</p>", width="content")
        for place, (label, numbers) in enumerate(sets.items()):
            if len(numbers) > 1:
                st.button(
                    label.format(name=name),
                    key=f"forslag_{place}",
                    on_click=choose,
                    args=(numbers,),
                    disabled=numbers == tuple(names),
                )


def examples(register: Register, level: Level) -> None:
    """Draw sets to begin with.

    Parameters
    ----------
    register
        The register.
    level
        Municipalities or counties.
    """
    if level == Level.COUNTIES:
        names = register.county_names
        sets = {_("De fem fylkene med flest innbyggere"): largest_counties(register)}
        sets |= {
            _("Fylkene som var {former}").format(former=name): parts for name, parts in split_counties(register).items()
        }
    else:
        names = register.municipalities["navn"].to_dict()
        sets = {
            _("De fem største kommunene"): largest_municipalities(register),
            _("De siste vinnerne av Årets frivillighetskommune"): latest_winners(register),
        }
    st.html(f'<h2 class="section">{_("Noe å begynne med")}</h2>')
    with st.container(key="eksempler", gap="small"):
        for place, (label, numbers) in enumerate(sets.items()):
            with st.container(horizontal=True, gap="small", vertical_alignment="center"):
                st.button(label, key=f"eksempel_{place}", on_click=choose, args=(numbers,))
                st.html(f"<p>{example_names(numbers, names)}</p>")
