"""How entities are linked among themselves: a node for each link, with its reason, and the edge in one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from ..model import Plan
from ..resolve.model import Entities, Person, PolicyEntity, Unit
from .model import ENTITIES, Edge, Node, Ref
from .schema import Schema
from .shared import unit_kind
from .simple import simple_edges

_ENDS = {"successor": "unit", "person-successor": "person"}
"""What is linked, by the kind of link; policies where nothing stands here."""


def link_statements(
    plans: Sequence[Plan], entities: Entities, schema: Schema
) -> tuple[list[Node], list[Edge]]:
    """The links of units, persons and policies, in the graph of entities.

    Two entities that are linked in one way for several reasons, as by two posts, have one node with all of these.
    """
    refs, by = _refs(plans, entities), _contributors(entities)
    reasons: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    for link in entities.links:
        reasons[link.kind, link.source, link.target][link.reason] = None
    nodes, edges = [], []
    for (kind, source, target), found in reasons.items():
        known = refs[_ENDS.get(kind, "policy")]
        node = Node(
            kind="EntityLink",
            key=f"{source}|{kind}|{target}",
            properties=(("linkKind", kind), ("reason", "；".join(found))),
            graph=ENTITIES,
            plans=tuple(sorted(by[source] | by[target])),
        )
        nodes.append(node)
        edges += [
            Edge(type=way, source=node.ref, target=known[end], graph=ENTITIES, plans=node.plans)
            for way, end in (("linkSource", source), ("linkTarget", target))
        ]
    return nodes, [*edges, *simple_edges(nodes, edges, schema)]


def _refs(plans: Sequence[Plan], entities: Entities) -> Mapping[str, Mapping[str, Ref]]:
    """The nodes by what they are and by key; a policy's place may be taken by a plan."""
    return {
        "unit": {unit.key: Ref(unit_kind(unit), unit.key) for unit in entities.units},
        "person": {person.key: Ref("Person", person.key) for person in entities.persons},
        "policy": {plan.document.key: Ref("Plan", plan.document.key) for plan in plans}
        | {policy.key: Ref("Policy", policy.key) for policy in entities.policies},
    }


def _contributors(entities: Entities) -> Mapping[str, set[str]]:
    """The plans that name each unit, person or policy."""
    shared: tuple[Sequence[Unit | Person | PolicyEntity], ...]
    shared = (entities.units, entities.persons, entities.policies)
    return defaultdict(
        set, {one.key: {mention.plan for mention in one.mentions} for kind in shared for one in kind}
    )
