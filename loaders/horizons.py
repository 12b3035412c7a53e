"""Targets without a date of their own: due at the end of the plan's period, and marked so."""

from __future__ import annotations

from msgspec.structs import replace

from kg.model import PLAN_HORIZON, Evidence, Plan, Target


def mark_horizons(plan: Plan) -> Plan:
    """The plan whose targets that took over its end rest on the words which give that end."""
    ends = [
        Evidence(PLAN_HORIZON, one.start, one.end, one.quote)
        for one in plan.document.evidence
        if one.field == "period.end"
    ]
    return replace(plan, targets=[_marked(target, plan.document.period[1], ends) for target in plan.targets])


def _marked(target: Target, end: str | None, ends: list[Evidence]) -> Target:
    if target.by is None or target.by != end or any(one.field == "by" for one in target.evidence):
        return target
    return replace(target, evidence=[*target.evidence, *ends])
