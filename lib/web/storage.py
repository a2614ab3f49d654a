"""What the site keeps in the browser, which the page on privacy tells of and a test compares with a whole visit."""

import re
from enum import StrEnum
from typing import NamedTuple

from lib.texts import _


class Place(StrEnum):
    """Where a browser can keep something for a site."""

    COOKIE = "cookie"
    LOCAL = "localStorage"
    SESSION = "sessionStorage"
    DATABASE = "indexedDB"
    CACHE = "caches"
    WORKER = "serviceWorker"


class Kept(NamedTuple):
    """Something that the site keeps in the browser.

    Attributes
    ----------
    place
        Where.
    name
        What it is called; a star stands for the address of a page.
    purpose
        What it is for, in the language spoken.
    duration
        How long it stays, in the language spoken.
    """

    place: Place
    name: str
    purpose: str
    duration: str

    def has(self, place: Place, name: str) -> bool:
        """Tell whether something that is found in a browser is this."""
        pattern = re.escape(self.name).replace(r"\*", r"/.*")
        return place == self.place and re.fullmatch(pattern, name) is not None


def kept_in_browser() -> list[Kept]:
    """List all that the site keeps in the browser.

    Returns
    -------
    list of Kept
        In the language spoken.
    """
    return [
        Kept(
            Place.LOCAL,
            "stActiveTheme-*-v2",
            _(
                "Husker for hver side om den vises lys eller mørk. Verdien er «System» (det samme som resten av "
                "maskinen) "
                "og sier ikke noe om deg. Programvaren Streamlit lagrer den."
            ),
            _("til du sletter nettleserdataene for nettstedet"),
        ),
    ]
