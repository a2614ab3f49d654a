"""The two pages of a self-assessment: what stands on them, that it fits, and that it can be read back."""

import re
from datetime import date
from io import BytesIO

import pytest
from lxml import etree
from pypdf import PdfReader

from lib.exports.assessment import assessment_pages, assessment_pdf, file_stem
from lib.guide.assessment import Answer, Assessment, Respondent, answer_key
from lib.guide.recommendations import recommendations
from lib.register.selection import Selection
from lib.texts.formats import day
from lib.texts.language import Language, speaking
from lib.texts.words import status_word
from lib.typeface import text_width

SVG = "{http://www.w3.org/2000/svg}"
ROOT = "https://eksempel.no/"
KEYS = [answer_key(each, statement) for each in recommendations() for statement in each.statements]


def every(answer, municipality="5610", respondent=Respondent.MUNICIPALITY, on=date(2026, 11, 20)):
    return Assessment(on, municipality, respondent, dict.fromkeys(KEYS, answer))


@pytest.mark.parametrize(
    ("municipality", "stem"),
    [
        ("4601", "egenvurdering_bergen_2026-11-20"),
        ("1554", "egenvurdering_averoy_2026-11-20"),
        (None, "egenvurdering_2026-11-20"),
    ],
)
def test_names_of_files(register, municipality, stem):
    assert file_stem(every(Answer.YES, municipality), register) == stem


def test_the_document_read_back(register, today):
    before = every(Answer.PARTLY, on=date(2025, 11, 18))
    answers = dict.fromkeys(KEYS, Answer.LARGELY) | {KEYS[0]: Answer.UNSURE, KEYS[1]: Answer.NO}
    answers |= dict.fromkeys(KEYS[-3:], Answer.NO)
    made = assessment_pdf(
        Assessment(date(2026, 11, 20), "5610", Respondent.ORGANISATIONS, answers), before, register, today, ROOT
    )
    document = PdfReader(BytesIO(made))
    assert len(document.pages) == 2
    assert {tuple(round(side * 25.4 / 72) for side in page.mediabox[2:]) for page in document.pages} == {(210, 297)}
    assert document.metadata.title == "Egenvurdering: Karasjok og frivilligheten"
    assert document.trailer["/Root"]["/Lang"] == "nb"
    first, second = (" ".join(page.extract_text().split()) for page in document.pages)
    status = register.at(Selection(today), today).at["5610", "status"]
    for text in (
        "Egenvurdering: Karasjok og frivilligheten", "20. november 2026. Besvart av organisasjonene i kommunen.",
        "31 av 32 påstander er besvart. 1 er besvart med «vet ikke».", "Ringene viser egenvurderingen fra 18. november",
        "Styrker", "Mangler", "Her kan dere begynne", "I registeret", status_word(status), f"Status {day(today)}.",
        "kilder teller med i statusen", "CC BY 4.0", "eksempel.no/egenvurdering?kommune=5610", "Side 1 av 2",
        recommendations()[-1].next_step,
    ):  # fmt: skip
        assert text in first
    for each in recommendations():
        assert each.title in second
        assert all(statement.text in second for statement in each.statements)
    for text in ("I stor grad", "Vet ikke", "Nei", "Neste steg:", "regnes aldri som nei", "versjon", "Side 2 av 2"):
        assert text in second
    assert "\ufffd" not in first + second


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("answer", Answer)
def test_everything_stays_on_its_page(register, today, language, answer):
    with speaking(language):
        assessment = every(answer, "1824")
        pages = assessment_pages(assessment, assessment, register, today, ROOT)
    for page in pages:
        width, height = (float(side) for side in re.search(r'viewBox="0 0 ([\d.]+) ([\d.]+)"', page).groups())
        lines = sorted(placed(etree.fromstring(page.encode())), key=lambda line: line[1])
        assert len(lines) > 15
        for left, baseline, right, size, text in lines:
            assert 0 < left < right < width - 40, text
            assert size <= baseline < height - 40, text
        for index, (left, baseline, right, size, text) in enumerate(lines):
            for other_left, other_baseline, other_right, other_size, other in lines[index + 1 :]:
                apart = other_baseline - baseline >= 0.7 * min(size, other_size)
                assert apart or other_left >= right - 1 or left >= other_right - 1, (text, other)


def placed(root):
    """Give left, baseline, right, size and text of each line of text outside the chart."""
    found = []

    def walk(node, x, y):
        moved = node.get("transform") or ""
        if "scale" in moved or (node.tag == f"{SVG}svg" and node.getparent() is not None):
            return
        if match := re.fullmatch(r"translate\(([-\d.]+)[ ,]([-\d.]+)\)", moved):
            x, y = x + float(match[1]), y + float(match[2])
        if node.tag in (f"{SVG}text", f"{SVG}tspan") and node.text and node.get("x"):
            parent = node if node.tag == f"{SVG}text" else node.getparent()
            size = float(parent.get("font-size").removesuffix("px"))
            wide = text_width(node.text.strip(), size, int(parent.get("font-weight") or 400))
            left = x + float(node.get("x"))
            left -= {"end": wide, "middle": wide / 2}.get(parent.get("text-anchor"), 0)
            found.append((left, y + float(node.get("y")), left + wide, size, node.text))
        for child in node:
            walk(child, x, y)

    walk(root, 0.0, 0.0)
    return found


def test_an_assessment_without_a_municipality_says_so(register, today):
    page, _answers = assessment_pages(every(Answer.NO, None, None), None, register, today, ROOT)
    words = " ".join("".join(etree.fromstring(page.encode()).itertext()).split())
    assert "Egenvurdering: kommunen og frivilligheten" in words
    assert "Kommunen er ikke oppgitt, så statusen i registeret står ikke her." in words
    assert "Besvart av" not in words
    assert "Kartverket" not in words
