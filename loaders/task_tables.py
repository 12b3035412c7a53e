"""Task tables: rows of 重点任务, 具体内容, 牵头单位, 责任单位, 完成时限 and the like."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from kg.names.dates import find_dates
from kg.names.text import fold
from kg.source import Block, Cell

from .chapters import purposes
from .genres import genre_in
from .numbering import numbering_at
from .outline import ANNEX, Node, Outline
from .responsibility import Named, Statement, read_statement
from .roles import Kind
from .rule import Rule, text_of
from .table_columns import Columns, Rows, columns_of, mended
from .units import split_units

_GRAM = 12
_GAP = 2
"""So many characters may stand between a caption and its table."""
CAPTION = Rule(
    name="caption-over-a-table",
    pattern=r"(?!单位|附[件表]|表[ ]?\d|备注|说明|注)[一-鿿“”、（）]{4,24}",
    how="fullmatch",
    build=text_of,
    examples={"推动芯片全链发展": ("推动芯片全链发展",)},
    counters=("一、推动芯片全链发展。", "单位：万元", "附表", "表1 主要指标"),
)
DITTO = Rule(
    name="cell-that-repeats-the-one-above",
    pattern=r"同上|〃|″",
    how="fullmatch",
    build=text_of,
    examples={"同上": ("同上",), "〃": ("〃",)},
    counters=("同上级部门", "上同"),
)
NOBODY = Rule(
    name="word-of-a-cell-that-names-nobody",
    pattern=r"[—－–/\\-]+|(?:暂|均)?无|略|不涉及",
    how="fullmatch",
    build=text_of,
    examples={"无": ("无",), "/": ("/",), "不涉及": ("不涉及",)},
    counters=("无锡市政府", "区教育局"),
)
_CLAUSE_END = re.compile(r"[，,；;。！？]")


@dataclass(slots=True)
class Row:
    """One row that gives somebody something to do."""

    section: Node | None
    section_cell: Cell | None
    number: tuple[int, int] | None
    part: int
    title: tuple[int, int]
    content: Cell
    cells: list[Cell]
    """All that the row says of the task itself, its content among it."""
    statements: list[Statement]
    under: Node | None = None
    """The body's heading for which the row stands, be it its section or not."""
    captioned: bool = False
    """Whether `section_cell` is the caption over the table."""


def _said_of_task(cells: tuple[Cell, ...], columns: Columns) -> list[Cell]:
    """The filled cells of a row outside the columns of numbers, groups and responsibility."""
    others = {*columns.roles, columns.number, columns.section}
    return [cell for j, cell in enumerate(cells) if j not in others and cell.start < cell.end]


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
        captions: list[tuple[Cell, list[Row]]] = []
        last: Columns | None = None
        for block in self.tables:
            rows = mended(self.text, block.rows)
            columns = columns_of(self.text, rows)
            fresh = columns is not None
            if columns is None and last and rows and len(rows[0]) == self._width(last):
                columns = Columns(0, last.roles, last.heads, last.section, last.content, last.number)
            if columns is None:
                continue
            last = columns
            before = len(found)
            self._read(rows, columns, found, found[-1] if found and not fresh else None)
            if caption := self._caption(block):
                captions.append((caption, found[before:]))
        self._put_under(captions)
        self._number(found)
        return found

    def _caption(self, block: Block) -> Cell | None:
        """The short line over a table that says what its rows are about, without number and marks."""
        i = bisect_left(self.outline.lines, block.start, key=lambda line: line.start) - 1
        if i < 0 or self.outline.lines[i].block.kind != "body":
            return None
        line = self.outline.lines[i]
        words_ = self.text[line.start : line.end]
        if block.start - line.end > _GAP or words_ not in CAPTION or genre_in(words_):
            return None
        return Cell(line.start, line.end)

    def _put_under(self, captions: list[tuple[Cell, list[Row]]]) -> None:
        """Give rows under no heading of the body to the captions of their tables, where several tables have one."""
        if len(captions) < 2:
            return
        for caption, rows in captions:
            for row in rows:
                if row.section is None:
                    row.section_cell, row.captioned = caption, True

    def _width(self, columns: Columns) -> int:
        return max([*columns.roles, columns.content or 0]) + 1

    def _read(self, rows: Rows, columns: Columns, found: list[Row], above: Row | None) -> None:
        group: Cell | None = None
        heading: Cell | None = None
        content = columns.content if columns.content is not None else 0
        told: tuple[Cell, ...] = ()
        for printed in rows[columns.first_row :]:
            cells = told = self._told_above(printed, told)
            if content >= len(cells):
                continue
            if columns.section is not None and heading is None:
                cell = cells[columns.section]
                group = cell if cell.start < cell.end else group
            cell = cells[content]
            if cell.start >= cell.end or self._is_head(cells, columns):
                continue
            if all(
                other.start == cell.start for other in cells
            ):  # a row that is one merged cell is a heading
                group = heading = cell
                continue
            row = self._row(cells, cell, columns, group, above)
            row.captioned = heading is not None and row.section is None
            if row.statements:
                found.append(row)
                above = row

    def _told_above(self, cells: tuple[Cell, ...], above: tuple[Cell, ...]) -> tuple[Cell, ...]:
        """A row, with the cell above in place of each that says 同上."""
        return tuple(
            above[j] if j < len(above) and self.text[cell.start : cell.end].strip() in DITTO else cell
            for j, cell in enumerate(cells)
        )

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
        for j, kind in columns.roles.items():
            if j >= len(cells) or cells[j].start >= cells[j].end:
                continue
            statement = self._cell(cells[j], kind, columns.heads[j])
            if statement and (statement.units or statement.deadlines or statement.undated):
                statements.append(statement)
        start = numbering_at(self.text, content.start, content.end)
        begin = start.end if start else content.start
        stop = _CLAUSE_END.search(self.text, begin, content.end)
        title = (begin, stop.start() if stop else content.end)
        node = self._body_heading(content, group) or self._heading_above(content.start)
        under = node
        if group and node and self._continues_outline(group, node):
            node = None
        node = node or (above.section if above and group is None else None)
        number = cells[columns.number] if columns.number is not None and columns.number < len(cells) else None
        return Row(
            node,
            group,
            (number.start, number.end) if number else None,
            1,
            title,
            content,
            _said_of_task(cells, columns),
            statements,
            under=under,
        )

    def _continues_outline(self, group: Cell, node: Node) -> bool:
        """Whether a group's cell is itself a numbered heading below the one over the table: （一）党建引领."""
        number = numbering_at(self.text, group.start, group.end)
        own = fold(self.text[node.body : node.title_end])
        return (
            number is not None and number.rank > node.rank and fold(self.text[number.end : group.end]) != own
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
            if not found:
                statement.undated.append((cell.start, cell.end))
            return statement
        own = read_statement(self.text, cell.start, cell.end)
        if own and own.says_lead:
            return own
        role = "lead" if kind == "lead" else "responsible"
        for part in split_units(self.text, cell.start, cell.end):
            if self.text[part.start : part.end] in NOBODY:
                continue
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
            body = [
                node
                for node in self.outline.sections()
                if not _in_annex(node) and kinds[node.start] not in ("frame", "measures")
            ]
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
            continued = row.section is None and row.under is not None
            counted = row.section is not None or row.captioned or continued or row.number is None
            row.part = counts[key] if counted else 1
