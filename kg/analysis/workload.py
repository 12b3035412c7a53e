"""Who carries how much: tasks by unit, role and quarter, how they concentrate, and who in a group has none."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from ..errors import QueryError
from ..graph.collectives import expansions
from ..graph.deadlines import PlanDeadlines
from ..graph.schema import load_schema
from ..graph.statements import assignments_of
from ..model import Plan
from ..names.dates import is_valid_iso, last_day
from .common import DIGITS, gini
from .material import Material


class UnitLoad(Struct, frozen=True, kw_only=True):
    """The tasks of one unit in the plans that are looked at."""

    unit: str
    name: str
    jurisdiction: str | None
    collective: bool
    plans: tuple[str, ...]
    leads: int
    """Tasks that the unit is named as leading."""
    responsible: int
    """Tasks that it is named as responsible for in another role."""
    printed: Mapping[str, int]
    """Tasks by the plan's own word; under '' those for which the plan prints none."""
    tasks: int
    """All tasks that name it."""
    expanded: int
    """Tasks that do not name it, but a collective of which it is known to be a member."""
    sole: int
    """Tasks that name no other unit."""
    share: float | None
    """`tasks` over the tasks of its plans that name a unit."""


class QuarterLoad(Struct, frozen=True, kw_only=True):
    """The tasks of one unit that fall due in a quarter of a year."""

    unit: str
    quarter: str
    """2025-Q2; the year alone where the date gives no month; empty for tasks without any date."""
    stated: int
    """By deadlines that the plans state."""
    derived: int
    """By dates that follow from something else in the plans."""
    undated: int
    """Tasks that have neither."""


class PlanLoad(Struct, frozen=True, kw_only=True):
    """How the tasks of one plan are spread over units; figures of units are None where the plan names none."""

    plan: str
    tasks: int
    with_units: int
    """Tasks that name a unit: the denominator of the shares. Where it is 0 the plan is silent, not idle."""
    unread: int
    """Places that look as if they named units and gave none."""
    units: int | None
    """Units named for tasks, collectives counted as one."""
    top_unit: str | None
    top_tasks: int | None
    top_share: float | None
    top_lead: str | None
    """The unit that leads most tasks; None where the plan names no leading unit."""
    lead_tasks: int
    """Tasks that name a leading unit."""
    top_lead_share: float | None
    """Of these, the share of `top_lead`."""
    leads: int
    """Units that lead a task."""
    gini: float | None


class IdleMember(Struct, frozen=True, kw_only=True):
    """A unit with a seat in a plan's leadership group that none of the plan's tasks names."""

    plan: str
    unit: str
    name: str
    members: tuple[str, ...]
    """Keys of the seats."""
    roles: tuple[str, ...]
    """Their roles as printed: a head of the group (组长) is no member that was passed over."""
    through: tuple[str, ...]
    """Collectives that tasks name and of which it is known to be a member."""


class Workload(Struct, frozen=True, kw_only=True):
    """All of it."""

    as_of: str | None
    plans: tuple[str, ...]
    """Plans that are counted."""
    lapsed: tuple[str, ...]
    """Plans that ended before the date and are left out."""
    replaced: tuple[str, ...]
    """Plans that another one, issued by the date, took the place of."""
    units: tuple[UnitLoad, ...]
    by_plan: Mapping[str, tuple[UnitLoad, ...]]
    """The same, plan by plan."""
    quarters: tuple[QuarterLoad, ...]
    concentration: tuple[PlanLoad, ...]
    idle: tuple[IdleMember, ...]


