"""The sections of the comparison page, each from the register to the screen."""

from datetime import date

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.exports.charts import CHARTS
from lib.exports.view import COMPARISON, View
from lib.fragments.comparison import counties_table, municipalities_table
from lib.fragments.comparison_head import counties_finding, invitation, municipalities_finding
from lib.fragments.legend import chart_legend
from lib.fragments.render import render
from lib.maps.choropleth import Level
from lib.register.comparison import county_facts, municipality_facts
from lib.register.register import Register
from lib.register.selection import Selection
from lib.texts import _
from lib.ui.chart import draw_chart, has_chart
from lib.ui.comparison_choice import chosen_municipalities, examples
from lib.ui.comparison_view import ComparisonView


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
    shown = View(COMPARISON, today, Selection(today, view.definition), Level.MUNICIPALITIES, view.places)
    chart = CHARTS["sammenligning"]
    if not has_chart(register, shown, chart.name):
        told = (
            _("Ingen av kildene er datert, så det er ingen tidslinje å vise.")
            if any(one.strengths for one in facts)
            else _("Vi kjenner ingen kilde som teller, så det er ingen tidslinje å vise.")
        )
        st.html(f"<p>{told}</p>")
        return
    st.html(chart_legend())
    draw_chart(register, shown, chart.name, key=f"tid_{'_'.join(view.places)}")
    for note in chart.notes(shown, register):
        st.html(render("hint.html", text=note))


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
    shown = View(COMPARISON, today, Selection(today, view.definition), Level.COUNTIES, view.places)
    draw_chart(register, shown, "andeler", key=f"andeler_{'_'.join(view.places)}")
