"""The description of the API by OpenAPI 3.1, which follows from the routes' declarations."""

from collections.abc import Sequence
from typing import Any

from lib.texts import _
from lib.web.answers import Asked
from lib.web.api.components import TEXT, closed, headers, ref, responses, schemas, shared_parameters
from lib.web.api.parameters import Parameter
from lib.web.api.route import CSV, GEOJSON, JSON, MEDIA_TYPES, ROOT, ApiRoute
from lib.web.api.writing import licence

API_VERSION = "1.0.0"


def description(routes: Sequence[ApiRoute], asked: Asked) -> dict[str, Any]:
    """Describe the API.

    Parameters
    ----------
    routes
        All routes.
    asked
        The request: where the site is, and what there is to choose from.

    Returns
    -------
    dict
        An OpenAPI document, in the language spoken.

    References
    ----------
    https://spec.openapis.org/oas/v3.1.1.html
    """
    paths = {}
    for route in routes:
        paths[ROOT + route.path] = {"get": _operation(route, asked, by_ending=False)}
        if route.has_endings:
            paths[f"{ROOT}{route.path}.{{format}}"] = {"get": _operation(route, asked, by_ending=True)}
    return {
        "openapi": "3.1.1",
        "jsonSchemaDialect": "https://spec.openapis.org/oas/3.1/dialect/base",
        "info": {
            "title": _("Frivillighetspolitikk i kommunene"),
            "version": API_VERSION,
            "description": _(
                "Åpne data om kommunenes frivillighetspolitikk. Alle adresser kan leses med GET og HEAD fra enhver "
                "nettside. En adresse med en ukjent parameter eller en verdi som ikke kan brukes, får status 400."
            ),
            "license": {"name": licence()["name"], "url": licence()["url"]},
        },
        "servers": [{"url": asked.site.origin + asked.site.base_path}],
        "paths": paths,
        "components": {
            "schemas": schemas(routes, asked),
            "parameters": shared_parameters(),
            "headers": headers(),
            "responses": responses(),
        },
    }


def _operation(route: ApiRoute, asked: Asked, *, by_ending: bool) -> dict[str, Any]:
    parameters: list[dict[str, Any]] = []
    if route.number is not None:
        parameters.append(
            {
                "name": "number",
                "in": "path",
                "required": True,
                "description": route.number.description,
                "schema": {"type": "string", "pattern": route.number.pattern},
                "example": route.number.example,
            }
        )
    if by_ending:
        parameters.append(
            {
                "name": "format",
                "in": "path",
                "required": True,
                "description": _("Formatet."),
                "schema": {"type": "string", "enum": list(route.formats)},
            }
        )
    parameters += [_parameter(parameter, asked) for parameter in route.parameters]
    parameters += [{"$ref": f"#/components/parameters/{name}"} for name in shared_parameters()]
    answers: dict[str, Any] = {"200": _found(route), "304": {"$ref": "#/components/responses/NotModified"}}
    if route.number is not None:
        answers["308"] = {"$ref": "#/components/responses/Moved"}
    answers["400"] = {"$ref": "#/components/responses/Unusable"}
    if route.number is not None or route.paged or by_ending:
        answers["404"] = {"$ref": "#/components/responses/NotFound"}
    if route.has_endings and not by_ending:
        answers["406"] = {"$ref": "#/components/responses/NotAcceptable"}
    return {
        "operationId": route.name + ("ByEnding" if by_ending else ""),
        "summary": route.summary,
        "description": route.description,
        "parameters": parameters,
        "responses": answers,
    }


def _parameter(parameter: Parameter, asked: Asked) -> dict[str, Any]:
    example = parameter.example
    described = {
        "name": parameter.name,
        "in": "query",
        "description": parameter.description,
        "schema": parameter.json_schema(asked.register),
        "example": example.split(",") if parameter.several else int(example) if parameter.largest else example,
    }
    # Commas between the values, as in the pages' own addresses; repeating the parameter works too.
    return described | ({"style": "form", "explode": False} if parameter.several else {})


def _found(route: ApiRoute) -> dict[str, Any]:
    names = ["ETag", "Last-Modified", "Cache-Control", "Register-Version", "Register-Date", "Link"]
    names += [] if route.detail else ["Total-Count"]
    names += ["Status-Date", "Status-Definition"] if route.dated else []
    bodies = {JSON: _envelope(route), CSV: {"type": "string"}, GEOJSON: _geojson(route)}
    if route.is_geographic:
        bodies[JSON] = bodies[GEOJSON]
    return {
        "description": route.summary,
        "headers": {name: {"$ref": f"#/components/headers/{name}"} for name in names},
        "content": {MEDIA_TYPES[ending].partition(";")[0]: {"schema": bodies[ending]} for ending in route.formats},
    }


def _envelope(route: ApiRoute) -> dict[str, Any]:
    data = route.detail or {"type": "array", "items": ref(route.row)}
    return closed({"meta": ref("Meta"), "links": ref("Links"), **route.members, "data": data})


def _geojson(route: ApiRoute) -> dict[str, Any]:
    feature = {
        "type": {"const": "Feature"},
        "id": TEXT,
        "properties": ref(route.row),
        "geometry": ref("Geometry"),
    }
    told = {"meta": ref("Meta"), "links": ref("Links"), **route.members}
    if route.detail:
        return closed(feature | told)
    features = {"type": "array", "items": closed(feature)}
    return closed({"type": {"const": "FeatureCollection"}, **told, "features": features})
