"""Filled workbooks, as people send them back: sorted, with columns of their own, their sheets renamed."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

from msgspec import Struct
from openpyxl import load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from ..errors import InputError
from ..tables import cell_text
from .entries import Filled, Key
from .words import TYPED, codes_by_title, is_yes, ledger_word, own_sheets

LARGEST: Final = 200_000_000
"""Bytes that a workbook may unpack to."""
_HEAD = 20
"""Rows at the top of a sheet in which its head is looked for."""
_ADDED = "added"
"""Begins the keys of rows that people added."""

_Cells = Mapping[str, str]


class Sheets(Struct, frozen=True):
    """What a workbook holds."""

    rows: tuple[Filled, ...]
    unread: tuple[str, ...]
    """Titles of sheets without the columns of keys, which are not read."""


def read_filled(path: Path) -> Sheets:
    """The rows of a filled workbook; raises InputError for a file that is no ledger."""
    data = _bytes(path)
    values, formulas = _books(path, data)
    rows: list[Filled] = []
    unread = []
    found = False
    for shown, written in zip(values, formulas, strict=True):
        grid = _grid(shown, written)
        head = _head(grid)
        if head is not None:
            found = True
            rows += _rows(path.name, grid, head)
        elif any(any(row) for row in grid) and shown.title not in own_sheets():
            unread.append(shown.title)
    if not found:
        raise InputError(path, "no sheet has the column 任务键 (Task key): not a ledger of kg ledger")
    return Sheets(tuple(rows), tuple(unread))


def first_sheet(path: Path) -> list[list[str]]:
    """The texts of a workbook's first sheet, row by row; raises InputError for what is no workbook."""
    shown, written = _books(path, _bytes(path))
    return _grid(shown[0], written[0])


def _bytes(path: Path) -> bytes:
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(entry.file_size for entry in package.infolist())
    except OSError as error:
        raise InputError(path, error.strerror or "can't be read") from error
    except zipfile.BadZipFile as error:
        raise InputError(path, "not an .xlsx workbook") from error
    if size > LARGEST:
        raise InputError(path, f"unpacks to {size} bytes; at most {LARGEST} are read")
    return data


def _books(path: Path, data: bytes) -> tuple[Sequence[Worksheet], Sequence[Worksheet]]:
    """The sheets with what they show, and with the formulas behind it."""
    try:
        books = [load_workbook(io.BytesIO(data), data_only=only) for only in (True, False)]
    except Exception as error:  # openpyxl raises what its parsers raise: KeyError, ParseError, ValueError …
        raise InputError(path, f"not a workbook that can be read: {error}") from error
    return books[0].worksheets, books[1].worksheets


def _grid(shown: Worksheet, written: Worksheet) -> list[list[str]]:
    """The texts of a sheet; what stands in merged cells stands in each of them."""
    grid = [
        [
            _text(cell.value, cell.number_format) or _text(behind.value, "")
            for cell, behind in zip(*rows, strict=True)
        ]
        for rows in zip(shown.iter_rows(), written.iter_rows(), strict=True)
    ]
    for area in shown.merged_cells.ranges:
        first = grid[area.min_row - 1][area.min_col - 1]
        for row in range(area.min_row - 1, min(area.max_row, len(grid))):
            for column in range(area.min_col - 1, min(area.max_col, len(grid[row]))):
                grid[row][column] = first
    return grid


def _text(value: object, form: str) -> str:
    """A cell as it is kept: dates as ISO dates, shares as they are shown."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, int | float):
        return f"{value:.10%}".rstrip("%").rstrip("0").rstrip(".") + "%" if "%" in form else cell_text(value)
    return ILLEGAL_CHARACTERS_RE.sub("", str(value).replace("\r\n", "\n")).strip()


def _head(grid: Sequence[Sequence[str]]) -> int | None:
    """The row that names the columns."""
    for place, row in enumerate(grid[:_HEAD]):
        codes = {codes_by_title().get(text) for text in row}
        if {"task", "unit"} <= codes:
            return place
    return None


def _rows(source: str, grid: Sequence[Sequence[str]], head: int) -> Iterator[Filled]:
    names = _names(grid, head)
    for row in grid[head + 1 :]:
        cells = {name: text for name, text in zip(names, row, strict=True) if name and text}
        typed = {name: text for name, text in cells.items() if _is_typed(name)}
        base = _base(cells.get("base", ""))
        if typed or base:
            task, unit = _key(cells, typed)
            yield Filled(
                source=source,
                task=task,
                unit=unit,
                plan_title=cells.get("plan_title", ""),
                title=cells.get("title", ""),
                unit_name=cells.get("unit_name", ""),
                values=typed,
                base=base,
                move=_move(cells),
            )


def _names(grid: Sequence[Sequence[str]], head: int) -> list[str]:
    """The code of each column, the title of one that people added, its letter where it has none."""
    names: list[str] = []
    for place, title in enumerate(grid[head]):
        below = any(place < len(row) and row[place] for row in grid[head + 1 :])
        name = codes_by_title().get(title, title)
        if not name and below:
            name = ledger_word("text.letter", "zh", letter=get_column_letter(place + 1))
        count = 2
        while name and name in names:
            name, count = f"{codes_by_title().get(title, title)} {count}", count + 1
        names.append(name)
    return names


def _is_typed(name: str) -> bool:
    return name in TYPED or name not in codes_by_title().values()


def _key(cells: _Cells, typed: _Cells) -> Key:
    """The key that stands in the row; a row that people added has one of its own words."""
    if "task" in cells:
        return cells["task"], cells.get("unit", "")
    own = {name: text for name, text in cells.items() if name not in typed} or typed
    words = json.dumps(sorted(own.items()), ensure_ascii=False)
    return f"{_ADDED}|{hashlib.sha256(words.encode()).hexdigest()[:16]}", ""


def _base(text: str) -> dict[str, str]:
    """The marks of what a row was issued with; none where the cell was spoilt."""
    try:
        found = json.loads(text) if text else {}
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def _move(cells: _Cells) -> Key | None:
    if is_yes(cells.get("accept", "")) and cells.get("new_task"):
        return cells["new_task"], cells.get("new_unit", "")
    return None
