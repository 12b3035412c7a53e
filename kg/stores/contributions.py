"""Which plans contribute what: a plan its own graph, and all that is reached from there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from ..graph import ENTITIES, graph_iri
from ..keys import BASE

Triple = tuple[str, str, str, str]
"""Edge, source, target and named graph."""


class Contributions:
    """The plans behind each node and relation.

    A plan contributes the nodes of its graph and the shared ones that are reached from them; a finding or a
    decision belongs to the plan of what it is about. What no plan reaches belongs to all.
    """

    def __init__(
        self, graphs: Mapping[str, str], relations: Iterable[Triple], shared: set[str], base: str = BASE
    ) -> None:
        self._graphs, self._shared, self._base = graphs, shared, base
        self._plans: defaultdict[str, set[str]] = defaultdict(set)
        relations = list(relations)
        out: defaultdict[str, list[str]] = defaultdict(list)
        for _, source, target, graph in relations:
            if graph in shared:
                out[source].append(target)
                self._about(source, target)
            else:
                self._mention(source, graph)
                self._mention(target, graph)
        self._spread(out)
        for source, targets in out.items():
            if not self._plans[source] and self._is_shared(source):
                self._plans[source].update(*(self._plans[target] for target in targets))
        self._all = tuple(sorted({plan for plans in self._plans.values() for plan in plans}))

    def of_node(self, iri: str) -> tuple[str, ...]:
        """The plans of a node, sorted."""
        graph = self._graphs[iri]
        if graph not in self._shared:
            return (self._plan(graph),)
        return tuple(sorted(self._plans.get(iri, ()))) or self._all

    def of_relation(self, source: str, graph: str) -> tuple[str, ...]:
        """The plans of a relation that goes out from a node, sorted."""
        return (self._plan(graph),) if graph not in self._shared else self.of_node(source)

    def _plan(self, graph: str) -> str:
        """The IRI of the plan that a named graph is of: both end in the same digits."""
        return f"{self._base}plan/{graph.rsplit('/', 1)[-1]}"

    def _is_shared(self, iri: str) -> bool:
        return self._graphs[iri] in self._shared

    def _is_finding(self, iri: str) -> bool:
        """An entity may point to a plan too: a policy to the plan that it is, which does not mention it."""
        return self._graphs[iri] != graph_iri(ENTITIES, self._base)

    def _mention(self, iri: str, graph: str) -> None:
        if self._is_shared(iri):
            self._plans[iri].add(self._plan(graph))

    def _about(self, source: str, target: str) -> None:
        """A finding belongs to the plan of what it is about, and what a plan points to there to the plan."""
        if self._is_shared(target) and not self._is_shared(source):
            self._plans[target].add(self._plan(self._graphs[source]))
        elif self._is_shared(source) and not self._is_shared(target) and self._is_finding(source):
            self._plans[source].add(self._plan(self._graphs[target]))

    def _spread(self, out: Mapping[str, list[str]]) -> None:
        """Hand the plans of every shared node on to those that it points to."""
        waiting = list(self._plans)
        while waiting:
            source = waiting.pop()
            for target in self._shared_targets(source, out):
                known = self._plans[target]
                if not self._plans[source] <= known:
                    known |= self._plans[source]
                    waiting.append(target)

    def _shared_targets(self, source: str, out: Mapping[str, list[str]]) -> Iterator[str]:
        return (target for target in out.get(source, ()) if self._is_shared(target))
