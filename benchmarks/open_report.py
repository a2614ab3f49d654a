"""The results for what needs no session as a table: what was measured, the target and whether it is met."""

from collections.abc import Iterable
from typing import NamedTuple

from benchmarks.open_measure import OpenData
from benchmarks.summary import Summary, seconds, size, summarise
from lib.register.register import load_register

HEADINGS = ("Measure", "Result", "Target", "Met")


class Row(NamedTuple):
    """A line of the table; empty where a column has nothing to say."""

    measure: str
    result: str
    target: str = ""
    met: str = ""


def rows(measured: OpenData) -> list[Row]:
    """Hold what was measured against the targets.

    Parameters
    ----------
    measured
        What was measured.

    Returns
    -------
    list of Row
        The table.
    """
    return [
        *_list_rows(measured),
        *_page_rows(measured),
        *_crawl_rows(measured),
        *_user_rows(measured),
        *_picture_rows(measured),
        Row("Memory of the server after the crawl", size(measured.memory)),
    ]


def _list_rows(measured: OpenData) -> Iterable[Row]:
    for kind, times in measured.lists.items():
        summary = summarise(times)
        yield _at_most(f"API, list of all municipalities as {kind}: 95th percentile", summary.p95, 0.015)
        yield Row("… median", seconds(summary.median))
        yield _range(summary)
        yield Row("… transferred", size(measured.list_sizes[kind]))


def _page_rows(measured: OpenData) -> Iterable[Row]:
    rates = summarise(measured.rates)
    yield Row(
        "Page of a municipality, kept: answers per second, median",
        f"{rates.median:.0f}",
        "≥ 500",
        _met(rates.median >= 500),
    )
    yield Row("… fewest and most", f"{rates.minimum:.0f} – {rates.maximum:.0f}")
    yield Row("… processor time of the server for each, mean", seconds(measured.work))


def _crawl_rows(measured: OpenData) -> Iterable[Row]:
    crawl, register = measured.crawl, load_register()
    municipalities, counties = len(register.municipalities), len(register.county_names)
    expected = {
        "municipality page": municipalities,
        "county page": counties,
        "feed": 1 + counties + municipalities,
    }
    for kind, count in expected.items():
        answered = crawl.answered[kind]
        yield Row(f"Crawl, nothing kept before: {kind}s", str(answered), str(count), _met(answered == count))
    yield Row("… other pages", str(crawl.answered["other page"]))
    yield Row("… errors", str(len(crawl.faults)), "0", _met(not crawl.faults))
    yield Row("… time for all", seconds(crawl.seconds))
    times = summarise(crawl.times)
    yield Row("… answer, median", seconds(times.median))
    yield Row("… answer, 95th percentile", seconds(times.p95))
    yield _range(times)


def _user_rows(measured: OpenData) -> Iterable[Row]:
    times, at_least = summarise(measured.answers.times), "≥ " * (measured.answers.unfinished > 0)
    slow = _at_most(f"{measured.users} users of the dashboard meanwhile: answer, 95th percentile", times.p95, 0.3)
    yield slow._replace(result=at_least + slow.result)
    yield Row("… median", at_least + seconds(times.median))
    yield _range(times)
    yield Row("… answers measured", str(times.count))
    first = summarise(measured.first_answers.times)
    yield Row("… on the server just started, before the crawl: 95th percentile", seconds(first.p95))
    yield Row("… median", seconds(first.median))


def _picture_rows(measured: OpenData) -> Iterable[Row]:
    for kind, limit in (("map", 2), ("chart", 1)):
        pictures = [picture for picture in measured.pictures if picture.kind == kind]
        slowest = max(pictures, key=lambda picture: picture.cold)
        cold, kept = (summarise([getattr(picture, name) for picture in pictures]) for name in ("cold", "kept"))
        yield _at_most(f"File of a {kind} nobody has asked for: slowest of {len(pictures)}", cold.maximum, limit)
        yield Row("… which one", slowest.path.removeprefix("/last-ned/"))
        yield Row("… 95th percentile", seconds(cold.p95))
        yield Row("… median", seconds(cold.median))
        yield Row("… fastest", seconds(cold.minimum))
        yield Row("… asked for again: 95th percentile", seconds(kept.p95))


def _at_most(measure: str, value: float, limit: float) -> Row:
    return Row(measure, seconds(value), f"≤ {seconds(limit)}", _met(value <= limit))


def _range(summary: Summary) -> Row:
    return Row("… fastest and slowest", f"{seconds(summary.minimum)} – {seconds(summary.maximum)}")


def _met(met: bool) -> str:
    return "yes" if met else "**no**"
