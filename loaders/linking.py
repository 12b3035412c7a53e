"""Which task holds a figure or a citation."""

from __future__ import annotations

from bisect import bisect_right

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
