"""The pages' own script, and the route that serves every asset."""

import json
from functools import cache
from importlib.resources import files
from threading import Lock

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from lib.assets import Asset
from lib.maps.assets import map_assets
from lib.texts import _
from lib.texts.language import Language, speaking
from lib.texts.streamlit import streamlit_texts
from lib.web.negotiation import Body, best_encoding, encode
from lib.web.styles import embed_style, plain_style, site_style, typeface

FOR_GOOD = "public, max-age=31536000, immutable"
# Embeds need their files in whatever page they stand, even one that shuts them off from their own origin.
_HEADERS = {
    "Access-Control-Allow-Origin": "*",
    "Cache-Control": FOR_GOOD,
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Vary": "Accept-Encoding",
}
_ENCODING = Lock()


@cache
def site_script(chosen: Language) -> Asset:
    """Give the pages' script, with Streamlit's own texts in the language chosen."""
    with speaking(chosen):
        texts = f"const STREAMLIT_TEXTS = {json.dumps(streamlit_texts(), ensure_ascii=False)};\n"
    return Asset("site.js", texts.encode() + (files("lib.web") / "static/site.js").read_bytes())


@cache
def _by_path() -> dict[str, Asset]:
    own = (site_style(), *map(site_script, Language), plain_style(), embed_style(), typeface())
    return {asset.path: asset for asset in (*own, *map_assets())}


@cache
def _encoded(asset: Asset) -> dict[str, Body]:
    return encode(asset.body, asset.media_type, thoroughly=True)


def _serve(request: Request) -> Response:
    asset = _by_path().get(f"/assets/{request.path_params['name']}")
    if asset is None:
        return PlainTextResponse(_("Finnes ikke. Last siden på nytt for å få den nyeste utgaven."), 404)
    # The geometry takes a second, which those who ask for it at the same time need not take each.
    with _ENCODING:
        bodies = _encoded(asset)
    encoding = best_encoding(bodies, request)
    body = bodies[encoding]
    headers = _HEADERS | {"ETag": body.tag}
    if request.headers.get("if-none-match") == body.tag:
        return Response(status_code=304, headers=headers)
    if encoding != "identity":
        headers["Content-Encoding"] = encoding
    return Response(body.content, media_type=asset.media_type, headers=headers)


def asset_route(base_path: str = "") -> Route:
    """Make the route that serves the assets.

    Parameters
    ----------
    base_path
        What stands before the application's own addresses, without a slash at the end.

    Returns
    -------
    starlette.routing.Route
        ``/assets/<name>.<hash>.<ending>``, to be kept by browsers and caches for good; 404 for any other name.
    """
    return Route(f"{base_path}/assets/{{name}}", _serve)
