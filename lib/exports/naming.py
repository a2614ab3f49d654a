"""What a view is called: in titles and citations, in the lines that say what it holds for, and in names of files."""

from lib.exports.view import COMPARISON, COUNTY_PAGE, DEVELOPMENT, MAP, MUNICIPALITY_PAGE, RENEWAL, View
from lib.maps.choropleth import Level
from lib.register.register import Register
from lib.register.version import REGISTER_VERSION
from lib.texts import _
from lib.texts.formats import day, listing
from lib.texts.sentences import places_phrase
from lib.texts.slugs import slug
from lib.texts.words import definition_word, size_word, status_word


def place_names(view: View, register: Register) -> list[str]:
    """Name the places that a view is about, or compares.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.

    Returns
    -------
    list of str
        In the view's own order; empty for the whole country.
    """
    if view.page == MAP:
        return [register.county_names[number] for number in view.selection.counties]
    by_county = view.page == COUNTY_PAGE or view.level == Level.COUNTIES
    names = register.county_names if by_county else register.municipalities["navn"]
    numbers = view.selection.counties if view.page == RENEWAL else view.places
    return [(register.county_names if view.page == RENEWAL else names)[number] for number in numbers]


def view_name(view: View, register: Register) -> str:
    """Say what a view is about, for instance ``"Frivillighetspolitikk i kommunene i Innlandet"``.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.

    Returns
    -------
    str
        A title without figures.
    """
    names = place_names(view, register)
    if view.page == MUNICIPALITY_PAGE and names:
        return _("Frivillighetspolitikk i {municipality}").format(municipality=names[0])
    if view.page == COMPARISON and names:
        return _("Frivillighetspolitikk i {places}").format(places=listing(names))
    if view.page == DEVELOPMENT:
        return _("Frivillighetspolitikk i kommunene, år for år")
    if view.page == RENEWAL:
        place = places_phrase(names, [])
        return f"{_('Frivillighetspolitikk som går ut eller er gått ut')} {place}".strip()
    sizes = [size_word(size.smallest, size.largest) for size in view.selection.sizes]
    if not (place := places_phrase(names, sizes)):
        return _("Frivillighetspolitikk i kommunene")
    return _("Frivillighetspolitikk i kommunene {place}").format(place=place)


def conditions(view: View) -> str:
    """Say which date, definition and statuses a view holds for.

    Parameters
    ----------
    view
        The view; its places stand in :func:`view_name`.

    Returns
    -------
    str
        For instance ``"Status 23. november 2026, vanlig definisjon. Bare kommuner med status vedtatt."``
    """
    chosen = view.selection
    text = _("Status {date}, {definition} definisjon.").format(
        date=day(chosen.on), definition=definition_word(chosen.definition).lower()
    )
    if chosen.statuses:
        words = listing([status_word(status).lower() for status in chosen.statuses], any_of=True)
        text += " " + _("Bare kommuner med status {statuses}.").format(statuses=words)
    return text


def file_stem(view: View, register: Register) -> str:
    """Name a file of a view, without its ending.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.

    Returns
    -------
    str
        For instance ``"frivillighetspolitikk_innlandet_2026-11-23"``; the same in every language.
    """
    chosen = view.selection
    parts = [slug(name) for name in place_names(view, register)]
    parts = parts if len(parts) <= 3 else [f"{len(parts)}-steder"]
    parts += [f"{size.value.rstrip('-')}-innbyggere" for size in chosen.sizes[:2]]
    parts += [slug(status) for status in chosen.statuses[:2]]
    if view.page in (DEVELOPMENT, RENEWAL):
        parts.insert(0, view.page)
    return "_".join(["frivillighetspolitikk", *parts, chosen.on.isoformat()])


def source_line() -> str:
    """Name the sources and the register's version, as every file carries them."""
    return _("Kilde: Register over frivillighetspolitikk i kommunene, versjon {version}.").format(
        version=REGISTER_VERSION
    )


def licence_line(*, boundaries: bool = False) -> str:
    """Name the licences, as every file carries them.

    Parameters
    ----------
    boundaries
        Whether the file shows or holds boundaries.

    Returns
    -------
    str
        One line.
    """
    if boundaries:
        return _("CC BY 4.0. Grenser: Kartverket, CC BY 4.0, forenklet. Kommuner og folketall: SSB, CC BY 4.0.")
    return _("CC BY 4.0. Kommuner og folketall: SSB, CC BY 4.0.")
