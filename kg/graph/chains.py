"""On which documents a plan or policy rests, link by link: edges of the named graph of findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from .model import DERIVED, Edge, Ref

_TITLES = ("implementsPolicy", "noticeOf")
"""What a policy's own title says of another."""


def chain_edges(edges: Iterable[Edge]) -> Iterator[Edge]:
    """An edge `restsOn` for each link that leads up from a plan or policy, in the order of their ends.

    A plan rests on its basis; a policy on what its title says it carries out or issues, and, where it is a
    plan that was itself read, on that plan's basis.
    """
    bases: defaultdict[Ref, list[Edge]] = defaultdict(list)
    same: list[Edge] = []
    links: list[tuple[Ref, Ref, tuple[str, ...]]] = []
    for edge in edges:
        if edge.type == "basedOn":
            bases[edge.source].append(edge)
        elif edge.type == "sameDocumentAs":
            same.append(edge)
        if edge.type == "basedOn" or edge.type in _TITLES:
            links.append((edge.source, edge.target, edge.plans))
    for edge in same:
        links += [
            (edge.source, basis.target, (*edge.plans, *basis.plans))
            for basis in bases[edge.target]
            if basis.target != edge.source
        ]
    found: defaultdict[tuple[Ref, Ref], set[str]] = defaultdict(set)
    for source, target, plans in links:
        found[source, target].update(plans)
    for source, target in sorted(found):
        yield Edge(
            type="restsOn",
            source=source,
            target=target,
            graph=DERIVED,
            plans=tuple(sorted(found[source, target])),
        )
