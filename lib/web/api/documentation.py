"""The documentation for readers: every route with parameters, fields and examples, from the routes' declarations."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from lib.texts import _
from lib.texts.formats import listing
from lib.web.answers import Asked, Content, FaultyAddressError
from lib.web.api.examples import Snippet, snippets
from lib.web.api.fields import PARTIAL_DATE_SCHEMA, Field
from lib.web.api.filters import county_parameter
from lib.web.api.parameters import check
from lib.web.api.route import CSV, GEOJSON, JSON, Answer, ApiRoute
from lib.web.api.writing import DESCRIPTION, DOCUMENTATION
from lib.web.metadata import page_metadata
from lib.web.plain import plain_page

_FORMAT_NAMES = {JSON: "JSON", CSV: "CSV", GEOJSON: "GeoJSON"}


class _Parameter(NamedTuple):
    name: str
    description: str
    allowed: str
    usual: str


class _Field(NamedTuple):
    name: str
    description: str
    kind: str
    codes: list[tuple[str, str]]


class _Example(NamedTuple):
    title: str
    snippets: list[Snippet]


class _Shown(NamedTuple):
    """A route as the template shows it."""

    anchor: str
    path: str
    summary: str
    description: str
    formats: str
    parameters: list[_Parameter]
    fields: list[_Field]
    members: list[tuple[str, str]]
    examples: list[_Example]
    sample: str


def documentation_page(routes: Sequence[ApiRoute], asked: Asked) -> Content:
    """Write the page.

    Parameters
    ----------
    routes
        All routes.
    asked
        The request: where the site is, and what there is to choose from.

    Returns
    -------
    Content
        HTML.
    """
    municipalities = next(route.address() for route in routes if route.name == "listMunicipalities")
    body = plain_page(
        "api.html",
        asked.site,
        path=asked.site.path(DOCUMENTATION),
        title=_("Åpne data gjennom API"),
        metadata=page_metadata(
            _("Åpne data gjennom API"),
            _("API for registeret over kommunenes frivillighetspolitikk: JSON, CSV og GeoJSON, gratis og uten nøkkel."),
            DOCUMENTATION,
            asked.site,
        ),
        routes=[_shown(route, asked) for route in routes],
        description=asked.site.url(DESCRIPTION),
        negotiated=f"curl --fail --header 'Accept: text/csv' '{asked.site.url(municipalities)}'",
        kept=f"curl --fail --head '{asked.site.url(municipalities)}'",
        faulty=asked.site.url(municipalities, fylke="99"),
        problem=_problem(asked),
    )
    return Content(body, "text/html; charset=utf-8")


def _shown(route: ApiRoute, asked: Asked) -> _Shown:
    parameters = [_Parameter(each.name, each.description, each.allowed(asked), each.usual) for each in route.parameters]
    if route.number is not None:
        allowed = _("for eksempel {example}").format(example=route.number.example)
        parameters.insert(0, _Parameter("number", route.number.description, allowed, ""))
    members: Mapping[str, Any] = route.detail["properties"] if route.detail else route.members
    own = {field.name for field in route.fields}
    return _Shown(
        route.name,
        route.address("{number}"),
        route.summary,
        route.description,
        listing([_FORMAT_NAMES[ending] for ending in route.formats]),
        parameters,
        [_Field(each.name, each.description, _kind(each), list(each.codes.items())) for each in route.fields],
        [(name, _meaning(schema)) for name, schema in members.items() if name not in own],
        [_Example(example.title, snippets(route, example, asked.site)) for example in route.examples],
        _sample(route, asked),
    )


def _meaning(schema: Mapping[str, Any]) -> str:
    """Say what a member of JSON holds that is no field of the rows."""
    if schema.get("$ref") == "#/components/schemas/Figures":
        return _("Nøkkeltall: antallet kommuner i hver status, i alt og andelen, og det samme for innbyggerne.")
    return str(schema.get("description") or _("Adresser til sider om stedet."))


def _kind(field: Field) -> str:
    """Say what kind of value a field holds."""
    word = {
        "string": _("tekst"),
        "integer": _("heltall"),
        "number": _("desimaltall"),
        "boolean": _("true eller false"),
        "array": _("liste"),
    }[field.schema["type"]]
    if field.schema.get("format") == "uri":
        word = _("nettadresse")
    if field.schema.get("format") == "date":
        word = _("dato")
    if field.schema.get("pattern") == PARTIAL_DATE_SCHEMA["pattern"]:
        word = _("dato, hel eller delvis")
    return _("{kind}, kan mangle").format(kind=word) if field.nullable else word


def _sample(route: ApiRoute, asked: Asked) -> str:
    """Show what a row of the first example looks like."""
    example = route.examples[0]
    path = {"number": route.number.example} if route.number else {}
    query = {name: (value,) for name, value in example.parameters.items()}
    answer = route.make(Asked(path, query, JSON, asked.site, asked.register, asked.today))
    assert isinstance(answer, Answer)
    return json.dumps(answer.rows[0], ensure_ascii=False, indent=2)


def _problem(asked: Asked) -> str:
    """Show what a fault looks like, as it is for a county that there is not."""
    wrong = Asked({}, {"fylke": ("99",)}, JSON, asked.site, asked.register, asked.today)
    try:
        check(wrong, [county_parameter()])
    except FaultyAddressError as fault:
        told = {"status": fault.status, "detail": fault.detail, **fault.members}
        return json.dumps(told, ensure_ascii=False, indent=2)
    raise AssertionError("there is a county 99")
