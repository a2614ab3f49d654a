"""The periods in which a municipality had each status, by its dated observations.

The status rule is in ``lib.register.status``; the register counted year by year is in ``lib.register.history``.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from lib.register.status import IN_PROGRESS_DAYS, Observation, Status, derive, in_force_until

_DAY = timedelta(days=1)


class Period(NamedTuple):
    """A status and the days that it holds for, both ends included."""

    status: Status
    first: date
    last: date


def status_periods(observations: Sequence[Observation], first: date, last: date) -> list[Period]:
    """Divide a stretch of time into periods by status.

    Parameters
    ----------
    observations
        What counts of the municipality. Undated ones are left out at every date, the last included, so that the whole
        stretch compares like with like.
    first, last
        The stretch, both ends included.

    Returns
    -------
    list of Period
        Without gaps, from `first` to `last`; one that follows another has a different status.
    """
    dated = [o for o in observations if o.known]
    days = sorted({first} | {day for o in dated for day in _turns(o) if first < day <= last})
    periods: list[Period] = []
    for start, following in zip(days, [*days[1:], last + _DAY], strict=True):
        status = derive(dated, start, today=last).status
        if periods and periods[-1].status == status:
            periods[-1] = periods[-1]._replace(last=following - _DAY)
        else:
            periods.append(Period(status, start, following - _DAY))
    return periods


def _turns(observation: Observation) -> list[date]:
    """List the days on which an observation may change the status: when it is known, and when it no longer counts."""
    turns = [observation.known_on]
    if observation.status == Status.ADOPTED:
        turns.append(in_force_until(observation.valid_to, observation.known) + _DAY)
    elif observation.status == Status.IN_PROGRESS:
        turns.append(observation.known_on + timedelta(days=int(IN_PROGRESS_DAYS)) + _DAY)
    return turns