def workload(material: Material, as_of: str | None = None) -> Workload:
    """The workload over all plans, or over those in force on a date (ISO); raises QueryError for another form."""
    if as_of is not None and not is_valid_iso(as_of):
        raise QueryError(f"{as_of!r} is no ISO date such as 2024-06-30")
    plans, lapsed, replaced = _in_force(material, as_of)
    shares = _Shares(material, plans)
    return Workload(
        as_of=as_of,
        plans=tuple(plan.document.key for plan in plans),
        lapsed=lapsed,
        replaced=replaced,
        units=tuple(shares.units()),
        by_plan={plan.document.key: tuple(_Shares(material, [plan]).units()) for plan in plans},
        quarters=tuple(shares.quarters()),
        concentration=tuple(_plan_load(material, plan) for plan in plans),
        idle=tuple(one for plan in plans for one in _idle(material, plan)),
    )


def _in_force(material: Material, as_of: str | None) -> tuple[list[Plan], tuple[str, ...], tuple[str, ...]]:
    """The plans in force on a date, those that had ended, and those that another had replaced."""
    if as_of is None:
        return list(material.plans), (), ()
    day = last_day(as_of)
    lapsed, replaced = [], []
    for plan in material.plans:
        key, end = plan.document.key, plan.document.period[1]
        if end and is_valid_iso(end) and last_day(end) < day:
            lapsed.append(key)
        elif any(_issued_by(material.by_key[new], day) for new in material.replaced.get(key, ())):
            replaced.append(key)
    out = {*lapsed, *replaced}
    kept = [one for one in material.plans if one.document.key not in out and _issued_by(one, day)]
    return kept, tuple(lapsed), tuple(replaced)


def _issued_by(plan: Plan, day: object) -> bool:
    signed = plan.document.signed or plan.document.published
    return not signed or not is_valid_iso(signed) or str(last_day(signed)) <= str(day)


class _Shares:
    """The tasks of each unit."""

    def __init__(self, material: Material, plans: Sequence[Plan]) -> None:
        self._material = material
        self._plans = plans
        self._roles: defaultdict[str, dict[str, dict[str, str]]] = defaultdict(dict)
        """By unit and task: the words printed, by role."""
        self._sole: Counter[str] = Counter()
        self._expanded: defaultdict[str, set[str]] = defaultdict(set)
        self._with_units: Counter[str] = Counter()
        for plan in plans:
            self._collect(plan)

    def _collect(self, plan: Plan) -> None:
        key = plan.document.key
        for task in plan.tasks:
            named = set()
            for one in assignments_of(task):
                unit = self._material.entities.key_of("unit", key, one.unit)
                self._roles[unit].setdefault(task.key, {}).setdefault(one.role, one.printed_role or "")
                named.add(unit)
            self._with_units[key] += bool(named)
            if len(named) == 1:
                self._sole.update(named)
        for expansion in expansions(plan, self._material.entities):
            self._expanded[expansion.unit.key].add(expansion.task.key)

    def units(self) -> Iterator[UnitLoad]:
        """The load of each unit, the most loaded first."""
        found = [self._unit(key) for key in {*self._roles, *self._expanded}]
        yield from sorted(found, key=lambda one: (-one.tasks, -one.leads, -one.expanded, one.unit))

    def _unit(self, key: str) -> UnitLoad:
        unit, tasks = self._material.entities.unit(key), self._roles.get(key, {})
        leads = sum("lead" in roles for roles in tasks.values())
        printed = Counter(word for roles in tasks.values() for word in dict.fromkeys(roles.values()))
        touched = {*tasks, *self._expanded.get(key, ())}
        plans = sorted({self._material.tasks[task][0].document.key for task in touched})
        total = sum(self._with_units[plan] for plan in plans)
        return UnitLoad(
            unit=key,
            name=unit.name,
            jurisdiction=unit.jurisdiction,
            collective=unit.collective,
            plans=tuple(plans),
            leads=leads,
            responsible=len(tasks) - leads,
            printed=dict(sorted(printed.items())),
            tasks=len(tasks),
            expanded=len(self._expanded.get(key, ())),
            sole=self._sole[key],
            share=round(len(tasks) / total, DIGITS) if total else None,
        )

    def quarters(self) -> Iterator[QuarterLoad]:
        """The load of each unit by quarter, for the tasks that name it."""
        due = {task: date for plan in self._plans for task, date in _due(plan).items()}
        for unit in sorted(self._roles):
            counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
            for task in self._roles[unit]:
                date, stated = due.get(task, ("", False))
                counts[quarter(date)]["undated" if not date else "stated" if stated else "derived"] += 1
            for name, found in sorted(counts.items()):
                yield QuarterLoad(
                    unit=unit,
                    quarter=name,
                    stated=found["stated"],
                    derived=found["derived"],
                    undated=found["undated"],
                )


