"""How resources are made, kept and sent: once for each address and day, compressed once, with tags that hold."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import brotli
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lib.texts.language import language
from lib.web.answers import Asked, Content, FaultyAddressError
from lib.web.resources import Answers, Resource

TEXT = "Åpne data om frivillighetspolitikk. " * 40


class Counter:
    """Makes a text, and remembers for what it was asked."""

    def __init__(self, wait: float = 0):
        self.wait = wait
        self.asked: list[Asked] = []
        self.lock = threading.Lock()

    def __call__(self, asked: Asked) -> Content:
        with self.lock:
            self.asked.append(asked)
        time.sleep(self.wait)
        return Content(f"{language()} {asked.today} {TEXT}".encode(), "text/plain; charset=utf-8")


def client(register, *resources: Resource, **settings) -> TestClient:
    answers = Answers(register, **settings)
    return TestClient(Starlette(routes=answers.routes(resources)), base_url="https://eksempel.no")


def test_an_answer_is_made_once(register):
    make = Counter()
    web = client(register, Resource("/tekst", make, ("a",)))
    first, second = web.get("/tekst?a=1"), web.get("/tekst?a=1")
    assert first.content == second.content
    assert len(make.asked) == 1


def test_parameters_that_do_not_count_make_no_new_answer(register):
    make = Counter()
    web = client(register, Resource("/tekst", make, ("a",)))
    web.get("/tekst?a=1&utm_source=avis")
    web.get("/tekst?a=1")
    web.get("/tekst?a=2")
    assert [asked.query for asked in make.asked] == [{"a": ("1",)}, {"a": ("2",)}]


def test_those_who_ask_at_once_wait_for_the_same_answer(register):
    make = Counter(0.3)
    with client(register, Resource("/tekst", make)) as web, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: web.get("/tekst"), range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(make.asked) == 1


def test_each_language_and_each_day_has_its_own_answer(register):
    make, days = Counter(), iter([date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 24)])
    web = client(register, Resource("/tekst", make), present=lambda: next(days))
    texts = [web.get(address).text[:13] for address in ("/tekst", "/tekst?lang=nn", "/tekst")]
    assert texts == ["nb 2026-11-23", "nn 2026-11-23", "nb 2026-11-24"]


def test_the_longest_unused_goes_first(register):
    make = Counter()
    answers = Answers(register)
    web = TestClient(
        Starlette(routes=answers.routes([Resource("/tekst", make, ("a",))])), base_url="https://eksempel.no"
    )
    web.get("/tekst?a=1")
    answers.max_bytes = 3 * answers.size
    for value in "234":
        web.get(f"/tekst?a={value}")
    web.get("/tekst?a=4")
    assert len(make.asked) == 4
    web.get("/tekst?a=1")
    assert len(make.asked) == 5


@pytest.mark.parametrize("encoding", ["br", "gzip", "identity"])
def test_every_encoding_has_the_same_content_and_its_own_tag(register, encoding):
    web = client(register, Resource("/tekst", Counter()))
    plain = web.get("/tekst", headers={"Accept-Encoding": "identity"})
    answer = web.get("/tekst", headers={"Accept-Encoding": encoding})
    assert answer.text == plain.text
    assert answer.headers.get("content-encoding", "identity") == encoding
    assert (answer.headers["etag"] == plain.headers["etag"]) == (encoding == "identity")
    assert "Accept-Encoding" in answer.headers["vary"]
    again = web.get("/tekst", headers={"Accept-Encoding": encoding, "If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_a_refused_encoding_is_not_sent(register):
    web = client(register, Resource("/tekst", Counter()))
    answer = web.get("/tekst", headers={"Accept-Encoding": "br;q=0, gzip"})
    assert answer.headers["content-encoding"] == "gzip"


def test_what_has_not_changed_since_is_not_sent_again(register):
    web = client(register, Resource("/tekst", Counter()))
    modified = web.get("/tekst").headers["last-modified"]
    assert web.get("/tekst", headers={"If-Modified-Since": modified}).status_code == 304


def test_head_tells_all_but_the_content(register):
    web = client(register, Resource("/tekst", Counter()))
    got = web.get("/tekst", headers={"Accept-Encoding": "br"})
    head = web.head("/tekst", headers={"Accept-Encoding": "br"})
    assert head.content == b""
    assert head.headers["content-length"] == got.headers["content-length"]
    assert head.headers["etag"] == got.headers["etag"]


def test_compressed_bytes_are_what_brotli_makes(register):
    web = client(register, Resource("/tekst", Counter()))
    with web.stream("GET", "/tekst", headers={"Accept-Encoding": "br"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert brotli.decompress(raw).decode().endswith(TEXT)


def test_a_fault_is_not_kept(register):
    calls = []

    def make(asked: Asked) -> Content:
        calls.append(asked)
        raise FaultyAddressError(404, "Finnes ikke", "Ikke her.")

    web = client(register, Resource("/tekst", make))
    assert [web.get("/tekst").status_code for _ in range(2)] == [404, 404]
    assert len(calls) == 2


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("*/*", "application/json"),
        ("text/csv", "text/csv"),
        ("text/html, text/csv;q=0.5, application/json;q=0.9", "application/json"),
        ("", "application/json"),
    ],
)
def test_the_client_chooses_the_format(register, accept, kind):
    def make(asked: Asked) -> Content:
        return Content(b"x", {"json": "application/json", "csv": "text/csv"}[asked.format])

    web = client(register, Resource("/tall", make, formats={"json": "application/json", "csv": "text/csv"}))
    assert web.get("/tall", headers={"Accept": accept}).headers["content-type"].startswith(kind)
    assert web.get("/tall.csv", headers={"Accept": accept}).headers["content-type"].startswith("text/csv")
    assert web.get("/tall.xml").status_code == 404
    assert web.get("/tall", headers={"Accept": "image/png"}).status_code == 406
