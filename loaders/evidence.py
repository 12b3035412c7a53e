"""Evidence: the places that bear a field out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Evidence


def evidence(text: str, field: str, start: int, end: int) -> Evidence:
    """The evidence of a field at text[start:end], spaces at either end left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(field, start, end, text[start:end])


def in_order(found: Iterable[Evidence]) -> list[Evidence]:
    """Without repetition, by place, then field."""
    return sorted(set(found), key=lambda one: (one.start, one.end, one.field))
