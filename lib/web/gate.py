"""What is turned away at the door: addresses that cannot be one, and what Streamlit offers that no page here uses."""

from urllib.parse import unquote_to_bytes

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.texts import _
from lib.texts.language import LANGUAGE, Language, speaking
from lib.web.answers import FaultyAddressError, not_allowed, not_found
from lib.web.faults import fault_page, problem_details
from lib.web.negotiation import asked_language
from lib.web.site import Site, site_of

# No address of the site comes near it.
LONGEST = 8192
_READING = ("GET", "HEAD", "OPTIONS")
# Uploads, the interface for programs that drive the pages, figures of operation, and signing in.
_UNUSED = (
    "_stcore/upload_file",
    "_stcore/agent",
    "_stcore/metrics",
    "_stcore/script-health-check",
    "auth",
    "oauth2callback",
)
_SESSION = "_stcore/stream"


class RefuseMalformed:
    """Answer addresses that cannot be one with 400, and those that are too long with 414.

    Parameters
    ----------
    app
        The application inside.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    """

    def __init__(self, app: ASGIApp, base_path: str = ""):
        self.app = app
        self.base_path = base_path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self.app
        with speaking(_spoken(scope)):
            if fault := _malformed(scope, self.base_path):
                answer = told(fault, scope, self.base_path)
        await answer(scope, receive, send)


class CloseUnused:
    """Keep Streamlit to what the pages use: reading, and the sessions of the dashboard.

    Parameters
    ----------
    app
        Streamlit.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    """

    def __init__(self, app: ASGIApp, base_path: str = ""):
        self.app = app
        self.base_path = base_path
        self.unused = tuple(f"{base_path}/{path}" for path in _UNUSED)
        self.session = f"{base_path}/{_SESSION}"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "websocket" and scope["path"] != self.session:
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        answer = self.app
        with speaking(_spoken(scope)):
            if any(scope["path"] == path or scope["path"].startswith(f"{path}/") for path in self.unused):
                answer = told(not_found(_("Ingen side eller fil har denne adressen.")), scope, self.base_path)
            elif scope["method"] not in _READING:
                answer = told(not_allowed(), scope, self.base_path)
        await answer(scope, receive, send)


def _spoken(scope: Scope) -> Language:
    if LANGUAGE.encode() not in scope["query_string"]:
        return Language.BOKMAL
    try:
        return asked_language(Request(scope))
    except FaultyAddressError:
        return Language.BOKMAL


def _malformed(scope: Scope, base_path: str) -> FaultyAddressError | None:
    raw, query = scope.get("raw_path") or scope["path"].encode(), scope["query_string"]
    if len(raw) + len(query) > LONGEST:
        return FaultyAddressError(
            414, _("Adressen er for lang"), _("Adressen har flere enn {count} tegn.").format(count=LONGEST)
        )
    title = _("Adressen kan ikke brukes")
    try:
        path, text = unquote_to_bytes(raw).decode(), unquote_to_bytes(query).decode()
    except UnicodeDecodeError:
        return FaultyAddressError(400, title, _("Adressen er ikke skrevet i UTF-8."))
    if "\0" in text or "\\" in path or any(character < " " or character == "\x7f" for character in path):
        return FaultyAddressError(400, title, _("Adressen har tegn som ikke kan stå i en adresse."))
    if ".." in path.split("/") or path.startswith("//"):
        return FaultyAddressError(400, title, _("Adressen peker utenfor nettstedet."))
    if site_of(Request(scope), base_path) is None:
        return FaultyAddressError(400, _("Ukjent vert"), _("Forespørselen nevner en vert som ikke kan brukes."))
    return None


def told(fault: FaultyAddressError, scope: Scope, base_path: str) -> Response:
    """Tell what is wrong, before any route has been found: a browser by a page, all others by problem details.

    Parameters
    ----------
    fault
        What is wrong.
    scope
        The request.
    base_path
        What stands before the application's own addresses, without a slash at the end.

    Returns
    -------
    starlette.responses.Response
        The answer, in the language spoken.
    """
    request = Request(scope)
    make = fault_page if "text/html" in request.headers.get("accept", "") else problem_details
    # The address is not repeated: it is not known to be text.
    response = make(fault, site_of(request, base_path) or Site("", base_path), f"{base_path}/")
    if fault.status == 405:
        response.headers["Allow"] = ", ".join(_READING)
    return response
