"""What is wrong in the data files, and the words that say so.

Every check of data (tables, boundaries, data package) reports with `Fault`, so that the validation command
and the start of the app show the same sentences. Nothing here knows which checks there are.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from lib.texts import _, ngettext

# Enough to find the place by; a polygon would fill the screen.
_LONGEST_QUOTE = 120


@dataclass(frozen=True)
class Fault:
    """One thing that is wrong, where it stands and what would be right.

    Parameters
    ----------
    file
        The file's name; with its directory once `in_directory` has put it there.
    row
        Line number in the file, the header being 1; None when the fault is not in a row.
    column
        Name of the column (or property); None when the fault is not in one.
    value
        What stands there, as text; None when nothing can be quoted. ``""`` is an empty field.
    allowed
        What may stand there; with `problem`, a sentence that says how to mend it. No full stop at the end.
    problem
        What is wrong, without a full stop, when "this value is not allowed" does not say it.

    Examples
    --------
    >>> print(Fault("data/awards.csv", 17, "result", "winer", "winner, nominee"))
    data/awards.csv, rad 17, kolonne result: «winer» er ikke tillatt. Tillatt: winner, nominee.
    """

    file: str
    row: int | None
    column: str | None
    value: str | None
    allowed: str
    problem: str = ""

    def __str__(self) -> str:
        place = [self.file]
        if self.row is not None:
            place.append(_("rad {row}").format(row=self.row))
        if self.column is not None:
            place.append(_("kolonne {column}").format(column=self.column))
        return f"{', '.join(place)}: {self._what()}"

    def _what(self) -> str:
        if self.problem:
            return f"{self.problem}. {self.allowed}."
        if not self.value:
            return _("feltet er tomt. Tillatt: {allowed}.").format(allowed=self.allowed)
        value = self.value.replace("\n", "↵")
        if len(value) > _LONGEST_QUOTE:
            value = value[:_LONGEST_QUOTE] + "…"
        return _("«{value}» er ikke tillatt. Tillatt: {allowed}.").format(value=value, allowed=self.allowed)


def in_directory(faults: Iterable[Fault], directory: Path) -> list[Fault]:
    """Name files with the directory they are in, as readers look for them.

    Parameters
    ----------
    faults
        Faults that name their file by its last part alone, as the checks do.
    directory
        Where the files are.

    Returns
    -------
    list of Fault
        The same with, for instance, ``data/`` before each file name.
    """
    folder = directory.resolve().name
    return [replace(fault, file=f"{folder}/{fault.file}") for fault in faults]


class DataFaultsError(ValueError):
    """The data files have faults; carries every one of them.

    Parameters
    ----------
    faults
        At least one fault, in the order to show them.
    """

    def __init__(self, faults: Iterable[Fault]):
        self.faults: list[Fault] = list(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        """Write the list that a Norwegian reader gets: a headline, then one line a fault."""
        headline = ngettext("{count} feil i dataene:", "{count} feil i dataene:", len(self.faults)).format(
            count=len(self.faults)
        )
        return "\n".join([headline, *(f"  {fault}" for fault in self.faults)])
