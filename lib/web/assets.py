"""The pages' own style and script, and the route that serves every asset."""

import json
from functools import cache
from importlib.resources import files

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from lib.assets import Asset
from lib.maps.assets import map_assets
from lib.palette import css_variables
from lib.texts.language import Language, speaking
from lib.texts.streamlit import streamlit_texts
from lib.web.plain import plain_style

FOR_GOOD = "public, max-age=31536000, immutable"


@cache
def site_style() -> Asset:
    """Give the style of the pages, with the palette in it."""
    return Asset("site.css", css_variables().encode() + (files("lib.web") / "static/site.css").read_bytes())


@cache
def site_script(chosen: Language) -> Asset:
    """Give the pages' script, with Streamlit's own texts in the language chosen."""
    with speaking(chosen):
        texts = f"const STREAMLIT_TEXTS = {json.dumps(streamlit_texts(), ensure_ascii=False)};\n"
    return Asset("site.js", texts.encode() + (files("lib.web") / "static/site.js").read_bytes())


@cache
def _by_path() -> dict[str, Asset]:
    return {asset.path: asset for asset in (site_style(), *map(site_script, Language), plain_style(), *map_assets())}


def _serve(request: Request) -> Response:
    asset = _by_path().get(f"/assets/{request.path_params['name']}")
    if asset is None:
        return PlainTextResponse("Finnes ikke. Last siden på nytt for å få den nyeste utgaven.", 404)
    return Response(asset.body, media_type=asset.media_type, headers={"Cache-Control": FOR_GOOD})


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
