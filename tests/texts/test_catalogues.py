"""The translations: complete, sound, and in the language that they are said to be in."""

import re
from datetime import date

import pytest

from lib.texts import _, ngettext
from lib.texts.formats import count_of, day, listing, number, partial_date, percent
from lib.texts.language import Language, kept_by_language, speaking
from lib.texts.streamlit import streamlit_texts
from lib.texts.words import status_word
from tools.update_texts import CATALOGUES, LANGUAGES, faults, read, template

TEXTS = template()
IN_LANGUAGES = pytest.mark.parametrize("language", LANGUAGES)

# Names, and codes of addresses and data, which keep their spelling in every language.
NAMES = re.compile(
    r"Årets frivillighetskommune|Frivillighet Norges?|Frivillighetsregisteret|Administrative enheter kommuner"
    r"|Standard for kommuneinndeling|kommuner\.geojson|municipalities\.csv|eksempel\.no|likt navn i|side og antall"
)
BOKMAL = re.compile(
    r"\b(ikke|noen|noe|fra|jeg|hva|hvem|hvor|hvilken|hvilke|hvordan|hver|hvert|bare|mye|mer|flere|se|sier|gjelder|gjør|"
    r"være|ble|vedtatte?|fylker|fylkene|kommuner|kommunene|innbyggere|innbyggerne|opplysninger|kilde[nr]?|kildene|"
    r"teller|telling|andel|andelen|antall|antallet|navn|finnes|sammenlign|sammenlignes|velg|valgt|lenken?|siden|uten|"
    r"utløpt|ubekreftet|bekreftet|undersøkelse|endringer|eksempel|begynner|eneste|frivilligheten|"
    r"frivillighetspolitikk\w*)\b",
    re.IGNORECASE,
)
NORWEGIAN = re.compile(
    r"\b(og|ikke|ikkje|av|fra|frå|til|som|er|kommune|kommuner|kommunar|kommunene|fylke|fylker|fylket|kilde|kilder|"
    r"kjelde|vedtatt|vedteke|ingen|frivillighetspolitikk|politikk|andel|antall|velg|eller)\b",
    re.IGNORECASE,
)
# What may stand in Norwegian in an English text: names, and codes of addresses and data.
NORWEGIAN_NAMES = re.compile(
    NAMES.pattern
    + r"|Norwegian Bokmål|from A to Å|as (navn|fylke) in|is avtale|side and antall|(Å|Vå|Tysf|Hamar)\w+|Møre og Romsdal"
)


def forms(text) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def pairs(language: Language) -> list[tuple[str, str]]:
    """Each text with its translation; of plurals both forms."""
    return [
        (original, translated)
        for message in read(language)
        if message.id
        for original, translated in zip(forms(message.id), forms(message.string), strict=True)
    ]


def in_english(streamlit_text: str) -> list[str]:
    """What the English pages show in place of a text of Streamlit's."""
    with speaking(Language.ENGLISH):
        return [
            match.expand(replacement.replace("$1", r"\1"))
            for pattern, replacement in streamlit_texts()
            if (match := re.fullmatch(pattern, streamlit_text))
        ]


@IN_LANGUAGES
def test_every_text_is_translated_and_none_is_left_over(language):
    assert not list(faults(language, TEXTS))


@IN_LANGUAGES
def test_there_is_a_form_for_one_and_one_for_the_rest(language):
    header = (CATALOGUES / f"{language}.po").read_text(encoding="utf-8").split("\n\n")[0]
    assert f'"Language: {language}\\n"' in header
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in header
    with speaking(language):
        words = [ngettext("{count} kommune", "{count} kommuner", count) for count in (1, 0, 2, 21)]
    one, many = {"nn": ("kommune", "kommunar"), "en": ("municipality", "municipalities")}[language]
    assert words == [f"{{count}} {word}" for word in (one, many, many, many)]


