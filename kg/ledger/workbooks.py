"""The workbooks: one with all rows, and one for each unit."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from ..names.text import fold
from ..tables import Lang
from ..tables.xlsx import book_bytes, put_cell
from .entries import Entries, Entry, mark
from .filled import read_filled
from .lost import Lost, lost_entries
from .merging import conflicts, merge
from .rows import KEYS, SHOWN, LedgerRow, added_columns, shown_cells
from .words import TYPED, ledger_column, ledger_word, states

FOLDER = "ledger"
"""Name of the folder beside a graph that the workbooks are written to."""

_WIDTHS = {
    "plan_title": 26, "place": 18, "section": 18, "title": 34, "unit_name": 20, "role": 12, "basis": 12,
    "partners": 26, "deadline": 12, "deadline_kind": 9, "deadline_basis": 22, "quote": 52,
    "progress": 32, "status": 12, "person": 12, "proof": 26, "text": 40, "source": 26, "new_title": 34,
}  # fmt: skip
_WIDTH = 18
_HEAD = PatternFill("solid", fgColor="FFD9E2EC")
_TO_FILL = PatternFill("solid", fgColor="FFFFF8DC")
_MARGIN = 200
"""Rows behind the last one in which the drop-downs work too."""
_LOST = ("plan_title", "title", "unit_name")
_FOUND = ("new_title", "new_unit_name", "likeness", "accept")
_HIDDEN = frozenset({*KEYS, "base", "new_task", "new_unit"})
_UNSAFE = re.compile(r"[^\w（）()\-]+")
_LONGEST = 60
"""Characters of a name that go into that of a file."""


def workbooks(rows: Sequence[LedgerRow], entries: Entries, lang: Lang = "zh") -> dict[str, bytes]:
    """The workbooks by file name: the one with all rows first, which also holds conflicts and lost entries.

    The same rows and entries give the same bytes. No part of a document makes a path.
    """
    known = {entry.key: entry for entry in entries.entries}
    lost = lost_entries(entries, rows)
    books = {f"{ledger_word('text.master', lang)}.xlsx": _master(rows, known, entries, lost, lang)}
    by_unit: defaultdict[str, list[LedgerRow]] = defaultdict(list)
    for row in rows:
        if row.unit:
            by_unit[row.unit].append(row)
    names = file_names(by_unit, lang)
    for unit in sorted(by_unit):
        book = _new()
        _ledger(book, by_unit[unit], known, lang)
        books[names[unit]] = book_bytes(book)
    return books


def file_names(units: Mapping[str, Sequence[LedgerRow]], lang: Lang) -> dict[str, str]:
    """A name for the workbook of each unit: code of the jurisdiction, name, a counter where two would be one file."""
    found: dict[str, str] = {}
    taken: set[str] = {fold(ledger_word("text.master", lang)).casefold()}
    for unit in sorted(units):
        row = units[unit][0]
        code = unit.partition("|")[0]
        place = f"{code}-{row.place}" if re.fullmatch(r"\d{6}", code) else ledger_word("text.nowhere", lang)
        stem = _UNSAFE.sub("_", f"{place}-{row.unit_name}")[:_LONGEST].strip("_")
        name, count = stem, 2
        while fold(name).casefold() in taken:
            name, count = f"{stem}-{count}", count + 1
        taken.add(fold(name).casefold())
        found[unit] = f"{name}.xlsx"
    return found


def untaken(path: Path, entries: Entries) -> bool:
    """Whether a workbook holds something that was typed and not merged; raises InputError for one that is no ledger."""
    merged = merge(entries, read_filled(path).rows)
    return merged.taken > 0 or merged.moved > 0


def _new() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _master(
    rows: Sequence[LedgerRow],
    known: Mapping[tuple[str, str], Entry],
    entries: Entries,
    lost: Sequence[Lost],
    lang: Lang,
) -> bytes:
    book = _new()
    _ledger(book, rows, known, lang)
    _lost_sheet(book, lost, lang)
    found = [(one.entry, one.cell.column, typed) for one in conflicts(entries) for typed in one.cell.versions]
    codes = (*_LOST, "column", "text", "source")
    lines = [
        (*_names(entry), ledger_column(code).title(lang), typed.text, typed.source)
        for entry, code, typed in found
    ]
    if lines:
        _sheet(book, "conflicts", codes, lines, lang)
    history = [
        (
            *_names(entry),
            *(ledger_column(cell.column).title(lang), typed.text, typed.source),
            entry.shown(cell.column, lang),
        )
        for entry in entries.entries
        for cell in entry.cells
        for typed in cell.earlier
    ]
    if history:
        _sheet(book, "earlier", (*codes, "replaced"), history, lang)
    return book_bytes(book)


def _names(entry: Entry) -> tuple[str, str, str]:
    return entry.plan_title, entry.title, entry.unit_name


def _ledger(
    book: Workbook, rows: Sequence[LedgerRow], known: Mapping[tuple[str, str], Entry], lang: Lang
) -> None:
    found = [known.get(row.key) for row in rows]
    typed = (*TYPED, *added_columns(entry for entry in found if entry))
    lines = [
        (*shown_cells(row, lang), *_typed(entry, typed, lang), row.task, row.unit, _base(entry, typed, lang))
        for row, entry in zip(rows, found, strict=True)
    ]
    sheet = _sheet(book, "ledger", (*SHOWN, *typed, *KEYS, "base"), lines, lang, to_fill=typed)
    _choices(sheet, (*SHOWN, *typed).index("status") + 1, len(rows), states(lang))
    sheet.freeze_panes = f"{get_column_letter(SHOWN.index('unit_name') + 1)}2"


def _lost_sheet(book: Workbook, lost: Sequence[Lost], lang: Lang) -> None:
    if not lost:
        return
    typed = (*TYPED, *added_columns(one.entry for one in lost))
    lines = []
    for one in lost:
        row = one.proposal
        proposal = (row.title, row.unit_name, f"{one.likeness:.2f}", "") if row else ("", "", "", "")
        target = row.key if row else ("", "")
        lines.append(
            (
                *_names(one.entry),
                *_typed(one.entry, typed, lang),
                *(*proposal, *one.entry.key, _base(one.entry, typed, lang), *target),
            )
        )
    codes = (*_LOST, *typed, *_FOUND, *KEYS, "base", "new_task", "new_unit")
    sheet = _sheet(book, "lost", codes, lines, lang, to_fill=(*typed, "accept"))
    _choices(sheet, codes.index("status") + 1, len(lost), states(lang))
    answers = [ledger_word("text.yes", lang), ledger_word("text.no", lang)]
    _choices(sheet, codes.index("accept") + 1, len(lost), answers)


def _typed(entry: Entry | None, columns: Sequence[str], lang: Lang) -> list[str]:
    return [entry.shown(code, lang) if entry else "" for code in columns]


def _base(entry: Entry | None, columns: Sequence[str], lang: Lang) -> str:
    marks = {
        code: mark(text) for code, text in zip(columns, _typed(entry, columns, lang), strict=True) if text
    }
    return json.dumps(marks, ensure_ascii=False, sort_keys=True) if marks else ""


def _sheet(
    book: Workbook,
    name: str,
    codes: Sequence[str],
    lines: Sequence[Sequence[str]],
    lang: Lang,
    to_fill: Collection[str] = (),
) -> Worksheet:
    """A sheet with a head that stays in view, filters, widths, hidden keys, and a set-up for printing."""
    sheet: Worksheet = book.create_sheet(ledger_word(f"sheet.{name}", lang))
    for place, code in enumerate(codes, 1):
        cell = sheet.cell(1, place)
        put_cell(cell, ledger_column(code).title(lang))
        cell.font, cell.fill = Font(bold=True), _HEAD
        shape = sheet.column_dimensions[get_column_letter(place)]
        shape.width = _WIDTHS.get(code, _WIDTH)
        shape.hidden = code in _HIDDEN
    for number, line in enumerate(lines, 2):
        for place, (code, text) in enumerate(zip(codes, line, strict=True), 1):
            put_cell(sheet.cell(number, place), text or None)
            if code in to_fill:
                sheet.cell(number, place).fill = _TO_FILL
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(codes))}{len(lines) + 1}"
    _print_setup(sheet, lang)
    return sheet


def _print_setup(sheet: Worksheet, lang: Lang) -> None:
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    sheet.HeaderFooter.oddFooter.center.text = ledger_word("text.page", lang)  # type: ignore[union-attr]


def _choices(sheet: Worksheet, column: int, rows: int, words: Sequence[str]) -> None:
    """A drop-down; another word is asked about, not refused."""
    choice = DataValidation(type="list", formula1=f'"{",".join(words)}"', allow_blank=True)
    choice.errorStyle = "warning"
    choice.showErrorMessage = True
    letter = get_column_letter(column)
    choice.add(f"{letter}2:{letter}{rows + 1 + _MARGIN}")
    sheet.add_data_validation(choice)
