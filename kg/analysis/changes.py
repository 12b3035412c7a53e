"""What changed from one plan to another: tasks, units, targets, policies. A draft and its final text as well."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, Literal

from msgspec import Struct
from rapidfuzz.distance import Indel

from ..errors import QueryError
from ..graph.statements import assignments_of
from ..model import Relation
from .common import DIGITS
from .copies import Copy, Piece, copy_of
from .material import Material
from .matter import Matter
from .policies import policy_relations
from .spread import Spread, numbers
from .targets import TargetChange, TargetGroup, target_changes, target_groups
from .tasks import task_differences
from .wordings import Wording, folded

Change = Literal["kept", "reworded", "split", "merged", "dropped", "new"]

ALIKE: Final = 0.35
"""The part of the shorter wording that must agree for a task to be the other reworded."""
WHOLE: Final = 0.35
"""The part of its wording that a task must have from another to be a part of it."""
ANEW: Final = 0.2
"""Cosine from which on tasks of about the same title are one, written anew."""
TITLE: Final = 0.6
"""How like the titles must be for that."""
SAME_TITLE: Final = 0.8
"""How like titles must be to speak for two tasks among several of like wording."""

_Linked = tuple[float, str, str]


class UnitChange(Struct, frozen=True, kw_only=True):
    """A unit that is added to a task or relieved of it, or whose role changes."""

    unit: str
    before: str | None
    """lead or responsible; None where the earlier plan does not name it."""
    after: str | None


class TaskChange(Struct, frozen=True, kw_only=True):
    """A task of the earlier plan and what became of it, or one that is new."""

    change: Change
    first: tuple[str, ...]
    """Tasks of the earlier plan; several where they were merged, none where it is new."""
    second: tuple[str, ...]
    same: tuple[float, float] | None
    """The parts of the earlier and of the later wording that agree; None for a dropped or new task."""
    units: tuple[UnitChange, ...] = ()
    units_stated: tuple[bool, bool] = (False, False)
    """Whether each side names units; where one names none, nothing is said of units."""
    deadlines: tuple[str | None, str | None] = (None, None)


class PolicyChange(Struct, frozen=True, kw_only=True):
    """A policy that is cited anew, no longer, or otherwise."""

    policy: str
    title: str
    before: Relation | None
    after: Relation | None


class Comparison(Struct, frozen=True, kw_only=True):
    """All that differs between two plans."""

    first: str
    second: str
    drafts: tuple[bool, bool]
    """Whether each is a draft."""
    similarity: float | None
    """The part of the tasks of both that were kept, reworded, split or merged; None where one has no tasks."""
    tasks: tuple[TaskChange, ...]
    targets: tuple[TargetChange, ...]
    policies: tuple[PolicyChange, ...]
    units_added: tuple[str, ...]
    """Units that the later plan names for tasks and the earlier one does not; empty where either names none."""
    units_relieved: tuple[str, ...]
    silent: tuple[bool, bool]
    """Whether each plan names no units for any task: then it is silent, not idle."""


def compare(
    material: Material, first: str, second: str, groups: Sequence[TargetGroup] | None = None
) -> Comparison:
    """What changed from the first plan to the second, by their keys; raises QueryError for a key that is not there.

    `groups` are the targets of all plans where they were grouped before.
    """
    for key in (first, second):
        if key not in material.by_key:
            raise QueryError(f"no plan {key!r}; there are: {', '.join(sorted(material.by_key))}")
        if key not in material.texts:
            raise QueryError(f"the text of plan {key!r} is not given, so its tasks can't be compared")
    if first == second:
        raise QueryError("the two plans are one")
    tasks = _Matching(material, first, second).changes()
    known = target_groups(material) if groups is None else groups
    units = [_plan_units(material, key) for key in (first, second)]
    both = bool(units[0] and units[1])
    documents = [material.by_key[key].document for key in (first, second)]
    return Comparison(
        first=first,
        second=second,
        drafts=(documents[0].draft, documents[1].draft),
        similarity=_similarity(material, tasks, first, second),
        tasks=tuple(tasks),
        targets=tuple(target_changes(material, known, first, second)),
        policies=tuple(_policy_changes(material, first, second)),
        units_added=tuple(sorted(units[1] - units[0])) if both else (),
        units_relieved=tuple(sorted(units[0] - units[1])) if both else (),
        silent=(not units[0], not units[1]),
    )


def change_differences(material: Material, change: TaskChange) -> list[tuple[Piece, str, str]]:
    """The steps of wording from each earlier task to each later one of a change, as printed."""
    return [
        step
        for first in change.first
        for second in change.second
        for step in task_differences(material, first, second)
    ]


def _plan_units(material: Material, plan: str) -> frozenset[str]:
    return frozenset(unit for task in material.by_key[plan].tasks for unit in material.units(task.key))


def _similarity(material: Material, changes: Sequence[TaskChange], first: str, second: str) -> float | None:
    totals = [len(material.by_key[key].tasks) for key in (first, second)]
    if not all(totals):
        return None
    going_on = sum(len(one.first) + len(one.second) for one in changes if one.first and one.second)
    return round(going_on / sum(totals), DIGITS)


def _policy_changes(material: Material, first: str, second: str) -> Iterator[PolicyChange]:
    before, after = policy_relations(material, first), policy_relations(material, second)
    titles = {one.key: one.title for one in material.entities.policies}
    for key in sorted(before.keys() | after.keys(), key=lambda one: (titles[one], one)):
        if before.get(key) != after.get(key):
            yield PolicyChange(policy=key, title=titles[key], before=before.get(key), after=after.get(key))


class _Matching:
    """The tasks of two plans, matched from the likest pair down."""

    def __init__(self, material: Material, first: str, second: str) -> None:
        self._material = material
        self._plans = first, second
        self._sides = [[one for one in material.wordings if one.plan == key] for key in (first, second)]
        self._keys = [[task.key for task in material.by_key[key].tasks] for key in (first, second)]
        self._texts = {key: key for keys in self._keys for key in keys}
        self._texts |= {one.task: one.text for side in self._sides for one in side}
        self._copies: dict[tuple[str, str], Copy] = {}
        self._partner: dict[str, str] = {}
        self._parts: defaultdict[str, list[str]] = defaultdict(list)
        self._part_of: dict[str, str] = {}

    def changes(self) -> list[TaskChange]:
        """What became of each task of the first plan, in its order, then the new ones."""
        wordings = [*self._sides[0], *self._sides[1]]
        self._copy_all(wordings)
        self._match(self._by_wording())
        self._match(self._anew(wordings))
        self._attach()
        done: set[str] = set()
        found = [change for key in self._keys[0] if (change := self._of_first(key, done)) is not None]
        return found + [self._change((), (key,)) for key in self._keys[1] if key not in done]

    def _copy_all(self, wordings: Sequence[Wording]) -> None:
        """The copied passages of each pair that shares rare wording, between these two plans alone."""
        spread = Spread([one.text for one in wordings], *([one.plan for one in wordings] for _ in range(2)))
        for pair in spread.pairs():
            one, other = wordings[pair.first], wordings[pair.second]
            nothing = [False] * len(one.text), [False] * len(other.text)
            self._copies[one.task, other.task] = copy_of(one.text, other.text, *nothing)

    def _by_wording(self) -> list[_Linked]:
        """The pairs that agree enough to be one task, by the mean of both shares."""
        found = []
        for (first, second), copy in self._copies.items():
            shares = copy.share_first or 0.0, copy.share_second or 0.0
            if max(shares) >= ALIKE:
                found.append((sum(shares) / 2 + self._title_likeness(first, second), first, second))
        return found

    def _title_likeness(self, first: str, second: str) -> float:
        """How like two titles are, 0 where they are not about the same."""
        titles = [folded(self._material.tasks[key][1].title) for key in (first, second)]
        likeness = Indel.normalized_similarity(*titles)
        return likeness if likeness >= SAME_TITLE else 0.0

    def _anew(self, wordings: Sequence[Wording]) -> list[_Linked]:
        """The pairs about the same matter under a like title, among the tasks without a partner."""
        left = [one for one in wordings if one.task not in self._partner]
        titles = [folded(self._material.tasks[one.task][1].title) for one in left]
        matter = Matter(titles, [one.text for one in left], numbers([one.plan for one in left]))
        found = []
        for first, second in matter.nearest():
            score = matter.score(first, second)
            if score >= ANEW and Indel.normalized_similarity(titles[first], titles[second]) >= TITLE:
                found.append((score, left[first].task, left[second].task))
        return found

    def _match(self, links: Sequence[_Linked]) -> None:
        """Give each task at most one partner, from the best link down; of equal links the first in the plans."""
        order = {key: place for place, key in enumerate([*self._keys[0], *self._keys[1]])}
        for _, first, second in sorted(
            links, key=lambda one: (-round(one[0], 9), order[one[1]], order[one[2]])
        ):
            if first not in self._partner and second not in self._partner:
                self._partner[first], self._partner[second] = second, first

    def _attach(self) -> None:
        """Attach tasks without a partner to the task that they are a part of: split off or merged in."""
        for (first, second), copy in sorted(self._copies.items(), key=lambda item: (-item[1].own, item[0])):
            for part, whole, share in (
                (first, second, copy.share_first or 0.0),
                (second, first, copy.share_second or 0.0),
            ):
                free = part not in self._partner and part not in self._part_of
                if free and share >= WHOLE and whole in self._partner:
                    self._parts[whole].append(part)
                    self._part_of[part] = whole

    def _of_first(self, key: str, done: set[str]) -> TaskChange | None:
        """The change that a task of the first plan is the first of; None where one before it told it."""
        if key in done:
            return None
        anchor = self._part_of.get(key, self._partner.get(key))
        if anchor is None:
            return self._change((key,), ())
        first, second = self._around(anchor)
        done.update(first, second)
        return self._change(first, second)

    def _around(self, anchor: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """All tasks of both plans that hang together with a task of the second plan."""
        partner = self._partner[anchor]
        second = {anchor, *self._parts[partner]}
        first = {partner, *self._parts[anchor]}
        return self._ordered(0, first), self._ordered(1, second)

    def _ordered(self, side: int, keys: set[str]) -> tuple[str, ...]:
        return tuple(key for key in self._keys[side] if key in keys)

    def _change(self, first: tuple[str, ...], second: tuple[str, ...]) -> TaskChange:
        units = self._roles(first), self._roles(second)
        stated = bool(units[0]), bool(units[1])
        return TaskChange(
            change=self._kind(first, second),
            first=first,
            second=second,
            same=self._same(first, second),
            units=tuple(_unit_changes(*units)) if all(stated) else (),
            units_stated=stated,
            deadlines=(self._deadline(first), self._deadline(second)),
        )

    def _kind(self, first: Sequence[str], second: Sequence[str]) -> Change:
        if not first or not second:
            return "dropped" if first else "new"
        if len(first) > 1:
            return "merged"
        if len(second) > 1:
            return "split"
        return "kept" if self._texts[first[0]] == self._texts[second[0]] else "reworded"

    def _same(self, first: Sequence[str], second: Sequence[str]) -> tuple[float, float] | None:
        if not first or not second:
            return None
        own = sum(copy.own for one in first for other in second if (copy := self._copies.get((one, other))))
        sizes = (max(1, sum(len(self._texts[key]) for key in keys)) for keys in (first, second))
        earlier, later = (round(min(1.0, own / size), DIGITS) for size in sizes)
        return earlier, later

    def _roles(self, tasks: Sequence[str]) -> Mapping[str, str]:
        """The role of each unit in some tasks; lead where it leads any."""
        found: dict[str, str] = {}
        for key in tasks:
            plan, task = self._material.tasks[key]
            for one in assignments_of(task):
                unit = self._material.entities.key_of("unit", plan.document.key, one.unit)
                found[unit] = "lead" if "lead" in (one.role, found.get(unit)) else one.role
        return found

    def _deadline(self, tasks: Sequence[str]) -> str | None:
        dates = [date for key in tasks if (date := self._material.tasks[key][1].deadline)]
        return max(dates, default=None)


def _unit_changes(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[UnitChange]:
    for unit in sorted(before.keys() | after.keys()):
        if before.get(unit) != after.get(unit):
            yield UnitChange(unit=unit, before=before.get(unit), after=after.get(unit))
