"""The county page as a script: every county, odd addresses, and the choice that goes into the address."""

import re
from functools import partial

import pytest

from tests.ui.opened import address, heading, html, open_page, text

run = partial(open_page, "fylke")


def test_without_a_county_all_fifteen_councils():
    test = run()
    shown = text(test)
    assert heading(test) == "4 av 15 fylkeskommuner har en dokumentert frivillighetspolitikk"
    assert html(test).count('href="fylke?fylke=') == 15
    assert "Vestland Utløpt eller ubekreftet, gjaldt til 2022 Frivilligstrategi for Vestland 2021-2022" in shown
    assert "Møre og Romsdal Vedtatt, kilden er udatert" in shown
    assert "inngått 16. februar 2023, Frivillighet Norge 3 av 27, 11,1 %" in shown
    assert "omtalt i 2024, Kaukus (sak 3/24 i Agder) 5 av 25, 20,0 %" in shown
    assert address(test) == {}


def test_a_county():
    test = run(fylke="34")
    shown = text(test)
    assert heading(test) == "Innlandet: 4 av 46 kommuner har en dokumentert frivillighetspolitikk"
    assert "Det er 8,7 % av kommunene, og 20,2 % av fylkets innbyggere bor i dem." in shown
    assert "34 kommuner er ikke undersøkt, så tallet er et minstetall." in shown
    assert "Nummer 11 av 15" in shown
    assert "76 781 av 379 488 innbyggere" in shown
    for said in ("Vedtatt 4 av 46 8,7 %", "Under arbeid 5 av 46", "Ingen funnet 2 av 46", "Ikke undersøkt 34 av 46"):
        assert said in shown
    assert html(test).count('href="kommune?kommune=34') == 46
    assert "7 av 46 kommuner har en annen status i dag på grunn av udaterte kilder" in shown
    assert "Før 2024" not in shown
    assert address(test) == {"fylke": "34"}


def test_every_county_is_shown(register):
    for county, name in register.county_names.items():
        assert heading(run(fylke=county)).startswith(f"{name}: ")


def test_oslo_is_both():
    test = run(fylke="03")
    shown = text(test)
    assert heading(test) == "Oslo: 1 av 1 kommune har en dokumentert frivillighetspolitikk"
    assert "Oslo er både kommune og fylke, så andelen kan bare være 0 eller 100 %." in shown
    assert "Oslo som fylke Egen politikk Vedtatt 14. desember 2016" in shown
    assert 'href="kommune?kommune=0301"' in html(test)


def test_a_printed_count_that_cannot_be_right():
    shown = text(run(fylke="39"))
    assert "8 av 12 kommuner , 8. juli 2024" in shown
    assert "Vestfold: oppgitt som 8 av 12, men fylket har 6 kommuner. Tallet er derfor ikke med i diagrammet." in shown
    assert "Frivillighet Norges egen telling ga" not in shown


def test_a_printed_total_that_was_right_then_has_no_remark():
    shown = text(run(fylke="15"))
    assert "3 av 26 kommuner , juni 2022" in shown
    assert "oppgitt som" not in shown
    assert "Delt nummer 8 av 15" in shown
    assert "Like stor andel har Buskerud (2 av 18)." in shown


def test_a_county_that_was_split():
    shown = text(run(fylke="55"))
    assert "Troms var en del av Troms og Finnmark fra 2020 til 2023, sammen med Finnmark." in shown
    assert "Det en kilde fra de årene sier om alle kommunene i Troms og Finnmark, står på hver av dem." in shown
    assert "17. juli 2021 Radio Nordkapp, etter Frivillighet Norge Sagt om hele Troms og Finnmark" in shown
    assert "Delt nummer 14 av 15" in shown
    assert "Ingen av fylkets 171 218 innbyggere" in shown
    assert "ikke undersøkt, så tallet er et minstetall" not in shown


def test_the_council_itself():
    shown = text(run(fylke="18"))
    assert "Vedtatt i 2020" in shown
    assert "En av kildene oppgir at dokumentet gjaldt til 2024." in shown
    shown = text(run(fylke="40"))
    assert "Telemark fylkeskommune vant prisen Årets frivillighetskommune i 2017." in shown
    assert "Sagt før fylket ble en del av Vestfold og Telemark i 2020." in shown
    shown = text(run(fylke="46"))
    assert "Avtale inngått 28. mai 2021" in shown
    assert "Vestland fylkeskommune og Frivillighet Norge skriver under en intensjonsavtale" in shown


@pytest.mark.parametrize(
    ("former", "names"), [("30", "Viken"), ("38", "Vestfold og Telemark"), ("54", "Troms og Finnmark")]
)
def test_a_former_number_offers_the_counties_of_today(former, names, register):
    test = run(fylke=former)
    assert f"Fylkesnummer {former} var {names}, som ble delt 1. januar 2024." in text(test)
    notice = re.search(r'<div class="notice".*?</div>', html(test), re.DOTALL).group()
    assert set(re.findall(r"fylke=(\d\d)", notice)) == {
        number for number, name in register.county_names.items() if name in re.findall(r">([^<>]+)</a>", notice)
    }
    assert len(re.findall("<a ", notice)) == (3 if former == "30" else 2)
    assert address(test) == {"fylke": former}
    assert "kunne ikke brukes" not in text(test)


def test_an_older_number_says_where_its_municipalities_are():
    assert "Fylkesnummer 12 er ikke lenger i bruk. Kommunene er nå i Vestland ." in text(run(fylke="12"))


@pytest.mark.parametrize("wrong", ["99", "3", "Innlandet", "34,46", "<b>"])
def test_an_unknown_county_is_ignored_with_a_notice(wrong):
    test = run(fylke=wrong)
    assert "kunne ikke brukes" in text(test)
    assert "<b>=" not in html(test)
    assert heading(test).startswith("4 av 15 fylkeskommuner")


def test_the_choice_goes_into_the_address_and_back():
    test = run(fylke="30")
    test.selectbox(key="valgt_fylke").select("46").run()
    assert address(test) == {"fylke": "46"}
    assert heading(test).startswith("Vestland: 2 av 43")
    assert "Fylkesnummer 30" not in text(test)
    test.selectbox(key="valgt_fylke").select("").run()
    assert address(test) == {}
    assert heading(test).startswith("4 av 15")
    assert not test.exception


def test_notes_in_english_are_not_shown(register):
    shown = " ".join(text(run(fylke=county)) for county in ("31", "40", "50"))
    for note in register.tables.county_policy_status["note"]:
        assert not note or note not in shown
