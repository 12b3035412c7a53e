"""The evidence of relations: RDF keeps it on the nodes behind an edge, a property graph on the edge itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

from ..graph import Schema
from .contributions import Triple

Concept = Callable[[str, str], str]
"""The notation of a node's property."""


def borne_out(
    relations: Iterable[Triple], kinds: Mapping[str, tuple[str, str]], concept: Concept, schema: Schema
) -> Callable[[str, str, str, str], tuple[str, ...]]:
    """What gives the evidence of a relation of that edge, source, target and graph."""
    out: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for edge, source, target, _ in relations:
        out[source, edge].append(target)
    behind: defaultdict[tuple[str, str, str, str], dict[str, None]] = defaultdict(dict)
    for iri, (label, graph) in kinds.items():
        for edge, source, target in _said(iri, label, out, concept, schema):
            behind[edge, source, target, graph] |= dict.fromkeys(out.get((iri, "evidence"), ()))

    def evidence(edge: str, source: str, target: str, graph: str) -> tuple[str, ...]:
        if edge in ("evidence", "quotedFrom"):
            return ()
        found = behind.get((edge, source, target, graph))
        return tuple(found if found is not None else out.get((source, "evidence"), ()))

    return evidence


def _said(
    iri: str,
    label: str,
    out: Mapping[tuple[str, str], list[str]],
    concept: Concept,
    schema: Schema,
) -> Iterator[tuple[str, str, str]]:
    """The edges in one step that a node stands behind."""
    rule = schema.simple.get(label)
    if rule is not None:
        edge = rule.edge or _simple_edge(iri, rule.by or "", concept, schema)
        pairs = ((rule.source, rule.target),)
        edges: Iterable[str] = (edge,) if edge else ()
    elif label == "Citation":
        # A plan's relation to a policy is the strongest of its citations', so each may bear any of them out.
        pairs, edges = (("inPlan", "cited"),), _citing(schema)
    else:
        return
    for from_, to in pairs:
        for source in out.get((iri, from_), ()):
            for target in out.get((iri, to), ()):
                yield from ((edge, source, target) for edge in edges)


def _simple_edge(iri: str, by: str, concept: Concept, schema: Schema) -> str | None:
    [concepts] = schema.properties[by].range
    found = schema.concepts.get((concepts, concept(iri, by)))
    return found.simple_edge if found else None


def _citing(schema: Schema) -> list[str]:
    return [
        one.simple_edge
        for (kind, _), one in schema.concepts.items()
        if kind == "CitationRelation" and one.simple_edge
    ]
