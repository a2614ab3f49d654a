"""Who adopted, renewed or let a policy expire in each year, by the statuses of the series and the documents' dates."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from lib.register.dates import first_day, last_day
from lib.register.history import KEPT, NOTHING_KNOWN, dated_observations, derived_by_year
from lib.register.register import Register
from lib.register.status import Basis, Definition, Derived, Observation, Status, in_force_until


class Change(StrEnum):
    """What happened to a municipality's policy in a year."""

    ADOPTED = "adopted"
    RENEWED = "renewed"
    EXPIRED = "expired"


class _Event(NamedTuple):
    """A row of :func:`changes`."""

    year: int
    kommunenummer: str
    change: Change
    date: str
    basis: Basis


@lru_cache(maxsize=KEPT)
def _changes(register: Register, definition: Definition, today: date) -> pd.DataFrame:
    derived = derived_by_year(register, definition, today)
    events = [
        event
        for number, observations in dated_observations(register, definition).items()
        for event in changes_of(
            number, observations, {year: found.get(number, NOTHING_KNOWN) for year, found in derived.items()}, today
        )
    ]
    return pd.DataFrame(sorted(events), columns=list(_Event._fields))


def changes(register: Register, definition: Definition, today: date) -> pd.DataFrame:
    """Tell who adopted, renewed or let a policy expire in each year.

    Parameters
    ----------
    register, definition, today
        As for :func:`status_series`.

    Returns
    -------
    pandas.DataFrame
        ``year``, ``kommunenummer``, ``change`` (:class:`Change`), ``date`` (partial) and ``basis`` (what ``date``
        stands for), in ascending order; at most one row for a municipality, year and change. As
        :func:`changes_of` defines them.
    """
    return _changes(register, definition, today).copy()


def changes_of(
    number: str, observations: Sequence[Observation], statuses: Mapping[int, Derived], today: date
) -> list[_Event]:
    """Tell in which years a municipality adopted, renewed or let a policy expire.

    Parameters
    ----------
    number
        The municipality.
    observations
        What counts of it, dated.
    statuses
        Its derived status at the end of each year, in ascending order.
    today
        Observations known later are left out.

    Returns
    -------
    list of tuple
        The rows of :func:`changes`.

    Notes
    -----
    Documents go by their own dates: ``adopted_on``, else ``valid_from``, or the day a source knew of the document
    when that was earlier. A document that holds from the year in which one was adopted, or the year after, is that
    one. The first document is *adopted*, each one of a later year *renewed*.

    Where the sources state no such date, the statuses tell. A policy known before any dated document is *adopted* in
    the first year at whose end the status is adopted, and the first dated document of a later year renews it. When
    the status becomes adopted again after it was expired, and no document is of those years, the policy is *renewed*
    in that year: adopted or confirmed anew.

    A policy is *expired* in the first year at whose end the status is expired. When the register first heard of it
    after it had ended, that is the year of the day after ``valid_to``. One that ended while another was known to be
    on its way is not expired as long as the rule says so, nor is one that a later source says does not exist.
    """
    documents = _documents(observations, today)
    adopted_in = [year for year, derived in statuses.items() if derived.status == Status.ADOPTED]
    events: dict[tuple[int, Change], _Event] = {}

    def add(year: int, change: Change, when: str, basis: Basis) -> None:
        events.setdefault((year, change), _Event(year, number, change, when, basis))

    first = min([*documents, *adopted_in[:1]], default=None)
    if first is not None and first not in documents:
        add(first, Change.ADOPTED, _first_known(observations, first), Basis.KNOWN_SINCE)
    for year, (when, basis) in documents.items():
        add(year, Change.ADOPTED if year == first else Change.RENEWED, when, basis)

    before, lapsed = Status.UNKNOWN, None
    for year, derived in statuses.items():
        if derived.status == Status.EXPIRED and before != Status.EXPIRED:
            lapsed, when, basis = year, derived.since, derived.basis
            if before == Status.ADOPTED:
                when, basis = _ended_last(observations, date(year - 1, 12, 31))
            elif basis == Basis.VALID_TO:
                lapsed = min(year, (last_day(when) + timedelta(days=1)).year)
            add(lapsed, Change.EXPIRED, when, basis)
        if derived.status == Status.ADOPTED:
            if lapsed is not None and year != first and not any(lapsed <= other <= year for other in documents):
                add(year, Change.RENEWED, _first_known(observations, year), Basis.KNOWN_SINCE)
            lapsed = None
        before = derived.status
    return list(events.values())


def _documents(observations: Iterable[Observation], today: date) -> dict[int, tuple[str, Basis]]:
    """Give the years of the adopted documents, in ascending order, each with its date as stated."""
    seen = [o for o in observations if o.status == Status.ADOPTED and o.known_on <= today]
    adoptions = {first_day(o.adopted_on).year: (o.adopted_on, Basis.ADOPTED_ON) for o in _longest_last(seen)}
    starts: dict[int, tuple[str, Basis]] = {}
    for o in seen:
        if o.valid_from and not o.adopted_on:
            year = min(first_day(o.valid_from).year, o.known_on.year)
            if year not in adoptions and year - 1 not in adoptions:
                starts.setdefault(year, (o.valid_from, Basis.VALID_FROM))
    return dict(sorted((adoptions | starts).items()))


def _longest_last(seen: Iterable[Observation]) -> list[Observation]:
    """Order those with a date of adoption so that the most precise date of a year comes last."""
    return sorted((o for o in seen if o.adopted_on), key=lambda o: len(o.adopted_on))


def _ended_last(observations: Iterable[Observation], on: date) -> tuple[str, Basis]:
    """Give the end of the policy that was in force at a date: of the document that was so for longest."""
    adopted = [o for o in observations if o.status == Status.ADOPTED and o.known_on <= on]
    last = max(adopted, key=lambda o: in_force_until(o.valid_to, o.known))
    return (last.valid_to, Basis.VALID_TO) if last.valid_to else (last.known, Basis.LAST_SEEN)


def _first_known(observations: Iterable[Observation], year: int) -> str:
    """Give the earliest date in a year at which a source knew of an adopted policy."""
    known = [o.known for o in observations if o.status == Status.ADOPTED and o.known_on.year == year]
    return min(known, key=last_day, default=str(year))
