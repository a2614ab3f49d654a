"""The sections of the county page, each from the register to the screen."""

from datetime import date

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from lib.exports.view import COUNTY_PAGE, View
from lib.fragments.councils import council_table
from lib.fragments.county_page import (
    councils_headline,
    councils_lead,
    county_figures,
    county_headline,
    county_lead,
    development_note,
    former_choice,
)
from lib.fragments.county_parts import before_note, council_part, printable_link, published_part
from lib.fragments.legend import chart_legend
from lib.fragments.municipalities import municipality_table
from lib.fragments.render import render
from lib.register.councils import (
    agreements_of,
    council_evidence,
    council_statuses,
    municipality_of,
)
from lib.register.evidence import documents_at
from lib.register.former_counties import NAMES, successors
from lib.register.history import undated_only
from lib.register.published import latest_mapping
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.shares import by_county, figures, rank_by_share
from lib.register.status import Definition, Status
from lib.texts import _
from lib.texts.language import kept_by_language
from lib.ui.chart import draw_chart
from lib.ui.county_map import county_map

# Counties times the days that a process may live.
_KEPT = 64


def introduction(
    register: Register,
    municipalities: pd.DataFrame,
    county: str,
    today: date,
    *,
    top: DeltaGenerator,
    text: DeltaGenerator,
) -> None:
    """Say what the county comes to.

    Parameters
    ----------
    register
        The register.
    municipalities
        As :meth:`lib.register.register.Register.at` gives them for the county.
    county
        County number.
    today
        The present day.
    top, text
        Where the heading and the sentence below it go.
    """
    name, counted = register.county_names[county], figures(municipalities[municipalities["matches"]])
    published = latest_mapping(register.tables.published_totals, county, today)
    top.html(county_headline(name, counted))
    text.html(county_lead(name, counted, published))


def overview(register: Register, municipalities: pd.DataFrame, county: str, today: date) -> None:
    """Draw the map beside the county's figures.

    Parameters
    ----------
    register, municipalities, county, today
        As for :func:`introduction`.
    """
    map_column, side = st.columns([2, 1], gap="large")
    counties = by_county(municipalities)
    with map_column:
        st.html(chart_legend())
        county_map(municipalities, county)
    with side:
        inside = figures(municipalities[municipalities["matches"]])
        st.html(county_figures(county, inside, rank_by_share(counties, county), counties))
        st.html(_council(register, county, today).aside)
        before = before_note(register, county)
        if before:
            st.html(before)
        st.html(printable_link(county, register.county_names[county]))


@kept_by_language(_KEPT)
def _documents(register: Register, county: str, today: date) -> pd.DataFrame:
    municipalities = register.at(Selection(today), today)
    inside = municipalities.loc[municipalities["fylkesnummer"] == county, "status"]
    return documents_at(inside, register.tables.policy_status, today, Definition.STANDARD, today=today)


def municipalities_of(register: Register, municipalities: pd.DataFrame, county: str, today: date) -> None:
    """Draw the table of the county's municipalities.

    Parameters
    ----------
    register, municipalities, county, today
        As for :func:`introduction`.
    """
    name = register.county_names[county]
    st.html(f'<h2 class="section">{_("Kommunene i {county}").format(county=name)}</h2>')
    st.html(
        municipality_table(
            municipalities[municipalities["matches"]],
            _documents(register, county, today),
            name="kommuner-i-fylket",
            caption=_("Status for hver kommune, og dokumentet den bygger på. Velg en overskrift for å sortere."),
        )
    )


def development(register: Register, county: str, today: date) -> None:
    """Draw the county over time by the register, beside what was published.

    Parameters
    ----------
    register, county, today
        As for :func:`introduction`.
    """
    heading, note, published = _development(register, county, today)
    st.html(heading)
    left, right = st.columns([2, 1], gap="large")
    with left:
        st.html(render("county_series_legend.html"))
        shown = View(COUNTY_PAGE, today, Selection(today), places=(county,))
        draw_chart(register, shown, "fylkesutvikling", key=f"fylkesutvikling_{county}")
        st.html(note)
    with right:
        st.html(published)


@kept_by_language(_KEPT)
def _development(register: Register, county: str, today: date) -> tuple[str, str, str]:
    name = register.county_names[county]
    numbers = register.municipalities.index[register.municipalities["fylkesnummer"] == county]
    undated = undated_only(register, Definition.STANDARD, today, numbers)
    return (
        f'<h2 class="section">{_("Utviklingen i {county}").format(county=name)}</h2>',
        development_note(len(undated), int((undated["status"] == Status.ADOPTED).sum()), len(numbers)),
        published_part(register, county, today),
    )


def council(register: Register, county: str, today: date) -> None:
    """Show what is known of the county council itself.

    Parameters
    ----------
    register, county, today
        As for :func:`introduction`.
    """
    told = _council(register, county, today)
    st.html(f'<h2 class="section">{told.heading}</h2>{told.section}')


_council = kept_by_language(_KEPT)(council_part)


def all_councils(
    register: Register,
    today: date,
    former: str | None,
    *,
    notice: DeltaGenerator,
    top: DeltaGenerator,
    text: DeltaGenerator,
) -> None:
    """Show all county councils, and where a number that is no longer in use leads.

    Parameters
    ----------
    register, today
        As for :func:`introduction`.
    former
        A former county number; None when the address names none.
    notice, top, text
        Where the notice, the heading and the sentence below it go.
    """
    if former is not None:
        today_counties = [(number, register.county_names[number]) for number in successors(register.tables, former)]
        notice.html(former_choice(former, NAMES.get(former), today_counties))
    headline, lead, table = _all_councils(register, today)
    top.html(headline)
    text.html(lead)
    st.html(table)


@kept_by_language(4)
def _all_councils(register: Register, today: date) -> tuple[str, str, str]:
    statuses = council_statuses(register, today, today=today)
    agreements = {county: agreements_of(register.tables, county) for county in statuses.index}
    table = council_table(
        by_county(register.at(Selection(today), today)),
        statuses,
        {county: council_evidence(register, county, today, today=today) for county in statuses.index},
        agreements,
        caption=_("Fylkeskommunene og kommunene i fylkene. Velg en overskrift for å sortere."),
    )
    both = [register.county_names[county] for county in statuses.index if municipality_of(register, county)]
    return (
        councils_headline(statuses["status"]),
        councils_lead(statuses["status"], sum(bool(found) for found in agreements.values()), both),
        table,
    )
