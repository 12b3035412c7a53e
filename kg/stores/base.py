"""What a store can do, whatever engine is behind it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

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
