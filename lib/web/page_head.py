"""What the head of a dashboard page tells of the view that is asked for, and what stands there until it is drawn."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from lib.exports.view import COUNTY_PAGE, MAP, MUNICIPALITY_PAGE, PAGES, read_view
from lib.fragments.masthead import masthead
from lib.fragments.render import render
from lib.pages import Page, pages
from lib.register.address import Parameters
from lib.register.register import Register
from lib.texts import _
from lib.web.feeds import feed_path
from lib.web.metadata import metadata_tags, page_metadata, page_title, plain_path, view_metadata
from lib.web.oembed import oembed_links
from lib.web.site import Site
from lib.web.structured_data import register_graph


class PageHead(NamedTuple):
    """The title in the browser, the tags of the head, and what is shown until the page is drawn, if it ever is."""

    title: str
    tags: Markup
    start: str


def page_head(path: str, parameters: Parameters, register: Register, site: Site, today: date) -> PageHead:
    """Tell of the view that an address asks for.

    Parameters
    ----------
    path
        Path of the page, as in :mod:`lib.pages`.
    parameters
        The address; values that cannot be used are passed over, as the page does.
    register
        The register.
    site
        Where the site is.
    today
        The present day.

    Returns
    -------
    PageHead
        In the language spoken.
    """
    page = next(each for each in pages() if each.path == path)
    if page.name not in PAGES:
        return _text_head(page, site)
    view, _ignored = read_view(page.name, parameters, register, today)
    graph = register_graph(register, site) if page.name == MAP else ()
    metadata = view_metadata(view, register, site, graph=graph)
    tags = [metadata_tags(metadata)]
    about_place = page.name in (MUNICIPALITY_PAGE, COUNTY_PAGE) and bool(view.places)
    if about_place or page.name == MAP:
        tags.append(oembed_links(site, path, view.parameters(), metadata.heading))
    tags.append(_feed_link(site, view.places[0] if about_place else ""))
    # The language and the place go along to the page that needs no script.
    equal = plain_path(view, register) or ("fylker" if page.name == COUNTY_PAGE else "kommuner")
    title = page_title(view, register)
    start = _start(
        page,
        view.parameters(),
        subject=title,
        without_script=_(
            "Denne siden trenger JavaScript. De samme opplysningene står på en side som ikke trenger det:"
        ),
        late=_("Tar det lang tid? De samme opplysningene står på en enklere side:"),
        link=site.path(equal),
        link_text=_("gå til den enkle siden"),
    )
    return PageHead(_full(title), Markup("\n").join(tags), start)


def _text_head(page: Page, site: Site) -> PageHead:
    """Tell of a page that shows no view."""
    tags = [metadata_tags(page_metadata(page.title, page.description, page.path, site)), _feed_link(site)]
    start = _start(
        page,
        {},
        subject=page.title,
        without_script=_("Denne siden trenger JavaScript. Kommunene står på sider som ikke trenger det:"),
        late=_("Tar det lang tid? Kommunene står på enklere sider:"),
        link=site.path("kommuner"),
        link_text=_("Alle kommuner fra A til Å"),
    )
    return PageHead(_full(page.title), Markup("\n").join(tags), start)


def _start(page: Page, parameters: Mapping[str, str], **texts: str) -> str:
    """Draw the frame of a page, what is on its way, and a way on where it does not come."""
    return render("starting.html", masthead=masthead(page.path, parameters), **texts)


def unknown_page() -> PageHead:
    """Tell of a page that there is not."""
    return PageHead(_full(_("Finnes ikke")), Markup('<meta name="robots" content="noindex">'), "")


def _feed_link(site: Site, place: str = "") -> Markup:
    link = Markup('<link rel="alternate" type="application/atom+xml" href="{}" title="{}">')
    return link.format(site.path(feed_path(place)), _("Endringer i registeret"))


def _full(title: str) -> str:
    return f"{title} – {_('Frivillighetspolitikk i kommunene')}"
