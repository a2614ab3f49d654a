"""What search engines and link previews read of a page: description, addresses, picture and structured data.

Every page, with or without a session, is described by the view that it shows.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from jinja2 import Environment, PackageLoader
from markupsafe import Markup

from lib.exports.findings import basis, finding
from lib.exports.naming import place_names, view_name
from lib.exports.view import COUNTY_PAGE, MAP, MUNICIPALITY_PAGE, View
from lib.fragments.render import environment
from lib.pages import county_path, municipality_path, pages
from lib.register.register import Register
from lib.texts import _
from lib.texts.language import Language, language, speaking
from lib.web.site import Site

# What Facebook, LinkedIn and the others show without cropping.
PREVIEW_SIZE = (1200, 628)


@dataclass(frozen=True)
class Metadata:
    """What is told of a page; all addresses are full ones.

    Attributes
    ----------
    heading
        What the page is about, as the heading of a link preview.
    description
        The finding with its figures, in one or two sentences.
    canonical
        The address that search engines are to know the page by.
    alternates
        The same page in each language, by its code, and ``x-default``.
    address
        The address of the very view, to be shared.
    image, image_alt
        The picture of a link preview, and what it shows in words.
    locale
        Language and country, as Open Graph writes them.
    indexed
        Whether search engines may list the page.
    graph
        The structured data: things in the vocabulary of schema.org.
    """

    heading: str
    description: str
    canonical: str
    alternates: Sequence[tuple[str, str]]
    address: str
    image: str
    image_alt: str
    locale: str
    indexed: bool = True
    graph: Sequence[Mapping[str, object]] = ()


def view_metadata(
    view: View,
    register: Register,
    site: Site,
    *,
    path: str | None = None,
    heading: str = "",
    graph: Sequence[Mapping[str, object]] = (),
) -> Metadata:
    """Describe a page by the view that it shows.

    Parameters
    ----------
    view
        The view.
    register
        The observations.
    site
        Where the site is.
    path
        Path of the page without a session that shows it; None for a page of the dashboard.
    heading
        What the page is about; the name of the view where it is empty.
    graph
        The page's structured data.

    Returns
    -------
    Metadata
        In the language spoken. A page of the dashboard that has an equal without a session names that one as
        canonical; otherwise the page with no choices made is.
    """
    found = finding(view, register)
    own = plain_path(view, register) if path is None else path
    canonical = own or ("" if view.page == MAP else view.page)
    dashboard = "" if view.page == MAP else view.page
    # Pages that wait for a place to be chosen have the country's picture.
    waits = view.page in (MUNICIPALITY_PAGE, COUNTY_PAGE) and not view.places
    picture = f"forhandsvisning/{MAP if waits else view.page}.png"
    return Metadata(
        heading or view_name(view, register),
        f"{found}. {basis(view, register)}",
        site.url(canonical),
        _alternates(site, canonical),
        site.url(dashboard, **view.parameters()) if path is None else site.url(path),
        site.url(picture, **view.parameters()),
        f"{found}.",
        language().locale,
        graph=graph,
    )


def page_metadata(
    heading: str, description: str, path: str, site: Site, graph: Sequence[Mapping[str, object]] = ()
) -> Metadata:
    """Describe a page that shows no view.

    Parameters
    ----------
    heading
        What the page is about.
    description
        What is to be found there, in one or two sentences.
    path
        Its path below the application's root.
    site
        Where the site is.
    graph
        The page's structured data.

    Returns
    -------
    Metadata
        In the language spoken, with the picture of the whole country.
    """
    return Metadata(
        heading,
        description,
        site.url(path),
        _alternates(site, path),
        site.url(path),
        site.url(f"forhandsvisning/{MAP}.png"),
        _("Kart over kommunene etter status"),
        language().locale,
        graph=graph,
    )


def plain_path(view: View, register: Register) -> str:
    """Tell which page without a session shows what a view is about.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.

    Returns
    -------
    str
        Path below the application's root; empty when there is none.
    """
    if not view.places:
        return ""
    number, name = view.places[0], place_names(view, register)
    if view.page == MUNICIPALITY_PAGE:
        return municipality_path(number, name[0])
    return county_path(number, name[0]) if view.page == COUNTY_PAGE else ""


def page_title(view: View, register: Register) -> str:
    """Say what a page of the dashboard is about, as its title in the browser has it.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.

    Returns
    -------
    str
        The place that the page is about, otherwise the name of the page.
    """
    if view.page in (MUNICIPALITY_PAGE, COUNTY_PAGE) and view.places:
        return place_names(view, register)[0]
    return next(page.title for page in pages() if page.name == view.page)


def metadata_tags(metadata: Metadata) -> Markup:
    """Write what is told of a page as the tags of its head.

    Parameters
    ----------
    metadata
        What there is to tell.

    Returns
    -------
    markupsafe.Markup
        HTML, everything escaped.
    """
    width, height = PREVIEW_SIZE
    graph = _script(metadata.graph) if metadata.graph else ""
    template = _environment().get_template("metadata.html")
    return Markup(template.render(it=metadata, width=width, height=height, graph=graph).strip())  # noqa: S704


@cache
def _environment() -> Environment:
    return environment().overlay(loader=PackageLoader("lib.web"))


def _script(graph: Sequence[Mapping[str, object]]) -> Markup:
    """Write structured data so that no text in it can end the element that it stands in."""
    text = json.dumps({"@context": "https://schema.org", "@graph": list(graph)}, ensure_ascii=False)
    for character in "<>&":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return Markup(text)  # noqa: S704


def _alternates(site: Site, path: str) -> list[tuple[str, str]]:
    addresses = []
    for each in Language:
        with speaking(each):
            addresses.append((each.value, site.url(path)))
    return [*addresses, ("x-default", addresses[0][1])]
