"""The formats that data are given out in, and the files themselves: of a view, and of the whole register."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lib.exports.metadata import Metadata, metadata_of, register_metadata
from lib.exports.naming import file_stem
from lib.exports.table import Table
from lib.exports.tables import tables_of, whole_register
from lib.exports.view import View
from lib.exports.writers.columnar import write_parquet
from lib.exports.writers.spatial import write_geojson, write_geopackage
from lib.exports.writers.text import write_csv, write_excel_csv, write_json
from lib.exports.writers.workbook import write_xlsx
from lib.register.register import Register
from lib.register.status import Definition
from lib.register.version import REGISTER_VERSION
from lib.texts import _

# In place of a table's name: all tables of the view in one file.
ALL = "alle"


@dataclass(frozen=True)
class Kind:
    """A format.

    Attributes
    ----------
    ending
        Ends addresses and file names, without the first dot.
    media_type
        The content type.
    several
        Whether a file holds several tables.
    areas
        Whether it holds only tables whose rows are places.
    """

    ending: str
    media_type: str
    _write: Callable[[Sequence[Table], Metadata], bytes]
    several: bool = False
    areas: bool = False

    def holds(self, table: Table) -> bool:
        """Tell whether a table can be written in this format."""
        return table.area is not None or not self.areas

    def write(self, tables: Sequence[Table], metadata: Metadata) -> bytes:
        """Write tables.

        Parameters
        ----------
        tables
            One table, or more where the format holds several.
        metadata
            What the file says of itself.

        Returns
        -------
        bytes
            The same for the same input.
        """
        return self._write(tables, metadata)


KINDS: dict[str, Kind] = {
    kind.ending: kind
    for kind in (
        Kind("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", write_xlsx, several=True),
        Kind("csv", "text/csv; charset=utf-8; header=present", write_csv),
        Kind("excel.csv", "text/csv; charset=utf-8; header=present", write_excel_csv),
        Kind("json", "application/json", write_json, several=True),
        Kind("parquet", "application/vnd.apache.parquet", write_parquet),
        Kind("geojson", "application/geo+json", write_geojson, areas=True),
        Kind("gpkg", "application/geopackage+sqlite3", write_geopackage, several=True),
    )
}


class NoSuchFileError(LookupError):
    """A table that a view does not have, or a format that does not hold it; the message says what there is."""


def kind_word(ending: str) -> str:
    """Name a format for readers, for instance ``"Excel (XLSX)"``."""
    return {
        "xlsx": _("Excel (XLSX)"),
        "csv": _("CSV"),
        "excel.csv": _("CSV for norsk Excel"),
        "json": _("JSON"),
        "parquet": _("Parquet"),
        "geojson": _("GeoJSON"),
        "gpkg": _("GeoPackage"),
    }[ending]


def kind_hint(ending: str) -> str:
    """Say in a sentence what a format is good for."""
    return {
        "xlsx": _("Tabeller med kodebok og kilder i egne ark."),
        "csv": _("Komma og desimalpunktum, for analyseprogrammer."),
        "excel.csv": _("Semikolon og desimalkomma, åpnes riktig i norsk Excel."),
        "json": _("Alle tabeller med kodebok, for programmer."),
        "parquet": _("Kolonner med typer, for R, Python og DuckDB."),
        "geojson": _("Flater i lengde- og breddegrad, for kart på nettet."),
        "gpkg": _("Flater i UTM 33 (EPSG:25833), for QGIS og ArcGIS."),
    }[ending]


def data_file(register: Register, view: View, table: str, kind: str, *, site: str) -> bytes:
    """Make a data file of a view.

    Parameters
    ----------
    register
        The observations.
    view
        The view.
    table
        Name of one of the view's tables, or :data:`ALL`.
    kind
        One of :data:`KINDS`.
    site
        Absolute address of the site's root, for the address and citation that the file carries.

    Returns
    -------
    bytes
        The file; the same bytes for the same input.

    Raises
    ------
    NoSuchFileError
        When there is no such format or table, or the format does not hold the table.
    """
    return _write(tables_of(register, view), table, kind, metadata_of(view, register, site))


def register_file(
    register: Register,
    kind: str,
    table: str = ALL,
    *,
    site: str,
    today: date,
    on: date | None = None,
    definition: Definition = Definition.STANDARD,
) -> bytes:
    """Make a data file of the whole register.

    Parameters
    ----------
    register
        The register.
    kind, table, site
        As for :func:`data_file`.
    today
        The present day.
    on, definition
        What the statuses hold for; the present day by the usual definition.

    Returns
    -------
    bytes
        The file; the same bytes for the same input.

    Raises
    ------
    NoSuchFileError
        As for :func:`data_file`.
    """
    on = today if on is None else on
    tables = whole_register(register, on, definition, today)
    return _write(tables, table, kind, register_metadata(on, definition, today, site))


def file_name(view: View, register: Register, table: str, kind: str) -> str:
    """Name a data file of a view.

    Parameters
    ----------
    view, register, table, kind
        As for :func:`data_file`.

    Returns
    -------
    str
        For instance ``"frivillighetspolitikk_innlandet_2026-11-23_status.csv"``; a file with all tables has no table in
        its name.
    """
    return _named(file_stem(view, register), table, kind)


def register_file_name(kind: str, table: str = ALL) -> str:
    """Name a data file of the whole register, for instance ``"frivillighetspolitikk_registeret_1.0.0.xlsx"``."""
    return _named(f"frivillighetspolitikk_registeret_{REGISTER_VERSION}", table, kind)


def split_name(name: str) -> tuple[str, str]:
    """Split the last part of an address in table and format.

    Parameters
    ----------
    name
        For instance ``"status.excel.csv"``.

    Returns
    -------
    tuple of str
        ``("status", "excel.csv")``; names of tables have no dots.
    """
    table, _dot, ending = name.partition(".")
    return table, ending


def _named(stem: str, table: str, kind: str) -> str:
    return f"{stem}.{kind}" if table == ALL else f"{stem}_{table}.{kind}"


def _write(tables: Sequence[Table], table: str, kind: str, metadata: Metadata) -> bytes:
    if kind not in KINDS:
        raise NoSuchFileError(
            _("Formatet «{kind}» finnes ikke. Formatene er {kinds}.").format(kind=kind[:40], kinds=", ".join(KINDS))
        )
    form = KINDS[kind]
    possible = {each.name: each for each in tables if form.holds(each)}
    if table == ALL and form.several:
        return form.write(tables, metadata)
    if table not in possible:
        names = [*possible, *([ALL] if form.several else [])]
        raise NoSuchFileError(
            _("Tabellen «{table}» finnes ikke som {kind} her. Tabellene er {tables}.").format(
                table=table[:40], kind=kind, tables=", ".join(names)
            )
        )
    return form.write([possible[table]], metadata)
