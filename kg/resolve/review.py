"""What a person should look at: units that may be one, and names that leave open whose they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from ..model import Plan
from ..names.divisions import NATION, divisions
from .fronts import level_word
from .model import Decision, Doubt, PolicyEntity, Unit
from .policies import Policies
from .units import Units
from .vocabulary import table
from .zones import COMMITTEE

_ALIKE = 0.75
"""Share of two-character pieces that two names must have in common to be proposed."""
_LEAST = 5
"""Characters of the shortest name that is compared."""
_MARKS = re.compile(r"[（）()“”\"·、，<>《》〈〉]")
_UNKNOWN = frozenset({"other", "place", "branch", "zone", "printed"})
"""Kinds of units that no table tells apart; bodies of the table differ or are one, and are not compared."""


def unit_doubts(found: Units, plans: Sequence[Plan]) -> Iterator[Doubt]:
    """The pairs of units that may be one, and the units whose place is open."""
    by_code: defaultdict[str | None, list[Unit]] = defaultdict(list)
    for unit in found.units:
        if not unit.collective:
            by_code[unit.jurisdiction].append(unit)
    apart = _Apart(found, plans)
    seen: set[tuple[str, str]] = set()
    for doubt in [*_two_posts(found, plans), *_pairs(by_code), *_zones(by_code)]:
        pair = min(doubt.first, doubt.second), max(doubt.first, doubt.second)
        if pair not in seen and not apart.told(*pair):
            seen.add(pair)
            yield doubt
    yield from _open(found.decisions)


def _pairs(by_code: Mapping[str | None, Sequence[Unit]]) -> Iterator[Doubt]:
    for code in sorted(by_code, key=str):
        yield from _suffixes(by_code[code])
        yield from _plates(code, by_code[code])
        yield from _alike(by_code[code])


class _Apart:
    """Which units a plan itself keeps apart: side by side in one list, or under different members of a group."""

    def __init__(self, found: Units, plans: Sequence[Plan]) -> None:
        self._lists: defaultdict[str, set[str]] = defaultdict(set)
        self._members: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for plan in plans:
            key = plan.document.key
            for task in plan.tasks:
                for name in (*task.lead, *task.responsible):
                    self._lists[_root(found, key, name)].add(task.key)
            for member in plan.members:
                for post in member.posts:
                    if post.unit is not None:
                        self._members[_root(found, key, post.unit)].add((key, member.name))

    def told(self, one: str, other: str) -> bool:
        """Whether some plan names both as two."""
        if self._lists[one] & self._lists[other]:
            return True
        here, there = self._members[one], self._members[other]
        plans = {plan for plan, _ in here} & {plan for plan, _ in there}
        return any(
            {name for where, name in here if where == plan}.isdisjoint(
                name for where, name in there if where == plan
            )
            for plan in plans
        )


def _root(found: Units, plan: str, name: str) -> str:
    return found.roots.root(found.readings[plan, name].key)


def _suffixes(units: Sequence[Unit]) -> Iterator[Doubt]:
    """区发改委 and 区发改局."""
    by_subject: defaultdict[str, list[Unit]] = defaultdict(list)
    for unit in units:
        if unit.kind == "office":
            by_subject[unit.subject].append(unit)
    for subject in sorted(by_subject):
        for one, other in combinations(by_subject[subject], 2):
            yield Doubt("unit", one.key, other.key, f"both are for {subject}, in bodies of two kinds")


def _plates(code: str | None, units: Sequence[Unit]) -> Iterator[Doubt]:
    """区市场监管局 and 区知识产权局, where no plan says that they are one."""
    here = {_organ(code, unit): unit for unit in units}
    for main, seconds in _common_plates().items():
        for second in seconds:
            if main in here and second in here:
                reason = f"{second} is commonly a second plate of {main}, but no plan of this place says so"
                yield Doubt("unit", here[main].key, here[second].key, reason)


@cache
def _common_plates() -> Mapping[str, tuple[str, ...]]:
    data: dict[str, str] = table("organs")["plates"]
    return {main: tuple(line.split()) for main, line in data.items()}


def _organ(code: str | None, unit: Unit) -> str:
    """The standard name without the place's word and the party's 委."""
    division = divisions().by_code(code) if code else None
    name = unit.name.removeprefix(level_word(division)) if division and code != NATION else unit.name
    return name.removeprefix("委") if unit.kind == "party" else name


def _alike(units: Sequence[Unit]) -> Iterator[Doubt]:
    """Names that share most of their pieces; only those with a rare piece in common are compared."""
    pieces = {unit.key: _pieces(unit.name) for unit in units if unit.kind in _UNKNOWN}
    by_piece: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(pieces):
        for piece in sorted(pieces[key]):
            by_piece[piece].append(key)
    pairs = {pair for keys in by_piece.values() if len(keys) <= 20 for pair in combinations(keys, 2)}
    for one, other in sorted(pairs):
        alike = overlap(pieces[one], pieces[other])
        if alike >= _ALIKE:
            yield Doubt(
                "unit", one, other, f"the names share {alike:.0%} of their pieces; likeness merges nothing"
            )


def _pieces(name: str) -> frozenset[str]:
    text = _MARKS.sub("", name).removeprefix("中国")
    return frozenset(text[i : i + 2] for i in range(len(text) - 1)) if len(text) >= _LEAST else frozenset()


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the smaller set that the larger one holds."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0


def _zones(by_code: Mapping[str | None, Sequence[Unit]]) -> Iterator[Doubt]:
    """One zone seen from a city's plan and from a district's."""
    zones: defaultdict[str, list[Unit]] = defaultdict(list)
    for units in by_code.values():
        for unit in units:
            if unit.kind == "zone" and unit.name.endswith(COMMITTEE) and len(unit.name) > 6:
                zones[unit.name].append(unit)
    for name in sorted(zones):
        for one, other in combinations(sorted(zones[name], key=lambda unit: unit.key), 2):
            codes = str(one.jurisdiction), str(other.jurisdiction)
            if divisions().is_below(codes[0], codes[1]) or divisions().is_below(codes[1], codes[0]):
                reason = "one zone's name in plans of a place and of the place around it"
                yield Doubt("unit", one.key, other.key, reason)


def _two_posts(found: Units, plans: Sequence[Plan]) -> Iterator[Doubt]:
    """A person who heads two bodies of which one is commonly a plate of the other."""
    names = {unit.key: _organ(unit.jurisdiction, unit) for unit in found.units}
    seen: set[tuple[str, str]] = set()
    for plan in plans:
        for member in plan.members:
            keys = [
                found.readings[plan.document.key, post.unit].key
                for post in member.posts
                if post.unit is not None
            ]
            roots = sorted({found.roots.root(key) for key in keys})
            for pair in combinations(roots, 2):
                main, second = (names.get(key, "") for key in pair)
                common = second in _common_plates().get(main, ()) or main in _common_plates().get(second, ())
                if common and pair not in seen:
                    seen.add(pair)
                    yield Doubt(
                        "unit",
                        *pair,
                        "one person holds posts in both, and one is commonly a plate of the other",
                    )


def _open(decisions: Iterable[Decision]) -> Iterator[Doubt]:
    """Units whose names leave open whose body they are."""
    seen: set[str] = set()
    for one in decisions:
        if not one.sure and one.key not in seen:
            seen.add(one.key)
            yield Doubt("unit", one.key, "", f"{one.mention}: {one.reason}")


def policy_doubts(found: Policies) -> Iterator[Doubt]:
    """Policies whose titles are nearly the same."""
    pieces = {one.key: _pieces(one.title) for one in found.policies}
    years = {one.key: one for one in found.policies}
    by_piece: defaultdict[str, list[str]] = defaultdict(list)
    for key in sorted(pieces):
        for piece in sorted(pieces[key]):
            by_piece[piece].append(key)
    pairs = {pair for keys in by_piece.values() if len(keys) <= 30 for pair in combinations(keys, 2)}
    for one, other in sorted(pairs):
        alike = 2 * len(pieces[one] & pieces[other]) / (len(pieces[one]) + len(pieces[other]))
        if alike >= 0.85 and _may_be_one(years[one], years[other]):
            yield Doubt("policy", one, other, f"the titles share {alike:.0%} of their pieces")


def _may_be_one(one: PolicyEntity, other: PolicyEntity) -> bool:
    both = one.number and other.number and one.number != other.number
    places = one.jurisdiction and other.jurisdiction and one.jurisdiction != other.jurisdiction
    return not both and not places
