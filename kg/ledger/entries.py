"""What people typed into ledgers, as `ledger.json` keeps it: by task and unit, column by column, with what it replaced."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

import msgspec
from msgspec import Struct

from ..errors import RecordError
from ..tables import Lang
from .words import ledger_word

FILE_NAME = "ledger.json"
FORMAT = "plan-kg ledger 1"
"""The first field of the file; a file with another one is not touched."""

Key = tuple[str, str]
"""Keys of task and unit; the unit's is empty for a task without one."""

_BETWEEN = " ‖ "


class Typed(Struct, frozen=True, order=True):
    """A text that somebody typed."""

    text: str
    source: str
    """Name of the workbook that it came from."""


class Column(Struct, frozen=True, kw_only=True):
    """What was typed into one column of a row."""

    column: str
    """Code of the column, or the title of one that people added."""
    versions: tuple[Typed, ...]
    """What holds; several where workbooks disagree."""
    earlier: tuple[Typed, ...] = ()
    """What was replaced by somebody who had it before their eyes."""


class Entry(Struct, frozen=True, kw_only=True):
    """All that was typed for one task and unit, with their names as they were then."""

    task: str
    unit: str
    plan_title: str
    title: str
    unit_name: str
    cells: tuple[Column, ...]

    @property
    def key(self) -> Key:
        """What it belongs to."""
        return self.task, self.unit

    def cell(self, column: str) -> Column:
        """What was typed into a column."""
        empty = Column(column=column, versions=())
        return next((cell for cell in self.cells if cell.column == column), empty)

    def shown(self, column: str, lang: Lang = "zh") -> str:
        """A column as a workbook shows it: all versions where there are several."""
        return shown(self.cell(column), lang)


class Moved(Struct, frozen=True, order=True, kw_only=True):
    """That somebody found an entry its new place."""

    task: str
    unit: str
    to_task: str
    to_unit: str


class Entries(Struct, frozen=True, kw_only=True):
    """All entries, by key."""

    format: str = FORMAT
    entries: tuple[Entry, ...] = ()
    moved: tuple[Moved, ...] = ()

    def encode(self) -> bytes:
        """The bytes of the file."""
        return msgspec.json.format(msgspec.json.encode(self), indent=2) + b"\n"


class Filled(Struct, frozen=True, kw_only=True):
    """A row of a filled workbook."""

    source: str
    """Name of the workbook."""
    task: str
    unit: str
    plan_title: str
    title: str
    unit_name: str
    values: Mapping[str, str]
    """What stands in the columns that people fill in, by code or title."""
    base: Mapping[str, str]
    """Marks of what stood there when the workbook was made."""
    move: Key | None = None
    """Where the row is to go, as somebody decided."""

    @property
    def key(self) -> Key:
        """What it belongs to."""
        return self.task, self.unit


def shown(cell: Column, lang: Lang = "zh") -> str:
    """What a cell shows."""
    texts = [one.text for one in cell.versions]
    if len(texts) < 2:
        return "".join(texts)
    return ledger_word("text.conflict", lang, texts=_BETWEEN.join(texts))


def mark(text: str) -> str:
    """Some characters by which a text is known again; empty for an empty one."""
    return hashlib.sha256(text.encode()).hexdigest()[:16] if text else ""


def read_entries(folder: Path) -> Entries:
    """The entries beside a graph, none where nothing was merged; raises RecordError for a file that isn't ours."""
    path = folder / FILE_NAME
    if not path.is_file():
        return Entries()
    try:
        entries = msgspec.json.decode(path.read_bytes(), type=Entries)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: {error}") from error
    if entries.format != FORMAT:
        raise RecordError(f"{path}: format {entries.format!r}, expected {FORMAT!r}")
    return entries
