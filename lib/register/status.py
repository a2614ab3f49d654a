"""The status rule: what a municipality's observations say of its volunteering policy at a date.

An observation is what one source said of one municipality at one time. A status is derived from the observations,
for a date and a definition of which of them count, and is never stored. Shares and counts of statuses live in
``lib.register.shares``; words and colours elsewhere.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

import pandas as pd

from lib.register.dates import first_day, last_day

# Two council terms of four years, and one, in days.
IN_FORCE_DAYS = 8 * 365.25
IN_PROGRESS_DAYS = 4 * 365.25


class Status(StrEnum):
    """What is known of a municipality's policy, from the firmest commitment to no knowledge at all."""

    ADOPTED = "adopted"
    IN_PROGRESS = "in_progress"
    EXPIRED = "expired"
    NONE = "none"
    UNKNOWN = "unknown"


class Definition(StrEnum):
    """Which observations count, by their confidence."""

    STRICT = "strict"
    STANDARD = "standard"
    WIDE = "wide"

    @property
    def confidences(self) -> tuple[str, ...]:
        """The values of ``confidence`` that count."""
        levels = {"strict": ("high",), "standard": ("high", "medium"), "wide": ("high", "medium", "low")}
        return levels[self.value]


class Basis(StrEnum):
    """What the date that goes with a status stands for."""

    ADOPTED_ON = "adopted_on"
    VALID_FROM = "valid_from"
    VALID_TO = "valid_to"
    KNOWN_SINCE = "known_since"
    LAST_SEEN = "last_seen"
    UNDATED = "undated"
    NOTHING = "nothing"


class Observation(NamedTuple):
    """One observation as the rule reads it; dates are partial ISO 8601 texts, empty where not stated."""

    status: str
    known: str
    adopted_on: str
    valid_from: str
    valid_to: str

    @property
    def known_on(self) -> date:
        """The known date as one day."""
        return known_day(self.status, self.known)


class Derived(NamedTuple):
    """A status and the date that goes with it."""

    status: Status
    under_revision: bool
    since: str
    basis: Basis


def known_day(status: str, known: str) -> date:
    """Tell on which day an observation counts as known.

    Parameters
    ----------
    status
        What the observation says.
    known
        Its partial date, ``""`` where it has none.

    Returns
    -------
    datetime.date
        The first day that the date may mean for work in progress, the last day otherwise, as the
        rule has it; the first day of all for an undated one, which comes before all others.
    """
    if not known:
        return date.min
    return first_day(known) if status == Status.IN_PROGRESS else last_day(known)


def statuses_at(
    observations: pd.DataFrame,
    numbers: Iterable[str],
    on: date,
    definition: Definition = Definition.STANDARD,
    *,
    today: date,
) -> pd.DataFrame:
    """Derive the status of each municipality at a date.

    Parameters
    ----------
    observations
        The table ``policy_status``: a row for each observation, texts with ``""`` where nothing is stated.
    numbers
        The municipality numbers to derive a status for, each once.
    on
        The date that the statuses hold for.
    definition
        Which observations count.
    today
        The present day; undated observations count from it on.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``kommunenummer`` in the order of `numbers`, with ``status`` (:class:`Status`),
        ``under_revision`` (bool: adopted, and a newer one is on its way), ``since`` (partial date or ``""``) and
        ``basis`` (:class:`Basis`: what ``since`` stands for).

    Notes
    -----
    The rule is the register's own; it is described for readers in ``docs/status.md``.
    """
    of = observations_that_count(observations, definition)
    numbers = list(numbers)
    return pd.DataFrame(
        [derive(of.get(number, ()), on, today=today) for number in numbers],
        index=pd.Index(numbers, name="kommunenummer"),
        columns=list(Derived._fields),
    )


def observations_that_count(observations: pd.DataFrame, definition: Definition) -> dict[str, list[Observation]]:
    """Gather what the rule reads: the observations of each municipality itself that the definition counts.

    Parameters
    ----------
    observations
        The table ``policy_status``.
    definition
        Which observations count.

    Returns
    -------
    dict
        Observations in the order of the table for each ``kommunenummer`` that has any, dated and undated.
    """
    counts = observations["confidence"].isin(definition.confidences) & (observations["scope"] != "predecessor")
    columns = ["kommunenummer", "status", "observed_on", "adopted_on", "valid_from", "valid_to"]
    of: defaultdict[str, list[Observation]] = defaultdict(list)
    for number, status, observed, adopted, start, end in zip(
        *(observations.loc[counts, column] for column in columns), strict=True
    ):
        of[number].append(Observation(status, observed or adopted or start, adopted, start, end))
    return dict(of)


