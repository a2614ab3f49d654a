"""Every chart as files: opened again, compared with the register, and measured so that no text is cut or covered."""

import re
from io import BytesIO
from urllib.parse import parse_qs

import pytest
from lxml import etree
from PIL import Image, ImageColor
from pypdf import PdfReader

from lib.exports.charts import CHARTS, NoSuchChartError, chart_file, chart_file_name, chart_of, chart_svg, charts_of
from lib.exports.naming import licence_line, source_line
from lib.exports.sheet import Format
from lib.exports.view import PAGES, read_view
from lib.palette import STATUS_LOOKS
from lib.register.history import status_series
from lib.register.shares import by_county, figures
from lib.register.status import Definition, Status
from lib.texts.formats import count_of, number
from lib.texts.language import Language, speaking
from lib.texts.words import status_word
from lib.typeface import text_width

SVG = "{http://www.w3.org/2000/svg}"
# A view of each chart, and a text with the figures that the file must have, letter for letter.
VIEWS = {
    "fylker": ("kart", "", "Møre og Romsdal 3 av 27"),
    "fylkesutvikling": ("fylke", "fylke=50", "Trøndelag"),
    "utvikling": ("utvikling", "", "107 av 357"),
    "tidslinje": ("kommune", "kommune=1103", "Stavanger"),
    "sammenligning": ("sammenlign", "kommuner=4601,0301,5001,1103,3201,4204", "Bærum"),
    "andeler": ("sammenlign", "fylker=34,42,46,50", "Trøndelag 4 av 38"),
}
OTHERS = [
    ("kart", "fylke=34,46"),
    ("kart", "status=none,expired&dato=2019-12-31"),
    ("kart", "storrelse=50000-"),
    ("fylke", "fylke=03"),
    ("fylke", "fylke=34"),
    ("utvikling", "definisjon=wide&aar=2019"),
    ("kommune", "kommune=5059"),
    ("kommune", "kommune=4649"),
    ("kommune", "kommune=1508"),
    ("sammenlign", "kommuner=4601,4602"),
    ("sammenlign", "kommuner=4601"),
    ("sammenlign", "fylker=03,42"),
]


@pytest.fixture(scope="module")
def view_of(register, today):
    def read(page, address=""):
        view, ignored = read_view(page, parse_qs(address), register, today)
        assert not ignored
        return view

    return read


def texts(root):
    return [" ".join("".join(text.itertext()).split()) for text in root.iter(f"{SVG}text")]


def boxes(element, left=0.0, top=0.0, scale=1.0):
    """Measure where every line of text stands: left, top, right and bottom, with the text."""
    moved = element.get("transform", "")
    if found := re.search(r"translate\(([-\d.e]+)[, ]+([-\d.e]+)\)", moved):
        left, top = left + scale * float(found[1]), top + scale * float(found[2])
    if found := re.search(r"scale\(([-\d.e]+)\)", moved):
        scale *= float(found[1])
    assert "rotate" not in moved or element.tag != f"{SVG}text", "texts stand upright"
    if element.tag == f"{SVG}text":
        size = float(element.get("font-size").removesuffix("px")) * scale
        weight = {"bold": 700, "normal": 400}.get(weight := element.get("font-weight") or "400", weight)
        for line in element.findall(f"{SVG}tspan") or [element]:
            text = " ".join((line.text or "").split())
            width = text_width(text, size, int(weight))
            x = left + scale * float(line.get("x") or 0)
            x -= width * {"end": 1, "middle": 0.5}.get(element.get("text-anchor"), 0)
            base = top + scale * float(line.get("y") or 0)
            yield x, base - 0.7 * size, x + width, base + 0.05 * size, text
        return
    for child in element:
        if isinstance(child.tag, str):
            yield from boxes(child, left, top, scale)


@pytest.mark.parametrize("name", CHARTS)
@pytest.mark.parametrize("kind", ["svg", "pdf", "png"])
def test_every_chart_as_every_kind(register, view_of, name, kind):
    page, address, detail = VIEWS[name]
    view = view_of(page, address)
    chart = chart_of(view, register, name)
    file = chart_file(register, view, name, Format.SQUARE, kind, address="https://eksempel.no/side")
    title = chart.title(view, register)
    if kind == "png":
        picture = Image.open(BytesIO(file))
        assert picture.size == (1080, 1080)
        assert picture.info["Title"] == title
        counted = {colour: count for count, colour in picture.convert("RGB").getcolors(1080 * 1080)}
        adopted = ImageColor.getrgb(STATUS_LOOKS["light"][Status.ADOPTED].fill)
        assert counted[adopted] > 1000
        return
    if kind == "svg":
        root = etree.fromstring(file)
        assert root.findtext(f"{SVG}title") == title
        assert root.findtext(f"{SVG}desc") == chart.alternative(view, register)
        said = " ".join(texts(root))
    else:
        [page] = PdfReader(BytesIO(file)).pages
        said = " ".join(page.extract_text().split())
    said = said.replace("\u00a0", " ")
    for text in (title, chart.subtitle(view, register), source_line(), licence_line(), "23. november 2026", detail):
        assert text.replace("\u00a0", " ") in said
    for key in chart.legend(view, register):
        assert key.word in said
    for note in chart.notes(view, register):
        assert note.replace("\u00a0", " ") in said
    assert "eksempel.no/side" in said


