"""The ten recommendations: all there, complete, and with keys that files of answers can rely on."""

import re

import pytest

from lib.guide.recommendations import recommendations
from lib.texts.language import Language, speaking
from tests.lix import lix

# These stand in files that municipalities have saved; a change would make the files unreadable.
KEYS = {
    "kjenn-frivilligheten": ["oversikt", "behov", "samarbeid"],
    "vedta-en-politikk": ["vedtatt", "dialog", "planer", "revisjon"],
    "egenverdi": ["selvstendig", "bredde", "skille"],
    "gjor-det-enkelt": ["kontakt", "soknad", "rapport"],
    "utvikling-og-tillit": ["onsker", "nye", "tillit"],
    "dialog": ["moteplass", "horing", "opplaering", "kveldstid"],
    "merverdi": ["skrevet", "kritikk", "kunnskap"],
    "frie-midler": ["drift", "kriterier", "flere-ar"],
    "rekruttering": ["egne", "hjelp", "avtale"],
    "forutsigbarhet": ["lokaler", "booking", "varsel"],
}


def texts(advice) -> list[str]:
    return [
        advice.summary,
        *advice.practice,
        *advice.questions,
        *(statement.text for statement in advice.statements),
        advice.next_step,
    ]


def test_the_keys_never_change():
    assert {each.key: [statement.key for statement in each.statements] for each in recommendations()} == KEYS
    assert [each.key for each in recommendations()] == list(KEYS)


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("place", range(10))
def test_each_is_complete_in_every_language(place, language):
    with speaking(language):
        advice = recommendations()[place]
    assert 2 <= len(advice.questions) <= 4
    assert 2 <= len(advice.statements) <= 4
    assert len(advice.practice) >= 3
    assert all(each.endswith("?") for each in advice.questions)
    assert all(text.endswith(".") for text in texts(advice) if text not in advice.questions)
    assert len(set(texts(advice))) == len(texts(advice))
    assert re.fullmatch(r"[^\W\d_].*[^.?!:]", advice.title)
    assert 0 < len(advice.short) <= len(advice.title)
    assert len(advice.short) <= 30


@pytest.mark.parametrize("language", [Language.BOKMAL, Language.NYNORSK])
@pytest.mark.parametrize("place", range(10))
def test_each_is_easy_to_read(place, language):
    with speaking(language):
        advice = recommendations()[place]
    assert lix(f"{advice.title}. {' '.join(texts(advice))}") < 45


def test_the_measure_itself():
    assert lix("Dette er en kort setning. Her er en til.") == pytest.approx(9 / 2 + 100 * 1 / 9)
    assert lix("Den ble vedtatt 1. mai 2019.") == pytest.approx(6 / 1 + 100 * 1 / 6)
    assert lix("Kommunestyrerepresentantenes informasjonsutveksling") > 100
