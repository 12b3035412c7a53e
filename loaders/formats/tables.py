"""Tables: from lines of text with tabs or pipes, and from grids of cells to a part of a Source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ..rule import Rule, text_of
from .build import Part, Tracked
from .grids import EMPTY, GridCell, table
from .page import is_chrome
from .spacing import clean, tidy

_MOST_COLUMNS = 64
_LONGEST_HEAD = 16
_MOST_DIGITS = 4
_FEWEST_COUNTED = 2
"""So many rows that count up are no chance."""
_BAR = "|"
_FEWEST_BARRED = 3
"""So many rows at least, and cells in one of them but one."""
_CELLED_SHARE = 0.8
"""Of the lines with pipes, so many at least have more than one cell."""
_BLANKS = 2
"""So many empty lines may stand between two rows of one table."""

HEAD_RULE = Rule(
    name="dashes-below-the-head-of-a-table",
    pattern=r"\s*\|?(?:\s*:?-{2,}:?\s*\|)+\s*(?::?-{2,}:?)?\s*\|?\s*",
    how="fullmatch",
    build=text_of,
    examples={"| --- | :--: |": ("| --- | :--: |",), "---|---": ("---|---",)},
    counters=("---", "| 序号 | 任务 |", "| - |"),
)
ONE_CELL = Rule(
    name="line-of-one-cell-behind-a-tab",
    pattern=r"[ \u3000\xa0]*\t[^\t]*",
    how="fullmatch",
    build=text_of,
    examples={"\t区教育局": ("\t区教育局",)},
    counters=("1\t区教育局", "\t区教育局\t区财政局"),
)

SERIAL_HEAD = Rule(
    name="head-of-the-column-of-serial-numbers-on-a-line",
    pattern=r"[\s|]*序[ \u3000]*号[\s|]*",
    needs=("序",),
    how="fullmatch",
    build=text_of,
    examples={"序号": ("序号",), "序 号 |": ("序 号 |",)},
    counters=("序号 | 任务 | 责任单位", "工作程序号", "号"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file as it stands."""

    text: Tracked
    indent: int = 0


def tables_in(rows: Sequence[Row]) -> Iterator[Row | Part]:
    """The lines that are not empty and not in a table, and the tables, in order."""
    at = 0
    while at < len(rows):
        found = None
        text = rows[at].text.text
        if "\t" in text:
            found = _tabbed(rows, at) or _cell_lines(rows, at)
        elif "|" in text:
            found = (
                _bars_on_lines(rows, at)
                or _piped(rows, at)
                or _column_of_cells(rows, at)
                or _piped_rows(rows, at)
            )
        elif text in SERIAL_HEAD:
            found = _column_of_cells(rows, at)
        if found:
            parts, at = found
            yield from parts
            continue
        if text.strip():
            yield rows[at]
        at += 1


def _is_row(text: str) -> bool:
    return "\t" in text.strip()


def _tabbed(rows: Sequence[Row], at: int) -> tuple[list[Row | Part], int] | None:
    """Lines of cells with tabs between them, one row a line."""
    if not _is_row(rows[at].text.text):
        return None
    lines, end = _run(rows, at, lambda text: _is_row(text))
    cells = [[cell_of(piece) for piece in split(line.text, "\t")] for line in lines]
    wide = Counter(map(len, cells)).most_common(1)[0][0]
    if len(cells) < 2 or (wide < 3 and len(cells) < 3):
        return None
    return [table(cells)], end


def _run(rows: Sequence[Row], at: int, fits: Callable[[str], bool]) -> tuple[list[Row], int]:
    """The lines from one on that fit, and where they end; few empty lines between them do not count."""
    lines: list[Row] = []
    end = at
    blanks = 0
    for number in range(at, len(rows)):
        text = rows[number].text.text
        if fits(text):
            lines.append(rows[number])
            end, blanks = number + 1, 0
        elif text.strip() or blanks >= _BLANKS:
            break
        else:
            blanks += 1
    return lines, end


def _cell_lines(rows: Sequence[Row], at: int) -> tuple[list[Row | Part], int]:
    """Cells one a line, each after a tab, as Word's tables come out; an empty line ends a row.

    White space before the tab stands for an empty first cell, and begins a row too.
    """
    groups: list[list[Row]] = [[]]
    end = at
    for number in range(at, len(rows)):
        text = rows[number].text.text
        if text in ONE_CELL:
            if text[0] != "\t":
                groups.append([Row(EMPTY)])
            groups[-1].append(rows[number])
            end = number + 1
        elif text.strip() or (number > at and not rows[number - 1].text.text.strip()):
            break
        else:
            groups.append([])
    groups = [group for group in groups if group]
    sizes = Counter(len(group) for group in groups if 1 < len(group) <= _MOST_COLUMNS)
    if not sizes or max(sizes.values()) < 2:
        end = max(end, at + 1)
        return [row for row in rows[at:end] if row.text.text.strip()], end
    wide = max(sizes, key=lambda size: (sizes[size], size))
    captions = [group[0] for group in groups[:1] if len(group) == 1]
    body = groups[len(captions) :]
    cells = [[cell_of(row.text) for row in chunk] for group in body for chunk in _chunks(group, wide)]
    return [*captions, table(cells)], end


