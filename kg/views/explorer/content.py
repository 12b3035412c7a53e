"""From plans and entities to what the page shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import chain

from ...graph import Ref
from ...resolve import Entities
from .collector import Collector
from .initials import initials
from .layout import TALL, WIDE, District, Layout
from .marks import page_plan
from .model import PageData, PageEdge, PageNode, PlanText
from .shared import SharedNodes
from .statements import PlanNodes
from .themes import Themes
from .words import page_looks, page_words


def page_data(reads: Sequence[PlanText], entities: Entities, themes: Themes) -> PageData:
    """All that the page shows of plans; their order makes no difference."""
    ordered = sorted(reads, key=lambda read: read.plan.document.key)
    page = Collector()
    for read in ordered:
        page.plan(read.plan.document.key)
    shared = SharedNodes(entities, page)
    shared.add_nodes()
    known = _themes(page, themes)
    found = [PlanNodes(read, shared, known) for read in ordered]
    for one in found:
        one.collect(dict(themes))
    shared.add_edges()
    edges = page.edges
    _theme_plans(page, edges)
    _weigh(page.nodes, edges)
    sectors = dict(chain.from_iterable(one.sectors.items() for one in found))
    districts = _districts(ordered, shared.places)
    layout = Layout(page.nodes, edges, sectors, districts)
    wide, tall = layout.placed(WIDE), layout.placed(TALL)
    for node, at, at_tall in zip(page.nodes, wide.places, tall.places, strict=True):
        node.at, node.tall = at, at_tall
    return PageData(
        nodes=page.nodes,
        edges=edges,
        plans=[page_plan(one, read.text) for one, read in zip(found, ordered, strict=True)],
        regions=wide.regions,
        tall=tall.regions,
        words=page_words(),
        looks=page_looks(),
    )


def _themes(page: Collector, themes: Themes) -> dict[str, int]:
    """The nodes of themes by name."""
    names = sorted(set(chain.from_iterable(themes.values())))
    return {
        name: page.add(
            Ref("Theme", name), PageNode(id="", kind="Theme", name=name, initials=initials([name]))
        )
        for name in names
    }


def _theme_plans(page: Collector, edges: Sequence[PageEdge]) -> None:
    """Give each theme the plans whose tasks it has."""
    for edge in edges:
        if edge.type == "hasTheme":
            theme = page.nodes[edge.target]
            theme.plans = sorted({*theme.plans, *page.nodes[edge.source].plans})


_COUNTED = {
    "Plan": {"inPlan"},
    "Unit": {"leads", "responsibleFor"},
    "CollectiveUnit": {"leads", "responsibleFor"},
    "Theme": {"hasTheme"},
    "LeadershipGroup": {"inGroup"},
}


def _weigh(nodes: Sequence[PageNode], edges: Sequence[PageEdge]) -> None:
    """Set the weights: of a unit the tasks, of a plan what is in it, of a policy how often plans cite it."""
    ends: defaultdict[int, set[int]] = defaultdict(set)
    for edge in edges:
        for here, there in ((edge.source, edge.target), (edge.target, edge.source)):
            counted = _COUNTED.get(nodes[here].kind)
            if counted is None or edge.type in counted:
                ends[here].add(there)
    for i, node in enumerate(nodes):
        node.weight = max(1, len(ends[i]) + 4 * (len(node.plans) - 1) * (node.kind == "Policy"))


def _districts(ordered: Sequence[PlanText], names: Mapping[str, str]) -> list[District]:
    """The plans by jurisdiction; a plan without one stands alone."""
    groups: defaultdict[str, list[int]] = defaultdict(list)
    for number, read in enumerate(ordered):
        document = read.plan.document
        groups[document.jurisdiction or f"|{document.key}"].append(number)
    return [District(names.get(code, ""), plans) for code, plans in sorted(groups.items())]
