"""What is compared of each place, checked by hand in the tables."""

import dataclasses
from datetime import date

import pandas as pd
import pytest

from lib.register.comparison import county_facts, municipality_facts, periods_of
from lib.register.register import build_register
from lib.register.selection import Selection
from lib.register.shares import Rank, Share
from lib.register.sizes import SizeClass
from lib.register.status import Basis, Definition, Status

STANDARD = Definition.STANDARD


def facts(register, today, number, definition=STANDARD):
    return municipality_facts(register, (number,), definition, today)[0]


def with_observations(register, *rows):
    """Build a register with these observations alone."""
    columns = register.tables.policy_status.columns
    table = pd.DataFrame([dict.fromkeys(columns, "") | row for row in rows], columns=columns)
    return build_register(dataclasses.replace(register.tables, policy_status=table))


def said(**fields):
    usual = {"kommunenummer": "4601", "scope": "municipality", "status": "adopted", "confidence": "high"}
    return usual | {"observed_on": "2024", "source_url": "https://example.no", "source_publisher": "Kilden"} | fields


class TestByHand:
    def test_strength_and_what_does_not_count(self, register, today):
        made = with_observations(
            register,
            said(),
            said(observed_on="2023", confidence="medium"),
            said(observed_on="2022", confidence="medium"),
            said(confidence="low"),
            said(scope="predecessor", name_in_source="Gamle Bergen"),
        )
        assert facts(made, today, "4601").strengths == {"high": 1, "medium": 2}
        assert facts(made, today, "4601").left_out == 2
        assert facts(made, today, "4601", Definition.WIDE).strengths == {"high": 1, "medium": 2, "low": 1}
        assert facts(made, today, "4601", Definition.STRICT).left_out == 4

    def test_the_last_confirmation_is_of_the_status(self, register, today):
        made = with_observations(
            register, said(observed_on="2021", valid_to="2030"), said(observed_on="2025", status="in_progress")
        )
        one = facts(made, today, "4601")
        assert (one.status.status, one.status.under_revision) == (Status.ADOPTED, True)
        assert one.confirmed == "2021"

    def test_an_undated_source_confirms_nothing(self, register, today):
        made = with_observations(register, said(observed_on=""), said(kommunenummer="1103"))
        one = facts(made, today, "4601")
        assert (one.status.status, one.confirmed, one.sources) == (Status.ADOPTED, "", ())

    def test_the_date_of_adoption_may_stand_in_another_source_on_the_same_document(self, register, today):
        made = with_observations(
            register,
            said(observed_on="2024", document_title="Plan", document_type="plan", valid_from="2022", valid_to="2027"),
            said(observed_on="2022", document_title="En plan", adopted_on="2022", valid_from="2022", valid_to="2027"),
            said(observed_on="2022", document_title="plan", adopted_on="2022-04-20"),
            said(observed_on="2015", document_title="Melding", adopted_on="2015-01-01"),
        )
        document = facts(made, today, "4601").document
        assert (document.title, document.adopted_on, document.valid_to) == ("Plan", "2022-04-20", "2027")
        assert not document.ended

    def test_neighbours_size_and_county(self, register, today):
        made = with_observations(register, said(kommunenummer="4640"), said(kommunenummer="4624", observed_on="2023"))
        one = facts(made, today, "4601")
        beside = set(register.tables.neighbours.loc[register.tables.neighbours["kommunenummer"] == "4601", "nabo"])
        assert "4624" in beside
        assert one.neighbours == Share(len(beside & {"4624", "4640"}), len(beside))
        assert one.in_county == Share(2, 43)
        assert one.same_size.part == 0


