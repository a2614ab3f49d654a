"""Findings in words: right in number and never more than is known."""

import pytest

from lib.texts.comparison import (
    CountyShare,
    finding_of_counties,
    finding_of_municipalities,
    left_out_sentence,
    others_in_words,
    shares_in_words,
)


def municipalities(*statuses):
    return list(zip(("Bergen", "Lier", "Moss", "Voss"), statuses, strict=False))


@pytest.mark.parametrize(
    ("statuses", "said"),
    [
        (("adopted", "adopted"), "Både Bergen og Lier har en dokumentert"),
        (("adopted", "adopted", "adopted"), "Alle de 3 kommunene har en dokumentert"),
        (("none", "unknown"), "Ingen av de 2 kommunene har en dokumentert"),
        (("expired", "adopted", "none"), "Lier er den eneste av de 3 som har en dokumentert"),
        (("adopted", "expired", "adopted"), "2 av 3 har en dokumentert frivillighetspolitikk, alle unntatt Lier"),
        (("adopted", "expired"), "1 av 2 har en dokumentert frivillighetspolitikk: Bergen"),
        (("adopted", "none", "adopted", "none"), "2 av 4 har en dokumentert frivillighetspolitikk: Bergen og Moss"),
    ],
)
def test_finding_of_municipalities(statuses, said):
    assert finding_of_municipalities(municipalities(*statuses)).startswith(said)


def test_those_without_are_told_apart():
    said = others_in_words(municipalities("unknown", "in_progress", "unknown", "adopted"))
    assert said == "Lier arbeider med en. Bergen og Moss er ikke undersøkt og kan ha en likevel."
    assert others_in_words(municipalities("adopted", "adopted")) == ""


AGDER, OSLO = CountyShare("Agder", 5, 25, 10), CountyShare("Oslo", 1, 1, 0)
TROMS, FINNMARK = CountyShare("Troms", 0, 21, 1), CountyShare("Finnmark", 0, 18, 0)
EQUAL = CountyShare("Rogaland", 4, 20, 0)


@pytest.mark.parametrize(
    ("counties", "said"),
    [
        ((AGDER, OSLO, TROMS), "Av de 3 fylkene har Oslo størst andel kommuner"),
        ((AGDER, EQUAL), "Agder og Rogaland har like stor andel kommuner"),
        ((AGDER, EQUAL, TROMS), "Av de 3 fylkene har Agder og Rogaland størst andel"),
        ((TROMS, FINNMARK), "Ingen av kommunene i Troms og Finnmark har en dokumentert frivillighetspolitikk"),
    ],
)
def test_finding_of_counties(counties, said):
    assert finding_of_counties(counties).startswith(said)


def test_shares_with_both_numbers():
    said = shares_in_words([AGDER, OSLO]).replace("\u00a0", " ")
    assert said.startswith("Det er 1 av 1 i Oslo (100,0 %) og 5 av 25 i Agder (20,0 %).")
    assert "10 av 26 kommuner er ikke undersøkt" in said
    assert "Oslo er både kommune og fylke" in said


def test_one_unknown_and_none():
    assert "1 av 21 kommuner er ikke undersøkt" in shares_in_words([TROMS])
    assert "ikke undersøkt" not in shares_in_words([FINNMARK])


def test_those_left_out_are_named():
    assert left_out_sentence(["Lier"]).startswith("Lier er ikke med")
    assert "Lier og Moss er ikke med" in left_out_sentence(["Lier", "Moss"])
