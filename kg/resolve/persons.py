"""Persons by name and unit of the first post, and leadership groups by name, each within a jurisdiction."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..keys import person_key, unit_key
from ..model import Member, Plan
from .model import Decision, Group, Mention, Person
from .places import scope_of


def resolve_persons(plans: Sequence[Plan]) -> tuple[list[Person], list[Decision]]:
    """The persons that the plans list, and the decision on each member's record."""
    mentions: defaultdict[str, set[Mention]] = defaultdict(set)
    places: dict[str, str | None] = {}
    decisions = []
    for plan in plans:
        for member in plan.members:
            unit, reason = _first_unit(member, plan.members)
            key = person_key(scope_of(plan.document), member.name, unit)
            mentions[key].add(Mention(plan.document.key, member.name))
            places[key] = plan.document.jurisdiction
            decisions.append(Decision("person", plan.document.key, member.key, key, reason))
    persons = [
        Person(key=key, name=min(found).name, jurisdiction=places[key], mentions=tuple(sorted(found)))
        for key, found in sorted(mentions.items())
    ]
    return persons, decisions


def _first_unit(member: Member, members: Sequence[Member]) -> tuple[str | None, str]:
    """The unit of a member's first post; of an entry without posts, that of the one namesake in the list."""
    if member.posts:
        return member.posts[0].unit, "same name and unit of the first post"
    units = {other.posts[0].unit for other in members if other.name == member.name and other.posts}
    if len(units) == 1:
        return units.pop(), "same name in this plan's list"
    return None, "same name, no post given"


def resolve_groups(plans: Sequence[Plan]) -> tuple[list[Group], list[Decision]]:
    """The leadership groups that the plans set up, and the decision on each name; '' stands for none."""
    mentions: defaultdict[str, set[Mention]] = defaultdict(set)
    places: dict[str, str | None] = {}
    decisions = []
    for plan in plans:
        document = plan.document
        for name in dict.fromkeys(member.group or "" for member in plan.members):
            key = unit_key(scope_of(document) if name else document.key, name)
            reason = "same printed name in one jurisdiction" if name else "the unnamed group of this plan"
            mentions[key].add(Mention(document.key, name))
            places[key] = document.jurisdiction
            decisions.append(Decision("group", document.key, name, key, reason))
    groups = [
        Group(key=key, name=min(found).name or None, jurisdiction=places[key], mentions=tuple(sorted(found)))
        for key, found in sorted(mentions.items())
    ]
    return groups, decisions
