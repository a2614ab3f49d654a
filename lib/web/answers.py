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
    ending
        The ending of the address, with its dot; empty when the client's preference told the format.
    """

    path: Mapping[str, str]
    query: Parameters
    format: str
    site: Site
    register: Register
    today: date
    ending: str = ""

    def one(self, name: str) -> str:
        """Give the last value of a parameter; empty when it is missing."""
        values = [value.strip() for value in self.query.get(name, ()) if value.strip()]
        return values[-1] if values else ""


class FaultyAddressError(Exception):
    """An address that cannot be answered; it becomes a readable page, or problem details for machines.

    Parameters
    ----------
    status
        400 for what is wrong in the address, 404 for what does not exist, 500 for what is wrong here.
    title
        What is wrong, in a few words.
    detail
        What, where, and how to mend it.
    members
        Further members of the problem details, for programs.
    suggestions
        Pages that may be meant instead, for people: what each is called, and its path below the application's root.
    """

    def __init__(
        self,
        status: int,
        title: str,
        detail: str,
        members: Mapping[str, object] | None = None,
        suggestions: Sequence[tuple[str, str]] = (),
    ):
        super().__init__(f"{status} {title}: {detail}")
        self.status = status
        self.title = title
        self.detail = detail
        self.members = members or {}
        self.suggestions = suggestions


def not_found(what: str, suggestions: Sequence[tuple[str, str]] = ()) -> FaultyAddressError:
    """Make the error for something that does not exist.

    Parameters
    ----------
    what
        A sentence that says what was asked for, and what there is.
    suggestions
        Pages that may be meant instead, as for :class:`FaultyAddressError`.

    Returns
    -------
    FaultyAddressError
        To be raised.
    """
    return FaultyAddressError(404, _("Finnes ikke"), what, suggestions=suggestions)


def not_allowed() -> FaultyAddressError:
    """Make the error for a request that would change something.

    Returns
    -------
    FaultyAddressError
        With status 405.
    """
    return FaultyAddressError(405, _("Metoden er ikke tillatt"), _("Adressen kan bare leses, med GET."))


def went_wrong() -> FaultyAddressError:
    """Make the error for an answer that could not be made, through no fault of the address.

    Returns
    -------
    FaultyAddressError
        With status 500; it tells nothing of the cause, which belongs in the log.
    """
    return FaultyAddressError(
        500, _("Noe gikk galt"), _("Feilen ligger hos oss og er skrevet i loggen. Prøv igjen om litt.")
    )


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


def moved(site: Site, path: str) -> Content:
    """Send to the address that a page has now, for good.

    Parameters
    ----------
    site
        Where the site is.
    path
        Below the application's root, without a slash in front; the language goes along.

    Returns
    -------
    Content
        A permanent redirect (308).
    """
    return Content(b"", "text/plain; charset=utf-8", status=308, location=site.path(path))
