"""Parts of a graph that are small enough to be drawn by themselves: a plan, the neighbourhood of a node."""

from __future__ import annotations

import difflib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from ..errors import QueryError
from ..tables import Lang
from .explorer.model import PageData, PageNode
from .explorer.words import page_looks

if TYPE_CHECKING:
    from .pyvis import PlanNetwork

LIMIT = 120
"""Nodes of a part; of more, the nearest and strongest are taken."""
_HUBS = frozenset({"Plan", "Theme"})
"""What everything hangs on: a walk ends there."""


class Part:
    """Some nodes of a graph with all edges among them; notebooks show it."""

    def __init__(self, page: PageData, nodes: Sequence[int], titles: tuple[str, str], total: int) -> None:
        self.page = page
        self.nodes = tuple(nodes)
        """Places in the page's list of nodes, the nearest and strongest first."""
        self.titles = titles
        """Chinese and English; they hold text of documents."""
        self.total = total
        """Nodes that there were to take from."""

    def to_pyvis(self, lang: Lang = "zh") -> PlanNetwork:
        """The part as a network of pyvis, whose page needs no network."""
        from .pyvis import network_of

        return network_of(self, lang)

    def _repr_html_(self) -> str:
        return self.to_pyvis()._repr_html_()


def plan_part(page: PageData, key: str, plans: Sequence[str]) -> Part:
    """A plan with its tasks, units, policies and groups; raises QueryError for the key of no plan."""
    if key not in plans:
        raise QueryError(f"no plan {key!r} (known: {', '.join(plans) or 'none'})")
    number = plans.index(key)
    root = page.plans[number].node
    looks = page_looks()
    inside = {
        place
        for place, node in enumerate(page.nodes)
        if number in node.plans and node.kind in looks and looks[node.kind].first and node.kind != "Plan"
    } | {root}
    linked = [edge for edge in page.edges if edge.source in inside and edge.target in inside]
    found = sorted({place for edge in linked for place in (edge.source, edge.target)} - {root})
    name = page.nodes[root].name
    chosen = _strongest(page, found, dict.fromkeys(found, 1))
    return Part(page, [root, *chosen[: LIMIT - 1]], (name, name), len(found) + 1)


def around(page: PageData, name: str, depth: int = 2) -> Part:
    """What lies within so many steps of the node of a name; raises QueryError where none or several have it."""
    if depth < 1:
        raise QueryError(f"depth {depth}: expected 1 or more")
    root = find_node(page.nodes, name)
    near: defaultdict[int, set[int]] = defaultdict(set)
    for edge in page.edges:
        near[edge.source].add(edge.target)
        near[edge.target].add(edge.source)
    steps, layer = {root: 0}, [root]
    for step in range(1, depth + 1):
        walked = [place for place in layer if place == root or page.nodes[place].kind not in _HUBS]
        layer = sorted({other for place in walked for other in near[place]} - steps.keys())
        steps |= dict.fromkeys(layer, step)
    nodes = _strongest(page, steps, steps)
    full = full_name(page.nodes[root])
    steps_around = f"{full}, {depth} {'step' if depth == 1 else 'steps'} around"
    return Part(page, nodes[:LIMIT], (f"“{full}”的 {depth} 步邻域", steps_around), len(nodes))


def full_name(node: PageNode) -> str:
    """The name of a node, that of a unit under its jurisdiction: 江苏省南京市鼓楼区 and 区司法局 become one."""
    place = node.facts.get("jurisdiction")
    if not isinstance(place, str) or not place or node.name.startswith(place):
        return node.name
    return place.removesuffix(node.name[:1]) + node.name


def find_node(nodes: Sequence[PageNode], name: str) -> int:
    """The node of a name, of a printed variant, of a name with the jurisdiction or its end before it, or of an IRI.

    Units go before all else. Raises QueryError where none or several fit.
    """
    found = [place for place, node in enumerate(nodes) if _fits(node, name)]
    units = [place for place in found if nodes[place].kind in ("Unit", "CollectiveUnit")]
    found = units or found
    if len(found) == 1:
        return found[0]
    if found:
        known = ", ".join(f"{full_name(nodes[place])} ({nodes[place].id})" for place in found[:12])
        raise QueryError(f"{name!r} fits {len(found)} nodes; give one of: {known}")
    names = {full_name(node) for node in nodes} | {node.name for node in nodes}
    near = difflib.get_close_matches(name, sorted(names), n=3, cutoff=0.4)
    suggestion = f"; did you mean {', '.join(near)}?" if near else ""
    raise QueryError(f"no node {name!r}{suggestion}")


def _fits(node: PageNode, name: str) -> bool:
    if (
        name in (node.name, node.facts.get("officialName"), *node.also)
        or name.endswith(f"/{node.id}")
        or name == node.id
    ):
        return True
    return len(name) > len(node.name) and full_name(node).endswith(name)


def _strongest(page: PageData, places: Iterable[int], steps: dict[int, int]) -> list[int]:
    return sorted(places, key=lambda place: (steps[place], -page.nodes[place].weight, place))
