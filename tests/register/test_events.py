"""Events: which there are, when they are, and that their keys last."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import pytest

from lib.register.changelog import Entry, Part, Version, load_changelog
from lib.register.changes import changes
from lib.register.dates import first_day, last_day
from lib.register.events import EventKind, all_events, events_in, key_of, last_change
from lib.register.register import build_register
from lib.register.status import Basis, Definition, Status, statuses_at

FIRST = Version("1.0.0", date(2026, 11, 23), ())


@pytest.fixture(scope="module")
def events(register, today):
    return all_events(register, load_changelog(), today)


def of(events, **wanted):
    return [event for event in events if all(getattr(event, name) == value for name, value in wanted.items())]


def with_rows(register, **columns):
    """The register with one more observation, and what else the test says."""
    table = register.tables.policy_status
    row = table.iloc[[0]].assign(**columns)
    policy_status = type(table)(list(table.to_dict("records")) + row.to_dict("records"))
    return build_register(replace(register.tables, policy_status=policy_status))


def test_keys_are_unique(events):
    assert max(Counter(event.key for event in events).values()) == 1


def test_keys_are_those_that_readers_have_seen(events):
    """Another key would make every feed reader show an old event as a new one."""
    (oslo,) = of(events, area="0301", kind=EventKind.ADOPTED)
    assert str(oslo.key) == "e88cc7c4-625c-52b1-ac29-cb285a90b348"
    assert str(key_of("feed", "endringer.atom")) == "30b388fa-a646-5a01-9f43-2d12f0be1f79"


def test_newest_first_and_nothing_in_the_future(events, today):
    days = [event.updated for event in events]
    assert days == sorted(days, reverse=True)
    assert days[0] <= today
    assert all(event.day <= event.updated for event in events)


def test_every_dated_observation_is_told_once(register, events):
    tables = register.tables
    for table, area, digits in (
        (tables.policy_status, "kommunenummer", 4),
        (tables.county_policy_status, "fylkesnummer", 2),
    ):
        dated = table[(table[["observed_on", "adopted_on", "valid_from"]] != "").any(axis="columns")]
        told = [event for event in of(events, kind=EventKind.OBSERVED) if len(event.area) == digits]
        assert Counter(event.area for event in told) == Counter(dated[area])
        assert {event.observation["source_url"] for event in told} == set(dated["source_url"])


def test_every_change_is_told_in_its_year(register, events, today):
    rows = changes(register, Definition.STANDARD, today)
    told = {
        (event.area, event.kind.value, event.when): event.day
        for event in events
        if event.kind in (EventKind.ADOPTED, EventKind.RENEWED, EventKind.EXPIRED)
    }
    assert len(told) == len(rows)
    for row in rows.itertuples():
        day = told[row.kommunenummer, row.change, row.date]
        assert day.year == row.year, row
        if row.change != "expired":
            assert first_day(row.date) <= day <= last_day(row.date), row


def test_a_policy_expires_on_the_day_that_the_rule_says(register, events, today):
    dated = register.tables.policy_status
    dated = dated[(dated[["observed_on", "adopted_on", "valid_from"]] != "").any(axis="columns")]
    checked = 0
    for event in of(events, kind=EventKind.EXPIRED):
        before, after = (
            statuses_at(dated, [event.area], day, today=today).at[event.area, "status"]
            for day in (event.day - timedelta(days=1), event.day)
        )
        if event.basis == Basis.VALID_TO and last_day(event.when) + timedelta(days=1) == event.day:
            assert before != Status.EXPIRED or after == Status.EXPIRED
        else:
            assert (before != Status.EXPIRED, after) == (True, Status.EXPIRED), event
            checked += 1
    assert checked > 3


def test_an_expiry_to_come_is_not_told(register):
    number = "5053"  # its document held to the end of 2025
    on_the_day = date(2026, 1, 1)
    before = all_events(register, (FIRST,), on_the_day - timedelta(days=1))
    after = all_events(register, (FIRST,), on_the_day)
    assert not of(before, area=number, kind=EventKind.EXPIRED)
    (expiry,) = of(after, area=number, kind=EventKind.EXPIRED)
    assert expiry.day == on_the_day


def test_a_partial_date_stays_partial(events):
    partial = [event for event in of(events, kind=EventKind.OBSERVED) if event.when.count("-") < 2]
    assert partial
    for event in partial:
        ends = {"in_progress": first_day}.get(event.observation["status"], last_day)
        assert event.day == ends(event.when)


def test_keys_stay_as_days_pass_and_rows_are_added(register, events, today):
    later = all_events(register, load_changelog(), today + timedelta(days=400))
    assert {event.key for event in events} <= {event.key for event in later}
    more = with_rows(register, kommunenummer="1151", kommune="Utsira", observed_on="2026-11-01", adopted_on="")
    grown = all_events(more, load_changelog(), today)
    new = [event for event in grown if event.key not in {event.key for event in events}]
    assert {event.area for event in new} == {"1151"}
    assert {event.kind for event in new} == {EventKind.OBSERVED, EventKind.ADOPTED}


def test_what_a_later_version_brings_comes_on_its_day(register, today):
    source = "https://eksempel.no/vedtak"
    more = with_rows(
        register, kommunenummer="1151", kommune="Utsira", adopted_on="2019-05", observed_on="", source_url=source
    )
    brought = Version("1.1.0", date(2026, 11, 23), (Entry(Part.ADDED, f"Vedtaket, {source}.", "1151", "Utsira"),))
    events = all_events(more, (brought, replace(FIRST, day=date(2026, 11, 1))), today)
    utsira = events_in(events, ["1151"])
    assert {event.kind for event in utsira} == {EventKind.OBSERVED, EventKind.ADOPTED}
    for event in utsira:
        assert (event.day, event.updated, event.when) == (date(2019, 5, 31), date(2026, 11, 23), "2019-05")
    assert events[:2] == utsira


def test_undated_observations_are_told_only_when_a_later_version_brings_them(register, events, today):
    source = "https://eksempel.no/udatert"
    undated = {"adopted_on": "", "observed_on": "", "valid_from": "", "valid_to": ""}
    more = with_rows(register, kommunenummer="1151", kommune="Utsira", source_url=source, **undated)
    assert not events_in(all_events(more, (FIRST,), today), ["1151"])
    brought = Version("1.1.0", date(2026, 11, 23), (Entry(Part.ADDED, f"Se {source}", "1151", "Utsira"),))
    (event,) = events_in(all_events(more, (brought, FIRST), today), ["1151"])
    assert (event.when, event.basis, event.updated) == ("", Basis.UNDATED, date(2026, 11, 23))


def test_corrections_come_from_the_history(register, today):
    entries = (
        Entry(Part.CORRECTED, "Vedtaket er fra 2015.", "4601", "Bergen"),
        Entry(Part.CORRECTED, "Tegnsetting."),
        Entry(Part.ADDED, "Noe annet."),
    )
    events = all_events(register, (Version("1.0.1", date(2026, 11, 23), entries), FIRST), today)
    bergen, general = sorted(of(events, kind=EventKind.CORRECTED), key=lambda event: event.area, reverse=True)
    assert (bergen.area, bergen.text, bergen.version) == ("4601", "Vedtaket er fra 2015.", "1.0.1")
    assert general.area == ""
    assert bergen in events_in(events, ["4601"])
    assert general not in events_in(events, register.municipalities.index)


def test_the_last_change(events, register):
    assert last_change(events, load_changelog()) == events[0].updated
    assert last_change((), (FIRST,)) == FIRST.day
