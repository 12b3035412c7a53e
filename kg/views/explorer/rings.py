"""Places in sectors and on rings: the geometry of the layout, in pixels, the same on every run."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple


class Point(NamedTuple):
    """A place."""

    x: float
    y: float

    def plus(self, other: Point) -> Point:
        """The place as far from another as this is from the origin."""
        return Point(self.x + other.x, self.y + other.y)


ORIGIN = Point(0, 0)
_TURN = 2 * math.pi


def polar(radius: float, angle: float) -> Point:
    """The place at a distance and angle from the origin."""
    return Point(radius * math.cos(angle), radius * math.sin(angle))


def sector(count: int, first: float, inner: float, step: float, begin: float, width: float) -> list[Point]:
    """Places for `count` things in a sector, ring by ring outwards.

    `first` is the radius of the innermost ring, `inner` the room that each takes on a ring, `step` the distance of
    rings, `begin` and `width` the angles of the sector.
    """
    places: list[Point] = []
    radius = first
    while len(places) < count:
        room = max(1, int(width * radius / inner))
        here = min(room, count - len(places))
        places += [polar(radius, begin + width * (i + 0.5) / here) for i in range(here)]
        radius += step
    return places


def around(wishes: Sequence[float], radius: float, room: float) -> list[float]:
    """Angles near those wished for, in order, with `room` between neighbours on a ring; evenly where it is too tight."""
    count = len(wishes)
    apart = room / radius
    if count * apart >= _TURN:
        return [_TURN * i / count + (wishes[0] if wishes else 0) for i in range(count)]
    angles: list[float] = []
    for wish in wishes:
        angles.append(max(wish, angles[-1] + apart) if angles else wish)
    if angles and angles[-1] - angles[0] > _TURN - apart:
        return [wishes[0] + _TURN * i / count for i in range(count)]
    shift = sum(a - b for a, b in zip(angles, wishes, strict=True)) / max(count, 1)
    return [angle - shift for angle in angles]


def rings(wishes: Sequence[float], radius: float, room: float, step: float) -> tuple[list[Point], float]:
    """Places on as many rings as are needed, each near the angle wished for, and the radius of the last ring."""
    if not wishes:
        return [], radius - step
    count, free, circles = len(wishes), 0, 0
    while free < count:
        free += max(1, int(_TURN * (radius + circles * step) / room))
        circles += 1
    order = sorted(range(count), key=lambda i: (wishes[i] % _TURN, i))
    places = [ORIGIN] * count
    for circle in range(circles):
        here, distance = order[circle::circles], radius + circle * step
        for i, angle in zip(here, around([wishes[i] % _TURN for i in here], distance, room), strict=True):
            places[i] = polar(distance, angle)
    return places, radius + (circles - 1) * step
