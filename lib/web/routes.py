"""Every address that the site itself answers, in the order in which they are tried."""

from starlette.routing import BaseRoute

from lib.register.register import Register
from lib.texts import _
from lib.web.answers import Asked, Content, not_found
from lib.web.api.routes import api_resources
from lib.web.assets import asset_route
from lib.web.county_pages import county_resources
from lib.web.data import data_resources
from lib.web.downloads import download_resources
from lib.web.embeds import embed_resources
from lib.web.feeds import feed_resources
from lib.web.health import health_resources
from lib.web.metrics import metrics_route
from lib.web.municipality_pages import municipality_resources
from lib.web.oembed import oembed_resources
from lib.web.previews import preview_resources
from lib.web.resources import Answers, Resource
from lib.web.sitemap import sitemap_resources
from lib.web.statements import statement_resources


def resources() -> list[Resource]:
    """List the resources.

    Returns
    -------
    list of Resource
        Those that are more special before those that would take their addresses.
    """
    return [
        *data_resources(),
        *feed_resources(),
        *health_resources(),
        *api_resources(),
        *municipality_resources(),
        *county_resources(),
        *preview_resources(),
        *sitemap_resources(),
        *embed_resources(),
        *oembed_resources(),
        *download_resources(),
        *statement_resources(),
        *_unknown_addresses(),
    ]


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
    return [asset_route(base_path), metrics_route(base_path), *Answers(register, base_path).routes(resources())]


def _unknown_addresses() -> list[Resource]:
    """Answer what does not exist below the site's own addresses, which would otherwise reach Streamlit."""

    def nothing(asked: Asked) -> Content:
        raise not_found(_("Ingen side eller fil har denne adressen."))

    return [
        Resource("/api{rest:path}", nothing, machine=True),
        *(Resource(f"/{first}/{{rest:path}}", nothing) for first in ("data", "fylke", "kommune", "last-ned")),
    ]
