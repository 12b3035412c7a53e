"""The disc of a plan: the plan in the middle, its tasks in sectors, around them what no other plan has."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from .model import PageEdge, PageNode
from .rings import ORIGIN, Point, rings, sector

_TASK_RING, _TASK_ROOM, _TASK_STEP = 78, 27, 26
_SECTOR_GAP = 0.08
"""Of the width of a sector, left free on both sides."""

_RINGS = (
    (("Unit", "CollectiveUnit"), 70, 46),
    (("Policy", "LeadershipGroup"), 84, 44),
    (("Person",), 26, 26),
    (("Target", "Phase"), 22, 24),
)
"""What lies around the tasks, from the inside outwards: kinds, room on the ring, distance of rings."""
_OTHERS = (30, 28)
_PAD = 16


class Discs:
    """Places nodes around their plans; `sectors` says in which sector of its plan a task lies."""

    def __init__(
        self, nodes: Sequence[PageNode], edges: Iterable[PageEdge], sectors: Mapping[int, str]
    ) -> None:
        self._nodes, self._sectors = nodes, sectors
        self._near: defaultdict[int, list[int]] = defaultdict(list)
        for edge in edges:
            self._near[edge.source].append(edge.target)
            self._near[edge.target].append(edge.source)
        self.places: dict[int, Point] = {}
        """The place of each node as seen from its plan."""

    def add(self, members: Sequence[int]) -> float:
        """Place the nodes of one plan around the origin; the radius they take."""
        by_kind: defaultdict[str, list[int]] = defaultdict(list)
        for i in members:
            by_kind[self._nodes[i].kind].append(i)
        for i in by_kind.pop("Plan", []):
            self.places[i] = ORIGIN
        radius = self._tasks(by_kind.pop("Task", []))
        for kinds, room, step in _RINGS:
            found = [i for kind in kinds for i in by_kind.pop(kind, [])]
            radius = self._ring(found, radius + step, room, step)
        for kind in sorted(by_kind):
            radius = self._ring(by_kind[kind], radius + _OTHERS[1], *_OTHERS)
        return radius + _PAD

    def _tasks(self, tasks: Sequence[int]) -> float:
        groups: defaultdict[str, list[int]] = defaultdict(list)
        for i in tasks:
            groups[self._sectors.get(i, "")].append(i)
        begin, radius = -math.pi / 2, float(_TASK_RING - _TASK_STEP)
        for found in groups.values():
            width = 2 * math.pi * len(found) / len(tasks)
            free = width * _SECTOR_GAP if len(groups) > 1 else 0.0
            places = sector(len(found), _TASK_RING, _TASK_ROOM, _TASK_STEP, begin + free, width - 2 * free)
            self.places.update(zip(found, places, strict=True))
            radius = max(radius, *(math.hypot(*place) for place in places))
            begin += width
        return radius

    def _ring(self, found: Sequence[int], radius: float, room: float, step: float) -> float:
        wishes = [self._direction(i) for i in found]
        places, last = rings(wishes, radius, room, step)
        self.places.update(zip(found, places, strict=True))
        return last

    def _direction(self, i: int) -> float:
        """The angle in which a node's neighbours lie that have their places."""
        near = [self.places[one] for one in self._near[i] if one in self.places]
        x, y = sum(place.x for place in near), sum(place.y for place in near)
        return math.atan2(y, x) if abs(x) + abs(y) > 1 else 0.0
