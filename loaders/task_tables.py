"""Task tables: rows of 重点任务, 具体内容, 牵头单位, 责任单位, 完成时限 and the like."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from kg.names.dates import find_dates
from kg.names.text import fold
from kg.source import Block, Cell

from .chapters import purposes
from .numbering import numbering_at
from .outline import ANNEX, Node, Outline
from .responsibility import Kind, Named, Statement, label_kinds, read_statement
from .units import split_units
from .vocabulary import words

_GRAM = 12
_CLAUSE_END = re.compile(r"[，,；;。！？]")


@dataclass(slots=True)
class Columns:
    """Which columns of a table say what; roles map a column to its label's kind."""

    first_row: int
    roles: dict[int, Kind] = field(default_factory=dict)
    heads: dict[int, Cell] = field(default_factory=dict)
    section: int | None = None
    content: int | None = None
    number: int | None = None


@dataclass(slots=True)
class Row:
    """One row that gives somebody something to do."""

    section: Node | None
    section_cell: Cell | None
    number: tuple[int, int] | None
    part: int
    title: tuple[int, int]
    content: Cell
    statements: list[Statement]
    deadlines: list[tuple[int, int, str]]


@cache
def _column_words(kind: str) -> frozenset[str]:
    return frozenset(words("tables", "column", kind))


def head_kind(head: str) -> Kind | None:
    """What a column's head says of responsibility: 牵头单位, 责任单位 …; None where it says nothing."""
    head = re.sub(r"[\s（）()/、]|及.*", "", head)
    kinds = label_kinds()
    if head in kinds:
        return kinds[head]
    best = max((word for word in kinds if len(word) >= 4 and head.endswith(word)), key=len, default=None)
    return kinds[best] if best else None


def columns_of(text: str, block: Block) -> Columns | None:
    """The columns of a task table, or None where a table is not one: no head names a responsibility."""
    for i, row in enumerate(block.rows[:4]):
        heads = [re.sub(r"\s", "", text[cell.start : cell.end]) for cell in row]
        roles = {j: kind for j, head in enumerate(heads) if head and (kind := head_kind(head))}
        if not any(kind in ("lead", "responsible") for kind in roles.values()):
            continue
        found = Columns(i + 1, roles, {j: row[j] for j in roles})
        free = [j for j in range(len(row)) if j not in roles]
        for j in free:
            if heads[j] in _column_words("number") and found.number is None:
                found.number = j
        _place_content(block, heads, [j for j in free if j != found.number], found)
        return found if found.content is not None else None
    return None


def _place_content(block: Block, heads: list[str], free: list[int], found: Columns) -> None:
    """Of the columns left, the one that says what is to be done, and the one before it that groups the rows."""
    named = [j for j in free if any(word in heads[j] for word in _column_words("content"))]
    if not named:
        named = [j for j in free if heads[j]] or free
    if not named:
        return
    found.content = named[0] if len(named) == 1 else max(named, key=lambda j: (_length(block, found, j), -j))
    before = [
        j
        for j in free
        if j < found.content and (heads[j] in _column_words("section") or _repeats(block, found, j))
    ]
    found.section = before[-1] if before else None


def _length(block: Block, found: Columns, j: int) -> int:
    return sum(row[j].end - row[j].start for row in block.rows[found.first_row :] if j < len(row))


def _repeats(block: Block, found: Columns, j: int) -> bool:
    """Whether a column holds merged or empty cells, as one does that groups rows."""
    cells = [row[j] for row in block.rows[found.first_row :] if j < len(row)]
    return len({(cell.start, cell.end) for cell in cells if cell.start < cell.end}) < len(cells)


def _in_annex(node: Node) -> bool:
    return node.rank == ANNEX or any(one.rank == ANNEX for one in node.ancestors())


