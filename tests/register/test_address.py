"""Addresses: what is right is used, what is wrong is named, and writing and reading agree."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.register.address import Ignored, read_choice, read_date, read_selection, write_selection
from lib.register.selection import Selection
from lib.register.sizes import SizeClass
from lib.register.status import Definition, Status

COUNTIES = ["03", "11", "34", "46", "56"]
EARLIEST, TODAY = date(2006, 1, 1), date(2026, 11, 23)


def read(**parameters):
    given_texts = {name: [text] if isinstance(text, str) else text for name, text in parameters.items()}
    return read_selection(given_texts, COUNTIES, EARLIEST, TODAY)


def test_an_empty_address_is_today_and_everything():
    assert read() == (Selection(TODAY), [])


def test_every_parameter():
    selection, ignored = read(
        fylke="34,03", status="adopted,expired", storrelse="2000-4999", definisjon="strict", dato="2019-12-31"
    )
    assert ignored == []
    assert selection == Selection(
        date(2019, 12, 31),
        Definition.STRICT,
        ("03", "34"),
        (Status.ADOPTED, Status.EXPIRED),
        (SizeClass.FROM_2000,),
    )


def test_repeated_parameters_add_up():
    assert read(fylke=["34", "03,34"])[0].counties == ("03", "34")


@pytest.mark.parametrize(
    ("parameters", "wrong"),
    [
        ({"fylke": "34,99"}, Ignored("fylke", "99")),
        ({"fylke": "3"}, Ignored("fylke", "3")),
        ({"status": "vedtatt"}, Ignored("status", "vedtatt")),
        ({"storrelse": "1-2"}, Ignored("storrelse", "1-2")),
        ({"definisjon": "<script>"}, Ignored("definisjon", "<script>")),
        ({"dato": "2019-02-30"}, Ignored("dato", "2019-02-30")),
        ({"dato": "i går"}, Ignored("dato", "i går")),
        ({"dato": "2026-11-24"}, Ignored("dato", "2026-11-24")),
        ({"dato": "1814-05-17"}, Ignored("dato", "1814-05-17")),
    ],
)
def test_wrong_values_are_left_out_and_named(parameters, wrong):
    selection, ignored = read(**parameters)
    assert ignored == [wrong]
    assert selection in (Selection(TODAY), Selection(TODAY, counties=("34",)))


def test_an_empty_value_is_no_value():
    assert read(fylke="", status=",", dato=" ") == (Selection(TODAY), [])


def test_the_last_of_repeated_single_values_stands():
    assert read_choice({"niva": ["fylker", "kommuner"]}, "niva", ["kommuner", "fylker"]) == ("kommuner", [])


def test_both_ends_of_the_range_of_dates():
    for day in (EARLIEST, TODAY):
        assert read_date({"dato": [day.isoformat()]}, "dato", EARLIEST, TODAY) == (day, [])


def test_the_usual_needs_no_mention():
    assert write_selection(Selection(TODAY), TODAY) == {}


@given(
    st.builds(
        Selection,
        on=st.dates(EARLIEST, TODAY),
        definition=st.sampled_from(list(Definition)),
        counties=st.sets(st.sampled_from(COUNTIES)).map(lambda chosen: tuple(sorted(chosen))),
        statuses=st.sets(st.sampled_from(list(Status))).map(lambda chosen: tuple(s for s in Status if s in chosen)),
        sizes=st.sets(st.sampled_from(list(SizeClass))).map(lambda chosen: tuple(s for s in SizeClass if s in chosen)),
    )
)
def test_reading_gives_back_what_was_written(selection):
    assert read(**write_selection(selection, TODAY)) == (selection, [])


@given(st.dictionaries(st.sampled_from(["fylke", "status", "storrelse", "definisjon", "dato"]), st.lists(st.text())))
def test_any_address_gives_a_selection(parameters):
    selection, _ = read_selection(parameters, COUNTIES, EARLIEST, TODAY)
    assert EARLIEST <= selection.on <= TODAY
