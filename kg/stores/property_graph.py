"""The property graph: what the RDF says, as labelled nodes and typed relations with properties.

Made of quads, so that a Graph at hand and a `graph.trig` of long ago give the same. Names follow the ontology
(`property_schema`): classes are labels, properties keep their short names, edges are relation types
(`inPlan` is `IN_PLAN`). Every node has the label `Resource` and the key `iri`.

- `graph` names the named graph that says so, `plans` the plans that contribute it; both are IRIs.
- A relation belongs to one named graph: what two plans say is two relations.
- `evidence` on a relation lists the Evidence nodes that bear it out: those of the Assignment, Membership,
  ThemeAssignment or Citations behind an edge in one step, else those of the node that it goes out from.
- `reason` on a relation is that of the node behind it, such as an EntityLink, where that has one.
- Dates stay the text that the plan gives (`2025`, `2025-06`, `2025-06-30`): it sorts and compares as in
  SPARQL. `deadlineFirst` and `deadlineLast` beside `deadline` are native dates, the first and the last day
  that the text may mean.
- Properties that the ontology marks `kg:manyValued` are lists, whatever their number of values.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

import pyoxigraph as ox
from msgspec import Struct

from ..graph import ONTOLOGY, SHARED, Schema, graph_iri, load_schema, property_schema, relation_type
from ..keys import BASE
from ..tables import JOIN
from .contributions import Contributions
from .evidence import borne_out
from .values import RDF_TYPE, python_value

COMMON = "Resource"
"""The label that all nodes bear."""
FIRST, LAST = "First", "Last"
"""What the names of native dates end in."""

Scalar = str | int | float | bool | date
PropertyValue = Scalar | list[Scalar]


class PropertyNode(Struct, frozen=True, kw_only=True):
    """A node of the property graph."""

    iri: str
    label: str
    """Its own label; what else it bears follows from the ontology."""
    graph: str
    plans: tuple[str, ...]
    properties: Mapping[str, PropertyValue]


class PropertyRelation(Struct, frozen=True, kw_only=True):
    """A relation of the property graph; type, source, target and graph identify it."""

    type: str
    source: str
    target: str
    graph: str
    plans: tuple[str, ...]
    evidence: tuple[str, ...] = ()
    reason: str = ""


class PropertyGraph(Struct, frozen=True, kw_only=True):
    """All nodes and relations, in the order of the quads that they were made of."""

    nodes: tuple[PropertyNode, ...]
    relations: tuple[PropertyRelation, ...]

    @property
    def plans(self) -> tuple[str, ...]:
        """The IRIs of the plans."""
        return tuple(node.iri for node in self.nodes if node.label == "Plan")


def labels_of(label: str, base: str = BASE) -> tuple[str, ...]:
    """All labels that a node bears: its own, those of the classes above, and the one that all bear."""
    return (*property_schema(base).labels[label].labels, COMMON)


def node_row(node: PropertyNode) -> dict[str, PropertyValue]:
    """All properties of a node as stores keep them."""
    return {"iri": node.iri, "graph": node.graph, "plans": list(node.plans), **node.properties}


def relation_row(relation: PropertyRelation) -> dict[str, PropertyValue]:
    """All properties of a relation as stores keep them."""
    row: dict[str, PropertyValue] = {
        "graph": relation.graph,
        "plans": list(relation.plans),
        "evidence": list(relation.evidence),
    }
    return row | {"reason": relation.reason} if relation.reason else row


def property_graph(quads: Iterable[ox.Quad], base: str = BASE) -> PropertyGraph:
    """The property graph of quads, those of the ontology's own terms left out."""
    return _Reader(load_schema(base), base).read(quads)


def base_of(quads: Iterable[ox.Quad]) -> str:
    """The base of the IRIs of a build: that of the ontology in its graph, else the default."""
    kind = ox.NamedNode("http://www.w3.org/2002/07/owl#Ontology")
    for quad in quads:
        if quad.object == kind and isinstance(quad.subject, ox.NamedNode):
            base = quad.subject.value.removesuffix("ontology")
            if quad.graph_name == ox.NamedNode(graph_iri(ONTOLOGY, base)):
                return base
    return BASE


def date_span(text: str) -> tuple[date, date] | None:
    """The first and last day that a year, a month or a day may mean; None for any other text."""
    parts = text.split("-")
    try:
        year, month, day = (int(part) if part else None for part in (*parts, "", "")[:3])
        if year is None or len(parts) > 3:
            return None
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    return first, date(year, last_month, day or calendar.monthrange(year, last_month)[1])


