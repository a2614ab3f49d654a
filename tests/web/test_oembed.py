"""oEmbed: what other sites are told of ours, by which addresses, and how they find it."""

import re

import pytest
from lxml import etree, html

SITE = "https://eksempel.no"


def ask(web, url, **parameters):
    return web.get("/oembed", params={"url": url, **parameters})


@pytest.mark.parametrize(
    ("url", "embed"),
    [
        (f"{SITE}/", "/embed/kart"),
        (SITE, "/embed/kart"),
        (f"{SITE}/?fylke=34,46&definisjon=wide", "/embed/kart?fylke=34,46&definisjon=wide"),
        (f"{SITE}/?fylke=99", "/embed/kart"),
        (f"{SITE}/kommune?kommune=4601&definisjon=strict", "/embed/kommune/4601?definisjon=strict"),
        (f"{SITE}/kommune/4601-bergen", "/embed/kommune/4601"),
        (f"{SITE}/kommune?kommune=1201", "/embed/kommune/4601"),
        (f"{SITE}/kommune", "/embed/kart"),
        (f"{SITE}/fylke?fylke=34", "/embed/fylke/34"),
        (f"{SITE}/fylke/34-innlandet", "/embed/fylke/34"),
        (f"{SITE}/utvikling?definisjon=strict", "/embed/graf/utvikling?definisjon=strict"),
        (f"{SITE}/sammenlign?fylker=34,46", "/embed/graf/andeler?fylker=34,46"),
        (f"{SITE}/fornyelse?fylke=34", "/embed/kart?fylke=34"),
        (f"{SITE}/embed/kart?fylke=34&tema=mork", "/embed/kart?fylke=34&tema=mork"),
        (f"{SITE}/embed/graf/fylker?fylke=34", "/embed/graf/fylker?fylke=34"),
    ],
)
def test_every_page_has_its_embed(web, url, embed):
    answer = ask(web, url)
    assert answer.status_code == 200
    told = answer.json()
    assert told["version"] == "1.0"
    assert told["type"] == "rich"
    (frame,) = html.fragments_fromstring(told["html"])
    assert frame.tag == "iframe"
    assert frame.get("src") == SITE + embed
    assert frame.get("title") == told["title"]
    assert (int(frame.get("width")), int(frame.get("height"))) == (told["width"], told["height"])
    assert told["thumbnail_url"].startswith(f"{SITE}/forhandsvisning/")
    assert web.get(embed).status_code == 200


def test_answers_are_for_programs_on_any_page(web):
    answer = ask(web, f"{SITE}/")
    assert answer.headers["Content-Type"] == "application/json; charset=utf-8"
    assert answer.headers["Access-Control-Allow-Origin"] == "*"


def test_xml_says_the_same_as_json(web):
    url = f"{SITE}/?fylke=34,46&kommune=4601"
    told, answer = ask(web, url).json(), ask(web, url, format="xml")
    assert answer.headers["Content-Type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(answer.content)
    assert root.tag == "oembed"
    assert {child.tag: child.text for child in root} == {name: str(value) for name, value in told.items()}


def test_measures_are_kept_within(web):
    told = ask(web, f"{SITE}/", maxwidth="400", maxheight="300").json()
    assert (told["width"], told["height"]) == (400, 300)
    assert 'width="400" height="300"' in told["html"]
    wide = ask(web, f"{SITE}/", maxwidth="5000", maxheight="5000").json()
    assert wide["width"] < 5000
    assert wide["height"] < 5000


def test_the_language_is_the_pages(web):
    told = ask(web, f"{SITE}/fylke?fylke=34&lang=en").json()
    assert "lang=en" in told["html"]
    assert told["title"] != ask(web, f"{SITE}/fylke?fylke=34").json()["title"]


@pytest.mark.parametrize(
    ("url", "parameters", "status"),
    [
        ("https://andre.no/kommune?kommune=4601", {}, 404),
        ("ftp://eksempel.no/", {}, 404),
        ("https://eksempel.no.andre.no/", {}, 404),
        (f"{SITE}/finnes-ikke", {}, 404),
        (f"{SITE}/kommune?kommune=9999", {}, 404),
        (f"{SITE}/kommune?kommune=1850", {}, 404),
        (f"{SITE}/embed/tull", {}, 404),
        (f"{SITE}/embed/kart?fylke=99", {}, 400),
        ("http://[", {}, 404),
        ("", {}, 400),
        (f"{SITE}/", {"format": "yaml"}, 501),
        (f"{SITE}/", {"maxwidth": "bred"}, 400),
        (f"{SITE}/", {"maxheight": "0"}, 400),
    ],
)
def test_what_cannot_be_embedded_is_said_to_programs(web, url, parameters, status):
    answer = ask(web, url, **parameters)
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.json()["detail"]


@pytest.mark.parametrize("address", ["/embed/kart?fylke=34,46", "/embed/kommune/4601", "/embed/graf/utvikling?lang=nn"])
def test_embeds_lead_to_their_answer(web, address):
    page = html.fromstring(web.get(address).content)
    links = {link.get("type"): link.get("href") for link in page.xpath("//link[@rel='alternate']")}
    assert set(links) == {"application/json+oembed", "text/xml+oembed"}
    told = web.get(links["application/json+oembed"].removeprefix(SITE)).json()
    assert html.fromstring(told["html"]).get("src") == SITE + address
    assert b"<oembed>" in web.get(links["text/xml+oembed"].removeprefix(SITE)).content


def test_wordpress_recognises_the_code(web):
    """WordPress keeps the frames of unknown sites only where they look like this."""
    code = ask(web, f"{SITE}/kommune?kommune=4601").json()["html"]
    assert re.search(r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)", code, re.DOTALL)