class TestRegister:
    def test_bergen(self, register, today):
        bergen = facts(register, today, "4601")
        assert (bergen.name, bergen.county_name, bergen.size) == ("Bergen", "Vestland", SizeClass.FROM_50000)
        assert bergen.status.status == Status.ADOPTED
        assert (bergen.document.valid_from, bergen.document.valid_to) == ("2022", "2025")
        assert bergen.document.ended
        assert bergen.document.adopted_on == "2022-04"
        assert bergen.confirmed == "2023-12"
        assert bergen.in_county == Share(2, 43)

    def test_nobody_wrote_about_it(self, register, today):
        number = register.municipalities.index.difference(register.tables.policy_status["kommunenummer"])[0]
        one = facts(register, today, number)
        assert one.status.basis == Basis.NOTHING
        assert (one.document, one.strengths, one.left_out, one.confirmed) == (None, {}, 0, "")

    def test_a_predecessor_only(self, register, today):
        one = facts(register, today, "4624")  # Bjørnafjorden: sources on Os and Fusa alone
        assert (one.status.status, one.strengths) == (Status.UNKNOWN, {})
        assert one.left_out > 0

    def test_far_out_at_sea_there_are_no_neighbours(self, register, today):
        assert facts(register, today, "1151").neighbours == Share(0, 0)

    def test_two_of_one_name_are_told_apart(self, register, today):
        both = municipality_facts(register, ("1515", "1818", "0301"), STANDARD, today)
        assert [one.name for one in both] == ["Herøy (Møre og Romsdal)", "Herøy (Nordland)", "Oslo"]
        assert facts(register, today, "1515").name == "Herøy"

    def test_all_agree_with_the_map(self, register, today):
        municipalities = register.at(Selection(today), today)
        for one in municipality_facts(register, tuple(municipalities.index), STANDARD, today):
            assert one.status.status == municipalities.loc[one.number, "status"]
            assert one.neighbours.part <= one.neighbours.whole
            assert (one.document is None) or one.document.title
            assert (
                sum(one.strengths.values()) + one.left_out
                == (register.tables.policy_status["kommunenummer"] == one.number).sum()
            )

    def test_an_unknown_number(self, register, today):
        with pytest.raises(KeyError):
            municipality_facts(register, ("9999",), STANDARD, today)


class TestPeriods:
    def test_all_begin_with_the_oldest_source(self, register, today):
        chosen = municipality_facts(register, ("4601", "1151"), STANDARD, today)
        periods = periods_of(register, chosen, STANDARD, today)
        assert {stretch[0].first for stretch in periods.values()} == {date(2012, 1, 1)}
        assert [period.status for period in periods["1151"]] == [Status.UNKNOWN]

    def test_a_single_new_source_still_has_years_before_it(self, register, today):
        made = with_observations(register, said(observed_on="2025"))
        chosen = municipality_facts(made, ("4601",), STANDARD, today)
        assert periods_of(made, chosen, STANDARD, today)["4601"][0].first == date(2016, 1, 1)

    def test_nothing_dated(self, register, today):
        assert periods_of(register, municipality_facts(register, ("1151",), STANDARD, today), STANDARD, today) == {}


class TestCounties:
    def test_innlandet_counted_by_hand(self, register, today):
        (innlandet,) = county_facts(register, ("34",), STANDARD, today)
        assert innlandet.figures.adopted == Share(4, 46)
        inhabitants = register.municipalities["inhabitants"]
        assert innlandet.figures.inhabitants.part == inhabitants[["3403", "3405", "3415", "3440"]].sum()
        assert innlandet.published["n_with_policy"] == 14
        assert innlandet.council.status == Status.UNKNOWN

    def test_rank_and_the_council_that_is_a_municipality(self, register, today):
        oslo, agder = county_facts(register, ("03", "42"), STANDARD, today)
        assert (oslo.name, oslo.rank) == ("Oslo", Rank(1, (), 15))
        assert oslo.council.status == Status.ADOPTED
        assert agder.name == "Agder"

    def test_counts_of_a_county_of_the_years_between_are_told_as_such(self, register, today):
        totals = register.tables.published_totals
        old = totals[totals["area_code"] != "31"]
        one = totals[totals["area_code"] == "31"].iloc[:1].assign(as_of="2022", kind="mapping", n_with_policy=9)
        tables = dataclasses.replace(register.tables, published_totals=pd.concat([old, one]))
        (østfold,) = county_facts(build_register(tables), ("31",), STANDARD, today)
        assert østfold.said_of == "Viken"
        assert county_facts(register, ("31",), STANDARD, today)[0].said_of == ""
