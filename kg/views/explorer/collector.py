"""Gathers the nodes and edges of the page, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ...graph import Ref, node_iri
from ...keys import BASE
from .model import PageEdge, PageNode, Place


@dataclass(slots=True)
class _Said:
    """What is known of an edge so far."""

    places: dict[Place, None]
    stated: bool = False
    times: int = 0


class Collector:
    """Nodes in order of their coming, and edges between them; the same edge said twice is one with all its quotes."""

    def __init__(self) -> None:
        self.nodes: list[PageNode] = []
        self.plan_keys: list[str] = []
        """Keys of the plans, by the number under which the page knows them."""
        self.plan_numbers: dict[str, int] = {}
        self._index: dict[Ref, int] = {}
        self._edges: dict[tuple[str, int, int, str], _Said] = {}

    def plan(self, key: str) -> None:
        """Give a plan its number."""
        self.plan_numbers[key] = len(self.plan_keys)
        self.plan_keys.append(key)

    def add(self, ref: Ref, node: PageNode) -> int:
        """Add a node under what identifies it in the graph; its place in the list."""
        node.id = node_iri(ref).removeprefix(BASE)
        self._index[ref] = len(self.nodes)
        self.nodes.append(node)
        return self._index[ref]

    def find(self, ref: Ref) -> int | None:
        """The place of a node, None where it is not on the page."""
        return self._index.get(ref)

    def edge(
        self,
        kind: str,
        source: int | None,
        target: int | None,
        said: str | None = None,
        evidence: Iterable[Place] = (),
        *,
        stated: bool = True,
    ) -> None:
        """Add an edge; without one of its ends it is left out."""
        if source is None or target is None:
            return
        known = self._edges.setdefault((kind, source, target, said or ""), _Said({}))
        known.places.update(dict.fromkeys(evidence))
        known.stated |= stated
        known.times += 1

    @property
    def edges(self) -> list[PageEdge]:
        """The edges, in order of their coming."""
        return [
            PageEdge(kind, source, target, said, tuple(sorted(known.places)), known.stated, known.times)
            for (kind, source, target, said), known in self._edges.items()
        ]
