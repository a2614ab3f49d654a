"""The results as a table: ours, naive, how many times ours is better, the target and whether it is met."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from benchmarks.measure import Measured
from benchmarks.summary import Summary, percentile, seconds, size, summarise

HEADINGS = ("Measure", "Ours", "Naive", "Naive / ours", "Target", "Met")


class Row(NamedTuple):
    """A line of the table; empty where a column has nothing to say."""

    measure: str
    ours: str
    naive: str = ""
    ratio: str = ""
    target: str = ""
    met: str = ""


class Limit(NamedTuple):
    """A target: at most so much, and at least so many times better than the naive build."""

    at_most: float | None = None
    times: float | None = None


def rows(ours: Measured, naive: Measured) -> list[Row]:
    """Compare the two builds.

    Parameters
    ----------
    ours, naive
        What was measured of each in the same run.

    Returns
    -------
    list of Row
        The table.
    """
    return [
        *_change_rows(ours, naive),
        *_visit_rows(ours, naive),
        *_load_rows(ours, naive),
        *(
            Row(
                f"Memory of the server {stage}",
                size(memory),
                size(naive.memory[stage]) if stage in naive.memory else "",
            )
            for stage, memory in ours.memory.items()
        ),
    ]


def _change_rows(ours: Measured, naive: Measured) -> Iterable[Row]:
    bytes_both = [summarise(build.wire) for build in (ours, naive)]
    yield _row("Filter change: bytes on the wire, both ways, median", bytes_both, "median", size, Limit(times=50))
    yield _row("… 95th percentile", bytes_both, "p95", size, Limit(15_000))
    uncompressed = [summarise([sum(m.size for m in change) for change in build.messages]) for build in (ours, naive)]
    yield _row("… the same without compression, median", uncompressed, "median", size)
    yield Row("… compressed on the wire", *("yes" if build.compressed else "no" for build in (ours, naive)))
    times = [summarise([repaint.seconds for repaint in build.repaints]) for build in (ours, naive)]
    yield _row("Filter change: click to repainted map, median", times, "median", seconds, Limit(times=5))
    yield _row("… 95th percentile", times, "p95", seconds, Limit(0.25))
    yield Row("… fastest and slowest", *(f"{seconds(each.minimum)} – {seconds(each.maximum)}" for each in times))
    for measure, count in (
        ("… map's frame replaced", lambda build: sum(repaint.remounted for repaint in build.repaints)),
        ("… zoom kept", lambda build: sum(repaint.zoom_kept for repaint in build.repaints)),
    ):
        yield Row(measure, *(f"{count(build)} of {len(build.repaints)}" for build in (ours, naive)))
    work = [summarise([build.processor_time]) for build in (ours, naive)]
    yield _row("Filter change: processor time of the server, mean", work, "median", seconds)


def _visit_rows(ours: Measured, naive: Measured) -> Iterable[Row]:
    transferred = [summarise([build.first_visit.transferred]) for build in (ours, naive)]
    yield _row("First visit: transferred", transferred, "median", size, Limit(1_800_000))
    yield Row("… requests", *(str(len(build.first_visit.files)) for build in (ours, naive)))
    yield Row(
        "… of it over the WebSocket, uncompressed", *(size(build.first_visit.messages) for build in (ours, naive))
    )
    paints = [summarise(build.first_paints) for build in (ours, naive)]
    yield _row("First visit: map painted, median", paints, "median", seconds)
    yield Row("… fastest and slowest", *(f"{seconds(each.minimum)} – {seconds(each.maximum)}" for each in paints))
    yield Row("… first visitor after a start", *(seconds(build.very_first_paint) for build in (ours, naive)))


def _load_rows(ours: Measured, naive: Measured) -> Iterable[Row]:
    limits = {20: Limit(0.15), 100: Limit(0.3)}
    for users, answers in ours.answers.items():
        builds = [answers, *([naive.answers[users]] if users in naive.answers else [])]
        times = [summarise(build.times) for build in builds]
        unsure = [build.unfinished > 0 for build in builds]
        yield _row(f"{users} users: answer, median", times, "median", seconds, at_least=unsure)
        yield _row("… 95th percentile", times, "p95", seconds, limits.get(users, Limit()), at_least=unsure)
        yield Row("… answers measured", *(str(each.count) for each in times))
        yield Row(
            "… first run during the ramp-up, 95th percentile", *(seconds(percentile(b.first, 95)) for b in builds)
        )


def _row(
    measure: str,
    summaries: Sequence[Summary],
    statistic: str,
    write: Callable[[float], str],
    limit: Limit = Limit(),  # noqa: B008  immutable
    at_least: Sequence[bool] = (False, False),
) -> Row:
    values = [getattr(summary, statistic) for summary in summaries]
    written = [f"{'≥ ' * unsure}{write(value)}" for value, unsure in zip(values, at_least, strict=False)]
    ratio = values[1] / values[0] if len(values) == 2 else None
    targets, met = [], []
    if limit.at_most is not None:
        targets.append(f"≤ {write(limit.at_most)}")
        met.append(values[0] <= limit.at_most)
    if limit.times is not None:
        targets.append(f"≥ {limit.times:g} times")
        met.append(ratio is not None and ratio >= limit.times)
    return Row(
        measure,
        written[0],
        written[1] if len(written) == 2 else "",
        f"{ratio:.3g}" if ratio is not None else "",
        ", ".join(targets),
        ("yes" if all(met) else "**no**") if met else "",
    )
