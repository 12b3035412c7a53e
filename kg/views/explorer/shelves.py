"""Boxes on shelves around a band of things that they share: the geometry of the layout at large."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .rings import ORIGIN, Point

ACROSS, DOWN = 200, 100
"""Room in a band for a node with its name."""
_GAP = 40
_MARGIN = 24


class Size(NamedTuple):
    """Width and height of a box."""

    width: float
    height: float


class Arrangement(NamedTuple):
    """Centres of boxes, places in the band with the best one first, and the room that all take around the origin."""

    boxes: list[Point]
    band: list[Point]
    size: Size


def arranged(sizes: Sequence[Size], shared: int, wide: float) -> Arrangement:
    """Boxes on shelves with a band for so many shared things in the middle, as large as can be on a screen.

    `wide` is the width of the screen to its height.
    """
    best: Arrangement | None = None
    for candidate in _candidates(sizes, shared):
        if best is None or extent(candidate.size, wide) < extent(best.size, wide) - 1e-6:
            best = candidate
    return best or Arrangement([], band(shared, _columns(shared, wide))[0], Size(0, 0))


def extent(size: Size, wide: float) -> float:
    """How far one must step back to see all."""
    return max(size.width / wide, size.height)


def _candidates(sizes: Sequence[Size], shared: int) -> Iterator[Arrangement]:
    if len(sizes) == 2 and shared:
        yield _beside(sizes, shared)
    widest, total = max((size.width for size in sizes), default=0), sum(size.width + _GAP for size in sizes)
    steps = min(len(sizes), 12)
    for step in range(steps):
        yield _shelved(sizes, shared, widest + (total - widest) * step / max(1, steps - 1))


def _columns(shared: int, wide: float) -> int:
    return max(1, math.ceil(math.sqrt(shared * DOWN / ACROSS * wide)))


def band(count: int, columns: int) -> tuple[list[Point], Size]:
    """Places in rows of so many columns around the origin, nearest to the middle first, and the room they take."""
    if not count:
        return [], Size(0, 0)
    rows = math.ceil(count / columns)
    width = min(count, columns)
    places = [
        Point(
            (column - (width - 1) / 2 + (row % 2 - 0.5) / 2 * (rows > 1)) * ACROSS,
            (row - (rows - 1) / 2) * DOWN,
        )
        for row in range(rows)
        for column in range(width)
    ]
    places.sort(key=lambda place: (round(math.hypot(place.x / ACROSS, place.y / DOWN), 6), place.y, place.x))
    return places[:count], Size((width + 0.5) * ACROSS, rows * DOWN + _MARGIN)


def _beside(sizes: Sequence[Size], shared: int) -> Arrangement:
    """Two boxes with an upright band between them."""
    first, second = sizes
    high = max(first.height, second.height)
    places, room = band(shared, max(1, math.ceil(shared * DOWN / high)))
    width = first.width + room.width + second.width
    left = Point(first.width / 2 - width / 2, 0)
    right = Point(width / 2 - second.width / 2, 0)
    middle = Point(left.x + first.width / 2 + room.width / 2, 0)
    return Arrangement(
        [left, right], [place.plus(middle) for place in places], Size(width, max(high, room.height))
    )


def _shelved(sizes: Sequence[Size], shared: int, width: float) -> Arrangement:
    """Shelves up to a width, half of them above the band, half below."""
    shelves: list[list[int]] = []
    used = 0.0
    for i, size in enumerate(sizes):
        if not shelves or used + _GAP + size.width > width + 1e-6:
            shelves.append([])
            used = -_GAP
        shelves[-1].append(i)
        used += _GAP + size.width
    places, room = band(shared, max(1, int(width / ACROSS)))
    heights = [max(sizes[i].height for i in shelf) for shelf in shelves]
    total = sum(heights) + _GAP * (len(shelves) - 1) + (room.height + _GAP if shared else 0)
    boxes, middle, top = [ORIGIN] * len(sizes), 0.0, -total / 2
    for number, (shelf, height) in enumerate(zip(shelves, heights, strict=True)):
        if shared and number == len(shelves) // 2 and (number or len(shelves) == 1):
            middle, top = top + room.height / 2, top + room.height + _GAP
        left = -(sum(sizes[i].width for i in shelf) + _GAP * (len(shelf) - 1)) / 2
        for i in shelf:
            boxes[i] = Point(left + sizes[i].width / 2, top + height / 2)
            left += sizes[i].width + _GAP
        top += height + _GAP
    widest = max(
        (sum(sizes[i].width for i in shelf) + _GAP * (len(shelf) - 1) for shelf in shelves), default=0
    )
    return Arrangement(
        boxes, [place.plus(Point(0, middle)) for place in places], Size(max(widest, room.width), total)
    )
