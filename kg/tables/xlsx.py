"""Tables as a workbook: one sheet each, for people, with the same bytes for the same tables."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from .ooxml import without_clock
from .table import Cell as Value
from .table import Column, Lang, Table

_LONGEST = 32_767
"""Characters that a cell of a spreadsheet takes."""
_TITLE = re.compile(r"[\[\]:*?/\\\x00-\x1f]|^'|'$")
_WIDE, _NARROW = 60, 8


def to_xlsx(tables: Mapping[str, Table], lang: Lang = "zh") -> bytes:
    """A workbook with a sheet for each table by title: titles of columns, labels for codes, numbers as numbers.

    Text is text, whatever it begins with: no cell is a formula. A text longer than a cell takes is cut.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, table in tables.items():
        _fill(book.create_sheet(sheet_title(title)), table, lang)
    return book_bytes(book)


def sheet_title(title: str) -> str:
    """A title as a sheet may have it."""
    return _TITLE.sub(" ", title)[:31]


def book_bytes(book: Workbook) -> bytes:
    """A workbook as a file, without the times of its making."""
    out = io.BytesIO()
    book.save(out)
    return without_clock(out.getvalue())


def _fill(sheet: Worksheet, table: Table, lang: Lang) -> None:
    for place, title in enumerate(table.titles(lang), 1):
        put_cell(sheet.cell(1, place), title)
        sheet.cell(1, place).font = Font(bold=True)
    for line, row in enumerate(table.rows, 2):
        for place, (column, value) in enumerate(zip(table.columns, row, strict=True), 1):
            put_cell(sheet.cell(line, place), _value(column, value, lang))
    for place, title in enumerate(table.titles(lang), 1):
        shown = [title, *(column_text(table.columns[place - 1], row[place - 1], lang) for row in table.rows)]
        widest = max(map(_width, shown))
        sheet.column_dimensions[get_column_letter(place)].width = min(max(widest + 2, _NARROW), _WIDE)
    sheet.freeze_panes = "A2"
    if table.columns:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(table.columns))}{len(table.rows) + 1}"


def column_text(column: Column, value: Value, lang: Lang) -> str:
    """A cell's text as the sheet shows it."""
    return column.shown(value, lang)


def _value(column: Column, value: Value, lang: Lang) -> Value:
    return (
        value if isinstance(value, int | float) and not column.labels else column.shown(value, lang) or None
    )


def put_cell(cell: Cell | MergedCell, value: Value) -> None:
    """Set a cell: text stays text, whatever it begins with."""
    if value is None:
        return
    if isinstance(value, str):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)[:_LONGEST]
        cell.data_type = "s"  # also where it begins with "="
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    else:
        cell.value = value
        cell.alignment = Alignment(vertical="top")


def _width(text: str) -> int:
    """Columns that the widest line takes; a Chinese character takes two."""
    return max((sum(1 + (ord(char) > 0x2E7F) for char in line) for line in text.splitlines()), default=0)
