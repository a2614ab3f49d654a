"""One table against its schema: from texts to typed columns, and what pandera finds put into words.

What concerns several columns or tables is in ``lib.register.consistency``.
"""

from collections.abc import Iterator

import pandas as pd
from pandera.errors import SchemaErrors

from lib.register.csv_cells import Cells
from lib.register.faults import Fault
from lib.register.schemas import Table
from lib.texts import _

# What numbers look like in the files; anything else that pandas would take for one is a fault.
_WHOLE_NUMBER = r"-?(0|[1-9][0-9]{0,14})"
_DECIMAL_NUMBER = _WHOLE_NUMBER + r"(\.[0-9]+)?"


def validate(table: Table, cells: Cells) -> tuple[pd.DataFrame, list[Fault]]:
    """Give the columns of a table their types, and check them and the key by the schema.

    Parameters
    ----------
    table
        What the table shall be.
    cells
        What its file holds.

    Returns
    -------
    frame : DataFrame
        The rows, indexed by line number, typed by the schema; missing is ``<NA>`` in numbers and ``""`` in
        the rest. Fields that break the schema are missing.
    faults : list of Fault
        Every field that breaks the schema and every repeated key, naming the file by its last part alone.
    """
    frame, faults = _parse(table, cells.texts)
    unparsed = {(fault.row, fault.column) for fault in faults}
    for fault in _schema_faults(table, frame, cells):
        if (fault.row, fault.column) not in unparsed and fault.column not in cells.missing:
            faults.append(fault)
    for fault in faults:
        if fault.value and not fault.problem:
            frame.loc[fault.row, fault.column] = None
    return frame.fillna({name: "" for name in table.columns if not _is_number(table, name)}), faults


def _is_number(table: Table, column: str) -> bool:
    return str(table.columns[column].dtype) in ("Int64", "Float64")


def _parse(table: Table, texts: pd.DataFrame) -> tuple[pd.DataFrame, list[Fault]]:
    """Make empty fields missing, and numbers of what the schema says are numbers."""
    # Missing for the time being, so that "required" is pandera's own "not nullable".
    frame = texts.mask(texts == "")
    faults = []
    for name, column in table.columns.items():
        if not _is_number(table, name):
            continue
        whole = str(column.dtype) == "Int64"
        numeric = texts[name].str.fullmatch(_WHOLE_NUMBER if whole else _DECIMAL_NUMBER)
        numbers = pd.to_numeric(frame[name].where(numeric))
        frame[name] = numbers.astype("Int64") if whole else numbers.astype("Float64")
        strange = texts.loc[~numeric & (texts[name] != ""), name]
        for row, text in zip(strange.index.tolist(), strange, strict=True):
            faults.append(Fault(f"{table.name}.csv", row, name, text, _allowed(table, name)))
    return frame, faults


def _allowed(table: Table, column: str) -> str:
    return str(table.columns[column].checks[0].error)


def _schema_faults(table: Table, frame: pd.DataFrame, cells: Cells) -> Iterator[Fault]:
    if frame.empty:
        return
    try:
        table.schema.validate(frame, lazy=True)
    except SchemaErrors as errors:
        cases = errors.failure_cases
        if cases["index"].isna().any():
            raise  # The schema itself is at fault, not a row.
    else:
        return
    repeated = cases["check"] == "multiple_fields_uniqueness"
    if not cells.missing.intersection(table.key):
        yield from _repeated_keys(table, cells.texts, sorted(set(cases.loc[repeated, "index"])))
    for case in cases[~repeated].itertuples():
        empty = case.check == "not_nullable"
        value = "" if empty else str(cells.texts.at[case.index, case.column])
        allowed = _allowed(table, case.column) if empty else str(case.check)
        yield Fault(f"{table.name}.csv", case.index, case.column, value, allowed)


def _repeated_keys(table: Table, texts: pd.DataFrame, rows: list[int]) -> Iterator[Fault]:
    keys = texts[list(table.key)].itertuples(index=False, name=None)
    key_of = dict(zip(texts.index.tolist(), keys, strict=True))
    first_row = {values: row for row, values in reversed(key_of.items())}
    for row in rows:
        values = key_of[row]
        if first_row[values] == row:
            continue  # Alike only in that numbers could not be read, which is reported already.
        problem = _("raden har samme {columns} som rad {first}").format(
            columns=", ".join(table.key), first=first_row[values]
        )
        column = table.key[0] if len(table.key) == 1 else None
        yield Fault(f"{table.name}.csv", row, column, values[0], _("Slett eller rett en av dem"), problem)
