"""A municipality is found by any of its official names, however it is typed."""

import statistics
import time
import unicodedata

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lib.geography.boundaries import BOUNDARIES_PATH
from lib.geography.search import build_index, find, fold, names_of

MUNICIPALITIES = pd.read_csv(
    BOUNDARIES_PATH.with_name("municipalities.csv"),
    dtype={"kommunenummer": str, "fylkesnummer": str, "kommunenummer_2020": str},
)
INDEX = build_index(MUNICIPALITIES)
NAMES = [
    (number, name)
    for number, official, plain in zip(
        MUNICIPALITIES["kommunenummer"], MUNICIPALITIES["offisielt_navn"], MUNICIPALITIES["navn"], strict=True
    )
    for name in dict.fromkeys([plain, official, *names_of(official)])
]
INHABITANTS = MUNICIPALITIES.set_index("kommunenummer")["folketall_2026"]

names = st.sampled_from(NAMES)
letters = st.text(alphabet="abdenorstæøåÆØÅáčđŋšŧžäöï -", max_size=12)

# How the Norwegian and Sámi letters are written without them.
SPELLINGS = [
    {"æ": "ae", "ø": "oe", "å": "aa"},
    {"æ": "ae", "ø": "o", "å": "a"},
    {"æ": "a", "ø": "o", "å": "aa"},
]
SAMI = {"á": "a", "č": "c", "đ": "d", "ŋ": "n", "š": "s", "ŧ": "t", "ž": "z", "ï": "i", "ä": "a", "ö": "o"}


class TestNames:
    @pytest.mark.parametrize(
        ("official", "expected"),
        [
            ("Oslo - Oslove", ["Oslo", "Oslove"]),
            ("Porsanger - Porsáŋgu - Porsanki", ["Porsanger", "Porsáŋgu", "Porsanki"]),
            ("Nord-Aurdal", ["Nord-Aurdal"]),
            ("Midtre Gauldal", ["Midtre Gauldal"]),
        ],
    )
    def test_are_split_by_language(self, official, expected):
        assert names_of(official) == expected


class TestFold:
    @pytest.mark.parametrize(
        ("spellings", "folded"),
        [
            (["Bærum", "BÆRUM", "baerum", "barum"], "barum"),
            (["Ålesund", "aalesund", "alesund"], "alesund"),
            (["Tromsø", "tromsoe", "TROMSO"], "tromso"),
            (["Kárášjohka", "karasjohka"], "karasjohka"),
            (["Porsáŋgu", "porsangu"], "porsangu"),
            (["Fuolldá", "Fuollđá", "fuollda"], "fuollda"),
            (["Rivtták", "Rivŧŧák"], "rivttak"),
            (["Stïentje", "stientje"], "stientje"),
            (["Yykeä", "yykea"], "yykea"),
            (["Nord-Odal", "nord odal", " Nord – Odal "], "nord odal"),
            (["", " - "], ""),
        ],
    )
    def test_makes_spellings_equal(self, spellings, folded):
        assert [fold(spelling) for spelling in spellings] == [folded] * len(spellings)

    @given(letters)
    def test_is_done_once_and_for_all(self, text):
        assert fold(fold(text)) == fold(text)

    @given(letters)
    def test_does_not_depend_on_case_or_composition(self, text):
        assert fold(text.upper()) == fold(text.lower()) == fold(text)
        assert fold(unicodedata.normalize("NFD", text)) == fold(text)

    @given(letters, st.integers(0, 12))
    def test_keeps_beginnings(self, text, length):
        assert fold(text).startswith(fold(text[:length]))


class TestFind:
    @given(names, st.sampled_from([str, str.upper, str.lower, str.title]))
    def test_every_official_name_in_any_case(self, name, case):
        number, text = name
        assert number in find(INDEX, case(text))

    @pytest.mark.parametrize("spelling", SPELLINGS)
    def test_every_official_name_without_its_letters(self, spelling):
        plain = str.maketrans(spelling | SAMI)
        for number, name in NAMES:
            written = name.casefold().translate(plain)
            assert written.isascii()
            assert number in find(INDEX, written)[:2], (name, written)

    @given(names, st.data())
    def test_every_name_while_it_is_typed(self, name, data):
        number, text = name
        beginning = text[: data.draw(st.integers(1, len(text)))]
        assert number in find(INDEX, beginning, limit=357)

    @given(names.filter(lambda name: " - " not in name[1]), st.data())
    def test_every_part_of_a_name(self, name, data):
        number, text = name
        folded = fold(text)
        start = data.draw(st.integers(0, len(folded) - 1))
        assert number in find(INDEX, folded[start:], limit=357)

    def test_every_number(self):
        for number in MUNICIPALITIES["kommunenummer"]:
            assert find(INDEX, number) == [number]

    @pytest.mark.parametrize("query", ["", "  ", " - ", "?", "9999", "03", "kommune", "xyz"])
    def test_nothing(self, query):
        assert find(INDEX, query) == []

    @pytest.mark.parametrize(
        ("query", "numbers"),
        [("Herøy", ["1515", "1818"]), ("Våler", ["3114", "3419"]), ("heroy", ["1515", "1818"])],
    )
    def test_namesakes(self, query, numbers):
        found = find(INDEX, query)[:2]
        assert sorted(found) == numbers
        assert INHABITANTS[found[0]] >= INHABITANTS[found[1]]

    @pytest.mark.parametrize(
        ("query", "number"),
        [
            ("Herøy Nordland", "1818"),
            ("våler inn", "3419"),
            ("Tromsø kommune", "5501"),
            ("nordodal", "3414"),
            ("Guovdageaidnu", "5612"),
            ("Yykea", "5536"),
            ("Oslo - Oslove", "0301"),
        ],
    )
    def test_one(self, query, number):
        assert find(INDEX, query) == [number]

    def test_best_first(self):
        # The whole name, then its beginning, then the beginning of a word, then a part; the largest first.
        found = find(INDEX, "os", limit=357)
        by_number = MUNICIPALITIES.set_index("kommunenummer")["navn"].map(fold)
        assert by_number[found[0]] == "os"
        ranks = [
            0 if name == "os" else 1 if name.startswith("os") else 2 if " os" in name else 3
            for name in by_number[found]
        ]
        assert ranks == sorted(ranks)
        for rank in set(ranks):
            inhabitants = [INHABITANTS[number] for number, own in zip(found, ranks, strict=True) if own == rank]
            assert inhabitants == sorted(inhabitants, reverse=True)

    def test_norwegian_letters_mean_themselves(self):
        assert find(INDEX, "å")[0] == "1508"
        assert find(INDEX, "a")[0] == "3203"

    def test_limit(self):
        assert len(find(INDEX, "e")) == 8
        assert find(INDEX, "e", limit=3) == find(INDEX, "e")[:3]

    def test_is_fast(self):
        times = []
        for query in ["e", "oslo", "kárášjohka", "xyz", "sør-"] * 5:
            start = time.perf_counter()
            find(INDEX, query)
            times.append(time.perf_counter() - start)
        assert statistics.median(times) < 0.002
