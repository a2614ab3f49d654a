"""The finding of a view in one sentence with its figures, and what it rests on: titles and subtitles of files."""

from datetime import date

import pandas as pd

from lib.exports.naming import conditions, place_names
from lib.exports.view import COMPARISON, COUNTY_PAGE, DEVELOPMENT, MAP, MUNICIPALITY_PAGE, RENEWAL, View
from lib.maps.choropleth import Level
from lib.register.register import Register
from lib.register.renewal import renewal
from lib.register.shares import Figures, by_county, figures
from lib.register.status import Basis, Status
from lib.texts import _, ngettext
from lib.texts.formats import day, listing, number
from lib.texts.sentences import places_phrase
from lib.texts.words import since_phrase, size_word, status_word


def view_figures(view: View, register: Register) -> Figures:
    """Count the statuses in the places that a view is about, whatever statuses it shows.

    Parameters
    ----------
    view
        The view. The whole country, where it names no place.
    register
        The observations.

    Returns
    -------
    Figures
        Counts of municipalities.
    """
    table = view.municipalities(register)
    return figures(table[table["in_places"]])


def finding(view: View, register: Register) -> str:
    """Say what a view shows, in one sentence with numerator and denominator.

    Parameters
    ----------
    view
        The view.
    register
        The observations.

    Returns
    -------
    str
        For instance ``"4 av 46 kommuner i Innlandet har en dokumentert frivillighetspolitikk"``, without a full stop.
    """
    if view.page == MUNICIPALITY_PAGE and view.places:
        return _municipality(view.municipalities(register).loc[view.places[0]])
    if view.page == RENEWAL:
        return _renewal(view, register)
    if view.page == COMPARISON and view.places:
        return _comparison(view, register)
    counted, where = view_figures(view, register), _where(view, register)
    if not counted.total:
        return _("Ingen kommuner passer til utvalget")
    if view.page == DEVELOPMENT and view.selection.on == view.today:
        return _count_sentence(
            _("{count} av {total} kommuner har en frivillighetspolitikk med kjent dato"), counted.adopted.part, counted
        )
    statuses = view.selection.statuses if view.page == MAP else ()
    return _municipalities(counted, statuses, where, view.selection.on, view.today)


def basis(view: View, register: Register) -> str:
    """Say what the finding of a view rests on: the date, the definition, and how many are not looked into.

    Parameters
    ----------
    view
        The view.
    register
        The observations.

    Returns
    -------
    str
        Whole sentences.
    """
    sentences = []
    if view.page == MUNICIPALITY_PAGE and view.places:
        row = view.municipalities(register).loc[view.places[0]]
        sentences = [f"{standing(row)}.", conditions(view), county_sentence(view, register, row["fylkesnummer"])]
        return " ".join(sentences)
    sentences.append(conditions(view))
    counted = view_figures(view, register)
    unknown = counted.counts[Status.UNKNOWN]
    if unknown and counted.total > 1:
        text = ngettext(
            "{count} av {total} kommuner er ikke undersøkt, så tallet er et minstetall.",
            "{count} av {total} kommuner er ikke undersøkt, så tallet er et minstetall.",
            unknown,
        )
        if view.page == MAP and view.selection.statuses and Status.ADOPTED not in view.selection.statuses:
            text = _("{count} av {total} kommuner er ikke undersøkt.")
        sentences.append(text.format(count=number(unknown), total=number(counted.total)))
    return " ".join(sentences)


def standing(row: pd.Series) -> str:
    """Name a municipality's status and since when it has it.

    Parameters
    ----------
    row
        With ``status``, ``since`` and ``basis``.

    Returns
    -------
    str
        For instance ``"Vedtatt i 2022"`` or ``"Under arbeid, sist omtalt 8. juli 2024"``.
    """
    word, since = status_word(row["status"]), since_phrase(row["status"], row["since"], row["basis"])
    if row["basis"] == Basis.ADOPTED_ON:
        return since[0].upper() + since[1:]
    return _("{status}, {since}").format(status=word, since=since) if since else word


def county_sentence(view: View, register: Register, county: str) -> str:
    """Say how many municipalities in a county have a documented policy.

    Parameters
    ----------
    view
        Gives the date and the definition.
    register
        The observations.
    county
        County number.

    Returns
    -------
    str
        A sentence.
    """
    table = view.municipalities(register)
    inside = figures(table[table["fylkesnummer"] == county])
    where = f" {places_phrase([register.county_names[county]], [])}"
    return _municipalities(inside, (), where, view.selection.on, view.today) + "."


def _where(view: View, register: Register) -> str:
    sizes = [size_word(size.smallest, size.largest) for size in view.selection.sizes] if view.page == MAP else []
    names = place_names(view, register) if view.page in (MAP, COUNTY_PAGE, RENEWAL) else []
    place = places_phrase(names, sizes)
    return f" {place}" if place else ""