class _Reader:
    """Sorts quads into nodes and relations."""

    def __init__(self, schema: Schema, base: str) -> None:
        self._schema, self._base = schema, base
        self._allowed = property_schema(base).labels
        self._labels = {schema.classes[name].iri: name for name in self._allowed}
        self._edges = {term.iri: name for name, term in schema.edges.items() if term.written}
        self._properties = {term.iri: name for name, term in schema.properties.items() if term.written}
        self._notations = {concept.iri: notation for (_, notation), concept in schema.concepts.items()}
        self._kinds: dict[str, tuple[str, str]] = {}
        self._values: defaultdict[str, defaultdict[str, list[ox.Literal | ox.NamedNode]]] = defaultdict(
            lambda: defaultdict(list)
        )
        self._relations: dict[tuple[str, str, str, str], None] = {}

    def read(self, quads: Iterable[ox.Quad]) -> PropertyGraph:
        for quad in quads:
            self._take(quad)
        shared = {graph_iri(name, self._base) for name in SHARED}
        kept = [one for one in self._relations if one[1] in self._kinds and one[2] in self._kinds]
        contributions = Contributions(
            {iri: graph for iri, (_, graph) in self._kinds.items()}, kept, shared, self._base
        )
        grounds = borne_out(kept, self._kinds, self._concept, self._reason, self._schema)
        return PropertyGraph(
            nodes=tuple(
                PropertyNode(
                    iri=iri,
                    label=label,
                    graph=graph,
                    plans=contributions.of_node(iri),
                    properties=self._row(iri, label),
                )
                for iri, (label, graph) in self._kinds.items()
            ),
            relations=tuple(
                PropertyRelation(
                    type=relation_type(kind),
                    source=source,
                    target=target,
                    graph=graph,
                    plans=contributions.of_relation(source, graph),
                    evidence=why.evidence,
                    reason=JOIN.join(why.reasons),
                )
                for kind, source, target, graph in kept
                for why in (grounds(kind, source, target, graph),)
            ),
        )

    def _take(self, quad: ox.Quad) -> None:
        subject, value = quad.subject, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(quad.graph_name, ox.NamedNode):
            return
        predicate, graph = quad.predicate.value, quad.graph_name.value
        if predicate == RDF_TYPE and isinstance(value, ox.NamedNode):
            label = self._labels.get(value.value)
            if label:
                self._kinds.setdefault(subject.value, (label, graph))
        elif predicate in self._edges and isinstance(value, ox.NamedNode):
            self._relations[self._edges[predicate], subject.value, value.value, graph] = None
        elif predicate in self._properties and isinstance(value, ox.Literal | ox.NamedNode):
            self._values[subject.value][self._properties[predicate]].append(value)

    def _concept(self, iri: str, name: str) -> str:
        """The notation of a node's concept."""
        values = self._values[iri].get(name)
        return self._notations.get(values[0].value, "") if values else ""

    def _reason(self, iri: str) -> str:
        """The reason that a node gives, '' where it gives none."""
        values = self._values[iri].get("reason")
        return values[0].value if values else ""

    def _row(self, iri: str, label: str) -> dict[str, PropertyValue]:
        row: dict[str, PropertyValue] = {}
        allowed = self._allowed[label].properties
        for name, terms in sorted(self._values.get(iri, {}).items()):
            if name not in allowed:
                continue
            term = self._schema.properties[name]
            values = [self._scalar(one) for one in _plain(terms)]
            row[name] = list(values) if term.many or len(values) > 1 else values[0]
            if "PartialDate" in term.range and (span := date_span(str(row[name]))):
                row[name + FIRST], row[name + LAST] = span
        return row

    def _scalar(self, term: ox.Literal | ox.NamedNode) -> Scalar:
        if isinstance(term, ox.NamedNode):
            return self._notations.get(term.value, term.value)
        return python_value(term)


def _plain(terms: list[ox.Literal | ox.NamedNode]) -> list[ox.Literal | ox.NamedNode]:
    """The values that are in no language; where all are in one, the Chinese."""
    plain = [term for term in terms if _language(term) is None]
    return plain or [term for term in terms if _language(term) == "zh"] or terms[:1]


def _language(term: ox.Literal | ox.NamedNode) -> str | None:
    return term.language if isinstance(term, ox.Literal) else None
