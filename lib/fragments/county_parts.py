"""Parts of a county's page, put together from the register: what it was before 2024, its council, published counts."""

from datetime import date
from functools import partial
from typing import NamedTuple

from lib.fragments.councils import council_aside, council_section
from lib.fragments.county_page import former_note
from lib.fragments.published_counts import published_counts
from lib.fragments.render import render
from lib.pages import address, county_path
from lib.register.councils import (
    agreements_of,
    council_evidence,
    council_statuses,
    municipality_of,
    prizes_of,
    reported_agreements,
)
from lib.register.former_counties import NAMES, former_county, said_of_former, size_at, successors
from lib.register.published import publications
from lib.register.register import Register
from lib.texts import _


class Council(NamedTuple):
    """What is told of a county council: what to call it, in short, and in full with its sources."""

    heading: str
    aside: str
    section: str


def before_note(register: Register, county: str) -> str:
    """Explain what a county was part of before 2024.

    Parameters
    ----------
    register
        The register.
    county
        County number.

    Returns
    -------
    str
        HTML; empty when it was itself.
    """
    tables = register.tables
    former = former_county(tables.municipalities, county)
    if former is None:
        return ""
    names = register.county_names
    said = tables.policy_status[(tables.policy_status["scope"] == "county")]
    said = said[said["kommunenummer"].str[:2] == county]
    published = tables.published_totals[tables.published_totals["area_code"] == county]
    return former_note(
        names[county],
        NAMES[former],
        [names[other] for other in successors(tables, former) if other != county],
        said_of_municipalities=any(said_of_former(on) for on in said["observed_on"] if on),
        published=any(said_of_former(on) for on in published["as_of"]),
    )


def published_part(register: Register, county: str, today: date) -> str:
    """List what was published of a county.

    Parameters
    ----------
    register
        The register.
    county
        County number.
    today
        The present day.

    Returns
    -------
    str
        HTML.
    """
    former = former_county(register.tables.municipalities, county)
    return published_counts(
        register.county_names[county],
        partial(size_at, register.tables.municipalities, county),
        publications(register.tables.published_totals, county, today),
        NAMES[former] if former else None,
    )


def council_part(register: Register, county: str, today: date, city_page: str = "") -> Council:
    """Write what is known of a county council.

    Parameters
    ----------
    register, county, today
        As for :func:`published_part`.
    city_page
        The page of the municipality that is the county council as well; by default the dashboard's.

    Returns
    -------
    Council
        HTML.
    """
    name, number = register.county_names[county], municipality_of(register, county)
    former = former_county(register.tables.municipalities, county)
    heading = (_("{county} som fylke") if number else _("{county} fylkeskommune")).format(county=name)
    status = council_statuses(register, today, today=today).loc[county]
    agreements = agreements_of(register.tables, county)
    section = council_section(
        name,
        status,
        council_evidence(register, county, today, today=today),
        agreements,
        reported_agreements(register.tables, county),
        prizes_of(register.tables, county),
        on=today,
        municipality=(city_page or address("kommune", kommune=number)) if number else None,
        former=NAMES[former] if former else None,
    )
    return Council(heading, council_aside(heading, status, agreements), section)


def printable_link(county: str, name: str) -> str:
    """Lead to the county's page that needs no session.

    Parameters
    ----------
    county, name
        Its number and name.

    Returns
    -------
    str
        HTML: a paragraph.
    """
    return render("printable.html", link=address(county_path(county, name)))