def _count_sentence(text: str, count: int, counted: Figures, where: str = "", **more: str) -> str:
    return text.format(count=number(count), total=number(counted.total), where=where, **more)


def _municipalities(counted: Figures, statuses: tuple[Status, ...], where: str, on: date, today: date) -> str:
    past = on != today
    if not statuses or statuses == (Status.ADOPTED,):
        if past:
            text = ngettext(
                "{when} hadde {count} av dagens {total} kommune{where} en dokumentert frivillighetspolitikk",
                "{when} hadde {count} av dagens {total} kommuner{where} en dokumentert frivillighetspolitikk",
                counted.total,
            )
        else:
            text = ngettext(
                "{count} av {total} kommune{where} har en dokumentert frivillighetspolitikk",
                "{count} av {total} kommuner{where} har en dokumentert frivillighetspolitikk",
                counted.total,
            )
        return _count_sentence(text, counted.adopted.part, counted, where, when=day(on))
    count = sum(counted.counts[status] for status in statuses)
    words = listing([status_word(status).lower() for status in statuses], any_of=True)
    sentences: dict[tuple[Status, ...], str] = {
        (Status.IN_PROGRESS,): _("{count} av {total} kommuner{where} arbeider med en frivillighetspolitikk"),
        (Status.EXPIRED,): _(
            "{count} av {total} kommuner{where} har en frivillighetspolitikk som er utløpt eller ubekreftet"
        ),
        (Status.NONE,): _("{count} av {total} kommuner{where} har ingen frivillighetspolitikk, ifølge en kilde"),
        (Status.UNKNOWN,): _("{count} av {total} kommuner{where} er ikke undersøkt"),
    }
    text = sentences.get(statuses, _("{count} av {total} kommuner{where} har status {statuses}"))
    sentence = _count_sentence(text, count, counted, where, statuses=words)
    return _("{when}: {finding}").format(when=day(on), finding=sentence) if past else sentence


def _municipality(row: pd.Series) -> str:
    text = {
        Status.ADOPTED: _("{name} har en dokumentert frivillighetspolitikk"),
        Status.IN_PROGRESS: _("{name} arbeider med en frivillighetspolitikk"),
        Status.EXPIRED: _("{name} har en frivillighetspolitikk som er utløpt eller ubekreftet"),
        Status.NONE: _("{name} har ingen frivillighetspolitikk, ifølge en kilde"),
        Status.UNKNOWN: _("{name} er ikke undersøkt: vi kjenner ingen kilde om frivillighetspolitikk"),
    }[row["status"]]
    if row["status"] == Status.UNKNOWN and row["basis"] != Basis.NOTHING:
        text = _("{name} er ikke undersøkt: {since}")
    return text.format(name=row["navn"], since=since_phrase(row["status"], row["since"], row["basis"]))


def _renewal(view: View, register: Register) -> str:
    counted, where = view_figures(view, register), _where(view, register)
    found = renewal(register, view.selection.definition, view.today).within(view.selection.counties)
    ending = len(found.ending)
    soon = (
        ngettext(
            "{count} dokument går ut i {year} eller {next}{where}",
            "{count} dokumenter går ut i {year} eller {next}{where}",
            ending,
        )
        if ending
        else _("Ingen dokumenter går ut i {year} eller {next}{where}")
    ).format(count=number(ending), year=view.today.year, next=view.today.year + 1, where=where)
    late = _count_sentence(
        ngettext(
            "{count} av {total} kommune har en politikk som er utløpt eller ubekreftet",
            "{count} av {total} kommuner har en politikk som er utløpt eller ubekreftet",
            counted.total,
        ),
        len(found.expired),
        counted,
    )
    return _("{soon}, og {late}").format(soon=soon, late=late)


def _comparison(view: View, register: Register) -> str:
    names, counted = place_names(view, register), view_figures(view, register)
    if view.level == Level.COUNTIES:
        table = view.municipalities(register)
        counties = by_county(table[table["in_places"]]).sort_values("share", ascending=False)
        first = counties.iloc[0]
        if len(counties) > 1 and first["share"] > counties.iloc[1]["share"]:
            return _(
                "Størst andel har {county}: {count} av {total} kommuner har en dokumentert frivillighetspolitikk"
            ).format(county=first["fylke"], count=number(first["adopted"]), total=number(first["total"]))
    elif counted.total == 1:
        return _municipality(view.municipalities(register).loc[view.places[0]])
    text = _("{places}: {count} av {total} kommuner har en dokumentert frivillighetspolitikk")
    return _count_sentence(text, counted.adopted.part, counted, places=listing(names))
