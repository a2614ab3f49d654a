"""Security headers on every answer."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send


def _written(policy: dict[str, str]) -> str:
    return "; ".join(f"{directive} {sources}" for directive, sources in policy.items())


_POLICY = {
    "default-src": "'self'",
    # Streamlit's page sets a flag in a script of its own and writes styles as it goes.
    "script-src": "'self' 'unsafe-inline'",
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
