"""The members of collectives, as far as plans of the same place name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ..model import Member, Plan, Task
from ..names.divisions import divisions
from .collectives import of_class
from .model import Ground, Unit
from .reading import Reading
from .units import Units, reader_of
from .vocabulary import words

_GOVERNMENT = "政府"

_Grounds = dict[str, Ground]
"""By the key of the unit."""


def with_members(found: Units, plans: Sequence[Plan]) -> list[Unit]:
    """The units, collectives with their members, what these rest on and which records show it."""
    named = _named(found, plans)
    groups = _group_members(found, plans)
    by_code: defaultdict[str | None, list[Unit]] = defaultdict(list)
    for unit in found.units:
        if not unit.collective:
            by_code[unit.jurisdiction].append(unit)
    readings = {reading.key: reading for reading in found.readings.values() if reading.kind == "collective"}
    return [_filled(unit, readings.get(unit.key), by_code, named, groups) for unit in found.units]


def _filled(
    unit: Unit,
    reading: Reading | None,
    by_code: Mapping[str | None, Sequence[Unit]],
    named: _Grounds,
    groups: Mapping[tuple[str | None, str], _Grounds],
) -> Unit:
    if reading is None:
        return unit
    if reading.classes:
        members = tuple(one.key for one in _of_classes(unit.jurisdiction, reading.classes, by_code))
        basis = "the bodies of these kinds that plans of this place name"
        grounds = named
    else:
        none: _Grounds = {}
        grounds = groups.get((unit.jurisdiction, reading.group), none) if reading.group is not None else none
        members = tuple(sorted(key for key in grounds if key != unit.key))
        basis = "the units of the members that a plan of this place lists for the group"
    first = tuple(grounds[key] for key in members if key in grounds)
    return replace(unit, members=members, basis=basis if members else "", grounds=first)


def _of_classes(
    code: str | None, classes: Iterable[str], by_code: Mapping[str | None, Sequence[Unit]]
) -> Iterator[Unit]:
    kinds = tuple(classes)
    with_government = words("collectives", "places", "classes")
    townships = [kind for kind in kinds if kind not in with_government]
    for unit in by_code.get(code, ()):
        if unit.kind == "township" and any(of_class(unit.name, kind) for kind in townships):
            yield unit
    places = [kind for kind in kinds if kind in with_government]
    if code is None or not places:
        return
    for other in sorted(key for key in by_code if key):
        division = divisions().by_code(other)
        if division is None or other == code or not divisions().is_below(other, code):
            continue
        for unit in by_code[other]:
            if unit.name in {kind + _GOVERNMENT for kind in places}:
                yield unit


def _group_members(found: Units, plans: Sequence[Plan]) -> dict[tuple[str | None, str], _Grounds]:
    """The units behind the members of each group, by jurisdiction and the group's standard name."""
    members: defaultdict[tuple[str | None, str], _Grounds] = defaultdict(dict)
    for plan in plans:
        code = plan.document.jurisdiction
        named = {member.group for member in plan.members if member.group}
        for member in plan.members:
            grounds = list(_seated(found, plan, member))
            for name in _names(plan, member.group, len(named) <= 1):
                for ground in grounds:
                    members[code, name].setdefault(ground.unit, ground)
    return members


def _seated(found: Units, plan: Plan, member: Member) -> Iterator[Ground]:
    """The units of a member's posts."""
    for post in member.posts:
        reading = found.readings.get((plan.document.key, post.unit or ""))
        if reading is not None and reading.kind != "collective":
            yield Ground(found.roots.root(reading.key), plan.document.key, member.key, post.unit or "")


def _named(found: Units, plans: Sequence[Plan]) -> _Grounds:
    """The first record that names each unit: a seat in a group before a task, a task before the head of a plan."""
    grounds: _Grounds = {}
    for plan in plans:
        for member in plan.members:
            for ground in _seated(found, plan, member):
                grounds.setdefault(ground.unit, ground)
    for plan in plans:
        key = plan.document.key
        records = [(name, task.key) for task in plan.tasks for name in _units(task)]
        records += [(name, key) for name in (plan.document.issuer, *plan.document.issuers) if name]
        for name, record in records:
            reading = found.readings.get((key, name))
            if reading is not None:
                unit = found.roots.root(reading.key)
                grounds.setdefault(unit, Ground(unit, key, record, name))
    return grounds


def _units(task: Task) -> Iterator[str]:
    yield from (one.unit for one in task.assignments)
    yield from (*task.lead, *task.responsible)


def _names(plan: Plan, group: str | None, only: bool) -> Iterator[str]:
    """The names under which a collective may speak of a group: 区…领导小组, and 领导小组 where it is the only one."""
    if group:
        yield reader_of(plan).read(group).name
        yield group
    if only:
        yield from ("", *words("collectives", "groups", "bare"))
