"""Pages that need neither a session nor JavaScript: the templates and their frame."""

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader

from lib.fragments.masthead import masthead
from lib.fragments.render import environment
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts.formats import partial_date
from lib.texts.language import language
from lib.web.metadata import Metadata, metadata_tags
from lib.web.site import Site
from lib.web.styles import plain_style, typeface


@cache
def _environment() -> Environment:
    return environment().overlay(loader=ChoiceLoader([PackageLoader("lib.web"), PackageLoader("lib.fragments")]))


def plain_page(
    template: str, site: Site, *, path: str, title: str, metadata: Metadata | None = None, **values: object
) -> bytes:
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
    metadata
        What search engines and link previews read; None for pages that are not to be found by them.
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
        "metadata": metadata and metadata_tags(metadata),
        "language": language(),
        "style": site.base_path + plain_style().path,
        "typeface": site.base_path + typeface().path,
        "masthead": masthead(None, {}, path.partition("?")[0].removeprefix(f"{site.base_path}/")),
        "version": REGISTER_VERSION,
        "date": partial_date(REGISTER_DATE),
    }
    return page.render(**frame, **values).encode()
