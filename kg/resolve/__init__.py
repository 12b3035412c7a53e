"""Which printed names are one unit, policy, person or place: a decision with its reason for each mention."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Plan
from .model import Decision, Entities, Group, Jurisdiction, Mention, Person, PolicyEntity, Unit
from .persons import resolve_groups, resolve_persons
from .places import jurisdictions
from .policies import resolve_policies
from .units import resolve_units, units_json

__all__ = [
    "Decision",
    "Entities",
    "Group",
    "Jurisdiction",
    "Mention",
    "Person",
    "PolicyEntity",
    "Unit",
    "resolve",
    "units_json",
]


def resolve(plans: Sequence[Plan]) -> Entities:
    """The entities of all plans together; the order of the plans makes no difference."""
    ordered = sorted(plans, key=lambda plan: plan.document.key)
    units, unit_decisions = resolve_units(ordered)
    policies, policy_decisions = resolve_policies(ordered)
    persons, person_decisions = resolve_persons(ordered)
    groups, group_decisions = resolve_groups(ordered)
    codes = {plan.document.jurisdiction for plan in ordered if plan.document.jurisdiction}
    return Entities(
        units=units,
        policies=policies,
        persons=persons,
        groups=groups,
        jurisdictions=jurisdictions(codes),
        decisions=[*unit_decisions, *policy_decisions, *person_decisions, *group_decisions],
    )