def _chunks(group: list[Row], wide: int) -> Iterator[list[Row]]:
    """A group of cells as rows; where the lines between rows were lost, each `wide` cells are one."""
    if len(group) % wide:
        yield group
        return
    for start in range(0, len(group), wide):
        yield group[start : start + wide]


def _piped(rows: Sequence[Row], at: int) -> tuple[list[Row | Part], int] | None:
    """A table of Markdown: a row of dashes stands below its head."""
    if at + 1 >= len(rows) or rows[at + 1].text.text not in HEAD_RULE:
        return None
    end = at + 2
    while end < len(rows) and "|" in rows[end].text.text:
        end += 1
    lines = [rows[at], *rows[at + 2 : end]]
    cells = [[cell_of(piece) for piece in split(_unpiped(line.text), "|")] for line in lines]
    for cell in cells[0]:
        cell.header = True
    return [table(cells)], end


def _piped_rows(rows: Sequence[Row], at: int) -> tuple[list[Row | Part], int] | None:
    """Lines of cells with pipes between them, as pages are copied: no dashes stand below the head."""
    lines, end = _run(rows, at, lambda text: "|" in text and not is_chrome(text.strip()))
    lines = [line for line in lines if line.text.text not in HEAD_RULE]
    cells = [[cell_of(piece) for piece in split(_unpiped(line.text), "|")] for line in lines]
    rows_of_cells = sum(len(row) > 1 for row in cells)
    if rows_of_cells < 2 or rows_of_cells < _CELLED_SHARE * len(cells):
        return None
    if max(map(len, cells)) < 3 and len(cells) < 3:
        return None
    return [table(cells)], end


def _bars_on_lines(rows: Sequence[Row], at: int) -> tuple[list[Row | Part], int] | None:
    """Cells one a line with a pipe alone on the line between two of them; two pipes part two rows."""
    if rows[at].text.text.strip() != _BAR:
        return None
    grid: list[list[GridCell]] = [[]]
    end, barred = at, False
    for number in range(at, len(rows)):
        text = rows[number].text.text.strip()
        if not text:
            continue
        if text == _BAR:
            if barred and grid[-1]:
                grid.append([])
            barred, end = True, number + 1
        elif barred:
            grid[-1].append(cell_of(rows[number].text))
            barred = False
        else:
            break
    if not barred and grid[-1]:  # the last line was no cell: no pipe stands behind it
        grid[-1].pop()
    cells = [row for row in grid if row]
    if len(cells) < _FEWEST_BARRED or max(map(len, cells)) < _FEWEST_BARRED - 1:
        return None
    return [table(cells)], end


def _column_of_cells(rows: Sequence[Row], at: int) -> tuple[list[Row | Part], int] | None:
    """A table that came out one cell a line: its first column counts up, which tells how wide it is."""
    if rows[at].text.text not in SERIAL_HEAD:
        return None
    lines = [(n, cell_of(_unpiped(rows[n].text))) for n in range(at, len(rows)) if rows[n].text.text.strip()]
    texts = [cell.text.text for _, cell in lines]
    wide = next((n for n, text in enumerate(texts[: _MOST_COLUMNS + 1]) if text.isdecimal()), 0)
    if wide < 2 or any(len(text) > _LONGEST_HEAD for text in texts[:wide]):
        return None
    first = int(texts[wide][:_MOST_DIGITS])
    count = next(
        n for n in range(len(texts)) if texts[wide + n * wide : wide + n * wide + 1] != [str(first + n)]
    )
    grid = [[cell for _, cell in lines[start : start + wide]] for start in range(0, (count + 1) * wide, wide)]
    if count < _FEWEST_COUNTED:
        return None
    return [table(grid)], lines[min(len(lines), (count + 1) * wide) - 1][0] + 1


def _unpiped(text: Tracked) -> Tracked:
    text = text.strip()
    start, end = text.text.startswith("|"), text.text.endswith("|")
    return text.slice(int(start), len(text.text) - int(end))


def split(text: Tracked, separator: str) -> list[Tracked]:
    """The pieces of a line between separators."""
    pieces: list[Tracked] = []
    start = 0
    for piece in text.text.split(separator):
        pieces.append(text.slice(start, start + len(piece)))
        start += len(piece) + len(separator)
    return pieces


def cell_of(text: Tracked) -> GridCell:
    """A cell with its text cleaned."""
    return GridCell(tidy(clean(text)))
