"""The texts of the page and the looks of its nodes: data files, and labels of the ontology."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from ...graph import load_schema
from ...tables import Lang
from ...tables.codes import labels_of
from .model import Look

Pair = tuple[str, str]
"""Chinese and English."""


_VALUES = frozenset({"AssignmentRole", "CitationRelation", "PolicyLevel"})
"""Classes of concepts whose notations the page shows."""


@cache
def _data(name: str) -> Any:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


def page_words() -> dict[str, Pair]:
    """All texts by name: `kind.Task`, `edge.leads`, `value.lead` … from the ontology, others ours."""
    schema = load_schema()
    words: dict[str, Pair] = {}
    for name, term in schema.classes.items():
        words[f"kind.{name}"] = _pair(term.labels)
    for name, term in schema.edges.items():
        words[f"edge.{name}"] = _pair(term.labels)
    for name, term in schema.properties.items():
        words[f"fact.{name}"] = _pair(term.labels)
    for (name, notation), concept in schema.concepts.items():
        if name in _VALUES:
            words[f"value.{notation}"] = _pair(concept.labels)
    for name, labels in labels_of("Theme").items():
        words[f"theme.{name}"] = _pair(labels)
    for group, texts in _data("words.toml").items():
        words |= {f"{group}.{name}": (zh, en) for name, (zh, en) in texts.items()}
    return words


def page_looks() -> dict[str, Look]:
    """How nodes are drawn, by kind, in the order of the legend; `other` for kinds that extensions add."""
    return {kind: Look(**look) for kind, look in _data("looks.toml").items()}


def _pair(labels: Mapping[str, str] | Mapping[Lang, str]) -> Pair:
    zh = labels.get("zh") or next(iter(labels.values()), "")
    return zh, labels.get("en") or zh
