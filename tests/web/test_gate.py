"""What is turned away, what Streamlit may no longer answer, and answers that could not be made."""

import asyncio
import logging
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDisconnect

from lib.web.answers import Content
from lib.web.gate import LONGEST, CloseUnused, RefuseMalformed
from lib.web.logs import shorten_addresses, shortened
from lib.web.resources import Answers, Resource


async def _session(socket):
    await socket.accept()
    await socket.close()


@pytest.fixture(scope="module")
def gate():
    every_method = ["GET", "POST", "PUT", "DELETE", "OPTIONS"]
    application = Starlette(
        routes=[
            WebSocketRoute("/under/{path:path}", _session),
            Route("/{path:path}", lambda _request: PlainTextResponse("Streamlit"), methods=every_method),
        ],
        middleware=[Middleware(RefuseMalformed, base_path="/under"), Middleware(CloseUnused, base_path="/under")],
    )
    return TestClient(application, base_url="https://eksempel.no")


@pytest.mark.parametrize(
    "path",
    ["/", "/under/kommune?kommune=4601&lang=en", "/under/kommune/4601-b%C3%B8", "/x?a=%0A", "/%C3%A6?%C3%B8=%C3%A5",
     "/under/authors", "/under/_stcore/health", "/under/_stcore/agents", "/a..b/...", "/x?path=../..",
     "/" + "a" * 8000],
)  # fmt: skip
def test_ordinary_addresses_go_through(gate, path):
    assert gate.get(path).text == "Streamlit"


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/%ff", 400),
        ("/?x=%ff", 400),
        ("/x%00y", 400),
        ("/?x=%00", 400),
        ("/x%0Ay", 400),
        ("/x%7F", 400),
        ("/x%5C..%5Cy", 400),
        ("/under/%2e%2e/app.py", 400),
        ("/under/..%2Fapp.py", 400),
        ("/%2Fetc/passwd", 400),
        ("/" + "a" * LONGEST, 414),
        ("/?x=" + "a" * LONGEST, 414),
        ("/under/_stcore/upload_file/a/b", 404),
        ("/under/_stcore/agent/openapi.json", 404),
        ("/under/_stcore/metrics", 404),
        ("/under/_stcore/script-health-check", 404),
        ("/under/auth/login", 404),
        ("/under/oauth2callback", 404),
    ],
)
@pytest.mark.parametrize("accept", ["text/html,*/*;q=0.8", "*/*"])
def test_others_are_turned_away_in_words(gate, path, status, accept):
    answer = gate.get(path, headers={"Accept": accept})
    assert answer.status_code == status
    kind = "text/html; charset=utf-8" if "html" in accept else "application/problem+json"
    assert answer.headers["Content-Type"] == kind
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    if "html" not in accept:
        assert answer.json()["detail"].endswith(".")
        assert answer.json()["instance"] == "/under/"


@pytest.mark.parametrize("host", ["a b", "a/../b", "eksempel.no:x", "<script>", "a" * 300, ""])
def test_hosts_that_cannot_be_one(gate, host):
    answer = gate.get("/", headers={"Host": host})
    assert answer.status_code == 400
    assert "vert" in answer.json()["detail"]


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "TRACE", "BREW"])
def test_only_reading_is_allowed(gate, method):
    answer = gate.request(method, "/under/kommune")
    assert answer.status_code == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_only_the_dashboard_has_sessions(gate):
    with gate.websocket_connect("/under/_stcore/stream"):
        pass
    for path in ("/under/", "/under/data/", "/under/_stcore/streams"):
        with pytest.raises(WebSocketDisconnect), gate.websocket_connect(path):
            pass


