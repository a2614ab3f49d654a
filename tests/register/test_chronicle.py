"""What the sources date, in the order of time, each fact once."""

import pandas as pd
import pytest

from lib.register.chronicle import Happening, chronicle
from lib.register.councils import prizes_of
from lib.register.evidence import evidence_of
from lib.register.former import mergers, predecessors
from lib.register.status import Definition


@pytest.fixture
def observations():
    def make(*rows):
        usual = {
            "scope": "municipality",
            "name_in_source": "Nes",
            "status": "adopted",
            "document_title": "Plan",
            "document_type": "plan",
            "adopted_on": "",
            "valid_from": "",
            "valid_to": "",
            "observed_on": "",
            "source_publisher": "Nes kommune",
            "source_url": "https://nes.no/1",
        }
        return pd.DataFrame([usual | row for row in rows])

    return make


NO_PRIZES = pd.DataFrame(columns=["year", "area_name", "result", "source_url"])


def test_dates_come_in_order_and_mean_what_the_source_says(observations):
    rows = observations(
        {"adopted_on": "2016-03-01", "valid_from": "2016", "valid_to": "2020", "observed_on": "2018-05"},
        {"status": "in_progress", "observed_on": "2015", "source_url": "https://nes.no/2"},
    )
    found = [
        (moment.date, moment.happening, moment.status) for moment in chronicle(rows, {"Gamle Nes": 2020}, NO_PRIZES)
    ]
    assert found == [
        ("2015", Happening.SAID, "in_progress"),
        ("2016", Happening.BEGAN, ""),
        ("2016-03-01", Happening.ADOPTED, "adopted"),
        ("2018-05", Happening.SAID, "adopted"),
        ("2020", Happening.MERGED, ""),
        ("2020", Happening.ENDS, ""),
    ]


def test_a_fact_of_several_sources_is_told_once_with_all_of_them(observations):
    rows = observations(
        {"adopted_on": "2016"},
        {"adopted_on": "2016", "document_title": "", "source_publisher": "NRK", "source_url": "https://nrk.no"},
    )
    (moment,) = chronicle(rows, {}, NO_PRIZES)
    assert moment.title == "Plan"
    assert moment.sources == (("Nes kommune", "https://nes.no/1"), ("NRK", "https://nrk.no"))


def test_what_sources_name_differently_is_not_named(observations):
    rows = observations(
        {"adopted_on": "2016"},
        {"adopted_on": "2016", "document_title": "Melding", "document_type": "melding"},
        {"adopted_on": "2016"},
    )
    (moment,) = chronicle(rows, {}, NO_PRIZES)
    assert (moment.title, moment.document_type) == ("", "")
    assert len(moment.sources) == 1


def test_what_is_said_of_a_predecessor_stands_apart(observations):
    rows = observations(
        {"adopted_on": "2016"}, {"adopted_on": "2016", "scope": "predecessor", "name_in_source": "Gamle Nes"}
    )
    found = chronicle(rows, {}, NO_PRIZES)
    assert [(moment.about, moment.predecessor) for moment in found] == [("", False), ("Gamle Nes", True)]


def test_undated_sources_have_no_place(observations):
    assert chronicle(observations({}), {}, NO_PRIZES) == []


def test_every_date_of_every_source_of_the_register_is_there(register, today):
    tables = register.tables
    for number in register.municipalities.index:
        evidence = evidence_of(number, tables.policy_status, today, Definition.STANDARD, today=today)
        prizes = prizes_of(tables, number)
        found = chronicle(evidence, mergers(number, evidence, tables.former_numbers), prizes)
        told = {(moment.date, url) for moment in found for _publisher, url in moment.sources}
        for row in evidence.itertuples():
            dates = {row.adopted_on, row.valid_from, row.valid_to, row.observed_on} - {""}
            assert {(date, row.source_url) for date in dates} <= told
        assert {(str(row.year), row.source_url) for row in prizes.itertuples()} <= told


def test_predecessors_are_those_that_lead_here(register):
    found = predecessors("3301", register.tables.former_numbers)
    assert {(former.number, former.name, former.last_year) for former in found} >= {("0711", "Svelvik", 2019)}
    assert predecessors("0301", register.tables.former_numbers) == []
