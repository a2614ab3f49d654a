"""Titles of files: the right figures, in whole sentences."""

from urllib.parse import parse_qs

import pytest

from lib.exports.findings import basis, county_sentence, finding, standing, view_figures
from lib.exports.view import read_view
from lib.register.renewal import renewal
from lib.register.shares import figures
from lib.register.status import Definition, Status


@pytest.fixture(scope="module")
def view_of(register, today):
    def read(page, address=""):
        view, ignored = read_view(page, parse_qs(address), register, today)
        assert not ignored
        return view

    return read


def plain(text):
    return text.replace("\u00a0", " ")


def test_the_country_and_a_county_have_their_own_figures(register, view_of):
    country, county = view_of("kart"), view_of("kart", "fylke=34")
    adopted, inside = view_figures(country, register).adopted, view_figures(county, register).adopted
    assert finding(country, register) == f"{adopted.part} av 357 kommuner har en dokumentert frivillighetspolitikk"
    assert finding(county, register) == (
        f"{inside.part} av {inside.whole} kommuner i Innlandet har en dokumentert frivillighetspolitikk"
    )
    assert finding(view_of("fylke", "fylke=34"), register) == finding(county, register)


def test_a_single_municipality_is_not_many(register, view_of):
    assert finding(view_of("fylke", "fylke=03"), register).startswith("1 av 1 kommune i Oslo har")


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("in_progress", "arbeider med en frivillighetspolitikk"),
        ("expired", "har en frivillighetspolitikk som er utløpt eller ubekreftet"),
        ("none", "har ingen frivillighetspolitikk, ifølge en kilde"),
        ("unknown", "er ikke undersøkt"),
    ],
)
def test_a_chosen_status_is_what_is_counted(register, view_of, status, words):
    view = view_of("kart", f"status={status}")
    count = view_figures(view, register).counts[Status(status)]
    assert finding(view, register) == f"{count} av 357 kommuner {words}"


def test_several_statuses_are_counted_together_and_named(register, view_of):
    view = view_of("kart", "status=expired,none")
    counts = view_figures(view, register).counts
    count = counts[Status.EXPIRED] + counts[Status.NONE]
    assert finding(view, register) == (f"{count} av 357 kommuner har status utløpt eller ubekreftet eller ingen funnet")


def test_a_former_date_stands_in_the_finding(register, view_of):
    assert finding(view_of("kart", "dato=2019-12-31"), register).startswith("31. desember 2019 hadde ")
    assert finding(view_of("kart", "dato=2019-12-31&status=none"), register).startswith("31. desember 2019: ")
    assert finding(view_of("utvikling", "aar=2019"), register).startswith("31. desember 2019 hadde ")


@pytest.mark.parametrize("status", Status)
def test_a_municipality_has_its_status_in_words(register, view_of, status, today):
    table = view_of("kart").municipalities(register)
    number = table.index[table["status"] == status][0]
    view = view_of("kommune", f"kommune={number}")
    assert finding(view, register).startswith(table.at[number, "navn"])
    assert "frivillighetspolitikk" in finding(view, register)
    assert standing(table.loc[number]) in basis(view, register)
    assert county_sentence(view, register, table.at[number, "fylkesnummer"]) in basis(view, register)


def test_the_county_of_a_municipality_is_counted_whole(register, view_of):
    view = view_of("kommune", "kommune=4601")
    table = view.municipalities(register)
    inside = figures(table[table["fylkesnummer"] == "46"]).adopted
    assert county_sentence(view, register, "46").startswith(f"{inside.part} av {inside.whole} kommuner i Vestland har")


def test_renewal_counts_documents_and_municipalities(register, view_of, today):
    found = renewal(register, Definition.STANDARD, today)
    said = finding(view_of("fornyelse"), register)
    assert said.startswith(f"{len(found.ending)} dokumenter går ut i 2026 eller 2027")
    assert f"{len(found.expired)} av 357 kommuner har en politikk som er utløpt eller ubekreftet" in said


def test_a_comparison_names_the_places_or_the_largest_share(register, view_of):
    assert finding(view_of("sammenlign", "kommuner=4601,0301"), register).startswith("Bergen og Oslo: ")
    assert finding(view_of("sammenlign", "fylker=34,42"), register) == (
        "Størst andel har Agder: 5 av 25 kommuner har en dokumentert frivillighetspolitikk"
    )
    assert finding(view_of("sammenlign", "fylker=55,56"), register).startswith("Troms og Finnmark: 0 av 39 kommuner")


def test_the_basis_tells_the_unknown_with_the_denominator(register, view_of):
    view = view_of("kart", "fylke=34")
    counted = view_figures(view, register)
    said = plain(basis(view, register))
    assert said.startswith("Status 23. november 2026, vanlig definisjon.")
    assert (
        f"{counted.counts[Status.UNKNOWN]} av {counted.total} kommuner er ikke undersøkt, så tallet er et minstetall."
        in said
    )
    assert "minstetall" not in basis(view_of("kart", "fylke=34&status=none"), register)


def test_a_choice_that_fits_nothing_says_so(register, view_of):
    assert finding(view_of("kart", "fylke=03&storrelse=0-1999"), register) == "Ingen kommuner passer til utvalget"
