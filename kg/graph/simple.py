"""Edges in one step, made of the nodes that carry role and evidence by the rules of the ontology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from .model import Edge, Node, Ref
from .schema import Schema, SimpleRule


def simple_edges(nodes: Sequence[Node], edges: Sequence[Edge], schema: Schema) -> Iterator[Edge]:
    """The simple edges of one named graph; an edge that two nodes say has the evidence of both."""
    out: defaultdict[tuple[Ref, str], list[Ref]] = defaultdict(list)
    for edge in edges:
        out[edge.source, edge.type].append(edge.target)
    found: dict[tuple[str, Ref, Ref], list[Ref]] = {}
    first: dict[tuple[str, Ref, Ref], Node] = {}
    for node in nodes:
        rule = schema.simple.get(node.kind)
        kind = _kind(node, rule, schema) if rule else None
        if rule is None or kind is None:
            continue
        for source in out[node.ref, rule.source]:
            for target in out[node.ref, rule.target]:
                found.setdefault((kind, source, target), []).extend(out[node.ref, "evidence"])
                first.setdefault((kind, source, target), node)
    for (kind, source, target), evidence in found.items():
        node = first[kind, source, target]
        yield Edge(
            type=kind,
            source=source,
            target=target,
            evidence=tuple(dict.fromkeys(evidence)),
            graph=node.graph,
            plans=node.plans,
        )


def _kind(node: Node, rule: SimpleRule, schema: Schema) -> str | None:
    """The simple edge that a node names."""
    if rule.by is None:
        return rule.edge
    [concepts] = schema.properties[rule.by].range
    return schema.simple_edge(concepts, str(node.get(rule.by)))
