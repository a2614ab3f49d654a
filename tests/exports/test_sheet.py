"""The sheet in every format: its size, its texts, and that they are still there in the files."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from PIL import Image
from pypdf import PdfReader

from lib.exports.sheet import Format, Sheet, compose, to_pdf, to_png
from lib.svg import element
from lib.texts.language import Language
from lib.typeface import text_width

SVG = "{http://www.w3.org/2000/svg}"
DC = "{http://purl.org/dc/elements/1.1/}"
SHEET = Sheet(
    "Guovdageaidnu, Kárášjohka og Unjárga: æøå ÆØÅ á č đ ŋ š ŧ ž",
    "Status 23. november 2026, vanlig definisjon.",
    "Kilde: Register over frivillighetspolitikk i kommunene, versjon 1.0.0.",
    "CC BY 4.0. Kommuner og folketall: SSB.",
    date(2026, 11, 23),
    ("Tallet er et minstetall.",),
    "https://eksempel.no/kart?fylke=56",
    "Kart over tre kommuner.",
)
# Width and height in millimetres on paper, or in dots on a screen; a height of None follows from the content.
SIZES = {
    Format.COLUMN: (46, None),
    Format.TWO_COLUMNS: (96, None),
    Format.PRESENTATION: (1920, 1080),
    Format.SOCIAL: (1200, 628),
    Format.SQUARE: (1080, 1080),
    Format.POSTER: (210, 297),
}


def body(width, height):
    return element("rect", width=width, height=height, fill="#eeeeff", id="body")


def parsed(sheet, form, **options):
    return etree.fromstring(compose(sheet, form, body, **options).encode())


def read(pdf):
    return " ".join(PdfReader(BytesIO(pdf)).pages[0].extract_text().split())


@pytest.mark.parametrize("form", Format)
def test_png_has_the_size_and_the_texts(form):
    picture = Image.open(BytesIO(to_png(compose(SHEET, form, body), form)))
    width, height = SIZES[form]
    dots = 300 / 25.4 if form.is_print else 1
    assert picture.width == pytest.approx(width * dots, abs=1)
    if height:
        assert picture.height == pytest.approx(height * dots, abs=1)
    assert picture.info["dpi"][0] == pytest.approx(300 if form.is_print else 96, abs=0.1)
    assert picture.info["Title"] == SHEET.title
    assert picture.info["Source"] == SHEET.source
    assert picture.info["Copyright"] == SHEET.licence
    assert picture.info["Creation Time"] == "2026-11-23"


@pytest.mark.parametrize("form", Format)
def test_pdf_has_its_true_size_and_texts_that_can_be_selected(form):
    reader = PdfReader(BytesIO(to_pdf(compose(SHEET, form, body))))
    [page] = reader.pages
    width, height = SIZES[form]
    points = 72 / 25.4 if form.is_print else 0.75
    assert float(page.mediabox.width) == pytest.approx(width * points, abs=0.5)
    if height:
        assert float(page.mediabox.height) == pytest.approx(height * points, abs=0.5)
    text = " ".join(page.extract_text().split())
    for said in (SHEET.title, SHEET.subtitle, SHEET.source, SHEET.licence, SHEET.notes[0], "eksempel.no/kart?fylke=56"):
        assert said in text.replace("\u00a0", " ")
    assert reader.metadata.title == SHEET.title
    assert SHEET.source in reader.metadata["/Keywords"]
    assert reader.root_object["/Lang"] == "nb"


def test_fonts_are_embedded_in_the_pdf():
    page = PdfReader(BytesIO(to_pdf(compose(SHEET, Format.POSTER, body)))).pages[0]
    fonts = [font.get_object() for font in page["/Resources"]["/Font"].values()]
    names = {font["/BaseFont"] for font in fonts}
    assert any("SourceSansPro-Bold" in name for name in names)
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_svg_says_what_it_is():
    root = parsed(SHEET, Format.SQUARE)
    assert root.findtext(f"{SVG}title") == SHEET.title
    assert root.findtext(f"{SVG}desc") == SHEET.description
    said = {field.tag: field.text for field in root.iter() if str(field.tag).startswith(DC)}
    assert said[f"{DC}title"] == SHEET.title
    assert said[f"{DC}date"] == "2026-11-23"
    assert said[f"{DC}source"] == SHEET.source
    assert said[f"{DC}rights"] == SHEET.licence
    assert said[f"{DC}identifier"] == SHEET.address
    assert "Arial" in root.get("font-family")


@pytest.mark.parametrize("form", Format)
def test_no_text_leaves_the_sheet(form):
    long = replace(SHEET, title="Kommuner med dokumentert frivillighetspolitikk i Møre og Romsdal, " * 4)
    root = parsed(long, form)
    for text in root.iter(f"{SVG}text"):
        size, weight = float(text.get("font-size")), int(text.get("font-weight") or 400)
        for line in text.iter(f"{SVG}tspan"):
            assert text_width(line.text.strip(), size, weight) <= form.width - 2 * form.measures.margin
    low = max(float(line.get("y")) for line in root.iter(f"{SVG}tspan"))
    assert low < float(root.get("viewBox").split()[3])


def test_texts_of_any_kind_can_stand_on_a_sheet():
    sheet = replace(SHEET, title='Kommuner med <5 000 & "flere"')
    svg = compose(sheet, Format.SQUARE, body)
    assert etree.fromstring(svg.encode()).findtext(f"{SVG}title") == sheet.title
    assert sheet.title in read(to_pdf(svg))


def test_the_body_gets_the_room_that_is_left():
    given = {}

    def draw(width, height):
        given["room"] = (width, height)
        return body(width, height)

    compose(SHEET, Format.SQUARE, draw)
    short = given["room"]
    compose(replace(SHEET, notes=("En lengre merknad.", "Enda en merknad.")), Format.SQUARE, draw)
    assert given["room"][0] == short[0] == 1080 - 2 * Format.SQUARE.measures.margin
    assert 0 < given["room"][1] < short[1] < 1080
    compose(SHEET, Format.COLUMN, draw, body_height=321)
    assert given["room"][1] == 321


def test_what_stands_beside_goes_from_top_to_bottom():
    given = {}

    def beside(width, height):
        given["beside"] = (width, height)
        return ""

    def draw(width, height):
        given["body"] = width
        return ""

    compose(SHEET, Format.PRESENTATION, draw, beside=beside, beside_part=0.4)
    margin = Format.PRESENTATION.measures.margin
    assert given["beside"] == (pytest.approx(0.4 * (1920 - 2 * margin)), 1080 - 2 * margin)
    assert given["body"] + given["beside"][0] < 1920 - 2 * margin


def test_the_language_is_told():
    sheet = replace(SHEET, language=Language.ENGLISH)
    assert parsed(sheet, Format.SQUARE).get("{http://www.w3.org/XML/1998/namespace}lang") == "en"
    assert PdfReader(BytesIO(to_pdf(compose(sheet, Format.SQUARE, body)))).root_object["/Lang"] == "en"


def test_pdf_refuses_what_is_not_a_sheet():
    with pytest.raises(ValueError, match="viewBox"):
        to_pdf("<svg/>")
