"""How other sites embed ours from an address alone (oembed.com): the answer, and the links by which they find it."""

import json
import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlsplit
from xml.sax.saxutils import escape

from markupsafe import Markup

from lib.exports.embeds import Embed, Kind, embed_of, frame_code
from lib.exports.view import COUNTY_PAGE, MUNICIPALITY_PAGE, PAGES, read_view
from lib.pages import pages
from lib.register.address import COUNTY, MUNICIPALITY, Parameters
from lib.texts import _
from lib.texts.language import LANGUAGE, Language, language, speaking
from lib.web.answers import Asked, Content, FaultyAddressError, not_found, unusable
from lib.web.embed_address import MovedError, read_embed, read_scheme
from lib.web.metadata import PREVIEW_SIZE
from lib.web.resources import Resource
from lib.web.site import Site

FORMATS = {"json": "application/json+oembed", "xml": "text/xml+oembed"}
_MEDIA_TYPES = {"json": "application/json; charset=utf-8", "xml": "text/xml; charset=utf-8"}
_DAY = 24 * 3600
# Pages without a session have the number and the name of their place in their path.
_PLACE = re.compile(rf"({MUNICIPALITY_PAGE}|{COUNTY_PAGE})/(\d+)(?:-[^/]*)?")
_EMBED = re.compile(r"embed/([^/]+)(?:/([^/]+))?")


def oembed_links(site: Site, path: str, parameters: Mapping[str, str], title: str) -> Markup:
    """Write the links that stand in the head of a page that can be embedded.

    Parameters
    ----------
    site
        Where the site is.
    path
        The page's path below the application's root, without a slash in front.
    parameters
        Its parameters, without the language.
    title
        What the page is about.

    Returns
    -------
    markupsafe.Markup
        HTML, everything escaped.
    """
    link = Markup('<link rel="alternate" type="{}" href="{}" title="{}">')
    page = site.url(path, **parameters)
    return Markup("\n  ").join(
        link.format(media_type, site.url("oembed", url=page, format=ending), title)
        for ending, media_type in FORMATS.items()
    )


def oembed_resources() -> list[Resource]:
    """List the address that tells how a page is embedded.

    Returns
    -------
    list of Resource
        One.
    """
    parameters = ("url", "format", "maxwidth", "maxheight")
    summary = _("oEmbed: hvordan en side på nettstedet bygges inn på andre sider")
    return [Resource("/oembed", _answer, parameters, max_age=_DAY, machine=True, summary=summary)]


def _answer(asked: Asked) -> Content:
    written = asked.one("format") or "json"
    if written not in FORMATS:
        detail = _("Formatet er {format}. Det som finnes, er json og xml.").format(format=written[:40])
        raise FaultyAddressError(501, _("Formatet finnes ikke"), detail)
    widest, highest = _measure(asked, "maxwidth"), _measure(asked, "maxheight")
    address = asked.one("url")
    if not address:
        raise unusable("url", address, _("adressen til en side på {site}").format(site=asked.site.url()))
    path, query = _own(address, asked.site)
    spoken = query.get(LANGUAGE, [language().value])[-1]
    with speaking(Language(spoken) if spoken in set(Language) else Language.BOKMAL):
        described = _described(path, query, asked, widest, highest)
    body = json.dumps(described, ensure_ascii=False) if written == "json" else _xml(described)
    return Content(body.encode(), _MEDIA_TYPES[written])


def _measure(asked: Asked, name: str) -> int | None:
    value = asked.one(name)
    if not value:
        return None
    if not re.fullmatch(r"[0-9]{1,5}", value) or not int(value):
        raise unusable(name, value, _("et helt tall i piksler, større enn 0"))
    return int(value)


def _own(address: str, site: Site) -> tuple[str, Parameters]:
    """Take an address of this site apart; any other does not exist here."""
    try:
        parts = urlsplit(address)
    except ValueError:
        raise not_found(_("Adressen hører ikke til {site}.").format(site=site.url())) from None
    below = f"{site.base_path}/"
    if parts.netloc.lower() != urlsplit(site.origin).netloc.lower() or parts.scheme not in ("http", "https", ""):
        raise not_found(_("Adressen hører ikke til {site}.").format(site=site.url()))
    if not (parts.path or "/").startswith(below):
        raise not_found(_("Adressen hører ikke til {site}.").format(site=site.url()))
    return (parts.path or "/").removeprefix(below).rstrip("/"), parse_qs(parts.query)


def _described(
    path: str, query: Parameters, asked: Asked, widest: int | None, highest: int | None
) -> dict[str, object]:
    embed, scheme = _embed_at(path, query, asked)
    register, site = asked.register, asked.site
    width = min(widest or embed.width, embed.width)
    height = min(highest or embed.height, embed.height)
    picture = site.url(f"forhandsvisning/{embed.view.page}.png", **embed.view.parameters())
    code = frame_code(embed, register, site.root, scheme=scheme, width=width, height=height)
    return {
        "version": "1.0",
        "type": "rich",
        "title": embed.title(register),
        "provider_name": _("Frivillighetspolitikk i kommunene"),
        "provider_url": site.url(),
        "cache_age": _DAY,
        "html": code,
        "width": width,
        "height": height,
        "thumbnail_url": picture,
        "thumbnail_width": PREVIEW_SIZE[0],
        "thumbnail_height": PREVIEW_SIZE[1],
    }


def _embed_at(path: str, query: Parameters, asked: Asked) -> tuple[Embed, str]:
    """Find the embed that goes with a page."""
    try:
        if found := _EMBED.fullmatch(path):
            if found[1] not in set(Kind) or (found[1] == Kind.MAP) == bool(found[2]):
                raise not_found(_("Ingen side som kan bygges inn, har denne adressen."))
            embed = read_embed(Kind(found[1]), found[2] or "", query, asked.register, asked.today)
            return embed, read_scheme(query)
        if found := _PLACE.fullmatch(path):
            return read_embed(Kind(found[1]), found[2], {}, asked.register, asked.today), ""
        page = next((page.name for page in pages() if page.path == path and page.name in PAGES), None)
        if page is None:
            raise not_found(_("Ingen side som kan bygges inn, har denne adressen."))
        number = query.get({MUNICIPALITY_PAGE: MUNICIPALITY, COUNTY_PAGE: COUNTY}.get(page, ""), [])
        if number:
            return read_embed(Kind(page), number[-1], query, asked.register, asked.today), ""
        # A page opens whatever stands in its address; what cannot be used is left out of its embed too.
        view, _ignored = read_view(page, query, asked.register, asked.today)
        return embed_of(view, asked.register), ""
    except MovedError as moved:
        return read_embed(moved.kind, moved.number, query, asked.register, asked.today), ""


def _xml(described: Mapping[str, object]) -> str:
    fields = "".join(f"<{name}>{escape(str(value))}</{name}>" for name, value in described.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{fields}</oembed>\n'
