"""What crawlers ask for: the list of all pages, and what they may fetch."""

from xml.sax.saxutils import escape

from lib.pages import pages
from lib.register.register import Register
from lib.register.version import REGISTER_DATE
from lib.web.answers import Asked, Content
from lib.web.places import path_of_county, path_of_municipality
from lib.web.resources import Resource

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap_resources() -> list[Resource]:
    """List the two files.

    Returns
    -------
    list of Resource
        ``/sitemap.xml`` and ``/robots.txt``.
    """
    return [
        Resource("/sitemap.xml", _sitemap, machine=True, summary="All pages, for crawlers"),
        Resource("/robots.txt", _robots, machine=True, summary="What crawlers may fetch"),
    ]


def listed_paths(register: Register) -> list[str]:
    """List the pages that search engines are to know.

    Parameters
    ----------
    register
        The municipalities and counties.

    Returns
    -------
    list of str
        Paths below the application's root, the start page first.
    """
    return [
        *(page.path for page in pages()),
        "kommuner",
        "fylker",
        "data/",
        "api",
        "tilgjengelighet",
        "personvern",
        *(path_of_county(register, number) for number in register.county_names),
        *(path_of_municipality(register, number) for number in register.municipalities.index),
    ]


def _sitemap(asked: Asked) -> Content:
    entries = "\n".join(
        f"<url><loc>{escape(asked.site.url(path))}</loc><lastmod>{REGISTER_DATE}</lastmod></url>"
        for path in listed_paths(asked.register)
    )
    body = f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{_NAMESPACE}">\n{entries}\n</urlset>\n'
    return Content(body.encode(), "application/xml; charset=utf-8")


def _robots(asked: Asked) -> Content:
    lines = [
        "User-agent: *",
        # Packages are made for each view, and hold nothing that the pages and the data do not.
        f"Disallow: {asked.site.path('last-ned/pakke/')}",
        f"Sitemap: {asked.site.url('sitemap.xml')}",
    ]
    return Content("\n".join([*lines, ""]).encode(), "text/plain; charset=utf-8")
