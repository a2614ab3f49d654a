"""Tables of results, for a terminal and for a Markdown file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Table:
    """A table of texts.

    Attributes
    ----------
    headings
        Of the columns; the first column says what the line is about.
    numbers
        How many of the columns after the first hold numbers, which stand to the right.
    rows
        As many texts as there are headings in each.
    """

    headings: tuple[str, ...]
    numbers: int
    rows: Sequence[tuple[str, ...]]

    def markdown(self) -> str:
        """Write the table for a Markdown file."""
        rule = ["---:" if self._is_number(column) else "---" for column in range(len(self.headings))]
        return "\n".join(f"| {' | '.join(line)} |" for line in (self.headings, rule, *self.rows))

    def plain(self) -> str:
        """Write the table for a terminal, with aligned columns."""
        lines = [self.headings, *self.rows]
        widths = [max(len(line[column]) for line in lines) for column in range(len(self.headings))]
        return "\n".join(
            "  ".join(
                cell.rjust(width) if self._is_number(column) else cell.ljust(width)
                for column, (cell, width) in enumerate(zip(line, widths, strict=True))
            ).rstrip()
            for line in lines
        )

    def _is_number(self, column: int) -> bool:
        return 0 < column <= self.numbers


def results(table: Table, machine: Mapping[str, str]) -> str:
    """Write results for a Markdown file.

    Parameters
    ----------
    table
        What was measured.
    machine
        What it was measured on: a text for each heading.

    Returns
    -------
    str
        A list about the machine and the table.
    """
    return "\n".join([*(f"- {heading}: {text}" for heading, text in machine.items()), "", table.markdown()])


def marks(subject: str) -> tuple[str, str]:
    """Give the marks between which the results on a subject stand in a Markdown file.

    Parameters
    ----------
    subject
        The subject, in small letters and hyphens.

    Returns
    -------
    tuple of str
        Where they start and where they end.
    """
    return f"<!-- {subject}:start -->", f"<!-- {subject}:end -->"


def write_between_marks(path: Path, subject: str, text: str) -> None:
    """Replace what stands between the two marks of a subject.

    Parameters
    ----------
    path
        The file.
    subject
        The subject.
    text
        What shall stand there.

    Raises
    ------
    ValueError
        When the file does not hold both marks once, in order.
    """
    start, end = marks(subject)
    before, *rest = path.read_text(encoding="utf-8").split(start)
    _old, *after = rest[0].split(end) if len(rest) == 1 else ("",)
    if len(after) != 1:
        raise ValueError(f"{path}: expected {start} and then {end}, once each")
    path.write_text(f"{before}{start}\n\n{text}\n\n{end}{after[0]}", encoding="utf-8")
