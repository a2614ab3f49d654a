"""The page that Streamlit starts from, in Norwegian and with our style; its head tells of the view that is asked for.

Streamlit ships one ``index.html`` for all pages. It is rewritten once at the start, filled in for each address, and
sent in place of Streamlit's own wherever that would be sent.
"""

import re
from collections import OrderedDict
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path

import anyio
import streamlit
from markupsafe import escape
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from lib.register.register import Register, today
from lib.texts.language import LANGUAGE, Language, speaking
from lib.web.assets import site_script
from lib.web.headers import page_policy
from lib.web.page_head import PageHead, page_head, unknown_page
from lib.web.site import Site, site_of
from lib.web.styles import site_style
from lib.web.views import PARAMETERS

_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
_INDEX = Path(streamlit.__file__).parent / "static" / "index.html"
_TITLE, _HEAD, _START = "\x00title\x00", "\x00head\x00", "\x00start\x00"
# As many addresses as a newspaper's front page leads to, and then some; each takes about 9 kB.
_KEPT = 1024


def page_shell(base_path: str = "", chosen: Language = Language.BOKMAL) -> str:
    """Rewrite Streamlit's start page.

    Parameters
    ----------
    base_path
        What stands before the application's own addresses, without a slash at the end.
    chosen
        The language.

    Returns
    -------
    str
        The page in that language, with style and script of our own, to be filled in by :func:`filled_in`.

    Raises
    ------
    RuntimeError
        When the installed Streamlit's page is not built as expected.
    """
    head = (
        f'{_HEAD}<link rel="stylesheet" href="{base_path}{site_style().path}">'
        f'<script defer src="{base_path}{site_script(chosen).path}"></script></head>'
    )
    # Without it, Streamlit's script guesses where the server is from the address of the page, and asks in vain first.
    base = f'location.origin + "{base_path}/"'
    settings = f"window.__streamlit = {{ BACKEND_BASE_URL: {base}, MAIN_PAGE_BASE_URL: {base} }};"
    changes = [
        (r"<!--.*?-->\s*", ""),
        (r'<html lang="en">', f'<html lang="{chosen}">'),
        (r"<title>.*?</title>", f"<title>{_TITLE}</title>"),
        (r"window\.prerenderReady = false", f"window.prerenderReady = false; {settings}"),
        (r'<link rel="service-desc"[^>]*>\s*', ""),
        (r"</head>", head),
        (r"<noscript>.*?</noscript>", _START),
    ]
    page = _INDEX.read_text(encoding="utf-8")
    for pattern, replacement in changes:
        page, found = re.subn(pattern, replacement.replace("\\", r"\\"), page, flags=re.DOTALL)
        if not found:
            raise RuntimeError(f"{_INDEX}: expected {pattern!r}; the installed Streamlit has another start page")
    return page


def filled_in(shell: str, head: PageHead) -> bytes:
    """Fill in the start page.

    Parameters
    ----------
    shell
        As :func:`page_shell` gives it.
    head
        What is told of the view.

    Returns
    -------
    bytes
        HTML in UTF-8.
    """
    parts = {_TITLE: escape(head.title), _HEAD: head.tags, _START: head.start}
    for place, text in parts.items():
        shell = shell.replace(place, str(text))
    return shell.encode()


class PageShell:
    """Send the rewritten start page in place of Streamlit's.

    Parameters
    ----------
    app
        The application inside.
    register
        What the pages are about.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    pages
        Path of each page below `base_path`, ``""`` being the start page; others are answered with status 404.
    present
        Tells the present day.
    """

    def __init__(
        self,
        app: ASGIApp,
        register: Register,
        base_path: str = "",
        pages: Collection[str] = ("",),
        present: Callable[[], date] = today,
    ):
        self.app = app
        self.register = register
        self.base_path = base_path
        self.present = present
        self.shells = {each: page_shell(base_path, each) for each in Language}
        self.policy = page_policy(_SCRIPT.findall(self.shells[Language.BOKMAL]))
        self.pages = {f"{base_path}/{page}".rstrip("/"): page for page in pages}
        self.frames = f"{base_path}/component/"
        self._kept: OrderedDict[tuple, bytes] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["path"].startswith(self.frames):
            await self.app(scope, receive, send)
            return
        body: bytes | None = None

        async def send_shell(message: Message) -> None:
            nonlocal body
            if message["type"] == "http.response.start":
                html = Headers(raw=message["headers"]).get("content-type", "").startswith("text/html")
                if html and message["status"] == 200:
                    body = await self._body(Request(scope))
                    known = scope["path"].rstrip("/") in self.pages
                    message = {**message, "status": 200 if known else 404, "headers": list(message["headers"])}
                    headers = MutableHeaders(scope=message)
                    headers["Content-Length"] = str(len(body))
                    headers["Content-Security-Policy"] = self.policy
                    for name in ("accept-ranges", "content-encoding", "etag", "last-modified"):
                        if name in headers:
                            del headers[name]
            elif body is not None and message["type"] == "http.response.body":
                if message.get("more_body", False):
                    return
                message = {**message, "body": b"" if scope["method"] == "HEAD" else body}
            await send(message)

        await self.app(scope, receive, send_shell)

    async def _body(self, request: Request) -> bytes:
        """Fill in the page for an address, or give what was filled in before."""
        asked = request.query_params.get(LANGUAGE, "")
        spoken = Language(asked) if asked in set(Language) else Language.BOKMAL
        site = site_of(request, self.base_path) or Site("", self.base_path)
        page = self.pages.get(request.url.path.rstrip("/"))
        query = {} if page is None else {name: tuple(request.query_params.getlist(name)) for name in PARAMETERS}
        query = {name: values for name, values in query.items() if values}
        key = (page, tuple(query.items()), spoken, site, self.present())
        if key not in self._kept:

            def fill_in() -> bytes:
                with speaking(spoken):
                    head = (
                        unknown_page() if page is None else page_head(page, query, self.register, site, self.present())
                    )
                    return filled_in(self.shells[spoken], head)

            self._kept[key] = await anyio.to_thread.run_sync(fill_in)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]
