"""Numbers and names that municipalities had before."""

import pytest

from lib.register.address import Ignored
from lib.register.former import Former, Reading, former_number, merged_in, read_municipality


@pytest.fixture
def read(register):
    def read(*values):
        return read_municipality(
            {"kommune": values}, "kommune", register.municipalities.index, register.tables.former_numbers
        )

    return read


@pytest.mark.parametrize("number", ["0301", "4601", "1580", "1520"])
def test_a_present_number_is_itself(read, number):
    assert read(number) == Reading(number, None, [])


def test_present_numbers_go_before_former_ones(register):
    # 1520 was Ørsta's until 2019 and is so again: it stands in both tables.
    assert former_number("1520", register.tables.former_numbers) is not None
    assert "1520" in register.municipalities.index


def test_a_former_number_leads_to_todays(read):
    assert read("3024") == Reading("3201", Former("3024", "Bærum", 2023, ("3201",)), [])
    assert read("1662") == Reading("5001", Former("1662", "Klæbu", 2017, ("5001",)), [])


def test_a_number_that_was_split_leaves_the_choice(read):
    assert read("1850") == Reading(None, Former("1850", "Tysfjord", 2019, ("1806", "1875")), [])
    assert read("1507").former.successors == ("1508", "1580")


@pytest.mark.parametrize("value", ["9999", "301", "Bergen", "46 01", "<b>"])
def test_anything_else_is_ignored_and_told(read, value):
    assert read(value) == Reading(None, None, [Ignored("kommune", value)])


def test_nothing_given(read):
    assert read() == read("", " ") == Reading(None, None, [])


def test_the_last_one_stands(read):
    assert read("9999", "3024", " 0301 ").number == "0301"


@pytest.mark.parametrize(
    ("name", "number", "year"),
    [("Klæbu", "5001", 2020), ("Svelvik", "3301", 2020), ("Klæbu", "0301", None), ("Atlantis", "5001", None)],
)
def test_when_a_municipality_was_merged(register, name, number, year):
    assert merged_in(name, number, register.tables.former_numbers) == year


def test_every_predecessor_in_the_register_has_a_year(register):
    rows = register.tables.policy_status
    rows = rows[rows["scope"] == "predecessor"]
    years = {
        merged_in(row.name_in_source, row.kommunenummer, register.tables.former_numbers) for row in rows.itertuples()
    }
    assert years == {2020}
