"""The legend beside a printed map: the words, colours and counts that the figures have."""

import pytest
from lxml import etree

from lib.maps.fills import GREYED, share_fill, status_fill
from lib.maps.panel import Panel, county_row, draw_panel, share_key, status_rows
from lib.palette import SHARE_FILLS
from lib.register.selection import Selection
from lib.register.shares import figures
from lib.register.status import Status
from lib.texts.words import status_word

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def counted(register, today):
    return figures(register.at(Selection(today), today))


def texts(drawing):
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode())
    return ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]


def test_rows_have_every_status_with_its_count(counted):
    rows = status_rows(counted)
    assert [(row.words, row.value) for row in rows] == [
        (status_word(status), str(count)) for status, count in counted.counts.items()
    ]
    assert [row.fill for row in rows] == [status_fill(status) for status in Status]


def test_rows_of_a_choice_say_how_many_are_outside(counted):
    rows = status_rows(counted, shown=("expired",), others=346)
    assert [row.fill for row in rows] == [status_fill(Status.EXPIRED), GREYED]
    assert rows[-1].value == "346"


def test_a_county_says_how_many_of_how_many():
    row = county_row("Agder", 5, 25)
    assert (row.words, row.value, row.fill) == ("Agder", "5 av 25", share_fill(3))


def test_the_key_has_every_class():
    assert [row.fill for row in share_key()] == list(SHARE_FILLS["light"])


def test_the_large_figure_is_left_out_where_there_is_little_room(counted):
    panel = Panel(status_rows(counted), "Kommuner etter status", "10,6 %", "av kommunene (38 av 357)")
    large, high = draw_panel(panel, 300, 14)
    small, low = draw_panel(panel, 300, 14, large=False)
    assert "10,6 %" in texts(large)
    assert "10,6 %" not in texts(small)
    assert low < high


def test_columns_make_it_lower(counted):
    panel = Panel(status_rows(counted))
    assert draw_panel(panel, 600, 14, columns=2)[1] < draw_panel(panel, 600, 14)[1]
    assert sorted(texts(draw_panel(panel, 600, 14, columns=2)[0])) == sorted(texts(draw_panel(panel, 600, 14)[0]))


def test_the_bar_is_shared_out_by_counts():
    panel = Panel((), bar=(("#111111", 30), ("#222222", 0), ("#333333", 10)))
    drawing, _height = draw_panel(panel, 400, 10)
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode())
    widths = {rect.get("fill"): float(rect.get("width")) for rect in root.iter(f"{SVG}rect")}
    assert widths == {"#111111": 300, "#333333": 100, "none": 400}


def test_words_stay_on_one_line_at_the_least_width(counted):
    panel = Panel(status_rows(counted))
    drawing, _height = draw_panel(panel, panel.least_width(14), 14)
    root = etree.fromstring(f'<svg xmlns="http://www.w3.org/2000/svg">{drawing}</svg>'.encode())
    assert all(len(text) <= 1 for text in root.iter(f"{SVG}text"))
