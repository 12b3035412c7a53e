"""Which printed names are one unit, policy, person or place: a decision with its reason for each mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..model import Plan
from .corrections import Correction
from .directives import Directives, directed, with_void
from .groups import resolve_groups
from .members import with_members
from .model import (
    Applied,
    Decision,
    Doubt,
    Entities,
    Group,
    Jurisdiction,
    Link,
    Mention,
    Person,
    PolicyEntity,
    Unit,
)
from .output import units_json
from .persons import resolve_persons
from .places import jurisdictions
from .policies import resolve_policies
from .policylinks import policy_links
from .review import policy_doubts, unit_doubts
from .successors import successor_links
from .units import resolve_units

__all__ = [
    "Applied",
    "Correction",
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


def resolve(
    plans: Sequence[Plan],
    texts: Mapping[str, str] | None = None,
    *,
    corrections: Iterable[Correction] = (),
    amended: Iterable[Applied] = (),
    names: bool = True,
) -> Entities:
    """The entities of all plans together; the order of the plans makes no difference.

    `texts` are the Source texts by plan key, in which names of units and issuers of policies are looked for;
    `corrections` are reviewers', of which those on entities are applied here, and `amended` those on records that
    took effect before; without `names` persons are called by their posts.
    """
    ordered = sorted(plans, key=lambda plan: plan.document.key)
    corrections = list(corrections)
    said, texts = Directives.of(corrections), texts or {}
    found = resolve_units(ordered, texts, said)
    policies = resolve_policies(ordered, texts)
    persons = resolve_persons(ordered, found, names=names)
    groups, group_decisions = resolve_groups(ordered)
    units = with_members(found, ordered)
    codes = {plan.document.jurisdiction for plan in ordered} | {unit.jurisdiction for unit in units}
    codes |= {policy.jurisdiction for policy in policies.policies}
    doubts = [*unit_doubts(found, ordered), *policy_doubts(policies), *persons.doubts]
    entities = Entities(
        units=units,
        policies=policies.policies,
        persons=persons.persons,
        groups=groups,
        jurisdictions=jurisdictions(code for code in codes if code),
        decisions=[*found.decisions, *policies.decisions, *persons.decisions, *group_decisions],
        links=[*successor_links(units), *policy_links(policies, ordered, texts), *persons.links],
        doubts=said.open(doubts),
        corrections=amended,
    )
    return with_void(directed(entities, said, texts) if said.rows else entities, corrections, kept=names)
