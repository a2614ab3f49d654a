"""Atom feeds: valid by the RFC's grammar, read by feedparser, the same for ever, in three languages."""

import time
from datetime import date, datetime
from html.parser import HTMLParser
from pathlib import Path

import feedparser
import pytest
from lxml import etree
from starlette.applications import Starlette
from starlette.testclient import TestClient

from lib.register.changelog import Entry, Part, Version, load_changelog
from lib.register.events import all_events, events_in
from lib.register.register import today as present_day
from lib.web import feeds
from lib.web.feeds import PAGE_SIZE, feed_path
from lib.web.resources import Answers
from lib.web.routes import own_routes

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "atom.rng"))
ADDRESSES = ["/endringer.atom", "/endringer.atom?side=2", "/fylke/32/endringer.atom", "/kommune/4601/endringer.atom"]


@pytest.fixture(scope="module")
def everything(register):
    return all_events(register, load_changelog(), present_day())


def read(web, address):
    answer = web.get(address)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/atom+xml; charset=utf-8"
    return etree.fromstring(answer.content)


def texts(feed, name):
    return [element.text for element in feed.iter(ATOM + name)]


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_the_rfc_s_grammar_finds_it_valid(web, address, language):
    feed = read(web, f"{address}{'&' if '?' in address else '?'}lang={language}")
    assert GRAMMAR.validate(feed), GRAMMAR.error_log
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == language


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<updated>", "<updated>2026 "),
        ("<entry>", "<entry><title>To</title>"),
        ("<id>", "<nothing>x</nothing><id>"),
        (' href="', ' ref="'),
    ],
)
def test_the_grammar_finds_faults(web, old, new):
    text = web.get("/endringer.atom").text.replace("<?xml version='1.0' encoding='UTF-8'?>", "")
    assert old in text
    assert not GRAMMAR.validate(etree.fromstring(text.replace(old, new, 1)))


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_feedparser_reads_it(web, everything, language):
    parsed = feedparser.parse(web.get(f"/endringer.atom?lang={language}").content)
    assert not parsed.bozo
    assert parsed.version == "atom10"
    assert parsed.feed.title
    assert parsed.feed.author_detail.name
    assert len(parsed.entries) == PAGE_SIZE
    assert [entry.id for entry in parsed.entries] == [event.key.urn for event in everything[:PAGE_SIZE]]
    for entry in parsed.entries:
        assert entry.title
        assert entry.link.startswith(("https://eksempel.no/kommune/", "https://eksempel.no/fylke/"))
        assert entry.published_parsed <= entry.updated_parsed <= time.gmtime()
        assert [tag.term for tag in entry.tags] != []


def test_all_pages_together_have_each_event_once(web, everything):
    address, seen, pages = "https://eksempel.no/endringer.atom", [], 0
    while address:
        feed = read(web, address)
        links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
        assert links["self"] == address
        assert links["first"] == "https://eksempel.no/endringer.atom"
        assert (links.get("previous") is None) == (pages == 0)
        seen += texts(feed, "id")[1:]
        pages += 1
        assert pages < 100
        address, last = links.get("next"), links["last"]
    assert last == f"https://eksempel.no/endringer.atom?side={pages}"
    assert seen == [event.key.urn for event in everything]
    assert len(seen) == len(set(seen))


def test_a_county_and_a_municipality_have_their_own(web, register, everything):
    inside = register.municipalities.index[register.municipalities["fylkesnummer"] == "42"]
    for address, areas in (("/fylke/42/endringer.atom", ["42", *inside]), ("/kommune/4204/endringer.atom", ["4204"])):
        expected = [event.key.urn for event in events_in(everything, areas)]
        assert expected
        assert texts(read(web, address), "id")[1:] == expected[:PAGE_SIZE]


def test_each_feed_has_its_own_lasting_id(web):
    ids = [texts(read(web, address), "id")[0] for address in ADDRESSES]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3
    assert texts(read(web, "/endringer.atom?lang=en"), "id")[0] == ids[0]


def test_it_is_the_same_from_one_process_to_the_next(web, register):
    other = TestClient(Starlette(routes=own_routes(register)), base_url="https://eksempel.no")
    for address in ADDRESSES:
        assert other.get(address).content == web.get(address).content
        assert other.get(address).headers["ETag"] == web.get(address).headers["ETag"]


def test_a_place_where_nothing_has_happened_has_an_empty_feed(web, register, everything):
    quiet = next(number for number in register.municipalities.index if not events_in(everything, [number]))
    feed = read(web, f"/kommune/{quiet}/endringer.atom")
    assert GRAMMAR.validate(feed), GRAMMAR.error_log
    assert texts(feed, "updated") == [f"{load_changelog()[-1].day}T00:00:00+01:00"]


