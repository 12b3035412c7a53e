"""The members of collectives, as far as plans of the same place name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec.structs import replace

from ..model import Plan
from ..names.divisions import divisions
from .collectives import of_class
from .model import Unit
from .reading import Reading
from .units import Units, reader_of
from .vocabulary import words

_GOVERNMENT = "政府"


def with_members(found: Units, plans: Sequence[Plan]) -> list[Unit]:
    """The units, collectives with their members and what these rest on."""
    groups = _group_members(found, plans)
    by_code: defaultdict[str | None, list[Unit]] = defaultdict(list)
    for unit in found.units:
        if not unit.collective:
            by_code[unit.jurisdiction].append(unit)
    readings = {reading.key: reading for reading in found.readings.values() if reading.kind == "collective"}
    return [_filled(unit, readings.get(unit.key), by_code, groups) for unit in found.units]


def _filled(
    unit: Unit,
    reading: Reading | None,
    by_code: Mapping[str | None, Sequence[Unit]],
    groups: Mapping[tuple[str | None, str], tuple[str, ...]],
) -> Unit:
    if reading is None:
        return unit
    if reading.classes:
        members = tuple(one.key for one in _of_classes(unit.jurisdiction, reading.classes, by_code))
        basis = "the bodies of these kinds that plans of this place name"
        return replace(unit, members=members, basis=basis if members else "")
    members = groups.get((unit.jurisdiction, reading.group), ()) if reading.group is not None else ()
    basis = "the units of the members that a plan of this place lists for the group"
    return replace(unit, members=members, basis=basis if members else "")


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


def _group_members(found: Units, plans: Sequence[Plan]) -> dict[tuple[str | None, str], tuple[str, ...]]:
    """The units behind the members of each group, by jurisdiction and the group's standard name."""
    members: defaultdict[tuple[str | None, str], set[str]] = defaultdict(set)
    for plan in plans:
        code = plan.document.jurisdiction
        named = {member.group for member in plan.members if member.group}
        for member in plan.members:
            keys = {
                found.roots.root(found.readings[plan.document.key, post.unit].key)
                for post in member.posts
                if (plan.document.key, post.unit) in found.readings
            }
            for name in _names(plan, member.group, len(named) <= 1):
                members[code, name] |= keys
    return {group: tuple(sorted(keys)) for group, keys in members.items()}


def _names(plan: Plan, group: str | None, only: bool) -> Iterator[str]:
    """The names under which a collective may speak of a group: 区…领导小组, and 领导小组 where it is the only one."""
    if group:
        yield reader_of(plan).read(group).name
        yield group
    if only:
        yield from ("", *words("collectives", "groups", "bare"))
