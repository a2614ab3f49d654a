"""Reading the tables: all of them valid, or every fault of every table in one error.

In the frames that come out, amounts and years are ``Int64`` or ``Float64`` with ``<NA>`` for missing. The
rest, municipality numbers and dates included, is ``str`` with ``""`` for missing. Rows keep the file's order.
"""

from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from lib.register.consistency import consistency_faults
from lib.register.csv_cells import read_cells
from lib.register.faults import DataFaultsError, Fault, in_directory
from lib.register.schemas import TABLES, Table
from lib.register.validation import validate

DATA_DIRECTORY = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Tables:
    """The nine tables of the register, valid and consistent with each other."""

    municipalities: pd.DataFrame
    former_numbers: pd.DataFrame
    policy_status: pd.DataFrame
    county_policy_status: pd.DataFrame
    published_totals: pd.DataFrame
    awards: pd.DataFrame
    milestones: pd.DataFrame
    boundary_changes: pd.DataFrame
    neighbours: pd.DataFrame


def read_table(name: str, directory: Path = DATA_DIRECTORY) -> pd.DataFrame:
    """Read one table and check it by its schema, without looking at the other tables.

    Parameters
    ----------
    name
        One of ``lib.register.schemas.TABLES``.
    directory
        Where the CSV files are.

    Returns
    -------
    pandas.DataFrame
        The rows of the file, with the types of the schema.

    Raises
    ------
    DataFaultsError
        With every fault of the file.
    """
    reading = _read(TABLES[name], directory)
    _raise_if_any(reading.faults, directory)
    return reading.frame.reset_index(drop=True)


def read_all(directory: Path = DATA_DIRECTORY) -> Tables:
    """Read all tables and check them by their schemas and against each other.

    Parameters
    ----------
    directory
        Where the CSV files are.

    Returns
    -------
    Tables
        The tables.

    Raises
    ------
    DataFaultsError
        With every fault of every file, file by file and row by row.
    """
    readings = {name: _read(table, directory) for name, table in TABLES.items()}
    frames = {name: reading.frame for name, reading in readings.items()}
    whole = {name for name, reading in readings.items() if reading.whole}
    faults = [fault for reading in readings.values() for fault in reading.faults]
    # A field that breaks its schema is empty to these rules, and so is a column that is missing: not reported again.
    reported = {(fault.file, fault.row, fault.column) for fault in faults}
    for fault in consistency_faults(frames, whole):
        field, header = (fault.file, fault.row, fault.column), (fault.file, 1, fault.column)
        if not reported & {field, header}:
            faults.append(fault)
    _raise_if_any(faults, directory)
    return Tables(**{name: frame.reset_index(drop=True) for name, frame in frames.items()})


@dataclass(frozen=True)
class _Reading:
    """A table as far as it can be read: rows by line number, faults, and whether every row was read."""

    frame: pd.DataFrame
    faults: list[Fault]
    whole: bool


def _read(table: Table, directory: Path) -> _Reading:
    cells = read_cells(directory / f"{table.name}.csv", list(table.columns))
    frame, faults = validate(table, cells)
    return _Reading(frame, [*cells.faults, *faults], whole=not cells.faults)


def _raise_if_any(faults: list[Fault], directory: Path) -> None:
    if not faults:
        return
    files = [f"{name}.csv" for name in TABLES]
    in_order = sorted(faults, key=lambda fault: (files.index(fault.file), fault.row or 0))
    raise DataFaultsError(in_directory(in_order, directory))
