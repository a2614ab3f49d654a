"""Numbers in addresses: today's, former ones that lead on, and those that lead to several places or to none."""

from collections.abc import Mapping

from lib.register.places import Earlier
from lib.texts import _
from lib.texts.formats import listing
from lib.web.answers import Asked, Content, FaultyAddressError, not_found
from lib.web.api.fields import Field, Row, Schema, object_schema
from lib.web.api.route import JSON, MEDIA_TYPES, ROOT
from lib.web.api.writing import as_json


def lead_on(asked: Asked, family: str, earlier: Earlier | None, names: Mapping[str, str], unknown: str) -> Content:
    """Answer for a number that is not in use.

    Parameters
    ----------
    asked
        The request.
    family
        ``municipalities`` or ``counties``.
    earlier
        The former place with that number, if there was one.
    names
        Names of today's places by number.
    unknown
        A sentence that says that nothing has the number.

    Returns
    -------
    Content
        A lasting redirect, when the number leads to one place.

    Raises
    ------
    FaultyAddressError
        With status 404 otherwise; where the place was split, the fault has the choices for programs.
    """
    if earlier is None:
        raise not_found(unknown)
    query = {name: ",".join(values) for name, values in asked.query.items()}
    ways = {
        number: f"{ROOT.lstrip('/')}/{family}/{number}{asked.ending}" for number in sorted(earlier.successors, key=int)
    }
    if len(ways) == 1:
        ((number, way),) = ways.items()
        body = {"number": number, "name": names[number], "address": asked.site.url(way, **query)}
        return Content(as_json(body), MEDIA_TYPES[JSON], status=308, location=asked.site.path(way, **query))
    choices = [
        {"number": number, "name": names[number], "address": asked.site.url(way, **query)}
        for number, way in ways.items()
    ]
    detail = _("Nummeret {number} er ikke lenger i bruk. Området hører i dag til {places}.").format(
        number=earlier.number, places=listing([f"{choice['number']} {choice['name']}" for choice in choices])
    )
    raise FaultyAddressError(404, _("Finnes ikke"), detail, {"choices": choices})


def choice_schema() -> Schema:
    """Describe a place of today that a former number leads to.

    Returns
    -------
    dict
        JSON Schema.
    """
    text = {"type": "string"}
    return object_schema(
        (
            Field("number", _("Nummeret i dag."), text),
            Field("name", _("Navnet i dag."), text),
            Field("address", _("Adressen i API-et."), text | {"format": "uri"}),
        )
    )


def link_schema(*names: str) -> Schema:
    """Describe a set of addresses.

    Parameters
    ----------
    *names
        What each is called.

    Returns
    -------
    dict
        JSON Schema.
    """
    meanings = {
        "page": _("Siden for lesere, uten JavaScript."),
        "dashboard": _("Siden i kartløsningen."),
        "embed": _("Utgaven som kan bygges inn i andre nettsider."),
        "feed": _("Atom-strøm med endringer."),
        "county": _("Fylket i API-et."),
    }
    return object_schema(tuple(Field(name, meanings[name], {"type": "string", "format": "uri"}) for name in names))


def links_of(asked: Asked, family: str, number: str, page: str, **dashboard: str) -> Row:
    """Write where else the site tells of a place.

    Parameters
    ----------
    asked
        The request.
    family
        ``kommune`` or ``fylke``.
    number
        The place's number.
    page
        Path of its page that needs no session.
    **dashboard
        Further parameters of the dashboard's page.

    Returns
    -------
    dict
        Absolute addresses.
    """
    return {
        "page": asked.site.url(page),
        "dashboard": asked.site.url(family, **{family: number}, **dashboard),
        "embed": asked.site.url(f"embed/{family}/{number}", **dashboard),
        "feed": asked.site.url(f"{family}/{number}/endringer.atom"),
    }
