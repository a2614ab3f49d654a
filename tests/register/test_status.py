"""Every branch of the status rule, on hand-made observations, and what holds for any observations at all."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.register.status import Basis, Definition, Derived, Observation, Status, derive, known_day, statuses_at

TODAY = date(2026, 11, 23)
COLUMNS = [
    "kommunenummer",
    "scope",
    "status",
    "adopted_on",
    "valid_from",
    "valid_to",
    "observed_on",
    "confidence",
]


def said(status, known="", *, adopted_on="", valid_from="", valid_to=""):
    return Observation(status, known, adopted_on, valid_from, valid_to)


def status_of(*observations, on=TODAY):
    return derive(observations, on, today=TODAY).status


def row(number="0301", status="adopted", **values):
    return {**dict.fromkeys(COLUMNS, ""), "scope": "municipality", "confidence": "high"} | {
        "kommunenummer": number,
        "status": status,
        **values,
    }


def at(rows, on=TODAY, definition=Definition.STANDARD, numbers=("0301",)):
    return statuses_at(pd.DataFrame(rows, columns=COLUMNS), numbers, on, definition, today=TODAY)


class TestKnownDate:
    def test_no_observations_is_unknown_and_not_none(self):
        assert derive([], TODAY, today=TODAY) == Derived(Status.UNKNOWN, False, "", Basis.NOTHING)

    @pytest.mark.parametrize(
        ("status", "known", "day"),
        [
            ("adopted", "2019", date(2019, 12, 31)),
            ("adopted", "2020-02", date(2020, 2, 29)),
            ("adopted", "2019-07-17", date(2019, 7, 17)),
            ("none", "2019", date(2019, 12, 31)),
            ("in_progress", "2019", date(2019, 1, 1)),
            ("in_progress", "2019-07", date(2019, 7, 1)),
        ],
    )
    def test_a_partial_date_is_its_last_day_but_the_first_for_work_in_progress(self, status, known, day):
        assert known_day(status, known) == day

    def test_observed_goes_before_adopted_goes_before_valid_from(self):
        dates = {"observed_on": "2015", "adopted_on": "2010", "valid_from": "2012"}
        before, after = date(2015, 12, 30), date(2015, 12, 31)
        assert at([row(**dates)], before).loc["0301", "status"] == Status.UNKNOWN
        assert at([row(**dates)], after).loc["0301", "status"] == Status.ADOPTED
        del dates["observed_on"]
        assert at([row(**dates)], date(2010, 12, 31)).loc["0301", "status"] == Status.ADOPTED
        del dates["adopted_on"]
        assert at([row(**dates)], date(2012, 12, 30)).loc["0301", "status"] == Status.UNKNOWN
        assert at([row(**dates)], date(2012, 12, 31)).loc["0301", "status"] == Status.ADOPTED

    def test_a_year_of_work_in_progress_is_known_from_its_first_day(self):
        assert status_of(said("in_progress", "2019"), on=date(2018, 12, 31)) == Status.UNKNOWN
        assert status_of(said("in_progress", "2019"), on=date(2019, 1, 1)) == Status.IN_PROGRESS

    def test_undated_counts_from_today_on_only(self):
        assert status_of(said("adopted")) == Status.ADOPTED
        assert status_of(said("adopted"), on=date(2026, 11, 22)) == Status.UNKNOWN
        assert status_of(said("adopted"), on=date(2027, 1, 1)) == Status.ADOPTED

    def test_undated_comes_before_all_dated(self):
        assert status_of(said("adopted"), said("none", "1999")) == Status.NONE
        assert status_of(said("none"), said("in_progress", "2025")) == Status.IN_PROGRESS


class TestWhichCount:
    def test_predecessors_never_count(self):
        assert at([row(scope="predecessor", observed_on="2024")]).loc["0301", "status"] == Status.UNKNOWN

    def test_a_statement_about_a_whole_county_counts(self):
        statement = row(status="none", scope="county", observed_on="2024-07-08", confidence="medium")
        assert at([statement]).loc["0301", "status"] == Status.NONE
        assert at([statement], definition=Definition.STRICT).loc["0301", "status"] == Status.UNKNOWN

    @pytest.mark.parametrize(
        ("confidence", "counting"),
        [
            ("high", {Definition.STRICT, Definition.STANDARD, Definition.WIDE}),
            ("medium", {Definition.STANDARD, Definition.WIDE}),
            ("low", {Definition.WIDE}),
        ],
    )
    def test_definitions(self, confidence, counting):
        rows = [row(observed_on="2024", confidence=confidence)]
        found = {d for d in Definition if at(rows, definition=d).loc["0301", "status"] == Status.ADOPTED}
        assert found == counting

    def test_a_stronger_definition_can_bring_back_an_older_status(self):
        rows = [row(observed_on="2020"), row(status="none", observed_on="2024", confidence="medium")]
        assert at(rows).loc["0301", "status"] == Status.NONE
        assert at(rows, definition=Definition.STRICT).loc["0301", "status"] == Status.ADOPTED


class TestLatest:
    def test_adopted_beats_in_progress_beats_none_on_the_same_day(self):
        same = "2024-07-08"
        assert status_of(said("none", same), said("in_progress", same), said("adopted", same)) == Status.ADOPTED
        assert status_of(said("none", same), said("in_progress", same)) == Status.IN_PROGRESS
        assert status_of(said("none"), said("adopted")) == Status.ADOPTED

    def test_none_last_is_none_even_while_an_older_policy_would_hold(self):
        assert status_of(said("adopted", "2020", valid_to="2030"), said("none", "2024")) == Status.NONE

    def test_a_later_none_is_not_known_before_its_date(self):
        told = said("adopted", "2020", valid_to="2030"), said("none", "2024")
        assert status_of(*told, on=date(2024, 12, 30)) == Status.ADOPTED

    def test_a_contradicted_adoption_does_not_come_back_with_work_in_progress(self):
        told = said("adopted", "2020", valid_to="2030"), said("none", "2022"), said("in_progress", "2025")
        assert status_of(*told) == Status.IN_PROGRESS

    def test_an_adoption_after_a_none_stands(self):
        assert status_of(said("none", "2019"), said("adopted", "2022")) == Status.ADOPTED


class TestInForce:
    @pytest.mark.parametrize(
        ("valid_to", "on", "status"),
        [
            ("2025", date(2025, 12, 31), Status.ADOPTED),
            ("2025", date(2026, 1, 1), Status.EXPIRED),
            ("2025-06", date(2025, 6, 30), Status.ADOPTED),
            ("2025-06-15", date(2025, 6, 16), Status.EXPIRED),
        ],
    )
    def test_to_the_last_day_of_the_stated_period(self, valid_to, on, status):
        assert status_of(said("adopted", "2021", valid_to=valid_to), on=on) == status

    def test_without_an_end_for_eight_years(self):
        told = said("adopted", "2016-01-01")
        assert status_of(told, on=date(2024, 1, 1)) == Status.ADOPTED  # 2922 days = 8 years of 365.25
        assert status_of(told, on=date(2024, 1, 2)) == Status.EXPIRED

    def test_undated_and_without_an_end_always(self):
        assert status_of(said("adopted"), on=date(2040, 1, 1)) == Status.ADOPTED

    def test_a_long_period_outlasts_eight_years(self):
        assert status_of(said("adopted", "2010", valid_to="2030")) == Status.ADOPTED

    def test_one_document_in_force_is_enough(self):
        assert status_of(said("adopted", "2012", valid_to="2016"), said("adopted", "2022")) == Status.ADOPTED

    def test_in_progress_after_an_expired_policy(self):
        assert status_of(said("adopted", "2012", valid_to="2016"), said("in_progress", "2025")) == Status.IN_PROGRESS


class TestRevision:
    def test_newer_work_on_a_policy_in_force(self):
        revised = derive([said("adopted", "2022"), said("in_progress", "2025")], TODAY, today=TODAY)
        assert (revised.status, revised.under_revision) == (Status.ADOPTED, True)

    def test_older_work_is_no_revision(self):
        assert not derive([said("adopted", "2022"), said("in_progress", "2021")], TODAY, today=TODAY).under_revision

    def test_undated_work_is_no_revision(self):
        assert not derive([said("adopted", "2022"), said("in_progress")], TODAY, today=TODAY).under_revision

    def test_needs_a_dated_adoption(self):
        revised = derive([said("adopted"), said("in_progress", "2025")], TODAY, today=TODAY)
        assert (revised.status, revised.under_revision) == (Status.ADOPTED, False)


class TestInProgress:
    def test_for_four_years(self):
        told = said("in_progress", "2020-01-01")
        assert status_of(told, on=date(2024, 1, 1)) == Status.IN_PROGRESS  # 1461 days = 4 years of 365.25
        assert status_of(told, on=date(2024, 1, 2)) == Status.UNKNOWN

    def test_undated_for_good(self):
        assert status_of(said("in_progress")) == Status.IN_PROGRESS

    def test_stale_after_an_adoption_is_expired(self):
        assert status_of(said("adopted", "2010", valid_to="2012"), said("in_progress", "2015")) == Status.EXPIRED

    def test_stale_after_a_contradicted_adoption_is_expired_too(self):
        told = said("adopted", "2010"), said("none", "2012"), said("in_progress", "2015")
        assert status_of(*told) == Status.EXPIRED


class TestSince:
    @pytest.mark.parametrize(
        ("observations", "since", "basis"),
        [
            ([said("adopted", "2022", adopted_on="2016"), said("adopted", "2023", adopted_on="2016-12-14")],
             "2016-12-14", Basis.ADOPTED_ON),
            ([said("adopted", "2021", valid_from="2021")], "2021", Basis.VALID_FROM),
            ([said("adopted", "2022-06"), said("adopted", "2024")], "2022-06", Basis.KNOWN_SINCE),
            ([said("adopted")], "", Basis.UNDATED),
            ([said("adopted", "2012", valid_to="2015")], "2015", Basis.VALID_TO),
            ([said("adopted", "2010"), said("adopted", "2017-10")], "2017-10", Basis.LAST_SEEN),
            ([said("in_progress", "2023"), said("in_progress", "2024-03-22")], "2024-03-22", Basis.LAST_SEEN),
            ([said("none", "2022"), said("none", "2024-07-08")], "2024-07-08", Basis.LAST_SEEN),
            ([said("in_progress", "2017")], "2017", Basis.LAST_SEEN),
        ],
    )  # fmt: skip
    def test_the_date_that_goes_with_the_status(self, observations, since, basis):
        derived = derive(observations, TODAY, today=TODAY)
        assert (derived.since, derived.basis) == (since, basis)

    def test_an_ended_document_does_not_date_the_present_one(self):
        told = [said("adopted", "2012", adopted_on="2012", valid_to="2016"), said("adopted", "2023")]
        assert derive(told, TODAY, today=TODAY)[2:] == ("2023", Basis.KNOWN_SINCE)


years = st.integers(2005, 2028)
partial_dates = st.one_of(
    st.just(""),
    years.map(str),
    st.builds("{}-{:02}".format, years, st.integers(1, 12)),
    st.builds("{}-{:02}-{:02}".format, years, st.integers(1, 12), st.integers(1, 28)),
)
rows = st.lists(
    st.fixed_dictionaries(
        {
            "kommunenummer": st.sampled_from(["0301", "1103", "4601"]),
            "scope": st.sampled_from(["municipality", "municipality", "county", "predecessor"]),
            "status": st.sampled_from(["adopted", "in_progress", "none"]),
            "adopted_on": partial_dates,
            "valid_from": partial_dates,
            "valid_to": partial_dates,
            "observed_on": partial_dates,
            "confidence": st.sampled_from(["high", "medium", "low"]),
        }
    ),
    max_size=12,
)
days = st.dates(date(2006, 1, 1), date(2028, 12, 31))
definitions = st.sampled_from(list(Definition))
NUMBERS = ("0301", "1103", "4601", "5601")


class TestForAnyObservations:
    @given(rows, days, definitions)
    def test_what_is_known_later_changes_nothing(self, observations, on, definition):
        def known(o):
            return known_day(o["status"], o["observed_on"] or o["adopted_on"] or o["valid_from"])

        earlier = [o for o in observations if known(o) <= on]
        pd.testing.assert_frame_equal(at(observations, on, definition, NUMBERS), at(earlier, on, definition, NUMBERS))

    @given(rows, days, definitions, st.randoms())
    def test_order_and_repetition_change_nothing(self, observations, on, definition, random):
        shuffled = observations + observations[: len(observations) // 2]
        random.shuffle(shuffled)
        pd.testing.assert_frame_equal(at(observations, on, definition, NUMBERS), at(shuffled, on, definition, NUMBERS))

    @given(rows, rows, days, definitions)
    def test_one_municipality_never_touches_another(self, observations, others, on, definition):
        own = [o for o in observations if o["kommunenummer"] == "0301"]
        foreign = [o for o in others if o["kommunenummer"] != "0301"]
        alone, together = at(own, on, definition), at(own + foreign, on, definition)
        pd.testing.assert_frame_equal(alone, together)

    @given(rows, days, definitions)
    def test_every_municipality_gets_a_status_with_a_date_that_fits(self, observations, on, definition):
        found = at(observations, on, definition, NUMBERS)
        assert list(found.index) == list(NUMBERS)
        assert found["status"].isin(list(Status)).all()
        assert ((found["since"] == "") == found["basis"].isin([Basis.UNDATED, Basis.NOTHING])).all()
        assert (found.loc[found["under_revision"], "status"] == Status.ADOPTED).all()
        assert found.loc["5601", "status"] == Status.UNKNOWN

    @given(rows, days)
    def test_a_wider_definition_never_knows_less(self, observations, on):
        strict, wide = (at(observations, on, d, NUMBERS)["basis"] for d in (Definition.STRICT, Definition.WIDE))
        assert not ((wide == Basis.NOTHING) & (strict != Basis.NOTHING)).any()
