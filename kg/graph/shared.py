"""What several plans share, as nodes and edges of the named graph of entities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..keys import post_key
from ..model import Plan
from ..resolve.model import Entities, Group, Mention, Person, PolicyEntity, Unit
from .levels import policy_level
from .model import ENTITIES, Edge, Node, Ref, Value


def entity_nodes(plans: Sequence[Plan], entities: Entities) -> Iterator[Node]:
    """The nodes of all entities, kind by kind."""
    contributors = _by_jurisdiction(plans, entities)
    for place in entities.jurisdictions:
        names = [("prefLabel", place.name), *(("altLabel", name) for name in place.other_names)]
        yield _node("Jurisdiction", place.code, [("code", place.code), *names], contributors[place.code])
    for unit in entities.units:
        yield _node(unit_kind(unit), unit.key, _unit(unit), _plans(unit.mentions))
    for post, (title, by) in _posts(plans, entities).items():
        yield _node("Post", post.key, [("title", title)] if title else [], by)
    for person in entities.persons:
        yield _node("Person", person.key, _labels(person.name, person.mentions), _plans(person.mentions))
    for group in entities.groups:
        yield _node("LeadershipGroup", group.key, _labels(group.name, group.mentions), _plans(group.mentions))
    for policy in entities.policies:
        yield _node("Policy", policy.key, _policy(policy), _plans(policy.mentions))


def entity_edges(plans: Sequence[Plan], entities: Entities) -> Iterator[Edge]:
    """The edges between entities, and from a policy to the plan that it is."""
    contributors = _by_jurisdiction(plans, entities)
    for place in entities.jurisdictions:
        if place.parent:
            here, above = Ref("Jurisdiction", place.code), Ref("Jurisdiction", place.parent)
            yield _edge("withinJurisdiction", here, above, contributors[place.code])
    kinds = {unit.key: unit_kind(unit) for unit in entities.units}
    for unit in entities.units:
        ref, by = Ref(unit_kind(unit), unit.key), _plans(unit.mentions)
        yield from _placed(ref, unit.jurisdiction, by)
    for post, (_, by) in _posts(plans, entities).items():
        unit_key = post.key.rsplit("|", 1)[0]
        yield _edge("postIn", post, Ref(kinds[unit_key], unit_key), by)
    for person in entities.persons:
        yield from _placed(Ref("Person", person.key), person.jurisdiction, _plans(person.mentions))
    for group in entities.groups:
        yield from _placed(Ref("LeadershipGroup", group.key), group.jurisdiction, _plans(group.mentions))
    for policy in entities.policies:
        if policy.plan:
            source, target = Ref("Policy", policy.key), Ref("Plan", policy.plan)
            yield _edge("sameDocumentAs", source, target, _plans(policy.mentions))
        yield from _placed(Ref("Policy", policy.key), policy.jurisdiction, _plans(policy.mentions))


def unit_kind(unit: Unit) -> str:
    """The class of a unit."""
    return "CollectiveUnit" if unit.collective else "Unit"


def _unit(unit: Unit) -> list[tuple[str, Value]]:
    official = [("officialName", unit.official)] if unit.official else []
    return [*_labels(unit.name, unit.mentions), *official, *(("namePlate", plate) for plate in unit.plates)]


def _policy(policy: PolicyEntity) -> list[tuple[str, Value]]:
    said = {
        "documentNumber": policy.number,
        "policyLevel": policy_level(policy),
        "issuingBody": policy.issuer,
        "policyYear": policy.year and str(policy.year),
    }
    titles = [("title", policy.title), *_others(policy.title, policy.mentions)]
    return [*titles, *((name, value) for name, value in said.items() if value)]


def _node(kind: str, key: str, values: Sequence[tuple[str, Value]], plans: tuple[str, ...]) -> Node:
    return Node(kind=kind, key=key, properties=tuple(values), graph=ENTITIES, plans=plans)


def _edge(kind: str, source: Ref, target: Ref, plans: tuple[str, ...]) -> Edge:
    return Edge(type=kind, source=source, target=target, graph=ENTITIES, plans=plans)


def _placed(ref: Ref, jurisdiction: str | None, plans: tuple[str, ...]) -> Iterator[Edge]:
    if jurisdiction:
        yield _edge("jurisdiction", ref, Ref("Jurisdiction", jurisdiction), plans)


def _plans(mentions: Iterable[Mention]) -> tuple[str, ...]:
    return tuple(sorted({mention.plan for mention in mentions}))


def _labels(name: str | None, mentions: Iterable[Mention]) -> list[tuple[str, Value]]:
    return [("prefLabel", name), *_others(name, mentions)] if name else []


def _others(name: str, mentions: Iterable[Mention]) -> list[tuple[str, Value]]:
    """The printed names that are not the chosen one."""
    return [("altLabel", other) for other in sorted({mention.name for mention in mentions} - {name, ""})]


def _by_jurisdiction(plans: Sequence[Plan], entities: Entities) -> Mapping[str, tuple[str, ...]]:
    """Each jurisdiction's code with the plans of it and of those within it, and those that name bodies there."""
    parents = {place.code: place.parent for place in entities.jurisdictions}
    named: list[tuple[str | None, Iterable[str]]] = [
        (plan.document.jurisdiction, [plan.document.key]) for plan in plans
    ]
    kinds: tuple[Sequence[Unit | Person | Group | PolicyEntity], ...]
    kinds = (entities.units, entities.persons, entities.groups, entities.policies)
    named += [(one.jurisdiction, _plans(one.mentions)) for kind in kinds for one in kind]
    found: defaultdict[str, set[str]] = defaultdict(set)
    for code, keys in named:
        while code:
            found[code].update(keys)
            code = parents.get(code)
    return defaultdict(tuple, {code: tuple(sorted(keys)) for code, keys in found.items()})


def _posts(plans: Sequence[Plan], entities: Entities) -> dict[Ref, tuple[str | None, tuple[str, ...]]]:
    """Every post with its title, where it has one, and the plans that name it, sorted by key."""
    titles: dict[Ref, str | None] = {}
    by: defaultdict[Ref, set[str]] = defaultdict(set)
    for plan in plans:
        for post in (post for member in plan.members for post in member.posts):
            if post.unit is None:
                continue
            unit = entities.key_of("unit", plan.document.key, post.unit)
            ref = Ref("Post", post_key(unit, post.title))
            titles.setdefault(ref, post.title)
            by[ref].add(plan.document.key)
    return {ref: (titles[ref], tuple(sorted(by[ref]))) for ref in sorted(titles)}
