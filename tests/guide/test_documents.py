"""The adopted documents: what the register names, each once, and the choice among them."""

from dataclasses import replace
from datetime import date

import pytest

from lib.guide.documents import (
    WITHOUT_YEAR,
    Wanted,
    adopted_documents,
    chosen,
    loosened,
    types_of,
    within,
    years_of,
)
from lib.register.sizes import SizeClass


@pytest.fixture(scope="module")
def documents(register, today):
    return adopted_documents(register, today)


@pytest.fixture(scope="module")
def rows(register):
    """The observations that the list is made of, restricted by hand."""
    table = register.tables.policy_status
    table = table[(table["status"] == "adopted") & (table["document_title"] != "")]
    return table[table["confidence"].isin(["high", "medium"]) & (table["scope"] != "predecessor")]


def test_every_observation_is_in_just_one_document(documents, rows):
    assert documents["sources"].sum() == len(rows)
    assert set(documents["number"]) == set(rows["kommunenummer"])


def test_every_document_is_named_so_in_the_register(documents, rows):
    for row in documents.itertuples():
        told = rows[(rows["kommunenummer"] == row.number) & (rows["source_url"] == row.url)]
        told = told[told["document_title"] == row.title]
        assert len(told), row
        assert row.publisher in set(told["source_publisher"])
        assert row.document_type in set(told["document_type"])
        if row.year:
            of_number = rows[rows["kommunenummer"] == row.number]
            assert row.adopted_on in set(of_number["adopted_on"])
            assert row.year == (row.adopted_on or row.valid_from)[:4]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        ("4601", {("2022", "plan", 4), ("2015", "plan", 1), ("", "plan", 1)}),
        ("3301", {("2024", "strategi", 1), ("2014", "other", 2)}),
        ("4204", {("2022", "plan", 1), ("2018", "melding", 1), ("2010", "melding", 1)}),
        ("4205", {("2021", "erklæring", 2)}),
        ("1824", {("2021", "politikk", 1), ("2006", "melding", 1)}),
    ],
)
def test_several_sources_of_one_document_are_one(number, expected, documents):
    own = documents[documents["number"] == number]
    assert set(zip(own["year"], own["document_type"], own["sources"], strict=True)) == expected


def test_what_has_ended_is_told_by_the_document_itself(documents):
    by_title = documents.set_index("title")["ended"]
    assert by_title["Frivilligpolitikk Voss herad 2024-2036"] == False  # noqa: E712  a numpy boolean
    assert by_title["Frivilligplan for Molde 2014-2017"] == True  # noqa: E712
    assert not documents.loc[documents["valid_to"] == "", "ended"].any()


def test_the_newest_stand_first_and_those_without_a_year_last(documents):
    assert list(documents["year"]) == sorted(documents["year"], reverse=True)


def test_what_was_not_known_yet_is_left_out(register):
    before = adopted_documents(register, date(2018, 12, 31))
    assert before["year"].max() <= "2018"
    assert "Plan for demokrati" not in set(before["title"])


@pytest.mark.parametrize(
    "wanted",
    [
        Wanted(),
        Wanted(counties=("34",)),
        Wanted(counties=("34", "46"), types=("plan", "melding")),
        Wanted(sizes=(SizeClass.FROM_5000, SizeClass.FROM_50000)),
        Wanted(years=("2022", WITHOUT_YEAR)),
        Wanted(counties=("42",), sizes=(SizeClass.FROM_50000,), types=("plan",), years=("2022",)),
    ],
    ids=str,
)
def test_the_choice_restricts_rightly(wanted, documents, register):
    years = {"" if year == WITHOUT_YEAR else year for year in wanted.years}
    expected = [
        row.title
        for row in documents.itertuples()
        if (not wanted.counties or row.fylkesnummer in wanted.counties)
        and (not wanted.sizes or row.size_class in wanted.sizes)
        and (not wanted.types or row.document_type in wanted.types)
        and (not years or row.year in years)
    ]
    assert list(chosen(documents, wanted)["title"]) == expected
    assert expected
    places = register.municipalities
    in_county = places["fylkesnummer"].isin(wanted.counties or register.county_names)
    in_size = places["size_class"].isin(wanted.sizes or list(SizeClass))
    assert list(within(places, wanted).index) == list(places.index[in_county & in_size])
    assert set(chosen(documents, wanted)["number"]) <= set(within(places, wanted).index)


def test_what_to_loosen(documents):
    wanted = Wanted(counties=("34",), years=("2022",))
    assert chosen(documents, wanted).empty
    told = loosened(documents, wanted)
    assert told == {
        "counties": len(chosen(documents, replace(wanted, counties=()))),
        "years": len(chosen(documents, replace(wanted, years=()))),
    }
    assert all(told.values())
    # Troms has none at all, whatever the year.
    assert "years" not in loosened(documents, Wanted(counties=("55",), years=("2022",)))
    assert loosened(documents, Wanted()) == {}


def test_the_filters_offer_what_there_is(documents):
    assert set(types_of(documents)) == set(documents["document_type"])
    assert {"" if year == WITHOUT_YEAR else year for year in years_of(documents)} == set(documents["year"])
    assert years_of(documents)[-1] == WITHOUT_YEAR
