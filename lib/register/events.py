"""What happened, one event at a time: adoptions, renewals, expiries, observations and corrections, with lasting keys.

It follows from the observations and from the history of the data; how it is told is elsewhere. Who changed in which
year is decided in ``lib.register.changes``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from uuid import UUID, uuid5

import pandas as pd

from lib.register.changelog import Part, Version
from lib.register.changes import Change, changes
from lib.register.dates import last_day
from lib.register.evidence import known_date
from lib.register.history import KEPT, dated_observations
from lib.register.periods import status_periods
from lib.register.register import Register
from lib.register.schemas import TABLES
from lib.register.status import Basis, Definition, Observation, Status, known_day

# The keys are made within this one; another would make every reader see every event anew.
_NAMESPACE = UUID("ee06c7b3-7b10-46ac-891f-2b10a17e07bb")


class EventKind(StrEnum):
    """What an event is."""

    ADOPTED = "adopted"
    RENEWED = "renewed"
    EXPIRED = "expired"
    OBSERVED = "observed"
    CORRECTED = "corrected"


@dataclass(frozen=True)
class Event:
    """Something that happened to a policy, or to what the register says of it.

    Attributes
    ----------
    key
        The same for the same event everywhere and forever.
    kind
        What it is.
    area
        Municipality number or county number (a county council's own policy); empty for a correction of no one place.
    day
        The day that orders it: of a partial date the one that the status rule counts from.
    updated
        When the register came to tell of it, where a later version brought it; otherwise `day`.
    when, basis
        The partial date as the sources have it, and what it stands for; empty where there is none.
    observation
        The row of the table, for an observation; empty otherwise.
    text
        What was corrected, in bokmål; empty otherwise.
    version
        The version that corrected it; empty otherwise.
    """

    key: UUID
    kind: EventKind
    area: str
    day: date
    updated: date
    when: str = ""
    basis: str = ""
    observation: Mapping[str, str] = field(default_factory=dict, compare=False)
    text: str = ""
    version: str = ""


def key_of(*parts: str) -> UUID:
    """Make the lasting key of something.

    Parameters
    ----------
    *parts
        What tells it apart from all else.

    Returns
    -------
    uuid.UUID
        A name-based UUID (version 5).
    """
    # No value of the register has this character in it.
    return uuid5(_NAMESPACE, "\x1f".join(parts))


@lru_cache(maxsize=KEPT)
def all_events(register: Register, versions: tuple[Version, ...], today: date) -> tuple[Event, ...]:
    """List all that happened until a day.

    Parameters
    ----------
    register
        The register. Adoptions, renewals and expiries are those of the usual definition.
    versions
        The history of the data, the newest first.
    today
        The last day; what lies after it is left out.

    Returns
    -------
    tuple of Event
        The newest first.

    Notes
    -----
    Observations without a date that were in the first version are left out: nothing tells when they belong. A later
    version that brings one, and names it in the history of the data, gives it that version's day.
    """
    found = [*_changes(register, versions, today), *_corrections(versions)]
    for table, column in (("policy_status", "kommunenummer"), ("county_policy_status", "fylkesnummer")):
        found += _observations(table, column, register, versions)
    happened = [event for event in found if event.updated <= today]
    return tuple(sorted(happened, key=lambda e: (e.updated, e.day, e.area, e.kind, e.key), reverse=True))


def events_in(events: Iterable[Event], areas: Iterable[str]) -> tuple[Event, ...]:
    """Pick the events of some places.

    Parameters
    ----------
    events
        In any order.
    areas
        Municipality numbers and county numbers.

    Returns
    -------
    tuple of Event
        In the same order.
    """
    wanted = set(areas)
    return tuple(event for event in events if event.area in wanted)


def _observations(table: str, area: str, register: Register, versions: tuple[Version, ...]) -> Iterator[Event]:
    rows: pd.DataFrame = getattr(register.tables, table)
    for row, known in zip(rows.to_dict("records"), known_date(rows), strict=True):
        brought = _brought(versions, row[area], {row["source_url"]})
        if not known and brought is None:
            continue
        day = known_day(row["status"], known) if known else brought
        assert day is not None
        yield Event(
            key_of(table, *(row[column] for column in TABLES[table].key)),
            EventKind.OBSERVED,
            row[area],
            day,
            max(day, brought or day),
            known,
            Basis.KNOWN_SINCE if known else Basis.UNDATED,
            row,
        )


def _changes(register: Register, versions: tuple[Version, ...], today: date) -> Iterator[Event]:
    observations = dated_observations(register, Definition.STANDARD)
    rows = register.tables.policy_status
    for change in changes(register, Definition.STANDARD, today).itertuples():
        number = change.kommunenummer
        seen = [o for o in observations[number] if o.known_on <= today]
        if change.change == Change.EXPIRED:
            day = _expiry(seen, change.year, change.date, change.basis, today)
        else:
            day = _adoption(seen, change.date)
        dates = rows[["observed_on", "adopted_on", "valid_from", "valid_to"]]
        told = rows[(rows["kommunenummer"] == number) & (dates == change.date).any(axis="columns")]
        brought = _brought(versions, number, set(told["source_url"]))
        yield Event(
            key_of("change", number, change.change, str(change.year)),
            EventKind(change.change),
            number,
            day,
            max(day, brought or day),
            change.date,
            change.basis,
        )


def _adoption(seen: Iterable[Observation], when: str) -> date:
    """Give the last day that the date may mean, or the day on which a source knew of it, when that was earlier."""
    stated = [o.known_on for o in seen if o.status == Status.ADOPTED and when in (o.adopted_on, o.valid_from)]
    return min([last_day(when), *stated])


def _expiry(seen: list[Observation], year: int, when: str, basis: str, today: date) -> date:
    """Give the day after the last one that the document held for, else the first day that counts as expired."""
    if basis == Basis.VALID_TO:
        following = last_day(when) + timedelta(days=1)
        if following.year == year:
            return following
    periods = status_periods(seen, date(year, 1, 1), min(date(year, 12, 31), today))
    return next(period.first for period in periods if period.status == Status.EXPIRED)


def _corrections(versions: tuple[Version, ...]) -> Iterator[Event]:
    for version in versions:
        for entry in version.entries:
            if entry.part == Part.CORRECTED:
                yield Event(
                    key_of("correction", version.number, entry.area, entry.text),
                    EventKind.CORRECTED,
                    entry.area,
                    version.day,
                    version.day,
                    version.day.isoformat(),
                    text=entry.text,
                    version=version.number,
                )


def _brought(versions: tuple[Version, ...], area: str, addresses: set[str]) -> date | None:
    """Tell when a later version than the first brought what some sources say of a place."""
    days = [
        version.day
        for version in versions[:-1]
        for entry in version.entries
        if entry.part == Part.ADDED and entry.area == area and entry.addresses & addresses
    ]
    return min(days, default=None)


def last_change(events: Iterable[Event], versions: tuple[Version, ...]) -> date:
    """Tell when the last of some events came.

    Parameters
    ----------
    events
        The events.
    versions
        The history of the data; its first day holds where nothing has happened.

    Returns
    -------
    datetime.date
        The day.
    """
    return max((event.updated for event in events), default=versions[-1].day)
