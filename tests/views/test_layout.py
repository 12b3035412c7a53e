from __future__ import annotations

import math
from itertools import combinations

import pytest

from kg.views.explorer.layout import TALL, WIDE, District, Layout
from kg.views.explorer.model import PageEdge, PageNode, Region
from kg.views.explorer.shelves import Size, arranged


def graph(plans: int, tasks: int = 12) -> tuple[list[PageNode], list[PageEdge], list[District]]:
    """Plans with tasks, two plans a district with a unit in common, one policy that all cite."""
    nodes = [PageNode(id="policy", kind="Policy", name="纲要", plans=list(range(plans)))]
    edges: list[PageEdge] = []
    for plan in range(plans):
        here = len(nodes)
        nodes.append(PageNode(id=f"plan{plan}", kind="Plan", name="方案", plans=[plan]))
        edges.append(PageEdge("cites", here, 0))
        for task in range(tasks):
            edges.append(PageEdge("inPlan", len(nodes), here))
            nodes.append(PageNode(id=f"task{plan},{task}", kind="Task", name="任务", plans=[plan]))
    for first in range(0, plans - 1, 2):
        nodes.append(PageNode(id=f"unit{first}", kind="Unit", name="区局", plans=[first, first + 1]))
    districts = [District(f"区{i}", list(range(i, min(i + 2, plans)))) for i in range(0, plans, 2)]
    return nodes, edges, districts


@pytest.mark.parametrize("plans", [1, 2, 5, 30])
@pytest.mark.parametrize("wide", [WIDE, TALL])
def test_no_two_nodes_lie_in_one_place_and_no_two_discs_touch(plans: int, wide: float) -> None:
    nodes, edges, districts = graph(plans)
    places, regions = Layout(nodes, edges, {}, districts).placed(wide)
    assert len(places) == len(set(places)) == len(nodes)
    discs = [region for region in regions if region.plan >= 0]
    assert len(discs) == plans
    for one, other in combinations(discs, 2):
        assert math.dist((one.x, one.y), (other.x, other.y)) >= (one.width + other.width) / 2


def test_what_plans_share_lies_outside_their_discs_and_the_rest_inside() -> None:
    nodes, edges, districts = graph(6)
    places, regions = Layout(nodes, edges, {}, districts).placed(WIDE)
    discs = {region.plan: region for region in regions if region.plan >= 0}

    def inside(place: tuple[int, int], disc: Region) -> bool:
        return math.dist(place, (disc.x, disc.y)) < disc.width / 2

    for node, place in zip(nodes, places, strict=True):
        held = [plan for plan, disc in discs.items() if inside(place, disc)]
        assert held == (node.plans if len(node.plans) == 1 else [])


def test_tasks_of_one_section_lie_side_by_side() -> None:
    nodes, edges, districts = graph(1, 12)
    sectors = {i: "second" if i % 2 else "first" for i, node in enumerate(nodes) if node.kind == "Task"}
    places, regions = Layout(nodes, edges, sectors, districts).placed(WIDE)
    [disc] = [region for region in regions if region.plan == 0]
    sides = {
        name: {places[i][0] > disc.x for i, sector in sectors.items() if sector == name}
        for name in ("first", "second")
    }
    assert sides == {"first": {True}, "second": {False}}


def test_boxes_stand_side_by_side_on_a_wide_screen_and_on_each_other_on_a_tall_one() -> None:
    sizes = [Size(300, 300)] * 2
    wide, tall = arranged(sizes, 0, 2.0), arranged(sizes, 0, 0.5)
    assert wide.boxes[0].y == wide.boxes[1].y and wide.boxes[0].x < wide.boxes[1].x
    assert tall.boxes[0].x == tall.boxes[1].x and tall.boxes[0].y < tall.boxes[1].y


def test_the_strongest_of_what_is_shared_lies_in_the_middle() -> None:
    band = arranged([Size(400, 400)] * 3, 9, 1.0).band
    middle = (sum(place.x for place in band) / 9, sum(place.y for place in band) / 9)
    assert band[0] == min(band, key=lambda place: math.dist(place, middle))