@pytest.mark.parametrize("form", Format)
def test_every_format_has_its_size(register, view_of, form):
    picture = Image.open(BytesIO(chart_file(register, view_of("kart"), "fylker", form, "png")))
    measures = form.measures
    assert picture.width == pytest.approx(measures.width * measures.scale, abs=1)
    if measures.height:
        assert picture.height == pytest.approx(measures.height * measures.scale, abs=1)
    [page] = PdfReader(BytesIO(chart_file(register, view_of("kart"), "fylker", form, "pdf"))).pages
    assert float(page.mediabox.width) == pytest.approx(measures.width * 0.75, abs=0.5)
    said = " ".join(page.extract_text().split())
    assert "Møre og Romsdal" in said
    assert "Trøndelag" in said


# The narrowest and the lowest format are the hardest to fill.
@pytest.mark.parametrize(
    ("page", "address", "form"),
    [
        *((page, address, form) for page, address, _detail in VIEWS.values() for form in Format),
        *((page, address, form) for page, address in OTHERS for form in (Format.COLUMN, Format.SOCIAL)),
    ],
)
def test_no_text_is_cut_or_covered(register, view_of, page, address, form):
    view = view_of(page, address)
    charts = charts_of(view, register)
    assert charts
    for chart in charts:
        root = etree.fromstring(chart_svg(register, view, chart.name, form).encode())
        _left, _top, width, height = map(float, root.get("viewBox").split())
        found = list(boxes(root))
        for left, top, right, bottom, text in found:
            assert left >= -0.5, text
            assert right <= width + 0.5, text
            assert top >= 0, text
            assert bottom <= height, text
        for index, one in enumerate(found):
            for other in found[index + 1 :]:
                apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
                assert apart, f"{one[4]!r} and {other[4]!r} stand on each other"


@pytest.mark.parametrize("form", Format)
def test_texts_are_not_smaller_than_can_be_read(register, view_of, form):
    for page, address, _detail in VIEWS.values():
        view = view_of(page, address)
        for chart in charts_of(view, register):
            root = etree.fromstring(chart_svg(register, view, chart.name, form).encode())
            sizes = [(bottom - top) / 0.75 for _left, top, _right, bottom, _text in boxes(root)]
            assert min(sizes) >= 0.55 * form.font


@pytest.mark.parametrize("name", CHARTS)
def test_patterns_and_what_refers_to_them(register, view_of, name):
    page, address, _detail = VIEWS[name]
    svg = chart_svg(register, view_of(page, address), name, Format.SQUARE)
    root = etree.fromstring(svg.encode())
    defined = {pattern.get("id") for pattern in root.iter(f"{SVG}pattern")}
    used = set(re.findall(r'"url\(#([^)]+)\)"', svg))
    assert used <= defined
    if name in ("fylker", "sammenligning", "andeler"):
        assert {f"monster-{status}-diagram" for status in (Status.EXPIRED, Status.UNKNOWN)} <= used
    assert not re.search(r"<script|tooltip|aria-|href", svg)


def test_the_title_of_the_counties_has_the_registers_figures(register, view_of):
    view = view_of("kart")
    table = view.municipalities(register)
    counties = by_county(table)
    first = counties[counties["total"] > 1].sort_values("share").iloc[-1]
    title = CHARTS["fylker"].title(view, register)
    assert f"{first['fylke']}: {first['adopted']} av {first['total']} kommuner" in title
    labels = texts(etree.fromstring(chart_file(register, view, "fylker", Format.SQUARE, "svg")))
    for row in counties.itertuples():
        assert f"{row.fylke} {count_of(row.adopted, row.total)}" in labels


def test_equal_shares_have_no_leader(register, view_of):
    view = view_of("kart", "fylke=55,56")
    counted = figures(register.at(view.selection, view.today).loc[lambda table: table["in_places"]])
    title = CHARTS["fylker"].title(view, register)
    assert title.startswith(f"{counted.adopted.part} av {counted.total} kommuner")


def test_the_title_of_the_years_has_the_registers_figures(register, view_of, today):
    series = status_series(register, Definition.STANDARD, today)
    title = CHARTS["utvikling"].title(view_of("utvikling"), register)
    peak, last = series.loc[series["adopted"].idxmax()], series.iloc[-1]
    assert f"{peak['year']} hadde {peak['adopted']} av dagens {peak['total']}" in title
    assert f"har {last['adopted']} det" in title


def test_a_county_without_any_is_said_to_have_none(register, view_of):
    assert CHARTS["fylkesutvikling"].title(view_of("fylke", "fylke=34"), register).endswith("har ingen det")


