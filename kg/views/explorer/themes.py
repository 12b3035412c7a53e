"""The themes of tasks, from a graph in memory or from a stored one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Protocol

from ...graph import Graph, Ref, node_iri
from ...tables import Table

Themes = Mapping[str, tuple[str, ...]]
"""Names of themes by the key of the task, sorted."""

_QUERY = """
PREFIX kg: <https://w3id.org/plan-kg/ontology#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?task ?name {
  GRAPH ?findings { ?assignment kg:themedTask ?task ; kg:assignedTheme ?theme }
  GRAPH ?scheme { ?theme skos:prefLabel ?name FILTER(LANG(?name) IN ("zh", "")) }
} ORDER BY ?task ?name
"""


class View(Protocol):
    """A stored graph that answers SELECT queries."""

    base: str

    def select(self, query: str) -> Table:
        """The rows of a query."""


def themes_of_graph(graph: Graph) -> Themes:
    """The themes that a graph in memory gives its tasks."""
    names = {node.key: str(node.get("prefLabel")) for node in graph.of_kind("Theme")}
    tasks = {edge.source: edge.target.key for edge in graph.edges if edge.type == "themedTask"}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for edge in graph.edges:
        if edge.type == "assignedTheme":
            found[tasks[edge.source]].add(names[edge.target.key])
    return {key: tuple(sorted(values)) for key, values in found.items()}


def themes_of_view(view: View, tasks: list[str]) -> Themes:
    """The themes that a stored graph gives the tasks with these keys."""
    keys = {node_iri(Ref("Task", key), view.base): key for key in tasks}
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in view.select(_QUERY):
        if (key := keys.get(str(row["task"]))) is not None:
            found[key].add(str(row["name"]))
    return {key: tuple(sorted(values)) for key, values in found.items()}
