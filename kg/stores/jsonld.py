"""The graph as JSON-LD: one object a named graph, with a context made of the ontology."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

import pyoxigraph as ox

from ..graph import Graph, Schema, Term, load_schema
from ..keys import BASE
from .rdf import PREFIXES, quads

FILE_NAME = "graph.jsonld"

_RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_STRING = f"{_XSD}string"
_Json = str | dict[str, "str | _Json"] | list["_Json"]


def context(base: str = BASE) -> dict[str, object]:
    """The JSON-LD context of the ontology: prefixes, classes and properties by short name."""
    schema = load_schema(base)
    terms: dict[str, object] = {"kg": f"{base}ontology#", **PREFIXES}
    terms |= {name: term.iri for name, term in sorted(schema.classes.items())}
    terms |= {name: {"@id": term.iri, "@type": "@id"} for name, term in sorted(schema.edges.items())}
    for name, term in sorted(schema.properties.items()):
        terms[name] = _property(term, schema)
    return {"@context": terms}


def _property(term: Term, schema: Schema) -> object:
    """A property's term: values are IRIs, numbers and truth values have their type, dates say theirs."""
    [kind] = term.range
    if kind in schema.classes:
        return {"@id": term.iri, "@type": "@id"}
    return {"@id": term.iri, "@type": f"xsd:{kind}"} if kind in _TYPED else term.iri


_TYPED = frozenset({"integer", "decimal", "boolean"})


def write_jsonld(graph: Graph, path: Path, base: str = BASE) -> None:
    """Write the graph as JSON-LD."""
    path.write_bytes(jsonld(graph, base))


def jsonld(graph: Graph, base: str = BASE) -> bytes:
    """The graph as JSON-LD: the same bytes for the same graph."""
    return from_quads(quads(graph, base), base)


def from_quads(statements: Iterable[ox.Quad], base: str = BASE) -> bytes:
    """Quads as JSON-LD, in their order; raises TypeError where a blank node stands among them."""
    return _Writer(load_schema(base), context(base)).document(statements)


class _Writer:
    """Turns quads to JSON objects, with the short names of the context where it has them."""

    def __init__(self, schema: Schema, head: Mapping[str, object]) -> None:
        self._head = head
        self._types = {term.iri: name for name, term in schema.classes.items()}
        edges = {term.iri: name for name, term in schema.edges.items()}
        self._names = edges | {term.iri: name for name, term in schema.properties.items()}
        self._kinds: dict[str, str | None] = dict.fromkeys(edges, "@id")
        for term in schema.properties.values():
            [kind] = term.range
            typed = _XSD + kind if kind in _TYPED else None
            self._kinds[term.iri] = "@id" if kind in schema.classes else typed

    def document(self, statements: Iterable[ox.Quad]) -> bytes:
        """All graphs, each with its nodes in the order of their first statements."""
        graphs: dict[str, dict[str, dict[str, list[_Json]]]] = {}
        for quad in statements:
            place, subject = _iri(quad.graph_name), _iri(quad.subject)
            node = graphs.setdefault(place, {}).setdefault(subject, {})
            name, value = self._statement(quad)
            node.setdefault(name, []).append(value)
        found = [
            {"@id": place, "@graph": [_node(subject, node) for subject, node in nodes.items()]}
            for place, nodes in graphs.items()
        ]
        document = {**self._head, "@graph": found}
        return (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode("utf-8")

    def _statement(self, quad: ox.Quad) -> tuple[str, _Json]:
        predicate, value = quad.predicate.value, quad.object
        if predicate == _RDF_TYPE:
            return "@type", self._types.get(_iri(value), _iri(value))
        name, kind = self._names.get(predicate, predicate), self._kinds.get(predicate)
        if not isinstance(value, ox.Literal):
            iri = _iri(value)
            return name, iri if kind == "@id" else {"@id": iri}
        if value.language:
            return name, {"@value": value.value, "@language": value.language}
        found = value.datatype.value
        if found == (kind or _STRING):
            return name, value.value
        return name, {"@value": value.value, "@type": found}


def _node(subject: str, node: Mapping[str, list[_Json]]) -> dict[str, _Json]:
    values = {name: found[0] if len(found) == 1 else found for name, found in node.items()}
    return {"@id": subject, **values}


def _iri(term: object) -> str:
    if not isinstance(term, ox.NamedNode):
        raise TypeError(f"JSON-LD is written of IRIs only, not of {term}")
    return term.value
