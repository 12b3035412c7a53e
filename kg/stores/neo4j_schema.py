"""Constraints and indexes of a Neo4j database, derived from the ontology; Community Edition has all of them."""

from __future__ import annotations

from collections.abc import Iterator

from ..graph import property_schema
from ..keys import BASE
from .property_graph import COMMON, LAST

FULL_TEXT = "kg_text"
"""The name of the full-text index: `CALL db.index.fulltext.queryNodes("kg_text", "知识产权")`."""

_NAMES = ("prefLabel", "title", "documentNumber", "code")
"""What things are looked up by."""
_TEXT = ("title", "prefLabel", "altLabel", "officialName", "exact", "wording", "indicator")
"""What is read by people; the full-text index holds it."""
_TEXT_LABELS = ("Task", "Section", "Plan", "Policy", "ResponsibleBody", "Person", "Target", "Evidence")


def schema_statements(base: str = BASE) -> Iterator[str]:
    """The statements that make what is not there yet; they change nothing the second time."""
    labels = property_schema(base).labels
    for name in (COMMON, *labels):
        yield f"CREATE CONSTRAINT kg_{name}_iri IF NOT EXISTS FOR (n:{name}) REQUIRE n.iri IS UNIQUE"
    for name, label in labels.items():
        dates = [f"{key}{LAST}" for key, kind in label.properties.items() if kind == "partial date"]
        for key in (*(key for key in _NAMES if key in label.properties), *dates):
            yield f"CREATE INDEX kg_{name}_{key} IF NOT EXISTS FOR (n:{name}) ON (n.{key})"
    properties = ", ".join(f"n.{name}" for name in _TEXT)
    yield (
        f"CREATE FULLTEXT INDEX {FULL_TEXT} IF NOT EXISTS FOR (n:{'|'.join(_TEXT_LABELS)})"
        f" ON EACH [{properties}] OPTIONS {{indexConfig: {{`fulltext.analyzer`: 'cjk'}}}}"
    )
