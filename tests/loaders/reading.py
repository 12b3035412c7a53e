"""What the tests of the readers share: a Source and a Plan made from a few lines.

In the short notation of `source`, a line with tabs is a row of a table (`^` is a cell merged with the one above
it, `<` with the one to its left), `@标签：值` is metadata, `~` stands before what a site put around the text, and
`---` parts two tables. All else is body.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kg.loaders.formats.text import TextFormat
from kg.loaders.outline import Outline
from kg.loaders.plan import PlanLoader

from kg.model import Citation, Evidence, Member, Phase, Plan, Policy, Target, Task
from kg.source import Block, BlockKind, Cell, FileInfo, Pair, Places, Run, Source, Span

FILE = FileInfo("plan.txt", 1, "0" * 64, "text", "utf-8")
TITLE = "某市某区花园建设工作方案"
"""A title under which a body can be read."""


def source(text: str) -> Source:
    """The Source of a text in the short notation; its lines are not joined."""
    builder = _Builder()
    for kind, lines in itertools.groupby(text.strip("\n").split("\n"), key=_kind):
        if kind is not None:
            builder.add(kind, list(lines))
    return builder.source()


def bare(text: str) -> Source:
    """The Source of a text that is one block of body, whatever its characters are."""
    return Source(text, (Block("body", 0, len(text)),), Places([Run(0, 0, len(text))]), FILE)


def outline(text: str) -> Outline:
    """The outline of a text in the short notation."""
    return Outline(source(text))


def plan(text: str) -> Plan:
    """What is read in a text in the short notation."""
    return PlanLoader().read_plan(source(text))


def body(text: str) -> Plan:
    """What is read in the body of a plan, which gets a title."""
    return plan(f"{TITLE}\n{text}")


def from_file(text: str) -> Plan:
    """What is read in a text file."""
    return PlanLoader().read_plan(TextFormat().read(text.encode(), Path("plan.txt")))


def units(task: Task) -> str:
    """The units of a task: 牵头 before |, the others behind it."""
    return "、".join(task.lead) + "|" + "、".join(task.responsible)


def posts(member: Member) -> str:
    """A member as name, role, and unit and title of the posts."""
    return " ".join([member.role, member.name, *(f"{post.unit or ''}/{post.title}" for post in member.posts)])


def places(plan: Plan) -> Iterator[Evidence]:
    """All evidence of a plan, that of assignments and posts too."""
    yield from plan.document.evidence
    for section in plan.sections:
        yield from section.evidence
    for task in plan.tasks:
        yield from task.evidence
        for assignment in task.assignments:
            yield from assignment.evidence
    for member in plan.members:
        yield from member.evidence
        for post in member.posts:
            yield from post.evidence
    groups: tuple[Sequence[Policy | Citation | Target | Phase], ...] = (
        plan.policies,
        plan.citations,
        plan.targets,
        plan.phases,
    )
    for group in groups:
        for record in group:
            yield from record.evidence


def quotes(found: Iterable[Evidence], field: str) -> list[str]:
    """The quotes of a field."""
    return [one.quote for one in found if one.field == field]


def _kind(line: str) -> BlockKind | None:
    if line == "---":
        return None
    if "\t" in line:
        return "table"
    return "metadata" if line.startswith("@") else "chrome" if line.startswith("~") else "body"


class _Builder:
    """Puts text and blocks together."""

    def __init__(self) -> None:
        self.text = ""
        self.blocks: list[Block] = []

    def add(self, kind: BlockKind, lines: list[str]) -> None:
        """One block of whole lines."""
        start = len(self.text)
        rows: list[tuple[Cell, ...]] = []
        pairs: list[Pair] = []
        for line in lines:
            if kind == "table":
                rows.append(self._row(line.split("\t"), rows[-1] if rows else ()))
            elif kind == "metadata":
                pairs.append(self._pair(line[1:]))
            else:
                self.text += line.removeprefix("~")
            self.text += "\n"
        self.blocks.append(Block(kind, start, len(self.text), tuple(rows), tuple(pairs)))

    def _row(self, words: list[str], above: tuple[Cell, ...]) -> tuple[Cell, ...]:
        row: list[Cell] = []
        for i, word in enumerate(words):
            if word == "^":
                row.append(above[i])
                continue
            if word == "<":
                row.append(row[-1])
                continue
            start = len(self.text)
            self.text += word
            row.append(Cell(start, len(self.text)))
            self.text += "\t" if i < len(words) - 1 else ""
        return tuple(row)

    def _pair(self, line: str) -> Pair:
        label, mark, _ = line.partition("：")
        start = len(self.text)
        self.text += line
        value = start + len(label) + len(mark)
        return Pair(Span(start, start + len(label)), Span(value, len(self.text)))

    def source(self) -> Source:
        """The Source of all that was added; the last line has no end."""
        text = self.text.removesuffix("\n")
        last = self.blocks[-1]
        self.blocks[-1] = Block(last.kind, last.start, len(text), last.rows, last.pairs)
        return Source(text, tuple(self.blocks), Places([Run(0, 0, len(text))]), FILE)
