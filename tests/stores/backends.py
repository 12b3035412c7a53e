"""The stores behind one interface, so that one test says what all of them do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

import pyoxigraph as ox
import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from kg.stores.bindings import bind
from kg.stores.cypher import CypherView, cypher_view
from kg.stores.neo4j import Neo4jStore
from kg.stores.property_graph import property_graph
from kg.stores.sparql_server import SparqlServer
from kg.stores.terms import to_rdflib
from kg.stores.view import OxigraphView
from kg.tables import Cell
from tests.servers.running import FusekiProcess, Neo4jProcess

Rows = list[tuple[Cell, ...]]

NAMES = ("rdflib", "pyoxigraph", "embedded", "neo4j", "fuseki")


class Backend(Protocol):
    """A store under test."""

    language: str

    def load(self, quads: Sequence[ox.Quad]) -> None:
        """Load a build."""
        ...

    def remove(self, plan: str, rest: Sequence[ox.Quad]) -> None:
        """Take a plan out; `rest` is the build without it, for stores that are made anew."""
        ...

    def rows(self, query: str, bindings: Mapping[str, Cell]) -> Rows:
        """The rows of a query."""
        ...


class RdflibBackend:
    """rdflib's own store."""

    language = "sparql"

    def __init__(self) -> None:
        self._store = rdflib.Dataset()

    def load(self, quads: Sequence[ox.Quad]) -> None:
        self._store = rdflib.Dataset()
        for quad in quads:
            place = self._store.graph(to_rdflib(quad.graph_name))
            place.add((to_rdflib(quad.subject), to_rdflib(quad.predicate), to_rdflib(quad.object)))

    def remove(self, plan: str, rest: Sequence[ox.Quad]) -> None:
        self.load(rest)

    def rows(self, query: str, bindings: Mapping[str, Cell]) -> Rows:
        return _rows(self._store.query(bind(query, bindings)))


class OxigraphBackend:
    """pyoxigraph."""

    language = "sparql"

    def __init__(self) -> None:
        self._view = OxigraphView(ox.Store())

    def load(self, quads: Sequence[ox.Quad]) -> None:
        store = ox.Store()
        store.bulk_extend(quads)
        self._view = OxigraphView(store)

    def remove(self, plan: str, rest: Sequence[ox.Quad]) -> None:
        self.load(rest)

    def rows(self, query: str, bindings: Mapping[str, Cell]) -> Rows:
        return list(self._view.select(query, bindings).rows)


class EmbeddedBackend:
    """Embedded Cypher."""

    language = "cypher"

    def __init__(self) -> None:
        self._view: CypherView = cypher_view(property_graph([]))

    def load(self, quads: Sequence[ox.Quad]) -> None:
        self._view = cypher_view(property_graph(quads))

    def remove(self, plan: str, rest: Sequence[ox.Quad]) -> None:
        self.load(rest)

    def rows(self, query: str, bindings: Mapping[str, Cell]) -> Rows:
        return list(self._view.select(query, bindings).rows)


class Neo4jBackend:
    """A Neo4j server."""

    language = "cypher"

    def __init__(self, server: Neo4jProcess) -> None:
        self.store: Neo4jStore = server.store()

    def load(self, quads: Sequence[ox.Quad]) -> None:
        self.store.load(quads)

    def remove(self, plan: str, rest: Sequence[ox.Quad]) -> None:
        self.store.unload([plan])

    def rows(self, query: str, bindings: Mapping[str, Cell]) -> Rows:
        return list(self.store.select(query, bindings).rows)


class FusekiBackend:
    """A Fuseki server."""

    language = "sparql"

    def __init__(self, server: FusekiProcess) -> None:
        self._server = SparqlServer(server.uri)
        self._server.unload([plan.iri for plan in self._server.plans()])
        self._view = SPARQLStore(server.uri)

    def load(self, quads: Sequence[ox.Quad]) -> None:
        self._server.load(quads)

    def remove(self, plan: str, rest: Sequence[ox.Quad]) -> None:
        self._server.unload([plan])

    def rows(self, query: str, bindings: Mapping[str, Cell]) -> Rows:
        return _rows(self._view.query(bind(query, bindings)))


def _rows(result: rdflib.query.Result) -> Rows:
    return [tuple(_cell(term) for term in row) for row in result if isinstance(row, tuple)]


def _cell(term: object) -> Cell:
    if isinstance(term, rdflib.Literal) and isinstance(term.value, int) and not isinstance(term.value, bool):
        return term.value
    return None if term is None else str(term) or None
