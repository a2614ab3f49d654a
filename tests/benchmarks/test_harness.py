"""What of the harness does not depend on speed: statistics, the report, the walk of changes, the naive build."""

import tomllib
from datetime import date
from itertools import islice, pairwise
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from benchmarks import changes, report, summary
from benchmarks.browser import FirstVisit, Repaint
from benchmarks.load import Answers
from benchmarks.measure import Measured
from benchmarks.table import Table, marks, results, write_between_marks
from benchmarks.traffic import Message
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status

ROOT = Path(__file__).resolve().parents[2]


def measured(wire: int, seconds: float, **more: object) -> Measured:
    return Measured(
        very_first_paint=2.0,
        first_paints=[1.0, 1.5],
        first_visit=FirstVisit([("http://127.0.0.1/", 1_700_000)], 50_000),
        repaints=[Repaint(seconds, remounted=False, zoom_kept=True)] * 4,
        messages=[[Message(received=True, body=bytes(wire))]],
        wire=[wire] * 4,
        processor_time=seconds / 2,
        answers={20: Answers(first=[1.0], times=[seconds] * 20, **more)},
        memory={"at start": 200_000_000},
    )


def row_of(table: list[report.Row], measure: str) -> report.Row:
    return next(row for row in table if row.measure == measure)


def test_percentiles_interpolate_between_neighbours() -> None:
    assert summary.percentile([4, 1, 3, 2], 50) == 2.5
    assert summary.percentile([7], 95) == 7
    assert summary.summarise(range(101)) == (101, 0, 50, 95, 100)


@pytest.mark.parametrize(("values", "rank"), [([], 50), ([1], -1), ([1], 101)])
def test_percentiles_refuse_what_they_cannot_answer(values: list[float], rank: float) -> None:
    with pytest.raises(ValueError, match="given"):
        summary.percentile(values, rank)


def test_times_and_sizes_are_written_with_units() -> None:
    assert [summary.seconds(value) for value in (0.0124, 0.9994, 0.9996, 12.34)] == ["12 ms", "999 ms", "1 s", "12.3 s"]
    assert [summary.size(value) for value in (94, 15_000, 999_499, 1_799_999, 2e9)] == [
        "0.094 kB",
        "15 kB",
        "999 kB",
        "1.8 MB",
        "2000 MB",
    ]
    assert [summary.seconds(value) for value in (0.000514, 0.0094, 0.00996)] == ["0.51 ms", "9.4 ms", "10 ms"]


def test_table_tells_whether_targets_are_met() -> None:
    table = report.rows(measured(10_000, 0.1), measured(800_000, 0.4))
    size = row_of(table, "Filter change: bytes on the wire, both ways, median")
    assert size == (size.measure, "10 kB", "800 kB", "80", "≥ 50 times", "yes")
    time = row_of(table, "Filter change: click to repainted map, median")
    assert (time.ours, time.naive, time.ratio, time.met) == ("100 ms", "400 ms", "4", "**no**")
    visit = row_of(table, "First visit: transferred")
    assert (visit.ours, visit.target, visit.met) == ("1.75 MB", "≤ 1.8 MB", "yes")


def test_unfinished_answers_are_marked() -> None:
    table = report.rows(measured(1, 0.1), measured(1, 30.0, unfinished=3))
    row = row_of(table, "20 users: answer, median")
    assert (row.ours, row.naive) == ("100 ms", "≥ 30 s")


def test_build_measured_with_fewer_users_leaves_its_column_empty() -> None:
    naive = measured(1, 0.1)
    naive.answers, naive.memory = {}, {}
    table = report.rows(measured(1, 0.1), naive)
    assert row_of(table, "20 users: answer, median").naive == ""
    assert row_of(table, "Memory of the server at start").naive == ""


def test_report_replaces_what_stands_between_the_marks(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    start, end = marks("results")
    other = "{}\nkept\n{}\n".format(*marks("open-data"))
    readme.write_text(f"before\n{other}{start}\nold\n{end}\nafter\n", encoding="utf-8")
    table = Table(report.HEADINGS, 3, report.rows(measured(1, 0.1), measured(1, 0.1)))
    for _ in range(2):
        write_between_marks(readme, "results", results(table, {"Python": "3"}))
    text = readme.read_text(encoding="utf-8")
    assert text.startswith(f"before\n{other}")
    assert text.endswith("\nafter\n")
    assert "old" not in text
    assert text.count("- Python: 3\n") == 1
    assert text.count("| First visit: transferred |") == 1
    assert text.count("\n| --- | ---: | ---: | ---: | --- | --- |\n") == 1


@pytest.mark.parametrize("text", ["", marks("results")[0], "".join(reversed(marks("results")))])
def test_report_refuses_a_file_without_marks(tmp_path: Path, text: str) -> None:
    readme = tmp_path / "README.md"
    readme.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match="results:start"):
        write_between_marks(readme, "results", "new")
    assert readme.read_text(encoding="utf-8") == text


def test_readme_tells_the_settings_under_test() -> None:
    settings = tomllib.loads((ROOT / ".streamlit/config.toml").read_text(encoding="utf-8"))
    rows = [line.split("|")[1:3] for line in (ROOT / "benchmarks/README.md").read_text().splitlines() if "| `" in line]
    told = [(name.strip(" `"), value.strip(" `")) for name, value in rows]
    assert told
    for name, value in told:
        section, option = name.split(".")
        assert tomllib.loads(f"value = {value}")["value"] == settings[section][option], name


@pytest.mark.parametrize("turn", range(28))
def test_every_change_alters_the_map_and_no_view_repeats(register: Register, today: date, turn: int) -> None:
    options = {
        changes.COUNTY: list(register.county_names),
        changes.STATUS: list(Status),
        changes.SIZE: list(SizeClass),
        changes.DEFINITION: list(Definition),
    }
    chosen = {key: [] for key in options} | {changes.DEFINITION: [Definition.STANDARD]}
    start = selection = Selection(today)
    views, looks = [], [look(register, selection)]
    for change in changes.walk(turn):
        option = options[change.key][change.option]
        if change.key == changes.DEFINITION:
            chosen[change.key] = [option]
        elif change.chosen:
            chosen[change.key].append(option)
        else:
            chosen[change.key].remove(option)
        selection = Selection(
            today,
            chosen[changes.DEFINITION][0],
            tuple(chosen[changes.COUNTY]),
            tuple(chosen[changes.STATUS]),
            tuple(chosen[changes.SIZE]),
        )
        views.append(selection)
        looks.append(look(register, selection))
    assert selection == start
    assert len(set(views)) == len(views)
    assert all(before != after for before, after in pairwise(looks))


def look(register: Register, selection: Selection) -> str:
    return register.at(selection, selection.on)[["status", "matches"]].to_csv()


def test_walks_follow_one_another() -> None:
    assert list(islice(changes.walks(3), 16)) == changes.walk(3) + changes.walk(4)


def test_naive_build_runs_and_shows_the_same_figures(register: Register) -> None:
    page = AppTest.from_file(str(ROOT / "benchmarks/naive_app.py"), default_timeout=60).run()
    assert not page.exception
    counts = page.dataframe[0].value
    assert counts["total"].sum() == len(register.municipalities)
    assert page.metric[0].value == f"{counts['adopted'].sum()} av {len(register.municipalities)}"

    page.multiselect(key="fylke").set_value(["34"]).run()
    assert not page.exception
    assert page.metric[0].value.endswith(" av 46")
