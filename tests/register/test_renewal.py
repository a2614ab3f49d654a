"""What runs out, what has run out and what nobody has confirmed for long, on hand-made observations."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from lib.register.register import build_register
from lib.register.renewal import renewal
from lib.register.selection import Selection
from lib.register.status import Definition, Status

TODAY = date(2026, 11, 23)


@pytest.fixture
def found(register):
    """Find the renewals among given observations of the real municipalities."""

    def find(*rows, today=TODAY):
        empty = dict.fromkeys(register.tables.policy_status.columns, "")
        usual = {
            "kommunenummer": "0301",
            "scope": "municipality",
            "status": "adopted",
            "confidence": "high",
            "observed_on": "2022",
        }
        table = pd.DataFrame([empty | usual | row for row in rows])
        made = build_register(replace(register.tables, policy_status=table))
        return renewal(made, Definition.STANDARD, today)

    return find


class TestEnding:
    @pytest.mark.parametrize(
        ("valid_to", "ends"),
        [
            ("2025", False),
            ("2026-11-22", False),
            ("2026-11-23", True),
            ("2026", True),
            ("2027-12-31", True),
            ("2028", False),
        ],
    )
    def test_this_year_or_the_next(self, found, valid_to, ends):
        assert list(found({"valid_to": valid_to}).ending["valid_to"]) == ([valid_to] if ends else [])

    def test_it_says_what_comes_after(self, found):
        alone = found({"valid_to": "2026", "document_title": "Plan"}).ending.iloc[0]
        assert (alone["document_title"], alone["afterwards"], alone["on_its_way"]) == ("Plan", Status.EXPIRED, False)
        rows = [{"valid_to": "2026"}, {"status": "in_progress", "observed_on": "2025"}]
        followed = found(*rows).ending.iloc[0]
        assert (followed["afterwards"], followed["on_its_way"]) == (Status.IN_PROGRESS, True)
        both = found({"valid_to": "2026"}, {"valid_to": "2030"}).ending
        assert list(both["afterwards"]) == [Status.ADOPTED]

    def test_two_sources_of_one_document_are_one_row(self, found):
        rows = [{"valid_to": "2027", "document_title": "Plan"}, {"valid_to": "2027", "observed_on": "2024"}]
        ending = found(*rows).ending
        assert list(ending["document_title"]) == ["Plan"]

    def test_a_contradicted_document_does_not_run_out(self, found):
        rows = [{"valid_to": "2027"}, {"status": "none", "observed_on": "2024"}]
        assert found(*rows).ending.empty

    def test_the_earliest_is_first(self, found):
        ending = found({"valid_to": "2027-06"}, {"kommunenummer": "4601", "valid_to": "2026"}).ending
        assert list(ending["navn"]) == ["Bergen", "Oslo"]


class TestUnconfirmed:
    @pytest.mark.parametrize(
        ("observed_on", "last_day"),
        [
            ("2018-11-24", date(2026, 11, 24)),
            ("2018", date(2026, 12, 31)),
            ("2019-12-30", date(2027, 12, 30)),
            # Counted through 31 December 2027, so not unconfirmed before 2028.
            ("2019", None),
            # Unconfirmed already.
            ("2018-11-22", None),
        ],
    )
    def test_eight_years_after_it_was_known(self, found, observed_on, last_day):
        table = found({"observed_on": observed_on}).unconfirmed
        assert list(table["until"]) == ([last_day] if last_day else [])

    def test_the_last_source_decides(self, found):
        assert found({"observed_on": "2019-03"}, {"observed_on": "2023"}).unconfirmed.empty
        assert found({"observed_on": "2019-03"}, {"observed_on": ""}).unconfirmed.empty

    def test_a_known_end_is_no_lack_of_confirmation(self, found):
        both = found({"observed_on": "2019-03"}, {"observed_on": "2019-05", "valid_to": "2027-11"})
        assert both.unconfirmed.empty
        assert len(both.ending) == 1


class TestExpired:
    def test_which_document_and_since_when(self, found):
        row = found({"valid_to": "2024", "document_title": "Frivilligplan"}).expired.iloc[0]
        assert (row["document_title"], row["since"], row["basis"], row["fylke"]) == (
            "Frivilligplan",
            "2024",
            "valid_to",
            "Oslo",
        )

    def test_a_source_without_a_title_stands_in(self, found):
        row = found({"observed_on": "2010", "source_publisher": "Avisen"}).expired.iloc[0]
        assert (row["document_title"], row["source_publisher"]) == ("", "Avisen")

    def test_the_latest_is_first(self, found):
        table = found({"valid_to": "2023"}, {"kommunenummer": "4601", "valid_to": "2024"}).expired
        assert list(table["navn"]) == ["Bergen", "Oslo"]


def test_nothing_at_all(found):
    nothing = found({"status": "none"})
    assert all(table.empty for table in (nothing.ending, nothing.unconfirmed, nothing.expired, nothing.adopted))


def test_a_county(register):
    everywhere = renewal(register, Definition.STANDARD, TODAY)
    assert everywhere.within([]) is everywhere
    agder = everywhere.within(["42"])
    assert list(agder.ending["navn"]) == ["Kristiansand"]
    assert set(agder.adopted["fylke"]) == {"Agder"}


def test_it_agrees_with_the_map(register):
    on_map = register.at(Selection(TODAY), TODAY)
    everywhere = renewal(register, Definition.STANDARD, TODAY)
    assert set(everywhere.expired["kommunenummer"]) == set(on_map.index[on_map["status"] == Status.EXPIRED])
    assert set(everywhere.adopted["kommunenummer"]) == set(on_map.index[on_map["status"] == Status.ADOPTED])
