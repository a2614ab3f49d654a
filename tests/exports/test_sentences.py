import re
from datetime import date

import pytest

from lib.exports.quoting import published_sentence
from lib.exports.sentences import sentences
from lib.exports.view import read_view
from lib.register.former_counties import former_county, said_of_former
from lib.register.history import status_series
from lib.register.published import latest_mapping
from lib.register.renewal import renewal
from lib.register.selection import Selection
from lib.register.shares import by_county, figures, rank_by_share
from lib.register.status import Definition, Status
from lib.texts.formats import number, percent
from lib.texts.language import Language, speaking


@pytest.fixture
def said(register, today):
    def say(page="kart", **parameters):
        view, ignored = read_view(page, {name: [value] for name, value in parameters.items()}, register, today)
        assert not ignored
        return sentences(view, register)

    return say


def of(register, today, **selection):
    table = register.at(Selection(today, **selection), today)
    return figures(table[table["in_places"]])


def test_the_country_comes_with_numerator_denominator_share_date_and_unknown(said, register, today):
    counted = of(register, today)
    adopted, unknown = counted.adopted, counted.counts[Status.UNKNOWN]
    assert said()[0] == (
        f"Per 23. november 2026 har {adopted.part} av {adopted.whole} kommuner ({percent(adopted.ratio)}) en "
        f"dokumentert frivillighetspolitikk. {unknown} av {adopted.whole} kommuner er ikke undersøkt, så tallet er et "
        "minstetall."
    )


def test_every_status_there_is_gets_its_count(said, register, today):
    counted, text = of(register, today), said()
    for status, verb in [
        (Status.IN_PROGRESS, "arbeider"),
        (Status.EXPIRED, "har"),
        (Status.NONE, "har"),
        (Status.UNKNOWN, "er"),
    ]:
        count = counted.counts[status]
        start = f"Per 23. november 2026 {verb} {count} av 357 kommuner ({percent(count / 357)})"
        assert any(sentence.startswith(start) for sentence in text)
    reached = counted.inhabitants
    assert any(f"{number(reached.part)} av {number(reached.whole)} innbyggere" in sentence for sentence in text)


@pytest.mark.parametrize(
    ("page", "parameters"),
    [
        ("kart", {}),
        ("kart", {"fylke": "34", "storrelse": "0-1999,2000-4999"}),
        ("kart", {"definisjon": "strict", "dato": "2019-12-31"}),
        ("fylke", {"fylke": "46"}),
        ("kommune", {"kommune": "4601"}),
        ("kommune", {"kommune": "5601"}),
        ("sammenlign", {"fylker": "03,34"}),
        ("sammenlign", {"kommuner": "0301,4601"}),
        ("utvikling", {}),
        ("utvikling", {"aar": "2015"}),
        ("fornyelse", {}),
        ("fornyelse", {"fylke": "03"}),
    ],
)
def test_every_sentence_has_a_date_and_every_count_a_denominator(said, page, parameters):
    found = said(page, **parameters)
    assert found
    for sentence in found:
        assert re.search(r"\d{1,2}\. \w+ \d{4}", sentence)
        assert sentence.endswith(".")
        assert "  " not in sentence
        assert "{" not in sentence
        assert "%" not in sentence or " av " in sentence
        for part, whole in re.findall(r"(\d+) av (?:dagens )?(\d+) kommune", sentence):
            assert int(part) <= int(whole)


@pytest.mark.parametrize("county", ["11", "15", "34", "46", "55"])
def test_a_county_is_counted_and_ranked_as_the_register_has_it(said, register, today, county):
    table = register.at(Selection(today), today)
    counted = figures(table[table["fylkesnummer"] == county])
    text = said("fylke", fylke=county)
    assert f" {counted.adopted.part} av {counted.total} kommuner i {register.county_names[county]} " in text[0]
    counties = by_county(table).query("total > 1")
    rank = rank_by_share(counties, county)
    ranked = [sentence for sentence in text if "nummer" in sentence]
    if rank.beside or not counted.adopted.part:
        assert not ranked
    else:
        assert len(ranked) == 1
        assert f"nummer {rank.place} av de {rank.of} fylkene" in ranked[0]


def test_the_county_with_the_largest_share_is_named_with_its_base(said, register, today):
    counties = by_county(register.at(Selection(today), today)).query("total > 1").sort_values("share")
    first, second = counties.iloc[-1], counties.iloc[-2]
    named = [sentence for sentence in said() if "størst andel" in sentence]
    if first["share"] == second["share"]:
        assert not named
    else:
        assert f"har {first['fylke']} størst andel" in named[0]
        assert f"{first['adopted']} av {first['total']} kommuner" in named[0]


