"""The comparison page as a script: it runs with any address, and every choice changes what it says."""

import re
from functools import partial

import pytest

from tests.ui.opened import address, open_page, text

run = partial(open_page, "sammenlign")


def button(test, label):
    return next(button for button in test.button if button.label == label)


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"kommuner": "4601,1146,1151"}, "Bergen er den eneste av de 3 som har en dokumentert"),
        ({"kommuner": "0301,4601"}, "Både Oslo og Bergen har en dokumentert"),
        ({"kommuner": "1580,1508"}, "Haram"),
        ({"kommuner": "1515,1818"}, "Herøy (Møre og Romsdal)"),
        ({"kommuner": "1151"}, "Velg minst én til"),
        ({"kommuner": "4601,0301", "definisjon": "strict"}, "streng definisjon"),
        ({"fylker": "34,46,39"}, "Av de 3 fylkene har Vestfold størst andel"),
        ({"fylker": "03"}, "Velg minst ett til"),
        ({"fylker": "55,56"}, "Ingen av kommunene i Troms og Finnmark"),
        ({"niva": "fylker"}, "Sammenlign fylker"),
        ({}, "Sammenlign kommuner"),
    ],
)
def test_an_address_restores_the_view_and_stays(parameters, said):
    test = run(**parameters)
    assert said in text(test)
    assert address(test) == parameters
    assert "kunne ikke brukes" not in text(test)


@pytest.mark.parametrize(
    ("parameters", "ignored"),
    [
        ({"kommuner": "4601,9999,301"}, ["kommuner=9999", "kommuner=301"]),
        ({"kommuner": "4601,1103", "fylker": "34,46"}, ["fylker=34,46"]),
        ({"fylker": "34,99"}, ["fylker=99"]),
        ({"kommuner": "Bergen"}, ["kommuner=Bergen"]),
        ({"kommuner": "4601", "definisjon": "løs"}, ["definisjon=løs"]),
        ({"niva": "land"}, ["niva=land"]),
    ],
)
def test_a_wrong_value_is_ignored_with_a_notice(parameters, ignored):
    shown = text(run(**parameters))
    assert "kunne ikke brukes" in shown
    for item in ignored:
        assert item in shown


def test_municipalities_go_before_counties():
    test = run(kommuner="4601,1103", fylker="34,46")
    assert "Både Bergen og Stavanger" in text(test)
    button(test, "Fjern Bergen").click().run()
    assert address(test) == {"kommuner": "1103"}


def test_the_first_six_of_seven_with_a_notice():
    test = run(kommuner="0301,4601,5001,1103,3201,4204,3301")
    assert "Drammen er ikke med: du kan sammenligne høyst seks" in text(test)
    assert "5 av 6 har en dokumentert" in text(test)
    assert "Seks er valgt" in text(test)
    assert not [field for field in test.text_input if field.key == "sok"]
    button(test, "Fjern Oslo").click().run()
    assert address(test) == {"kommuner": "4601,5001,1103,3201,4204"}
    assert "er ikke med" not in text(test)
    assert [field.key for field in test.text_input] == ["sok"]


def test_a_former_number_leads_to_todays_with_a_notice():
    test = run(kommuner="3024,4601")
    assert "Nummeret 3024 (Bærum) er ikke lenger i bruk. Her vises Bærum, nummer 3201." in text(test)
    button(test, "Fjern Bergen").click().run()
    assert address(test) == {"kommuner": "3201"}
    assert "ikke lenger i bruk" not in text(test)


def test_a_number_that_was_split_offers_the_choice():
    test = run(kommuner="4601,1850")
    html = " ".join(block.proto.body for block in test.get("html"))
    assert "Nummeret 1850 (Tysfjord) er ikke lenger i bruk" in text(test)
    assert 'href="sammenlign?kommuner=4601,1806"' in html
    assert 'href="sammenlign?kommuner=4601,1875"' in html


def test_a_former_county_offers_the_choice():
    test = run(fylker="30")
    assert "Nummeret 30 (Viken) er ikke lenger i bruk" in text(test)
    html = " ".join(block.proto.body for block in test.get("html"))
    assert 'href="sammenlign?fylker=31"' in html


