"""The parts of the description of the API that its operations share: schemas, parameters, headers and responses."""

from collections.abc import Sequence
from typing import Any

from lib.register.status import Definition
from lib.texts import _
from lib.texts.language import LANGUAGE, Language
from lib.web.answers import Asked
from lib.web.api.fields import object_schema
from lib.web.api.figures import figures_schema
from lib.web.api.parameters import NUMBER_SCHEMA
from lib.web.api.places import choice_schema
from lib.web.api.route import CSV, GEOJSON, JSON, MEDIA_TYPES, ApiRoute

_PROBLEM = "application/problem+json"
TEXT = {"type": "string"}
_URI = {"type": "string", "format": "uri"}
_DAY = {"type": "string", "format": "date"}
_COUNT = {"type": "integer", "minimum": 0}


def ref(name: str) -> dict[str, Any]:
    """Point to a shared schema."""
    return {"$ref": f"#/components/schemas/{name}"}


def closed(properties: dict[str, Any], *optional: str) -> dict[str, Any]:
    """Describe an object with just these members.

    Parameters
    ----------
    properties
        Schemas by name.
    *optional
        Names of members that may be absent.

    Returns
    -------
    dict
        JSON Schema.
    """
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}


def schemas(routes: Sequence[ApiRoute], asked: Asked) -> dict[str, Any]:
    """Describe rows, figures, what is told around them, and faults.

    Parameters
    ----------
    routes
        All routes.
    asked
        The request: what there is to choose from.

    Returns
    -------
    dict
        JSON Schemas by name.
    """
    rows = {route.row: object_schema(route.fields) for route in routes}
    paging = ("first", "prev", "next", "last")
    formats = (JSON, CSV, GEOJSON)
    links = dict.fromkeys(("self", *formats, "documentation", "description", *paging), _URI)
    return rows | {
        "Figures": figures_schema(),
        "Meta": closed(
            {
                "register_version": {**TEXT, "description": _("Versjonen av registeret.")},
                "register_date": {**_DAY, "description": _("Dagen registeret sist ble oppdatert.")},
                "generated": {**_DAY, "description": _("Dagen svaret ble laget.")},
                "status_date": {**_DAY, "description": _("Dagen statusene gjelder for.")},
                "definition": {
                    "type": "string",
                    "enum": [definition.value for definition in Definition],
                    "description": _("Hvilke observasjoner som teller."),
                },
                "total": {**_COUNT, "description": _("Hvor mange rader listen har i alt.")},
                "page": {**_COUNT, "description": _("Hvilken side av listen dette er.")},
                "pages": {**_COUNT, "description": _("Hvor mange sider listen har.")},
                "page_size": {**_COUNT, "description": _("Hvor mange rader det er på en side.")},
                "filters": {
                    "type": "object",
                    "additionalProperties": {"anyOf": [TEXT, {"type": "array", "items": TEXT}]},
                    "description": _("Filtrene slik de ble forstått."),
                },
                "source": {**TEXT, "description": _("Slik oppgir du kilden.")},
                "licence": closed({"name": TEXT, "url": _URI, "attribution": TEXT}),
            },
            "status_date",
            "definition",
            "total",
            "page",
            "pages",
            "page_size",
        ),
        "Links": closed(links, *formats, *paging),
        "Geometry": closed(
            {"type": {"enum": ["Polygon", "MultiPolygon"]}, "coordinates": {"type": "array", "minItems": 1}}
        ),
        NUMBER_SCHEMA: {"type": "string", "enum": list(asked.register.municipalities.index)},
        "Problem": closed(
            {
                "type": {"type": "string", "format": "uri-reference"},
                "title": TEXT,
                "status": {"type": "integer"},
                "detail": {**TEXT, "description": _("Hva som er galt, og hvordan det rettes.")},
                "instance": {"type": "string", "format": "uri-reference"},
                "errors": {
                    "type": "array",
                    "items": closed({"parameter": TEXT, "value": TEXT, "detail": TEXT}, "value"),
                    "description": _("Hver verdi som ikke kan brukes."),
                },
                "choices": {
                    "type": "array",
                    "items": choice_schema(),
                    "description": _("Stedene i dag som et tidligere nummer fører til, når de er flere."),
                },
            },
            "errors",
            "choices",
        ),
    }


def shared_parameters() -> dict[str, Any]:
    """Describe the parameters that every route has."""
    return {
        "Language": {
            "name": LANGUAGE,
            "in": "query",
            "description": _("Språket i setninger og feilmeldinger. Koder og data er de samme på alle språk."),
            "schema": {
                "type": "string",
                "enum": [language.value for language in Language],
                "default": Language.BOKMAL.value,
            },
        },
        "IfNoneMatch": {
            "name": "If-None-Match",
            "in": "header",
            "description": _("Merket (ETag) på svaret du har. Er det fortsatt det samme, er svaret 304 uten innhold."),
            "schema": TEXT,
        },
    }


def headers() -> dict[str, Any]:
    """Describe the headers of answers."""

    def header(words: str, schema: dict[str, Any]) -> dict[str, Any]:
        return {"description": words, "required": True, "schema": schema}

    return {
        "ETag": header(_("Merke som endres når svaret endres."), TEXT),
        "Last-Modified": header(_("Når svaret sist kan ha endret seg."), TEXT),
        "Cache-Control": header(_("Hvor lenge svaret kan brukes uten å spørre på nytt."), TEXT),
        "Register-Version": header(_("Versjonen av registeret."), TEXT),
        "Register-Date": header(_("Dagen registeret sist ble oppdatert."), _DAY),
        "Link": header(
            _("Lenker til første, forrige, neste og siste side, til lisensen og til dokumentasjonen."), TEXT
        ),
        "Total-Count": header(_("Hvor mange rader listen har i alt."), _COUNT),
        "Status-Date": header(_("Dagen statusene gjelder for."), _DAY),
        "Status-Definition": header(_("Hvilke observasjoner som teller."), TEXT),
        "Location": header(_("Adressen til stedet i dag."), {"type": "string", "format": "uri-reference"}),
    }


def responses() -> dict[str, Any]:
    """Describe the answers that are alike for all routes."""
    problem = {"content": {_PROBLEM: {"schema": ref("Problem")}}}
    moved = closed({"number": TEXT, "name": TEXT, "address": _URI})
    tag = {"ETag": {"$ref": "#/components/headers/ETag"}}
    return {
        "NotModified": {"description": _("Svaret du har, er fortsatt det samme."), "headers": tag},
        "Moved": {
            "description": _("Nummeret er et tidligere nummer, og området hører til ett sted i dag."),
            "headers": {"Location": {"$ref": "#/components/headers/Location"}},
            "content": {MEDIA_TYPES[JSON]: {"schema": moved}},
        },
        "Unusable": {"description": _("Adressen har en parameter eller verdi som ikke kan brukes.")} | problem,
        "NotFound": {"description": _("Stedet, siden eller formatet finnes ikke.")} | problem,
        "NotAcceptable": {"description": _("Ingen av formatene er blant dem klienten godtar.")} | problem,
    }
