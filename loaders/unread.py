"""What looks as if it held a fact and gave no record, each with its reason: nothing is lost in silence."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from kg.model import Evidence, Plan, Unread, UnreadReason
from kg.names.dates import find_dates

from .brackets import outer_brackets
from .chapters import purposes
from .figures import figures_in
from .headings import Purpose
from .outline import ANNEX, Outline
from .rule import Rule, text_of
from .target_tables import table_figures
from .vocabulary import either, words

SECTION_OF_GOALS = Rule(
    name="heading-of-a-section-of-goals",
    pattern="目标|指标",
    build=text_of,
    examples={"（三）主要目标": ("目标",), "二、发展指标": ("指标",)},
    counters=("（三）主要任务", "二、保障措施"),
)
ROLE_LABEL = Rule(
    name="label-of-a-role-in-a-bracket",
    pattern=either(
        [
            *words("roles", "label", "lead"),
            *(word for word in words("roles", "label", "responsible") if len(word) > 3),
        ]
    ),
    build=text_of,
    examples={"（责任单位：略）": ("责任单位",), "（牵头：待定）": ("牵头",)},
    counters=("（配合做好）", "（2022-2025年）"),
)
YEARS = Rule(
    name="year-or-span-of-years",
    pattern=r"(?:\d{4}[-—–~～−至])?\d{4}年",
    how="fullmatch",
    needs=("年",),
    build=text_of,
    examples={"2025年": ("2025年",), "2021-2025年": ("2021-2025年",)},
    counters=("5年", "2025家", "2025年底"),
)
"""What looks like a figure with a measure and is none."""


class _Covered:
    """The places of the text that some record rests on."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._merged: list[tuple[int, int]] = []
        for start, end in sorted(spans):
            if self._merged and start <= self._merged[-1][1]:
                self._merged[-1] = (self._merged[-1][0], max(end, self._merged[-1][1]))
            else:
                self._merged.append((start, end))
        self._starts = [start for start, _ in self._merged]

    def touches(self, start: int, end: int) -> bool:
        i = bisect_right(self._starts, end - 1) - 1
        return i >= 0 and self._merged[i][1] > start


def unread_in(outline: Outline, plan: Plan) -> list[Unread]:
    """Numbered items, responsibility brackets, table rows and figures of goals without a record."""
    kinds = purposes(outline)
    found = [
        *_brackets(outline, plan),
        *_figures(outline, plan),
        *_rows(outline, plan),
        *_items(outline, plan, kinds),
    ]
    return sorted(found, key=lambda one: (one.start, one.end, one.kind))


def _places(evidence: Iterable[Evidence], *fields: str) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in evidence if not fields or one.field in fields]


def _brackets(outline: Outline, plan: Plan) -> list[Unread]:
    """Brackets that hold a role word and gave no assignment and no deadline."""
    text = outline.source.text
    spans = [place for task in plan.tasks for one in task.assignments for place in _places(one.evidence)]
    spans += [place for task in plan.tasks for place in _places(task.evidence, "deadline")]
    covered = _Covered(spans)
    found = []
    for block in outline.source.blocks:
        if block.kind != "body":
            continue
        start = block.start
        while start < block.end:
            end = text.find("\n", start, block.end)
            end = block.end if end < 0 else end
            for bracket in outer_brackets(text, start, end):
                if ROLE_LABEL.find(text, *bracket) and not covered.touches(*bracket):
                    found.append(
                        Unread(
                            kind="bracket",
                            reason="no-unit",
                            start=bracket.start,
                            end=bracket.end,
                            quote=text[bracket.start : bracket.end],
                        )
                    )
            start = end + 1
    return found


def _figures(outline: Outline, plan: Plan) -> list[Unread]:
    """Figures with a measure word in sections of goals that gave no target; dates are no figures."""
    text = outline.source.text
    covered = _Covered(place for target in plan.targets for place in _places(target.evidence))
    found: dict[tuple[int, int], Unread] = {}
    for node in outline.sections():
        if not SECTION_OF_GOALS.find(text, node.body, node.title_end):
            continue
        dates = _Covered(
            (node.title_end + d.start, node.title_end + d.end)
            for d in find_dates(text[node.title_end : node.end])
        )
        for figure in figures_in(text, node.title_end, node.end):
            place = (figure.start, figure.end)
            if not covered.touches(*place) and not dates.touches(*place) and text[slice(*place)] not in YEARS:
                found[place] = Unread(
                    kind="figure", reason="no-target", start=place[0], end=place[1], quote=text[slice(*place)]
                )
    return list(found.values())


def _rows(outline: Outline, plan: Plan) -> list[Unread]:
    """Rows of tables of which no cell bears a record out; those that repeat a figure of the text are told apart."""
    text = outline.source.text
    groups = (plan.tasks, plan.members, plan.targets, plan.citations, plan.phases)
    spans = [place for group in groups for record in group for place in _places(record.evidence)]
    spans += [(task.start, task.end) for task in plan.tasks]
    covered = _Covered(spans)
    found: list[Unread] = []
    for block in outline.source.blocks:
        repeated = (
            {figure.name for figure in table_figures(text, block, None)} if block.kind == "table" else set()
        )
        for row in block.rows[1:]:
            cells = [cell for cell in row if cell.start < cell.end]
            if not cells or any(covered.touches(cell.start, cell.end) for cell in cells):
                continue
            start, end = min(cell.start for cell in cells), max(cell.end for cell in cells)
            again = any((cell.start, cell.end) in repeated for cell in cells)
            reason: UnreadReason = "repeats-text" if again else "no-record"
            found.append(Unread(kind="row", reason=reason, start=start, end=end, quote=text[start:end]))
    return found


def _items(outline: Outline, plan: Plan, kinds: dict[int, Purpose]) -> list[Unread]:
    """Numbered items of task chapters that neither are a task, nor hold one, nor stand in one."""
    text = outline.source.text
    spans = [(task.start, task.end) for task in plan.tasks]
    # the rows of a table stand for the heading that they name as their section
    spans += [place for task in plan.tasks for place in _places(task.evidence, "section")]
    tasks = _Covered(spans)
    found = []
    for node in outline.sections():
        if node.rank == ANNEX or not node.printed or kinds[node.start] != "task" or node.children:
            continue
        if not tasks.touches(node.start, node.end):
            found.append(
                Unread(
                    kind="item",
                    reason="no-task",
                    start=node.start,
                    end=node.line_end,
                    quote=text[node.start : node.line_end],
                )
            )
    return found
