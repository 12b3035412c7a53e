"""All analyses of one set of plans together, as `kg build` makes findings of them."""

from __future__ import annotations

from collections import Counter

from msgspec import Struct

from .changes import Comparison, compare
from .common import DIGITS
from .material import Material
from .network import Bottleneck, bottlenecks
from .policies import PolicyOverlap, policy_overlap
from .targets import (
    TargetChange,
    TargetGroup,
    same_place_pairs,
    target_changes,
    target_groups,
)
from .tasks import TaskOverlap, task_overlap
from .workload import Workload, workload

KIN = 0.2
"""The part of its tasks that a plan must share with another to be compared task by task in the graph."""


class Kinship(Struct, frozen=True, kw_only=True):
    """Two plans that share the wording of tasks."""

    first: str
    second: str
    tasks_first: int
    """Tasks of the first plan whose wording the second has too."""
    tasks_second: int
    of_first: int
    """All tasks of the first plan."""
    of_second: int

    @property
    def score(self) -> float:
        """The larger of the two shares."""
        return round(max(self.tasks_first / self.of_first, self.tasks_second / self.of_second), DIGITS)


class Findings(Struct, frozen=True, kw_only=True):
    """What the analyses find."""

    policies: PolicyOverlap
    tasks: TaskOverlap
    groups: tuple[TargetGroup, ...]
    targets: tuple[TargetChange, ...]
    """What plans of one district set for the same indicators; those that can't both be kept are marked."""
    kin: tuple[Kinship, ...]
    changes: tuple[Comparison, ...]
    """Between plans of one district that are near kin, the earlier one first."""
    load: Workload
    bottlenecks: tuple[Bottleneck, ...]


def find(material: Material) -> Findings:
    """All findings of some plans."""
    groups = target_groups(material)
    tasks = task_overlap(material, groups=groups)
    kin = kinship(material, tasks)
    load = workload(material)
    return Findings(
        policies=policy_overlap(material),
        tasks=tasks,
        groups=tuple(groups),
        targets=tuple(_targets(material, groups)),
        kin=tuple(kin),
        changes=tuple(compare(material, *pair, groups) for pair in _near(material, kin)),
        load=load,
        bottlenecks=tuple(bottlenecks(material, load.plans)),
    )


def kinship(material: Material, overlap: TaskOverlap) -> list[Kinship]:
    """The pairs of plans that share the wording of tasks, the nearest first."""
    shared: Counter[tuple[str, str, str]] = Counter()
    for pair in overlap.pairs:
        if "wording" in pair.kinds:
            for task in (pair.first, pair.second):
                shared[pair.first_plan, pair.second_plan, task] = 1
    sides: Counter[tuple[str, str, str]] = Counter()
    for first, second, task in shared:
        sides[first, second, material.tasks[task][0].document.key] += 1
    found = [
        Kinship(
            first=first,
            second=second,
            tasks_first=sides[first, second, first],
            tasks_second=sides[first, second, second],
            of_first=len(material.by_key[first].tasks),
            of_second=len(material.by_key[second].tasks),
        )
        for first, second in dict.fromkeys((one[0], one[1]) for one in sides)
    ]
    return sorted(found, key=lambda one: (-one.score, one.first, one.second))


def _near(material: Material, kin: list[Kinship]) -> list[tuple[str, str]]:
    """The pairs of plans of one district that are near kin, the earlier one first."""
    near = {frozenset((one.first, one.second)) for one in kin if one.score >= KIN}
    return [pair for pair in same_place_pairs(material) if frozenset(pair) in near]


def _targets(material: Material, groups: list[TargetGroup]) -> list[TargetChange]:
    """The indicators that two plans of one district both set."""
    shared = {pair for group in groups for pair in _plan_pairs(group)}
    return [
        one
        for earlier, later in same_place_pairs(material)
        if (earlier, later) in shared
        for one in target_changes(material, groups, earlier, later)
        if one.first and one.second
    ]


def _plan_pairs(group: TargetGroup) -> set[tuple[str, str]]:
    plans = {one.plan for one in group.targets}
    return {(first, second) for first in plans for second in plans if first != second}
