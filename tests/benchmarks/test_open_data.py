"""What of the measurement of open data does not depend on speed: the crawl, the reader, the table."""

import re
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from benchmarks import open_measure, open_report, pages
from benchmarks.crawl import Crawl, addresses, kind_of
from benchmarks.fetch import Connection, FetchError, throughput
from benchmarks.load import Answers, Load, measure_load
from benchmarks.open_measure import OpenData, Picture
from lib.exports.charts import CHARTS
from lib.exports.format import Format
from lib.pages import pages as all_pages
from lib.register.register import Register
from lib.web.places import path_of_county, path_of_municipality

ANSWERS = {
    "/kommune/4601-bergen": (200, "text/html; charset=utf-8", b"<p>Bergen</p>"),
    "/kommune/1103-stavanger": (200, "text/plain", b"Stavanger"),
    "/kommune/5001-trondheim": (500, "text/html", b"<p>fault</p>"),
    "/kommune/0301-oslo": (200, "text/html", b""),
    "/fylke/34-innlandet": (200, "text/html", b"<p>Innlandet</p>"),
    "/fylke/34/endringer.atom": (200, "application/atom+xml", b"<feed/>"),
}


class _Site(BaseHTTPRequestHandler):
    """A small site with pages as they should be and others; an address that it does not know gets no answer at all."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        if self.path not in ANSWERS:
            self.close_connection = True
            return
        status, media_type, body = ANSWERS[self.path]
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Site) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def open_data(**more: object) -> OpenData:
    crawl = Crawl("http://127.0.0.1/", [], 1, times=[0.1, 0.2], seconds=12.0)
    values = {
        "crawl": crawl,
        "users": 20,
        "first_answers": Answers(times=[0.2] * 20),
        "answers": Answers(times=[0.1] * 20),
        "memory": 300_000_000,
        "lists": {"JSON": [0.001] * 20},
        "list_sizes": {"JSON": 8000},
        "rates": [400, 600, 800],
        "work": 0.0004,
        "pictures": [Picture("map", "/last-ned/kart/kart.svg", 1.9, 0.001), Picture("chart", "/graf", 1.1, 0.002)],
    }
    return OpenData(**{**values, **more})


def row_of(rows: list[open_report.Row], start: str) -> open_report.Row:
    return next(row for row in rows if row.measure.startswith(start))


def test_crawl_covers_every_place_and_its_feed(server: str, register: Register) -> None:
    paths = addresses(server)
    assert len(paths) == len(set(paths))
    kinds = Counter(map(kind_of, paths))
    municipalities, counties = len(register.municipalities), len(register.county_names)
    assert kinds["municipality page"] == municipalities
    assert kinds["county page"] == counties
    assert kinds["feed"] == 1 + counties + municipalities
    assert {f"/{path_of_municipality(register, number)}" for number in register.municipalities.index} <= set(paths)
    assert {f"/{path_of_county(register, number)}" for number in register.county_names} <= set(paths)
    assert {"/endringer.atom", "/fylke/34/endringer.atom", "/kommune/4601/endringer.atom"} <= set(paths)
    assert kinds["other page"] == len(paths) - sum(kinds[kind] for kind in kinds if kind != "other page") > 0


def test_crawl_beside_users_measures_both(server: str) -> None:
    paths = addresses(server)
    sample = [path for path in paths if re.match(r"/(kommune/55|fylke/3|endringer)", path)]
    crawl = Crawl(server, [*sample, *(path for path in paths if kind_of(path) == "other page")], 2)
    answers = measure_load(f"{server}/", Load(users=2, think=0.2, seconds=0), crawl.run)
    assert crawl.faults == []
    assert crawl.answered.total() == len(crawl.paths) == len(crawl.times)
    assert len(answers.first) == 2
    assert answers.times


def test_crawl_tells_what_did_not_answer_as_it_should(site: str) -> None:
    crawl = Crawl(site, [*ANSWERS, "/kommune/9999-borte", "/kommune/4601-bergen"], 2)
    crawl.run()
    assert crawl.answered == {"municipality page": 2, "county page": 1, "feed": 1}
    told = sorted(fault.split(":")[0] for fault in crawl.faults)
    assert told == [
        "/kommune/0301-oslo",
        "/kommune/1103-stavanger",
        "/kommune/5001-trondheim",
        "/kommune/9999-borte",
    ]
    assert any("status 500" in fault for fault in crawl.faults)
    assert crawl.seconds > 0


def test_only_answers_with_status_200_are_timed(site: str) -> None:
    with Connection(site) as connection:
        answer = connection.need(f"{site}kommune/4601-bergen")
        assert (answer.status, answer.media_type, answer.body) == (200, "text/html", b"<p>Bergen</p>")
        with pytest.raises(FetchError, match="5001-trondheim answered with status 500"):
            connection.need("/kommune/5001-trondheim")
    assert throughput(site, "/kommune/4601-bergen", connections=2, seconds=0.2) > 10
    with pytest.raises(FetchError):
        throughput(site, "/kommune/5001-trondheim", connections=2, seconds=0.2)


def test_lists_are_asked_for_whole(server: str, register: Register) -> None:
    with Connection(server) as connection:
        table = connection.need(open_measure.API_LISTS["CSV"], {}).body.decode("utf-8-sig")
        for path in open_measure.API_LISTS.values():
            assert connection.need(path).body
    assert len(table.splitlines()) == 1 + len(register.municipalities)


def test_every_chart_and_format_is_among_the_pictures() -> None:
    assert set(open_measure.FORMATS) == set(Format)
    charts = {f"{chart.page}/{chart.name}" for chart in CHARTS.values()}
    assert charts == {"kart/fylker", *open_measure.OTHER_CHARTS}
    for paths in open_measure.PICTURES.values():
        assert len(set(paths)) == len(paths)


def test_every_page_is_timed() -> None:
    assert [view.page for view in pages.VIEWS] == [page.path for page in all_pages()]


def test_page_is_held_against_its_target() -> None:
    view = pages.View("County", "fylke", "fylke=34")
    assert pages.row(view, pages.Runs([0.02, 0.03, 0.04], 0.01))[:3] == ("County (/fylke?fylke=34)", "30 ms", "39 ms")
    assert [pages.row(view, pages.Runs([slow], 0.01))[-1] for slow in (0.06, 0.07)] == ["yes", "**no**"]


def test_table_holds_results_against_targets() -> None:
    rows = open_report.rows(open_data())
    assert row_of(rows, "API, list")[1:] == ("1 ms", "≤ 15 ms", "yes")
    assert row_of(rows, "Page of a municipality")[1:] == ("600", "≥ 500", "yes")
    assert row_of(rows, "Crawl, nothing kept before: municipality pages")[1:] == ("0", "357", "**no**")
    assert row_of(rows, "20 users")[1:] == ("100 ms", "≤ 300 ms", "yes")
    assert row_of(rows, "File of a map")[1:] == ("1.9 s", "≤ 2 s", "yes")
    assert row_of(rows, "File of a chart")[1:] == ("1.1 s", "≤ 1 s", "**no**")


def test_table_does_not_hide_errors_and_answers_that_never_came() -> None:
    answered = Counter({"municipality page": 357, "county page": 15, "feed": 373})
    crawl = Crawl("http://127.0.0.1/", [], 1, answered, times=[0.1], faults=["/kommune: status 500"])
    rows = open_report.rows(open_data(crawl=crawl, answers=Answers(times=[0.1], unfinished=1)))
    assert row_of(rows, "Crawl, nothing kept before: feeds")[1:] == ("373", "373", "yes")
    assert row_of(rows, "… errors")[1:] == ("1", "0", "**no**")
    assert row_of(rows, "20 users").result == "≥ 100 ms"
