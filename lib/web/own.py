"""The site's own addresses, which are answered before anything reaches Streamlit."""

from collections.abc import Sequence

from starlette.middleware.exceptions import ExceptionMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Router
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.web.answers import not_allowed
from lib.web.gate import told


class OwnRoutes:
    """Answer the site's own addresses and hand all others on.

    Parameters
    ----------
    app
        The application inside.
    routes
        The site's own routes.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    """

    def __init__(self, app: ASGIApp, routes: Sequence[BaseRoute], base_path: str = ""):
        self.app = app
        self.base_path = base_path
        router = Router(routes, redirect_slashes=False, default=app)
        self.router = ExceptionMiddleware(router, handlers={405: self._not_allowed})

    def _not_allowed(self, request: Request, _error: Exception) -> Response:
        return told(not_allowed(), request.scope, self.base_path)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        await (self.router if scope["type"] == "http" else self.app)(scope, receive, send)
