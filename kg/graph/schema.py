"""The ontology as the code needs it: classes, edges, properties and concepts, read from `ontology/*.ttl`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cache

import pyoxigraph as ox
from msgspec import Struct

from ..errors import OntologyError
from ..keys import BASE
from .model import Edge, Graph, Node
from .sources import ontology_triples

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_RDFS = "http://www.w3.org/2000/01/rdf-schema#"
_OWL = "http://www.w3.org/2002/07/owl#"
_DCAM = "http://purl.org/dc/dcam/"
_SKOS = "http://www.w3.org/2004/02/skos/core#"


class Term(Struct, frozen=True, kw_only=True):
    """A term of the ontology under its short name, the last part of its IRI."""

    name: str
    iri: str
    labels: Mapping[str, str]
    """By language."""
    written: bool = True
    """False for a term that the builder does not write."""
    many: bool = False
    """Whether one thing may have the property several times."""
    domain: frozenset[str] = frozenset()
    """Short names of classes; empty where any will do."""
    range: frozenset[str] = frozenset()
    """Short names of classes, or the one of a datatype."""


class Concept(Struct, frozen=True, kw_only=True):
    """A SKOS concept that stands as a value: a role, a relation."""

    iri: str
    labels: Mapping[str, str]
    simple_edge: str | None
    """The edge that says in one step what a node with this concept says in two."""


class SimpleRule(Struct, frozen=True, kw_only=True):
    """How the nodes of a class, which carry role and evidence, are said in one step."""

    source: str
    """The edge to where the simple edge begins."""
    target: str
    """The edge to where it ends."""
    edge: str | None
    """The simple edge, or None where a concept names it."""
    by: str | None
    """The property whose concept names it."""


class Schema(Struct, frozen=True, kw_only=True):
    """What the ontology defines, by short name."""

    base: str
    classes: Mapping[str, Term]
    parents: Mapping[str, tuple[str, ...]]
    """Each class with itself and all own classes above it."""
    edges: Mapping[str, Term]
    properties: Mapping[str, Term]
    concepts: Mapping[tuple[str, str], Concept]
    """By class and notation."""
    simple: Mapping[str, SimpleRule]
    """By the class whose nodes it is for."""

    def simple_edge(self, concept_class: str, notation: str) -> str:
        """The edge in one step that a concept names; raises OntologyError where there is none."""
        concept = self.concepts.get((concept_class, notation))
        if concept is None or concept.simple_edge is None:
            raise OntologyError(f"no simple edge for {concept_class} {notation!r} in the ontology")
        return concept.simple_edge

    def check(self, graph: Graph) -> None:
        """Raise OntologyError with all that the graph uses against the ontology."""
        faults = dict.fromkeys(fault for node in graph.nodes for fault in self._node_faults(node))
        faults |= dict.fromkeys(fault for edge in graph.edges for fault in self._edge_faults(edge))
        if faults:
            raise OntologyError("not in the ontology: " + "; ".join(sorted(faults)))

    def _node_faults(self, node: Node) -> Iterator[str]:
        if node.kind not in self.classes:
            yield f"class {node.kind}"
            return
        for name, value in node.properties:
            term = self.properties.get(name)
            if term is None:
                yield f"property {name} (of {node.kind})"
                continue
            if not self._fits(node.kind, term.domain):
                yield f"property {name} on {node.kind}"
            concepts = next(iter(term.range), "")
            if concepts in self.classes and (concepts, value) not in self.concepts:
                yield f"{name} {value!r}"

    def _edge_faults(self, edge: Edge) -> Iterator[str]:
        term = self.edges.get(edge.type)
        if term is None:
            yield f"edge {edge.type} (from {edge.source.kind} to {edge.target.kind})"
        elif not self._fits(edge.source.kind, term.domain) or not self._fits(edge.target.kind, term.range):
            yield f"edge {edge.type} from {edge.source.kind} to {edge.target.kind}"

    def _fits(self, kind: str, allowed: frozenset[str]) -> bool:
        return not allowed or not allowed.isdisjoint(self.parents.get(kind, (kind,)))


@cache
def load_schema(base: str = BASE) -> Schema:
    """The schema that the ontology defines, with IRIs under the given base."""
    return _Reader(ontology_triples(base), base).schema()


class _Reader:
    """Makes a Schema of the ontology's triples."""

    def __init__(self, triples: Iterable[ox.Triple], base: str) -> None:
        self.base = base
        self.own = f"{base}ontology#"
        self.facts: dict[str, dict[str, list[ox.NamedNode | ox.Literal]]] = defaultdict(
            lambda: defaultdict(list)
        )
        for triple in triples:
            if isinstance(triple.subject, ox.NamedNode) and isinstance(
                triple.object, ox.NamedNode | ox.Literal
            ):
                self.facts[triple.subject.value][triple.predicate.value].append(triple.object)

    def schema(self) -> Schema:
        classes = self._terms(self._typed("Class"))
        concepts = self._concepts()
        valued = frozenset(name for name, _ in concepts)
        objects = self._terms(self._typed("ObjectProperty"))
        edges = {name: term for name, term in objects.items() if valued.isdisjoint(term.range)}
        literals = self._typed("DatatypeProperty") + [
            iri for iri in self._typed("AnnotationProperty") if self.facts[iri][f"{_DCAM}domainIncludes"]
        ]
        others = {name: term for name, term in objects.items() if name not in edges}
        own = {term.iri for term in classes.values()}
        return Schema(
            base=self.base,
            classes=classes,
            parents={
                name: tuple(dict.fromkeys(self._above(term.iri, own))) for name, term in classes.items()
            },
            edges=edges,
            properties=self._terms(literals) | others,
            concepts=concepts,
            simple={name: rule for name, term in classes.items() if (rule := self._simple(term.iri))},
        )

    def _typed(self, owl_class: str) -> list[str]:
        kind = ox.NamedNode(f"{_OWL}{owl_class}")
        return [iri for iri, facts in self.facts.items() if kind in facts[f"{_RDF}type"]]

    def _terms(self, iris: Iterable[str]) -> dict[str, Term]:
        terms: dict[str, Term] = {}
        for iri in iris:
            name = local_name(iri)
            if name in terms:
                raise OntologyError(f"two terms with the short name {name}: {terms[name].iri}, {iri}")
            terms[name] = self._term(name, iri)
        return terms

    def _term(self, name: str, iri: str) -> Term:
        return Term(
            name=name,
            iri=iri,
            labels=self._labels(iri),
            written=not self._values(iri, f"{self.own}notWritten"),
            many=bool(self._values(iri, f"{self.own}manyValued")),
            domain=self._names(iri, f"{_RDFS}domain", f"{_DCAM}domainIncludes"),
            range=self._names(iri, f"{_RDFS}range", f"{_DCAM}rangeIncludes"),
        )

    def _concepts(self) -> dict[tuple[str, str], Concept]:
        concepts = {}
        for iri in self.facts:
            for notation in self._values(iri, f"{_SKOS}notation"):
                edges = self._names(iri, f"{self.own}simpleEdge")
                concept = Concept(iri=iri, labels=self._labels(iri), simple_edge=next(iter(edges), None))
                for name in self._names(iri, f"{_RDF}type") - {"Concept"}:
                    concepts[name, notation] = concept
        return concepts

    def _simple(self, iri: str) -> SimpleRule | None:
        found = {
            name: next(iter(sorted(self._names(iri, f"{self.own}{name}"))), None)
            for name in ("simpleSource", "simpleTarget", "simpleEdge", "simpleBy")
        }
        source, target = found["simpleSource"], found["simpleTarget"]
        if source is None or target is None:
            return None
        return SimpleRule(source=source, target=target, edge=found["simpleEdge"], by=found["simpleBy"])

    def _above(self, iri: str, own: Container[str]) -> Iterator[str]:
        """The short name of a class, then those of the classes above it that the files define."""
        yield local_name(iri)
        for parent in self._values(iri, f"{_RDFS}subClassOf"):
            if parent in own:
                yield from self._above(parent, own)

    def _values(self, iri: str, predicate: str) -> list[str]:
        return [term.value for term in self.facts[iri][predicate]]

    def _names(self, iri: str, *predicates: str) -> frozenset[str]:
        return frozenset(local_name(value) for name in predicates for value in self._values(iri, name))

    def _labels(self, iri: str) -> dict[str, str]:
        labels = self.facts[iri][f"{_RDFS}label"]
        return {label.language or "": label.value for label in labels if isinstance(label, ox.Literal)}


def local_name(iri: str) -> str:
    """The last part of an IRI, after '#' or '/'."""
    return iri.replace("#", "/").rsplit("/", 1)[-1]
