"""A picture of the classes and the edges between them, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import NamedTuple

from ..graph import Schema, property_schema

_PLACES: Mapping[str, tuple[int, int]] = {
    "Jurisdiction": (0, 0),
    "Phase": (1, 0),
    "Plan": (2, 0),
    "Policy": (3, 0),
    "Section": (2, 1),
    "Citation": (3, 1),
    "ResponsibleBody": (0, 2),
    "Task": (2, 2),
    "Target": (3, 2),
    "Assignment": (1, 3),
    "Deadline": (2, 3),
    "Theme": (3, 3),
    "Post": (0, 4),
    "LeadershipGroup": (1, 4),
    "Evidence": (2, 4),
    "ThemeAssignment": (3, 4),
    "Person": (0, 5),
    "Membership": (1, 5),
    "Identification": (2, 5),
    "Correction": (3, 5),
    "DerivedDeadline": (1, 6),
}
"""Column and row of each class; one that is not listed gets a place in a row below."""

_ONLY_FROM: Mapping[str, frozenset[str]] = {
    "inPlan": frozenset({"Section", "Phase"}),
    "inTask": frozenset({"Target"}),
    "jurisdiction": frozenset({"ResponsibleBody"}),
    "evidence": frozenset({"Assignment"}),
    "quotedFrom": frozenset(),
    "foundIn": frozenset(),
    "linkSource": frozenset(),
    "linkTarget": frozenset(),
    "supersedes": frozenset(),
}
"""Edges that go out from many classes, with those that the picture shows; the caption says so."""

_STEP_X, _STEP_Y, _WIDE, _HIGH = 300, 116, 158, 46
_TOP = 52
"""Room above the first row for the labels of edges within it."""
_PER_ROW, _LINE = 4, 12


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
    marker = (
        '<defs><marker id="arrow" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7"'
        ' orient="auto-start-reverse"><path d="M0 0 8 4 0 8z"/></marker></defs>'
    )
    lines = [
        f'<svg viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="classes and edges">',
        marker,
        *(line for pair, names in pairs.items() for line in _edge(pair, names, boxes, schema)),
        *(line for name, box in boxes.items() for line in _class(name, box, schema)),
        "</svg>",
    ]
    return "\n".join(lines)


def _boxes(schema: Schema) -> dict[str, _Box]:
    nodes = property_schema(schema.base).labels
    drawn = [name for name in _PLACES if name in schema.classes]
    drawn += [name for name in nodes if not any(one in _PLACES for one in schema.parents[name])]
    places = {name: _PLACES[name] for name in drawn if name in _PLACES}
    below = 1 + max(row for _, row in places.values())
    for number, name in enumerate(name for name in drawn if name not in places):
        places[name] = (number % _PER_ROW, below + number // _PER_ROW)
    return {
        name: _Box(_WIDE / 2 + 2 + column * _STEP_X, _TOP + _HIGH / 2 + row * _STEP_Y)
        for name, (column, row) in places.items()
    }


def _pairs(schema: Schema, boxes: Mapping[str, _Box]) -> dict[tuple[str, str], list[str]]:
    """The edges to draw between each two classes, in one direction."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, term in schema.edges.items():
        if not term.written:
            continue
        for source in sorted(term.domain & _ONLY_FROM.get(name, term.domain) & boxes.keys()):
            for target in sorted(term.range & boxes.keys()):
                if source != target:
                    found.setdefault((source, target), []).append(name)
    return found


def _edge(
    pair: tuple[str, str], names: list[str], boxes: Mapping[str, _Box], schema: Schema
) -> Iterator[str]:
    source, target = boxes[pair[0]], boxes[pair[1]]
    (x1, y1), (x2, y2) = source.towards(target), target.towards(source)
    back = pair[0] > pair[1] and y1 == y2  # two edges of one row part, that each has its labels
    y1, y2 = (y1 + 14, y2 + 14) if back else (y1, y2)
    yield f'<line x1="{x1:.1f}" y1="{y1:.1f}" x2="{x2:.1f}" y2="{y2:.1f}" marker-end="url(#arrow)"/>'
    middle_x, middle_y = (
        (x1 + x2) / 2,
        (y1 + y2) / 2 - (_LINE * (len(names) - 1) + 4 if y1 == y2 and not back else -4),
    )
    for number, name in enumerate(names):
        text = escape(f"{name} {schema.edges[name].labels['zh']}")
        yield f'<text class="edge" x="{middle_x:.1f}" y="{middle_y + _LINE * number:.1f}">{text}</text>'


def _class(name: str, box: _Box, schema: Schema) -> Iterator[str]:
    label = escape(schema.classes[name].labels["zh"])
    x, y = f"{box.x - _WIDE / 2:.1f}", f"{box.y - _HIGH / 2:.1f}"
    yield f'<a href="#{name}"><rect x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="6"/>'
    yield f'<text x="{box.x:.1f}" y="{box.y - 3:.1f}">{escape(name)}</text>'
    yield f'<text class="zh" x="{box.x:.1f}" y="{box.y + 15:.1f}">{label}</text></a>'
