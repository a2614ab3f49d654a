"""The pictures that stand beside links when they are shared."""

from lib.exports.previews import preview_image
from lib.web.answers import Asked, Content
from lib.web.resources import Resource
from lib.web.views import PARAMETERS, asked_view

_DAY = 24 * 3600


def preview_resources() -> list[Resource]:
    """List the pictures.

    Returns
    -------
    list of Resource
        One of each page, with the page's own parameters.
    """
    summary = "The picture of a link preview"
    return [
        Resource(
            "/forhandsvisning/{page}", _picture, PARAMETERS, {"png": "image/png"}, _DAY, summary=summary, waits=True
        )
    ]


def _picture(asked: Asked) -> Content:
    return Content(preview_image(asked.register, asked_view(asked)), "image/png")
