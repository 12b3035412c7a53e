"""The shapes as rows: what each is about, and what it says."""

from __future__ import annotations

from collections.abc import Iterator

import rdflib
from rdflib.namespace import SH
from rdflib.term import Node

from ..shapes import load_shapes
from .facts import short


def shape_rows() -> list[tuple[str, str, str, str, str]]:
    """Class, path, severity and message (zh, en) of each constraint, by class."""
    shapes = load_shapes()
    return sorted(_rows(shapes), key=lambda row: (row[0], row[1] == "", row))


def _rows(shapes: rdflib.Graph) -> Iterator[tuple[str, str, str, str, str]]:
    for shape, target in shapes.subject_objects(SH.targetClass):
        for part in (*shapes.objects(shape, SH.property), *shapes.objects(shape, SH.sparql)):
            path = shapes.value(part, SH.path)
            grade = "warning" if shapes.value(part, SH.severity) == SH.Warning else "violation"
            zh, en = (_message(shapes, part, lang) for lang in ("zh", "en"))
            yield short(str(target)), short(str(path)) if path else "", grade, zh, en


def _message(shapes: rdflib.Graph, part: Node, lang: str) -> str:
    found = shapes.objects(part, SH.message)
    return next((str(one) for one in found if isinstance(one, rdflib.Literal) and one.language == lang), "")
