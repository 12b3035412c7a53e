"""Reviewers' decisions read back from the graph."""

from __future__ import annotations

from ..keys import BASE
from ..resolve.model import Applied
from .base import View

_FIELDS = {
    "action": "action",
    "kind": "correctedKind",
    "plan": "correctedPlan",
    "key": "correctedKey",
    "field": "correctedField",
    "value": "correctedValue",
    "author": "correctedBy",
    "reason": "reason",
    "quote": "decidingQuote",
}
"""Fields of a decision, and the properties of its node."""


def read_decisions(view: View) -> list[Applied]:
    """The decisions of a graph as they were given, sorted."""
    optional = " ".join(f"OPTIONAL {{ ?node kg:{name} ?{field} }}" for field, name in _FIELDS.items())
    names = " ".join(f"?{field}" for field in _FIELDS)
    table = view.select(
        f"PREFIX kg: <{BASE}ontology#> SELECT ?node ?effective {names} WHERE {{ GRAPH ?decisions"
        f" {{ ?node a kg:Correction ; kg:effective ?effective . {optional} }} }}"
    )
    return sorted(
        Applied(
            effective=row["effective"] == "true",
            **{field: str(row[field] or "") for field in _FIELDS},
        )
        for row in table
    )
