"""A Neo4j server: the graph goes in plan by plan, and comes out the same way.

Each node and relation names the plans that contribute it (`plans`). Loading replaces what the plans of the
build contributed before, and leaves alone what others did; what no plan contributes any more is removed,
except a node on which somebody else's relation hangs. Every write is a MERGE in a managed transaction, so a
load that was killed is simply repeated.

An address goes to the driver as it is: with `neo4j://` it asks the server which member takes writes, and the
bookmarks of all transactions go along, so that a read sees what was written wherever it is answered. Tried
with routing against a single server of the Community edition; a cluster needs the Enterprise edition and was
not tried.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import Any, NamedTuple, TypeVar

import neo4j
import pyoxigraph as ox
from neo4j.exceptions import ClientError, DriverError, Neo4jError

from ..errors import QueryError, QueryLimitError, StoreError
from ..graph import property_schema
from ..tables import Cell, Column, Table
from .base import LoadedPlan, Progress, Removed
from .cells import cell
from .neo4j_schema import schema_statements
from .property_graph import (
    COMMON,
    FIRST,
    LAST,
    PropertyGraph,
    PropertyNode,
    PropertyRelation,
    base_of,
    labels_of,
    property_graph,
    relation_row,
)

_BATCH = 2_000
_Item = TypeVar("_Item")
_REST = "[plan IN coalesce(x.plans, []) WHERE NOT plan IN $plans]"
"""The plans that contribute to x beside those that are loaded or unloaded."""
_RELATION = (
    f"MATCH ()-[x]->() WHERE elementId(x) IN $ids SET x.plans = {_REST} WITH x WHERE x.plans = []"
    " DELETE x RETURN true AS free, count(*) AS number"
)
_NODE = (
    f"MATCH (x:{COMMON}) WHERE elementId(x) IN $ids SET x.plans = {_REST} WITH x WHERE x.plans = []"
    " WITH x, NOT EXISTS { (x)-[r]-() WHERE r.plans IS NULL } AS free"
    " FOREACH (one IN CASE WHEN free THEN [x] ELSE [] END | DETACH DELETE one)"
    " RETURN free, count(*) AS number"
)
"""A node on which a relation of others hangs, which names no plans, is not free to go."""


class Neo4jStore:
    """One database of a server."""

    language = "cypher"
    """Of the queries that it takes."""

    def __init__(self, uri: str, user: str, password: str, database: str | None = None) -> None:
        self._database = database
        # Any member of a cluster answers a read: the bookmarks make it wait for what was written before.
        self._bookmarks = neo4j.GraphDatabase.bookmark_manager()
        with _reported(uri):
            self._driver = neo4j.GraphDatabase.driver(
                uri, auth=(user, password), notifications_min_severity="OFF"
            )
            try:
                self._driver.verify_connectivity()
            except BaseException:
                self._driver.close()
                raise
        self._uri = uri

    def close(self) -> None:
        """End the connection."""
        self._driver.close()

    def bookmarks(self) -> frozenset[str]:
        """The transactions that the next read or write waits for, whichever member of a cluster takes it."""
        return frozenset(self._bookmarks.get_bookmarks())

    def load(self, quads: Iterable[ox.Quad], progress: Progress | None = None) -> Removed:
        """Load a build, in place of what its plans contributed before; what of that is gone.

        Raises StoreError where the server can't be reached or refuses.
        """
        statements = list(quads)
        base = base_of(statements)
        graph = property_graph(statements, base)
        tell = progress or _silent
        with _reported(self._uri):
            for statement in schema_statements(base):
                self._write(statement)
            self._nodes(graph, base, tell)
            self._relations(graph, tell)
            return self._remove(
                graph.plans,
                {node.iri for node in graph.nodes},
                {(one.source, one.type, one.target, one.graph) for one in graph.relations},
                tell,
            )

    def unload(self, plans: Sequence[str], progress: Progress | None = None) -> Removed:
        """Take out what the plans with these IRIs contribute and no other does."""
        with _reported(self._uri):
            return self._remove(plans, set(), set(), progress or _silent)

    def plans(self) -> list[LoadedPlan]:
        """The plans in the database, by title."""
        with _reported(self._uri):
            rows = self._read(
                "MATCH (p:Plan) WHERE p.iri IN p.plans"
                " RETURN p.iri AS iri, p.title AS title, p.documentNumber AS number ORDER BY title, iri"
            )
        return [LoadedPlan(**row) for row in rows]

    def select(
        self, query: str, bindings: Mapping[str, Cell] | None = None, *, seconds: float | None = None
    ) -> Table:
        """The rows of a query that reads, its `$parameters` bound; raises QueryError else."""

        def run(work: neo4j.ManagedTransaction) -> tuple[list[str], list[list[Any]]]:
            result = work.run(query, dict(bindings or {}))
            return list(result.keys()), [list(record.values()) for record in result]

        timed = neo4j.unit_of_work(timeout=seconds)(run)
        with _reported(self._uri), self._session(neo4j.READ_ACCESS) as session:
            try:
                names, rows = session.execute_read(timed)
            except ClientError as error:
                if "TransactionTimedOut" in (error.code or ""):
                    raise QueryLimitError(f"the query was stopped after {seconds:g} seconds") from error
                raise QueryError(f"the query does not run: {error.message}") from error
        columns = tuple(Column(name, name, name) for name in names)
        return Table(columns, tuple(tuple(cell(value) for value in row) for row in rows))

    def _nodes(self, graph: PropertyGraph, base: str, tell: Progress) -> None:
        schema = property_schema(base).labels
        by_label: defaultdict[str, list[PropertyNode]] = defaultdict(list)
        for node in graph.nodes:
            by_label[node.label].append(node)
        done = 0
        for label, nodes in by_label.items():
            mine = labels_of(label, base)
            others = sorted({one for kind in schema for one in labels_of(kind, base)} - {*mine})
            unset = {
                name: None for key in schema[label].properties for name in (key, key + FIRST, key + LAST)
            }
            text = (
                f"UNWIND $rows AS row MERGE (x:{COMMON} {{iri: row.iri}})"
                f" SET x:{':'.join(mine)} REMOVE x:{':'.join(others)}"
                f" SET x += row.properties, x.graph = row.graph, x.plans = {_REST} + row.plans"
            )
            for batch in _batches(nodes):
                rows = [
                    {
                        "iri": one.iri,
                        "graph": one.graph,
                        "plans": list(one.plans),
                        "properties": unset | dict(one.properties),
                    }
                    for one in batch
                ]
                self._write(text, rows=rows, plans=list(graph.plans))
                done += len(rows)
                tell("nodes", done, len(graph.nodes))

    def _relations(self, graph: PropertyGraph, tell: Progress) -> None:
        by_type: defaultdict[str, list[PropertyRelation]] = defaultdict(list)
        for relation in graph.relations:
            by_type[relation.type].append(relation)
        done = 0
        for kind, relations in by_type.items():
            text = (
                f"UNWIND $rows AS row MATCH (a:{COMMON} {{iri: row.source}}), (b:{COMMON} {{iri: row.target}})"
                f" MERGE (a)-[x:{kind} {{graph: row.graph}}]->(b)"
                f" SET x.evidence = row.evidence, x.reason = row.reason, x.plans = {_REST} + row.plans"
            )
            for batch in _batches(relations):
                rows = [{"source": one.source, "target": one.target, **relation_row(one)} for one in batch]
                self._write(text, rows=rows, plans=list(graph.plans))
                done += len(rows)
                tell("relations", done, len(graph.relations))

    def _remove(
        self,
        plans: Sequence[str],
        nodes: set[str],
        relations: set[tuple[str, str, str, str]],
        tell: Progress,
    ) -> Removed:
        """Take the plans off all that they no longer contribute, and remove what no plan contributes."""
        of_plans = "any(plan IN x.plans WHERE plan IN $plans)"
        found = self._read(
            f"MATCH (a:{COMMON})-[x]->(b:{COMMON}) WHERE {of_plans} RETURN elementId(x) AS id,"
            " [a.iri, type(x), b.iri, x.graph] AS key",
            plans=list(plans),
        )
        stale = [row["id"] for row in found if tuple(row["key"]) not in relations]
        gone = self._drop(_RELATION, stale, plans, tell)
        found = self._read(
            f"MATCH (x:{COMMON}) WHERE {of_plans} RETURN elementId(x) AS id, x.iri AS iri", plans=list(plans)
        )
        stale = [row["id"] for row in found if row["iri"] not in nodes]
        removed = self._drop(_NODE, stale, plans, tell)
        return Removed(removed.gone, gone.gone, removed.kept)

    def _drop(self, text: str, ids: Sequence[str], plans: Sequence[str], tell: Progress) -> _Dropped:
        """Take the plans off nodes or relations, and remove those that have none left."""
        counts = {True: 0, False: 0}
        for done, batch in enumerate(_batches(ids), 1):
            for row in self._write(text, ids=batch, plans=list(plans)):
                counts[row["free"]] += row["number"]
            tell("gone", min(done * _BATCH, len(ids)), len(ids))
        return _Dropped(counts[True], counts[False])

    def _session(self, access: str) -> neo4j.Session:
        return self._driver.session(
            database=self._database, default_access_mode=access, bookmark_manager=self._bookmarks
        )

    def _write(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        with self._session(neo4j.WRITE_ACCESS) as session:
            return session.execute_write(_run, text, parameters)

    def _read(self, text: str, **parameters: Any) -> list[dict[str, Any]]:
        with self._session(neo4j.READ_ACCESS) as session:
            return session.execute_read(_run, text, parameters)


class _Dropped(NamedTuple):
    gone: int
    kept: int


def _run(work: neo4j.ManagedTransaction, text: str, parameters: Mapping[str, Any]) -> list[dict[str, Any]]:
    # The text holds names of the ontology, never of a document: those are parameters.
    return work.run(text, dict(parameters)).data()


@contextmanager
def _reported(uri: str) -> Iterator[None]:
    """Errors of the driver and of the server as StoreError."""
    try:
        yield
    except (DriverError, Neo4jError, ValueError, OSError) as error:
        raise StoreError(uri, f"{getattr(error, 'message', None) or error}") from error


def _silent(what: str, done: int, of: int) -> None:
    """Say nothing."""


def _batches(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    waiting = iter(items)
    while batch := list(islice(waiting, _BATCH)):
        yield batch
