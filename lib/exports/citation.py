"""How to cite a view or the register: as a line of text, by APA, and for the programs that keep references."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from lib.exports.naming import file_stem, view_name
from lib.exports.view import View
from lib.register.register import Register
from lib.register.status import Definition
from lib.register.version import REGISTER_DATE, REGISTER_VERSION
from lib.texts import _
from lib.texts.formats import day
from lib.texts.language import language
from lib.texts.words import definition_word

# What LaTeX reads as commands. Letters beyond ASCII stay what they are: biblatex and today's BibTeX styles read UTF-8.
_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{character: f"\\{character}" for character in "&%$#_{}"},
    }
)


def register_name() -> str:
    """Name the register, which is its own author: no person or organisation stands behind it in citations."""
    return _("Register over frivillighetspolitikk i kommunene")


@dataclass(frozen=True)
class Citation:
    """A citation, to be written in the form that the reader needs.

    Attributes
    ----------
    title
        What is cited.
    address
        Its absolute address.
    on
        The date that the statuses hold for.
    definition
        Which observations count.
    accessed
        The day of access.
    key
        Names it in a bibliography; the same each time.
    """

    title: str
    address: str
    on: date
    definition: Definition
    accessed: date
    key: str

    @property
    def published(self) -> date:
        """The date of the register's version."""
        return date.fromisoformat(REGISTER_DATE)

    @property
    def _holds_for(self) -> str:
        return _("Status {date}, {definition} definisjon.").format(
            date=day(self.on), definition=definition_word(self.definition).lower()
        )

    def text(self) -> str:
        """Write the citation as a line of text."""
        return _(
            "{register}, versjon {version}, {published}: {title}. {holds_for} {address} (lest {accessed})."
        ).format(
            register=register_name(),
            version=REGISTER_VERSION,
            published=day(self.published),
            title=self.title,
            holds_for=self._holds_for,
            address=self.address,
            accessed=day(self.accessed),
        )

    def apa(self) -> str:
        """Write the citation by the seventh edition of APA, as for a data set that changes."""
        return _(
            "{register}. ({year}). {title}, {date} (Versjon {version}) [Datasett]. Hentet {accessed} fra {address}"
        ).format(
            register=register_name(),
            year=self.published.year,
            title=self.title,
            date=day(self.on),
            version=REGISTER_VERSION,
            accessed=day(self.accessed),
            address=self.address,
        )

    def bibtex(self) -> str:
        """Write the citation for BibTeX and biblatex, in UTF-8."""
        fields = {
            # The second braces keep a name of several words whole, and the title's capitals as they are.
            "author": f"{{{register_name().translate(_TEX)}}}",
            "title": f"{{{self.title.translate(_TEX)}}}",
            "year": str(self.published.year),
            "month": str(self.published.month),
            "date": self.published.isoformat(),
            "version": REGISTER_VERSION,
            "howpublished": _("Datasett").translate(_TEX),
            "note": self._holds_for.translate(_TEX),
            "url": self.address,
            "urldate": self.accessed.isoformat(),
            "langid": {"nb": "norsk", "nn": "nynorsk", "en": "british"}[language()],
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items()]
        return "\n".join([f"@misc{{{self.key},", *lines, "}"]) + "\n"

    def ris(self) -> str:
        """Write the citation in RIS, which EndNote, Zotero and Mendeley read."""
        fields = [
            ("TY", "DATA"),
            ("ID", self.key),
            ("AU", f"{register_name()},"),  # the comma says that all of it is one name
            ("TI", self.title),
            ("PY", str(self.published.year)),
            ("DA", self.published.strftime("%Y/%m/%d")),
            ("ET", REGISTER_VERSION),
            ("N1", self._holds_for),
            ("LA", language().value),
            ("UR", self.address),
            ("Y2", self.accessed.strftime("%Y/%m/%d")),
            ("ER", ""),
        ]
        return "".join(f"{tag}  - {value}\r\n" for tag, value in fields)


def view_address(view: View, site: str) -> str:
    """Write the absolute address of a view.

    Parameters
    ----------
    view
        The view.
    site
        Absolute address of the site's root.

    Returns
    -------
    str
        The address of the page, in the language spoken.
    """
    return f"{site.rstrip('/')}/{view.address().removeprefix('./')}"


def cite_view(view: View, register: Register, site: str) -> Citation:
    """Cite a view.

    Parameters
    ----------
    view
        The view.
    register
        The names of municipalities and counties.
    site
        Absolute address of the site's root, for instance ``https://eksempel.no``.

    Returns
    -------
    Citation
        Accessed on the view's present day.

    Raises
    ------
    ValueError
        When `site` is not an absolute web address.
    """
    chosen = view.selection
    usual = chosen.definition == Definition.STANDARD
    key = file_stem(view, register) if usual else f"{file_stem(view, register)}_{chosen.definition}"
    address = view_address(view, _checked(site))
    return Citation(view_name(view, register), address, chosen.on, chosen.definition, view.today, key)


def cite_register(site: str, on: date, definition: Definition, today: date) -> Citation:
    """Cite the whole register.

    Parameters
    ----------
    site
        As for :func:`cite_view`.
    on, definition
        What the statuses hold for.
    today
        The day of access.

    Returns
    -------
    Citation
        Its title says that it is all of the register.
    """
    title = _("Frivillighetspolitikk i norske kommuner, hele registeret")
    key = f"frivillighetspolitikk_registeret_{REGISTER_VERSION}"
    return Citation(title, f"{_checked(site).rstrip('/')}/", on, definition, today, key)


def _checked(site: str) -> str:
    parts = urlsplit(site)
    if parts.scheme not in ("http", "https") or not parts.netloc:
        raise ValueError(f"site: expected an absolute web address such as https://eksempel.no, got {site!r}")
    return site
