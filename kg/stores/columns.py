"""The property graph as columns: a table for each label and each type of relation, with types of the ontology."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from ..graph import load_schema, property_schema
from ..keys import BASE
from ..tables import JOIN
from .property_graph import FIRST, LAST, PropertyGraph, node_row, relation_row

Kind = Literal["string", "integer", "float", "boolean", "date", "list"]
"""Types of columns; lists hold text."""

_OWN: Mapping[str, Kind] = {"graph": "string", "plans": "list"}


class Columns(Struct, frozen=True, kw_only=True):
    """A table: its name, the types of its columns, and a dict a row."""

    name: str
    """The label of the nodes, or the type of the relations."""
    kinds: Mapping[str, Kind]
    rows: tuple[Mapping[str, Any], ...]


def node_tables(graph: PropertyGraph, base: str = BASE) -> list[Columns]:
    """A table for each label that the graph has, by name; `iri` is its first column."""
    rows: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for node in graph.nodes:
        rows[node.label].append(node_row(node))
    return [
        Columns(name=name, kinds=node_kinds(name, base), rows=tuple(found))
        for name, found in sorted(rows.items())
    ]


def relation_tables(graph: PropertyGraph) -> list[Columns]:
    """A table for each type that the graph has, by name; `source` and `target` are its first columns."""
    rows: defaultdict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for one in graph.relations:
        rows[one.type].append({"source": one.source, "target": one.target, **relation_row(one)})
    kinds: dict[str, Kind] = {
        "source": "string",
        "target": "string",
        **_OWN,
        "evidence": "list",
        "reason": "string",
    }
    return [Columns(name=name, kinds=kinds, rows=tuple(found)) for name, found in sorted(rows.items())]


def node_kinds(label: str, base: str = BASE) -> dict[str, Kind]:
    """The columns that nodes of a label may have, with their types."""
    known = load_schema(base).properties
    kinds: dict[str, Kind] = {"iri": "string", **_OWN}
    for name, kind in sorted(property_schema(base).labels[label].properties.items()):
        if kind == "partial date":
            kinds |= {name: "string", name + FIRST: "date", name + LAST: "date"}
        else:
            kinds[name] = "list" if known[name].many else _KINDS[kind]
    return kinds


_KINDS: Mapping[str, Kind] = {
    "string": "string",
    "integer": "integer",
    "float": "float",
    "boolean": "boolean",
}


def fitted(value: Any, kind: Kind) -> Any:
    """A value as its column takes it: lists where one is due, their text where it is not."""
    if value is None:
        return None
    if kind == "list":
        return [str(one) for one in value] if isinstance(value, list) else [str(value)]
    if kind == "string":
        return JOIN.join(map(str, value)) if isinstance(value, list) else str(value)
    return None if isinstance(value, list) or (kind == "date" and not isinstance(value, date)) else value
