"""The development page as a script: any address, steps in time, and playing the years."""

import re
from functools import partial

import pytest

from tests.ui.opened import address, html, open_page, text

run = partial(open_page, "utvikling")


def shown(test):
    """Tell which date the map shows."""
    return re.search(r'<p class="shown-date">(.*?)</p>', html(test)).group(1)


def press(test, label):
    next(button for button in test.button if button.label == label).click().run()
    assert not test.exception


def label_of_play(test):
    return test.button(key="spill_av").label


def test_it_opens_on_today_with_the_finding():
    test = run()
    assert "I 2023 hadde 32 av 357 kommuner en dokumentert frivillighetspolitikk, i dag har 27 det" in text(test)
    assert shown(test) == "I dag"
    assert "Viser alle 357 kommuner: 27 har vedtatt en politikk" in text(test)
    assert "Med samme definisjon har derfor 25 kommuner en annen status der" in text(test)
    assert address(test) == {}


@pytest.mark.parametrize(
    ("parameters", "said"),
    [
        ({"aar": "2019"}, "23 har vedtatt en politikk"),
        ({"aar": "2006"}, "1 har vedtatt en politikk"),
        ({"definisjon": "strict"}, "16 har vedtatt en politikk"),
        ({"aar": "2019", "definisjon": "wide"}, "Endringer i 2019"),
        ({"aar": "2026"}, "27 har vedtatt en politikk"),
    ],
)
def test_an_address_restores_the_view_and_stays(parameters, said):
    test = run(**parameters)
    assert said in text(test)
    assert address(test) == parameters
    assert "kunne ikke brukes" not in text(test)


@pytest.mark.parametrize(
    "parameters", [{"aar": "1900"}, {"aar": "abc"}, {"aar": "2027"}, {"aar": "2019-12-31"}, {"definisjon": "gul"}]
)
def test_a_wrong_value_is_ignored_with_a_notice_until_a_choice_is_made(parameters):
    test = run(**parameters)
    ((name, value),) = parameters.items()
    assert f"{name}={value}" in text(test)
    assert shown(test) == "I dag"
    press(test, "Forrige år")
    assert address(test) == {"aar": "2025"}
    assert f"{name}={value}" not in text(test)


def test_the_slider_and_the_buttons_go_to_a_year():
    test = run()
    test.select_slider(key="aar").set_value(2012).run()
    assert shown(test) == "31. desember 2012"
    assert address(test) == {"aar": "2012"}
    press(test, "Neste år")
    assert (shown(test), address(test)) == ("31. desember 2013", {"aar": "2013"})
    assert test.select_slider(key="aar").value == 2013
    press(test, "Forrige år")
    assert shown(test) == "31. desember 2012"


def test_there_is_no_year_before_the_first_nor_after_today():
    first, last = run(aar="2006"), run()

    def disabled(test):
        return {button.label for button in test.button if button.disabled}

    assert disabled(first) == {"Forrige år"}
    assert disabled(last) == {"Neste år"}


def test_playing_goes_on_to_the_present_day_and_stops():
    test = run(aar="2023")
    test.button(key="spill_av").click().run()
    assert (shown(test), label_of_play(test)) == ("31. desember 2023", "Stopp")
    assert test.select_slider(key="aar").disabled
    seen = []
    for _ in range(3):
        test.run()
        seen.append(shown(test))
    assert seen == ["31. desember 2024", "31. desember 2025", "I dag"]
    assert label_of_play(test) == "Spill av årene"
    assert address(test) == {}
    test.run()
    assert shown(test) == "I dag"


def test_playing_from_the_last_year_begins_with_the_first():
    test = run()
    test.button(key="spill_av").click().run()
    assert shown(test) == "31. desember 2006"


def test_stopping_keeps_the_year_and_writes_it():
    test = run(aar="2010")
    test.button(key="spill_av").click().run()
    test.run()
    assert address(test) == {"aar": "2010"}
    test.button(key="spill_av").click().run()
    assert (shown(test), label_of_play(test)) == ("31. desember 2011", "Spill av årene")
    assert address(test) == {"aar": "2011"}
    test.run()
    assert shown(test) == "31. desember 2011"


def test_the_definition_changes_everything_and_keeps_the_year():
    test = run(aar="2022")
    test.button_group(key="definisjon").set_value("strict").run()
    assert address(test) == {"definisjon": "strict", "aar": "2022"}
    assert shown(test) == "31. desember 2022"
    assert "18 har vedtatt en politikk" in text(test)
    assert "I 2023 hadde 20 av 357" in text(test)


def test_every_visible_label_is_norwegian():
    test = run()
    labels = [widget.label for kind in ("select_slider", "button", "button_group") for widget in test.get(kind)]
    assert len(labels) >= 4
    assert not re.search(r"\b(the|and|year|play|stop|next|previous)\b", " ".join(labels), re.IGNORECASE)
