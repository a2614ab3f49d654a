"""The sentences that say why: one for each branch of the rule, in plain bokmål."""

import pytest

from lib.register.reasoning import Ground
from lib.texts.reasoning import reasoning_sentence

SENTENCES = [
    (
        "valid",
        {"document_type": "plan", "valid_to": "2025", "confirmed": "2023-12"},
        "planen gjelder til 2025, sist bekreftet i desember 2023.",
    ),
    (
        "valid",
        {"document_type": "plan", "adopted_on": "2022-02-17", "valid_to": "2030", "confirmed": "2022"},
        "planen ble vedtatt 17. februar 2022 og gjelder til 2030.",
    ),
    (
        "valid",
        {"valid_to": "2030", "progress": "2024"},
        "politikken gjelder til 2030. En ny er på vei, ifølge en kilde fra 2024.",
    ),
    (
        "recent",
        {"document_type": "strategi", "adopted_on": "2017-10", "confirmed": "2019"},
        "strategien ble vedtatt i oktober 2017, sist bekreftet i 2019. "
        "Uten sluttdato regnes et vedtak som gjeldende i åtte år.",
    ),
    (
        "recent",
        {"confirmed": "2019-07", "valid_to": "2025"},
        "en kilde fra juli 2019 sier at politikken er vedtatt. En kilde oppgir at dokumentet gjaldt til 2025, men en "
        "annen oppgir ingen sluttdato. Uten sluttdato regnes et vedtak som gjeldende i åtte år.",
    ),
    (
        "undated",
        {"document_type": "melding"},
        "en udatert kilde sier at meldingen er vedtatt. "
        "Uten dato og sluttdato regnes vedtaket som gjeldende så lenge ingen senere kilde motsier det.",
    ),
    ("none", {"confirmed": "2022-06"}, "en kilde fra juni 2022 sier at kommunen ikke har noen."),
    (
        "none",
        {"confirmed": "2024-07-08", "about": "alle kommuner i Troms", "earlier": ""},
        "en kilde fra 8. juli 2024 sier at kommunen ikke har noen. Den går foran en udatert kilde, som kjente til et "
        "vedtak. Kilden sier dette om alle kommuner i Troms.",
    ),
    ("in_progress", {"confirmed": "2024"}, "en kilde fra 2024 sier at kommunen arbeider med en politikk."),
    (
        "in_progress",
        {"earlier": "2018", "valid_to": "2021"},
        "en udatert kilde sier at kommunen arbeider med en politikk. Den forrige gjaldt til 2021.",
    ),
    (
        "in_progress",
        {"confirmed": "2024", "earlier": "2012"},
        "en kilde fra 2024 sier at kommunen arbeider med en politikk. En tidligere politikk er kjent fra en kilde fra "
        "2012.",
    ),
    (
        "stale_progress",
        {"confirmed": "2018-05"},
        "arbeidet med en politikk er sist omtalt i mai 2018. Etter fire år regnes det ikke lenger som pågående, og vi "
        "vet ikke hva det førte til.",
    ),
    (
        "ended",
        {"document_type": "plan", "adopted_on": "2017-06", "valid_to": "2021", "progress": "2019"},
        "planen gjaldt til 2021, og ingen av kildene som teller med, nevner en senere. Arbeidet med en ny er sist "
        "omtalt i 2019 og regnes ikke lenger som pågående.",
    ),
    (
        "unconfirmed",
        {"document_type": "other", "confirmed": "2016"},
        "dokumentet er sist bekreftet i 2016, for mer enn åtte år siden, og har ingen kjent sluttdato.",
    ),
    (
        "unconfirmed",
        {"document_type": "erklæring", "adopted_on": "2016-02", "confirmed": "2016"},
        "erklæringen ble vedtatt i februar 2016, for mer enn åtte år siden, og ingen av kildene som teller med, har "
        "bekreftet vedtaket siden.",
    ),
    (
        "contradicted",
        {"confirmed": "2012", "progress": "2018"},
        "en kilde fra 2012 kjente til et vedtak, en senere kilde sa at det ikke fantes, og arbeidet som siden ble tatt "
        "opp, er sist omtalt i 2018.",
    ),
    (
        "predecessors",
        {"predecessors": ("Sund", "Fjell")},
        "kildene vi kjenner, gjelder Sund og Fjell, som siden er blitt en del av kommunen. "
        "En ny kommune begynner på nytt.",
    ),
    (
        "left_out",
        {},
        "ingen av kildene vi kjenner, er sterke nok til å telle med den definisjonen som er valgt.",
    ),
    ("nothing", {}, "vi kjenner ingen kilde som sier noe om kommunen. Den kan ha en politikk likevel."),
]


@pytest.mark.parametrize(("ground", "facts", "sentence"), SENTENCES)
def test_the_sentence(ground, facts, sentence):
    assert reasoning_sentence(ground, **facts) == sentence


def test_every_branch_has_one():
    assert {ground for ground, _facts, _sentence in SENTENCES} == {ground.value for ground in Ground}
