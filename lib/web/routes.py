"""Every address that the site itself answers, in the order in which they are tried."""

from starlette.routing import BaseRoute

from lib.register.register import Register
from lib.texts import _
from lib.web.answers import Asked, Content, not_found
from lib.web.assets import asset_route
from lib.web.resources import Answers, Resource


def resources() -> list[Resource]:
    """List the resources.

    Returns
    -------
    list of Resource
        Those that are more special before those that would take their addresses.
    """
    return [*_unknown_addresses()]


def own_routes(register: Register, base_path: str = "") -> list[BaseRoute]:
    """Make the routes of everything that the site itself answers.

    Parameters
    ----------
    register
        The register.
    base_path
        What stands before the application's own addresses, without a slash at the end.

    Returns
    -------
    list of starlette.routing.BaseRoute
        The routes.
    """
    return [asset_route(base_path), *Answers(register, base_path).routes(resources())]


def _unknown_addresses() -> list[Resource]:
    """Answer what does not exist below the site's own addresses, which would otherwise reach Streamlit."""

    def nothing(asked: Asked) -> Content:
        raise not_found(_("Ingen side eller fil har denne adressen."))

    return [
        Resource("/api{rest:path}", nothing, machine=True),
        *(Resource(f"/{first}/{{rest:path}}", nothing) for first in ("data", "embed", "fylke", "kommune", "last-ned")),
    ]
