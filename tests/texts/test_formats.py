from datetime import date

import pytest

from lib.texts.formats import alphabetical, count_of, day, listing, number, partial_date, percent


def test_numbers_are_grouped_with_no_break_spaces():
    assert number(5627400) == "5\u00a0627\u00a0400"
    assert number(357) == "357"


def test_shares_have_a_comma_and_a_space_before_the_sign():
    assert percent(0.184) == "18,4\u00a0%"
    assert percent(1) == "100,0\u00a0%"
    assert percent(0.57, 0) == "57\u00a0%"


def test_counts_have_their_denominator():
    assert count_of(12, 21) == "12 av 21"


def test_days_are_in_words():
    assert day(date(2024, 7, 8)) == "8. juli 2024"


@pytest.mark.parametrize(
    ("text", "words"), [("2019", "2019"), ("2019-07", "juli 2019"), ("2019-07-17", "17. juli 2019")]
)
def test_partial_dates_are_no_more_precise_than_they_are(text, words):
    assert partial_date(text) == words


@pytest.mark.parametrize("text", ["", "19", "2019-7", "2019-13", "17.07.2019"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(ValueError, match=r".+"):
        partial_date(text)


def test_listing():
    assert listing(["Agder", "Oslo", "Troms"]) == "Agder, Oslo og Troms"
    assert listing(["Agder", "Oslo"], any_of=True) == "Agder eller Oslo"


def test_norwegian_order_of_names():
    names = ["Åsnes", "Øyer", "Ærøy", "Zakarias", "Alvdal", "Åmot"]
    assert sorted(names, key=alphabetical) == ["Alvdal", "Zakarias", "Ærøy", "Øyer", "Åmot", "Åsnes"]


def test_sami_and_kven_letters_stand_with_the_letters_they_are_made_of():
    names = ["Åmot", "Ŋorga", "Čáhcesuolu", "Unjárga", "Deatnu", "Đávvi", "Šleađđa", "Ŧ", "Žoara", "Zala", "Namsos"]
    expected = ["Čáhcesuolu", "Đávvi", "Deatnu", "Namsos", "Ŋorga", "Šleađđa", "Ŧ", "Unjárga", "Zala", "Žoara", "Åmot"]
    assert sorted(names, key=alphabetical) == expected


def test_letters_in_two_parts_are_the_same_letters():
    assert alphabetical("A\u030asnes") == alphabetical("Åsnes")
