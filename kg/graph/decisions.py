"""Which entity each printed name was taken for, and what reviewers decided: nodes with their reasons."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..keys import policy_key
from ..model import Plan
from ..resolve.model import Applied, Decision, Entities
from .model import DECISIONS, DERIVED, Edge, Node, Properties, Ref

_KINDS = {
    "unit": ("Unit", "CollectiveUnit"),
    "policy": ("Policy",),
    "person": ("Person",),
    "group": ("LeadershipGroup",),
    "document": ("Plan",),
    "section": ("Section",),
    "task": ("Task",),
    "citation": ("Citation",),
    "member": ("Membership",),
    "target": ("Target",),
    "phase": ("Phase",),
}
"""Classes of nodes by the kinds of decisions."""


def decision_statements(
    plans: Sequence[Plan], entities: Entities, nodes: Iterable[Node]
) -> tuple[list[Node], list[Edge]]:
    """A node for each identification and each correction, with edges to what they are about."""
    known: Mapping[Ref, Node] = {node.ref: node for node in nodes}
    found = [*_identifications(plans, entities, known), *_corrections(entities.corrections, known)]
    return [node for node, _ in found], [edge for _, edges in found for edge in edges]


def _identifications(
    plans: Sequence[Plan], entities: Entities, known: Mapping[Ref, Node]
) -> Iterator[tuple[Node, list[Edge]]]:
    names = _names(plans)
    seen: set[str] = set()
    for one in entities.decisions:
        key = f"{one.plan}|{one.kind}|{one.mention}"
        target = _find(one.kind, one.key, known)
        plan = Ref("Plan", one.plan)
        if target is None or plan not in known or key in seen:
            continue
        seen.add(key)
        name = _printed(one, names)
        values: Properties = (("reason", one.reason), ("certain", one.sure))
        values = (("printedName", name), *values) if name else values
        yield _node(
            "Identification", key, values, DERIVED, (one.plan,), [("identifies", target), ("foundIn", plan)]
        )


def _names(plans: Sequence[Plan]) -> Mapping[str, Mapping[str, str]]:
    """The printed names of policies and persons by plan and by key of the record."""
    found: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for plan in plans:
        here = found[plan.document.key]
        here |= {citation.policy: citation.title for citation in reversed(plan.citations)}
        here |= {
            policy.key or policy_key(policy.title, policy.number): policy.title for policy in plan.policies
        }
        here |= {member.key: member.name for member in plan.members}
    return found


def _printed(one: Decision, names: Mapping[str, Mapping[str, str]]) -> str:
    return one.mention if one.kind in ("unit", "group") else names[one.plan].get(one.mention, "")


def _corrections(applied: Sequence[Applied], known: Mapping[Ref, Node]) -> Iterator[tuple[Node, list[Edge]]]:
    """A node for each decision, also one whose record is gone: its plan, and what it says, remain."""
    plan_keys = sorted((ref.key for ref in known if ref.kind == "Plan"), key=len, reverse=True)
    for one in sorted(dict.fromkeys(applied)):
        said = {
            "action": one.action,
            "correctedKind": one.kind,
            "correctedPlan": one.plan,
            "correctedKey": one.key,
            "correctedField": one.field,
            "correctedValue": one.value,
            "correctedBy": one.author,
            "reason": one.reason,
            "decidingQuote": one.quote,
        }
        values = tuple((name, value) for name, value in said.items() if value)
        about = [_find(one.kind, key, known) for key in (one.key or one.plan, one.value)]
        targets = [("corrects", ref) for ref in dict.fromkeys(about) if ref]
        home = one.plan or one.key
        plan = next((key for key in plan_keys if f"{home}|".startswith(f"{key}|")), None)
        if plan is not None:
            targets.append(("decidedIn", Ref("Plan", plan)))
        plans = sorted({key for _, ref in targets for key in known[ref].plans})
        yield _node(
            "Correction",
            json.dumps(list(said.values()), ensure_ascii=False),
            (*values, ("effective", one.effective)),
            DECISIONS,
            tuple(plans),
            targets,
        )


def _find(kind: str, key: str, known: Mapping[Ref, Node]) -> Ref | None:
    refs = (Ref(name, key) for name in _KINDS.get(kind, ()))
    return next((ref for ref in refs if ref in known), None)


def _node(
    kind: str,
    key: str,
    values: Properties,
    graph: str,
    plans: tuple[str, ...],
    out: Iterable[tuple[str, Ref]],
) -> tuple[Node, list[Edge]]:
    node = Node(kind=kind, key=key, properties=values, graph=graph, plans=plans)
    edges = [
        Edge(type=name, source=node.ref, target=target, graph=graph, plans=plans) for name, target in out
    ]
    return node, edges
