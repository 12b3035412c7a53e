"""Evidence: the places that bear a field out."""

from __future__ import annotations

from collections.abc import Iterable

from kg.model import Evidence

from .rule import Rule, text_of


def evidence(text: str, field: str, start: int, end: int) -> Evidence:
    """The evidence of a field at text[start:end], spaces at either end left out."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(field, start, end, text[start:end])


_LOOK_BACK = 2000

OF_SOME_YEAR = Rule(
    name="date-that-counts-from-a-year-printed-elsewhere",
    pattern=r"\d{1,2}月|[年半季]",
    build=text_of,
    examples={"9月底前": ("9月",), "今年年底": ("年", "年"), "二季度": ("季",)},
    counters=("长期坚持", "立行立改", "每月5日前"),
)
"""Looked for where a date's year does not stand in its words."""


def dated(text: str, field: str, start: int, end: int, iso: str, since: Evidence | None) -> list[Evidence]:
    """The evidence of a date at text[start:end]; where it prints no year, also the place that gives it.

    That is the nearest place before with the same year, else the date from which the plan counts.
    """
    found = [evidence(text, field, start, end)]
    year = iso[:4]
    if year in text[start:end] or not OF_SOME_YEAR.find(text, start, end):
        return found
    at = text.rfind(year, max(0, start - _LOOK_BACK), start)
    if at >= 0:
        return [*found, evidence(text, field, at, at + 4)]
    return [*found, evidence(text, field, since.start, since.end)] if since else found


def in_order(found: Iterable[Evidence]) -> list[Evidence]:
    """Without repetition, by place, then field."""
    return sorted(set(found), key=lambda one: (one.start, one.end, one.field))
