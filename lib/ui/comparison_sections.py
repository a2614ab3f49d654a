"""The sections of the comparison page, each from the register to the screen."""

from datetime import date
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.charts.comparison import municipalities_chart, municipalities_chart_alt
from lib.charts.counties import county_chart, county_chart_alt
from lib.charts.spec import self_contained
from lib.fragments.comparison import counties_table, municipalities_table
from lib.fragments.comparison_head import counties_finding, invitation, municipalities_finding
from lib.fragments.legend import chart_legend
from lib.maps.choropleth import Level
from lib.palette import Theme
from lib.register.comparison import county_facts, municipality_facts, periods_of
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import by_county
from lib.register.status import Definition
from lib.texts import _
from lib.texts.language import kept_by_language
from lib.ui.comparison_choice import chosen_municipalities, examples
from lib.ui.comparison_view import ComparisonView

# Sets of places in two schemes and three definitions, as far as they are asked for.
_KEPT = 256


def nothing_chosen(register: Register, view: ComparisonView, top: DeltaGenerator) -> None:
    """Say what can be compared, and offer sets to begin with.

    Parameters
    ----------
    register
        The register.
    view
        The page's state.
    top
        Where the heading goes.
    """
    if view.level == Level.COUNTIES:
        title = _("Sammenlign fylker")
        text = _(
            "Velg to til seks fylker, så står de side om side: hvor mange kommuner som har vedtatt, hvor mange "
            "innbyggere de når, og hva fylkeskommunen selv har gjort."
        )
    else:
        title = _("Sammenlign kommuner")
        text = _(
            "Velg to til seks kommuner, så står de side om side: status, dokument, gyldighet, hvor sterk "
            "dokumentasjonen er, og hva naboene har gjort."
        )
    top.html(invitation(title, text))
    examples(register, view.level)


def municipalities(register: Register, view: ComparisonView, today: date, top: DeltaGenerator) -> None:
    """Show the chosen municipalities side by side.

    Parameters
    ----------
    register, view, top
        As for :func:`nothing_chosen`.
    today
        The present day.
    """
    facts = municipality_facts(register, view.places, view.definition, today)
    top.html(municipalities_finding(facts, view.definition))
    chosen_municipalities(register, {one.number: one.name for one in facts})
    st.html(municipalities_table(facts, view.definition))
    st.html(f'<h2 class="section">{_("Over tid")}</h2>')
    made = _municipalities_chart(register, view.places, view.definition, today, st.context.theme.type or "light")
    if made is None:
        told = (
            _("Ingen av kildene er datert, så det er ingen tidslinje å vise.")
            if any(one.strengths for one in facts)
            else _("Vi kjenner ingen kilde som teller, så det er ingen tidslinje å vise.")
        )
        st.html(f"<p>{told}</p>")
        return
    spec, alternative = made
    st.html(chart_legend())
    st.vega_lite_chart(spec=spec, theme=None, alt=alternative, key=f"tid_{'_'.join(view.places)}")
    explanation = _(
        "Båndet viser statusen etter de daterte kildene, og hver prikk er en slik kilde. Firkanten er statusen i dag, "
        "der også kilder uten dato teller. En strek etter i dag viser hvor lenge dokumentet gjelder ifølge kilden."
    )
    st.html(f'<p class="remarks">{explanation}</p>')


@kept_by_language(_KEPT)
def _municipalities_chart(
    register: Register, places: tuple[str, ...], definition: Definition, today: date, theme: Theme
) -> tuple[dict[str, Any], str] | None:
    facts = municipality_facts(register, places, definition, today)
    periods = periods_of(register, facts, definition, today)
    if not periods:
        return None
    return self_contained(municipalities_chart(facts, periods, today, theme)), municipalities_chart_alt(facts, periods)


def counties(register: Register, view: ComparisonView, today: date, top: DeltaGenerator) -> None:
    """Show the chosen counties side by side.

    Parameters
    ----------
    register, view, today, top
        As for :func:`municipalities`.
    """
    facts = county_facts(register, view.places, view.definition, today)
    top.html(counties_finding(facts, view.definition))
    st.html(counties_table(facts))
    st.html(f'<h2 class="section">{_("Kommunene i fylkene etter status")}</h2>')
    st.html(chart_legend())
    spec, alternative = _counties_chart(register, view.places, view.definition, today, st.context.theme.type or "light")
    st.vega_lite_chart(spec=spec, theme=None, alt=alternative, key=f"andeler_{'_'.join(view.places)}")


@kept_by_language(_KEPT)
def _counties_chart(
    register: Register, places: tuple[str, ...], definition: Definition, today: date, theme: Theme
) -> tuple[dict[str, Any], str]:
    selection = Selection(today, definition, counties=places)
    table = register.at(selection, today)
    shown = by_county(table[table["in_places"]])
    return self_contained(county_chart(shown, theme=theme)), county_chart_alt(shown)
