"""The embed dialog: what each page offers, and code that leads to our own embeds."""

import pytest
from lxml import html as parser

from tests.ui.opened import html, open_page

SITE = "https://eksempel.no"
PAGES = [
    ("kart", {}, ["Kart", "Søyler"]),
    ("kart", {"fylke": "34", "kommune": "4601"}, ["Kart", "Søyler", "Bergen", "Innlandet", "Vestland"]),
    ("kommune", {"kommune": "4601"}, ["Bergen", "Tidslinje", "Vestland", "Kart"]),
    ("fylke", {"fylke": "46"}, ["Vestland", "Kurve", "Kart"]),
    ("sammenlign", {"kommuner": "4601,5001"}, ["Tidslinjer", "Kart"]),
    ("sammenlign", {"fylker": "34,46"}, ["Søyler", "Kart"]),
    ("utvikling", {"aar": "2019"}, ["Kurve", "Kart"]),
    ("fornyelse", {"fylke": "34"}, ["Kart"]),
]


@pytest.fixture(autouse=True)
def published(monkeypatch):
    monkeypatch.setenv("FRIVILLIG_ADRESSE", SITE)


def opened(page, parameters):
    test = open_page(page, **parameters)
    test.button(key="bygg_inn").click().run()
    assert not test.exception
    return test


def codes(test):
    """Read the code for a frame and the code for a picture."""
    page = parser.fromstring(f"<div>{html(test)}</div>")
    written = [page.get_element_by_id(name).text for name in ("innebygging-ramme", "innebygging-bilde")]
    return [parser.fromstring(code) for code in written]


def choice(test, label):
    return next(group for group in test.button_group if group.label == label)


@pytest.mark.parametrize(("page", "parameters", "offered"), PAGES)
def test_each_page_offers_what_it_shows(page, parameters, offered):
    test = opened(page, parameters)
    options = [option.content for option in choice(test, "Hva vil du vise?").proto.options]
    assert options == offered


@pytest.mark.parametrize(
    ("page", "parameters", "address"),
    [
        ("kart", {"fylke": "34", "definisjon": "wide"}, "/embed/kart?fylke=34&definisjon=wide"),
        ("kommune", {"kommune": "4601", "definisjon": "strict"}, "/embed/kommune/4601?definisjon=strict"),
        ("fylke", {"fylke": "46"}, "/embed/fylke/46"),
        ("utvikling", {"aar": "2019"}, "/embed/graf/utvikling?aar=2019"),
    ],
)
def test_the_code_shows_the_view_in_a_frame_or_a_picture(page, parameters, address):
    frame, picture = codes(opened(page, parameters))
    assert frame.tag == "iframe"
    assert frame.get("src") == SITE + address
    assert frame.get("title")
    assert frame.get("loading") == "lazy"
    fallback = parser.fromstring(frame.text) if frame.text else frame[0]
    assert fallback.tag == "a"
    assert fallback.get("href") == picture.get("href")
    (image,) = picture.iter("img")
    assert image.get("alt")
    assert image.get("src").startswith(f"{SITE}/last-ned/")
