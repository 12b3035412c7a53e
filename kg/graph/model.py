"""The graph: typed nodes and edges, each with its named graph and the plans that contribute it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

import pyoxigraph as ox
from msgspec import Struct

from ..errors import KgError
from ..keys import BASE, iri

Value = str | int | float | bool
Properties = tuple[tuple[str, Value], ...]

ENTITIES = "entities"
"""Named graph of units, policies, persons and places: what several plans share."""
DERIVED = "derived"
"""Named graph of findings that follow from what the plans state."""
DECISIONS = "decisions"
"""Named graph of reviewers' decisions."""
ONTOLOGY = "ontology"
"""Named graph of the ontology."""
SHARED = (ENTITIES, DERIVED, DECISIONS, ONTOLOGY)


class Ref(NamedTuple):
    """What identifies a node."""

    kind: str
    key: str


_SEGMENTS = {"CollectiveUnit": "unit"}
"""Kinds whose IRIs do not say the class: a unit keeps its IRI when it turns out to be a collective."""


_NAMED = frozenset({"Theme"})
"""Kinds whose keys are IRIs: concepts that stand in files of themes."""


def segment(kind: str) -> str:
    """The part of an IRI that says the kind: `leadership-group` for LeadershipGroup."""
    return _SEGMENTS.get(kind) or re.sub(r"(?<!^)(?=[A-Z])", "-", kind).lower()


def node_iri(ref: Ref, base: str = BASE) -> str:
    """The IRI of a node."""
    if ref.kind in _NAMED:
        return moved(ref.key, base)
    return iri(segment(ref.kind), ref.key, base)


def moved(iri: str, base: str) -> str:
    """An IRI of ours put under another base; those of others stay."""
    return base + iri.removeprefix(BASE) if base != BASE and iri.startswith(BASE) else iri


def graph_iri(name: str, base: str = BASE) -> str:
    """The IRI of a named graph: one of `SHARED`, or that of the plan with this key."""
    return f"{base}graph/{name}" if name in SHARED else iri("graph", name, base)


class Node(Struct, frozen=True, kw_only=True):
    """A thing: its class in the ontology, its key, and what is said of it.

    A property that has several values stands several times, in order.
    """

    kind: str
    key: str
    properties: Properties = ()
    graph: str
    """The plan key of the named graph that says so, or one of `SHARED`."""
    plans: tuple[str, ...] = ()
    """Keys of the plans that contribute it, sorted."""

    @property
    def ref(self) -> Ref:
        """What identifies this node."""
        return Ref(self.kind, self.key)

    def get(self, name: str) -> Value | None:
        """The first value of a property, None where it has none."""
        return next((value for key, value in self.properties if key == name), None)


class Edge(Struct, frozen=True, kw_only=True):
    """A relation of two nodes: its type is an object property of the ontology."""

    type: str
    source: Ref
    target: Ref
    evidence: tuple[Ref, ...] = ()
    """The Evidence nodes that bear it out, where it has ones of its own."""
    graph: str
    plans: tuple[str, ...] = ()


class Graph:
    """All nodes and edges, in a stable order."""

    def __init__(
        self, nodes: Iterable[Node], edges: Iterable[Edge], vocabulary: Iterable[ox.Triple] = ()
    ) -> None:
        self.nodes: Sequence[Node] = tuple(nodes)
        self.edges: Sequence[Edge] = tuple(edges)
        self.vocabulary: Sequence[ox.Triple] = tuple(vocabulary)
        """The triples of the schemes of themes; they stand beside the ontology."""
        if len(self._by_ref) < len(self.nodes):
            counts = Counter(node.ref for node in self.nodes)
            twice = sorted(ref for ref, count in counts.items() if count > 1)
            raise KgError(f"nodes that share a key: {', '.join(f'{kind} {key!r}' for kind, key in twice)}")

    @cached_property
    def _by_ref(self) -> dict[Ref, Node]:
        return {node.ref: node for node in self.nodes}

    def node(self, ref: Ref) -> Node | None:
        """The node of a kind and key, None where there is none."""
        return self._by_ref.get(ref)

    def of_kind(self, kind: str) -> list[Node]:
        """The nodes of a class, in order."""
        return [node for node in self.nodes if node.kind == kind]
