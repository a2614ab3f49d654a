"""The county councils themselves: their own policy, their agreements with Frivillighet Norge, and their prizes.

A council's own policy follows the same rule as a municipality's: a council is elected for the same four years, and
its sources say the same kinds of things. An agreement is no policy. No source says how long one holds, so that none
gets a status: it is told what the sources say of it, and when.
"""

from datetime import date
from typing import NamedTuple

import pandas as pd

from lib.register.dates import last_day
from lib.register.evidence import evidence_of
from lib.register.register import Register
from lib.register.status import Definition, statuses_at
from lib.register.tables import Tables

AGREEMENT = "avtale"


class Agreement(NamedTuple):
    """What one source says of an agreement.

    Attributes
    ----------
    date
        When it was made, or else the source's own date; partial, ``""`` where there is none.
    made
        Whether `date` is the day that it was made.
    observation
        The row of ``county_policy_status``.
    """

    date: str
    made: bool
    observation: pd.Series


def municipality_of(register: Register, county: str) -> str | None:
    """Tell which municipality is the county council as well, as in Oslo.

    Parameters
    ----------
    register
        The register.
    county
        County number.

    Returns
    -------
    str or None
        Number of the county's only municipality; None when it has more than one.
    """
    numbers = register.municipalities.index[register.municipalities["fylkesnummer"] == county]
    return numbers[0] if len(numbers) == 1 else None


def council_statuses(
    register: Register, on: date, definition: Definition = Definition.STANDARD, *, today: date
) -> pd.DataFrame:
    """Derive the status of each county council's own policy.

    Parameters
    ----------
    register
        The register.
    on, definition, today
        As for :func:`lib.register.status.statuses_at`.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``fylkesnummer`` in ascending order, with the columns of ``statuses_at``. Where a municipality is
        the county council as well, its own status stands.
    """
    counties = list(register.county_names)
    councils = statuses_at(_own_policy(register.tables), counties, on, definition, today=today)
    both = {county: number for county in counties if (number := municipality_of(register, county))}
    if both:
        cities = statuses_at(register.tables.policy_status, both.values(), on, definition, today=today)
        councils.loc[list(both)] = cities.set_axis(list(both)).astype(object)
    return councils.rename_axis("fylkesnummer")


def council_evidence(
    register: Register, county: str, on: date, definition: Definition = Definition.STANDARD, *, today: date
) -> pd.DataFrame:
    """List what the sources said of a county council's own policy.

    Parameters
    ----------
    register
        The register.
    county
        County number.
    on, definition, today
        As for :func:`lib.register.evidence.evidence_of`.

    Returns
    -------
    pandas.DataFrame
        The rows with ``known`` and ``counts``, newest first, undated last. Where a municipality is the county council
        as well, its own observations stand.
    """
    number = municipality_of(register, county)
    if number:
        return evidence_of(number, register.tables.policy_status, on, definition, today=today)
    return evidence_of(county, _own_policy(register.tables), on, definition, today=today)


def _own_policy(tables: Tables) -> pd.DataFrame:
    """Give the observations of own policies in the columns that the status rule reads."""
    observations = tables.county_policy_status
    own = observations[observations["document_type"] != AGREEMENT]
    return own.rename(columns={"fylkesnummer": "kommunenummer"})


def stated_end(evidence: pd.DataFrame, since: str, on: date) -> str:
    """Tell when a document has ended by one source, although another lets it count as in force.

    Parameters
    ----------
    evidence
        As :func:`council_evidence` gives it.
    since
        The date of adoption that the status goes by.
    on
        The date that the status holds for.

    Returns
    -------
    str
        The end (partial date) that a source states for the document adopted on that date; ``""`` when there is none.
    """
    same = evidence[evidence["counts"] & (evidence["status"] == "adopted") & (evidence["adopted_on"] == since)]
    ends = [end for end in same["valid_to"] if end and last_day(end) < on]
    return max(ends, key=last_day) if since and ends else ""


def agreements_of(tables: Tables, county: str) -> list[Agreement]:
    """List what the sources say of a county council's agreements with Frivillighet Norge.

    Parameters
    ----------
    tables
        The tables.
    county
        County number.

    Returns
    -------
    list of Agreement
        Newest first, undated last.
    """
    observations = tables.county_policy_status
    rows = observations[(observations["fylkesnummer"] == county) & (observations["document_type"] == AGREEMENT)]
    found = [
        Agreement(row["adopted_on"] or row["observed_on"], bool(row["adopted_on"]), row) for _, row in rows.iterrows()
    ]
    return sorted(found, key=lambda a: last_day(a.date) if a.date else date.min, reverse=True)


def reported_agreements(tables: Tables, county: str) -> pd.DataFrame:
    """List the events with agreements that a county council was part of.

    Parameters
    ----------
    tables
        The tables.
    county
        County number.

    Returns
    -------
    pandas.DataFrame
        Rows of ``milestones``, newest first.
    """
    events = tables.milestones
    rows = events[(events["kind"] == "agreement") & (events["area_code"] == county)]
    return rows.sort_values("date", ascending=False)


def prizes_of(tables: Tables, area_code: str) -> pd.DataFrame:
    """List the times that a county council or a municipality won the yearly prize or was a finalist.

    Parameters
    ----------
    tables
        The tables.
    area_code
        County number or municipality number.

    Returns
    -------
    pandas.DataFrame
        Rows of ``awards``, newest first.
    """
    rows = tables.awards[tables.awards["area_code"] == area_code]
    return rows.sort_values("year", ascending=False)
