import pytest
from fontTools.ttLib import TTFont

from lib.typeface import FONT_DIRECTORY, WEIGHTS, text_width, wrapped

LETTERS = "æøåÆØÅáčđŋšŧžÁČĐŊŠŦŽ«»–…% "


@pytest.mark.parametrize("weight", WEIGHTS)
def test_font_has_every_norwegian_and_sami_letter(weight):
    with TTFont(FONT_DIRECTORY / f"SourceSansPro-{WEIGHTS[weight]}.ttf") as font:
        assert {ord(letter) for letter in LETTERS} <= set(font.getBestCmap())


def test_width_grows_with_size_and_weight():
    assert text_width("Guovdageaidnu", 20) == pytest.approx(2 * text_width("Guovdageaidnu", 10))
    assert text_width("Guovdageaidnu", 20, 700) > text_width("Guovdageaidnu", 20)
    assert text_width("a" * 10, 10) == pytest.approx(10 * text_width("a", 10))


def test_no_line_is_wider_than_allowed_and_no_word_is_lost():
    text = "38 av 357 kommuner har en dokumentert frivillighetspolitikk, og 221 er ikke undersøkt."
    for width in (140, 200, 400):
        for balanced in (False, True):
            lines = wrapped(text, width, 14, 700, balanced=balanced)
            assert " ".join(lines) == text
            assert max(text_width(line, 14, 700) for line in lines) <= width


def test_balanced_lines_are_no_more_and_more_alike():
    text = "4 av 46 kommuner i Innlandet har en dokumentert frivillighetspolitikk nå"
    plain, balanced = wrapped(text, 300, 14), wrapped(text, 300, 14, balanced=True)
    assert len(balanced) == len(plain) > 1
    assert max(text_width(line, 14) for line in balanced) <= max(text_width(line, 14) for line in plain)


def test_a_date_is_not_broken_after_its_day():
    text = "Status 23. november 2026, vanlig definisjon. Kilden er fra 8. juli 2024."
    for width in range(60, 300, 5):
        assert not any(line.endswith(("23.", "8.")) for line in wrapped(text, width, 12))


def test_a_word_wider_than_the_line_stands_alone():
    assert wrapped("Om frivillighetspolitikk nå", 30, 12) == ["Om", "frivillighetspolitikk", "nå"]


def test_nothing_gives_no_lines():
    assert wrapped("", 100, 12) == []
