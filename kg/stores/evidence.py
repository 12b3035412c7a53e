"""Why relations hold: RDF keeps it on the nodes behind an edge, a property graph on the edge itself."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from ..graph import Schema
from .contributions import Triple

Concept = Callable[[str, str], str]
"""The notation of a node's property."""


class Grounds(NamedTuple):
    """Why a relation holds."""

    evidence: tuple[str, ...] = ()
    """IRIs of the places that bear it out."""
    reasons: tuple[str, ...] = ()
    """Those of the nodes behind it."""


def borne_out(
    relations: Iterable[Triple],
    kinds: Mapping[str, tuple[str, str]],
    concept: Concept,
    reason: Callable[[str], str],
    schema: Schema,
) -> Callable[[str, str, str, str], Grounds]:
    """What gives the grounds of a relation of that edge, source, target and graph; `reason` is a node's or ''."""
    out: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for edge, source, target, _ in relations:
        out[source, edge].append(target)
    behind: defaultdict[tuple[str, str, str, str], list[str]] = defaultdict(list)
    for iri, (label, graph) in kinds.items():
        for edge, source, target in _said(iri, label, out, concept, schema):
            behind[edge, source, target, graph].append(iri)

    def grounds(edge: str, source: str, target: str, graph: str) -> Grounds:
        if edge in ("evidence", "quotedFrom"):
            return Grounds()
        nodes = behind.get((edge, source, target, graph), ())
        places = (place for node in nodes or (source,) for place in out.get((node, "evidence"), ()))
        reasons = (said for node in nodes if (said := reason(node)))
        return Grounds(tuple(dict.fromkeys(places)), tuple(dict.fromkeys(reasons)))

    return grounds


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
