"""The graph as RDF: TriG with a named graph per plan, and those that all share."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox

from ..errors import InputError
from ..graph import (
    ONTOLOGY,
    SHARED,
    Graph,
    Node,
    Ref,
    Schema,
    Value,
    graph_iri,
    load_schema,
    move,
    node_iri,
    ontology_triples,
    segment,
)
from ..keys import BASE

FILE_NAME = "graph.trig"

_RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_XSD = "http://www.w3.org/2001/XMLSchema#"
PREFIXES = {
    "cito": "http://purl.org/spar/cito/",
    "dcam": "http://purl.org/dc/dcam/",
    "dcterms": "http://purl.org/dc/terms/",
    "eli": "http://data.europa.eu/eli/ontology#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": _XSD,
}
_YEAR, _MONTH, _DAY = (
    re.compile(pattern, re.ASCII)
    for pattern in (r"[1-9]\d{3}", r"[1-9]\d{3}-(?:0[1-9]|1[0-2])", r"[1-9]\d{3}-\d{2}-\d{2}")
)


def write_trig(graph: Graph, path: Path, base: str = BASE) -> None:
    """Write the graph as TriG."""
    path.write_bytes(trig(graph, base))


def trig(graph: Graph, base: str = BASE) -> bytes:
    """The graph as TriG: the same bytes for the same graph."""
    data = ox.serialize(quads(graph, base), format=ox.RdfFormat.TRIG, prefixes=_prefixes(graph, base))
    assert data is not None
    return data


def load_store(place: Path) -> ox.Store:
    """The store of a TriG file, or of the one in a folder; raises InputError where there is none to read."""
    path = place / FILE_NAME if place.is_dir() else place
    store = ox.Store()
    try:
        store.bulk_load(path=path, format=ox.RdfFormat.TRIG)
    except OSError as error:
        raise InputError(path, f"no graph to read ({error.strerror or error}); run kg build first") from error
    except SyntaxError as error:
        raise InputError(path, f"not TriG: {error}") from error
    return store


def read_quads(data: bytes, path: Path) -> list[ox.Quad]:
    """The quads of TriG that stood in a file; raises InputError where it is none."""
    try:
        return list(ox.parse(data, format=ox.RdfFormat.TRIG))
    except SyntaxError as error:
        raise InputError(path, f"not TriG: {error}") from error


def quads(graph: Graph, base: str = BASE) -> Iterator[ox.Quad]:
    """All quads, each once: the plans' graphs by plan key, then those that all share, the ontology last."""
    writer = _Writer(graph, load_schema(base))
    for name in writer.graph_names():
        yield from dict.fromkeys(writer.statements(name))
    place = ox.NamedNode(graph_iri(ONTOLOGY, base))
    for triple in (*ontology_triples(base), *(move(one, base) for one in graph.vocabulary)):
        yield ox.Quad(triple.subject, triple.predicate, triple.object, place)


def _prefixes(graph: Graph, base: str) -> dict[str, str]:
    kinds = sorted({"graph", *(segment(node.kind) for node in graph.nodes)})
    own = {kind: f"{base}{kind}/" for kind in kinds}
    return {"kg": f"{base}ontology#"} | own | PREFIXES


class _Writer:
    """Turns nodes and edges to quads, grouped by named graph and subject."""

    def __init__(self, graph: Graph, schema: Schema) -> None:
        self._schema = schema
        self._iris: dict[Ref, ox.NamedNode] = {}
        self._nodes: defaultdict[str, list[Node]] = defaultdict(list)
        self._out: defaultdict[str, dict[Ref, list[tuple[str, Ref]]]] = defaultdict(dict)
        for node in graph.nodes:
            self._nodes[node.graph].append(node)
        for edge in graph.edges:
            self._out[edge.graph].setdefault(edge.source, []).append((edge.type, edge.target))

    def graph_names(self) -> list[str]:
        """Plans by key, then those that all share in their own order; the ontology comes from its files."""
        used = {*self._nodes, *self._out} - {ONTOLOGY}
        return [*sorted(used.difference(SHARED)), *(name for name in SHARED if name in used)]

    def statements(self, name: str) -> Iterator[ox.Quad]:
        """The quads of one named graph: its nodes with what goes out from each, then edges of others."""
        place = ox.NamedNode(graph_iri(name, self._schema.base))
        out = dict(self._out[name])
        for node in self._nodes[name]:
            subject = self._iri(node.ref)
            for kind in self._schema.parents[node.kind]:
                yield ox.Quad(subject, _RDF_TYPE, ox.NamedNode(self._schema.classes[kind].iri), place)
            for term, value in node.properties:
                predicate = ox.NamedNode(self._schema.properties[term].iri)
                yield ox.Quad(subject, predicate, self._term(term, value), place)
            yield from self._edges(node.ref, out.pop(node.ref, []), place)
        for ref in sorted(out):
            yield from self._edges(ref, out[ref], place)

    def _edges(self, source: Ref, edges: list[tuple[str, Ref]], place: ox.NamedNode) -> Iterator[ox.Quad]:
        for kind, target in edges:
            predicate = ox.NamedNode(self._schema.edges[kind].iri)
            yield ox.Quad(self._iri(source), predicate, self._iri(target), place)

    def _iri(self, ref: Ref) -> ox.NamedNode:
        known = self._iris.get(ref)
        if known is None:
            known = self._iris[ref] = ox.NamedNode(node_iri(ref, self._schema.base))
        return known

    def _term(self, name: str, value: Value) -> ox.NamedNode | ox.Literal:
        """The RDF term of a property's value, by the range that the ontology gives the property."""
        kind = next(iter(self._schema.properties[name].range), "string")
        if kind in self._schema.classes:
            return ox.NamedNode(self._schema.concepts[kind, str(value)].iri)
        return literal(kind, value)


def literal(kind: str, value: Value) -> ox.Literal:
    """The literal of a value, typed by the short name of a datatype; what does not fit it is plain text."""
    if kind == "PartialDate":
        kind = _date_kind(str(value))
    if kind == "decimal":
        text = format(Decimal(repr(float(value))), "f")
        text = text.removesuffix(".0")
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = str(value)
    return ox.Literal(text) if kind == "string" else ox.Literal(text, datatype=ox.NamedNode(_XSD + kind))


def _date_kind(text: str) -> str:
    if _YEAR.fullmatch(text):
        return "gYear"
    if _MONTH.fullmatch(text):
        return "gYearMonth"
    if _DAY.fullmatch(text):
        try:
            date.fromisoformat(text)
        except ValueError:
            return "string"
        return "date"
    return "string"
