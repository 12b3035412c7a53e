"""Small plans for the tests of who is who."""

from __future__ import annotations

from typing import Any

from kg.keys import assign_keys
from kg.model import Member, Plan, Post
from kg.resolve import Entities, Unit
from tests.factories import document, task

GULOU, OTHER_GULOU = "320106", "350102"


def plan(title: str, *units: str, code: str | None = GULOU, **fields: Any) -> Plan:
    """A plan with one task for all the units."""
    made = document(title, jurisdiction=code, **fields)
    tasks = [task("事项", "一", 0, units=dict.fromkeys(units, "responsible"))] if units else []
    return assign_keys(Plan(document=made, tasks=tasks))


def apart(title: str, *units: str, code: str | None = GULOU, **fields: Any) -> Plan:
    """A plan with a task for each of the units."""
    made = document(title, jurisdiction=code, **fields)
    tasks = [task(name, str(i), 50 * i, units={name: "responsible"}) for i, name in enumerate(units, 1)]
    return assign_keys(Plan(document=made, tasks=tasks))


def member(name: str, *posts: tuple[str, str], role: str = "成员", group: str | None = None) -> Member:
    """A member with posts."""
    return Member(
        name=name, role=role, group=group, posts=[Post(unit=unit, title=title) for unit, title in posts]
    )


def with_members(title: str, *members: Member, code: str | None = GULOU, **fields: Any) -> Plan:
    """A plan with members."""
    return assign_keys(Plan(document=document(title, jurisdiction=code, **fields), members=list(members)))


def unit(entities: Entities, name: str) -> Unit:
    """The one unit that a printed name is."""
    [found] = {one.key: one for one in entities.units if name in {m.name for m in one.mentions}}.values()
    return found
