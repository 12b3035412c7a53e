"""Values of a property graph as cells of a table."""

from __future__ import annotations

from typing import Any

from ..tables import Cell

SEPARATOR = "\u001f"
"""Between the values of a list in a cell: it stands in no text of a document."""


def cell(value: Any) -> Cell:
    """A value as a cell: truth values as in RDF, lists joined, dates in ISO 8601, the empty string as None."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str | int | float):
        return None if value == "" else value
    if isinstance(value, list | tuple):
        return SEPARATOR.join(str(one) for one in map(cell, value) if one is not None) or None
    return None if value is None else str(value)