def test_only_the_filtered_are_shown(register, view_of):
    view = view_of("kart", "fylke=34,46&status=none")
    labels = texts(etree.fromstring(chart_file(register, view, "fylker", Format.SQUARE, "svg")))
    table = register.at(view.selection, view.today)
    for number_, name in register.county_names.items():
        inside = figures(table[table["fylkesnummer"] == number_])
        label = f"{name} {count_of(inside.counts[Status.NONE], inside.total)}"
        assert (label in labels) == (number_ in ("34", "46"))
    assert status_word(Status.NONE) in labels
    assert status_word(Status.ADOPTED) not in labels
    assert any("Bare kommuner med status ingen funnet" in label for label in labels)


def test_the_figures_of_the_sheet_hold_for_its_date(register, view_of):
    root = etree.fromstring(chart_file(register, view_of("kart", "dato=2019-12-31"), "fylker", Format.POSTER, "svg"))
    said = " ".join(texts(root))
    assert "31. desember 2019" in said
    assert "Regnet med dagens kommuner." in said
    # The years of the development do not end with the one on its map.
    view = view_of("utvikling", "aar=2019")
    root = etree.fromstring(chart_file(register, view, "utvikling", Format.POSTER, "svg"))
    assert "23. november 2026" in " ".join(texts(root))
    assert "2019" not in CHARTS["utvikling"].subtitle(view, register)


def test_sources_that_count_are_counted(register, view_of):
    view = view_of("kommune", "kommune=1103")
    evidence = register.tables.policy_status
    total = int((evidence["kommunenummer"] == "1103").sum())
    assert f"av {number(total)} kilder teller" in CHARTS["tidslinje"].subtitle(view, register)


def test_views_have_the_charts_of_their_pages(register, view_of):
    charts = {page: [chart.name for chart in charts_of(view_of(page), register)] for page in PAGES}
    assert charts["kart"] == ["fylker"]
    assert charts["utvikling"] == ["utvikling"]
    assert charts["kommune"] == charts["fylke"] == charts["sammenlign"] == charts["fornyelse"] == []
    unknown = register.municipalities.index.difference(register.tables.policy_status["kommunenummer"])[0]
    assert charts_of(view_of("kommune", f"kommune={unknown}"), register) == []
    for name, (page, address, _detail) in VIEWS.items():
        assert name in [chart.name for chart in charts_of(view_of(page, address), register)]


def test_a_chart_that_a_view_does_not_have(register, view_of):
    with pytest.raises(NoSuchChartError, match=r"heter «tidslinje».*Her finnes fylker"):
        chart_file(register, view_of("kart"), "tidslinje", Format.SQUARE, "svg")
    with pytest.raises(NoSuchChartError, match="ingen diagrammer"):
        chart_file(register, view_of("fornyelse"), "fylker", Format.SQUARE, "svg")


def test_the_name_of_the_file(register, view_of):
    name = chart_file_name(view_of("kart", "fylke=15"), register, "fylker", Format.POSTER, "pdf")
    assert name == "frivillighetspolitikk_more-og-romsdal_2026-11-23_fylker_plakat.pdf"


def test_numbers_follow_the_language(register, view_of):
    view = view_of("kart")
    bokmal = etree.fromstring(chart_svg(register, view, "fylker", Format.SQUARE).encode())
    with speaking(Language.ENGLISH):
        english = etree.fromstring(chart_svg(register, view, "fylker", Format.SQUARE).encode())
    assert {"25 %", "Vedtatt"} <= set(texts(bokmal))
    assert "25%" in texts(english)
    assert english.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_a_title_does_not_say_that_there_is_no_source_where_the_chart_shows_some(register, view_of):
    title = CHARTS["tidslinje"].title(view_of("kommune", "kommune=5059"), register)
    assert title == "Orkland er ikke undersøkt: omtalt som under arbeid i november 2020, ikke siden"
    sources = register.tables.policy_status
    sources = sources[(sources["scope"] == "municipality") & (sources["observed_on"] != "")]
    strongest = sources.groupby("kommunenummer")["confidence"].agg(lambda found: "high" in set(found))
    weak = strongest.index[~strongest][0]
    title = CHARTS["tidslinje"].title(view_of("kommune", f"kommune={weak}&definisjon=strict"), register)
    assert title.endswith(("kilden teller ikke med i statusen", "kildene teller med i statusen"))


def test_axes_count_whole_municipalities(register, view_of):
    for county in register.county_names:
        svg = chart_svg(register, view_of("fylke", f"fylke={county}"), "fylkesutvikling", Format.SQUARE)
        ticks = [text for text in texts(etree.fromstring(svg.encode())) if re.fullmatch(r".+ \(\d+ %\)", text)]
        assert 2 <= len(ticks) <= 6
        assert all(re.match(r"\d+ \(", tick) for tick in ticks)