class TestAnswersThatCannotBeMade:
    @pytest.fixture
    def broken(self, register):
        def make(_asked):
            raise LookupError("secret of the house")

        answers = Answers(register)
        resources = [Resource("/page/{name}", make), Resource("/machine", make, machine=True)]
        return TestClient(Starlette(routes=answers.routes(resources)), base_url="https://eksempel.no")

    @pytest.mark.parametrize(
        ("language", "told"), [("nb", "Noe gikk galt"), ("nn", "Noko gjekk gale"), ("en", "Something went wrong")]
    )
    def test_people_get_a_page(self, broken, language, told):
        answer = broken.get(f"/page/x?lang={language}")
        assert answer.status_code == 500
        assert answer.headers["Content-Type"] == "text/html; charset=utf-8"
        assert answer.headers["Cache-Control"] == "no-store"
        assert told in answer.text
        assert "secret" not in answer.text
        assert "Traceback" not in answer.text

    def test_programs_get_problem_details(self, broken):
        answer = broken.get("/machine")
        assert answer.status_code == 500
        assert answer.json()["status"] == 500
        assert "secret" not in answer.text

    def test_the_log_has_the_cause_and_the_address(self, broken, caplog):
        with caplog.at_level(logging.ERROR):
            broken.get("/page/x%0Ay")
        (record,) = caplog.records
        assert record.getMessage() == "/page/{name} could not be made for {'name': 'x\\ny'} {}"
        assert "secret of the house" in caplog.text

    def test_many_who_wait_for_it_are_one_fault(self, register, caplog):
        def make(_asked):
            import time

            time.sleep(0.2)
            raise LookupError

        application = Starlette(routes=Answers(register).routes([Resource("/slow", make)]))

        async def ask_five_times():
            transport = httpx.ASGITransport(application)
            async with httpx.AsyncClient(transport=transport, base_url="https://eksempel.no") as client:
                return await asyncio.gather(*(client.get("/slow") for _ in range(5)))

        # A browser that other tests have open leaves a loop running in this thread.
        with caplog.at_level(logging.ERROR), ThreadPoolExecutor(1) as thread:
            answers = thread.submit(asyncio.run, ask_five_times()).result()
        assert [answer.status_code for answer in answers] == [500] * 5
        assert len(caplog.records) == 1

    def test_it_is_tried_anew(self, register):
        tried = []

        def make(_asked):
            tried.append(True)
            if len(tried) == 1:
                raise LookupError
            return Content(b"made", "text/plain")

        web = TestClient(Starlette(routes=Answers(register).routes([Resource("/", make)])))
        assert [web.get("/").status_code for _ in range(3)] == [500, 200, 200]
        assert len(tried) == 2

    def test_many_empty_answers_do_not_fill_the_memory(self, register):
        answers = Answers(register, max_bytes=100_000)
        empty = Resource("/{name}", lambda _asked: Content(b"", "text/plain"))
        web = TestClient(Starlette(routes=answers.routes([empty])))
        for number in range(200):
            web.get(f"/{number}")
        assert len(answers._kept) < 50


class TestLogs:
    @pytest.mark.parametrize(
        ("client", "written"),
        [
            ("192.0.2.17:50514", "192.0.2.0"),
            ("::ffff:192.0.2.17:50514", "192.0.2.0"),
            ("2001:db8:12:34:56:78:9a:bc:50514", "2001:db8:12::"),
            ("::1:50514", "::"),
            ("", ""),
            ("/kommune?kommune=4601", "/kommune?kommune=4601"),
            ("testclient:50000", "testclient:50000"),
        ],
    )
    def test_only_the_network_is_written(self, client, written):
        assert shortened(client) == written

    @pytest.mark.parametrize("logger", ["uvicorn.access", "uvicorn.error"])
    def test_the_server_s_loggers_write_it(self, logger, caplog):
        shorten_addresses()
        shorten_addresses()
        assert len(logging.getLogger(logger).filters) == 1
        with caplog.at_level(logging.INFO, logger):
            logging.getLogger(logger).addHandler(caplog.handler)
            try:
                logging.getLogger(logger).info('%s - "%s %s HTTP/%s" %d', "192.0.2.17:50514", "GET", "/", "1.1", 200)
                logging.getLogger(logger).info("Started server process [%d]", 12)
            finally:
                logging.getLogger(logger).removeHandler(caplog.handler)
        written = {record.getMessage() for record in caplog.records}
        assert written == {'192.0.2.0 - "GET / HTTP/1.1" 200', "Started server process [12]"}
