"""The history of the data: how it is read, and what is refused."""

from datetime import date

import pytest

from lib.register import changelog
from lib.register.changelog import ChangelogError, Entry, Part, Version, check_places, load_changelog, read_changelog

HISTORY = """# Endringer

Ord før den første versjonen.

## 1.1.1 – 2027-03-02

### Rettet

- 4601 Bergen: Vedtaket er fra 2015, ikke 2016
  (https://eksempel.no/sak).

## 1.1.0 – 2027-03-01

### Lagt til

- 46 Vestland: En observasjon.
- Tre publiserte tall: alle fra 2027.

### Endret oppbygning

- Kolonnen `x` heter nå `y`.

## 1.0.0 – 2026-11-23

Den første.
"""


def test_versions_and_their_lines_are_read():
    newest, middle, first = read_changelog(HISTORY)
    assert (newest.number, newest.day) == ("1.1.1", date(2027, 3, 2))
    text = "Vedtaket er fra 2015, ikke 2016 (https://eksempel.no/sak)."
    assert newest.entries == (Entry(Part.CORRECTED, text, "4601", "Bergen"),)
    assert middle.entries == (
        Entry(Part.ADDED, "En observasjon.", "46", "Vestland"),
        Entry(Part.ADDED, "Tre publiserte tall: alle fra 2027."),
        Entry(Part.MODEL, "Kolonnen `x` heter nå `y`."),
    )
    assert first == Version("1.0.0", date(2026, 11, 23), ())


def test_the_addresses_of_a_line_are_found():
    assert Entry(Part.ADDED, "Se https://a.no/1, https://b.no/2?x=y.").addresses == {
        "https://a.no/1",
        "https://b.no/2?x=y",
    }


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("## 1.1.0 –", "## 1.1 –", r"«1\.1 – 2027-03-01» kan ikke leses\. Skriv versjon og dato"),
        ("## 1.1.0 –", "## 1.1.0 -", "Skriv versjon og dato"),
        ("2027-03-01", "2027-02-30", "Skriv en dato som finnes"),
        ("## 1.1.0 –", "## 1.2.0 –", "Den nyeste versjonen skal stå først"),
        ("2027-03-01", "2027-03-03", "Den nyeste versjonen skal stå først"),
        (
            "### Rettet",
            "### Fikset",
            "Overskriften skal være en av disse: ### Endret oppbygning, ### Lagt til, ### Rettet",
        ),
    ],
)
def test_what_is_not_in_its_form_is_refused(old, new, told):
    assert old in HISTORY
    with pytest.raises(ChangelogError, match=told):
        read_changelog(HISTORY.replace(old, new, 1))


def test_a_file_without_versions_is_refused():
    with pytest.raises(ChangelogError, match="filen har ingen versjoner"):
        read_changelog("# Endringer\n")


def test_places_must_be_todays():
    versions = read_changelog(HISTORY)
    check_places(versions, {"4601": "Bergen", "46": "Vestland"})
    with pytest.raises(ChangelogError, match=r"versjon 1\.1\.1: «4601 Bergen» finnes ikke"):
        check_places(versions, {"4601": "Oslo", "46": "Vestland"})


def test_the_register_s_own_history_is_in_its_form(register):
    check_places(load_changelog(), register.municipalities["navn"].to_dict() | register.county_names)
    assert load_changelog()[-1].number == "1.0.0"


def test_a_missing_file_is_told_of_in_words(tmp_path, monkeypatch):
    monkeypatch.setattr(changelog, "DATA_DIRECTORY", tmp_path)
    with pytest.raises(ChangelogError, match=r"CHANGELOG\.md: filen finnes ikke\. Legg den tilbake\."):
        load_changelog.__wrapped__()
