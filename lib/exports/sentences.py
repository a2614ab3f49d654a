"""Sentences that can be quoted as they stand: each with its date, numerator and denominator, and what is not known.

Only figures that the register supports are said. Counts by others are quoted as theirs, apart from the register's own.
"""

from datetime import date

import pandas as pd

from lib.exports.development_sentences import development_sentences
from lib.exports.findings import view_figures
from lib.exports.naming import place_names
from lib.exports.quoting import published_sentence, qualified, status_sentence, unknown_sentence
from lib.exports.renewal_sentences import renewal_sentences
from lib.exports.status_sentences import status_counts
from lib.exports.view import COMPARISON, COUNTY_PAGE, DEVELOPMENT, MAP, MUNICIPALITY_PAGE, RENEWAL, View
from lib.geography.neighbours import neighbours_of
from lib.maps.choropleth import Level
from lib.register.register import Register
from lib.register.schemas.publications import COUNTRY
from lib.register.shares import Figures, by_county, figures, rank_by_share
from lib.register.status import Status
from lib.texts import _, ngettext
from lib.texts.formats import count_of, day, listing, number, percent
from lib.texts.sentences import places_phrase
from lib.texts.words import size_word

# The day that the inhabitants are counted at.
COUNTED = date(2026, 1, 1)


def sentences(view: View, register: Register) -> list[str]:
    """Write what a view shows as sentences that can be quoted.

    Parameters
    ----------
    view
        The view.
    register
        The observations.

    Returns
    -------
    list of str
        The most important first; empty when no municipality fits the view.
    """
    if view.page == DEVELOPMENT:
        said = development_sentences(view, register)
    elif view.page == RENEWAL:
        said = renewal_sentences(view, register)
    elif view.page == MUNICIPALITY_PAGE and view.places:
        said = _municipality(view, register)
    elif view.page == COMPARISON and view.places:
        said = _comparison(view, register)
    elif view.page == COUNTY_PAGE and view.places:
        said = _county(view, register)
    else:
        said = _places(view, register)
    quoted = published_sentence(register, _area(view), view.selection.on)
    return [qualified(sentence, view.selection.definition) for sentence in said] + quoted


def _area(view: View) -> str:
    """Tell whose published count goes with a view; empty where none does."""
    chosen = view.selection
    if view.page == COUNTY_PAGE and view.places:
        return view.places[0]
    narrowed = chosen.restricts_places or chosen.statuses or (view.places and view.page != MAP)
    return "" if narrowed or view.page == RENEWAL else COUNTRY


def _places(view: View, register: Register) -> list[str]:
    """Speak of the whole country, or of the places chosen on the map."""
    counted, chosen = view_figures(view, register), view.selection
    if not counted.total:
        return []
    if counted.total == 1:
        # A share of one municipality says nothing.
        municipalities = view.municipalities(register)
        return [status_sentence(view, register, municipalities.index[municipalities["in_places"]][0])]
    on_map = view.page == MAP
    sizes = [size_word(size.smallest, size.largest) for size in chosen.sizes] if on_map else []
    where = _where(place_names(view, register) if on_map else [], sizes)
    said = status_counts(view, counted, where, chosen.statuses if on_map else ())
    if not chosen.statuses and not sizes:
        said += _inhabitants(view, counted, where)
    if not chosen.restricts_places and not chosen.statuses:
        said += _across_counties(view, register)
    return said


def _county(view: View, register: Register) -> list[str]:
    (number_,) = view.places
    municipalities = view.municipalities(register)
    counted = figures(municipalities[municipalities["matches"]])
    if counted.total == 1:
        return [status_sentence(view, register, municipalities.index[municipalities["matches"]][0])]
    where = _where(place_names(view, register), [])
    said = status_counts(view, counted, where, ()) + _inhabitants(view, counted, where)
    return said + _rank(view, municipalities, number_)


def _municipality(view: View, register: Register) -> list[str]:
    (number_,) = view.places
    municipalities = view.municipalities(register)
    county = municipalities.at[number_, "fylkesnummer"]
    said = [status_sentence(view, register, number_)]
    inside = figures(municipalities[municipalities["fylkesnummer"] == county])
    if inside.total > 1:
        said += status_counts(view, inside, _where([register.county_names[county]], []), (Status.ADOPTED,))
    beside = municipalities.loc[list(neighbours_of(number_, register.tables.neighbours).index)]
    if len(beside):
        said.append(_neighbours(view, municipalities.at[number_, "navn"], figures(beside)))
    return said


