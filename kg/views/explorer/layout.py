"""Where each node lies on a screen: plans as discs, between them what they share.

Between the plans of one district lies what only they share, between districts what they have in common, the
heaviest in the middle. No forces, no chance.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from .discs import Discs
from .model import PageEdge, PageNode, Region
from .rings import Point
from .shelves import ACROSS, DOWN, Arrangement, Size, arranged, extent

WIDE, TALL = 1.45, 0.6
"""Width to height of the part of a screen that the graph gets: of a desk, of a telephone."""
_SHAPES = (0.4, 0.7, 1.0, 1.5, 2.2, 3.2)
"""Shapes of districts that are tried, width to height."""
_EDGE, _HEAD, _TITLE = 16, 62, 120
"""Room around the discs of a district, above them for its name, and above each disc for the title of its plan."""


class District(NamedTuple):
    """Plans that lie together."""

    name: str
    plans: list[int]


class Placed(NamedTuple):
    """The place of each node, and the regions of plans and districts."""

    places: list[tuple[int, int]]
    regions: list[Region]


class Layout:
    """Lays a graph out for screens of any shape."""

    def __init__(
        self,
        nodes: Sequence[PageNode],
        edges: Iterable[PageEdge],
        sectors: Mapping[int, str],
        districts: Sequence[District],
    ) -> None:
        self._nodes, self._districts = nodes, districts
        home = {plan: i for i, district in enumerate(districts) for plan in district.plans}
        self._own, shared, common = self._parted(home)
        discs = Discs(nodes, edges, sectors)
        self._radii = {plan: discs.add(self._own.get(plan, [])) for plan in home}
        self._inner = discs.places
        self._shared = [self._strongest(shared.get(i, [])) for i in range(len(districts))]
        self._common = self._strongest(i for i in common if nodes[i].kind != "Theme")
        self._themes = [i for i in common if nodes[i].kind == "Theme"]

    def placed(self, wide: float) -> Placed:
        """The layout for a screen of a width to its height."""
        tried = (self._tried(shape, wide) for shape in _SHAPES)
        whole, blocks = min(tried, key=lambda one: round(extent(one[0].size, wide), 3))
        places = dict(zip(self._common, whole.band, strict=True))
        regions: list[Region] = []
        for i, (block, centre) in enumerate(zip(blocks, whole.boxes, strict=True)):
            regions.append(_region(centre, _framed(block.size), self._districts[i].name))
            inner = centre.plus(Point(0, _HEAD / 2))
            places |= {one: spot.plus(inner) for one, spot in zip(self._shared[i], block.band, strict=True)}
            for plan, at in zip(self._districts[i].plans, block.boxes, strict=True):
                middle, size = at.plus(inner).plus(Point(0, _TITLE / 2)), 2 * self._radii[plan]
                regions.append(_region(middle, Size(size, size), "", plan))
                places |= {one: self._inner[one].plus(middle) for one in self._own.get(plan, [])}
        places |= self._below(whole.size.height / 2)
        found = (places[i] for i in range(len(self._nodes)))
        return Placed([(round(point.x), round(point.y)) for point in found], regions)

    def _tried(self, shape: float, wide: float) -> tuple[Arrangement, list[Arrangement]]:
        """All districts in about one shape, and how they lie then."""
        blocks = [
            arranged([self._titled(plan) for plan in district.plans], len(shared), shape)
            for district, shared in zip(self._districts, self._shared, strict=True)
        ]
        return arranged([_framed(block.size) for block in blocks], len(self._common), wide), blocks

    def _titled(self, plan: int) -> Size:
        return Size(2 * self._radii[plan], 2 * self._radii[plan] + _TITLE)

    def _parted(
        self, home: Mapping[int, int]
    ) -> tuple[dict[int, list[int]], dict[int, list[int]], list[int]]:
        """The nodes of one plan by plan, of one district by district, and those of all."""
        own: defaultdict[int, list[int]] = defaultdict(list)
        shared: defaultdict[int, list[int]] = defaultdict(list)
        common: list[int] = []
        for i, node in enumerate(self._nodes):
            districts = {home[plan] for plan in node.plans}
            if len(node.plans) == 1 and node.kind != "Theme":
                own[node.plans[0]].append(i)
            elif len(districts) == 1 and node.kind != "Theme":
                shared[districts.pop()].append(i)
            else:
                common.append(i)
        return own, shared, common

    def _strongest(self, found: Iterable[int]) -> list[int]:
        return sorted(found, key=lambda i: (-self._nodes[i].weight, i))

    def _below(self, bottom: float) -> dict[int, Point]:
        """The themes in a row below all."""
        middle = (len(self._themes) - 1) / 2
        return {
            i: Point((place - middle) * ACROSS, bottom + 2 * DOWN) for place, i in enumerate(self._themes)
        }


def _framed(size: Size) -> Size:
    return Size(size.width + 2 * _EDGE, size.height + 2 * _EDGE + _HEAD)


def _region(centre: Point, size: Size, name: str, plan: int = -1) -> Region:
    return Region(
        x=round(centre.x),
        y=round(centre.y),
        width=round(size.width),
        height=round(size.height),
        name=name,
        plan=plan,
    )
