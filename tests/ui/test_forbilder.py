"""The page of documents to learn from as a script: what an address shows, and what the visitor chooses."""

import re
from functools import partial

import pytest

from lib.guide.documents import adopted_documents
from lib.register.register import today as present_day
from tests.ui.opened import address, heading, html, open_page, text

run = partial(open_page, "forbilder")


def titles(test) -> list[str]:
    return re.findall(r'title="[^"]*">([^<]+)</a>', html(test))


def test_the_whole_country(register):
    documents = adopted_documents(register, present_day())
    test = run()
    assert heading(test) == f"Lær av {len(documents)} dokumenter fra {documents['number'].nunique()} av 357 kommuner"
    assert [title.casefold() for title in titles(test)] == [title.casefold() for title in documents["title"]]
    assert address(test) == {}


@pytest.mark.parametrize(
    ("parameters", "column", "values"),
    [
        ({"fylke": "42"}, "fylkesnummer", {"42"}),
        ({"storrelse": "0-1999,2000-4999"}, "size_class", {"0-1999", "2000-4999"}),
        ({"type": "plan"}, "document_type", {"plan"}),
        ({"aar": "2022,uten"}, "year", {"2022", ""}),
    ],
)
def test_an_address_restores_the_view_and_stays(parameters, column, values, register):
    documents = adopted_documents(register, present_day())
    expected = documents[documents[column].isin(values)]
    test = run(**parameters)
    assert len(titles(test)) == len(expected) > 0
    assert address(test) == parameters
    assert "kunne ikke brukes" not in text(test)


def test_ones_own_municipality_chooses_its_size():
    test = run(kommune="4003")
    assert test.multiselect(key="storrelse").value == ["50000-"]
    assert "Skien er en av 21 kommuner med 50 000 og flere innbyggere. Fra 13 av dem" in text(test)
    assert "fra 13 av 21 kommuner" in heading(test)
    test.selectbox(key="kommune").select("1151").run()
    assert test.multiselect(key="storrelse").value == ["0-1999"]
    assert address(test) == {"kommune": "1151", "storrelse": "0-1999"}
    again = run(kommune="1151", storrelse="20000-49999")
    assert again.multiselect(key="storrelse").value == ["20000-49999"]


def test_nothing_found_says_what_to_loosen_and_can_be_undone():
    test = run(fylke="34", aar="2022")
    assert heading(test) == "Ingen dokumenter fra kommuner i Innlandet passer til valgene"
    said = text(test)
    assert "Ingen av de 46 kommunene i utvalget har et slikt dokument i registeret." in said
    assert "Ta bort valget av fylke, så er det 5 dokumenter." in said
    assert "Ta bort valget av år, så er det 5 dokumenter." in said
    test.button[0].click().run()
    assert address(test) == {}
    assert heading(test).startswith("Lær av")


def test_no_municipality_of_that_size_in_the_county():
    assert "Ingen kommuner er både i fylket og av størrelsen du har valgt." in text(run(fylke="34", storrelse="50000-"))


@pytest.mark.parametrize(
    "wrong", [{"fylke": "99"}, {"type": "roman"}, {"aar": "1999"}, {"storrelse": "5"}, {"kommune": "9999"}]
)
def test_a_wrong_value_is_ignored_with_a_notice(wrong):
    test = run(**wrong)
    ((name, value),) = wrong.items()
    assert f"{name}={value}" in text(test)
    assert heading(test).endswith("av 357 kommuner")
    test.multiselect(key="type").select("plan").run()
    assert address(test) == {"type": "plan"}
    assert "kunne ikke brukes" not in text(test)
