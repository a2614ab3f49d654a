"""What every data file says of itself: what it shows, version, dates, definition, filters, source, licence, address."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from lib.exports.citation import Citation, cite_register, cite_view
from lib.exports.naming import conditions, licence_line, source_line
from lib.exports.view import MAP, View
from lib.register.datapackage import descriptor
from lib.register.register import Register
from lib.register.selection import Selection
from lib.register.status import Definition
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts.language import language


@dataclass(frozen=True)
class Metadata:
    """What a file says of itself.

    Attributes
    ----------
    title
        What it shows, without figures.
    conditions
        Date, definition and statuses, in words.
    filters
        What was chosen, as it stands in the address; empty when nothing was.
    citation
        How to cite it.
    """

    title: str
    conditions: str
    filters: str
    citation: Citation

    def entries(self, *, boundaries: bool = False) -> dict[str, str]:
        """Write all of it as names and texts.

        Parameters
        ----------
        boundaries
            Whether the file holds boundaries, which have a source and licence of their own.

        Returns
        -------
        dict
            Names that are the same in every language; values in the language spoken, dates in ISO 8601.
        """
        (licence,) = descriptor()["licenses"]
        return {
            "title": self.title,
            "conditions": self.conditions,
            "register_version": REGISTER_VERSION,
            "register_date": REGISTER_DATE,
            "status_date": self.citation.on.isoformat(),
            "definition": self.citation.definition.value,
            "filters": self.filters,
            "source": source_line(),
            "licence": licence["name"],
            "licence_address": licence["path"],
            "attribution": licence_line(boundaries=boundaries),
            "address": self.citation.address,
            "citation": self.citation.text(),
            "language": language().value,
        }


def metadata_of(view: View, register: Register, site: str) -> Metadata:
    """Say what a file of a view says of itself.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.
    site
        Absolute address of the site's root.

    Returns
    -------
    Metadata
        In the language spoken.
    """
    citation = cite_view(view, register, site)
    return Metadata(citation.title, conditions(view), urlencode(view.parameters(), safe=","), citation)


def register_metadata(on: date, definition: Definition, today: date, site: str) -> Metadata:
    """Say what a file of the whole register says of itself.

    Parameters
    ----------
    on, definition
        What the statuses hold for.
    today
        The present day.
    site
        Absolute address of the site's root.

    Returns
    -------
    Metadata
        In the language spoken.
    """
    citation = cite_register(site, on, definition, today)
    return Metadata(citation.title, conditions(View(MAP, today, Selection(on, definition))), "", citation)
