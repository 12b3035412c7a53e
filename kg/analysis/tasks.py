"""Counterparts of tasks in other plans: which tasks are the same in wording, matter, policy, units, target, theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from typing import Final, Literal, get_args

from msgspec import Struct

from .common import DIGITS, rarity, weighted_jaccard
from .copies import Copy, Piece, copy_of, differences
from .material import Material
from .matter import Matter
from .quotes import Quotes
from .spread import Spread, numbers
from .targets import TargetGroup, target_groups
from .wordings import Wording, folded

Kind = Literal["wording", "matter", "policy", "units", "target", "theme"]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)

LEAST: Final[Mapping[Kind, float]] = {
    "wording": 0.3,
    "matter": 0.2,
    "policy": 0.3,
    "units": 0.8,
    "target": 0.3,
    "theme": 0.5,
}
"""The score from which on two tasks are counterparts of a kind."""
LONG: Final = 40
"""Own characters of a copied passage that make two tasks counterparts whatever their length."""
TELLING: Final = 0.69
"""The weight that shared policies, units or targets must have: what more than half of the tasks name tells nothing."""
OWN: Final = 12
"""Own characters that both tasks must have for their matter to be compared."""
WIDEST: Final = 200
"""Tasks that a policy, unit or target may stand in to look for counterparts."""


class Counterpart(Struct, frozen=True, kw_only=True):
    """Two tasks of different plans; a score is None where one of them gives nothing to compare."""

    first: str
    second: str
    first_plan: str
    second_plan: str
    wording: float | None = None
    """The part of one task's own wording that the other has too."""
    matter: float | None = None
    """Cosine of what they say."""
    policy: float | None = None
    """Jaccard index of the policies cited, weighted by rarity; so for units, targets and themes."""
    units: float | None = None
    """Only of one jurisdiction: bodies of two are different units."""
    target: float | None = None
    theme: float | None = None
    kinds: tuple[Kind, ...] = ()
    """The kinds in which they are counterparts; matter stands only where the wording differs."""
    copy: Copy | None = None
    """The copied passages."""
    shared: Mapping[str, tuple[str, ...]] = {}
    """What both have, by kind: keys of policies and units, names of indicators and themes."""

    def score(self, kind: Kind) -> float | None:
        """The score of a kind."""
        scores: dict[Kind, float | None] = {
            "wording": self.wording,
            "matter": self.matter,
            "policy": self.policy,
            "units": self.units,
            "target": self.target,
            "theme": self.theme,
        }
        return scores[kind]


class Boilerplate(Struct, frozen=True, kw_only=True):
    """How much of a task's wording is set aside before tasks are compared."""

    task: str
    plan: str
    characters: int
    """Letters and digits of the task without its list of units."""
    common: int
    """Those of the genre: they stand in the plans of many jurisdictions."""
    quoted: int
    """Those of titles in 《》 and of passages that a superior plan holds too."""


class TaskOverlap(Struct, frozen=True, kw_only=True):
    """The counterparts of all tasks, and what was set aside."""

    limit: int
    """Jurisdictions from which on a wording counts as common."""
    unread: tuple[str, ...]
    """Plans whose wording was not compared, for want of their text."""
    pairs: tuple[Counterpart, ...]
    boilerplate: tuple[Boilerplate, ...]


def task_overlap(
    material: Material, kinds: Collection[Kind] = KINDS, groups: Sequence[TargetGroup] | None = None
) -> TaskOverlap:
    """The counterparts of each task in other plans, in the order of the plans; only of the kinds asked for."""
    return _Tasks(material, kinds, groups).overlap()


def task_differences(material: Material, first: str, second: str) -> list[tuple[Piece, str, str]]:
    """The steps from one task's wording to another's, each with both texts as printed."""
    one, other = (material.wording(task) for task in (first, second))
    texts = material.texts[one.plan], material.texts[other.plan]
    return [
        (piece, _printed(one, texts[0], piece.first), _printed(other, texts[1], piece.second))
        for piece in differences(one.text, other.text)
    ]


def _printed(wording: Wording, text: str, span: tuple[int, int]) -> str:
    """A part as the plan prints it, with the punctuation up to the next part."""
    start, end = span
    if start == end:
        return ""
    last = wording.places[end - 1] + 1
    follows = wording.places[end] if end < len(wording.places) else last
    gap = text[last:follows]
    return "".join(text[wording.places[start] : last].split()) + (gap.strip() if len(gap) <= 2 else "")


