"""Reading a CSV file as texts with line numbers, and reporting what keeps it from being read.

Only the shape of the file is looked at: encoding, quotes, header, number of fields. What the fields may
contain is for the schemas.
"""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lib.register.faults import Fault
from lib.texts import _, ngettext

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@dataclass(frozen=True)
class Cells:
    """The fields of a CSV file.

    Parameters
    ----------
    texts
        The rows that could be read, indexed by their line numbers (the header is 1), with the expected
        columns, all of type ``str``. A column that the file lacks is empty.
    missing
        The expected columns that the file lacks.
    faults
        What is wrong with the shape of the file; when there is none, every row was read.
    """

    texts: pd.DataFrame
    missing: frozenset[str]
    faults: tuple[Fault, ...]


def read_cells(path: Path, columns: Sequence[str]) -> Cells:
    """Read a CSV file (UTF-8, comma, double quotes) without interpreting its fields.

    Parameters
    ----------
    path
        The file.
    columns
        The columns that it shall have, in order.

    Returns
    -------
    Cells
        Rows, and faults that name the file by its last part alone.
    """
    name = path.name
    if not path.is_file():
        return _nothing(columns, _fault(name, None, _("filen finnes ikke"), _("Legg den tilbake")))
    data = path.read_bytes()
    if not data.strip():
        return _nothing(columns, _fault(name, None, _("filen er tom"), _("Legg innholdet tilbake")))
    faults = list(_encoding_faults(name, data))
    undecodable = {fault.row for fault in faults}
    text = data.removeprefix(_BYTE_ORDER_MARK).decode("utf-8", errors="replace")
    records, quote_faults = _records(name, text)
    faults += quote_faults
    if not records:
        return _nothing(columns, *faults)
    (_line, header), *rows = records
    faults += _header_faults(name, header, columns)
    faults += _row_faults(name, rows, len(header))
    if not rows and not quote_faults:
        faults.append(_fault(name, None, _("filen har ingen rader"), _("Legg radene tilbake")))
    readable = {line: fields for line, fields in rows if len(fields) == len(header) and line not in undecodable}
    texts = pd.DataFrame(list(readable.values()), index=list(readable), columns=header, dtype="str")
    texts = texts.loc[:, ~texts.columns.duplicated()].reindex(columns=list(columns), fill_value="")
    return Cells(texts.astype("str"), frozenset(columns) - set(header), tuple(faults))


def _fault(name: str, row: int | None, problem: str, remedy: str, column: str | None = None) -> Fault:
    return Fault(name, row, column, None, remedy, problem)


def _nothing(columns: Sequence[str], *faults: Fault) -> Cells:
    return Cells(pd.DataFrame(columns=list(columns), dtype="str"), frozenset(columns), faults)


def _encoding_faults(name: str, data: bytes) -> Iterator[Fault]:
    if data.startswith(_BYTE_ORDER_MARK):
        problem = _("filen begynner med et usynlig merke (BOM)")
        yield _fault(name, 1, problem, _("Lagre filen som UTF-8 uten BOM"))
    for line, content in enumerate(data.split(b"\n"), start=1):
        try:
            content.decode("utf-8")
        except UnicodeDecodeError:
            yield _fault(name, line, _("linjen er ikke UTF-8"), _("Lagre filen som UTF-8"))


def _records(name: str, text: str) -> tuple[list[tuple[int, list[str]]], list[Fault]]:
    """Split a text into records with the line that each starts on; stop at a quote that is never closed."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    records: list[tuple[int, list[str]]] = []
    line = 1
    try:
        for fields in reader:
            records.append((line, fields))
            line = reader.line_num + 1
    except csv.Error:
        problem = _("anførselstegnene går ikke opp, og resten av filen kan ikke leses")
        remedy = _('Sett tegnet " rundt hele feltet, og skriv det to ganger inne i feltet')
        return records, [_fault(name, line, problem, remedy)]
    return records, []


def _header_faults(name: str, header: Sequence[str], columns: Sequence[str]) -> Iterator[Fault]:
    remedy = _("Kolonnene skal være: {columns}").format(columns=", ".join(columns))
    for column in columns:
        if column not in header:
            yield _fault(name, 1, _("kolonnen mangler"), remedy, column)
    for column in dict.fromkeys(header):
        if column not in columns:
            yield _fault(name, 1, _("kolonnen er ukjent"), remedy, column)
        elif header.count(column) > 1:
            yield _fault(name, 1, _("kolonnen står flere ganger"), remedy, column)
    if sorted(header) == sorted(columns) and list(header) != list(columns):
        yield _fault(name, 1, _("kolonnene står i feil rekkefølge"), remedy)


def _row_faults(name: str, rows: Sequence[tuple[int, Sequence[str]]], width: int) -> Iterator[Fault]:
    for line, fields in rows:
        if not fields:
            yield _fault(name, line, _("raden er tom"), _("Slett den"))
        elif len(fields) != width:
            problem = ngettext("raden har {count} felt", "raden har {count} felt", len(fields))
            remedy = _("Den skal ha {width}. Et felt med komma må stå mellom anførselstegn")
            yield _fault(name, line, problem.format(count=len(fields)), remedy.format(width=width))
