"""Periods by status: the same as the rule says day by day."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from lib.register.periods import Period, status_periods
from lib.register.status import Definition, Observation, Status, derive, observations_that_count

FIRST, TODAY = date(2010, 1, 1), date(2026, 11, 23)


def adopted(known, valid_to=""):
    return Observation("adopted", known, "", "", valid_to)


def in_progress(known):
    return Observation("in_progress", known, "", "", "")


def none(known):
    return Observation("none", known, "", "", "")


def test_nothing_known_is_one_period():
    assert status_periods([], FIRST, TODAY) == [Period(Status.UNKNOWN, FIRST, TODAY)]


def test_undated_observations_are_left_out():
    assert status_periods([adopted("")], FIRST, TODAY) == [Period(Status.UNKNOWN, FIRST, TODAY)]


def test_a_document_that_ended():
    assert status_periods([adopted("2015-05-04", "2018")], FIRST, TODAY) == [
        Period(Status.UNKNOWN, FIRST, date(2015, 5, 3)),
        Period(Status.ADOPTED, date(2015, 5, 4), date(2018, 12, 31)),
        Period(Status.EXPIRED, date(2019, 1, 1), TODAY),
    ]


def test_a_document_without_an_end_counts_for_eight_years():
    periods = status_periods([adopted("2012-01-01")], FIRST, TODAY)
    assert periods[1] == Period(Status.ADOPTED, date(2012, 1, 1), date(2012, 1, 1) + timedelta(days=2922))
    assert periods[2].status == Status.EXPIRED


def test_work_that_came_to_nothing():
    assert [period.status for period in status_periods([in_progress("2014")], FIRST, TODAY)] == [
        Status.UNKNOWN,
        Status.IN_PROGRESS,
        Status.UNKNOWN,
    ]


def test_a_source_that_says_there_is_none():
    periods = status_periods([adopted("2015-01-01"), none("2016-01-01")], FIRST, TODAY)
    assert periods[-1] == Period(Status.NONE, date(2016, 1, 1), TODAY)


def test_a_confirmation_makes_no_new_period():
    periods = status_periods([adopted("2019-01-01"), adopted("2020-06-01")], FIRST, TODAY)
    assert periods[1] == Period(Status.ADOPTED, date(2019, 1, 1), TODAY)


@pytest.mark.parametrize("definition", list(Definition))
def test_every_period_of_the_register_is_what_the_rule_says(register, today, definition):
    """The rule on the first and the last day of each period, and on the first of each quarter."""
    quarters = [date(year, month, 1) for year in range(FIRST.year, today.year + 1) for month in (1, 4, 7, 10)]
    for observations in observations_that_count(register.tables.policy_status, definition).values():
        dated = [o for o in observations if o.known]
        periods = status_periods(observations, FIRST, today)
        assert (periods[0].first, periods[-1].last) == (FIRST, today)
        for before, after in pairwise(periods):
            assert before.last + timedelta(days=1) == after.first
            assert before.status != after.status
        for period in periods:
            inside = [day for day in quarters if period.first <= day <= period.last]
            for day in (period.first, *inside, period.last):
                assert derive(dated, day, today=today).status == period.status
