"""Looking neighbours up, and the table on cases that anybody who knows the coast can judge."""

import pandas as pd
import pytest

from lib.geography.neighbours import FJORD, LAND, neighbours_of


@pytest.fixture
def table():
    rows = [("0002", "0001", LAND), ("0001", "0003", FJORD), ("0001", "0004", LAND), ("0001", "0002", LAND)]
    return pd.DataFrame(rows, columns=["kommunenummer", "nabo", "over"])


def test_land_comes_before_fjord(table):
    assert list(neighbours_of("0001", table).items()) == [("0002", LAND), ("0004", LAND), ("0003", FJORD)]


def test_none(table):
    assert neighbours_of("0009", table).empty


@pytest.mark.parametrize(
    ("number", "land", "fjord"),
    [
        ("4601", {"Bjørnafjorden", "Samnanger", "Vaksdal"}, {"Askøy", "Øygarden", "Alver", "Osterøy", "Austevoll"}),
        ("3212", {"Frogn"}, {"Oslo", "Bærum", "Asker", "Nordre Follo"}),
        ("3103", {"Vestby", "Våler", "Råde"}, {"Horten", "Tønsberg", "Asker"}),
        ("1580", {"Ålesund", "Vestnes"}, {"Giske", "Molde"}),
        ("3413", {"Ringsaker", "Hamar", "Løten", "Nord-Odal", "Eidsvoll", "Østre Toten", "Våler", "Åsnes"}, set()),
        ("1835", set(), set()),
        ("1151", set(), set()),
    ],
)
def test_known_neighbours(register, number, land, fjord):
    found = neighbours_of(number, register.tables.neighbours)
    names = register.municipalities["navn"]
    assert set(names[found.index[found == LAND]]) == land
    assert set(names[found.index[found == FJORD]]) == fjord


def test_almost_everybody_has_neighbours(register):
    table = register.tables.neighbours
    alone = register.municipalities.index.difference(table["kommunenummer"])
    assert set(register.municipalities.loc[alone, "navn"]) == {"Utsira", "Røst", "Værøy", "Træna"}
    assert table["kommunenummer"].value_counts().max() <= 11
