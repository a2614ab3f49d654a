"""Security headers on every answer."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


_POLICY = {
    "default-src": "'self'",
    "script-src": "'self'",
    # Streamlit writes styles as it goes.
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "frame-src": "'self'",
    "frame-ancestors": "'self'",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
# st_folium evaluates the script of each feature group, inside its own frame.
_COMPONENT_POLICY = _POLICY | {"script-src": "'self' 'unsafe-inline' 'unsafe-eval'"}


def page_policy(scripts: Iterable[str]) -> str:
    """Give the policy of Streamlit's pages, which may run the very scripts that stand in the page.

    Parameters
    ----------
    scripts
        What stands between the tags of each.

    Returns
    -------
    str
        The value of ``Content-Security-Policy``.
    """
    return _written(_POLICY | {"script-src": " ".join(["'self'", *map(_digest, scripts)])})


# What the site's own pages need: no script or style in the page itself, and nobody frames them.
STRICT_POLICY = _written(
    {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "frame-ancestors": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
    }
)


def embed_policy(scripts: Iterable[str] = (), styles: Iterable[str] = ()) -> str:
    """Give the policy of pages that others may frame: as strict, but for the very scripts and styles in the page.

    Parameters
    ----------
    scripts, styles
        What stands between the tags of each script and style in the page.

    Returns
    -------
    str
        The value of ``Content-Security-Policy``.
    """
    return _written(
        {
            "default-src": "'none'",
            "script-src": " ".join(["'self'", *map(_digest, scripts)]),
            "style-src": " ".join(["'self'", *map(_digest, styles)]),
            "img-src": "'self' data:",
            "connect-src": "'self'",
            "frame-ancestors": "*",
            "base-uri": "'none'",
            "form-action": "'none'",
        }
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


_COMMON = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}


class SecurityHeaders:
    """Add the security headers to every HTTP answer; a route may bring a content policy of its own.

    Parameters
    ----------
    app
        The application inside.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    behind_tls
        Whether the site is published at an ``https`` address, whatever scheme reaches this process.
    """

    def __init__(self, app: ASGIApp, base_path: str = "", behind_tls: bool = False):
        self.app = app
        self.behind_tls = behind_tls
        self.components = f"{base_path}/component/"
        self.policy = _written(_POLICY)
        self.component_policy = _written(_COMPONENT_POLICY)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        in_frame = scope["path"].startswith(self.components)

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers.setdefault("Content-Security-Policy", self.component_policy if in_frame else self.policy)
                headers.update(_COMMON)
                if scope.get("scheme") == "https" or self.behind_tls:
                    headers["Strict-Transport-Security"] = "max-age=31536000"
            await send(message)

        await self.app(scope, receive, send_with_headers)
