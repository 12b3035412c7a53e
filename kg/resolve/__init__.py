"""Which printed names are one unit, policy, person or place: a decision with its reason for each mention."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ..model import Plan
from .members import with_members
from .model import Applied, Decision, Doubt, Entities, Group, Jurisdiction, Link, Mention, Person, PolicyEntity, Unit
from .output import units_json
from .persons import resolve_groups, resolve_persons
from .places import jurisdictions
from .policies import resolve_policies
from .units import resolve_units

__all__ = [
    "Applied",
    "Decision",
    "Doubt",
    "Entities",
    "Group",
    "Jurisdiction",
    "Link",
    "Mention",
    "Person",
    "PolicyEntity",
    "Unit",
    "resolve",
    "units_json",
]


def resolve(plans: Sequence[Plan], texts: Mapping[str, str] | None = None) -> Entities:
    """The entities of all plans together; the order of the plans makes no difference."""
    ordered = sorted(plans, key=lambda plan: plan.document.key)
    found = resolve_units(ordered, texts)
    policies, policy_decisions = resolve_policies(ordered)
    persons, person_decisions = resolve_persons(ordered)
    groups, group_decisions = resolve_groups(ordered)
    units = with_members(found, ordered)
    codes = {plan.document.jurisdiction for plan in ordered if plan.document.jurisdiction}
    codes |= {unit.jurisdiction for unit in units if unit.jurisdiction}
    return Entities(
        units=units,
        policies=policies,
        persons=persons,
        groups=groups,
        jurisdictions=jurisdictions(codes),
        decisions=[*found.decisions, *policy_decisions, *person_decisions, *group_decisions],
    )
