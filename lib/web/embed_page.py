"""The frame that all embeds share: heading, source, way to the full page, headers that let others show it."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader
from starlette.responses import Response

from lib.exports.embeds import Embed, full_address
from lib.exports.naming import source_line
from lib.fragments.render import environment
from lib.register.version import REGISTER_DATE
from lib.texts import _
from lib.texts.formats import partial_date
from lib.texts.language import language
from lib.web.answers import Content, FaultyAddressError
from lib.web.headers import embed_policy
from lib.web.oembed import oembed_links
from lib.web.site import Site
from lib.web.styles import embed_style

_SCHEMES = {"lys": "light", "mork": "dark"}
_HOUR = 3600
HEADERS = {
    # A copy may be shown for a day while a new one is fetched, or while the site cannot be reached.
    "Cache-Control": f"public, max-age={_HOUR}, stale-while-revalidate={24 * _HOUR}, stale-if-error={24 * _HOUR}",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


def embed_page(
    template: str,
    embed: Embed,
    site: Site,
    *,
    heading: str,
    scheme: str,
    licence: str,
    title: str = "",
    scripts: tuple[str, ...] = (),
    styles: tuple[str, ...] = (),
    **values: object,
) -> Content:
    """Fill in the template of an embed.

    Parameters
    ----------
    template
        File name below ``lib/web/templates``; it extends ``embed.html``.
    embed
        What is shown.
    site
        Where the site is.
    heading
        The finding, or the name of the place.
    scheme
        Light or dark, as addresses have it; empty for the reader's own.
    licence
        The licences of what is shown.
    title
        The page's title; the heading where it is empty.
    scripts, styles
        What stands between the tags of each script and style in the page.
    **values
        What the template names.

    Returns
    -------
    Content
        A page that others may frame.
    """
    updated = _("Oppdatert {date}.").format(date=partial_date(REGISTER_DATE))
    body = fill(
        template,
        kind=embed.kind.value,
        # The word is wider than the column beside a map; it may be divided where it is put together.
        heading=heading.replace("etspolitikk", "ets\u00adpolitikk"),
        title=title or heading,
        scheme=_SCHEMES.get(scheme, ""),
        style=site.base_path + embed_style().path,
        full=full_address(embed, site.root),
        oembed=oembed_links(site, embed.path, embed.parameters(scheme), heading),
        source=f"{source_line()} {updated} {licence}",
        **values,
    )
    headers = HEADERS | {"Content-Security-Policy": embed_policy(scripts, styles)}
    return Content(body.encode(), "text/html; charset=utf-8", headers=headers)


def embed_fault(fault: FaultyAddressError, site: Site, path: str) -> Response:
    """Tell what is wrong with the address of an embed, in the frame where it would have stood.

    Parameters
    ----------
    fault
        What is wrong.
    site
        Where the site is.
    path
        The address that was asked for.

    Returns
    -------
    starlette.responses.Response
        A page in the language spoken.
    """
    body = fill(
        "embed_fault.html",
        style=site.base_path + embed_style().path,
        kind="fault",
        heading=fault.title,
        title=f"{fault.title}: {path[:80]}",
        scheme="",
        full=site.url(),
        oembed="",
        source=source_line(),
        detail=fault.detail,
    )
    headers = {
        "Cache-Control": "public, max-age=60",
        "Content-Language": language().value,
        "Content-Security-Policy": embed_policy(),
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return Response(body, fault.status, headers, "text/html")


def fill(template: str, **values: object) -> str:
    """Fill in a template of an embed or of a part of one.

    Parameters
    ----------
    template
        File name below ``lib/web/templates``.
    **values
        What the template names; the language stands in all of them.

    Returns
    -------
    str
        HTML.
    """
    return _environment().get_template(template).render(language=language(), **values)


@cache
def _environment() -> Environment:
    return environment().overlay(loader=ChoiceLoader([PackageLoader("lib.web"), PackageLoader("lib.fragments")]))
