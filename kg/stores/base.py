"""What a store can do, whatever engine is behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

import pyoxigraph as ox

from ..graph import Graph
from ..tables import Cell, Table


class View(Protocol):
    """Reads a store."""

    def select(self, query: str, bindings: Mapping[str, Cell] | None = None) -> Table:
        """The rows of a query, its parameters bound; raises QueryError where it is no query that selects."""
        ...


class Writer(Protocol):
    """Writes a graph to a place."""

    def __call__(self, graph: Graph, path: Path, base: str) -> None:
        """Write the whole graph, replacing what stood there."""
        ...


Progress = Callable[[str, int, int], None]
"""Takes what is being done (nodes, relations, gone, graphs), how many are done, and of how many."""


class LoadedPlan(NamedTuple):
    """A plan that a server holds."""

    iri: str
    title: str | None
    number: str | None


class Removed(NamedTuple):
    """What was taken out of a server."""

    nodes: int
    relations: int
    kept: int
    """Nodes that no plan contributes any more, but that relations of others hang on."""


class Server(Protocol):
    """Holds the graphs of builds; all its methods raise StoreError where it can't be reached or refuses."""

    def load(self, quads: Iterable[ox.Quad], progress: Progress | None = None) -> Removed:
        """Load a build, in place of what its plans contributed before; repeated, it changes nothing."""
        ...

    def unload(self, plans: Sequence[str], progress: Progress | None = None) -> Removed:
        """Take out what the plans with these IRIs contribute and no other does."""
        ...

    def plans(self) -> list[LoadedPlan]:
        """The plans that it holds, by title."""
        ...

    def close(self) -> None:
        """End the connection."""
        ...
