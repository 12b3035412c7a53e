"""The network of units and tasks: who must work with whom, and without which unit most tasks stall."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations

import networkx as nx
from msgspec import Struct

from ..graph.statements import assignments_of
from .common import DIGITS
from .material import Material

EXACT = 2_000
"""Nodes up to which the betweenness is counted over all of them, beyond from a sample of so many."""
_SEED = 1


class Partners(Struct, frozen=True, kw_only=True):
    """Two units of one plan that share tasks."""

    plan: str
    first: str
    second: str
    tasks: int
    led: int
    """Of these, the tasks that one of both leads."""


class Bottleneck(Struct, frozen=True, kw_only=True):
    """A unit of one plan, and what depends on it."""

    plan: str
    unit: str
    tasks: int
    sole: int
    """Tasks that name no other unit: without it they stall."""
    led: int
    """Tasks that it leads alone."""
    articulation: bool
    """Whether the network of the plan falls apart without it."""
    cut_off: int
    """Units and tasks that then no longer hang together with the largest part, tasks of its own included."""
    betweenness: float
    """The share of shortest ways between units and tasks that lead through it."""


def partners(material: Material, plans: Iterable[str]) -> list[Partners]:
    """The pairs of units that share tasks, by plan, those with most tasks first."""
    found = []
    for plan in plans:
        together: Counter[tuple[str, str]] = Counter()
        led: Counter[tuple[str, str]] = Counter()
        for roles in _roles(material, plan):
            for pair in combinations(sorted(roles), 2):
                together[pair] += 1
                led[pair] += "lead" in (roles[pair[0]], roles[pair[1]])
        found += [
            Partners(plan=plan, first=pair[0], second=pair[1], tasks=count, led=led[pair])
            for pair, count in sorted(together.items(), key=lambda item: (-item[1], item[0]))
        ]
    return found


def bottlenecks(material: Material, plans: Iterable[str]) -> list[Bottleneck]:
    """The units of each plan by what depends on them; a plan that names no units has none."""
    return [one for plan in plans for one in _of_plan(plan, list(_roles(material, plan)))]


def _roles(material: Material, plan: str) -> Iterable[dict[str, str]]:
    """The role of each unit, task by task."""
    for task in material.by_key[plan].tasks:
        roles: dict[str, str] = {}
        for one in assignments_of(task):
            unit = material.entities.key_of("unit", plan, one.unit)
            roles[unit] = "lead" if "lead" in (one.role, roles.get(unit)) else one.role
        yield roles


def _of_plan(plan: str, tasks: Sequence[dict[str, str]]) -> list[Bottleneck]:
    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    graph.add_edges_from(
        (("unit", unit), ("task", f"{place:09}"))
        for place, roles in enumerate(tasks)
        for unit in sorted(roles)
    )
    between = nx.betweenness_centrality(graph, k=EXACT if len(graph) > EXACT else None, seed=_SEED)
    cuts = set(nx.articulation_points(graph))
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for roles in tasks:
        leads = [unit for unit, role in roles.items() if role == "lead"]
        for unit in roles:
            counts[unit][0] += 1
            counts[unit][1] += len(roles) == 1
            counts[unit][2] += leads == [unit]
    found = [
        Bottleneck(
            plan=plan,
            unit=unit,
            tasks=named,
            sole=sole,
            led=led,
            articulation=("unit", unit) in cuts,
            cut_off=_cut_off(graph, unit) if ("unit", unit) in cuts else 0,
            betweenness=round(between["unit", unit], DIGITS),
        )
        for unit, (named, sole, led) in counts.items()
    ]
    return sorted(found, key=lambda one: (-one.betweenness, -one.tasks, one.unit))


def _cut_off(graph: nx.Graph[tuple[str, str]], unit: str) -> int:
    """What no longer hangs together with the largest part of what the unit held together."""
    whole = nx.node_connected_component(graph, ("unit", unit))
    rest = graph.subgraph(whole - {("unit", unit)})
    parts = [len(part) for part in nx.connected_components(rest)]
    return sum(parts) - max(parts, default=0)
