"""What the site's own routes answer with: content, and the faults that an address can have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from lib.register.address import Ignored, Parameters
from lib.register.register import Register
from lib.texts import _, ngettext
from lib.texts.formats import listing
from lib.web.site import Site


@dataclass(frozen=True)
class Content:
    """What an address answers with.

    Attributes
    ----------
    body
        The bytes, uncompressed.
    media_type
        The content type, with its charset where it is a text.
    file_name
        What to call it when it is saved; empty for what is read in place.
    headers
        Further headers, for instance a ``Content-Security-Policy`` that differs from the strict one.
    status
        The status; 200 for all that is found.
    location
        Where to go instead, with a status of 3xx.
    """

    body: bytes
    media_type: str
    file_name: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    location: str = ""


@dataclass(frozen=True)
class Asked:
    """What a request asks for, as far as the answer may depend on it.

    Attributes
    ----------
    path
        The parts of the address that vary, for instance ``{"number": "4601"}``.
    query
        The parameters that the resource knows, each with its values; others are left out.
    format
        Which of the resource's formats, by the ending of the address or by what the client accepts.
    site
        Where the site is.
    register
        The register.
    today
        The present day.
    """

    path: Mapping[str, str]
    query: Parameters
    format: str
    site: Site
    register: Register
    today: date

    def one(self, name: str) -> str:
        """Give the last value of a parameter; empty when it is missing."""
        values = [value.strip() for value in self.query.get(name, ()) if value.strip()]
        return values[-1] if values else ""


class FaultyAddressError(Exception):
    """An address that cannot be answered; it becomes a readable page, or problem details for machines.

    Parameters
    ----------
    status
        400 for what is wrong in the address, 404 for what does not exist.
    title
        What is wrong, in a few words.
    detail
        What, where, and how to mend it.
    """

    def __init__(self, status: int, title: str, detail: str):
        super().__init__(f"{status} {title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail


def not_found(what: str) -> FaultyAddressError:
    """Make the error for something that does not exist.

    Parameters
    ----------
    what
        A sentence that says what was asked for, and what there is.

    Returns
    -------
    FaultyAddressError
        To be raised.
    """
    return FaultyAddressError(404, _("Finnes ikke"), what)


def unusable(parameter: str, value: str, allowed: str) -> FaultyAddressError:
    """Make the error for a value that cannot be used.

    Parameters
    ----------
    parameter, value
        As they stand in the address.
    allowed
        What would be allowed, in words.

    Returns
    -------
    FaultyAddressError
        To be raised.
    """
    detail = _("Adressen har {parameter}={value}. Tillatt: {allowed}.").format(
        parameter=parameter, value=value[:80], allowed=allowed
    )
    return FaultyAddressError(400, _("Adressen kan ikke brukes"), detail)


def refuse(ignored: Sequence[Ignored]) -> None:
    """Refuse an address with values that cannot be used.

    Parameters
    ----------
    ignored
        The values; nothing happens when there are none.

    Raises
    ------
    FaultyAddressError
        With status 400; it names every value.
    """
    if ignored:
        values = listing([f"{item.parameter}={item.value[:80]}" for item in ignored[:8]])
        detail = ngettext(
            "Denne verdien kan ikke brukes: {values}. Fjern den fra adressen, eller rett den.",
            "Disse verdiene kan ikke brukes: {values}. Fjern dem fra adressen, eller rett dem.",
            len(ignored),
        ).format(values=values)
        raise FaultyAddressError(400, _("Adressen kan ikke brukes"), detail)
