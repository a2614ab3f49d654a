"""Reading which places to compare: order, former numbers, and what cannot be used."""

import pytest

from lib.register.address import Ignored
from lib.register.places import Earlier, earlier_county, earlier_municipality, read_places

NUMBERS = ["0301", "1103", "4601", "5001"]
FORMER = {"1201": Earlier("1201", "Bergen", ("4601",)), "1850": Earlier("1850", "Tysfjord", ("1806", "1875"))}


def read(*texts, most=6):
    return read_places({"kommuner": texts}, "kommuner", NUMBERS, FORMER.get, most)


def test_the_order_of_the_address_stands():
    assert read("5001,0301").chosen == ("5001", "0301")


def test_repeated_and_doubled():
    assert read("4601, 0301", "4601", "").chosen == ("4601", "0301")


def test_nothing():
    assert read() == read("") == read(",")
    assert read().chosen == ()


def test_the_first_ones_stand_when_there_are_too_many():
    found = read("5001,4601,1103,0301", most=2)
    assert (found.chosen, found.left_out) == (("5001", "4601"), ("1103", "0301"))


def test_a_former_number_is_replaced_where_it_stood():
    found = read("1201,0301")
    assert found.chosen == ("4601", "0301")
    assert found.replaced == (FORMER["1201"],)
    assert read("4601,1201").chosen == ("4601",)


def test_one_that_was_split_offers_the_choice():
    found = read("1850,0301")
    assert (found.chosen, found.split) == (("0301",), (FORMER["1850"],))


@pytest.mark.parametrize("value", ["301", "9999", "Bergen", "<script>"])
def test_what_is_no_place_is_told(value):
    found = read(f"{value},0301,{value}")
    assert (found.chosen, found.ignored) == (("0301",), [Ignored("kommuner", value)])


def test_former_municipalities(register):
    assert earlier_municipality(register, "3024") == Earlier("3024", "Bærum", ("3201",))
    assert earlier_municipality(register, "1850") == Earlier("1850", "Tysfjord", ("1806", "1875"))
    assert earlier_municipality(register, "9999") is None


def test_former_counties(register):
    assert earlier_county(register, "30") == Earlier("30", "Viken", ("31", "32", "33"))
    assert earlier_county(register, "12").successors == ("46",)
    assert earlier_county(register, "99") is None