def _neighbours(view: View, name: str, counted: Figures) -> str:
    said = ngettext(
        "Per {date} har {count} av {total} nabokommune til {name} en dokumentert frivillighetspolitikk.",
        "Per {date} har {count} av {total} nabokommuner til {name} en dokumentert frivillighetspolitikk.",
        counted.total,
    ).format(
        date=day(view.selection.on),
        count=number(counted.adopted.part),
        total=number(counted.total),
        name=name,
    )
    return f"{said} {unknown_sentence(counted.counts[Status.UNKNOWN], counted.total)}".strip()


def _comparison(view: View, register: Register) -> list[str]:
    if view.level == Level.MUNICIPALITIES:
        return [status_sentence(view, register, number_) for number_ in view.places]
    municipalities, said = view.municipalities(register), []
    for county in view.places:
        inside = municipalities[municipalities["fylkesnummer"] == county]
        if len(inside) == 1:
            said.append(status_sentence(view, register, inside.index[0]))
        else:
            where = _where([register.county_names[county]], [])
            said += status_counts(view, figures(inside), where, (Status.ADOPTED,))
    return said


def _where(counties: list[str], sizes: list[str]) -> str:
    phrase = places_phrase(counties, sizes)
    return f" {phrase}" if phrase else ""


def _inhabitants(view: View, counted: Figures, where: str) -> list[str]:
    # The inhabitants of an earlier date are not in the register.
    if view.selection.on != view.today or not counted.adopted.part or not counted.inhabitants.whole:
        return []
    reached = counted.inhabitants
    text = _(
        "Per {date} bor {part} av {whole} innbyggere{where} ({share}) i en kommune med en dokumentert "
        "frivillighetspolitikk, regnet med folketallet {counted}."
    ).format(
        date=day(view.selection.on),
        part=number(reached.part),
        whole=number(reached.whole),
        where=where,
        share=percent(reached.part / reached.whole),
        counted=day(COUNTED),
    )
    return [f"{text} {unknown_sentence(counted.counts[Status.UNKNOWN], counted.total)}".strip()]


def _across_counties(view: View, register: Register) -> list[str]:
    """Name the county with the largest share, among those where a share says something, and count those at nil."""
    if view.selection.on != view.today:
        return []
    counties = by_county(view.municipalities(register))
    counties = counties[counties["total"] > 1]
    date_, most = day(view.selection.on), counties["share"].max()
    first, said = counties[counties["share"] == most], []
    if len(first) == 1 and most > 0:
        row = first.iloc[0]
        text = _(
            "Av fylkene med flere enn én kommune har {county} størst andel med dokumentert frivillighetspolitikk per "
            "{date}: {count} ({share})."
        ).format(
            county=row["fylke"], date=date_, count=_municipalities(row["adopted"], row["total"]), share=percent(most)
        )
        said.append(f"{text} {_unknown_of(row)}".strip())
    nil = counties[counties["adopted"] == 0]
    if len(nil):
        text = _(
            "Per {date} har ingen av kommunene i {counties} en dokumentert frivillighetspolitikk: {count}."
        ).format(
            date=date_,
            counties=listing(nil["fylke"].tolist()),
            count=_municipalities(0, nil["total"].sum()),
        )
        said.append(f"{text} {_unknown_of(nil.sum(numeric_only=True))}".strip())
    return said


def _rank(view: View, municipalities: pd.DataFrame, county: str) -> list[str]:
    """Tell a county's place, unless it shares it or has nothing to be ranked by."""
    counties = by_county(municipalities)
    counties = counties[counties["total"] > 1]
    rank, row = rank_by_share(counties, county), counties.loc[county]
    if rank.beside or not row["adopted"]:
        return []
    text = _(
        "Per {date} er {county} nummer {place} av de {of} fylkene med flere enn én kommune, regnet etter andelen "
        "kommuner med en dokumentert frivillighetspolitikk: {count} ({share})."
    ).format(
        date=day(view.selection.on),
        county=row["fylke"],
        place=number(rank.place),
        of=number(rank.of),
        count=_municipalities(row["adopted"], row["total"]),
        share=percent(row["share"]),
    )
    return [f"{text} {_unknown_of(row)}".strip()]


def _municipalities(part: int, whole: int) -> str:
    return _("{count} kommuner").format(count=count_of(int(part), int(whole)))


def _unknown_of(counted: pd.Series) -> str:
    return unknown_sentence(int(counted[Status.UNKNOWN.value]), int(counted["total"]))