@IN_LANGUAGES
@pytest.mark.parametrize("part", [r"\{\w*\}|%\(\w+\)s|\$\d", r"<[^>]+>", r"^\s*", r"\s*$"])
def test_what_is_not_words_stays(language, part):
    found = re.compile(part)
    wrong = [
        (original, translated)
        for original, translated in pairs(language)
        if translated and sorted(found.findall(original)) != sorted(found.findall(translated))
    ]
    assert not wrong


def test_nynorsk_is_not_bokmal():
    found = [(BOKMAL.search(NAMES.sub("", text)), text) for _original, text in pairs(Language.NYNORSK)]
    assert not [(match.group(), text) for match, text in found if match]


def test_english_is_not_norwegian():
    found = [(NORWEGIAN.search(NORWEGIAN_NAMES.sub("", text)), text) for _original, text in pairs(Language.ENGLISH)]
    assert not [(match.group(), text) for match, text in found if match]
    assert not [
        text for _original, text in pairs(Language.ENGLISH) if re.search("[æøåÆØÅ]", NORWEGIAN_NAMES.sub("", text))
    ]


def test_quotation_marks_are_those_of_the_language():
    assert not [text for _original, text in pairs(Language.NYNORSK) if re.search("[“”‘]", text)]
    assert not [text for _original, text in pairs(Language.ENGLISH) if re.search("[«»]", text)]


def test_a_translation_differs_where_the_languages_do():
    for language, least in ((Language.ENGLISH, 0.95), (Language.NYNORSK, 0.8)):
        both = pairs(language)
        assert sum(original != translated for original, translated in both) / len(both) > least


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", ["Vedtatt", "Under arbeid", "Utløpt eller ubekreftet", "Ingen funnet", "Ikke undersøkt"]),
        ("nn", ["Vedteke", "Under arbeid", "Utgått eller ikkje stadfesta", "Ingen funne", "Ikkje undersøkt"]),
        ("en", ["Adopted", "In progress", "Expired or unconfirmed", "None found", "Not examined"]),
    ],
)
def test_the_five_statuses(language, words):
    with speaking(Language(language)):
        assert [status_word(code) for code in ("adopted", "in_progress", "expired", "none", "unknown")] == words


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("nb", ["5\u00a0627\u00a0400", "18,4\u00a0%", "12 av 21", "8. juli 2024", "juli 2019", "Agder, Oslo og Troms"]),
        ("nn", ["5\u00a0627\u00a0400", "18,4\u00a0%", "12 av 21", "8. juli 2024", "juli 2019", "Agder, Oslo og Troms"]),
        ("en", ["5,627,400", "18.4%", "12 of 21", "8 July 2024", "July 2019", "Agder, Oslo and Troms"]),
    ],
)
def test_formats_follow_the_language(language, texts):
    with speaking(Language(language)):
        assert [
            number(5627400),
            percent(0.184),
            count_of(12, 21),
            day(date(2024, 7, 8)),
            partial_date("2019-07"),
            listing(["Agder", "Oslo", "Troms"]),
        ] == texts


def test_what_is_kept_is_kept_for_each_language():
    made = []

    @kept_by_language(8)
    def greeting(name: str) -> str:
        made.append(name)
        return f"{_('Fylke')} {name}"

    for _twice in range(2):
        for language, word in (("nb", "Fylke"), ("nn", "Fylke"), ("en", "County")):
            with speaking(Language(language)):
                assert greeting("Agder") == f"{word} Agder"
    assert made == ["Agder"] * 3


@pytest.mark.parametrize(
    "text",
    ["Remove Agder", "Clear all", "Clear entry", "Open", "Close", "day, 17", "Choose date, 17 July", "No results"],
)
def test_streamlits_own_texts_stay_english(text):
    assert in_english(text) == [text]


def test_a_dialog_is_closed_not_dismissed():
    assert in_english("Dismiss") == ["Close"]


def test_an_unknown_address_is_told_of_in_the_language():
    told = "The page that you have requested does not seem to exist. Running the app's main page."
    assert in_english(told) == ["The address does not belong to any page here. The map is shown instead."]