def test_counts_of_others_are_quoted_as_theirs_and_only_when_they_can_be_right(said, register, today):
    def quoted(text):
        return [sentence for sentence in text if sentence.startswith("Frivillighet Norges egen telling")]

    (country,) = quoted(said())
    row = latest_mapping(register.tables.published_totals, "NO", today)
    assert f"ga {row['n_with_policy']} av {row['n_total']} kommuner" in country
    assert "en annen serie enn registerets" in country
    for county in register.county_names:
        row = latest_mapping(register.tables.published_totals, county, today)
        size = int((register.municipalities["fylkesnummer"] == county).sum())
        usable = row is not None and row["n_with_policy"] <= size
        if usable and former_county(register.tables.municipalities, county):
            usable = not said_of_former(row["as_of"])
        assert len(quoted(said("fylke", fylke=county))) == int(usable)
    # Theirs do not depend on the register's definition.
    assert "definisjon" not in quoted(said(definisjon="strict"))[0]
    assert not quoted(said(fylke="34"))
    assert not quoted(said("kommune", kommune="4601"))


def test_another_definition_is_named_in_every_sentence_of_the_register(said):
    for sentence in said(fylke="34", definisjon="wide"):
        assert sentence.endswith("Dokumentasjonen er vurdert med vid definisjon.")


def test_an_earlier_date_speaks_of_todays_municipalities_in_the_past(said, register, today):
    text = said(dato="2020-06-30")
    assert text[0].startswith("Per 30. juni 2020 hadde ")
    assert " av dagens 357 kommuner " in text[0]
    assert not any("innbyggere" in sentence for sentence in text)
    quoted = text[-1]
    row = latest_mapping(register.tables.published_totals, "NO", Selection(today).on.replace(2020, 6, 30))
    assert f"ga {row['n_with_policy']} av" in quoted


def test_only_the_statuses_chosen_are_spoken_of(said, register, today):
    text = said(status="in_progress")
    count = of(register, today).counts[Status.IN_PROGRESS]
    assert len(text) == 1
    assert text[0].startswith(f"Per 23. november 2026 arbeider {count} av 357 kommuner")


def test_a_municipality_comes_with_the_reason_the_county_and_the_neighbours(said, register, today):
    text = said("kommune", kommune="0301")
    assert text[0].startswith("Status for Oslo per 23. november 2026 er «vedtatt»: ")
    table = register.at(Selection(today), today)
    beside = register.tables.neighbours.query("kommunenummer == '0301'")["nabo"]
    adopted = int((table.loc[beside, "status"] == Status.ADOPTED).sum())
    assert f"har {adopted} av {len(beside)} nabokommuner til Oslo" in text[1]
    for status, word in [(Status.UNKNOWN, "ikke undersøkt"), (Status.NONE, "ingen funnet")]:
        other = table.index[table["status"] == status][0]
        assert f"er «{word}»: " in said("kommune", kommune=other)[0]


def test_the_years_are_compared_by_the_series(said, register, today):
    series = status_series(register, Definition.STANDARD, today).set_index("year")
    for year in (2007, 2012, 2020, 2026):
        text = said("utvikling", aar=str(year)) if year != today.year else said("utvikling")
        now, before = series.loc[year], series.loc[year - 1]
        assert f" {now['adopted']} av " in text[0]
        change = text[1]
        if now["adopted"] > before["adopted"]:
            assert "økte" in change
            assert f"fra {before['adopted']} til {now['adopted']} av dagens {now['total']}" in change
        elif now["adopted"] < before["adopted"]:
            assert f"ned fra {before['adopted']} til {now['adopted']} av dagens {now['total']}" in change
        else:
            assert f"uendret: {now['adopted']} av dagens {now['total']}" in change


def test_the_first_year_is_compared_with_none(said):
    assert not any(sentence.startswith("Fra ") for sentence in said("utvikling", aar="2006"))


def test_a_count_said_of_a_county_that_was_split_is_not_quoted_for_its_parts(register):
    (before,) = published_sentence(register, "55", date(2019, 12, 31))
    assert "(18. juli 2019) ga 1 kommune " in before
    assert published_sentence(register, "55", date(2022, 1, 1)) == []
    assert len(published_sentence(register, "55", date(2024, 12, 31))) == 1
    assert published_sentence(register, "55", date(2019, 1, 1)) == []


def test_what_is_to_be_renewed_is_counted_among_those_with_a_policy(said, register, today):
    found, counted = renewal(register, Definition.STANDARD, today), of(register, today)
    ending, unconfirmed, dated, expired = said("fornyelse")
    adopted = counted.adopted.part
    assert f"har {found.ending['kommunenummer'].nunique()} av {adopted} kommuner" in ending
    assert f"har {len(found.unconfirmed)} av {adopted} kommuner" in unconfirmed
    assert f"har {int(found.adopted['dated_end'].sum())} av {adopted} kommuner" in dated
    assert f"har {len(found.expired)} av {counted.total} kommuner" in expired


def test_nothing_is_said_of_a_selection_without_municipalities(said):
    assert said(fylke="03", storrelse="0-1999") == []


def test_one_municipality_gets_no_share(said):
    for page, parameters in [("fylke", {"fylke": "03"}), ("fornyelse", {"fylke": "03"}), ("kart", {"fylke": "03"})]:
        assert not any("%" in sentence for sentence in said(page, **parameters))


def test_no_language_breaks_a_sentence(register, today):
    view, _ignored = read_view("kart", {}, register, today)
    for language in Language:
        with speaking(language):
            found = sentences(view, register)
        assert len(found) == len(sentences(view, register))
        assert all("{" not in sentence for sentence in found)
