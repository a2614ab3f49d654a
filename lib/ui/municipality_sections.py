"""The sections of the municipality page, each from the register to the screen."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from lib.exports.charts import CHARTS
from lib.exports.view import MUNICIPALITY_PAGE, View
from lib.fragments.correction import correction_section, correction_text
from lib.fragments.legend import chart_legend
from lib.fragments.municipality import sources_section, status_section, unsearched_section
from lib.fragments.render import render
from lib.fragments.surroundings import groups_around, neighbours_heading, neighbours_section, standing_section
from lib.geography.boundaries import bounds_of
from lib.geography.neighbours import neighbours_of
from lib.maps.choropleth import municipality_colours
from lib.register.address import DEFINITION
from lib.register.councils import prizes_of
from lib.register.evidence import evidence_of
from lib.register.former import mergers
from lib.register.reasoning import Reasoning, reasoning_of
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.status import Definition, Status
from lib.register.suggestions import with_neighbours
from lib.settings import correction_address
from lib.texts import _
from lib.texts.words import definition_meaning, definition_word
from lib.ui.chart import draw_chart, has_chart
from lib.ui.map_view import areas_of, draw_map
from lib.ui.municipality_view import MunicipalityView, choose


@dataclass(frozen=True)
class Known:
    """What is known of the municipality that the page shows."""

    register: Register
    today: date
    view: MunicipalityView
    number: str
    municipalities: pd.DataFrame
    evidence: pd.DataFrame
    reasoning: Reasoning

    @property
    def municipality(self) -> pd.Series:
        """The municipality's row, with its status."""
        return self.municipalities.loc[self.number]


def gather(register: Register, municipalities: pd.DataFrame, number: str, view: MunicipalityView, today: date) -> Known:
    """Look up what the sections of the page need.

    Parameters
    ----------
    register
        The register.
    municipalities
        As :meth:`lib.register.register.Register.at` gives them.
    number
        The municipality to show.
    view
        The page's state.
    today
        The present day.

    Returns
    -------
    Known
        To be handed to the sections.
    """
    evidence = evidence_of(number, register.tables.policy_status, today, view.definition, today=today)
    return Known(register, today, view, number, municipalities, evidence, reasoning_of(evidence, today))


def status(known: Known) -> None:
    """Show the status with its reasons, and let the visitor choose how sure it must be."""
    prizes = prizes_of(known.register.tables, known.number)
    st.html(
        status_section(
            known.number,
            known.municipality,
            known.evidence,
            known.reasoning,
            prizes,
            known.view.address_definition,
        )
    )
    if known.evidence.empty:
        return
    st.segmented_control(
        _("Hvor sikker må dokumentasjonen være?"),
        list(Definition),
        format_func=definition_word,
        key=DEFINITION,
        required=True,
    )
    st.html(f'<p class="hint">{definition_meaning(known.view.definition)}</p>')


def timeline(known: Known) -> None:
    """Draw what was said over time; a sentence where no source is dated, nothing where there is none."""
    if known.evidence.empty:
        return
    st.html(f'<h2 class="section">{_("Over tid")}</h2>')
    shown = View(MUNICIPALITY_PAGE, known.today, Selection(known.today, known.view.definition), places=(known.number,))
    chart = CHARTS["tidslinje"]
    if not has_chart(known.register, shown, chart.name):
        st.html(f"<p>{_('Ingen av kildene er datert, så det er ingen tidslinje å vise.')}</p>")
        return
    st.html(
        chart_legend(
            [s for s in (Status.ADOPTED, Status.IN_PROGRESS, Status.NONE) if s in set(known.evidence["status"])]
        )
    )
    draw_chart(known.register, shown, chart.name, key=f"tidslinje_{known.number}")
    for note in chart.notes(shown, known.register):
        st.html(render("hint.html", text=note))


def sources(known: Known) -> None:
    """List the sources, or say what was searched where there is none."""
    if known.evidence.empty:
        st.html(unsearched_section(known.municipality["navn"], known.register.tables.policy_status))
    else:
        merged = mergers(known.number, known.evidence, known.register.tables.former_numbers)
        st.html(sources_section(known.evidence, merged))


def neighbours(known: Known) -> None:
    """Draw the map of the municipality and its neighbours, and list them; a click opens the one that is clicked."""
    over = neighbours_of(known.number, known.register.tables.neighbours)
    around = known.municipalities.loc[over.index].assign(over=over)
    shown = [known.number, *over.index]
    areas = areas_of(known.municipalities.assign(matches=known.municipalities.index.isin(shown)))
    st.html(neighbours_heading(around))
    with st.container(key="nabokart"):
        draw_map(
            municipality_colours(areas),
            key="nabokart_flater",
            on_click=choose,
            chosen=known.number,
            focus=(known.number, bounds_of(areas, shown)),
        )
    compared = with_neighbours(known.register, known.number)
    st.html(neighbours_section(known.municipality["navn"], around, compared, known.view.address_definition))


def standing(known: Known) -> None:
    """Compare with the county, the size class and the country."""
    groups = groups_around(known.municipalities, known.municipality)
    st.html(standing_section(known.municipality["navn"], known.municipality["status"], groups))


def correction(known: Known) -> None:
    """Invite a correction."""
    text = correction_text(known.number, known.municipality, known.evidence, known.reasoning, known.view.definition)
    st.html(correction_section(known.municipality["navn"], known.number, text, correction_address()))
