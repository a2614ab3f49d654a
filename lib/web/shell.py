"""The page that Streamlit starts from, in Norwegian and with our style: language, title, description, no script.

Streamlit ships one ``index.html`` for all pages. It is rewritten once at the start, and sent in place of Streamlit's
own wherever that would be sent.
"""

import re
from collections.abc import Collection
from html import escape
from pathlib import Path

import streamlit
from starlette.datastructures import Headers, MutableHeaders, QueryParams
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.texts import _
from lib.texts.language import LANGUAGE, Language, speaking
from lib.web.assets import site_script, site_style

_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"


def page_shell(base_path: str = "", chosen: Language = Language.BOKMAL) -> bytes:
    """Rewrite Streamlit's start page.

    Parameters
    ----------
    base_path
        What stands before the application's own addresses, without a slash at the end.
    chosen
        The language, which the caller speaks.

    Returns
    -------
    bytes
        The page: in that language, with title, description, style and script of our own.

    Raises
    ------
    RuntimeError
        When the installed Streamlit's page is not built as expected.
    """
    title = escape(_("Frivillighetspolitikk i kommunene"))
    description = escape(
        _("Hvilke av landets 357 kommuner har en frivillighetspolitikk? Kart og register med dato og kilde.")
    )
    head = (
        f'<meta name="description" content="{description}">'
        f'<link rel="stylesheet" href="{base_path}{site_style().path}">'
        f'<script defer src="{base_path}{site_script(chosen).path}"></script></head>'
    )
    without_script = escape(_("Kartet trenger JavaScript. Slå det på i nettleseren for å bruke siden."))
    # Without it, Streamlit's script guesses where the server is from the address of the page, and asks in vain first.
    base = f'location.origin + "{base_path}/"'
    settings = f"window.__streamlit = {{ BACKEND_BASE_URL: {base}, MAIN_PAGE_BASE_URL: {base} }};"
    changes = [
        (r"<!--.*?-->\s*", ""),
        (r'<html lang="en">', f'<html lang="{chosen}">'),
        (r"<title>.*?</title>", f"<title>{title}</title>"),
        (r"window\.prerenderReady = false", f"window.prerenderReady = false; {settings}"),
        (r'<link rel="service-desc"[^>]*>\s*', ""),
        (r"</head>", head),
        (r"<noscript>.*?</noscript>", f"<noscript><p>{without_script}</p></noscript>"),
    ]
    page = _INDEX.read_text(encoding="utf-8")
    for pattern, replacement in changes:
        page, found = re.subn(pattern, replacement.replace("\\", r"\\"), page, flags=re.DOTALL)
        if not found:
            raise RuntimeError(f"{_INDEX}: expected {pattern!r}; the installed Streamlit has another start page")
    return page.encode()


class PageShell:
    """Send the rewritten start page in place of Streamlit's.

    Parameters
    ----------
    app
        The application inside.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    pages
        Path of each page below `base_path`, ``""`` being the start page; others are answered with status 404.
    """

    def __init__(self, app: ASGIApp, base_path: str = "", pages: Collection[str] = ("",)):
        self.app = app
        self.bodies = {}
        for each in Language:
            with speaking(each):
                self.bodies[each.value] = page_shell(base_path, each)
        self.pages = {f"{base_path}/{page}".rstrip("/") for page in pages}
        self.frames = f"{base_path}/component/"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["path"].startswith(self.frames):
            await self.app(scope, receive, send)
            return
        replaced = False
        asked = QueryParams(scope["query_string"]).get(LANGUAGE, "")
        body = self.bodies.get(asked, self.bodies[Language.BOKMAL])

        async def send_shell(message: Message) -> None:
            nonlocal replaced
            if message["type"] == "http.response.start":
                html = Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
                replaced = html and message["status"] == 200
                if replaced:
                    known = scope["path"].rstrip("/") in self.pages
                    message = {
                        **message,
                        "status": 200 if known else 404,
                        "headers": list(message["headers"]),
                    }
                    headers = MutableHeaders(scope=message)
                    headers["Content-Length"] = str(len(body))
                    for name in ("accept-ranges", "content-encoding", "etag", "last-modified"):
                        if name in headers:
                            del headers[name]
            elif replaced and message["type"] == "http.response.body":
                if message.get("more_body", False):
                    return
                message = {**message, "body": b"" if scope["method"] == "HEAD" else body}
            await send(message)

        await self.app(scope, receive, send_shell)
