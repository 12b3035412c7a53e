"""Findings on units: who is not named, who leads all, who has nothing, without whom nothing holds together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..analysis import IdleMember, PlanLoad
from ..graph.statements import assignments_of
from .desk import Desk, ranking
from .model import Quote
from .told import Telling

_FEW = 3
"""Tasks with units from which on shares tell something."""
_LEADS, _NAMED = 0.6, 0.75
"""Shares of a plan's tasks from which on one unit leads, or is named in, too many."""
_MANY = 10
"""Units from which on more of them tell no more."""


def silent(desk: Desk) -> Iterator[Telling]:
    """Plans whose tasks name no unit."""
    for one in desk.found.load.concentration:
        if one.tasks and not one.with_units:
            tasks = desk.material.by_key[one.plan].tasks
            yield Telling(
                kind="silent",
                degree=0.9,
                headline=desk.words("finding.silent", plan=desk.plan(one.plan), tasks=one.tasks),
                text=desk.words("finding.silent-text"),
                quotes=tuple(desk.task_quote(task.key) for task in tasks[:2]),
            )


def one_lead(desk: Desk) -> Iterator[Telling]:
    """Plans in which one unit leads most tasks."""
    words = desk.words
    for one in desk.found.load.concentration:
        if not _leads_most(one) or one.top_lead is None or one.top_lead_share is None:
            continue
        whole = one.top_lead_share == 1 and one.lead_tasks == one.tasks
        led = round(one.top_lead_share * one.lead_tasks)
        yield Telling(
            kind="one-lead",
            degree=one.top_lead_share,
            headline=words(
                "finding.one-lead-all" if whole else "finding.one-lead",
                plan=desk.plan(one.plan),
                unit=desk.unit(one.top_lead),
                led=led,
                tasks=one.lead_tasks,
            ),
            text=words("finding.one-lead-text", others=(one.units or 1) - 1)
            if one.leads == 1
            else words("finding.one-lead-some", leads=one.leads - 1),
            quotes=tuple(_naming(desk, one.plan, one.top_lead, "lead", 2)),
        )


def _leads_most(one: PlanLoad) -> bool:
    most_led = one.lead_tasks * 2 >= one.with_units and one.lead_tasks >= _FEW
    return most_led and (one.top_lead_share or 0) >= _LEADS


def heavy(desk: Desk) -> Iterator[Telling]:
    """Plans in whose tasks one unit is named nearly always; those in which it leads them are told elsewhere."""
    words = desk.words
    for one in desk.found.load.concentration:
        if one.top_unit is None or one.with_units < _FEW or (one.top_share or 0) < _NAMED or _leads_most(one):
            continue
        load = next(unit for unit in desk.found.load.by_plan[one.plan] if unit.unit == one.top_unit)
        sole = words("finding.sole", count=load.sole) if load.sole else ""
        yield Telling(
            kind="heavy",
            degree=one.top_share or 0,
            headline=words(
                "finding.heavy",
                plan=desk.plan(one.plan),
                tasks=one.with_units,
                named=one.top_tasks,
                unit=desk.unit(one.top_unit),
            ),
            text=words("finding.heavy-text", units=one.units, gini=f"{one.gini or 0:.2f}", sole=sole),
            quotes=tuple(_naming(desk, one.plan, one.top_unit, None, 2)),
        )


def idle(desk: Desk) -> Iterator[Telling]:
    """Members of leadership groups that no task names."""
    words = desk.words
    for plan, found in idle_members(desk).items():
        without = [one for one in found if not one.through]
        through = [one for one in found if one.through]
        if not without:
            continue
        collectives = tuple(sorted({key for one in through for key in one.through}))
        more = (
            words("finding.idle-through", count=len(through), collectives=desk.units(collectives))
            if through
            else ""
        )
        names = words.listed(one.name for one in without)
        yield Telling(
            kind="idle",
            degree=0.6 + 0.4 * min(len(without), _MANY) / _MANY,
            headline=words("finding.idle", plan=desk.plan(plan), count=len(without)),
            text=words("finding.idle-text", names=names, through=more),
            quotes=tuple(seat(desk, one) for one in without[:3]),
        )


def idle_members(desk: Desk) -> dict[str, list[IdleMember]]:
    """The units without tasks by plan, without those that only head the group."""
    heads: Sequence[str] = ranking()["roles"]["heads"]
    found: defaultdict[str, list[IdleMember]] = defaultdict(list)
    for one in desk.found.load.idle:
        if not all(role.endswith(tuple(heads)) for role in one.roles):
            found[one.plan].append(one)
    return dict(found)


def seat(desk: Desk, one: IdleMember) -> Quote:
    """The line that gives a unit its seat."""
    members = desk.material.by_key[one.plan].members
    record = next(member for member in members if member.key in one.members)
    places = [place for post in record.posts for place in post.evidence] or record.evidence
    own = [place for place in record.evidence if place.field == "name"] or record.evidence
    near = sorted((*own, *places), key=lambda place: place.start)
    text = desk.material.texts.get(one.plan, "")
    return desk.quote(one.plan, near[0].start, near[-1].end, text[near[0].start : near[-1].end])


def cuts(desk: Desk) -> Iterator[Telling]:
    """Units without which the network of a plan falls apart."""
    words = desk.words
    for one in desk.found.bottlenecks:
        tasks = len(desk.material.by_key[one.plan].tasks)
        if not one.articulation or one.cut_off < _FEW:
            continue
        yield Telling(
            kind="cut",
            degree=0.5 + min(one.cut_off / (2 * tasks), 0.5),
            headline=words(
                "finding.cut", unit=desk.unit(one.unit), plan=desk.plan(one.plan), count=one.cut_off
            ),
            text=words("finding.cut-text", tasks=one.tasks, sole=one.sole, between=f"{one.betweenness:.0%}"),
            quotes=tuple(_sole(desk, one.plan, one.unit) or _naming(desk, one.plan, one.unit, None, 2)),
        )


def _sole(desk: Desk, plan: str, unit: str) -> list[Quote]:
    """Tasks that name no other unit."""
    tasks = desk.material.by_key[plan].tasks
    alone = [task.key for task in tasks if desk.material.units(task.key) == {unit}]
    return [desk.task_quote(key) for key in alone[:2]]


def _naming(desk: Desk, plan: str, unit: str, role: str | None, count: int) -> list[Quote]:
    """Places that name a unit for a task, in one role or any."""
    found: list[Quote] = []
    for task in desk.material.by_key[plan].tasks:
        for one in assignments_of(task):
            key = desk.material.entities.key_of("unit", plan, one.unit)
            own = [place for place in one.evidence if task.start <= place.start < task.end]
            if key == unit and role in (None, one.role) and own and len(found) < count:
                found.append(desk.quote(plan, own[0].start, own[0].end, _around(desk, plan, own[0].start)))
                break
    return found


def _around(desk: Desk, plan: str, start: int) -> str:
    """The line of a place, from a little before it."""
    text = desk.material.texts[plan]
    begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
    line = text[begin : end if end >= 0 else len(text)]
    if len(line) <= 160:
        return line
    left = max(start - begin - 60, 0)
    return ("…" if left else "") + line[left : left + 160] + ("…" if left + 160 < len(line) else "")
