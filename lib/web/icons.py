"""Spares visitors Streamlit's icon font: 375 kB at every first visit, for icons that our pages do not have."""

from pathlib import Path

import streamlit
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from lib.web.assets import FOR_GOOD

_MEDIA = Path(streamlit.__file__).parent / "static" / "static" / "media"


class SpareIconFont:
    """Lead requests for the icon font to the text font, which every page has fetched already.

    The style sheet hides whatever would be an icon.

    Parameters
    ----------
    app
        The application inside.
    base_path
        What stands before the application's own addresses, without a slash at the end.
    """

    def __init__(self, app: ASGIApp, base_path: str = ""):
        self.app = app
        self.icons = {f"{base_path}/static/media/{file.name}" for file in _MEDIA.glob("MaterialSymbols*.woff2")}
        text_font = next(_MEDIA.glob("SourceSansVF-Upright*.woff2"))
        self.answer = RedirectResponse(
            f"{base_path}/static/media/{text_font.name}", 308, headers={"Cache-Control": FOR_GOOD}
        )

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        spared = scope["type"] == "http" and scope["path"] in self.icons
        await (self.answer if spared else self.app)(scope, receive, send)
