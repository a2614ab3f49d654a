"""The register year by year: how many had each status.

The status rule at 31 December of each whole year and on the present day. Undated observations are left out at every
date, the last included, so that the series compares like with like. Every year is counted among the municipalities
of today, because statuses are derived for them. Who changed in a year is told in ``lib.register.changes``.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

import pandas as pd

from lib.register.register import Register
from lib.register.status import (
    Basis,
    Definition,
    Derived,
    Observation,
    Status,
    derive,
    observations_that_count,
)

NOTHING_KNOWN = Derived(Status.UNKNOWN, False, "", Basis.NOTHING)
# Definitions times the days that a process may live.
KEPT = 32


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
    derived = derived_by_year(register, definition, today)[year]
    numbers = register.municipalities.index
    rows = [derived.get(number, NOTHING_KNOWN) for number in numbers]
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
    dated = derived_by_year(register, definition, today)[today.year]
    everything = _counting(register, definition)
    rows = {}
    for number in sorted(among & everything.keys()):
        if all(o.known for o in everything[number]):
            continue
        status = derive(everything[number], today, today=today).status
        without = dated.get(number, NOTHING_KNOWN).status
        if status != without:
            rows[number] = (status, without)
    return pd.DataFrame(
        rows.values(), index=pd.Index(list(rows), name="kommunenummer", dtype=object), columns=["status", "dated"]
    )


@lru_cache(maxsize=KEPT)
def _counting(register: Register, definition: Definition) -> dict[str, list[Observation]]:
    return observations_that_count(register.tables.policy_status, definition)


@lru_cache(maxsize=KEPT)
def dated_observations(register: Register, definition: Definition) -> dict[str, list[Observation]]:
    """Gather what counts in the series.

    Parameters
    ----------
    register
        The observations.
    definition
        Which of them count.

    Returns
    -------
    dict
        The dated observations of each municipality that has any.
    """
    counting = _counting(register, definition)
    dated = {number: [o for o in observations if o.known] for number, observations in counting.items()}
    return {number: observations for number, observations in dated.items() if observations}


@lru_cache(maxsize=KEPT)
def derived_by_year(register: Register, definition: Definition, today: date) -> dict[int, dict[str, Derived]]:
    """Derive the statuses of those with a dated observation, at each date of the series.

    Parameters
    ----------
    register, definition, today
        As for :func:`status_series`.

    Returns
    -------
    dict
        For each year, what is derived for each municipality number; :data:`NOTHING_KNOWN` holds for all others.
    """
    return {
        year: {
            number: derive(seen, on, today=today) for number, seen in dated_observations(register, definition).items()
        }
        for year, on in series_dates(register, today).items()
    }


@lru_cache(maxsize=KEPT)
def _matrix(register: Register, definition: Definition, today: date) -> pd.DataFrame:
    """Lay out the statuses of all municipalities by their rank, a column for each year."""
    numbers, rank = register.municipalities.index, {status: rank for rank, status in enumerate(Status)}
    return pd.DataFrame(
        {
            year: [rank[found.get(number, NOTHING_KNOWN).status] for number in numbers]
            for year, found in derived_by_year(register, definition, today).items()
        },
        index=numbers,
        dtype="int8",
    )