def derive(observations: Sequence[Observation], on: date, *, today: date) -> Derived:
    """Derive the status of one municipality from the observations that count.

    Parameters
    ----------
    observations
        What the sources said of the municipality itself, in any order.
    on
        The date that the status holds for.
    today
        The present day; undated observations count from it on.

    Returns
    -------
    Derived
        The status and the date that goes with it.
    """
    seen = [o for o in observations if o.known_on <= on and (o.known or on >= today)]
    if not seen:
        return Derived(Status.UNKNOWN, False, "", Basis.NOTHING)

    latest_day = max(o.known_on for o in seen)
    latest = _strongest(o.status for o in seen if o.known_on == latest_day)
    if latest == Status.NONE:
        return Derived(Status.NONE, False, *_last_seen(seen, Status.NONE))

    last_none = max((o.known_on for o in seen if o.status == Status.NONE), default=date.min)
    adopted = [o for o in seen if o.status == Status.ADOPTED and o.known_on >= last_none]
    in_force = [o for o in adopted if _in_force(o, on)]
    if in_force:
        return Derived(Status.ADOPTED, _under_revision(seen, adopted), *_since(adopted, on))

    if latest == Status.IN_PROGRESS:
        if latest_day == date.min or (on - latest_day).days <= IN_PROGRESS_DAYS:
            return Derived(Status.IN_PROGRESS, False, *_last_seen(seen, Status.IN_PROGRESS))
        adopted = [o for o in seen if o.status == Status.ADOPTED]
        if not adopted:
            return Derived(Status.UNKNOWN, False, *_last_seen(seen, Status.IN_PROGRESS))
    return Derived(Status.EXPIRED, False, *_until(adopted, on))


def _strongest(statuses: Iterable[str]) -> Status:
    found = set(statuses)
    return next(s for s in (Status.ADOPTED, Status.IN_PROGRESS, Status.NONE) if s in found)


def in_force_until(valid_to: str, known: str) -> date:
    """Tell the last day on which an adopted document is in force.

    Parameters
    ----------
    valid_to
        The date to which it holds, partial; ``""`` where the source states none.
    known
        The known date of the observation, partial; ``""`` where it has none.

    Returns
    -------
    datetime.date
        The last day of `valid_to`, or else eight years after the last day of `known`; the last day of all for a
        document without any date.
    """
    if valid_to:
        return last_day(valid_to)
    return last_day(known) + timedelta(days=IN_FORCE_DAYS) if known else date.max


def _in_force(observation: Observation, on: date) -> bool:
    return in_force_until(observation.valid_to, observation.known) >= on


def _under_revision(seen: Sequence[Observation], adopted: Sequence[Observation]) -> bool:
    dated = [o.known_on for o in adopted if o.known]
    return bool(dated) and any(o.status == Status.IN_PROGRESS and o.known_on > max(dated) for o in seen)


def _since(adopted: Sequence[Observation], on: date) -> tuple[str, Basis]:
    """Give the date of the newest document that has not ended, or else the first time that a source knew of one."""
    lasting = [o for o in adopted if not o.valid_to or last_day(o.valid_to) >= on]
    for basis in (Basis.ADOPTED_ON, Basis.VALID_FROM):
        stated = [text for o in lasting if (text := getattr(o, basis))]
        if stated:
            return max(stated, key=lambda text: (first_day(text), text)), basis
    known = [o.known for o in lasting if o.known]
    if known:
        return min(known, key=lambda text: (last_day(text), text)), Basis.KNOWN_SINCE
    return "", Basis.UNDATED


def _until(adopted: Sequence[Observation], on: date) -> tuple[str, Basis]:
    """Give the day to which the newest document held, or else the last time that a source knew of it."""
    ended = [o.valid_to for o in adopted if o.valid_to and last_day(o.valid_to) < on]
    if ended:
        return max(ended, key=lambda text: (last_day(text), text)), Basis.VALID_TO
    return _last_seen(adopted, Status.ADOPTED)


def _last_seen(seen: Sequence[Observation], status: Status) -> tuple[str, Basis]:
    known = [o.known for o in seen if o.status == status and o.known]
    if not known:
        return "", Basis.UNDATED
    return max(known, key=lambda text: (known_day(status, text), text)), Basis.LAST_SEEN
