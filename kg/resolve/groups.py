"""Leadership groups: one standard name in one jurisdiction is one group; one without a name is its plan's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from ..keys import unit_key
from ..model import Plan
from .model import Decision, Group, Mention
from .places import scope_of
from .units import reader_of


def resolve_groups(plans: Sequence[Plan]) -> tuple[list[Group], list[Decision]]:
    """The leadership groups that the plans set up, and the decision on each name; '' stands for none."""
    mentions: defaultdict[str, set[Mention]] = defaultdict(set)
    places: dict[str, str | None] = {}
    decisions = []
    for plan in plans:
        document = plan.document
        for name in dict.fromkeys(member.group or "" for member in plan.members):
            key, reason = _decide(plan, name)
            mentions[key].add(Mention(document.key, name))
            places[key] = document.jurisdiction
            decisions.append(Decision("group", document.key, name, key, reason))
    groups = [
        Group(key=key, name=min(found).name or None, jurisdiction=places[key], mentions=tuple(sorted(found)))
        for key, found in sorted(mentions.items())
    ]
    return groups, decisions


def _decide(plan: Plan, name: str) -> tuple[str, str]:
    document = plan.document
    if not name:
        return unit_key(document.key, name), "the unnamed group of this plan"
    reading = reader_of(plan).read(name)
    if reading.code == document.jurisdiction and reading.name != name:
        return unit_key(
            scope_of(document), reading.name
        ), f"same name in one jurisdiction; {name} = {reading.name}"
    return unit_key(scope_of(document), name), "same printed name in one jurisdiction"
