"""Figures of operation for Prometheus: requests, how long they take, how long answers take to make, open sessions.

Requests are counted by the template of their address, never by the address itself, so that there are only so many
series. Nothing tells who asked.
"""

import ipaddress
from collections.abc import Iterable
from time import perf_counter

from prometheus_client import (
    CONTENT_TYPE_LATEST,
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    ProcessCollector,
    generate_latest,
)
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.settings import Audience, metrics_audience
from lib.texts import _

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)

_REQUESTS = Counter("frivillig_requests", "Requests answered", ["route", "method", "status"], registry=REGISTRY)
_DURATION = Histogram(
    "frivillig_request_seconds",
    "Time from request to the end of the answer",
    ["route"],
    buckets=(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=REGISTRY,
)
_SESSIONS = Gauge("frivillig_open_sessions", "Open connections of the dashboard", registry=REGISTRY)
_MADE = Histogram(
    "frivillig_render_seconds",
    "Time to make and compress an answer",
    ["route"],
    buckets=(0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
    registry=REGISTRY,
)
_FOUND = Counter("frivillig_answers_from_memory", "Answers that were made already", ["route"], registry=REGISTRY)

_METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})
# Whoever is asked through a proxy is not alone with the one who asks.
_FORWARDED = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-real-ip", "via")
_STREAMLIT = ("_stcore", "static", "component", "media")
_OTHER = "other"
_PAGE = "page"


def answer_made(route: str, seconds: float) -> None:
    """Count an answer that had to be made.

    Parameters
    ----------
    route
        The template of its address.
    seconds
        How long it took.
    """
    _MADE.labels(route).observe(seconds)


def answer_found(route: str) -> None:
    """Count an answer that was in memory.

    Parameters
    ----------
    route
        The template of its address.
    """
    _FOUND.labels(route).inc()


class Measure:
    """Count and time every request, whoever answers it.

    Parameters
    ----------
    app
        The application inside.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    pages
        Path of each of Streamlit's pages below `base_path`.
    """

    def __init__(self, app: ASGIApp, base_path: str = "", pages: Iterable[str] = ()):
        self.app = app
        self.base_path = base_path
        self.pages = frozenset(pages)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "websocket":
            await self._session(scope, receive, send)
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started, status = perf_counter(), 500

        async def send_and_see(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_and_see)
        finally:
            route = self._route(scope)
            method = scope["method"] if scope["method"] in _METHODS else _OTHER
            _REQUESTS.labels(route, method, str(status)).inc()
            _DURATION.labels(route).observe(perf_counter() - started)

    async def _session(self, scope: Scope, receive: Receive, send: Send) -> None:
        opened = False

        async def send_and_see(message: Message) -> None:
            nonlocal opened
            if message["type"] == "websocket.accept" and not opened:
                opened = True
                _SESSIONS.inc()
            await send(message)

        try:
            await self.app(scope, receive, send_and_see)
        finally:
            if opened:
                _SESSIONS.dec()

    def _route(self, scope: Scope) -> str:
        """Name the template of an address; the router leaves the route that it found in the scope."""
        found = scope.get("route")
        if isinstance(found, Route) and found.path.startswith(self.base_path):
            return found.path.removeprefix(self.base_path)
        path = scope["path"].removeprefix(self.base_path).strip("/")
        first = path.partition("/")[0]
        if first in _STREAMLIT:
            return f"/{first}"
        return _PAGE if path in self.pages else _OTHER


def metrics_route(base_path: str = "") -> Route:
    """Make the route that gives the figures.

    Parameters
    ----------
    base_path
        What stands before the application's own addresses, without a slash at the end.

    Returns
    -------
    starlette.routing.Route
        ``/metrics``, open as the setting ``FRIVILLIG_MALINGER`` says.
    """

    def figures(request: Request) -> Response:
        if not may_see(request, metrics_audience()):
            refusal = _("Målingene er bare for driften av nettstedet.")
            return PlainTextResponse(f"{refusal}\n", 403, {"Cache-Control": "no-store"})
        headers = {"Content-Type": CONTENT_TYPE_LATEST, "Cache-Control": "no-store"}
        return Response(generate_latest(REGISTRY), headers=headers)

    return Route(f"{base_path}/metrics", figures)


def may_see(asked: HTTPConnection, audience: Audience) -> bool:
    """Tell whether whoever asks may see the figures.

    Parameters
    ----------
    asked
        The request.
    audience
        Who may.

    Returns
    -------
    bool
        By default true for those who ask this process directly from this machine or a private network, calling it by
        a number or a name without a dot: what a proxy hands on from the world is neither.
    """
    if audience != Audience.LOCAL:
        return audience == Audience.ALL
    if asked.client is None or any(name in asked.headers for name in _FORWARDED):
        return False
    return _is_private(asked.client.host) and _is_local_name(asked.url.hostname or "")


def _is_private(host: str) -> bool:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return (getattr(address, "ipv4_mapped", None) or address).is_private


def _is_local_name(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_private
    except ValueError:
        return "." not in host
