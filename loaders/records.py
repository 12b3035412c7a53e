"""Tasks and sections as records, each fact with the places that bear it out."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Assignment, Document, Evidence, Role, Section, Task
from kg.names.dates import find_dates
from kg.names.text import normalise

from .deadlines import deadline_in
from .evidence import dated, evidence, in_order
from .numbering import numbering_at
from .outline import BOLD_RANK, Node, Outline
from .outline_rules import BOX
from .responsibility import Named, Statement
from .roles import SUPPORTING
from .stated import MARKS, StatedRules, rules_in
from .task_tables import Row, TableReader
from .tasks import Draft, TaskFinder


def opening_of(outline: Outline, document: Document, rows: Sequence[Row] = ()) -> tuple[int, int]:
    """The span of the plan's opening: from its title to the first heading of its body, or to its table of tasks."""
    begin = outline.letter_end or 0
    heads = (node for node in outline.sections() if node.printed or (node.rank == BOLD_RANK and node.lines))
    numbered = (node.start for node in heads if node.start >= begin)
    tabled = min((row.content.start for row in rows), default=len(outline.source.text))
    first = min(next(numbered, tabled), tabled)
    titles = [
        one.start for one in document.evidence if one.field in ("title", "notice") and one.start < first
    ]
    return min(titles, default=0), first


def section_records(outline: Outline) -> list[Section]:
    """The headings of the outline."""
    text = outline.source.text
    return [
        Section(
            number=node.path(),
            title=normalise(text[node.body : node.title_end]),
            level=sum(1 for _ in node.ancestors()) + 1,
            start=node.start,
            end=node.end,
            evidence=[*numbers_of(text, node), evidence(text, "title", node.body, node.title_end)],
        )
        for node in outline.sections()
        if node.has_title
    ]


def numbers_of(text: str, node: Node) -> list[Evidence]:
    """The places of the numbers that make a node's number path, outermost first."""
    steps = [*reversed(list(node.ancestors())), node]
    return [evidence(text, "number", step.start, step.body) for step in steps if step.printed]


