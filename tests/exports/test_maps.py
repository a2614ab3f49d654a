"""The map of every kind of view as files: opened again and compared with the figures."""

from datetime import date
from io import BytesIO
from urllib.parse import parse_qs

import pytest
from lxml import etree
from PIL import Image, ImageColor
from pypdf import PdfReader

from lib.exports.findings import basis, finding, view_figures
from lib.exports.map_content import map_content
from lib.exports.maps import map_alt, map_file
from lib.exports.naming import licence_line, source_line
from lib.exports.sheet import Format
from lib.exports.view import read_view
from lib.palette import STATUS_LOOKS
from lib.register.status import Status
from lib.texts.formats import count_of, number, percent
from lib.texts.words import status_word

SVG = "{http://www.w3.org/2000/svg}"
VIEWS = [
    ("kart", ""),
    ("kart", "fylke=34"),
    ("kart", "fylke=03&storrelse=50000-"),
    ("kart", "niva=fylker"),
    ("kart", "status=expired,none&dato=2024-12-31"),
    ("kart", "kommune=4601"),
    ("fylke", "fylke=56"),
    ("fylke", ""),
    ("kommune", "kommune=1144"),
    ("kommune", ""),
    ("utvikling", "aar=2019"),
    ("fornyelse", "fylke=34"),
    ("fornyelse", ""),
    ("sammenlign", "kommuner=4601,0301,5612"),
    ("sammenlign", "kommuner=4601,4602"),
    ("sammenlign", "fylker=34,42"),
    ("sammenlign", ""),
]


@pytest.fixture(scope="module")
def view_of(register, today):
    def read(page, address=""):
        view, ignored = read_view(page, parse_qs(address), register, today)
        assert not ignored
        return view

    return read


def texts(svg):
    root = etree.fromstring(svg)
    return [" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]


def shares(png, colours, near=6):
    """Tell which part of a picture has about each colour."""
    picture = Image.open(BytesIO(png)).convert("RGB")
    counted = picture.getcolors(picture.width * picture.height)
    wanted = {colour: ImageColor.getrgb(colour) for colour in colours}
    total = picture.width * picture.height
    return {
        colour: sum(n for n, seen in counted if max(abs(a - b) for a, b in zip(seen, rgb, strict=True)) <= near) / total
        for colour, rgb in wanted.items()
    }


@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
@pytest.mark.parametrize("form", Format)
def test_every_format_as_every_kind(register, view_of, form, kind):
    view = view_of("kart")
    file = map_file(register, view, form, kind, address="https://eksempel.no/")
    if kind == "svg":
        assert len(file) < 400_000
        assert sum((path.get("id") or "").startswith("kommune-") for path in etree.fromstring(file).iter()) == 357
        said = " ".join(texts(file))
    elif kind == "pdf":
        said = " ".join(PdfReader(BytesIO(file)).pages[0].extract_text().split())
    else:
        looks = STATUS_LOOKS["light"]
        seen = shares(file, [looks[status].fill for status in (Status.ADOPTED, Status.IN_PROGRESS, Status.NONE)])
        assert min(seen.values()) > 0.001
        # Hatching and dots are there in their own inks, not blurred into their grounds.
        assert min(shares(file, [looks[Status.EXPIRED].ink, looks[Status.EXPIRED].fill], near=24).values()) > 0.0001
        assert Image.open(BytesIO(file)).info["Title"] == finding(view, register)
        return
    for sentence in (finding(view, register), "23. november 2026", source_line(), licence_line(boundaries=True)):
        assert sentence in said.replace("\u00a0", " ")
    assert "eksempel.no/" in said


@pytest.mark.parametrize(("page", "address"), VIEWS)
def test_every_page_has_a_map_with_its_finding(register, view_of, page, address):
    view = view_of(page, address)
    svg = map_file(register, view, Format.SQUARE, "svg")
    root = etree.fromstring(svg)
    assert root.findtext(f"{SVG}title") == finding(view, register)
    assert root.findtext(f"{SVG}desc") == map_alt(register, view)
    written = texts(svg)
    assert " ".join(finding(view, register).split()) in written
    assert " ".join(basis(view, register).split()) in written
    assert len(svg) < 400_000
    for row in map_content(view, register).panel.rows:
        assert row.words in written
        assert row.value in written


@pytest.mark.parametrize("address", ["", "fylke=34", "storrelse=0-1999", "status=expired,none", "dato=2019-12-31"])
def test_the_legend_adds_up_to_the_areas_of_the_map(register, view_of, address):
    view = view_of("kart", address)
    table, counted = view.municipalities(register), view_figures(view, register)
    content = map_content(view, register)
    values = {row.words: row.value for row in content.panel.rows}
    for status in view.selection.statuses or Status:
        assert values[status_word(status)] == number(counted.counts[status])
    areas = len(content.picture.focus) or len(table)
    assert sum(int(row.value.replace("\u00a0", "")) for row in content.panel.rows) == areas
    assert sum(count for _fill, count in content.panel.bar) == areas


def test_the_large_figure_belongs_to_the_statuses_shown(register, view_of):
    view = view_of("kart", "status=none")
    counted = view_figures(view, register)
    share = count_of(counted.counts[Status.NONE], counted.total)
    panel = map_content(view, register).panel
    assert panel.figure_words.replace("\u00a0", " ") == f"av kommunene ({share})"
    assert panel.figure == percent(counted.counts[Status.NONE] / counted.total)


def test_the_renewal_map_stands_out_where_there_is_something_to_renew(register, view_of):
    content = map_content(view_of("fornyelse"), register)
    table = content.picture.municipalities
    assert set(table.loc[table["matches"], "status"]) == {Status.ADOPTED, Status.EXPIRED}
    assert table["matches"].sum() == sum(int(row.value) for row in content.panel.rows[:2])
    assert sum(int(row.value) for row in content.panel.rows) == 357


def test_a_municipality_is_shown_among_those_of_its_county(register, view_of):
    content = map_content(view_of("kommune", "kommune=1144"), register)
    assert content.picture.chosen == ("1144",)
    assert {number[:2] for number in content.picture.focus} == {"11"}
    assert "Rogaland" in content.panel.heading


def test_places_far_apart_are_compared_on_the_map_of_the_country(register, view_of):
    assert map_content(view_of("sammenlign", "kommuner=4601,0301,5612"), register).picture.is_country
    assert not map_content(view_of("sammenlign", "kommuner=4601,4602"), register).picture.is_country


def test_former_dates_are_said_to_be_counted_with_the_municipalities_of_today(register, view_of):
    svg = map_file(register, view_of("kart", "dato=2019-12-31"), Format.SQUARE, "svg")
    assert "Regnet med dagens kommuner." in texts(svg)
    assert b"2019-12-31" in svg


def test_the_alternative_text_has_the_finding_and_the_counts(register, view_of):
    view = view_of("kart", "fylke=34")
    counted, text = view_figures(view, register), map_alt(register, view)
    assert finding(view, register) in text
    for status in Status:
        assert str(counted.counts[status]) in text


def test_a_day_with_nothing_known_still_has_a_map(register, view_of):
    view = view_of("kart", f"dato={date(register.earliest.year, 1, 1)}")
    assert "0 av dagens 357 kommuner" in finding(view, register)
    assert b"<svg" in map_file(register, view, Format.COLUMN, "svg")
