"""Which task holds a figure or a citation, and what stands in the Source where a fact was read."""

from __future__ import annotations

from bisect import bisect_right

import msgspec

from kg.model import Evidence, Plan


def link(plan: Plan) -> Plan:
    """The plan with the key of the task that holds each target and each citation filled in."""
    tasks = sorted(plan.tasks, key=lambda task: (task.start, task.end))
    starts = [task.start for task in tasks]

    def holder(evidence: list[Evidence]) -> str | None:
        if not evidence:
            return None
        at = evidence[0].start
        i = bisect_right(starts, at) - 1
        return tasks[i].key if i >= 0 and at < tasks[i].end else None

    for target in plan.targets:
        target.task = holder(target.evidence)
    for citation in plan.citations:
        citation.task = holder(citation.evidence)
    return plan


def requote(plan: Plan, text: str) -> Plan:
    """The plan with every quote as it stands in the Source text, where it was read with misread digits mended."""

    def place(one: Evidence) -> Evidence:
        return Evidence(one.field, one.start, one.end, text[one.start : one.end])

    plan.document.evidence = [place(one) for one in plan.document.evidence]
    records = (
        plan.sections,
        plan.tasks,
        plan.policies,
        plan.citations,
        plan.members,
        plan.targets,
        plan.phases,
    )
    for record in (one for group in records for one in group):
        record.evidence = [place(one) for one in record.evidence]
    for part in (one for task in plan.tasks for one in task.assignments):
        part.evidence = [place(one) for one in part.evidence]
    for post in (one for member in plan.members for one in member.posts):
        post.evidence = [place(one) for one in post.evidence]
    plan.unread = [msgspec.structs.replace(one, quote=text[one.start : one.end]) for one in plan.unread]
    return plan