def test_searching_adds_a_place_and_a_second_time_changes_nothing():
    test = run(kommuner="4601")
    test.text_input(key="sok").input("utsira").run()
    test.button(key="treff_1151").click().run()
    assert address(test) == {"kommuner": "4601,1151"}
    test.text_input(key="sok").input("bergen").run()
    test.button(key="treff_4601").click().run()
    assert address(test) == {"kommuner": "4601,1151"}
    assert "Bergen er allerede med." in text(test)
    button(test, "Fjern Utsira").click().run()
    button(test, "Fjern Bergen").click().run()
    assert address(test) == {}
    assert "Sammenlign kommuner" in text(test)


def test_suggested_sets_replace_the_choice(register):
    test = run(kommuner="1580")
    button(test, "Naboene til Haram").click().run()
    beside = register.tables.neighbours
    beside = set(beside.loc[beside["kommunenummer"] == "1580", "nabo"])
    chosen = address(test)["kommuner"].split(",")
    assert chosen[0] == "1580"
    assert set(chosen[1:]) <= beside
    button(test, "I samme fylke som Haram").click().run()
    chosen = address(test)["kommuner"].split(",")
    assert len(chosen) == 6
    assert all(number.startswith("15") for number in chosen)


def test_no_suggestion_without_others():
    labels = [button.label for button in run(kommuner="0301").button]
    assert "Naboene til Oslo" in labels
    assert "I samme fylke som Oslo" not in labels
    assert "Naboene til Utsira" not in [button.label for button in run(kommuner="1151").button]


def test_examples_lead_on():
    test = run()
    assert "Oslo, Bergen, Trondheim, Stavanger og Bærum" in text(test)
    button(test, "De fem største kommunene").click().run()
    assert address(test) == {"kommuner": "0301,4601,5001,1103,3201"}
    test = run(niva="fylker")
    button(test, "Fylkene som var Viken").click().run()
    assert address(test) == {"fylker": "31,32,33"}


def test_counties_are_picked_in_the_order_of_the_clicks_and_six_at_most():
    test = run(niva="fylker")
    for number in ("56", "03", "34", "46", "50", "11"):
        pills = test.button_group(key="fylkesvalg")
        pills.set_value([*pills.value, number]).run()
    assert address(test) == {"fylker": "56,03,34,46,50,11"}
    pills = test.button_group(key="fylkesvalg")
    pills.set_value([*pills.value, "42"]).run()
    assert address(test) == {"fylker": "56,03,34,46,50,11"}
    assert "høyst seks fylker" in text(test)
    test.button_group(key="fylkesvalg").set_value(["03", "34"]).run()
    assert address(test) == {"fylker": "03,34"}
    assert "høyst seks" not in text(test)


def test_the_switch_keeps_each_choice():
    test = run(kommuner="4601,1103")
    test.button_group(key="niva").set_value("fylker").run()
    assert address(test) == {"niva": "fylker"}
    test.button_group(key="fylkesvalg").set_value(["03", "34"]).run()
    assert address(test) == {"fylker": "03,34"}
    test.button_group(key="niva").set_value("kommuner").run()
    assert address(test) == {"kommuner": "4601,1103"}


def test_the_definition_changes_the_status():
    test = run(kommuner="1149,4601")
    assert "Både Karmøy og Bergen" in text(test)
    test.button_group(key="definisjon").set_value("strict").run()
    assert address(test) == {"kommuner": "1149,4601", "definisjon": "strict"}
    assert "1 av 2 har en dokumentert frivillighetspolitikk: Bergen" in text(test)


def test_without_dated_sources_there_is_no_line_of_time(register):
    silent = register.municipalities.index.difference(register.tables.policy_status["kommunenummer"])[:2]
    assert "Vi kjenner ingen kilde som teller, så det er ingen tidslinje" in text(run(kommuner=",".join(silent)))
    assert "Ingen av kildene er datert" in text(run(kommuner="3440"))


def test_no_english_in_the_labels():
    test = run(kommuner="4601,1151")
    labels = [widget.label for kind in ("text_input", "button") for widget in test.get(kind)]
    assert "Fjern Utsira" in labels
    assert not re.search(r"\b(the|and|select|choose|search|clear|remove)\b", " ".join(labels), re.IGNORECASE)
