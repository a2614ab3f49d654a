"""Former counties: what was split in 2024, where an old number leads, and whom an old figure speaks of."""

import pytest

from lib.register.former_counties import NAMES, former_county, said_of_former, size_at, successors


@pytest.mark.parametrize(
    ("former", "today"),
    [
        ("30", ["31", "32", "33"]),
        ("38", ["39", "40"]),
        ("54", ["55", "56"]),
        ("12", ["46"]),
        ("04", ["34"]),
        ("99", []),
        ("viken", []),
    ],
)
def test_an_old_number_leads_to_the_counties_of_today(register, former, today):
    assert successors(register.tables, former) == today


def test_each_county_was_itself_or_a_part_of_a_named_one(register):
    former = {county: former_county(register.tables.municipalities, county) for county in register.county_names}
    assert {county: number for county, number in former.items() if number} == {
        "31": "30",
        "32": "30",
        "33": "30",
        "39": "38",
        "40": "38",
        "55": "54",
        "56": "54",
    }
    assert set(former.values()) - {None} == set(NAMES)


def test_no_such_county(register):
    assert former_county(register.tables.municipalities, "99") is None


@pytest.mark.parametrize(
    ("as_of", "said"), [("2019-07-18", False), ("2021-07-17", True), ("2020", True), ("2023", True), ("2024", False)]
)
def test_a_figure_of_those_years_is_of_the_former_county(as_of, said):
    assert said_of_former(as_of) == said


@pytest.mark.parametrize(
    ("county", "as_of", "size"),
    [("15", "2022-06", 26), ("15", "2024-07-08", 27), ("15", "2019", None), ("39", "2024", 6)],
)
def test_how_many_municipalities_there_were(register, county, as_of, size):
    assert size_at(register.tables.municipalities, county, as_of) == size
