"""The start page as a script: it runs with any address, and every choice changes what it says."""

import re
from functools import partial

import pytest

from tests.ui.opened import address, open_page, text

run = partial(open_page, "kart")


def test_it_answers_at_once():
    shown = text(run())
    assert re.search(r"38 av 357 kommuner har en dokumentert frivillighetspolitikk", shown)
    assert "Viser alle 357 kommuner" in shown
    assert "Innlandet 4 5 1 2 34 46" in shown


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"fylke": "34"}, "Viser 46 kommuner i Innlandet"),
        ({"fylke": "03"}, "Viser 1 kommune i Oslo: 1 har vedtatt en politikk."),
        ({"fylke": "03,34,46"}, "kommuner i Oslo, Innlandet og Vestland"),
        ({"status": "adopted"}, "Viser 38 av 357 kommuner: 38 har vedtatt"),
        ({"storrelse": "50000-"}, "med 50 000 og flere innbyggere"),
        ({"definisjon": "strict"}, "streng definisjon"),
        ({"dato": "2019-12-31"}, "31. desember 2019 hadde"),
        ({"niva": "fylker"}, "Andel av kommunene i fylket som har vedtatt"),
        ({"kommune": "4601"}, "Bergen"),
        ({"kommune": "1508", "fylke": "15"}, "Ålesund"),
        ({"kommune": "1580"}, "Haram"),
        ({"fylke": "55", "status": "adopted"}, "Viser 0 av 21 kommuner i Troms."),
    ],
)
def test_an_address_restores_the_view_and_stays(parameters, said):
    test = run(**parameters)
    assert said in text(test)
    assert address(test) == parameters
    assert "kunne ikke brukes" not in text(test)


@pytest.mark.parametrize(
    "parameters",
    [
        {"fylke": "99"},
        {"status": "grønn"},
        {"storrelse": "0-"},
        {"definisjon": "løs"},
        {"dato": "31.12.2019"},
        {"niva": "land"},
        {"kommune": "301"},
        {"kommune": "9999"},
    ],
)
def test_a_wrong_value_is_ignored_with_a_notice(parameters):
    test = run(**parameters)
    ((name, value),) = parameters.items()
    assert f"{name}={value}" in text(test)
    assert "Viser alle 357 kommuner" in text(test)


def test_choices_go_into_the_address_and_clear_together():
    test = run()
    test.multiselect(key="fylke").select("46").run()
    assert address(test) == {"fylke": "46"}
    test.button_group(key="definisjon").set_value("wide").run()
    assert address(test) == {"fylke": "46", "definisjon": "wide"}
    assert "Viser 43 kommuner i Vestland" in text(test)
    next(button for button in test.button if button.label == "Nullstill alle valg").click().run()
    assert address(test) == {}
    assert "Viser alle 357 kommuner" in text(test)
    assert not test.exception


def test_the_notice_goes_with_the_first_choice():
    test = run(fylke="99")
    test.multiselect(key="fylke").select("46").run()
    assert "kunne ikke brukes" not in text(test)
    assert address(test) == {"fylke": "46"}


def test_searching_opens_the_card_and_closing_it_leaves_no_trace():
    test = run()
    test.text_input(key="sok").input("tromso").run()
    test.button(key="treff_5501").click().run()
    assert address(test) == {"kommune": "5501"}
    assert "alle kommuner i Troms" in text(test)
    next(button for button in test.button if button.label == "Lukk kortet").click().run()
    assert address(test) == {}


def test_a_municipality_without_observations_is_no_dead_end(register):
    number = register.municipalities.index.difference(register.tables.policy_status["kommunenummer"])[0]
    assert "Det betyr ikke at den mangler en politikk" in text(run(kommune=number))


@pytest.mark.parametrize("date", ["2006-01-01", "2017-05-23", "2020-12-31"])
def test_any_date_in_the_past(date):
    shown = text(run(dato=date))
    assert "av dagens 357 kommuner" in shown


def test_every_visible_label_is_norwegian():
    test = run(kommune="4601")
    labels = [
        widget.label for kind in ("multiselect", "text_input", "date_input", "button") for widget in test.get(kind)
    ]
    assert labels
    assert not re.search(r"\b(the|and|select|choose|search|clear|date)\b", " ".join(labels), re.IGNORECASE)
