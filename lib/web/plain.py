"""Pages that need neither a session nor JavaScript: the templates, their frame and their style."""

from functools import cache
from importlib.resources import files

from jinja2 import ChoiceLoader, Environment, PackageLoader

from lib.assets import Asset
from lib.fragments.masthead import masthead
from lib.fragments.render import environment
from lib.palette import css_variables
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts.formats import partial_date
from lib.texts.language import language
from lib.web.site import Site


@cache
def plain_style() -> Asset:
    """Give the style of the plain pages, with the palette in it."""
    return Asset("plain.css", css_variables().encode() + (files("lib.web") / "static/plain.css").read_bytes())


@cache
def _environment() -> Environment:
    return environment().overlay(loader=ChoiceLoader([PackageLoader("lib.web"), PackageLoader("lib.fragments")]))


def plain_page(template: str, site: Site, *, path: str, title: str, **values: object) -> bytes:
    """Fill in the template of a plain page.

    Parameters
    ----------
    template
        File name below ``lib/web/templates``; it extends ``plain.html``.
    site
        Where the site is.
    path
        The page's own address on this host, for links within it.
    title
        What the page is about.
    **values
        What the template names.

    Returns
    -------
    bytes
        HTML in UTF-8.
    """
    page = _environment().get_template(template)
    frame = {
        "site": site,
        "path": path,
        "title": title,
        "language": language(),
        "style": site.base_path + plain_style().path,
        "masthead": masthead(None, {}, path.removeprefix(f"{site.base_path}/")),
        "version": REGISTER_VERSION,
        "date": partial_date(REGISTER_DATE),
    }
    return page.render(**frame, **values).encode()
