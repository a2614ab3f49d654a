"""The municipality page as a script: typical and odd addresses, and municipalities of every kind."""

import re
from functools import partial

import pytest

from tests.ui.opened import address, heading, html, open_page, text

run = partial(open_page, "kommune")


def test_without_a_municipality_it_says_what_it_is_for():
    test = run()
    assert heading(test) == "Finn en kommune"
    assert "Her står det registeret vet om én kommune" in text(test)
    assert html(test).count('href="fylke?fylke=') == 15
    assert [field.label for field in test.text_input] == ["Finn en kommune"]
    assert address(test) == {}


def test_a_typical_one():
    test = run(kommune="4204")
    shown = text(test)
    assert heading(test) == "Kristiansand"
    assert "Vedtatt: planen gjelder til 2026, sist bekreftet i 2022." in shown
    assert "Over tid" in shown
    assert re.search(r"\d+ kilder, de nyeste først", shown)
    assert re.search(r"\d av \d nabokommuner har vedtatt", shown)
    assert "Kommunene i Agder 5 av 25 har vedtatt (20,0 %). Kristiansand er en av dem." in shown
    assert "Kommuner med 50 000 og flere innbyggere 12 av 21 har vedtatt" in shown
    assert "Kommune: Kristiansand, nummer 4204" in shown
    assert address(test) == {"kommune": "4204"}


@pytest.mark.parametrize(
    ("number", "name", "said"),
    [
        ("0301", "Oslo", "Oslo er den eneste med status «vedtatt»"),
        ("1580", "Haram", "Ikke undersøkt: vi kjenner ingen kilde"),
        ("3201", "Bærum", "Utløpt eller ubekreftet: meldingen er sist bekreftet i 2012"),
        ("3413", "Stange", "Under arbeid: en kilde fra 2023 sier at kommunen arbeider med en politikk."),
        ("4601", "Bergen", "Bergen vant prisen Årets frivillighetskommune i 2023."),
        ("5001", "Trondheim", "Gjelder tidligere Klæbu, som ble en del av kommunen i 2020."),
    ],
)
def test_kinds_of_municipalities(number, name, said):
    test = run(kommune=number)
    assert heading(test) == name
    assert said in text(test)
    assert "kunne ikke brukes" not in text(test)


def test_a_municipality_without_observations_is_no_empty_page(register):
    test = run(kommune="1835")
    shown = text(test)
    assert "1835" not in set(register.tables.policy_status["kommunenummer"])
    assert "Ikke undersøkt: vi kjenner ingen kilde" in shown
    assert "Hva vi har sett etter" in shown
    assert "Hva vi ikke vet" in shown
    assert "Send oss det du vet" in shown
    assert "Ingen nabokommuner" in shown
    assert "Over tid" not in shown
    assert not test.button_group


@pytest.mark.parametrize("number", ["1835", "1850", ""])
def test_the_definition_outlives_pages_that_do_not_ask_for_it(number):
    test = run(kommune=number, definisjon="strict")
    test.text_input(key="sok").input("bergen").run()
    test.button(key="treff_4601").click().run()
    assert not test.exception
    assert heading(test) == "Bergen"
    assert address(test) == {"kommune": "4601", "definisjon": "strict"}
    assert "streng definisjon" in text(test)


@pytest.mark.parametrize(("number", "names"), [("4624", "Fusa"), ("3118", "Askim og Eidsberg")])
def test_predecessors_alone(number, names):
    shown = text(run(kommune=number))
    assert f"Ikke undersøkt: kildene vi kjenner, gjelder {names}" in shown
    assert "En ny kommune begynner på nytt." in shown


def test_predecessors_without_dates_have_no_timeline():
    assert "Ingen av kildene er datert, så det er ingen tidslinje å vise." in text(run(kommune="4647"))


def test_a_former_number_leads_to_todays_with_a_notice():
    test = run(kommune="3024")
    assert heading(test) == "Bærum"
    assert "3024 var nummeret til Bærum til og med 2023. I dag har kommunen nummer 3201." in text(test)
    assert "kunne ikke brukes" not in text(test)
    assert address(test) == {"kommune": "3024"}
    test.button_group(key="definisjon").set_value("strict").run()
    assert address(test) == {"kommune": "3201", "definisjon": "strict"}


def test_a_split_number_offers_the_choice():
    test = run(kommune="1850")
    assert heading(test) == "Tysfjord er delt"
    links = re.findall(r'href="(kommune\?kommune=\d{4})" data-internal', html(test))
    assert links == ["kommune?kommune=1806", "kommune?kommune=1875"]
    assert "kunne ikke brukes" not in text(test)


@pytest.mark.parametrize("value", ["9999", "301", "Bergen", "<b>"])
def test_an_unknown_number_gives_a_notice_and_the_way_on(value):
    test = run(kommune=value)
    assert heading(test) == "Finn en kommune"
    assert "kunne ikke brukes" in text(test)
    assert "kommune=" + value.replace("<", "&lt;").replace(">", "&gt;") in html(test)


def test_a_wrong_definition_gives_a_notice_and_the_usual_one():
    test = run(kommune="4601", definisjon="løs")
    assert heading(test) == "Bergen"
    assert "definisjon=løs" in text(test)
    assert "vanlig definisjon" in text(test)


def test_the_definition_changes_the_status_and_stays_in_links():
    test = run(kommune="5035", definisjon="wide")
    assert "ingen av kildene vi kjenner, er sterke nok" not in text(test)
    assert "definisjon=wide" in re.search(r'href="\./\?([^"]*)"[^>]*>Vis i kartet', html(test)).group(1)
    test.button_group(key="definisjon").set_value("standard").run()
    assert "Ikke undersøkt: ingen av kildene vi kjenner, er sterke nok" in text(test)
    assert address(test) == {"kommune": "5035"}


def test_searching_leads_to_another():
    test = run(kommune="3024")
    test.text_input(key="sok").input("tromso").run()
    test.button(key="treff_5501").click().run()
    assert heading(test) == "Tromsø"
    assert address(test) == {"kommune": "5501"}
    assert "3024" not in text(test)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("", None),
        ("mailto:navn@eksempel.no", "Send som e-post"),
        ("https://eksempel.no/ny", "Meld inn som sak"),
    ],
)
def test_corrections_go_where_the_setting_says(monkeypatch, value, said):
    monkeypatch.setenv("FRIVILLIG_RETTELSER", value)
    shown = html(run(kommune="1835"))
    assert '<textarea id="rettelse-tekst" readonly' in shown
    assert (value in shown) if said is None else (said in shown and f'href="{value}?' in shown)


def test_every_municipality_has_a_page(register):
    test = run()
    for number, name in register.municipalities["navn"].iloc[::30].items():
        test.query_params["kommune"] = number
        test.run()
        assert not test.exception
        assert heading(test) == name
