"""What was read in a plan's text and what was not, by place: for the proof view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...graph import Ref
from ...graph.statements import assignments_of
from ...model import Evidence
from .model import Gap, Mark, PagePlan
from .statements import PlanNodes


def page_plan(found: PlanNodes, text: str) -> PagePlan:
    """A plan's text with its marks in order of their places."""
    plan, page, offsets = found.plan, found.page, found.offsets
    spans = [
        (offsets.of(task.start), offsets.of(task.end), node)
        for task in plan.tasks
        if (node := page.find(Ref("Task", task.key))) is not None
    ]
    gaps = [Gap(offsets.of(one.start), offsets.of(one.end), one.kind, one.reason) for one in plan.unread]
    sections = [(offsets.of(one.start), offsets.of(one.end), one.level, one.title) for one in plan.sections]
    return PagePlan(
        node=found.node,
        text=text,
        openness=found.marking[0],
        marking=found.marking[1],
        sections=sections,
        spans=spans,
        marks=sorted(set(_marks(found))),
        gaps=sorted(gaps),
    )


def _marks(found: PlanNodes) -> Iterator[Mark]:
    plan, page, entities = found.plan, found.page, found.entities
    yield from _of(found, "Plan", found.node, _trusted(found))
    for section in plan.sections:
        yield from _of(found, "Section", found.node, section.evidence)
    for task in plan.tasks:
        yield from _of(found, "Task", page.find(Ref("Task", task.key)), task.evidence)
        for one in assignments_of(task):
            yield from _of(found, "Assignment", found.unit(one.unit), one.evidence)
    mentions = [(one.key, one.evidence) for one in plan.policies]
    mentions += [(one.policy, one.evidence) for one in plan.citations]
    for key, evidence in mentions:
        policy = Ref("Policy", entities.key_of("policy", found.key, key))
        yield from _of(found, "Citation", page.find(policy), evidence)
    for member in plan.members:
        person = Ref("Person", entities.key_of("person", found.key, member.key))
        evidence = [*member.evidence, *(one for post in member.posts for one in post.evidence)]
        yield from _of(found, "Membership", page.find(person), evidence)
    for target in plan.targets:
        yield from _of(found, "Target", page.find(Ref("Target", target.key)), target.evidence)
    for phase in plan.phases:
        yield from _of(found, "Phase", page.find(Ref("Phase", phase.key)), phase.evidence)
    for extra in plan.extras:
        yield from _of(found, extra.kind, page.find(Ref(extra.kind, extra.key)), extra.evidence)


def _trusted(found: PlanNodes) -> list[Evidence]:
    """The quotes of the head; that of openness only where it was believed."""
    quotes = found.plan.document.evidence
    return [one for one in quotes if one.field != "access" or found.marking[1]]


def _of(found: PlanNodes, kind: str, node: int | None, evidence: Iterable[Evidence]) -> Iterator[Mark]:
    if node is not None:
        for one in evidence:
            yield Mark(found.offsets.of(one.start), found.offsets.of(one.end), kind, node)
