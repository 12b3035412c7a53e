"""Cypher without a server: the graph in one file beside the build, asked through kglite.

Why kglite and not ladybug, which is faster: the catalogue needs nodes with several labels, parameters that may
be null, list comprehensions with WHERE, EXISTS, COUNT and CALL subqueries, and the parts of dates. kglite
0.21 takes all of these as Neo4j does; ladybug 0.22 took none of them.

The file is a cache: named after the sha256 of the `graph.trig` that it was made from, written aside and moved
into place, and made again where it is missing or can't be read.
"""

from __future__ import annotations

import hashlib
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, TypeVar

import kglite

from ..errors import InputError, QueryError, QueryLimitError
from ..graph import property_schema
from ..tables import Cell, Column, Table
from ..writing import Outputs
from .cells import cell
from .property_graph import (
    COMMON,
    FIRST,
    LAST,
    PropertyGraph,
    PropertyNode,
    PropertyRelation,
    base_of,
    labels_of,
    node_row,
    property_graph,
    relation_row,
)
from .rdf import FILE_NAME, read_quads

FOLDER, SUFFIX = "stores", ".kgl"
"""Where in a build folder the files stand, and how their names end."""

_BATCH = 10_000
_FORMAT = "2"
"""Part of the file's name; another form of the property graph needs another."""
_Item = TypeVar("_Item")

_NAME = re.compile(r"'(\w+)'")

# A relation type that no plan of a build uses is no mistake of the query; `doubts` picks what may be one.
kglite.set_query_warning_policy("silent")


class CypherView:
    """Reads a property graph."""

    language = "cypher"
    """Of the queries that it takes."""

    def __init__(self, graph: kglite.KnowledgeGraph) -> None:
        self._graph = graph
        self.warnings: tuple[str, ...] = ()
        """What the engine says of names in the last query that the graph has not."""
        graph.read_only(True)

    def select(
        self,
        query: str,
        bindings: Mapping[str, Cell] | None = None,
        *,
        seconds: float | None = None,
        rows: int | None = None,
    ) -> Table:
        """The rows of a query that reads, its `$parameters` bound, None as null; raises QueryError else."""
        try:
            found = self._graph.cypher(
                query,
                params=dict(bindings or {}),
                timeout_ms=math.ceil(seconds * 1000) if seconds else None,
                row_limit=rows,
            )
            assert isinstance(found, kglite.ResultView)
            self.warnings = tuple(found.warnings)
            names = list(found.columns)
            cells = tuple(tuple(cell(row[name]) for name in names) for row in found)
        except kglite.CypherTimeoutError as error:
            raise QueryLimitError(f"the query was stopped after {seconds:g} seconds") from error
        except kglite.ReadOnlyError as error:
            raise QueryError("the query does not run: queries read, this one writes") from error
        except kglite.KgError as error:
            raise QueryError(f"the query does not run: {error}") from error
        return Table(tuple(Column(name, name, name) for name in names), cells)


def doubts(warnings: Iterable[str]) -> list[str]:
    """Those of an engine's warnings whose name the ontology has not either."""
    named = ((one, _NAME.search(one)) for one in warnings)
    return [one for one, name in named if name is None or name[1] not in _names()]


@cache
def _names() -> frozenset[str]:
    """All labels, relation types and properties that a graph may have."""
    schema = property_schema()
    properties = {name for label in schema.labels.values() for name in (label.key, *label.properties)}
    dates = {name + end for name in properties for end in (FIRST, LAST)}
    return frozenset(
        {COMMON, "graph", "plans", "evidence", *properties, *dates, *schema.relations}
        | {name for label in schema.labels.values() for name in label.labels}
    )


def cypher_view(graph: PropertyGraph) -> CypherView:
    """The view of a property graph, held in memory."""
    return CypherView(embedded(graph))


def open_cypher(folder: Path) -> CypherView:
    """The view of the graph that kg build wrote to a folder; raises InputError where there is none.

    Its cache is made where there is none of this graph, and those of earlier graphs are removed.
    """
    return CypherView(load_embedded(folder))


def load_embedded(folder: Path) -> kglite.KnowledgeGraph:
    """The embedded graph of a folder, from its cache or made anew."""
    source = folder / FILE_NAME
    try:
        data = source.read_bytes()
    except OSError as error:
        raise InputError(source, f"no graph to read ({error.strerror}); run kg build first") from error
    name = f"{FOLDER}/{hashlib.sha256(data).hexdigest()[:16]}-{_FORMAT}{SUFFIX}"
    try:
        return kglite.load(str(folder / name))
    except (OSError, kglite.KgError):
        graph = embedded(read_property_graph(data, source))
    _keep(graph, folder, name)
    return graph


def read_property_graph(data: bytes, source: Path) -> PropertyGraph:
    """The property graph of TriG; raises InputError where it is none."""
    quads = read_quads(data, source)
    return property_graph(quads, base_of(quads))


def embedded(graph: PropertyGraph) -> kglite.KnowledgeGraph:
    """The property graph in memory, to be asked or saved."""
    store = kglite.KnowledgeGraph()
    by_label: defaultdict[str, list[PropertyNode]] = defaultdict(list)
    for node in graph.nodes:
        by_label[node.label].append(node)
    for label, nodes in by_label.items():
        # kglite has `id` and `title` of its own on every node, and makes them up where they are not given.
        create = f"CREATE (n:{':'.join(labels_of(label))} {{id: row.iri, title: row.title}}) SET n += row"
        for rows in _batches(node_row(node) for node in nodes):
            store.cypher(
                f"UNWIND $rows AS row {create}", params={"rows": [{"title": None} | r for r in rows]}
            )
    labels = {node.iri: node.label for node in graph.nodes}
    by_type: defaultdict[tuple[str, str, str], list[PropertyRelation]] = defaultdict(list)
    for relation in graph.relations:
        by_type[relation.type, labels[relation.source], labels[relation.target]].append(relation)
    for (kind, source, target), relations in by_type.items():
        match = f"MATCH (a:{source} {{id: row.source}}), (b:{target} {{id: row.target}})"
        for rows in _batches(_relation(one) for one in relations):
            text = f"UNWIND $rows AS row {match} CREATE (a)-[r:{kind}]->(b) SET r += row.properties"
            store.cypher(text, params={"rows": rows})
    return store


def _relation(relation: PropertyRelation) -> dict[str, Any]:
    return {
        "source": relation.source,
        "target": relation.target,
        "properties": relation_row(relation),
    }


def _batches(rows: Iterable[_Item]) -> Iterator[list[_Item]]:
    waiting = iter(rows)
    while batch := list(islice(waiting, _BATCH)):
        yield batch


def _keep(graph: kglite.KnowledgeGraph, folder: Path, name: str) -> None:
    """Write the cache; a folder that can't be written to does without."""
    try:
        with Outputs(folder) as outputs:
            graph.save(str(outputs.stage(name)))
            for other in (folder / FOLDER).glob(f"*{SUFFIX}"):
                outputs.remove(f"{FOLDER}/{other.name}")
    except OSError:
        return
