"""The renewal page as a script: the country, counties, and odd addresses."""

from functools import partial

import pytest

from tests.ui.opened import address, open_page, text

run = partial(open_page, "fornyelse")


def test_the_whole_country():
    said = text(run())
    assert "2 dokumenter går ut i 2026 eller 2027, og 11 kommuner har en politikk" in said
    assert "en av Frivillighet Norges ti anbefalinger" in said
    assert said.index("Går ut i år eller neste år") < said.index("Blir snart ubekreftet")


@pytest.mark.parametrize(
    ("county", "said"),
    [
        ("42", "1 dokument går ut i Agder i 2026 eller 2027"),
        ("55", "Ingen dokumenter går ut i Troms i år eller neste år."),
        ("33,46", "Ingen dokumenter går ut i Buskerud og Vestland i 2026 eller 2027, og 3 kommuner"),
    ],
)
def test_an_address_restores_the_view_and_stays(county, said):
    test = run(fylke=county)
    assert said in text(test)
    assert address(test) == {"fylke": county}
    assert "kunne ikke brukes" not in text(test)


@pytest.mark.parametrize("county", ["99", "Troms", "4601"])
def test_a_wrong_county_is_ignored_with_a_notice(county):
    test = run(fylke=county)
    assert f"fylke={county}" in text(test)
    assert "11 kommuner har en politikk" in text(test)
    test.multiselect(key="fylke").select("42").run()
    assert address(test) == {"fylke": "42"}
    assert f"fylke={county}" not in text(test)
