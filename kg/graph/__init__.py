"""The graph of typed nodes and edges, as the ontology defines them."""

from .build import build_graph
from .labels import Label, PropertySchema, Relation, property_schema, relation_type
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
from .schema import Concept, Schema, SimpleRule, Term, load_schema
from .sources import move, ontology_triples, shape_files, theme_triples
from .themes import Themes, load_themes

__all__ = [
    "DECISIONS",
    "DERIVED",
    "ENTITIES",
    "ONTOLOGY",
    "SHARED",
    "Concept",
    "Edge",
    "Graph",
    "Label",
    "Node",
    "Properties",
    "PropertySchema",
    "Ref",
    "Relation",
    "Schema",
    "SimpleRule",
    "Term",
    "Themes",
    "Value",
    "build_graph",
    "graph_iri",
    "load_schema",
    "load_themes",
    "move",
    "node_iri",
    "ontology_triples",
    "property_schema",
    "relation_type",
    "segment",
    "shape_files",
    "theme_triples",
]
