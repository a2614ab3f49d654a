"""The history of the data: what ``data/CHANGELOG.md`` tells of each version.

The file is written by hand for readers and follows a fixed form, so that feeds can tell of what was added and
corrected. How it is written is told in ``data/README.md``.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from lib.register.tables import DATA_DIRECTORY
from lib.texts import _

FILE_NAME = "CHANGELOG.md"

_VERSION = re.compile(r"(\d+)\.(\d+)\.(\d+) – (\d{4}-\d{2}-\d{2})")
_AREA = re.compile(r"(\d{4}|\d{2}) ([^:]+): (.+)", re.DOTALL)
_ADDRESS = re.compile(r"https?://[^\s<>]+")


class Part(StrEnum):
    """What a version did, by the heading it stands under."""

    MODEL = "Endret oppbygning"
    ADDED = "Lagt til"
    CORRECTED = "Rettet"


class ChangelogError(ValueError):
    """The history is not written in its form.

    Parameters
    ----------
    problem
        What is wrong, and where.
    remedy
        What would do.
    """

    def __init__(self, problem: str, remedy: str):
        super().__init__(f"{FILE_NAME}: {problem}. {remedy}.")
        self.problem = problem
        self.remedy = remedy


@dataclass(frozen=True)
class Entry:
    """One line of a version.

    Attributes
    ----------
    part
        Whether it was added, corrected, or concerns how the tables are built.
    text
        The line, in bokmål, without the place in front.
    area, name
        The municipality's or county's number and name; empty when the line is about none.
    """

    part: Part
    text: str
    area: str = ""
    name: str = ""

    @property
    def addresses(self) -> frozenset[str]:
        """The web addresses that the line names."""
        return frozenset(found.rstrip(".,;") for found in _ADDRESS.findall(self.text))


@dataclass(frozen=True)
class Version:
    """A version of the data.

    Attributes
    ----------
    number
        For instance ``"1.0.0"``.
    day
        When it was published.
    entries
        What it brought, in the order of the file.
    """

    number: str
    day: date
    entries: tuple[Entry, ...]


@cache
def load_changelog() -> tuple[Version, ...]:
    """Read the history of the data once for the life of the process.

    Returns
    -------
    tuple of Version
        The newest first.

    Raises
    ------
    ChangelogError
        When the file is missing, or is not written in its form.
    """
    try:
        text = (DATA_DIRECTORY / FILE_NAME).read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ChangelogError(_("filen finnes ikke"), _("Legg den tilbake")) from None
    return read_changelog(text)


def read_changelog(text: str) -> tuple[Version, ...]:
    """Read the history of the data.

    Parameters
    ----------
    text
        The file: ``## 1.2.0 – 2027-03-01`` for each version, the newest first, and below it the headings of
        :class:`Part` with a list each. A line may begin with a place: ``- 4601 Bergen: …``.

    Returns
    -------
    tuple of Version
        The newest first.

    Raises
    ------
    ChangelogError
        When a heading is none of these, or the versions do not go down.
    """
    versions: list[Version] = []
    keys: list[tuple[int, ...]] = []
    for section in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        heading, _line_end, body = section.partition("\n")
        match = _VERSION.fullmatch(heading.strip())
        if match is None:
            raise _fault(heading, _("Skriv versjon og dato: ## 1.2.0 – 2027-03-01"))
        try:
            day = date.fromisoformat(match[4])
        except ValueError:
            raise _fault(heading, _("Skriv en dato som finnes")) from None
        key = tuple(int(part) for part in match.groups()[:3])
        if keys and (key >= keys[-1] or day > versions[-1].day):
            raise _fault(heading, _("Den nyeste versjonen skal stå først"))
        keys.append(key)
        versions.append(Version(".".join(match.groups()[:3]), day, tuple(_entries(body))))
    if not versions:
        raise ChangelogError(_("filen har ingen versjoner"), _("Skriv versjon og dato: ## 1.2.0 – 2027-03-01"))
    return tuple(versions)


def check_places(versions: Iterable[Version], names: Mapping[str, str]) -> None:
    """Check that every place in the history is one of today's.

    Parameters
    ----------
    versions
        The history.
    names
        Names of municipalities and counties by number.

    Raises
    ------
    ChangelogError
        When a number and the name beside it do not belong together.
    """
    for version in versions:
        for entry in version.entries:
            if entry.area and names.get(entry.area) != entry.name:
                problem = _("versjon {version}: «{number} {name}» finnes ikke").format(
                    version=version.number, number=entry.area, name=entry.name
                )
                raise ChangelogError(problem, _("Skriv nummeret og navnet som i municipalities.csv"))


def _entries(body: str) -> list[Entry]:
    found = []
    for section in re.split(r"^### ", body, flags=re.MULTILINE)[1:]:
        heading, _line_end, lines = section.partition("\n")
        if heading.strip() not in set(Part):
            allowed = ", ".join(f"### {part}" for part in Part)
            raise _fault(heading, _("Overskriften skal være en av disse: {allowed}").format(allowed=allowed))
        for item in re.split(r"^- ", lines, flags=re.MULTILINE)[1:]:
            line = " ".join(item.split())
            place = _AREA.fullmatch(line)
            number, name, line = place.groups() if place else ("", "", line)
            found.append(Entry(Part(heading.strip()), line, number, name))
    return found


def _fault(where: str, remedy: str) -> ChangelogError:
    return ChangelogError(_("«{where}» kan ikke leses").format(where=where.strip()), remedy)
