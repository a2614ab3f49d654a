"""The county councils: own policies by the rule, agreements by their sources, and Oslo as both."""

from datetime import date

import pytest

from lib.register.councils import (
    agreements_of,
    council_evidence,
    council_statuses,
    municipality_of,
    prizes_of,
    reported_agreements,
    stated_end,
)
from lib.register.selection import Selection
from lib.register.status import Basis, Definition, Status


@pytest.fixture
def statuses(register, today):
    return council_statuses(register, today, today=today)


@pytest.mark.parametrize(
    ("county", "status", "since", "basis"),
    [
        ("15", Status.ADOPTED, "", Basis.UNDATED),
        ("18", Status.ADOPTED, "2020", Basis.ADOPTED_ON),
        ("42", Status.ADOPTED, "2022", Basis.ADOPTED_ON),
        ("46", Status.EXPIRED, "2022", Basis.VALID_TO),
        ("40", Status.EXPIRED, "2017-12-05", Basis.LAST_SEEN),
        ("50", Status.IN_PROGRESS, "2025", Basis.LAST_SEEN),
        ("11", Status.UNKNOWN, "", Basis.NOTHING),
    ],
)
def test_own_policy(statuses, county, status, since, basis):
    assert tuple(statuses.loc[county, ["status", "since", "basis"]]) == (status, since, basis)


def test_all_fifteen_have_a_status(register, statuses):
    assert list(statuses.index) == list(register.county_names)
    assert statuses["under_revision"].tolist() == [False] * 15


@pytest.mark.parametrize("county", ["31", "33", "34", "39"])
def test_what_a_former_council_decided_is_told_and_does_not_count(register, statuses, county, today):
    evidence = council_evidence(register, county, today, today=today)
    assert len(evidence)
    assert not evidence["counts"].any()
    assert statuses.loc[county, "status"] == Status.UNKNOWN


def test_an_agreement_is_no_policy(register, today):
    before = date(2021, 12, 31)
    assert council_statuses(register, before, today=today).loc["42", "status"] == Status.IN_PROGRESS
    for county in register.county_names:
        assert "avtale" not in set(council_evidence(register, county, today, today=today)["document_type"])


def test_in_the_past(register, today):
    assert council_statuses(register, date(2021, 6, 1), today=today).loc["46", "status"] == Status.IN_PROGRESS
    assert council_statuses(register, date(2021, 12, 31), today=today).loc["46", "status"] == Status.ADOPTED


def test_the_definition_counts(register, today):
    strict = council_statuses(register, today, Definition.STRICT, today=today)
    assert strict.loc["15", "status"] == Status.UNKNOWN


def test_oslo_has_the_status_and_the_sources_of_the_municipality(register, statuses, today):
    assert [county for county in register.county_names if municipality_of(register, county)] == ["03"]
    oslo = register.at(Selection(today), today).loc["0301"]
    assert tuple(statuses.loc["03"]) == tuple(oslo[list(statuses.columns)])
    evidence = council_evidence(register, "03", today, today=today)
    assert len(evidence) == (register.tables.policy_status["kommunenummer"] == "0301").sum()


def test_evidence_is_newest_first(register, today):
    evidence = council_evidence(register, "46", today, today=today)
    assert evidence["known"].tolist() == ["2021", "2020-06-04"]


def test_an_end_that_one_source_states_is_not_hidden(register, statuses, today):
    ends = {
        county: stated_end(council_evidence(register, county, today, today=today), statuses.loc[county, "since"], today)
        for county in ("11", "15", "18", "42")
    }
    assert ends == {"11": "", "15": "", "18": "2024", "42": ""}


@pytest.mark.parametrize(
    ("county", "dates"),
    [
        ("15", [("2023-02-16", True)]),
        ("42", [("2024", False), ("", False)]),
        ("46", [("2021-05-28", True)]),
        ("50", [("2023-01", True), ("", False)]),
        ("18", []),
    ],
)
def test_agreements(register, county, dates):
    assert [(a.date, a.made) for a in agreements_of(register.tables, county)] == dates


def test_events_and_prizes(register):
    tables = register.tables
    assert reported_agreements(tables, "15")["date"].tolist() == ["2019-12-16"]
    assert reported_agreements(tables, "50").empty
    assert prizes_of(tables, "40")[["year", "result"]].to_numpy().tolist() == [[2017, "winner"]]
    assert prizes_of(tables, "39").empty
    assert prizes_of(tables, "1106")["year"].tolist() == [2024, 2023]