class Text(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.text, self.links = "", []
        self.feed(html)

    def handle_data(self, data):
        self.text += data

    def handle_starttag(self, tag, attrs):
        self.links += [value for name, value in attrs if tag == "a" and name == "href"]


def entry_of(web, address, key):
    return next(e for e in read(web, address).iter(f"{ATOM}entry") if e.find(f"{ATOM}id").text == key.urn)


def test_a_partial_date_is_told_as_it_is(web, everything):
    (event,) = [e for e in events_in(everything, ["4601"]) if e.kind == "renewed" and e.when == "2022-04"]
    entry = entry_of(web, "/kommune/4601/endringer.atom", event.key)
    content = Text(entry.find(f"{ATOM}content").text)
    assert entry.find(f"{ATOM}title").text == "Bergen har fornyet frivillighetspolitikken sin"
    assert "Dokumentet ble vedtatt i april 2022." in content.text
    assert "30" not in content.text.split("2022")[0]
    assert datetime.fromisoformat(entry.find(f"{ATOM}updated").text).date() == event.day


def test_an_observation_names_its_source_and_strength(web, everything):
    event = next(e for e in events_in(everything, ["4601"]) if e.kind == "observed")
    content = Text(entry_of(web, "/kommune/4601/endringer.atom", event.key).find(f"{ATOM}content").text)
    assert event.observation["source_url"] in content.links
    assert event.observation["source_publisher"] in content.text
    assert "dokumentasjon" in content.text
    assert content.links[-1] == "https://eksempel.no/kommune/4601-bergen"


def test_a_former_municipality_is_not_taken_for_todays(web, everything):
    event = next(
        e for e in everything if e.observation and e.observation["scope"] == "predecessor" and len(e.area) == 4
    )
    entry = entry_of(web, f"/{feed_path(event.area)}", event.key)
    name = event.observation["name_in_source"]
    assert entry.find(f"{ATOM}title").text.startswith(f"{name}: ")
    assert f"Gjelder tidligere {name}, som nå er en del av" in Text(entry.find(f"{ATOM}content").text).text


@pytest.mark.parametrize(
    ("address", "location"),
    [
        ("/kommune/0219/endringer.atom", "/kommune/3201/endringer.atom"),
        ("/kommune/0219/endringer.atom?lang=en", "/kommune/3201/endringer.atom?lang=en"),
        ("/kommune/0219/endringer.atom?side=2", "/kommune/3201/endringer.atom?side=2"),
        ("/fylke/02/endringer.atom", "/fylke/32/endringer.atom"),
    ],
)
def test_former_numbers_lead_to_todays(web, address, location):
    answer = web.get(address)
    assert (answer.status_code, answer.headers["Location"]) == (308, location)


@pytest.mark.parametrize(
    ("address", "status", "told"),
    [
        ("/kommune/9999/endringer.atom", 404, "Ingen kommuner har nummeret 9999."),
        ("/kommune/oslo/endringer.atom", 404, "Ingen kommuner har nummeret oslo."),
        ("/fylke/99/endringer.atom", 404, "Ingen fylker har nummeret 99."),
        ("/kommune/1850/endringer.atom", 404, "Velg Narvik (1806) eller Hamarøy (1875)."),
        ("/fylke/30/endringer.atom", 404, "Velg Østfold (31), Akershus (32) eller Buskerud (33)."),
        ("/endringer.atom?side=0", 400, "side=0"),
        ("/endringer.atom?side=999", 400, "side=999"),
        ("/endringer.atom?side=x", 400, "side=x"),
        ("/endringer.atom?side=²", 400, "side=²"),
        ("/kommune/4601/endringer.atom?side=" + "9" * 5000, 400, "side=999"),
    ],
)
def test_what_cannot_be_answered_says_why(web, address, status, told):
    answer = web.get(address)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert told in answer.json()["detail"]


def test_below_the_path_of_a_larger_site(register):
    web = TestClient(Starlette(routes=own_routes(register, "/under")), base_url="https://eksempel.no")
    feed = read(web, "/under/kommune/4601/endringer.atom")
    links = [link.get("href") for link in feed.iter(f"{ATOM}link")]
    assert links
    assert all(link.startswith("https://eksempel.no/under/") for link in links)


def test_a_correction_is_told(register, monkeypatch):
    versions = (
        Version("1.0.1", date(2026, 11, 24), (Entry(Part.CORRECTED, "Vedtaket er fra <2015>.", "4601", "Bergen"),)),
        *load_changelog(),
    )
    monkeypatch.setattr(feeds, "load_changelog", lambda: versions)
    answers = Answers(register, present=lambda: date(2026, 11, 25))
    web = TestClient(Starlette(routes=answers.routes(feeds.feed_resources())), base_url="https://eksempel.no")
    feed = read(web, "/kommune/4601/endringer.atom")
    assert GRAMMAR.validate(feed), GRAMMAR.error_log
    entry = feed.find(f"{ATOM}entry")
    assert entry.find(f"{ATOM}title").text == "Bergen: registeret er rettet"
    assert entry.find(f"{ATOM}category").get("term") == "corrected"
    content = Text(entry.find(f"{ATOM}content").text)
    assert "Vedtaket er fra <2015>." in content.text
    assert "Rettet i versjon 1.0.1 av registeret." in content.text
