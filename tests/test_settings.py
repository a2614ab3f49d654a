"""The settings: what is allowed, what is refused with words, and links that arrive whole."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from lib import settings
from lib.settings import Audience, SettingError, correction_address, metrics_audience, prefilled, site_address


@pytest.mark.parametrize("value", ["mailto:navn@eksempel.no", "https://eksempel.no/saker/ny", " https://eksempel.no "])
def test_addresses_that_can_be_used(value):
    assert correction_address({"FRIVILLIG_RETTELSER": value}) == value.strip()


@pytest.mark.parametrize("environment", [{}, {"FRIVILLIG_RETTELSER": ""}, {"FRIVILLIG_RETTELSER": "  "}])
def test_not_set(environment):
    assert correction_address(environment) is None


@pytest.mark.parametrize(
    "value",
    ["navn@eksempel.no", "mailto:navn", "mailto:a@b.no?bcc=c@d.no", "http://eksempel.no", "https://", "https://a b.no",
     "javascript:alert(1)", "https://[", "ja"],
)  # fmt: skip
def test_others_are_refused_by_name(value):
    with pytest.raises(SettingError, match=r"FRIVILLIG_RETTELSER: «.*» er ikke tillatt\. Tillatt: mailto:"):
        correction_address({"FRIVILLIG_RETTELSER": value})


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("mailto:navn@eksempel.no", ("subject", "body")),
        ("https://eksempel.no/ny", ("title", "body")),
        ("https://eksempel.no/ny?mal=rettelse", ("title", "body")),
    ],
)
def test_texts_arrive_whole(address, names):
    link = prefilled(address, "Rettelse: Våler & Åsnes", "to\nlinjer + æøå")
    assert link.startswith(address)
    query = parse_qs(urlsplit(link).query)
    assert [query[name] for name in names] == [["Rettelse: Våler & Åsnes"], ["to\nlinjer + æøå"]]
    assert "+" not in urlsplit(link).query, "mail programs do not read + as a space"


def test_every_setting_is_documented():
    names = set(re.findall(r'"(FRIVILLIG_\w+)"', Path(settings.__file__).read_text("utf-8")))
    readme = (Path(settings.__file__).parents[1] / "README.md").read_text("utf-8")
    assert names
    assert names == set(re.findall(r"`(FRIVILLIG_\w+)`", readme))


@pytest.mark.parametrize(
    ("value", "audience"),
    [("", Audience.LOCAL), ("  ", Audience.LOCAL), ("ja", Audience.ALL), (" nei ", Audience.NOBODY)],
)
def test_who_may_see_the_figures(value, audience):
    assert metrics_audience({"FRIVILLIG_MALINGER": value}) == audience
    assert metrics_audience({}) == Audience.LOCAL


@pytest.mark.parametrize("value", ["yes", "Ja", "1", "127.0.0.1"])
def test_no_other_audience_is_taken(value):
    with pytest.raises(SettingError, match=r"FRIVILLIG_MALINGER: «.*» er ikke tillatt\. Tillatt: ja eller nei"):
        metrics_audience({"FRIVILLIG_MALINGER": value})


@pytest.mark.parametrize(
    ("value", "address"),
    [
        ("https://eksempel.no", "https://eksempel.no"),
        ("https://Kart.Eksempel.no/", "https://kart.eksempel.no"),
        ("http://localhost:8501", "http://localhost:8501"),
        ("", None),
    ],
)
def test_the_address_of_the_site(value, address):
    assert site_address({"FRIVILLIG_ADRESSE": value}) == address


@pytest.mark.parametrize(
    "value", ["eksempel.no", "https://eksempel.no/sti", "ftp://eksempel.no", "https://a b", "https://"]
)
def test_no_other_address_is_taken(value):
    with pytest.raises(SettingError, match=r"FRIVILLIG_ADRESSE: «.*» er ikke tillatt\. Tillatt: https://eksempel"):
        site_address({"FRIVILLIG_ADRESSE": value})
