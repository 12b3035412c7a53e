"""What people read for the codes in a column: the labels of the ontology, by the name of a scheme.

A scheme is a class of concepts (its codes are their notations), `Class` or `Property` (short names of terms),
`Field` (the fields of records that evidence names), or `Theme`
(names of themes in Chinese stand for their codes, as the cells hold them).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from ..graph import Concept, Term, load_schema, load_themes
from ..graph.themes import Theme
from .records import TITLES
from .table import Lang

Labels = Mapping[str, Mapping[Lang, str]]

_FIELDS: Mapping[str, tuple[str, str]] = {
    "by.plan": ("目标期限（取自计划期）", "Horizon (the plan's end)"),
    "jurisdiction": ("区划", "Jurisdiction"),
    "notice": ("印发通知", "Notice that issues it"),
    "period.end": TITLES["period_end"],
    "period.start": TITLES["period_start"],
    "rule": ("通用的分工规则", "Rule for all tasks"),
    "unit": ("单位", "Unit"),
}
"""Fields of evidence that no column of the records' tables has a title for, or another one."""


def labels_of(scheme: str) -> Labels:
    """The labels of a scheme's codes, by code and language; raises KeyError where there is no such scheme."""
    schema = load_schema()
    if scheme == "Class":
        return _labels(schema.classes.items())
    if scheme == "Property":
        return _labels((*schema.properties.items(), *schema.edges.items()))
    if scheme == "Theme":
        return {theme.name: _languages(theme.labels) for theme in _themes()}
    if scheme == "Field":
        titles = {**TITLES, **_FIELDS}
        ours: Labels = {name: {"zh": zh, "en": en} for name, (zh, en) in titles.items()}
        return {**_labels(schema.properties.items()), **ours}
    found = _labels((code, one) for (kind, code), one in schema.concepts.items() if kind == scheme)
    if not found:
        raise KeyError(scheme)
    return found


@cache
def _themes() -> Sequence[Theme]:
    return [theme for scheme in load_themes().schemes for theme in scheme.themes]


def _labels(terms: Iterable[tuple[str, Term | Concept]]) -> Labels:
    return {code: _languages(term.labels) for code, term in terms}


def _languages(labels: Mapping[str, str]) -> Mapping[Lang, str]:
    languages: tuple[Lang, ...] = ("zh", "en")
    return {lang: labels[lang] for lang in languages if lang in labels}
