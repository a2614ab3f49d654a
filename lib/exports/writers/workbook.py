"""Tables as an Excel workbook: the data first, then codebook, sources, and a sheet about the file."""

import io
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import pandas as pd
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

from lib.exports.citation import register_name
from lib.exports.columns import Column, Holds, holds_word
from lib.exports.metadata import Metadata
from lib.exports.sources import sources_of
from lib.exports.table import Table
from lib.palette import STATUS_LOOKS
from lib.register.status import Status
from lib.register.version import REGISTER_DATE
from lib.texts import _
from lib.texts.formats import day
from lib.texts.words import definition_meaning, definition_word

_NARROWEST, _WIDEST = 9, 60
# Excel's own limit for a link; longer addresses stand as text.
_LONGEST_LINK = 2079
# Columns that stay in sight when one scrolls to the side, and those that tell rows apart.
_STAY = ("kommunenummer", "kommune", "navn")
_INK, _PAPER, _LINE = "#1d2b2f", "#ffffff", "#c9d3d3"


class _Formats(dict[str, Format]):
    """The looks of cells, each made when first used."""

    _LOOKS: dict[str, dict[str, Any]] = {  # noqa: RUF012  never changed
        "header": {
            "bold": True,
            "font_color": _PAPER,
            "bg_color": STATUS_LOOKS["light"][Status.ADOPTED].fill,
            "valign": "vcenter",
            "align": "left",
        },
        "text": {"valign": "top"},
        "wrapped": {"valign": "top", "text_wrap": True},
        "bold": {"valign": "top", "bold": True},
        "title": {"bold": True, "font_size": 16, "font_color": STATUS_LOOKS["light"][Status.ADOPTED].fill},
        "date": {"num_format": "yyyy-mm-dd", "align": "left", "valign": "top"},
        "integer": {"num_format": "#,##0", "valign": "top"},
        "year": {"num_format": "0", "valign": "top"},
        "decimal": {"num_format": "#,##0.0", "valign": "top"},
        "share": {"num_format": "0.0%", "valign": "top"},
        "link": {"font_color": "#0b5a62", "underline": 1, "valign": "top"},
        "wrapped_link": {"font_color": "#0b5a62", "underline": 1, "valign": "top", "text_wrap": True},
    }

    def __init__(self, workbook: Workbook):
        self.workbook = workbook

    def __missing__(self, name: str) -> Format:
        if name in self._LOOKS:
            look = self._LOOKS[name]
        else:
            fill = STATUS_LOOKS["light"][Status(name)].fill
            dark = name == Status.ADOPTED
            look = {
                "bg_color": fill,
                "font_color": _PAPER if dark else _INK,
                "border": 1,
                "border_color": _LINE,
                "valign": "top",
            }
        self[name] = self.workbook.add_format(look)
        return self[name]


def write_xlsx(tables: Sequence[Table], metadata: Metadata) -> bytes:
    """Write tables as an Excel workbook.

    Parameters
    ----------
    tables
        The tables, a sheet for each by its name.
    metadata
        What the file says of itself, in the last sheet and in the document's properties.

    Returns
    -------
    bytes
        Whole dates are dates, partial ones texts; numbers of municipalities are texts.
    """
    file = io.BytesIO()
    workbook = xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False})
    workbook.set_properties(
        {
            "title": metadata.title,
            "subject": metadata.conditions,
            "author": register_name(),
            "comments": metadata.citation.text(),
            "keywords": metadata.entries()["attribution"],
            # Otherwise the moment of writing would stand in the file.
            "created": datetime.combine(date.fromisoformat(REGISTER_DATE), time()),
        }
    )
    formats = _Formats(workbook)
    for table in tables:
        _data_sheet(workbook.add_worksheet(table.name), table, metadata, formats)
    _codebook_sheet(workbook.add_worksheet(_("Kodebok")), tables, formats)
    _sources_sheet(workbook.add_worksheet(_("Kilder")), tables, formats)
    _about_sheet(workbook.add_worksheet(_("Om")), tables, metadata, formats)
    workbook.close()
    return file.getvalue()


def _data_sheet(sheet: Worksheet, table: Table, metadata: Metadata, formats: _Formats) -> None:
    rows, names = len(table.frame), [column.name for column in table.columns]
    _header(sheet, names, rows, formats)
    staying = next((position for position, name in enumerate(names) if name not in _STAY), 0)
    sheet.freeze_panes(1, staying)
    statuses = table.frame["status"].tolist() if "status_text" in names else []
    for position, column in enumerate(table.columns):
        values = [None if pd.isna(value) else value for value in table.frame[column.name].astype(object)]
        for row, value in enumerate(values, start=1):
            if value is None:
                continue
            if column.name == "status_text":
                sheet.write_string(row, position, value, formats[statuses[row - 1]])
            else:
                _write(sheet, row, position, column, value, formats)
        sheet.set_column(position, position, _width(column.name, values))
        if column.holds == Holds.NUMBER_CODE and rows:
            sheet.ignore_errors({"number_stored_as_text": xlsxwriter.utility.xl_range(1, position, rows, position)})
    sheet.set_footer(f"&L{_escaped(metadata.title)}&R&P / &N")


