"""Deadlines that follow from something else a plan states, as findings: never mixed with those that it states."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..keys import record_key
from ..model import Evidence, Phase, Plan, Section, Target, Task
from ..names.dates import find_dates, find_range, first_day, is_valid_iso, last_day
from .model import DERIVED, Edge, Node, Properties, Ref
from .outline import Outline
from .schema import Schema
from .simple import simple_edges

_CITED = re.compile(r"《[^》]*》?")


class Due(NamedTuple):
    """A date by which a task is due, on what basis, what it follows from and why in words."""

    date: str
    basis: str
    """Notation of a DateBasis."""
    sources: tuple[Ref, ...]
    evidence: tuple[Ref, ...]
    reason: str


class PlanDeadlines:
    """Derives the deadlines of one plan's tasks."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._outline = Outline(plan.sections)
        self._end = self._of_plan() or self._of_timetable()

    def statements(self, schema: Schema) -> tuple[list[Node], list[Edge]]:
        """A node for each task that states no deadline and has one to derive, with its edges."""
        nodes: list[Node] = []
        edges: list[Edge] = []
        for task in self.plan.tasks:
            due = None if task.deadline else self._due(task)
            if due:
                node, out = _finding(task, due, self.plan.document.key)
                nodes.append(node)
                edges += out
        return nodes, [*edges, *simple_edges(nodes, edges, schema)]

    def _due(self, task: Task) -> Due | None:
        """What the innermost dated heading gives, else the task's own targets, else the plan's end."""
        for section in self._line(self._outline.of_task(task)):
            found = self._of_phase(section) or self._of_section(section)
            if found:
                return found
        return self._of_targets(task) or self._end

    def _line(self, section: Section | None) -> Iterator[Section]:
        while section is not None:
            yield section
            section = self._outline.above(section)

    def _of_phase(self, section: Section) -> Due | None:
        """The end of the phase that a heading announces."""
        heading = [one for one in section.evidence if one.field == "title"]
        announced = [
            _phase(phase)
            for phase in self.plan.phases
            if any(_within(one, place) for one in phase.evidence for place in heading)
        ]
        return _latest(announced, "phase", "所在阶段“{name}”止于{date}")

    def _of_section(self, section: Section) -> Due | None:
        """The date that a heading states; one before the plan was signed is of what was done."""
        title = _CITED.sub("", section.title)
        span = find_range(title)
        dates = [span[1]] if span else [one.iso for one in find_dates(title)]
        date = next((one for one in reversed(dates) if _valid(one)), None)
        signed = self.plan.document.signed
        if date is None or (_valid(signed) and last_day(date) < first_day(str(signed))):
            return None
        return Due(
            date,
            "section",
            (Ref("Section", section.key),),
            tuple(_places(section.key, section.evidence, "title")),
            f"所在章节标题“{section.title}”载明{date}",
        )

    def _of_targets(self, task: Task) -> Due | None:
        """The latest date that the plan states for a figure of the task."""
        own = [_target(one) for one in self.plan.targets if one.task == task.key and one.dated]
        return _latest(own, "target", "任务所含目标“{name}”的期限为{date}")

    def _of_plan(self) -> Due | None:
        """The end of the plan's period."""
        document = self.plan.document
        end = document.period[1]
        if end is None or not _valid(end):
            return None
        places = tuple(_places(document.key, document.evidence, "period.end"))
        return Due(end, "plan", (Ref("Plan", document.key),), places, f"计划期止于{end}")

    def _of_timetable(self) -> Due | None:
        """The end of the last phase, of a plan that says nothing of its period."""
        return _latest(
            map(_phase, self.plan.phases), "timetable", "计划未载明期限，最后阶段“{name}”止于{date}"
        )


class _Dated(NamedTuple):
    """A record that may have a date: what it is called, and where the date stands."""

    ref: Ref
    date: str
    name: str
    places: tuple[Ref, ...]


def _phase(one: Phase) -> _Dated:
    places = tuple(_places(one.key, one.evidence, "end"))
    return _Dated(Ref("Phase", one.key), one.end or "", one.name, places)


def _target(one: Target) -> _Dated:
    places = tuple(_places(one.key, one.evidence, "by"))
    return _Dated(Ref("Target", one.key), one.by or "", one.quote, places)


def _latest(found: Iterable[_Dated], basis: str, reason: str) -> Due | None:
    """What follows from the records with the latest date."""
    dated = [one for one in found if _valid(one.date)]
    if not dated:
        return None
    date = max((one.date for one in dated), key=lambda date: (last_day(date), date))
    chosen = [one for one in dated if one.date == date]
    return Due(
        date,
        basis,
        tuple(one.ref for one in chosen),
        tuple(place for one in chosen for place in one.places),
        reason.format(name=chosen[0].name, date=date),
    )


def _valid(date: str | None) -> bool:
    return date is not None and is_valid_iso(date)


def _within(one: Evidence, place: Evidence) -> bool:
    return place.start <= one.start and one.end <= place.end


def _places(key: str, evidence: Iterable[Evidence], field: str) -> Iterator[Ref]:
    """The Evidence nodes of a record's field."""
    for number, one in enumerate(evidence, 1):
        if one.field == field:
            yield Ref("Evidence", record_key(key, "evidence", number))


def _finding(task: Task, due: Due, plan: str) -> tuple[Node, list[Edge]]:
    values: Properties = (("derivedDue", due.date), ("dateBasis", due.basis), ("reason", due.reason))
    node = Node(
        kind="DerivedDeadline",
        key=record_key(task.key, "derived-deadline", 1),
        properties=values,
        graph=DERIVED,
        plans=(plan,),
    )
    targets = [("derivedDueTask", Ref("Task", task.key))]
    targets += [("derivedFrom", source) for source in due.sources]
    targets += [("evidence", place) for place in dict.fromkeys(due.evidence)]
    return node, [
        Edge(type=kind, source=node.ref, target=target, graph=DERIVED, plans=(plan,))
        for kind, target in targets
    ]
