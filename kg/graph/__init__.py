"""The graph of typed nodes and edges, as the ontology defines them."""

from .build import build_graph
from .model import (
    DECISIONS,
    DERIVED,
    ENTITIES,
    ONTOLOGY,
    SHARED,
    Edge,
    Graph,
    Node,
    Properties,
    Ref,
    Value,
    graph_iri,
    node_iri,
    segment,
)
from .schema import Concept, Schema, Term, load_schema, ontology_triples

__all__ = [
    "DECISIONS",
    "DERIVED",
    "ENTITIES",
    "ONTOLOGY",
    "SHARED",
    "Concept",
    "Edge",
    "Graph",
    "Node",
    "Properties",
    "Ref",
    "Schema",
    "Term",
    "Value",
    "build_graph",
    "graph_iri",
    "load_schema",
    "node_iri",
    "ontology_triples",
    "segment",
]