def _write(sheet: Worksheet, row: int, position: int, column: Column, value: Any, formats: _Formats) -> None:
    if column.holds == Holds.BOOLEAN:
        sheet.write_boolean(row, position, bool(value), formats["text"])
    elif column.holds == Holds.INTEGER:
        named = "year" if column.name in ("year", "seen_from", "seen_to") else "integer"
        sheet.write_number(row, position, int(value), formats[named])
    elif column.holds in (Holds.SHARE, Holds.DECIMAL):
        sheet.write_number(row, position, float(value), formats[column.holds])
    elif column.holds == Holds.DATE:
        sheet.write_datetime(row, position, value, formats["date"])
    elif column.holds == Holds.PARTIAL_DATE:
        _write_date(sheet, row, position, value, formats)
    elif column.holds == Holds.ADDRESS:
        _write_link(sheet, row, position, value, formats)
    else:
        sheet.write_string(row, position, str(value), formats["text"])


def _write_date(sheet: Worksheet, row: int, position: int, value: str, formats: _Formats) -> None:
    """Write a whole date as a date, a year or a month as the text it is."""
    if value.count("-") == 2:
        sheet.write_datetime(row, position, date.fromisoformat(value), formats["date"])
    else:
        sheet.write_string(row, position, value, formats["text"])


def _write_link(sheet: Worksheet, row: int, position: int, value: str, formats: _Formats, look: str = "link") -> None:
    if len(value) <= _LONGEST_LINK:
        sheet.write_url(row, position, value, formats[look], string=value)
    else:
        sheet.write_string(row, position, value, formats["text"])


def _header(sheet: Worksheet, names: Sequence[str], rows: int, formats: _Formats) -> None:
    sheet.set_row(0, 22)
    for position, name in enumerate(names):
        sheet.write_string(0, position, name, formats["header"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, rows, len(names) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)


def _width(name: str, values: Sequence[Any]) -> int:
    # The arrow of the filter takes the room of some letters.
    longest = max([len(name) + 3, *(len(str(value)) + 1 for value in values if value is not None)])
    return min(max(longest, _NARROWEST), _WIDEST)


def _codebook_sheet(sheet: Worksheet, tables: Sequence[Table], formats: _Formats) -> None:
    rows = []
    for table in tables:
        for column in table.columns:
            told = [table.name, column.name, column.title, column.description, holds_word(column.holds)]
            rows.append([*told, "", ""])
            rows += [[table.name, column.name, "", "", "", code, meaning] for code, meaning in column.codes.items()]
    names = [_("ark"), _("kolonne"), _("tittel"), _("beskrivelse"), _("type"), _("kode"), _("betydning")]
    _header(sheet, names, len(rows), formats)
    for number, texts in enumerate(rows, start=1):
        for position, text in enumerate(texts):
            if text:
                sheet.write_string(number, position, text, formats["bold" if position == 1 and texts[2] else "wrapped"])
    for position, width in enumerate((22, 24, 28, 60, 26, 18, 60)):
        sheet.set_column(position, position, width)


def _sources_sheet(sheet: Worksheet, tables: Sequence[Table], formats: _Formats) -> None:
    sources = sources_of(tables)
    names = [_("utgiver"), _("adresse"), _("kildens dato"), _("type kilde"), _("antall rader"), _("ark")]
    _header(sheet, names, len(sources), formats)
    for number, source in enumerate(sources, start=1):
        sheet.write_string(number, 0, source.publisher, formats["wrapped"])
        _write_link(sheet, number, 1, source.address, formats, "wrapped_link")
        if source.date:
            _write_date(sheet, number, 2, source.date, formats)
        sheet.write_string(number, 3, source.kind, formats["wrapped"])
        if source.rows:
            sheet.write_number(number, 4, source.rows, formats["integer"])
        sheet.write_string(number, 5, ", ".join(source.tables), formats["wrapped"])
    for position, width in enumerate((42, 90, 16, 30, 14, 26)):
        sheet.set_column(position, position, width)


def _about_sheet(sheet: Worksheet, tables: Sequence[Table], metadata: Metadata, formats: _Formats) -> None:
    entries, citation = metadata.entries(), metadata.citation
    definition = citation.definition.value
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 96)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, metadata.title, formats["title"])
    lines = [
        (_("Gjelder for"), metadata.conditions),
        (_("Register"), register_name()),
        (_("Versjon"), entries["register_version"]),
        (_("Versjonsdato"), day(citation.published)),
        (_("Statusdato"), day(citation.on)),
        (_("Definisjon"), f"{definition_word(definition)}. {definition_meaning(definition)}"),
        (_("Filtre"), metadata.filters or _("Ingenting er valgt bort.")),
        *((table.name, f"{table.title}. {table.description}") for table in tables),
        (
            _("Forbehold"),
            _(
                "Ikke undersøkt er ikke det samme som ingen funnet: Kommunen kan ha en politikk likevel. "
                "Antallet vedtatte er derfor et minstetall."
            ),
        ),
        (_("Datoer"), _("En dato kan være bare et år eller en måned. Da står den som tekst, slik kilden oppgir den.")),
        (_("Sitering"), citation.text()),
        (_("Kilde"), entries["source"]),
        (_("Lisens"), entries["attribution"]),
    ]
    for number, (name, text) in enumerate(lines, start=2):
        sheet.write_string(number, 0, name, formats["bold"])
        sheet.write_string(number, 1, text, formats["wrapped"])
    for number, (name, link) in enumerate(
        [(_("Lisensens adresse"), entries["licence_address"]), (_("Samme visning på nettet"), citation.address)],
        start=2 + len(lines),
    ):
        sheet.write_string(number, 0, name, formats["bold"])
        _write_link(sheet, number, 1, link, formats, "wrapped_link")
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _escaped(text: str) -> str:
    return text.replace("&", "&&")
