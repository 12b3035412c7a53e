"""Grids of cells: a table being read, merged cells spread out, and the part of a Source that it becomes."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files

from .build import LineCell, LinePair, Part, Tracked, concat
from .page import BARE_LABEL, is_label, pairs

_STOP = re.compile(r"[。！？；]")
_HEAD_LENGTH = 16
_MOST_COLUMNS = 64
_MOST_CELLS = 20
"""A grid has at most so many positions for each of its cells; beyond that spans are not spread out."""
_LONG_CELL = 1500
_LONG_SHARE = 0.8


@dataclass(eq=False, slots=True)
class GridCell:
    """A cell; where it is merged, the same object stands at every position."""

    text: Tracked
    header: bool = False


Grid = list[list[GridCell]]


@dataclass(eq=False, slots=True)
class PageLine:
    """A line of a page: its text, the number of its element, and how many of its characters are a link's."""

    text: Tracked
    owner: int
    linked: int = 0
    indent: int = 0


@dataclass(eq=False, slots=True)
class PageTable:
    """A table of a page that is no means of layout."""

    grid: Grid
    owner: int


Found = PageLine | PageTable
EMPTY = Tracked("", ())


@dataclass(eq=False, slots=True)
class OpenCell:
    """A cell as its page gives it."""

    header: bool
    rows: int
    columns: int
    found: list[Found] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class OpenTable:
    """A table whose rows are being read."""

    owner: int
    rows: list[list[OpenCell]] = field(default_factory=list)

    def open_cell(self, header: bool, rows: int, columns: int) -> OpenCell:
        """A new cell at the end of the last row."""
        if not self.rows:
            self.rows.append([])
        cell = OpenCell(header, rows, columns)
        self.rows[-1].append(cell)
        return cell

    def grid(self, make: Callable[[list[Found], bool], GridCell]) -> Grid:
        """The grid with every merged cell at each of its positions, without rows that have no cell."""
        rows = [row for row in self.rows if row]
        widest = min(_MOST_COLUMNS, max(sum(max(1, cell.columns) for cell in row) for row in rows))
        room = _MOST_CELLS * sum(map(len, rows)) + 1000
        hanging: dict[int, tuple[GridCell, int]] = {}
        grid: Grid = []
        for number, row in enumerate(rows):
            line: list[GridCell] = []
            for cell in row:
                _hang(line, hanging)
                made = make(cell.found, cell.header)
                wide = max(1, min(cell.columns, widest - len(line), room))
                deep = min(cell.rows or len(rows), len(rows) - number, room // wide) - 1
                room -= wide * max(1, deep)
                for _ in range(wide):
                    if deep > 0:
                        hanging[len(line)] = (made, deep)
                    line.append(made)
            _hang(line, hanging)
            grid.append(line)
        return grid


def _hang(line: list[GridCell], hanging: dict[int, tuple[GridCell, int]]) -> None:
    """Put the cells that reach down from rows above at the end of a row."""
    while len(line) in hanging:
        cell, left = hanging.pop(len(line))
        if left > 1:
            hanging[len(line)] = (cell, left - 1)
        line.append(cell)


def is_layout(table: OpenTable) -> bool:
    """Whether a table only places text on a page.

    It does where it holds other tables, has one column, is a menu, or one cell holds nearly all its text.
    """
    cells = [cell for row in table.rows for cell in row if cell.found]
    if len(cells) < 2 or max(map(len, table.rows)) < 2:
        return True
    sizes, linked = [], 0
    for cell in cells:
        lines = [found for found in cell.found if isinstance(found, PageLine)]
        if len(lines) < len(cell.found):
            return True
        sizes.append(sum(len(line.text.text) for line in lines))
        linked += sum(line.linked for line in lines)
    longest, total = max(sizes), sum(sizes)
    return linked > _LONG_SHARE * total or (longest > _LONG_CELL and longest > _LONG_SHARE * total)


@cache
def _heads() -> frozenset[str]:
    data = tomllib.loads(files(__package__).joinpath("page.toml").read_text("utf-8"))
    return frozenset(data["tables"]["heads"])


def table(grid: Grid) -> Part:
    """The part for a grid: a table, or metadata where its rows are labels and values."""
    width = max(map(len, grid))
    if width * len(grid) > _MOST_CELLS * sum(map(len, grid)) + 1000:
        width = min(width, _MOST_COLUMNS)
        grid = [row[start : start + width] for row in grid for start in range(0, len(row), width)]
    grid = [row + [GridCell(EMPTY) for _ in range(width - len(row))] for row in grid]
    if is_metadata(grid):
        return metadata(grid)
    _flag_heads(grid)
    part = Part("table", [])
    for row, places in _printed(grid, part):
        part.rows.append([LineCell(*places[id(cell)], cell.header) for cell in row])
    return part


Places = dict[int, tuple[int, int, int]]


def _printed(grid: Grid, part: Part) -> Iterator[tuple[list[GridCell], Places]]:
    """Each row and its cells' places, while the part's lines are written; a merged cell is printed once."""
    places: Places = {}
    for number, row in enumerate(grid):
        pieces: list[Tracked | str] = []
        at = 0
        for column, cell in enumerate(row):
            if column:
                pieces.append("\t")
                at += 1
            if id(cell) not in places:
                places[id(cell)] = (number, at, at + len(cell.text.text))
                pieces.append(cell.text)
                at += len(cell.text.text)
        part.lines.append(concat(pieces))
        yield row, places


def _flag_heads(grid: Grid) -> None:
    """Mark the first row, if its cells are short and one is a column's name, and its repetitions."""
    first = [cell.text.text for cell in grid[0]]
    if not any(cell.header for cell in grid[0]):
        named = sum(text.replace(" ", "") in _heads() for text in first)
        if not named or any(len(text) > _HEAD_LENGTH or _STOP.search(text) for text in first):
            return
    for row in grid:
        if [cell.text.text for cell in row] == first:
            for cell in row:
                cell.header = True


def is_metadata(grid: Grid) -> bool:
    """Whether the rows of a grid are labels and values."""
    labels = sum(_is_labelled(cell) for row in grid for cell in dict.fromkeys(row))
    labelled = sum(_is_labelled(row[0]) for row in grid)
    return labels >= 2 and labelled >= 0.6 * len(grid) and not _is_head(grid[0])


def _is_labelled(cell: GridCell) -> bool:
    return is_label(cell.text.text) or bool(pairs(cell.text.text))


def _is_head(row: Sequence[GridCell]) -> bool:
    return len(row) > 2 and sum(is_label(cell.text.text) for cell in row) > (len(row) + 1) // 2


def metadata(grid: Grid) -> Part:
    """The part for rows of labels and values."""
    part = Part("metadata", [])
    filled = [[cell for cell in dict.fromkeys(row) if cell.text.text] for row in grid]
    for row, places in _printed([row for row in filled if row], part):
        part.pairs += _pairs(row, places)
    return part


def _pairs(cells: Sequence[GridCell], places: Places) -> Iterator[LinePair]:
    at = 0
    while at < len(cells):
        text = cells[at].text.text
        line, start, end = places[id(cells[at])]
        label = BARE_LABEL.find(text) if is_label(text) else None
        if label:
            value = (line, end, end)
            if at + 1 < len(cells) and not is_label(cells[at + 1].text.text):
                at += 1
                value = places[id(cells[at])]
            yield LinePair((line, start + label.start(1), start + label.end(1)), value)
        else:
            for name, rest in pairs(text):
                yield LinePair(
                    (line, start + name[0], start + name[1]), (line, start + rest[0], start + rest[1])
                )
        at += 1
