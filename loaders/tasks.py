"""Tasks: the smallest blocks of a plan that give somebody something to do, with who is responsible and by when."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from .chapters import purposes
from .numbering import ARABIC, DECIMAL
from .outline import ANNEX, Node, Outline, heading_end
from .rule import Rule, text_of
from .statements import Placed, duties_in, statements_in
from .unit_headings import unit_headings

_FEWEST_DUTIES = 3
"""So many paragraphs that begin with a unit and its duty are a list of duties, whatever stands over them."""
_CLAUSE_END = re.compile(r"[，,；;。：:！？]")

TITLED = Rule(
    name="paragraph-with-a-title-of-its-own",
    pattern=r"[^，,；;：:。！？]{4,32}。(?=.)",
    how="match",
    needs=("。",),
    build=text_of,
    examples={"加强就业服务。办好招聘会200场。": ("加强就业服务。",)},
    counters=("办好招聘会，开展培训。全年不少于200场。", "加强就业服务。", "加强就业服务：办好招聘会。"),
)


OF_PERSONS = Rule(
    name="line-that-names-persons-or-means",
    pattern=r"[ *（(]*(?:[一-鿿]{0,4}(?:责任人|负责人|领导|联系人|联络员|分管人|责任领导)|备注|进展|进度|工作目标|目标要求)(?:及?电话)?\**[ ]*[：:][^。]{0,60}[）)]?$",
    how="match",
    build=text_of,
    examples={"责任人：谢  斌、黄丽华": ("责任人：谢  斌、黄丽华",), "分管领导：张三": ("分管领导：张三",)},
    counters=("责任单位：区教育局", "各责任人要抓好落实", "主要任务：修桥"),
)
"""Between 责任部门： and 完成时间：."""
ONLY_WHEN = Rule(
    name="first-clause-that-only-says-when",
    pattern=r"(?:到|在|于)?20\d\d年(?:\d{1,2}月|年?底|末|上半年|下半年|[一二三四]季度)*(?:\d{1,2}[日月]|底|末)?(?:之?前|以前)?[，,](?=[^，,。；;]{4})",
    how="match",
    needs=("20",),
    build=text_of,
    examples={"2025年6月底前，完成改造": ("2025年6月底前，",), "到2025年，建成绿道": ("到2025年，",)},
    counters=("2025年完成改造", "2025年6月底前完成改造，开展评估", "到2025年，"),
)
"""The title of a task begins behind it."""
GRANTED = Rule(
    name="item-that-grants-what-was-asked-for",
    pattern=r"(?:原则(?:上)?)?(?:同意|批准)(?:你|《|对|实施|设立|将|关于|印发|[^，。；]{0,12}(?:请示|方案|规划|意见))",
    how="match",
    build=text_of,
    examples={"原则同意《城市总体规划》。": ("原则同意《",), "同意你市开展试点。": ("同意你",)},
    counters=("经区政府同意，开展试点", "同意率达到95%", "批准机关要公开结果"),
)
"""Of a reply: it gives nobody a task."""


@dataclass(slots=True)
class Draft:
    """A task before its record is made: where it stands and what is said of responsibility for it."""

    node: Node
    section: Node | None
    part: int
    title: tuple[int, int]
    start: int
    end: int
    placed: list[Placed] = field(default_factory=list)
    above: list[Placed] = field(default_factory=list)
    """Statements of a section that holds it."""


@dataclass(slots=True)
class _Block:
    """What a node says apart from its children: its paragraphs and the statements in them."""

    node: Node
    paragraphs: list[tuple[int, int]]
    placed: list[tuple[int, Placed]]
    """Paragraph's index and statement."""
    below: bool = False
    """Whether a node below it has a statement."""


