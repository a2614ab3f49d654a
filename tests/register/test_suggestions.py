"""Suggested sets: the right ones, the first municipality first, never more than six."""

import dataclasses

import pandas as pd
import pytest

from lib.register.register import build_register
from lib.register.suggestions import (
    MOST,
    largest_counties,
    largest_municipalities,
    latest_winners,
    split_counties,
    with_neighbours,
    with_same_county,
    with_same_size,
)


def with_pairs(register, *pairs):
    table = pd.DataFrame(pairs, columns=["kommunenummer", "nabo", "over"])
    return build_register(dataclasses.replace(register.tables, neighbours=table))


def test_neighbours_over_land_come_first_and_the_most_populous(register):
    made = with_pairs(register, ("4601", "0301", "fjord"), ("4601", "1151", "land"), ("4601", "1103", "land"))
    assert with_neighbours(made, "4601") == ("4601", "1103", "1151", "0301")


def test_no_neighbours(register):
    assert with_neighbours(register, "1151") == ("1151",)


def test_haram_is_beside_ålesund(register):
    assert with_neighbours(register, "1580")[:2] == ("1580", "1508")


def test_the_nearest_in_size(register):
    """Counted in the table: the largest can only have smaller ones beside it."""
    assert with_same_size(register, "0301") == ("0301", "4601", "5001", "1103", "3201", "4204")


def test_the_nearest_of_the_county(register):
    numbers = with_same_county(register, "1580")
    assert all(number.startswith("15") for number in numbers)
    inhabitants = register.municipalities["inhabitants"]
    distance = (inhabitants - inhabitants["1580"]).abs()
    others = distance[distance.index.str.startswith("15")].drop(list(numbers))
    assert distance[list(numbers)].max() <= others.min()


def test_a_county_of_one(register):
    assert with_same_county(register, "0301") == ("0301",)


@pytest.mark.parametrize("suggest", [with_neighbours, with_same_size, with_same_county])
def test_every_set_of_every_municipality(register, suggest):
    for number in register.municipalities.index:
        numbers = suggest(register, number)
        assert numbers[0] == number
        assert len(set(numbers)) == len(numbers) <= MOST
        assert set(numbers) <= set(register.municipalities.index)


def test_sets_to_begin_with(register):
    assert largest_municipalities(register) == ("0301", "4601", "5001", "1103", "3201")
    assert latest_winners(register) == ("4601", "1812", "3103", "3222", "4207", "1149")
    assert largest_counties(register)[:3] == ("32", "03", "46")
    assert split_counties(register)["Viken"] == ("31", "32", "33")
