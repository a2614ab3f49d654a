import pytest

from lib.register.sizes import SizeClass
from lib.register.status import Basis, Definition, Status
from lib.texts.sentences import places_phrase, summary
from lib.texts.words import (
    confidence_word,
    definition_meaning,
    definition_word,
    document_type_word,
    share_class_words,
    since_phrase,
    size_word,
    status_meaning,
    status_word,
)


def summary_of(*arguments, **options):
    return summary(*arguments, **options).replace("\u00a0", " ")


COUNTS = {"adopted": 4, "in_progress": 5, "expired": 1, "none": 0, "unknown": 36}


def test_places():
    assert places_phrase([], []) == ""
    assert places_phrase(["Innlandet"], []) == "i Innlandet"
    assert places_phrase(["Agder", "Oslo"], ["under 2 000", "2 000–4 999"]) == (
        "i Agder og Oslo med under 2 000 eller 2 000–4 999 innbyggere"
    )
    assert places_phrase(["A", "B", "C", "D"], []) == "i 4 fylker"


def test_summary_of_a_county():
    assert summary_of(COUNTS, [], 46, "i Innlandet") == (
        "Viser 46 kommuner i Innlandet: 4 har vedtatt en politikk, 5 arbeider med en, "
        "1 har en som er utløpt eller ubekreftet og 36 er ikke undersøkt."
    )


def test_summary_of_the_country():
    assert summary_of(COUNTS, [], 46, "").startswith("Viser alle 46 kommuner: 4 har vedtatt")


def test_summary_of_one_status_keeps_the_denominator():
    assert summary_of(COUNTS, ["adopted"], 46, "i Innlandet") == (
        "Viser 4 av 46 kommuner i Innlandet: 4 har vedtatt en politikk."
    )


def test_summary_of_a_status_that_nobody_has():
    assert summary_of(COUNTS, ["none"], 46, "") == "Viser 0 av 46 kommuner."


def test_summary_of_nothing():
    assert summary_of(dict.fromkeys(COUNTS, 0), [], 0, "i Oslo") == "Ingen kommuner passer til valgene dine."


def test_summary_of_one_municipality_in_the_singular():
    assert "1 kommune i Oslo" in summary_of(COUNTS, [], 1, "i Oslo")


def test_summary_names_date_and_definition():
    text = summary_of(COUNTS, [], 46, "", when="31. desember 2019", definition="Streng")
    assert "Slik var det 31. desember 2019" in text
    assert "streng definisjon" in text


@pytest.mark.parametrize("status", list(Status))
def test_every_status_has_words(status):
    assert status_word(status)
    assert status_meaning(status).endswith(".")


@pytest.mark.parametrize("definition", list(Definition))
def test_every_definition_has_words(definition):
    assert definition_word(definition)
    assert definition_meaning(definition).endswith(".")


def test_every_code_in_the_data_has_words(register):
    observations = register.tables.policy_status
    assert all(confidence_word(code) for code in observations["confidence"].unique())
    assert all(document_type_word(code) for code in observations["document_type"].unique() if code)


def test_size_classes_in_words():
    assert [size_word(size.smallest, size.largest).replace("\u00a0", " ") for size in SizeClass] == [
        "under 2 000", "2 000–4 999", "5 000–9 999", "10 000–19 999", "20 000–49 999", "50 000 og flere",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("status", "since", "basis", "words"),
    [
        ("adopted", "2016-12-14", Basis.ADOPTED_ON, "vedtatt 14. desember 2016"),
        ("adopted", "2015", Basis.ADOPTED_ON, "vedtatt i 2015"),
        ("adopted", "2021", Basis.VALID_FROM, "gjelder fra 2021"),
        ("adopted", "2022-06", Basis.KNOWN_SINCE, "kjent siden juni 2022"),
        ("adopted", "", Basis.UNDATED, "kilden er udatert"),
        ("expired", "2023", Basis.VALID_TO, "gjaldt til 2023"),
        ("expired", "2017-10", Basis.LAST_SEEN, "sist bekreftet i oktober 2017"),
        ("in_progress", "2024-03-22", Basis.LAST_SEEN, "sist omtalt 22. mars 2024"),
        ("none", "2024-07-08", Basis.LAST_SEEN, "ifølge en kilde fra 8. juli 2024"),
        ("unknown", "2017", Basis.LAST_SEEN, "omtalt som under arbeid i 2017, ikke siden"),
        ("unknown", "", Basis.NOTHING, ""),
    ],
)
def test_since(status, since, basis, words):
    assert since_phrase(status, since, basis) == words


def test_every_date_in_the_register_has_a_phrase(register, today):
    from lib.register.selection import Selection

    for definition in Definition:
        municipalities = register.at(Selection(today, definition), today)
        for row in municipalities.itertuples():
            phrase = since_phrase(row.status, row.since, row.basis)
            assert bool(phrase) == (row.basis != Basis.NOTHING)


def test_share_classes():
    assert share_class_words((0, 10, 20, 30, 50)) == [
        "ingen", "under 10 %", "10–19 %", "20–29 %", "30–49 %", "50 % eller mer",
    ]  # fmt: skip
