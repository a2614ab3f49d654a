"""Numbers summed up: percentiles, and how times and sizes are written."""

from collections.abc import Sequence
from typing import NamedTuple


def percentile(values: Sequence[float], rank: float) -> float:
    """Interpolate linearly between the two values nearest to a rank.

    Parameters
    ----------
    values
        At least one number, in any order.
    rank
        0 (the smallest) to 100 (the largest).

    Returns
    -------
    float
        The percentile.

    Raises
    ------
    ValueError
        When `values` is empty or `rank` is out of range.
    """
    if not values or not 0 <= rank <= 100:
        raise ValueError(f"values: {len(values)} given, at least one needed; rank: {rank} given, 0 to 100 allowed")
    ordered = sorted(values)
    below, part = divmod(rank / 100 * (len(ordered) - 1), 1)
    lower, upper = ordered[int(below)], ordered[min(int(below) + 1, len(ordered) - 1)]
    return lower + (upper - lower) * part


class Summary(NamedTuple):
    """What a series of measurements comes to."""

    count: int
    minimum: float
    median: float
    p95: float
    maximum: float


def summarise(values: Sequence[float]) -> Summary:
    """Sum up a series.

    Parameters
    ----------
    values
        At least one number.

    Returns
    -------
    Summary
        Count, minimum, median, 95th percentile and maximum.
    """
    return Summary(len(values), min(values), percentile(values, 50), percentile(values, 95), max(values))


def seconds(value: float) -> str:
    """Write a time.

    Parameters
    ----------
    value
        Seconds.

    Returns
    -------
    str
        Milliseconds below one second, with two digits below ten of them; else seconds, with three digits.
    """
    if value >= 0.9995:
        return f"{_three_digits(value)} s"
    return f"{value * 1000:.2g} ms" if value < 0.00995 else f"{value * 1000:.0f} ms"


def size(value: float) -> str:
    """Write a number of bytes.

    Parameters
    ----------
    value
        Bytes.

    Returns
    -------
    str
        In kB of 1,000 bytes, or from 1 MB on in MB, with three digits.
    """
    return f"{_three_digits(value / 1e6)} MB" if value >= 999_500 else f"{_three_digits(value / 1e3)} kB"


def _three_digits(value: float) -> str:
    return f"{value:.3g}" if value < 999.5 else f"{value:.0f}"
