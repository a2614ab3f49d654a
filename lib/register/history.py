"""The register year by year: how many had each status, and who adopted, renewed or let a policy expire.

The status rule at 31 December of each whole year and on the present day. Undated observations are left out at every
date, the last included, so that the series compares like with like. Every year is counted among the municipalities
of today, because statuses are derived for them.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

import pandas as pd

from lib.register.dates import first_day, last_day
from lib.register.register import Register
from lib.register.status import (
    Basis,
    Definition,
    Derived,
    Observation,
    Status,
    derive,
    in_force_until,
    observations_that_count,
)


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


_NOTHING_KNOWN = Derived(Status.UNKNOWN, False, "", Basis.NOTHING)
# Definitions times the days that a process may live.
_KEPT = 32


def series_dates(register: Register, today: date) -> dict[int, date]:
    """List the dates of the series.

    Parameters
    ----------
    register
        Its earliest dated observation gives the first year.
    today
        The present day, the last date.

    Returns
    -------
    dict
        31 December for each whole year, in ascending order, and `today` for the year that is not over.
    """
    years = range(register.earliest.year, today.year)
    return {year: date(year, 12, 31) for year in years} | {today.year: today}


def municipalities_in(register: Register, definition: Definition, year: int, today: date) -> pd.DataFrame:
    """Give the municipalities with the status they have in the series, for instance to colour a map.

    Parameters
    ----------
    register
        The observations.
    definition
        Which observations count.
    year
        A year of :func:`series_dates`.
    today
        The present day.

    Returns
    -------
    pandas.DataFrame
        ``register.municipalities`` with ``status``, ``under_revision``, ``since`` and ``basis``, as
        :func:`lib.register.status.statuses_at` has them. A new table that the caller may change.

    Raises
    ------
    KeyError
        When the series has no such year.
    """
    derived = _derived(register, definition, today)[year]
    numbers = register.municipalities.index
    rows = [derived.get(number, _NOTHING_KNOWN) for number in numbers]
    return register.municipalities.join(pd.DataFrame(rows, index=numbers, columns=list(Derived._fields)))


def status_series(
    register: Register, definition: Definition, today: date, numbers: Iterable[str] | None = None
) -> pd.DataFrame:
    """Count the statuses year by year.

    Parameters
    ----------
    register
        The observations.
    definition
        Which observations count.
    today
        The present day, the last point.
    numbers
        Municipalities to count among; None for all of the country.

    Returns
    -------
    pandas.DataFrame
        A row for each date of :func:`series_dates`: ``year``, ``on`` (:class:`datetime.date`), a count for each
        status (``adopted``, ``in_progress``, ``expired``, ``none``, ``unknown``) and ``total``, the number of today's
        municipalities, which is the denominator of every year.

    Raises
    ------
    KeyError
        When a number is not a municipality of today.
    """
    matrix = _matrix(register, definition, today)
    if numbers is not None:
        matrix = matrix.loc[list(numbers)]
    counts = pd.DataFrame({status.value: (matrix == rank).sum() for rank, status in enumerate(Status)})
    dates = series_dates(register, today)
    table = counts.assign(total=len(matrix))
    table.insert(0, "year", list(dates))
    table.insert(1, "on", list(dates.values()))
    return table.reset_index(drop=True)


def undated_only(
    register: Register, definition: Definition, today: date, numbers: Iterable[str] | None = None
) -> pd.DataFrame:
    """Find the municipalities whose status today rests on undated observations.

    Parameters
    ----------
    register, definition, today, numbers
        As for :func:`status_series`.

    Returns
    -------
    pandas.DataFrame
        Indexed by ``kommunenummer``, with ``status`` (today, as the rule has it) and ``dated`` (the last point of the
        series), for those where the two differ.
    """
    among = set(register.municipalities.index if numbers is None else numbers)
    dated = _derived(register, definition, today)[today.year]
    everything = _counting(register, definition)
    rows = {}
    for number in sorted(among & everything.keys()):
        if all(o.known for o in everything[number]):
            continue
        status = derive(everything[number], today, today=today).status
        without = dated.get(number, _NOTHING_KNOWN).status
        if status != without:
            rows[number] = (status, without)
    return pd.DataFrame(
        rows.values(), index=pd.Index(list(rows), name="kommunenummer", dtype=object), columns=["status", "dated"]
    )


@lru_cache(maxsize=_KEPT)
def _changes(register: Register, definition: Definition, today: date) -> pd.DataFrame:
    derived = _derived(register, definition, today)
    events = [
        event
        for number, observations in _dated(register, definition).items()
        for event in changes_of(
            number, observations, {year: found.get(number, _NOTHING_KNOWN) for year, found in derived.items()}, today
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


@lru_cache(maxsize=_KEPT)
def _counting(register: Register, definition: Definition) -> dict[str, list[Observation]]:
    return observations_that_count(register.tables.policy_status, definition)


@lru_cache(maxsize=_KEPT)
def _dated(register: Register, definition: Definition) -> dict[str, list[Observation]]:
    counting = _counting(register, definition)
    dated = {number: [o for o in observations if o.known] for number, observations in counting.items()}
    return {number: observations for number, observations in dated.items() if observations}


@lru_cache(maxsize=_KEPT)
def _derived(register: Register, definition: Definition, today: date) -> dict[int, dict[str, Derived]]:
    """Derive the statuses of those with a dated observation, at each date of the series."""
    return {
        year: {number: derive(seen, on, today=today) for number, seen in _dated(register, definition).items()}
        for year, on in series_dates(register, today).items()
    }


@lru_cache(maxsize=_KEPT)
def _matrix(register: Register, definition: Definition, today: date) -> pd.DataFrame:
    """Lay out the statuses of all municipalities by their rank, a column for each year."""
    numbers, rank = register.municipalities.index, {status: rank for rank, status in enumerate(Status)}
    return pd.DataFrame(
        {
            year: [rank[found.get(number, _NOTHING_KNOWN).status] for number in numbers]
            for year, found in _derived(register, definition, today).items()
        },
        index=numbers,
        dtype="int8",
    )