def quarter(date: str) -> str:
    """The quarter of an ISO date, written as questions write it: 2025-Q2 of 2025-06, 2025 of 2025, nothing of nothing."""
    if len(date) < len("2025-06"):
        return date[:4]
    return f"{date[:4]}-Q{(int(date[5:7]) + 2) // 3}"


def _due(plan: Plan) -> Mapping[str, tuple[str, bool]]:
    """The date of each task that has one, and whether the plan states it."""
    nodes, edges = PlanDeadlines(plan).statements(load_schema())
    dates = {node.ref: str(node.get("derivedDue")) for node in nodes}
    derived = {
        edge.target.key: (dates[edge.source], False)
        for edge in edges
        if edge.type == "derivedDueTask" and edge.source in dates
    }
    return derived | {task.key: (task.deadline, True) for task in plan.tasks if task.deadline}


def _plan_load(material: Material, plan: Plan) -> PlanLoad:
    counts: Counter[str] = Counter()
    leads: Counter[str] = Counter()
    with_units = lead_tasks = 0
    for task in plan.tasks:
        units = material.units(task.key)
        leading = {
            material.entities.key_of("unit", plan.document.key, one.unit)
            for one in assignments_of(task)
            if one.role == "lead"
        }
        counts.update(units)
        leads.update(leading)
        with_units += bool(units)
        lead_tasks += bool(leading)
    top, top_tasks = _top(counts)
    top_lead, led = _top(leads)
    return PlanLoad(
        plan=plan.document.key,
        tasks=len(plan.tasks),
        with_units=with_units,
        unread=sum(one.reason == "no-unit" for one in plan.unread),
        units=len(counts) or None,
        top_unit=top,
        top_tasks=top_tasks,
        top_share=_share(top_tasks, with_units),
        top_lead=top_lead,
        lead_tasks=lead_tasks,
        top_lead_share=_share(led, lead_tasks),
        leads=len(leads),
        gini=gini(counts.values()),
    )


def _top(counts: Counter[str]) -> tuple[str | None, int | None]:
    if not counts:
        return None, None
    key = min(counts, key=lambda one: (-counts[one], one))
    return key, counts[key]


def _share(part: int | None, whole: int) -> float | None:
    return round(part / whole, DIGITS) if part is not None and whole else None


def _idle(material: Material, plan: Plan) -> Iterator[IdleMember]:
    """The units of a group's members without tasks; none where the plan names no units or has no tasks."""
    entities, key = material.entities, plan.document.key
    named = {unit for task in plan.tasks for unit in material.units(task.key)}
    roles = {member.key: member.role for member in plan.members}
    seats: defaultdict[str, list[str]] = defaultdict(list)
    for member in plan.members:
        for post in member.posts:
            unit = entities.find("unit", key, post.unit or "")
            if unit is not None and member.key not in seats[unit]:
                seats[unit].append(member.key)
    for unit in sorted(seats) if named else ():
        if unit not in named:
            yield IdleMember(
                plan=key,
                unit=unit,
                name=entities.unit(unit).name,
                members=tuple(seats[unit]),
                roles=tuple(dict.fromkeys(roles[member] for member in seats[unit])),
                through=tuple(sorted(one for one in named if unit in entities.unit(one).members)),
            )