class TaskRecords:
    """Makes the task records of one document."""

    def __init__(self, outline: Outline, since: Evidence | None = None, year: int | None = None) -> None:
        """`since` is the place of the date from which the plan counts, `year` its year."""
        self.text = outline.source.text
        self.year = year
        self.since = since
        self.finder = TaskFinder(outline)
        self.rows = TableReader(outline).rows()
        self.rules: StatedRules = rules_in(self.text)

    def records(self) -> list[Task]:
        """All tasks: those in running text, then the rows of task tables; the rows stand for their headings."""
        covered = {id(row.under) for row in self.rows if row.under is not None}
        drafts = [
            draft for draft in self.finder.drafts() if draft.placed or not self._covered(draft.node, covered)
        ]
        return [self._draft(draft) for draft in drafts] + [self._row(row) for row in self.rows]

    def _covered(self, node: Node, covered: set[int]) -> bool:
        """Whether the rows of a table stand for a node, for one above it or for one below it."""
        return any(id(one) in covered for one in (*node.walk(), *node.ancestors()))

    def _draft(self, draft: Draft) -> Task:
        found = [evidence(self.text, "title", *draft.title), *numbers_of(self.text, draft.node)]
        found += self._heading(draft.section)
        assignments = self._assignments([placed.statement for placed in draft.placed], draft.start)
        for placed in draft.above:
            if placed.general or not draft.placed:
                assignments += self._inherited(placed.statement, assignments)
            elif not any(one.role == "lead" for one in assignments):
                assignments += self._inherited(placed.statement, assignments, ("lead",))
        deadline = self._stated_deadline([placed.statement for placed in draft.placed])
        # its number would run into a year behind it: 1.2021年6月底前
        begin = draft.node.body if draft.start == draft.node.start else draft.start
        deadline = deadline or deadline_in(self.text, begin, self._said_until(begin, draft), self.year)
        return self._task(
            draft.section,
            number=draft.node.path(),
            part=draft.part,
            title=draft.title,
            assignments=assignments,
            deadline=deadline,
            span=(draft.start, draft.end),
            found=found,
        )

    def _row(self, row: Row) -> Task:
        found = [evidence(self.text, "title", *row.title), *self._heading(row.section)]
        assignments = self._assignments(row.statements, row.content.start)
        deadline = self._stated_deadline(row.statements)
        deadline = deadline or deadline_in(self.text, row.content.start, row.content.end, self.year)
        number = row.section.path() if row.section else None
        if row.section:
            found += numbers_of(self.text, row.section)
        elif row.number:
            number = normalise(self.text[slice(*row.number)]) or None
            found += [evidence(self.text, "number", *row.number)] if number else []
        task = self._task(
            row.section,
            number=number,
            part=row.part,
            title=row.title,
            assignments=assignments,
            deadline=deadline,
            span=self._line_of(row.content.start, row.content.end),
            found=found,
        )
        if row.section is None and row.section_cell is not None:
            cell = row.section_cell
            start = numbering_at(self.text, cell.start, cell.end)
            begin = start.end if start else cell.start
            task.section = normalise(self.text[begin : cell.end]) or None
        if task.section and row.section is None and row.section_cell is not None:
            task.evidence = in_order([*task.evidence, evidence(self.text, "section", begin, cell.end)])
        return task

    def _line_of(self, start: int, end: int) -> tuple[int, int]:
        """The whole row of a table of which a cell stands at text[start:end]."""
        stop = self.text.find("\n", end)
        return self.text.rfind("\n", 0, start) + 1, stop if stop >= 0 else len(self.text)

    def _said_until(self, begin: int, draft: Draft) -> int:
        """Where a task's own words end: at its last statement, and before a box (专栏) of projects below it."""
        end = self._closed(draft)
        box = BOX.find(self.text, begin, end)
        return box.start() if box else end

    def _closed(self, draft: Draft) -> int:
        """Where a task's own words end: at the statement that closes them, where it stands behind them."""
        if draft.placed and draft.placed[0].start > draft.node.title_end + 1:
            return draft.placed[-1].end
        return draft.end

    def _stated_deadline(self, statements: list[Statement]) -> tuple[int, int, str] | None:
        """The latest date that the statements or the column of a task give; without a year, in the plan's own."""
        found = [one for statement in statements for one in statement.deadlines]
        for statement in statements:
            for start, end in statement.undated:
                dates = find_dates(self.text[start:end], year=self.year)
                found += [(start + d.start, start + d.end, d.iso) for d in dates]
        return max(found, key=lambda one: one[2]) if found else None

    def _heading(self, node: Node | None) -> list[Evidence]:
        if node is None or not node.has_title:
            return []
        return [evidence(self.text, "section", node.body, node.title_end)]

    def _task(
        self,
        section: Node | None,
        *,
        number: str | None,
        part: int,
        title: tuple[int, int],
        assignments: list[Assignment],
        deadline: tuple[int, int, str] | None,
        span: tuple[int, int],
        found: list[Evidence],
    ) -> Task:
        if deadline:
            found += dated(self.text, "deadline", *deadline, self.since)
        return Task(
            section=normalise(self.text[section.body : section.title_end])
            if section and section.has_title
            else None,
            number=number,
            part=part,
            title=normalise(self.text[slice(*title)]),
            lead=[one.unit for one in assignments if one.role == "lead"],
            responsible=[one.unit for one in assignments if one.role == "responsible"],
            deadline=deadline[2] if deadline else None,
            assignments=assignments,
            start=span[0],
            end=span[1],
            evidence=in_order(found),
        )

    def _assignments(self, statements: list[Statement], offset: int) -> list[Assignment]:
        found: list[Assignment] = []
        says_lead = any(statement.says_lead for statement in statements)
        for statement in statements:
            starred = self._starred(statement)
            leads, rule = starred or self._leads_by_rule(statement, says_lead)
            for i, unit in enumerate(statement.units):
                plain: Role = "responsible" if starred else unit.role
                role: Role = "lead" if i in leads else plain
                self._add(found, unit, role, rule if i in leads else None, stated=True)
        for stated, parts in self.rules.always_at(offset):
            for part in parts:
                self._add(
                    found,
                    Named(part.start, part.end, "responsible", None),
                    "responsible",
                    (stated.start, stated.end),
                    stated=False,
                )
        return found

    def _starred(self, statement: Statement) -> tuple[set[int], tuple[int, int]] | None:
        """The units of a list that carry the sign by which the plan marks those that lead."""
        if not self.rules.starred:
            return None
        marked = {i for i, unit in enumerate(statement.units) if self.text[unit.start - 1] in MARKS}
        rule = self.rules.starred[0]
        return (marked, (rule.start, rule.end)) if marked else None

    def _leads_by_rule(
        self, statement: Statement, says_lead: bool
    ) -> tuple[set[int], tuple[int, int] | None]:
        """Which units of a list lead by a rule that the plan states, and where it states it."""
        if self._is_supporting(statement):
            return set(), None
        unled = None if says_lead else self.rules.unled_at(statement.start)
        if unled:
            return set(range(len(statement.units))), (unled.start, unled.end)
        if says_lead or len(statement.units) < 2:
            return set(), None
        comma = self.rules.comma_leads_at(statement.start)
        if comma:
            cut = next(
                (i for i in range(statement.units[0].end, statement.end) if self.text[i] in "，,"), None
            )
            leads = {i for i, unit in enumerate(statement.units) if cut is not None and unit.end <= cut}
            return leads, (comma.start, comma.end)
        leading = self.rules.first_leads_at(statement.start)
        return ({0}, (leading.start, leading.end)) if leading else (set(), None)

    def _is_supporting(self, statement: Statement) -> bool:
        """Whether all units of a list stand under a label such as 配合单位, among whom none leads."""
        words_ = [self.text[slice(*unit.word)] for unit in statement.units if unit.word]
        return len(words_) == len(statement.units) > 0 and all(word in SUPPORTING for word in words_)

    def _inherited(
        self, statement: Statement, own: list[Assignment], roles: tuple[Role, ...] = ("lead", "responsible")
    ) -> list[Assignment]:
        """The units of a section's statement, of some roles, that a task's own does not name."""
        found: list[Assignment] = []
        known = {one.unit for one in own}
        for unit in statement.units:
            if unit.role in roles and normalise(self.text[unit.start : unit.end]) not in known:
                self._add(found, unit, unit.role, None, stated=False)
        return found

    def _add(
        self, found: list[Assignment], unit: Named, role: Role, rule: tuple[int, int] | None, *, stated: bool
    ) -> None:
        name = normalise(self.text[unit.start : unit.end])
        if any(one.unit == name and one.role == role for one in found):
            return
        places = [evidence(self.text, "unit", unit.start, unit.end)]
        if unit.word:
            places.append(evidence(self.text, "role", *unit.word))
        if rule:
            places.append(evidence(self.text, "rule", *rule))
        found.append(
            Assignment(
                unit=name,
                role=role,
                printed_role=normalise(self.text[slice(*unit.word)]) if unit.word else None,
                stated=stated,
                evidence=in_order(places),
            )
        )
