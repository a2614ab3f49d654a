"""Copies of the data directory to break on purpose."""

import csv
import shutil
from pathlib import Path

import pytest

from lib.register.faults import DataFaultsError, Fault
from lib.register.tables import DATA_DIRECTORY, read_all


def copy_data(parent: Path) -> Path:
    """Copy the real data directory into a temporary one."""
    return shutil.copytree(DATA_DIRECTORY, parent / "data")


def read_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def write_rows(path: Path, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)


def set_field(path: Path, row: int, column: str, value: str) -> None:
    """Set a field; `row` is the line number in the file, the header being 1."""
    rows = read_rows(path)
    rows[row - 1][rows[0].index(column)] = value
    write_rows(path, rows)


def find_row(path: Path, **fields: str) -> int:
    """Find the line number of the first row with these values."""
    header, *rows = read_rows(path)
    for number, row in enumerate(rows, start=2):
        if all(row[header.index(column)] == value for column, value in fields.items()):
            return number
    raise LookupError(f"no such row in {path.name}: {fields}")


def faults_of(directory: Path) -> list[Fault]:
    """Read the tables, which must fail, and give the faults."""
    with pytest.raises(DataFaultsError) as raised:
        read_all(directory)
    return raised.value.faults


def edit(path: Path, old: bytes, new: bytes) -> None:
    """Replace the first of something that stands in a file."""
    content = path.read_bytes()
    assert old in content
    path.write_bytes(content.replace(old, new, 1))