class _Tasks:
    """The comparison of all tasks."""

    def __init__(
        self, material: Material, kinds: Collection[Kind], groups: Sequence[TargetGroup] | None
    ) -> None:
        self._material = material
        self._kinds = frozenset(kinds)
        self._wordings = material.wordings
        self._texts = [one.text for one in self._wordings]
        self._places = {one.task: place for place, one in enumerate(self._wordings)}
        self._order = {task: place for place, task in enumerate(material.tasks)}
        self._groups = groups
        self._masks: dict[tuple[int, str], list[bool]] = {}
        """By place, and by the superior plan that the other task is of."""

    def overlap(self) -> TaskOverlap:
        material = self._material
        pairs = (self._pair(first, second) for first, second in self._candidates())
        return TaskOverlap(
            limit=self._spread.limit,
            unread=tuple(key for key in material.by_key if key not in material.texts),
            pairs=tuple(pair for pair in pairs if self._kinds.intersection(pair.kinds)),
            boilerplate=tuple(map(self._set_aside, range(len(self._wordings)))),
        )

    @cached_property
    def _spread(self) -> Spread:
        wordings = self._wordings
        return Spread(self._texts, [one.plan for one in wordings], [one.place for one in wordings])

    @cached_property
    def _quotes(self) -> Quotes:
        return Quotes(self._material)

    @cached_property
    def _matter(self) -> Matter:
        titles = [folded(self._material.tasks[one.task][1].title) for one in self._wordings]
        return Matter(titles, self._texts, numbers([one.plan for one in self._wordings]))

    @cached_property
    def _features(self) -> Mapping[Kind, Mapping[str, frozenset[str]]]:
        """What each task names, by kind."""
        material = self._material
        groups = self._groups if self._groups is not None else target_groups(material)
        targets: defaultdict[str, set[str]] = defaultdict(set)
        for number, group in enumerate(groups):
            for one in group.targets:
                if one.task:
                    targets[one.task].add(f"{group.name}\0{number}")
        return {
            "policy": material.policies,
            "units": {task: material.units(task) for task in material.tasks},
            "target": {task: frozenset(found) for task, found in targets.items()},
            "theme": {task: frozenset(found.values()) for task, found in material.themes.items()},
        }

    @cached_property
    def _weights(self) -> Mapping[Kind, Mapping[str, float]]:
        """How rare each thing is among all tasks; a unit, among the tasks of each jurisdiction."""
        tasks = self._material.tasks
        places: defaultdict[str, list[str]] = defaultdict(list)
        for task, (plan, _) in tasks.items():
            places[plan.document.jurisdiction or plan.document.key].append(task)
        weights = {
            kind: dict(rarity(found.get(task, frozenset()) for task in tasks))
            for kind, found in self._features.items()
        }
        units = self._features["units"]
        weights["units"] = {
            unit: weight
            for here in places.values()
            for unit, weight in rarity(units[task] for task in here).items()
        }
        return weights

    def _candidates(self) -> list[tuple[str, str]]:
        found: set[tuple[str, str]] = set()
        if "wording" in self._kinds:
            found |= {self._named(pair.first, pair.second) for pair in self._spread.pairs()}
        if "matter" in self._kinds:
            found |= {self._named(first, second) for first, second in self._matter.nearest()}
        for kind in ("policy", "units", "target"):
            if kind in self._kinds:
                found |= set(self._together(self._holders(kind)))
        return sorted(found, key=lambda pair: (self._order[pair[0]], self._order[pair[1]]))

    def _named(self, first: int, second: int) -> tuple[str, str]:
        one, other = self._wordings[first].task, self._wordings[second].task
        return (one, other) if self._order[one] < self._order[other] else (other, one)

    def _holders(self, kind: Kind) -> Iterable[Sequence[str]]:
        """The tasks that name each thing of a kind; of units those that name the same ones, as few names are rare."""
        holders: defaultdict[object, list[str]] = defaultdict(list)
        for task in self._material.tasks:
            named = self._features[kind].get(task, frozenset())
            for item in [named] if kind == "units" and named else named:
                holders[item].append(task)
        return holders.values()

    def _together(self, holders: Iterable[Sequence[str]]) -> Iterator[tuple[str, str]]:
        """Tasks of different plans that stand together, where not too many do."""
        for tasks in holders:
            if 1 < len(tasks) <= WIDEST:
                for first, second in combinations(tasks, 2):
                    if self._plan(first) != self._plan(second):
                        yield first, second

    def _plan(self, task: str) -> str:
        return self._material.tasks[task][0].document.key

    def _pair(self, first: str, second: str) -> Counterpart:
        copy, matter = self._compared(first, second)
        shared = {kind: self._shared(kind, first, second) for kind in self._features}
        scores: dict[Kind, float | None] = {kind: score for kind, (score, _) in shared.items()}
        compared = copy is not None and max(copy.of_first, copy.of_second) > 0
        scores["wording"] = round(copy.score, DIGITS) if copy and compared else None
        scores["matter"] = matter
        return Counterpart(
            first=first,
            second=second,
            first_plan=self._plan(first),
            second_plan=self._plan(second),
            wording=scores["wording"],
            matter=matter,
            policy=scores["policy"],
            units=scores["units"],
            target=scores["target"],
            theme=scores["theme"],
            kinds=tuple(self._held(scores, copy, {kind: both for kind, (_, both) in shared.items()})),
            copy=copy if copy and copy.passages else None,
            shared={
                kind: tuple(one.partition("\0")[0] for one in both)
                for kind, (_, both) in shared.items()
                if both
            },
        )

    def _compared(self, first: str, second: str) -> tuple[Copy | None, float | None]:
        """Their copied passages and their cosine; None where the text of one was not given."""
        places = self._places.get(first), self._places.get(second)
        if places[0] is None or places[1] is None:
            return None, None
        here, there = places[0], places[1]
        copy = None
        if self._texts[here] and self._texts[there]:
            masks = self._mask(here, there), self._mask(there, here)
            copy = copy_of(self._texts[here], self._texts[there], *masks)
        matter = None
        if "matter" in self._kinds and copy and min(copy.of_first, copy.of_second) >= OWN:
            matter = round(self._matter.score(here, there), DIGITS)
        return copy, matter

    def _mask(self, place: int, other: int) -> list[bool]:
        """Which characters of a task are common, in a comparison with another."""
        wording, plan = self._wordings[place], self._wordings[other].plan
        source = plan if plan in self._material.superiors.get(wording.plan, ()) else ""
        if (place, source) not in self._masks:
            quoted = self._quotes.mask(wording, source)
            pairs = zip(self._spread.common(wording.text), quoted, strict=True)
            self._masks[place, source] = [one or two for one, two in pairs]
        return self._masks[place, source]

    def _shared(self, kind: Kind, first: str, second: str) -> tuple[float | None, tuple[str, ...]]:
        """The weighted Jaccard index of a kind, None where one task names nothing, and what both name."""
        found = self._features[kind]
        here, there = found.get(first, frozenset()), found.get(second, frozenset())
        if not here or not there or (kind == "units" and not self._one_place(first, second)):
            return None, ()
        return weighted_jaccard(here, there, self._weights[kind]), tuple(sorted(here & there))

    def _one_place(self, first: str, second: str) -> bool:
        codes = [self._material.tasks[task][0].document.jurisdiction for task in (first, second)]
        return codes[0] is not None and codes[0] == codes[1]

    def _held(
        self, scores: Mapping[Kind, float | None], copy: Copy | None, shared: Mapping[Kind, Iterable[str]]
    ) -> Iterator[Kind]:
        """The kinds in which two tasks are counterparts."""
        for kind in KINDS:
            score = scores.get(kind)
            if score is None or kind not in self._kinds:
                continue
            copied = copy is not None and is_copy(copy)
            if kind == "wording":
                held = copied
            elif kind == "matter":
                held = score >= LEAST[kind] and not copied
            else:
                weight = sum(self._weights[kind][item] for item in shared[kind])
                held = score >= LEAST[kind] and (kind == "theme" or weight >= TELLING)
            if held:
                yield kind

    def _set_aside(self, place: int) -> Boilerplate:
        wording = self._wordings[place]
        common = self._spread.common(wording.text)
        return Boilerplate(
            task=wording.task,
            plan=wording.plan,
            characters=len(wording.text),
            common=sum(common),
            quoted=sum(self._quotes.mask(wording, "")),
        )


def is_copy(copy: Copy) -> bool:
    """Whether two tasks are counterparts in wording: a part of one's own wording, or a long passage, is the same."""
    return copy.score >= LEAST["wording"] or any(one.own >= LONG for one in copy.passages)
