"""A table, and its forms for people and programs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec
from msgspec import Struct

Cell = str | int | float | None
Lang = Literal["zh", "en"]

JOIN = "；"
"""Between several values in one cell."""
_BOM = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n")
"""What makes a spreadsheet take a cell's text for a formula."""


class Column(Struct, frozen=True):
    """A column: its name for programs, its titles for people."""

    name: str
    zh: str
    en: str
    labels: Mapping[str, Mapping[Lang, str]] = {}
    """What people read for the codes that the cells hold, by code and language; empty where they hold none."""

    def title(self, lang: Lang) -> str:
        """The title in a language."""
        return self.zh if lang == "zh" else self.en

    def shown(self, cell: Cell, lang: Lang) -> str:
        """A cell as people read it: labels for codes, an unknown code as it is."""
        text = cell_text(cell)
        if not self.labels:
            return text
        return JOIN.join(self.labels.get(code, {}).get(lang, code) for code in text.split(JOIN))


class Table(Struct, frozen=True):
    """Rows under named columns; what is not known is None."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[dict[str, Cell]]:
        """Each row as a dict by column name; `pandas.DataFrame(list(table))` takes them."""
        names = self.names
        return (dict(zip(names, row, strict=True)) for row in self.rows)

    @property
    def names(self) -> list[str]:
        """The names of the columns."""
        return [column.name for column in self.columns]

    def titles(self, lang: Lang = "zh") -> list[str]:
        """The titles of the columns in a language."""
        return [column.title(lang) for column in self.columns]

    def shown(self, lang: Lang = "zh") -> list[list[str]]:
        """The rows as people read them, with labels for codes."""
        return [
            [column.shown(cell, lang) for column, cell in zip(self.columns, row, strict=True)]
            for row in self.rows
        ]

    def column(self, name: str) -> list[Cell]:
        """The cells of one column; raises KeyError where there is none of that name."""
        if name not in self.names:
            raise KeyError(name)
        place = self.names.index(name)
        return [row[place] for row in self.rows]

    def to_csv(self) -> str:
        """CSV that Excel opens: with BOM, and an apostrophe before text that it would take for a formula.

        Write it as UTF-8 with `newline=""`.
        """
        out = io.StringIO(newline="")
        writer = csv.writer(out, lineterminator="\r\n")
        writer.writerow(self.names)
        writer.writerows([[_csv_cell(cell) for cell in row] for row in self.rows])
        return _BOM + out.getvalue()

    def to_json(self) -> str:
        """A JSON list with one object a row."""
        return msgspec.json.format(msgspec.json.encode(list(self)), indent=2).decode("utf-8") + "\n"


def cell_text(cell: Cell) -> str:
    """A cell as people read it: nothing for None, whole numbers without a point."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _csv_cell(cell: Cell) -> str:
    text = cell_text(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(_FORMULA) else text
