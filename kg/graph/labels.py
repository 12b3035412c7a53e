"""The schema of the property graph, derived from the ontology: labels, relation types, keys and types of values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from ..keys import BASE
from .schema import Schema, Term, load_schema

KEY = "iri"
"""The property that identifies a node, whatever its label."""

_TYPES = {"integer": "integer", "decimal": "float", "boolean": "boolean", "PartialDate": "partial date"}


class Label(Struct, frozen=True, kw_only=True):
    """A label of nodes: a class that the builder makes nodes of."""

    name: str
    labels: tuple[str, ...]
    """All that such a node bears: its own, then those of the classes above."""
    key: str
    properties: Mapping[str, str]
    """The type of each property by name: string, integer, float, boolean or partial date."""


class Relation(Struct, frozen=True, kw_only=True):
    """A type of relations: an edge of the ontology."""

    name: str
    """As Cypher writes it: LEADS, IN_PLAN."""
    edge: str
    """The short name in the ontology."""
    sources: tuple[str, ...]
    """Labels of the nodes that it may go out from."""
    targets: tuple[str, ...]


class PropertySchema(Struct, frozen=True, kw_only=True):
    """The labels and relation types of the property graph, by name."""

    labels: Mapping[str, Label]
    relations: Mapping[str, Relation]


@cache
def property_schema(base: str = BASE) -> PropertySchema:
    """The property graph's schema that follows from the ontology."""
    schema = load_schema(base)
    kinds = [name for name in sorted(schema.classes) if _is_node(name, schema)]
    relations = (_relation(term, kinds, schema) for _, term in sorted(schema.edges.items()) if term.written)
    return PropertySchema(
        labels={name: _label(name, schema) for name in kinds},
        relations={relation.name: relation for relation in relations},
    )


def relation_type(edge: str) -> str:
    """The name of a relation type: IN_PLAN for inPlan."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", edge).upper()


def _is_node(name: str, schema: Schema) -> bool:
    """Whether nodes are made of a class: it is written, no value's concept, and none below it stands for it."""
    valued = {kind for kind, _ in schema.concepts}
    above = {parent for kind, line in schema.parents.items() for parent in line if parent != kind}
    return schema.classes[name].written and name not in valued | above


def _label(name: str, schema: Schema) -> Label:
    fitting = {
        key: _type(term, schema)
        for key, term in sorted(schema.properties.items())
        if term.written and _fits(name, term.domain, schema)
    }
    return Label(name=name, labels=schema.parents[name], key=KEY, properties=fitting)


def _type(term: Term, schema: Schema) -> str:
    [kind] = term.range
    return "string" if kind in schema.classes else _TYPES.get(kind, "string")


def _relation(term: Term, kinds: list[str], schema: Schema) -> Relation:
    return Relation(
        name=relation_type(term.name),
        edge=term.name,
        sources=tuple(kind for kind in kinds if _fits(kind, term.domain, schema)),
        targets=tuple(kind for kind in kinds if _fits(kind, term.range, schema)),
    )


def _fits(kind: str, allowed: frozenset[str], schema: Schema) -> bool:
    return not allowed or not allowed.isdisjoint(schema.parents[kind])
