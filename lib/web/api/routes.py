"""Every route of the API, in the order in which they are shown, and as resources."""

from lib.texts import _
from lib.web.answers import Asked, Content
from lib.web.api.boundaries import boundary_routes
from lib.web.api.counties import county_routes
from lib.web.api.documentation import documentation_page
from lib.web.api.index import index_route
from lib.web.api.municipalities import municipality_routes
from lib.web.api.openapi import description
from lib.web.api.route import JSON, MEDIA_TYPES, ApiRoute
from lib.web.api.statistics import statistics_routes
from lib.web.api.tables import table_routes
from lib.web.api.writing import DESCRIPTION, DOCUMENTATION, answer_with, as_json
from lib.web.resources import Resource


def api_routes() -> list[ApiRoute]:
    """Declare the routes, in the language spoken.

    Returns
    -------
    list of ApiRoute
        The index first.
    """
    others = [*municipality_routes(), *county_routes(), *table_routes(), *statistics_routes(), *boundary_routes()]
    return [index_route(others), *others]


def api_resources() -> list[Resource]:
    """List the API's resources.

    Returns
    -------
    list of Resource
        The routes, their description and the documentation.
    """
    described = Resource(
        f"/{DESCRIPTION}",
        lambda asked: Content(as_json(description(api_routes(), asked)), MEDIA_TYPES[JSON]),
        machine=True,
        strict=True,
        summary=_("Beskrivelse av API-et etter OpenAPI 3.1"),
    )
    documented = Resource(
        f"/{DOCUMENTATION}",
        lambda asked: documentation_page(api_routes(), asked),
        summary=_("Dokumentasjon av API-et"),
    )
    return [described, *(_resource(place, route) for place, route in enumerate(api_routes())), documented]


def _resource(place: int, route: ApiRoute) -> Resource:
    def make(asked: Asked) -> Content:
        # Declared anew, so that what it says is in the language of the request.
        return answer_with(api_routes()[place], asked)

    return Resource(
        f"/{route.address('{number}')}",
        make,
        tuple(parameter.name for parameter in route.parameters),
        {ending: MEDIA_TYPES[ending] for ending in route.formats} if route.has_endings else {},
        machine=True,
        strict=True,
        summary=route.summary,
    )
