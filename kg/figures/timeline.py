"""Phases and deadlines of plans on a line of time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from ..graph import Ref, node_iri
from ..model import Phase, Plan
from ..stores.property_graph import date_span
from ..views.palette import look, tone
from .common import Key, Request, legend, nothing
from .names import Names
from .shades import pale
from .sheet import Box, Line, Sheet, Sign

_NAMES = 168.0
_ROW, _BAR = 17.0, 9.0
_CENTURIES = range(1900, 2200)
_YEAR = 24.0
"""Least room for the number of a year."""
_END = 62.0
"""Room for the dates right of the last bar."""

_DERIVED = """
PREFIX kg: <https://w3id.org/plan-kg/ontology#>
SELECT ?plan ?due (COUNT(DISTINCT ?task) AS ?tasks) {
  GRAPH ?derived { ?item a kg:DerivedDeadline ; kg:derivedDueTask ?task ; kg:derivedDue ?due }
  GRAPH ?graph { ?task kg:inPlan ?plan }
} GROUP BY ?plan ?due ORDER BY ?plan ?due
"""


class Due(NamedTuple):
    """How many tasks of a plan are due on a day."""

    day: date
    tasks: int
    stated: bool


def timeline(request: Request) -> Sheet:
    """For each plan, in the order of their beginnings: its period, its phases, and how many tasks are due when."""
    plans = request.plans
    derived = _derived(request, plans)
    lines = [_Plan(plan, [*_stated(plan), *derived[plan.document.key]]) for plan in plans]
    lines.sort(key=lambda line: (line.first or date.max, line.plan.document.key))
    sheet, names = Sheet(request.say("timeline.title"), across=620), Names()
    sheet.head(request.say("timeline.subtitle"))
    days = [day for line in lines for day in line.days]
    if days:
        _Chart(request, sheet, names, min(days), max(days)).draw(lines)
    else:
        nothing(request, sheet)
    sheet.foot([request.say("timeline.note"), *names.notes, request.data])
    return sheet


def _stated(plan: Plan) -> Iterator[Due]:
    """The deadlines that the tasks of a plan state."""
    counts = Counter(last for task in plan.tasks if (last := _last(task.deadline)))
    return (Due(day, tasks, True) for day, tasks in sorted(counts.items()))


def _derived(request: Request, plans: Sequence[Plan]) -> Mapping[str, list[Due]]:
    """The derived deadlines of the graph by plan key."""
    view = request.built.view
    keys = {node_iri(Ref("Plan", plan.document.key), view.base): plan.document.key for plan in plans}
    counts: dict[str, Counter[date]] = {key: Counter() for key in keys.values()}
    for row in view.select(_DERIVED):
        key, day = keys.get(str(row["plan"])), _last(str(row["due"]))
        if key is not None and day is not None:
            counts[key][day] += int(row["tasks"] or 0)
    return {
        key: [Due(day, tasks, False) for day, tasks in sorted(found.items())] for key, found in counts.items()
    }


def _first(text: str | None) -> date | None:
    span = _span(text)
    return span[0] if span else None


def _last(text: str | None) -> date | None:
    span = _span(text)
    return span[1] if span else None


def _span(text: str | None) -> tuple[date, date] | None:
    """First and last day of a date, None for one that would draw all others into a point."""
    span = date_span(text) if text else None
    return span if span and span[0].year in _CENTURIES else None


class _Plan:
    """A plan with what is drawn of it."""

    def __init__(self, plan: Plan, dues: Sequence[Due]) -> None:
        self.plan, self.dues = plan, dues
        start, end = plan.document.period
        self.start, self.end = _first(start), _last(end)

    @property
    def days(self) -> list[date]:
        """All dates of the plan."""
        days = [self.start, self.end, *(due.day for due in self.dues)]
        for phase in self.plan.phases:
            days += [_first(phase.start), _last(phase.end)]
        return [day for day in days if day]

    @property
    def first(self) -> date | None:
        """The earliest date."""
        return min(self.days, default=None)


class _Chart:
    """Draws plan after plan on one scale of time."""

    def __init__(self, request: Request, sheet: Sheet, names: Names, first: date, last: date) -> None:
        self._request, self._sheet, self._names = request, sheet, names
        self._years = range(first.year, last.year + 2)
        self._begin = date(first.year, 1, 1)
        self._zero = sheet.left + _NAMES
        span = (date(last.year + 1, 1, 1) - self._begin).days
        self._day = (sheet.right - _END - self._zero) / span

    def _x(self, day: date) -> float:
        return self._zero + (day - self._begin).days * self._day

    def draw(self, lines: Sequence[_Plan]) -> None:
        """Draw the legend, the years and all plans."""
        plan, phase = look("Plan").light, look("Phase").light
        due = look("Unit").light
        legend(
            self._sheet,
            [
                Key(self._request.say("timeline.period"), pale(plan, 0.35)),
                Key(self._request.say("timeline.phase"), phase),
                Key(self._request.say("timeline.stated"), due, due, sign=True),
                Key(self._request.say("timeline.derived"), "#ffffff", due, sign=True),
            ],
        )
        for line in lines:
            self._plan(line)

    def _plan(self, line: _Plan) -> None:
        sheet, document = self._sheet, line.plan.document
        title = document.title or self._request.say("ui.untitled")
        sheet.y += 4
        sheet.paragraph(title, size=9.5, bold=True)
        sheet.y += 13
        top = sheet.y
        backdrop = len(sheet.items)
        self._row([self._request.say("timeline.period")], line.start, line.end, "period", document.period)
        for phase in line.plan.phases:
            self._phase(phase)
        if line.dues:
            self._dues(line.dues)
        grid = list(self._grid(top - 2, sheet.y))
        sheet.items[backdrop:backdrop] = grid
        for year in self._years[: -1 : max(1, math.ceil(_YEAR / (365 * self._day)))]:
            x = (self._x(date(year, 1, 1)) + self._x(date(year + 1, 1, 1))) / 2
            sheet.write(x, top - 7, str(year), size=7, colour=tone("soft"), anchor="center")
        sheet.y += 10

    def _grid(self, top: float, bottom: float) -> Iterator[Line]:
        for year in self._years:
            x = self._x(date(year, 1, 1))
            yield Line(x=x, y=top, to_x=x, to_y=bottom, colour=tone("rule"), width=0.8)

    def _phase(self, phase: Phase) -> None:
        lines = self._names.lines(phase.name, (_NAMES - 10) / 8, 2)
        self._row(lines, _first(phase.start), _last(phase.end), "phase", (phase.start, phase.end))

    def _row(
        self,
        lines: Sequence[str],
        start: date | None,
        end: date | None,
        what: str,
        printed: tuple[str | None, str | None],
    ) -> None:
        sheet = self._sheet
        height = max(_ROW, 11.0 * len(lines) + 5)
        middle = sheet.y + height / 2
        period = what == "period"
        colour = tone("soft") if period else tone("ink")
        sheet.write(self._zero - 8, middle, lines, size=8, colour=colour, anchor="right")
        said = _said(printed, self._request.say("timeline.undated"))
        if start is None and end is None:
            sheet.write(self._zero + 4, middle, said, size=7, colour=tone("soft"), backed=True)
        else:
            right = self._x((end or start or self._begin) + timedelta(days=1))
            left = min(self._x(start or end or self._begin), right - 2)
            fill = pale(look("Plan").light, 0.35) if period else look("Phase").light
            bar = _BAR - 3 if period else _BAR
            sheet.add(
                Box(
                    x=left,
                    y=middle - bar / 2,
                    width=right - left,
                    height=bar,
                    fill=fill,
                    what=what,
                    value=(right - left) / self._day,
                )
            )
            sheet.write(right + 4, middle, said, size=7, colour=tone("soft"), backed=True)
        sheet.y += height

    def _dues(self, dues: Iterable[Due]) -> None:
        sheet = self._sheet
        label = self._request.say("timeline.due")
        rows: list[float] = []
        for due in sorted(dues, key=lambda due: (due.day, not due.stated)):
            x = self._x(due.day)
            # a row below where it would stand in the number of the one before
            row = next((place for place, free in enumerate(rows) if x - 6 > free), len(rows))
            text = self._request.say("ui.tasks", tasks=due.tasks)
            rows[row : row + 1] = [x + 9 + 5.5 * len(text) + 4]
            middle = sheet.y + _ROW * (row + 0.5)
            self._sign(x, middle, due.tasks, due.stated)
            sheet.write(x + 8, middle, text, size=7.5, backed=True)
        middle = sheet.y + _ROW / 2
        sheet.write(self._zero - 8, middle, label, size=8, colour=tone("soft"), anchor="right")
        sheet.y += _ROW * len(rows)

    def _sign(self, x: float, y: float, tasks: int, stated: bool) -> None:
        colour = look("Unit").light
        self._sheet.add(
            Sign(
                x=x,
                y=y,
                fill=colour if stated else "#ffffff",
                edge=colour,
                what="stated" if stated else "derived",
                value=tasks,
            )
        )


def _said(printed: tuple[str | None, str | None], undated: str) -> str:
    """A stretch of time as the plan gives it."""
    start, end = printed
    if not start and not end:
        return undated
    return f"{start or '…'} – {end or '…'}"
