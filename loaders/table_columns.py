"""The columns of a task table: which say who is responsible, by when, and what is to be done."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.names.bodies import looks_like_body
from kg.source import Cell

from .roles import Kind, label_kinds
from .rule import Rule, text_of
from .vocabulary import words

_LONGEST_HEAD = 12

Rows = tuple[tuple[Cell, ...], ...]


SUM_ROW = Rule(
    name="first-cell-of-a-row-of-sums-or-notes",
    pattern=r"(?:合计|总计|小计|共计|备注|说明|注)",
    how="fullmatch",
    build=text_of,
    examples={"合计": ("合计",), "备注": ("备注",)},
    counters=("合计新建", "注册"),
)


@dataclass(slots=True)
class Columns:
    """Which columns of a table say what; roles map a column to its label's kind."""

    first_row: int
    roles: dict[int, Kind] = field(default_factory=dict)
    heads: dict[int, Cell] = field(default_factory=dict)
    section: int | None = None
    content: int | None = None
    number: int | None = None


@cache
def _column_words(kind: str) -> frozenset[str]:
    return frozenset(words("tables", "column", kind))


def head_kind(head: str) -> Kind | None:
    """What a column's head says of responsibility: 牵头单位, 责任单位 …; None where it says nothing."""
    head = re.sub(r"[\s（）()/]|及.*", "", head)
    kinds = label_kinds()
    if head in kinds:
        return kinds[head]
    if len(head) > _LONGEST_HEAD or "、" in head:
        return None
    best = max((word for word in kinds if len(word) >= 4 and head.endswith(word)), key=len, default=None)
    return kinds[best] if best else None


def columns_of(text: str, rows: Rows) -> Columns | None:
    """The columns of a task table, or None where a table is not one: no head names a responsibility.

    Of a head of two rows (责任分工 over 牵头单位 and 配合单位) the lower one tells.
    """
    found: Columns | None = None
    for i, row in enumerate(rows[:3]):
        heads = [re.sub(r"\s", "", text[cell.start : cell.end]) for cell in row]
        roles = {j: kind for j, head in enumerate(heads) if head and (kind := head_kind(head))}
        if not any(kind in ("lead", "responsible") for kind in roles.values()):
            continue
        if found is not None and not all(heads[j] in label_kinds() for j in roles):
            break
        above = found
        found = Columns(i + 1, roles, {j: row[j] for j in roles})
        if above is not None:
            _inherit(text, rows[i - 1], heads, above, found)
        free = [j for j in range(len(row)) if j not in found.roles]
        found.number = next((j for j in free if heads[j] in _column_words("number")), None)
        _place_content(rows, heads, [j for j in free if j != found.number], found)
    return found if found and found.content is not None else None


def _inherit(text: str, upper: tuple[Cell, ...], heads: list[str], above: Columns, found: Columns) -> None:
    """Take over what the upper row of a head says of columns that the lower one leaves empty."""
    for j, cell in enumerate(upper[: len(heads)]):
        if not heads[j]:
            heads[j] = re.sub(r"\s", "", text[cell.start : cell.end])
            if j in above.roles and j not in found.roles and above.roles[j] in ("deadline", "other"):
                found.roles[j], found.heads[j] = above.roles[j], cell


def _place_content(rows: Rows, heads: list[str], free: list[int], found: Columns) -> None:
    """Of the columns left, the one that says what is to be done, and the one before it that groups the rows."""
    names = [j for j in free if heads[j] in _column_words("name") and not _repeats(rows, found, j)]
    named = names[:1] or [j for j in free if any(word in heads[j] for word in _column_words("content"))]
    said = [
        j for j in named if heads[j] not in _column_words("section") or heads[j] in _column_words("content")
    ]
    named = said or named
    if not named:
        named = [j for j in free if heads[j]] or free
    if not named:
        return
    found.content = named[0] if len(named) == 1 else max(named, key=lambda j: (_length(rows, found, j), -j))
    before = [
        j
        for j in free
        if j < found.content and (heads[j] in _column_words("section") or _repeats(rows, found, j))
    ]
    found.section = before[-1] if before else None


def _length(rows: Rows, found: Columns, j: int) -> int:
    return sum(row[j].end - row[j].start for row in rows[found.first_row :] if j < len(row))


def _repeats(rows: Rows, found: Columns, j: int) -> bool:
    """Whether a column holds merged or empty cells, as one does that groups rows."""
    cells = [row[j] for row in rows[found.first_row :] if j < len(row)]
    return len({(cell.start, cell.end) for cell in cells if cell.start < cell.end}) < len(cells)


def mended(text: str, rows: Rows) -> Rows:
    """The rows, those put together that a line break inside a cell had split.

    The upper part ends in empty cells, and the lower one goes on with its words and then the cells that were missing.
    """
    found: list[tuple[Cell, ...]] = []
    movable = _ends_in_role(text, rows)
    for row in rows:
        joined = _joined(text, found[-1], row) if found else None
        if joined:
            found[-1] = joined
        else:
            found.append(_moved(text, row) if movable else row)
    return tuple(found)


def _moved(text: str, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
    """A row from which cells merged with ones above were left out, with the empty ones at its beginning.

    Its last filled cell says who is responsible, as the last column's do.
    """
    filled = _filled(row)
    if not 0 < filled < len(row) or not _closes_with_units(text, row[filled - 1]):
        return row
    return row[filled:] + row[:filled]


def _ends_in_role(text: str, rows: Rows) -> bool:
    """Whether the last cell of the head names a responsibility."""
    return any(_filled(row) and _is_role(text, row[_filled(row) - 1]) for row in rows[:3])


def _filled(row: tuple[Cell, ...]) -> int:
    """How many cells a row has up to its last filled one."""
    return max((j + 1 for j, cell in enumerate(row) if cell.start < cell.end), default=0)


def _is_role(text: str, cell: Cell) -> bool:
    return head_kind(text[cell.start : cell.end].strip()) in ("lead", "responsible")


def _closes_with_units(text: str, cell: Cell) -> bool:
    """Whether the last cell of a short row names bodies, or is the head of the column that does."""
    words_ = text[cell.start : cell.end]
    bodies = "。" not in words_ and any(map(looks_like_body, re.split("[、，,； ]", words_)))
    return bodies or _is_role(text, cell)


def _joined(text: str, upper: tuple[Cell, ...], lower: tuple[Cell, ...]) -> tuple[Cell, ...] | None:
    last = max((j for j, cell in enumerate(upper) if cell.start < cell.end), default=-1)
    filled = max((j for j, cell in enumerate(lower) if cell.start < cell.end), default=-1)
    if last < 1 or filled < 0 or lower[0].start >= lower[0].end or last + filled >= len(upper):
        return None
    if text[lower[0].start : lower[0].end].strip(" ：:") in SUM_ROW:
        return None
    open_list = text[upper[last].start : upper[last].end].rstrip().endswith(("、", "，", ","))
    counted = text[upper[0].start : upper[0].end].strip().isdigit()
    goes_on = counted and not text[lower[0].start : lower[0].end].strip().isdigit()
    if not (open_list or (goes_on and last + filled == len(upper) - 1 and last < len(upper) - 1)):
        return None
    whole = Cell(upper[last].start, lower[0].end)
    rest = list(lower[1 : filled + 1])
    return (*upper[:last], whole, *rest, *upper[last + 1 + len(rest) :])
