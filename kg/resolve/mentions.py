"""The names of units that a plan prints, each with the field that prints it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from ..model import Plan

LISTED: Final = ("issuer", "lead", "responsible", "assignment", "post")
"""The fields whose names are units; those of other places count where they name one of these units."""


class Named(Struct, frozen=True, gc=False):
    """A name in a plan."""

    plan: str
    name: str
    where: str
    """issuer, lead, responsible, assignment, post, addressee, copied or text."""
    start: int = 0
    end: int = 0
    """Of a name in the running text: its place in the Source text."""


def listed(plan: Plan) -> Iterator[Named]:
    """Every name of a unit that a plan prints as issuer, as responsible or beside a post, once, in order."""
    seen: set[str] = set()
    for where, name in _listed(plan):
        if name not in seen:
            seen.add(name)
            yield Named(plan.document.key, name, where)


def _listed(plan: Plan) -> Iterator[tuple[str, str]]:
    document = plan.document
    for issuer in (document.issuer, *document.issuers):
        if issuer:
            yield "issuer", issuer
    for task in plan.tasks:
        yield from (("lead", name) for name in task.lead)
        yield from (("responsible", name) for name in task.responsible)
        yield from (("assignment", one.unit) for one in task.assignments)
    for member in plan.members:
        yield from (("post", post.unit) for post in member.posts if post.unit is not None)


def addressed(plan: Plan) -> Iterator[Named]:
    """Every name among a plan's recipients, once, in order."""
    key = plan.document.key
    for name in dict.fromkeys(plan.document.addressees):
        yield Named(key, name, "addressee")
    for name in dict.fromkeys(plan.document.copied_to):
        yield Named(key, name, "copied")
