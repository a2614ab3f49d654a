"""Partial dates: which days ``2019``, ``2019-07`` and ``2019-07-17`` may mean."""

import calendar
from datetime import date
from functools import lru_cache


def _parts(text: str) -> tuple[int, int | None, int | None]:
    numbers = [int(part) for part in text.split("-")]
    if not 1 <= len(numbers) <= 3:
        raise ValueError(f"text: expected YYYY, YYYY-MM or YYYY-MM-DD, got {text!r}")
    year, month, day = [*numbers, None, None][:3]
    assert year is not None
    return year, month, day


@lru_cache(maxsize=4096)
def first_day(text: str) -> date:
    """Give the first day that a partial date may mean.

    Parameters
    ----------
    text
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Returns
    -------
    date
        The day itself, or the first of its month or year.

    Raises
    ------
    ValueError
        When `text` is no such date.

    Examples
    --------
    >>> first_day("2019-07")
    datetime.date(2019, 7, 1)
    """
    year, month, day = _parts(text)
    return date(year, 1 if month is None else month, 1 if day is None else day)


@lru_cache(maxsize=4096)
def last_day(text: str) -> date:
    """Give the last day that a partial date may mean.

    Parameters
    ----------
    text
        ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``.

    Returns
    -------
    date
        The day itself, or the last of its month or year.

    Raises
    ------
    ValueError
        When `text` is no such date.

    Examples
    --------
    >>> last_day("2024-02")
    datetime.date(2024, 2, 29)
    """
    year, month, day = _parts(text)
    month = 12 if month is None else month
    return date(year, month, calendar.monthrange(year, month)[1] if day is None else day)