class TaskFinder:
    """Finds the tasks of an outline that stand in running text; tables are read elsewhere."""

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.text = outline.source.text
        self.purposes = purposes(outline)
        self.headed = unit_headings(outline)
        self.blocks = {id(node): self._block(node) for node in outline.root.walk()}
        self._lift()
        for node in reversed(list(outline.root.walk())):
            block = self.blocks[id(node)]
            if node.parent is not None and (block.placed or block.below):
                self.blocks[id(node.parent)].below = True
        self.rank = self._usual_rank()

    def drafts(self) -> list[Draft]:
        """The tasks in the order of the text."""
        found: list[Draft] = []
        for node in self.outline.root.children:
            self._visit(node, [], found)
        root = self.blocks[id(self.outline.root)]
        if not found and len(duties := self._duties(root)) >= _FEWEST_DUTIES:
            found = duties
        return [draft for draft in found if self._has_words(*draft.title) and not self._grants(draft)]

    def _grants(self, draft: Draft) -> bool:
        return not draft.placed and GRANTED.find(self.text, *draft.title) is not None

    def _block(self, node: Node) -> _Block:
        spans: list[tuple[int, int]] = []
        if node.parent is not None and node.body < node.line_end:
            spans.append((node.body, node.line_end))
        spans += [(line.start, line.end) for line in node.lines if line.block.kind == "body"]
        placed = [(i, one) for i, span in enumerate(spans) for one in statements_in(self.text, *span)]
        if heading := self.headed.get(node.start) if node.children else None:
            placed.append((0, heading))
        return _Block(node, spans, placed)

    def _lift(self) -> None:
        """Give a statement line after the last of several items to their heading, where the others have none."""
        for node in self.outline.sections():
            if len(node.children) < 2 or any(child.children for child in node.children):
                continue
            *others, last = (self.blocks[id(child)] for child in node.children)
            if not last.placed or any(block.placed for block in others):
                continue
            own = [
                (i, placed) for i, placed in last.placed if last.paragraphs[i] == (placed.start, placed.end)
            ]
            if own and len(own) == len(last.placed):
                last.placed = []
                self.blocks[id(node)].placed += own

    def _usual_rank(self) -> int | None:
        """The rank at which most statements stand, or None where running text has none."""
        ranks = Counter(
            block.node.rank
            for block in self.blocks.values()
            if block.node.parent is not None
            and not block.below
            and any(not placed.general for _, placed in block.placed)
        )
        return max(ranks, key=lambda rank: (ranks[rank], rank)) if ranks else None

    def _visit(self, node: Node, above: list[Placed], found: list[Draft]) -> None:
        block = self.blocks[id(node)]
        if block.below:
            self._own_paragraphs(block, above, found)
            inherited = [placed for _, placed in block.placed]
            for child in node.children:
                self._visit(child, [*above, *inherited], found)
        elif block.placed and not all(placed.general for _, placed in block.placed):
            found += self._parts(block, above)
        elif (
            (self.purposes[node.start] == "task" or self._is_duty_of_unit(node, above))
            and self._is_level(node)
            and not (block.placed and node.children)
        ):
            found += self._silent(block, above + [placed for _, placed in block.placed])
        elif self.purposes[node.start] == "duties" and (duties := self._duties(block)):
            found += duties
        else:
            inherited = [placed for _, placed in block.placed]
            for child in node.children:
                self._visit(child, [*above, *inherited], found)

    def _is_duty_of_unit(self, node: Node, above: list[Placed]) -> bool:
        """Whether a node is a duty below a heading that names the unit which has it."""
        return self.purposes[node.start] == "duties" and any(
            placed in above for placed in self.headed.values()
        )

    def _own_paragraphs(self, block: _Block, above: list[Placed], found: list[Draft]) -> None:
        """Passages of a section that carry a statement of their own beside the section's items."""
        own = [
            (i, placed)
            for i, placed in block.placed
            if block.paragraphs[i] != (placed.start, placed.end) and (i > 0 or self._closes_a_passage(placed))
        ]
        if own and not all(placed.general for _, placed in own):
            block.placed = [pair for pair in block.placed if pair not in own]
            found += self._parts(_Block(block.node, block.paragraphs, own), above)

    def _closes_a_passage(self, placed: Placed) -> bool:
        """Whether a statement stands behind a sentence, and not behind a bare heading, for whose items it holds."""
        return not placed.general and self.text[max(0, placed.start - 4) : placed.start].rstrip(" *")[
            -1:
        ] in ("。", "；", ";")

    def _is_level(self, node: Node) -> bool:
        """Whether a node without a statement is a task: at the usual level of tasks, or with nothing below it."""
        if node.rank == ANNEX:
            return False
        if self.rank is not None:
            return not node.children or node.rank >= self.rank
        chapter = any(child.rank == DECIMAL for child in node.children)  # 1 above 1.1 is one, not an item
        return not node.children or (node.rank >= ARABIC and not chapter)

    def _parts(self, block: _Block, above: list[Placed]) -> list[Draft]:
        """One draft per statement, or per run of statements with no text of the task between them."""
        drafts: list[Draft] = []
        node = block.node
        section, title = self._section(node), self._title(node)
        if node.printed == "" and node.has_title:
            section = node
        edge = node.start
        for _, placed in block.placed:
            begin = max(edge, block.paragraphs[0][0])
            if drafts and not self._has_words(begin, placed.start, said_of_whom=False):
                drafts[-1].placed.append(placed)
                drafts[-1].end = placed.end
            else:
                said = self._own_title(block, placed, edge) if node.printed == "" else title
                drafts.append(Draft(node, section, len(drafts) + 1, said, edge, placed.end, [placed], above))
            edge = placed.end
        if drafts:
            drafts[-1].end = max(drafts[-1].end, block.paragraphs[-1][1], node.end if node.children else 0)
        return drafts

    def _has_words(self, start: int, end: int, *, said_of_whom: bool = True) -> bool:
        """Whether a span holds words; lines such as 责任人：张三 only count where it matters of whom they speak."""
        words_ = self.text[start:end]
        if not said_of_whom:
            words_ = "\n".join(line for line in words_.split("\n") if not OF_PERSONS.find(line))
        return len(re.sub(r"[\s。；;，,、）)〕】\]*]", "", words_)) > 1

    def _own_title(self, block: _Block, placed: Placed, edge: int) -> tuple[int, int]:
        """The heading or first clause of the paragraphs below an unnumbered heading, each of which is an item."""
        paragraphs = [span for span in block.paragraphs if span[1] > edge and span[0] < placed.end]
        begin = next((span for span in paragraphs if span[0] > block.node.start), paragraphs[0])
        start, end = max(begin[0], edge), begin[1]
        stop = heading_end(self.text, start, min(end, placed.start) if placed.start > start else end)
        return (start, stop) if stop > start and stop < end else first_clause(self.text, start, end)

    def _silent(self, block: _Block, above: list[Placed]) -> list[Draft]:
        """Tasks of an item without a statement: its titled paragraphs where it has them, else itself."""
        node = block.node
        own = [span for span in block.paragraphs[1:] if self._has_words(*span)]
        titled = [match for span in own if (match := TITLED.find(self.text, *span))]
        if (
            self.rank is None
            and not above
            and titled
            and len(titled) == len(own)
            and node.has_title
            and not node.children
        ):
            return [
                Draft(node, node, i, (m.start(), m.end() - 1), span[0], span[1], [], above)
                for i, (m, span) in enumerate(zip(titled, own, strict=True), 1)
            ]
        end = (
            node.end if node.children else max((span[1] for span in block.paragraphs), default=node.line_end)
        )
        return [Draft(node, self._section(node), 1, self._title(node), node.start, end, [], above)]

    def _duties(self, block: _Block) -> list[Draft]:
        """The duties that a section lists unit by unit: 市教育局：负责…; 区公安分局负责…"""
        found: list[Draft] = []
        node = block.node
        spans = [(node.body, node.line_end)] if not node.has_title else []
        if node.has_title and node.title_end < node.line_end:
            spans = [(node.body, node.line_end)]
        spans += [(line.start, line.end) for line in node.lines if line.block.kind == "body"]
        for start, end in spans:
            for placed in duties_in(self.text, start, end):
                section = node if node.has_title and start > node.line_end else self._section(node)
                colon = self.text[placed.end - 1] in "：:"
                title = first_clause(self.text, placed.end if colon else placed.start, end)
                first = node.start if placed.start == node.body else placed.start
                found.append(Draft(node, section, len(found) + 1, title, first, end, [placed]))
        return found

    def _section(self, node: Node) -> Node | None:
        return next((one for one in node.ancestors() if one.has_title), None)

    def _title(self, node: Node) -> tuple[int, int]:
        """The node's own heading, else the first clause of its words."""
        if node.has_title:
            return node.body, node.title_end
        return first_clause(self.text, node.body, node.line_end)


def first_clause(text: str, start: int, end: int) -> tuple[int, int]:
    """The span up to the first comma, semicolon, colon or full stop, marks at its head left out."""
    while start < end and (text[start].isspace() or _CLAUSE_END.match(text, start)):
        start += 1
    when = ONLY_WHEN.find(text, start, end)
    start = when.end() if when else start
    stop = _CLAUSE_END.search(text, start, end)
    return start, stop.start() if stop else end
