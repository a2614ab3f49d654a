"""The site's own addresses, which are answered before anything reaches Streamlit."""

from collections.abc import Sequence

from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send


class OwnRoutes:
    """Answer the site's own addresses and hand all others on.

    Parameters
    ----------
    app
        The application inside.
    routes
        The site's own routes.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute]):
        self.app = app
        self.router = Router(routes, redirect_slashes=False, default=app)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await (self.router if scope["type"] == "http" else self.app)(scope, receive, send)
