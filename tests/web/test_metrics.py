"""Health and figures of operation: what they tell, by which names, and to whom."""

import pytest
from prometheus_client.parser import text_string_to_metric_families
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.settings import Audience
from lib.web.metrics import REGISTRY, Measure, may_see
from lib.web.own import OwnRoutes
from lib.web.routes import own_routes


async def _session(socket):
    await socket.accept()
    await socket.receive_text()
    await socket.close()


async def _breaks(_request):
    raise LookupError


@pytest.fixture(scope="module")
def site(register):
    """The own routes, measured, around a small application in Streamlit's place."""
    application = Starlette(
        routes=[
            WebSocketRoute("/under/_stcore/stream", _session),
            Route("/under/breaks", _breaks),
            Route("/under/{path:path}", lambda _request: PlainTextResponse("page")),
        ],
        middleware=[
            Middleware(Measure, base_path="/under", pages=["", "kommune"]),
            Middleware(OwnRoutes, routes=own_routes(register, "/under"), base_path="/under"),
        ],
    )
    return TestClient(
        application, base_url="http://localhost", client=("127.0.0.1", 1234), raise_server_exceptions=False
    )


def value(name, **labels):
    return REGISTRY.get_sample_value(name, labels) or 0


def test_health_tells_what_is_loaded(web, register):
    answer = web.get("/healthz")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert answer.json() == {
        "status": "ok",
        "register_version": REGISTER_VERSION,
        "register_date": REGISTER_DATE,
        "municipalities": len(register.municipalities),
        "observations": len(register.tables.policy_status),
        "county_observations": len(register.tables.county_policy_status),
    }


@pytest.mark.parametrize(
    ("path", "method", "route", "status"),
    [
        ("/under/kommune/4601/endringer.atom", "GET", "/kommune/{number}/endringer.atom", 200),
        ("/under/kommune/9999/endringer.atom", "GET", "/kommune/{number}/endringer.atom", 404),
        ("/under/data/awards.csv", "HEAD", "/data/awards.csv", 200),
        ("/under/data/x/y/z", "GET", "/data/{rest:path}", 404),
        ("/under/data/awards.csv", "BREW", "/data/awards.csv", 405),
        ("/under/breaks", "GET", "/breaks", 500),
    ],
)
def test_requests_are_counted_by_template(site, path, method, route, status):
    labels = {"route": route, "method": method if method != "BREW" else "other", "status": str(status)}
    counted, timed = value("frivillig_requests_total", **labels), value("frivillig_request_seconds_count", route=route)
    assert site.request(method, path).status_code == status
    assert value("frivillig_requests_total", **labels) == counted + 1
    assert value("frivillig_request_seconds_count", route=route) == timed + 1


def test_addresses_of_visitors_choosing_make_no_new_series(site):
    def series():
        return {(sample.name, *sample.labels.values()) for metric in REGISTRY.collect() for sample in metric.samples}

    for path in ("/under/x0", "/under/data/x0", "/under/kommune/x0", "/outside0"):
        site.get(path)
    before = series()
    for number in range(1, 20):
        for path in (
            f"/under/x{number}",
            f"/under/data/x{number}?y={number}",
            f"/under/kommune/x{number}",
            f"/outside{number}",
        ):
            site.get(path)
    assert series() == before


def test_an_answer_is_made_once_and_then_found(site):
    labels = {"route": "/kommune/{number}/endringer.atom"}
    made, found = (
        value(name, **labels) for name in ("frivillig_render_seconds_count", "frivillig_answers_from_memory_total")
    )
    for _ in range(3):
        site.get("/under/kommune/1103/endringer.atom")
    assert value("frivillig_render_seconds_count", **labels) == made + 1
    assert value("frivillig_answers_from_memory_total", **labels) == found + 2


def test_open_sessions_are_counted(site):
    before = value("frivillig_open_sessions")
    with site.websocket_connect("/under/_stcore/stream") as session:
        assert value("frivillig_open_sessions") == before + 1
        session.send_text("done")
        session.receive()
    assert value("frivillig_open_sessions") == before


def test_prometheus_reads_them(site):
    site.get("/under/data/awards.csv")
    answer = site.get("/under/metrics")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    families = {family.name: family for family in text_string_to_metric_families(answer.text)}
    assert {"frivillig_requests", "frivillig_request_seconds", "frivillig_render_seconds"} <= families.keys()
    assert families["frivillig_requests"].documentation == "Requests answered"


def test_they_are_not_for_everybody(site, monkeypatch):
    assert site.get("/under/metrics", headers={"X-Forwarded-For": "192.0.2.1"}).status_code == 403
    assert site.get("/under/metrics", headers={"Host": "eksempel.no"}).status_code == 403
    monkeypatch.setenv("FRIVILLIG_MALINGER", "nei")
    assert site.get("/under/metrics").status_code == 403
    monkeypatch.setenv("FRIVILLIG_MALINGER", "ja")
    assert site.get("/under/metrics", headers={"Host": "eksempel.no"}).status_code == 200


@pytest.mark.parametrize(
    ("client", "host", "headers", "seen"),
    [
        ("127.0.0.1", "localhost:8501", {}, True),
        ("::1", "[::1]:8501", {}, True),
        ("::ffff:127.0.0.1", "127.0.0.1:8501", {}, True),
        ("10.0.0.7", "app:8501", {}, True),
        ("172.17.0.1", "172.17.0.2:8501", {}, True),
        ("192.0.2.1", "localhost", {}, True),  # reserved for documentation: no address of the world either
        ("8.8.8.8", "localhost", {}, False),
        ("::ffff:8.8.8.8", "localhost", {}, False),
        ("2600::1", "localhost", {}, False),
        ("127.0.0.1", "eksempel.no", {}, False),
        ("127.0.0.1", "8.8.8.8", {}, False),
        ("127.0.0.1", "localhost", {"X-Forwarded-For": "8.8.8.8"}, False),
        ("127.0.0.1", "localhost", {"Forwarded": "for=8.8.8.8"}, False),
        ("127.0.0.1", "localhost", {"X-Real-IP": "8.8.8.8"}, False),
        ("127.0.0.1", "localhost", {"Via": "1.1 cache"}, False),
        ("testclient", "localhost", {}, False),
        (None, "localhost", {}, False),
    ],
)
def test_by_default_only_those_who_ask_directly_from_near(client, host, headers, seen):
    scope = {
        "type": "http",
        "client": client and (client, 5000),
        "server": ("127.0.0.1", 8501),
        "scheme": "http",
        "path": "/metrics",
        "query_string": b"",
        "headers": [(name.lower().encode(), text.encode()) for name, text in {"Host": host, **headers}.items()],
    }
    asked = HTTPConnection(scope)
    assert may_see(asked, Audience.LOCAL) is seen
    assert may_see(asked, Audience.ALL)
    assert not may_see(asked, Audience.NOBODY)
