"""Targets: every figure that a plan promises, with its indicator, date and the words that state it."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache

from kg.model import Comparator, Evidence, Target, Task
from kg.names.dates import FoundDate, find_dates
from kg.names.text import normalise
from kg.source import Block, Cell

from .brackets import walk
from .clauses import SENTENCE_END, clause_end, clause_start
from .evidence import dated, evidence, in_order
from .figures import Figure
from .headings import purpose_of_heading
from .indicator_rules import SHARED_CHANGE
from .indicators import indicator_of
from .outline import Node, Outline
from .promises import promised_figures
from .target_rules import (
    AIM,
    BRACKETED,
    BUILT_BY,
    DEADLINE_LABEL,
    FORBIDDEN,
    HORIZONS,
    ISSUED,
    RESET,
    WHOLE_YEAR,
    YEARLY,
    YEARLY_INDICATOR,
)
from .target_tables import TableFigure, table_figures
from .vocabulary import words

_LONGEST_LIST = 12
"""A list of values behind 分别 is no longer than this."""
_BETWEEN = ("、", "和", "，", ",")
"""What stands between two figures of one list."""
_LONGEST_CELL = 200
"""So much of a cell is looked at behind its date."""
_OPPOSITE: dict[Comparator, Comparator] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<"}
"""What is promised where the plan forbids the contrary: 禁止使用厚度低于0.01毫米的地膜."""


@cache
def _distant() -> list[tuple[Comparator, str]]:
    """Comparators of two characters and more with their signs, longest first."""
    signs: tuple[tuple[str, Comparator], ...] = (("most", "<="), ("least", ">="), ("more", ">"))
    found = [
        (sign, word) for kind, sign in signs for word in words("targets", "comparator", kind) if len(word) > 1
    ]
    return sorted(found, key=lambda pair: (-len(pair[1]), pair[1]))


class TargetReader:
    """Reads the targets of one plan."""

    def __init__(
        self,
        outline: Outline,
        period_end: str | None,
        since: str | None,
        tasks: Sequence[Task] = (),
        rows: Sequence[Cell] = (),
        since_at: Evidence | None = None,
    ) -> None:
        """`tasks` are the plan's; `rows` the cells of task tables that say what is to be done."""
        self.outline = outline
        self.text = outline.source.text
        self.period_end = period_end
        self.since = since
        self.nodes = list(outline.sections())
        self.tasks = sorted(tasks, key=lambda task: task.start)
        self.starts = [task.start for task in self.tasks]
        self.rows = rows
        self.since_at = since_at
        self.year = int(since[:4]) if since else None
        dated_itself = since_at is not None and since_at.field in ("signed", "period.start")
        self.own_year = self.year if dated_itself else None

    def read(self) -> list[Target]:
        """The targets of the body's text in its order."""
        found = self._opening()
        for node in self.nodes:
            if not self._holds_goals(node):
                continue
            spans = [(node.body, node.line_end)] + [
                (x.start, x.end) for x in node.lines if x.block.kind == "body"
            ]
            for start, end in spans:
                found += self._paragraph(start, end, node)
        for cell in self.rows:
            section = next((n for n in reversed(self.nodes) if n.start <= cell.start < n.end), None)
            more = self._paragraph(cell.start, cell.end, section)
            found += [target for target in more if not any(_repeats(target, one) for one in found)]
        return found + self._tables(found)

    def _opening(self) -> list[Target]:
        """The figures that the paragraphs before the first heading promise: 力争全年新增…超过…"""
        found: list[Target] = []
        for line in self.outline.root.lines:
            if line.block.kind == "body" and AIM.find(self.text, line.start, line.end):
                found += self._paragraph(line.start, line.end, None)
        year = self.year or 0
        return [target for target in found if not target.by or int(target.by[:4]) >= year]

    def _tables(self, known: list[Target]) -> list[Target]:
        """The values of tables of indicators that the text does not state already."""
        found: list[Target] = []
        for block in self.outline.source.blocks:
            if block.kind == "table":
                for figure in table_figures(self.text, block, self.since):
                    if not any(_same(figure, target) for target in known):
                        found.append(self._from_table(figure))
        return found

    def _from_table(self, figure: TableFigure) -> Target:
        found = [
            evidence(self.text, "indicator", *figure.name),
            evidence(self.text, "value", *figure.value_at),
        ]
        if figure.unit:
            found.append(evidence(self.text, "unit", *figure.unit_at))
        if figure.by:
            found.append(evidence(self.text, "by", figure.by[0], figure.by[1]))
        return Target(
            indicator=normalise(figure.indicator),
            comparator=figure.comparator,
            value=figure.value,
            value_max=figure.value_max,
            unit=normalise(figure.unit) or None,
            by=figure.by[2] if figure.by else self.period_end,
            per="年" if figure.indicator in YEARLY_INDICATOR else None,
            quote=normalise(self.text[slice(*figure.name)] + self.text[slice(*figure.value_at)]),
            evidence=sorted(found, key=lambda one: (one.start, one.end, one.field)),
        )

    def _holds_goals(self, node: Node) -> bool:
        """Whether figures under a heading are promises: not those of the past, nor of the guiding ideology."""
        for one in (node, *node.ancestors()):
            heading = self.text[one.body : one.title_end]
            if (
                one.has_title
                and purpose_of_heading(heading) == "frame"
                and any(word in heading for word in words("sections", "frame", "no_goals"))
            ):
                return False
        return True

    def _paragraph(self, start: int, end: int, node: Node | None) -> list[Target]:
        dates = [
            FoundDate(start + d.start, start + d.end, d.iso)
            for d in find_dates(self.text[start:end], year=self.year)
        ]
        found: list[Target] = []
        edge = start
        last: tuple[int, int] | None = None
        known: list[tuple[int, int]] = []
        figures = promised_figures(self.text, start, end, dates)
        shared: dict[int, tuple[int, int]] = {}
        for i, figure in enumerate(figures):
            clause = clause_start(self.text, figure.start, start)
            comparator, said = self._comparator(figure, max(clause, edge) if last else clause)
            if SHARED_CHANGE.find(self.text, max(clause, edge), said):
                shared |= self._shared(figures[i : i + _LONGEST_LIST], known)
            indicator = shared.get(figure.start) or indicator_of(
                self.text, figure, said, max(clause, edge), end, last
            )
            comparator = self._of_list(figure, comparator, found, figures[i - 1].after if i else edge)
            edge = figure.after
            if indicator is not None:
                following = figures[i + 1].before if i + 1 < len(figures) else end
                edge = max(edge, min(indicator[1], following))
                last = indicator
                known.append(indicator)
                found.append(self._target(figure, comparator, clause, indicator, dates, node))
        return [one for one in self._dates_of_list(found, start, end, dates) if not self._is_past(one)]

    def _is_past(self, target: Target) -> bool:
        """Whether a figure is dated before the plan's own year: what a report on the past says was reached."""
        printed = any(one.field == "by" for one in target.evidence)
        return printed and self.own_year is not None and int((target.by or "9999")[:4]) < self.own_year

    def _shared(self, figures: Sequence[Figure], known: list[tuple[int, int]]) -> dict[int, tuple[int, int]]:
        """By the place of each figure of a list what it is said of: the same number of indicators before it."""
        listed = list(figures[:1])
        for figure in figures[1:]:
            if self.text[listed[-1].after : figure.before] not in _BETWEEN:
                break
            listed.append(figure)
        before = known[-len(listed) :]
        if len(before) < len(listed) or len(listed) < 2:
            return {}
        if SENTENCE_END.find(self.text, before[0][1], listed[0].start):
            return {}
        return {figure.start: span for figure, span in zip(listed, before, strict=True)}

    def _of_list(self, figure: Figure, own: Comparator, found: list[Target], edge: int) -> Comparator:
        """The comparator that a figure of a list behind 分别控制在 shares with the one before it."""
        if own != "=" or not found or self.text[edge : figure.before] not in _BETWEEN:
            return own
        if figure.is_money and found[-1].comparator == "<=":
            return "<="
        shared = "分别" in self.text[max(0, _place(found[-1]).start - 12) : _place(found[-1]).start]
        return (
            found[-1].comparator
            if shared or (len(found) > 1 and found[-1].indicator == found[-2].indicator)
            else own
        )

    def _dates_of_list(
        self, found: list[Target], start: int, end: int, dates: list[FoundDate]
    ) -> list[Target]:
        """到2025年、2027年，…分别达到甲、乙: each value has its own date."""
        for match in HORIZONS.matches(self.text, start, end):
            listed = [d for d in dates if match.start() <= d.start < match.end("dates")]
            values = [
                t
                for t in found
                if match.end("dates") <= _place(t).start < clause_end(self.text, match.end(), end) + 40
            ]
            if len(listed) < 2 or len(values) < len(listed):
                continue
            for target, date in zip(values, listed, strict=False):
                target.by = date.iso
                target.evidence = [e for e in target.evidence if e.field != "by"]
                target.evidence = in_order(
                    [*target.evidence, evidence(self.text, "by", date.start, date.end)]
                )
        return found

    def _target(
        self,
        figure: Figure,
        comparator: Comparator,
        clause: int,
        indicator: tuple[int, int],
        dates: list[FoundDate],
        node: Node | None,
    ) -> Target:
        by, place = self._by(figure, dates)
        per = self._per(figure, clause, indicator)
        quote_start = min(indicator[0], figure.start)
        quote_end = max(figure.after, indicator[1])
        found = [
            evidence(self.text, "value", figure.start, figure.end),
            evidence(self.text, "indicator", *indicator),
        ]
        if place:
            found += dated(self.text, "by", place.start, place.end, place.iso, self.since_at)
        return Target(
            indicator=normalise(self.text[slice(*indicator)]),
            comparator=comparator,
            value=figure.value,
            value_max=figure.value_max,
            unit=normalise(figure.unit) if figure.unit else None,
            by=by,
            per=per,
            quote=normalise(self.text[quote_start:quote_end]),
            section=node.path() if node else None,
            evidence=sorted(found, key=lambda one: (one.start, one.end, one.field)),
        )

    def _comparator(self, figure: Figure, clause: int) -> tuple[Comparator, int]:
        """The figure's own comparator and where its words begin, or those a few words before it: 不超过官费的50%."""
        if figure.comparator != "=":
            forbidden = self.text[clause : figure.before] in FORBIDDEN
            own = figure.comparator
            return _OPPOSITE.get(own, own) if forbidden else own, figure.before
        if self.text[figure.end : figure.after] in ("左右", "上下"):
            return "=", figure.before
        for sign, word in _distant():
            at = self.text.rfind(word, max(clause, figure.start - 20), figure.start)
            if at > clause:
                return sign, at
        return "=", figure.before

    def _by(self, figure: Figure, dates: list[FoundDate]) -> tuple[str | None, FoundDate | None]:
        """The date that holds for a figure: the last one before it in the paragraph, else the plan's end."""
        i = bisect_right(dates, figure.start, key=lambda date: date.end) - 1
        if i + 1 < len(dates) and BRACKETED.find(self.text, figure.after, dates[i + 1].start):
            return dates[i + 1].iso, dates[i + 1]
        while i >= 0 and not self._attaches(dates[i]):
            i -= 1
        if i < 0:
            then = dates[0] if dates and dates[0].start >= figure.after else None
            if then and BUILT_BY.find(
                self.text[figure.after : then.start + 1] + self.text[then.end : then.end + 5]
            ):
                return then.iso, then
            return self._in_year(figure) or self._task_deadline(figure) or (self.period_end, None)
        last = dates[i]
        if RESET.find(self.text, max(last.end, figure.start - 300), figure.start):
            return self.period_end, None
        return last.iso, last

    def _in_year(self, figure: Figure) -> tuple[str | None, FoundDate | None] | None:
        """The plan's end, or its year where it has none, for a figure of the whole year (全年培训100万人次)."""
        clause = clause_start(self.text, figure.start, 0)
        whole = WHOLE_YEAR.find(self.text[clause : figure.start])
        if whole is None or self.period_end is not None or self.year is None:
            return (self.period_end, None) if whole else None
        year = str(self.year)
        return year, FoundDate(clause + whole.start(), clause + whole.end(), year)

    def _task_deadline(self, figure: Figure) -> tuple[str, FoundDate] | None:
        """The date that stands behind a task's text, in its bracket or its column, which holds for its figures too."""
        i = bisect_right(self.starts, figure.start) - 1
        if i < 0 or figure.start >= self.tasks[i].end or self.tasks[i].deadline is None:
            return None
        places = [one for one in self.tasks[i].evidence if one.field == "deadline"]
        place = max(places, key=lambda one: one.start, default=None)
        if place is None or self._names_its_own(place):
            return None
        if not self._in_other_cell(place, figure) and (
            place.start < figure.start or self._of_a_later_sentence(place, figure.end)
        ):
            return None
        return self.tasks[i].deadline or "", FoundDate(place.start, place.end, self.tasks[i].deadline or "")

    def _names_its_own(self, place: Evidence) -> bool:
        """Whether a date is that of a thing which its clause names: （6月底前出台政策）."""
        return ISSUED.find(self.text, place.end, place.end + 12) is not None

    def _in_other_cell(self, place: Evidence, figure: Figure) -> bool:
        """Whether a date stands in a cell before the figure's: one that holds for several rows."""
        block = self._block_of(place.start)
        if block.kind != "table" or place.start > figure.start or figure.start >= block.end:
            return False
        between = self.text[place.end : min(figure.start, place.end + _LONGEST_CELL)]
        return "\t" in between or "\n" in between

    def _block_of(self, at: int) -> Block:
        blocks = self.outline.source.blocks
        return blocks[bisect_right(blocks, at, key=lambda one: one.start) - 1]

    def _of_a_later_sentence(self, place: Evidence, behind: int) -> bool:
        """Whether a date behind a figure is a later sentence's own, given by no bracket, line or cell of its task."""
        if not SENTENCE_END.find(self.text, behind, place.start):
            return False
        if self._block_of(place.start).kind == "table":
            return False
        line = max(behind, self.text.rfind("\n", 0, place.start) + 1)
        before = self.text[line : place.start]
        return not walk(before, 0, len(before)).unclosed and before not in DEADLINE_LABEL

    def _attaches(self, date: FoundDate) -> bool:
        """Whether a date is a horizon (到2025年, 2025年底前), not a year that something is compared with."""
        before, after = self.text[max(0, date.start - 2) : date.start], self.text[date.end : date.end + 2]
        return not (
            before.endswith(("比", "较", "以", "从", "自", "基于", "对于", "相对"))
            or after.startswith(("的", "度", "版", "起"))
        )

    def _per(self, figure: Figure, clause: int, indicator: tuple[int, int]) -> str | None:
        if figure.per_year:
            return "年"
        # an indicator taken over from the clause before brings its rate not with it
        first = clause if indicator[1] <= clause else min(clause, indicator[0])
        before = self.text[first : figure.start]
        return "年" if before in YEARLY else None


def _place(target: Target) -> Evidence:
    return next(one for one in target.evidence if one.field == "value")


def _repeats(target: Target, known: Target) -> bool:
    """Whether a row of a task table states again what the text states."""
    same = (target.value, target.unit, target.indicator) == (known.value, known.unit, known.indicator)
    return same and target.evidence != known.evidence


def _same(figure: TableFigure, target: Target) -> bool:
    """Whether a table repeats what the text states: the same value of an indicator that most characters name."""
    if figure.value != target.value or figure.unit != target.unit:
        return False
    a, b = Counter(figure.indicator), Counter(target.indicator)
    shorter = max(min(len(figure.indicator), len(target.indicator)), 1)
    return sum((a & b).values()) >= 0.8 * shorter
