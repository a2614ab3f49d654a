import pytest
from lxml import etree

from lib.svg import element, group, line_of_text, lines_of_text, number


@pytest.mark.parametrize(
    ("value", "text"), [(0, "0"), (12.5, "12.5"), (3.0, "3"), (-0.001, "0"), (100, "100"), (-2.25, "-2.25")]
)
def test_numbers_say_no_more_than_they_must(value, text):
    assert number(value) == text


def test_texts_and_attributes_are_escaped():
    drawn = etree.fromstring(line_of_text('<b> & "co"', 1, 2, 3, id='a"<b>'))
    assert drawn.text == '<b> & "co"'
    assert drawn.get("id") == 'a"<b>'


def test_attributes_are_named_as_in_svg():
    drawn = etree.fromstring(element("rect", stroke_width=1.5, class_="x", fill=None))
    assert dict(drawn.attrib) == {"stroke-width": "1.5", "class": "x"}


def test_lines_read_as_one_text_with_words_apart():
    drawn = etree.fromstring(lines_of_text(["har en", "politikk"], 0, 10, 10, leading=1.5))
    assert "".join(drawn.itertext()) == "har en politikk"
    assert [line.get("y") for line in drawn] == ["10", "25"]


def test_a_group_is_moved_only_when_it_has_to():
    assert etree.fromstring(group(element("g"), x=3)).get("transform") == "translate(3 0)"
    assert etree.fromstring(group(element("g"))).get("transform") is None
