"""A picture of the classes and the edges between them, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from ..graph import Schema

_PLACES: Mapping[str, tuple[int, int]] = {
    "Jurisdiction": (0, 0),
    "ResponsibleBody": (0, 2),
    "Post": (0, 4),
    "Person": (0, 5),
    "Assignment": (1, 2),
    "LeadershipGroup": (1, 4),
    "Membership": (1, 5),
    "Plan": (2, 0),
    "Section": (2, 1),
    "Task": (2, 2),
    "Deadline": (1, 3),
    "Phase": (1, 0),
    "Target": (3, 2),
    "Citation": (3, 1),
    "Policy": (3, 0),
    "ThemeAssignment": (2, 3),
    "Theme": (3, 3),
    "Evidence": (3, 5),
    "Identification": (2, 5),
    "Correction": (2, 4),
}
"""Column and row of each class; one that is not listed gets a place in a row below."""

_OMITTED = frozenset({"evidence", "foundIn", "corrects", "identifies", "jurisdiction", "inTask"})
"""Edges that would cross the whole picture; the caption says so."""

_STEP_X, _STEP_Y, _WIDE, _HIGH = 290, 118, 158, 46
_PER_ROW = 4


class _Box(NamedTuple):
    x: float
    y: float

    def towards(self, other: _Box) -> tuple[float, float]:
        """The point of the border where a line to the other box's middle leaves."""
        dx, dy = other.x - self.x, other.y - self.y
        if not dx and not dy:
            return self.x, self.y
        scale = min(
            (_WIDE / 2) / abs(dx) if dx else float("inf"), (_HIGH / 2) / abs(dy) if dy else float("inf")
        )
        return self.x + dx * scale, self.y + dy * scale


def diagram(schema: Schema) -> str:
    """The picture, with labels in both languages."""
    boxes = _boxes(schema)
    pairs = _pairs(schema, boxes)
    width = max(box.x for box in boxes.values()) + _WIDE
    height = max(box.y for box in boxes.values()) + _HIGH
    lines = [
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="classes and edges">',
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
        ' orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>',
        *(line for pair, names in pairs.items() for line in _edge(pair, names, boxes, schema)),
        *(line for name, box in boxes.items() for line in _class(name, box, schema)),
        "</svg>",
    ]
    return "\n".join(lines)


def _boxes(schema: Schema) -> dict[str, _Box]:
    valued = {kind for kind, _ in schema.concepts}
    drawn = [
        name
        for name, term in schema.classes.items()
        if term.written and name not in valued and len(schema.parents[name]) == 1 or name in _PLACES
    ]
    places = {name: _PLACES[name] for name in drawn if name in _PLACES}
    below = 1 + max(row for _, row in places.values())
    for number, name in enumerate(name for name in drawn if name not in places):
        places[name] = (number % _PER_ROW, below + number // _PER_ROW)
    return {
        name: _Box(_WIDE / 2 + 2 + column * _STEP_X, _HIGH / 2 + 2 + row * _STEP_Y)
        for name, (column, row) in places.items()
    }


def _pairs(schema: Schema, boxes: Mapping[str, _Box]) -> dict[tuple[str, str], list[str]]:
    """The edges to draw between each two classes, in one direction."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, term in schema.edges.items():
        if name in _OMITTED or not term.written:
            continue
        for source in sorted(term.domain & boxes.keys()):
            for target in sorted(term.range & boxes.keys()):
                if source != target:
                    found.setdefault((source, target), []).append(name)
    return found


def _edge(
    pair: tuple[str, str], names: list[str], boxes: Mapping[str, _Box], schema: Schema
) -> Iterator[str]:
    source, target = boxes[pair[0]], boxes[pair[1]]
    (x1, y1), (x2, y2) = source.towards(target), target.towards(source)
    yield f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" marker-end="url(#arrow)"/>'
    middle_x, middle_y = (x1 + x2) / 2, (y1 + y2) / 2 - 6 * (len(names) - 1)
    for number, name in enumerate(names):
        text = escape(f"{name} {schema.edges[name].labels['zh']}")
        yield f'<text class="edge" x="{middle_x:.1f}" y="{middle_y + 12 * number:.1f}">{text}</text>'


def _class(name: str, box: _Box, schema: Schema) -> Iterator[str]:
    label = escape(schema.classes[name].labels["zh"])
    yield f'<a href="#{name}"><rect x="{box.x - _WIDE / 2:.1f}" y="{box.y - _HIGH / 2:.1f}" width="{_WIDE}" height="{_HIGH}" rx="6"/>'
    yield f'<text x="{box.x:.1f}" y="{box.y - 3:.1f}">{escape(name)}</text>'
    yield f'<text class="zh" x="{box.x:.1f}" y="{box.y + 15:.1f}">{label}</text></a>'
