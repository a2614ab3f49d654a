"""Headers, kept answers and the page's shell, around a small application of the test's own."""

import base64
import hashlib
import re

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette_compress import CompressMiddleware

from lib.web import shell
from lib.web.headers import SecurityHeaders
from lib.web.kept import KeepImmutable
from lib.web.shell import PageShell, page_shell

FOR_GOOD = {"Cache-Control": "public, max-age=31536000, immutable"}


@pytest.fixture
def served():
    return {"count": 0}


@pytest.fixture
def client(served, register):
    def script(_request):
        served["count"] += 1
        return PlainTextResponse("x" * 5_000, headers=FOR_GOOD)

    def changing(_request):
        served["count"] += 1
        return PlainTextResponse("y" * 5_000)

    application = Starlette(
        routes=[
            Route("/static/script.js", script),
            Route("/changing", changing),
            Route("/component/frame/index.html", lambda _request: HTMLResponse("<p>frame</p>")),
            Route("/gone", lambda _request: Response("<p>gone</p>", 404, media_type="text/html")),
            Route("/{path:path}", lambda _request: HTMLResponse("<p>Streamlit</p>", headers={"ETag": '"1"'})),
        ],
        middleware=[
            Middleware(SecurityHeaders),
            Middleware(KeepImmutable, max_bytes=1_000),
            Middleware(CompressMiddleware),
            Middleware(PageShell, register=register, pages=("", "utvikling")),
        ],
    )
    return TestClient(application)


class TestKeepImmutable:
    def test_what_never_changes_is_made_once_for_each_encoding(self, client, served):
        for encoding in ("br", "gzip"):
            answers = [client.get("/static/script.js", headers={"Accept-Encoding": encoding}) for _ in range(3)]
            assert {answer.headers["Content-Encoding"] for answer in answers} == {encoding}
            assert {answer.text for answer in answers} == {"x" * 5_000}
        assert served["count"] == 2

    def test_what_changes_is_made_anew(self, client, served):
        for _ in range(3):
            client.get("/changing")
        assert served["count"] == 3

    def test_the_longest_unused_goes_first(self, client, served):
        # Uncompressed it is larger than all that may be kept.
        for _ in range(2):
            client.get("/static/script.js", headers={"Accept-Encoding": "identity"})
        assert served["count"] == 2

    def test_a_conditional_request_goes_through(self, client, served):
        client.get("/static/script.js")
        client.get("/static/script.js", headers={"If-None-Match": '"1"'})
        assert served["count"] == 2


class TestSecurityHeaders:
    def test_every_answer_has_them(self, client):
        for path in ("/", "/gone", "/static/script.js", "/component/frame/index.html"):
            for _ in range(2):
                headers = client.get(path).headers
                assert headers["X-Content-Type-Options"] == "nosniff"
                assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
                assert "geolocation=()" in headers["Permissions-Policy"]
                assert headers.get_list("Content-Security-Policy") == [headers["Content-Security-Policy"]]

    def test_only_the_frame_of_the_map_may_evaluate(self, client):
        assert "'unsafe-eval'" not in client.get("/").headers["Content-Security-Policy"]
        assert "'unsafe-eval'" in client.get("/component/frame/index.html").headers["Content-Security-Policy"]

    def test_only_the_scripts_that_stand_in_the_page_may_run(self, client):
        answer = client.get("/")
        scripts = re.findall(r"<script>(.*?)</script>", answer.text, re.DOTALL)
        digests = [f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'" for text in scripts]
        policy = dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))
        assert scripts
        assert policy["script-src"].split() == ["'self'", *digests]

    def test_only_behind_tls_browsers_are_told_to_keep_to_it(self, client):
        assert "Strict-Transport-Security" not in client.get("/").headers
        assert "Strict-Transport-Security" in client.get("https://testserver/").headers

    def test_nobody_else_may_frame_the_page(self, client):
        assert "frame-ancestors 'self'" in client.get("/").headers["Content-Security-Policy"]


class TestPageShell:
    def test_known_pages_are_ours(self, client):
        for path in ("/", "/utvikling"):
            answer = client.get(path)
            assert answer.status_code == 200
            assert '<html lang="nb">' in answer.text
            assert "ETag" not in answer.headers

    def test_unknown_pages_say_404(self, client):
        answer = client.get("/finnes-ikke")
        assert answer.status_code == 404
        assert '<html lang="nb">' in answer.text

    def test_other_answers_are_left_alone(self, client):
        assert client.get("/component/frame/index.html").text == "<p>frame</p>"
        assert client.get("/gone").text == "<p>gone</p>"

    def test_it_is_norwegian_and_has_our_style(self):
        page = page_shell("/under")
        assert '<html lang="nb">' in page
        assert 'href="/under/assets/site.' in page
        assert "You need to enable JavaScript" not in page

    def test_another_streamlit_page_is_noticed(self, tmp_path, monkeypatch):
        other = tmp_path / "index.html"
        other.write_text("<html></html>")
        monkeypatch.setattr(shell, "_INDEX", other)
        with pytest.raises(RuntimeError, match="another start page"):
            page_shell()
