"""The name of the site on top of every page, the way to its pages, and the choice of language."""

from collections.abc import Mapping

from lib.fragments.render import render
from lib.pages import address, pages
from lib.texts.language import LANGUAGE, Language, language, speaking


def masthead(current: str | None, parameters: Mapping[str, str], path: str | None = None) -> str:
    """Draw the top of a page.

    Parameters
    ----------
    current
        Path of the page that is shown, as in :mod:`lib.pages`; None when it is none of them.
    parameters
        The page's own parameters, which another language keeps.
    path
        Where the page in another language is; by default at the page that is shown.

    Returns
    -------
    str
        HTML.
    """
    here = (current or "") if path is None else path
    own = {name: value for name, value in parameters.items() if name != LANGUAGE}
    return render("masthead.html", pages=pages(), current=current, languages=_languages(here, own), spoken=language())


def _languages(path: str, parameters: Mapping[str, str]) -> list[tuple[Language, str]]:
    links = []
    for each in Language:
        with speaking(each):
            links.append((each, address(path, **parameters)))
    return links