class TableReader:
    """Reads the task tables of one document, in the light of its body's headings."""

    def __init__(self, outline: Outline) -> None:
        self.text = outline.source.text
        self.outline = outline
        self.tables = [block for block in outline.source.blocks if block.kind == "table"]
        self._grams: dict[str, Node] | None = None

    def rows(self) -> list[Row]:
        """The rows of all task tables, with the body's heading that each belongs to."""
        found: list[Row] = []
        last: Columns | None = None
        for block in self.tables:
            columns = columns_of(self.text, block)
            if columns is None and last and block.rows and len(block.rows[0]) == self._width(last):
                columns = Columns(0, last.roles, last.heads, last.section, last.content, last.number)
            if columns is None:
                continue
            last = columns
            self._read(block, columns, found)
        self._number(found)
        return found

    def _width(self, columns: Columns) -> int:
        return max([*columns.roles, columns.content or 0]) + 1

    def _read(self, block: Block, columns: Columns, found: list[Row]) -> None:
        group: Cell | None = None
        content = columns.content if columns.content is not None else 0
        for cells in block.rows[columns.first_row :]:
            if content >= len(cells):
                continue
            if columns.section is not None:
                cell = cells[columns.section]
                group = cell if cell.start < cell.end else group
            cell = cells[content]
            if cell.start >= cell.end or self._is_head(cells, columns):
                continue
            if all(
                other.start == cell.start for other in cells
            ):  # a row that is one merged cell is a heading
                group = cell
                continue
            row = self._row(cells, cell, columns, group, found[-1] if found else None)
            if row.statements or row.deadlines:
                found.append(row)

    def _is_head(self, cells: tuple[Cell, ...], columns: Columns) -> bool:
        """Whether a row repeats the head, as on each page of a printed table."""
        return all(
            fold(self.text[cells[j].start : cells[j].end]) == fold(self.text[head.start : head.end])
            for j, head in columns.heads.items()
            if j < len(cells)
        )

    def _row(
        self, cells: tuple[Cell, ...], content: Cell, columns: Columns, group: Cell | None, above: Row | None
    ) -> Row:
        statements: list[Statement] = []
        deadlines: list[tuple[int, int, str]] = []
        for j, kind in columns.roles.items():
            if j >= len(cells) or cells[j].start >= cells[j].end:
                continue
            statement = self._cell(cells[j], kind, columns.heads[j])
            if statement and statement.units:
                statements.append(statement)
            if statement:
                deadlines += statement.deadlines
        start = numbering_at(self.text, content.start, content.end)
        begin = start.end if start else content.start
        stop = _CLAUSE_END.search(self.text, begin, content.end)
        title = (begin, stop.start() if stop else content.end)
        node = self._body_heading(content, group) or (above.section if above and group is None else None)
        node = node or self._heading_above(content.start)
        number = cells[columns.number] if columns.number is not None and columns.number < len(cells) else None
        return Row(
            node,
            group,
            (number.start, number.end) if number else None,
            1,
            title,
            content,
            statements,
            deadlines,
        )

    def _cell(self, cell: Cell, kind: Kind, head: Cell) -> Statement | None:
        """What a cell says under its column's head; the cell's own words may say more (甲牵头，乙配合)."""
        if kind == "other":
            return None
        if kind != "deadline":
            own = read_statement(self.text, cell.start, cell.end)
            if own and own.labelled:
                return own
        statement = Statement(cell.start, cell.end, labelled=True)
        word = (head.start, head.end)
        if kind == "deadline":
            found = find_dates(self.text[cell.start : cell.end])
            statement.deadlines = [(cell.start + d.start, cell.start + d.end, d.iso) for d in found]
            return statement
        own = read_statement(self.text, cell.start, cell.end)
        if own and own.says_lead:
            return own
        role = "lead" if kind == "lead" else "responsible"
        for part in split_units(self.text, cell.start, cell.end):
            statement.units.append(
                Named(part.start, part.end, "lead" if role == "lead" else "responsible", word)
            )
        statement.says_lead = role == "lead"
        return statement

    def _body_heading(self, content: Cell, group: Cell | None) -> Node | None:
        """The body's heading whose text the row repeats, else the one that the group's cell prints."""
        grams = self._gram_index()
        words_ = fold(self.text[content.start : content.end])
        hits = [
            grams[words_[i : i + _GRAM]]
            for i in range(max(1, len(words_) - _GRAM + 1))
            if words_[i : i + _GRAM] in grams
        ]
        if hits:
            return max(hits, key=lambda node: (hits.count(node), -node.start))
        if group is None:
            return None
        number = numbering_at(self.text, group.start, group.end)
        wanted = fold(self.text[number.end if number else group.start : group.end])
        for node in self.outline.sections():
            if node.has_title and fold(self.text[node.body : node.title_end]) == wanted:
                return node
        return None

    def _heading_above(self, offset: int) -> Node | None:
        """The innermost heading of the body under which a table stands."""
        holders = [
            node for node in self.outline.sections() if node.start <= offset < node.end and node.has_title
        ]
        return holders[-1] if holders and not _in_annex(holders[-1]) else None

    def _gram_index(self) -> dict[str, Node]:
        """Runs of characters of the body to the innermost heading above them, chapters of tasks first."""
        if self._grams is None:
            self._grams = {}
            kinds = purposes(self.outline)
            body = [node for node in self.outline.sections() if not _in_annex(node)]
            for node in sorted(body, key=lambda one: (kinds[one.start] != "task", one.start)):
                spans = [(node.body, node.line_end)] + [
                    (x.start, x.end) for x in node.lines if x.block.kind == "body"
                ]
                for start, end in spans:
                    words_ = fold(self.text[start:end])
                    for i in range(len(words_) - _GRAM + 1):
                        self._grams.setdefault(words_[i : i + _GRAM], node)
        return self._grams

    def _number(self, rows: list[Row]) -> None:
        """Count the rows of each heading."""
        counts: dict[object, int] = {}
        for row in rows:
            key: object = row.section.start if row.section else row.section_cell and (row.section_cell.start,)
            if row.section is None and row.section_cell is None:
                continue
            counts[key] = counts.get(key, 0) + 1
            row.part = counts[key] if row.section is not None else 1
