"""Which units of one jurisdiction are one for another reason than their name, and what says so."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from .mentions import Named
from .reading import Reading
from .vocabulary import table
from .zones import COMMITTEE


class Join(NamedTuple):
    """Two units that are one."""

    main: str
    """Key of the unit that gives the name."""
    other: str
    reason: str


def find_joins(readings: Iterable[tuple[Named, Reading]]) -> list[Join]:
    """The joins that second plates, branches, joint offices and bare names of zones make."""
    plates: list[Join] = []
    by_scope: defaultdict[str, dict[str, Reading]] = defaultdict(dict)
    subjects = _subjects()
    for named, reading in readings:
        second = reading.second
        if second is None and reading.subject not in subjects and reading.kind != "zone":
            continue
        scope, _, name = reading.key.rpartition("|")
        by_scope[scope][name] = reading
        if second is not None:
            other_scope, _, other = second.key.rpartition("|")
            by_scope[other_scope][other] = second
            if other_scope == scope and other != name:
                plates.append(Join(reading.key, second.key, f"second plate: {named.name}"))
    found = _oriented(plates)
    for scope in sorted(by_scope):
        units = by_scope[scope]
        found += [*_branches(scope, units), *_offices(scope, units), *_zones(scope, units)]
    return found


@cache
def _subjects() -> frozenset[str]:
    """What the bodies are for that branches and joint offices can tie together."""
    data = table("organs")
    branches = {name.removesuffix("局").removesuffix("分") for name in data["branches"]}
    return frozenset(
        branches | {part for whole, line in data["joint"].items() for part in (whole, *line.split())}
    )


def _oriented(plates: list[Join]) -> list[Join]:
    """Of plates printed in both orders, the one that stands before the bracket more often is the main one."""
    counts = Counter((join.main, join.other) for join in plates)
    kept: dict[tuple[str, str], Join] = {}
    for join in sorted(plates):
        there, back = counts[join.main, join.other], counts[join.other, join.main]
        if there > back or (there == back and join.main < join.other):
            kept.setdefault((join.main, join.other), join)
    return [kept[pair] for pair in sorted(kept)]


def _branches(scope: str, units: Mapping[str, Reading]) -> Iterator[Join]:
    pairs: dict[str, str] = table("organs")["branches"]
    for name in sorted(units):
        front = units[name].front
        bureau = front and pairs.get(name.removeprefix(front.word))
        if front and bureau and front.word + bureau in units:
            reason = "the branch and the bureau of one place are one body"
            yield Join(f"{scope}|{name}", f"{scope}|{front.word}{bureau}", reason)


def _offices(scope: str, units: Mapping[str, Reading]) -> Iterator[Join]:
    joint: dict[str, str] = table("organs")["joint"]
    for name in sorted(units):
        front = units[name].front
        parts = joint.get(name.removeprefix(front.word), "") if front else ""
        for part in parts.split():
            if front and front.word + part in units:
                reason = "one office with two names, printed as one"
                yield Join(f"{scope}|{name}", f"{scope}|{front.word}{part}", reason)


def _zones(scope: str, units: Mapping[str, Reading]) -> Iterator[Join]:
    """高新区管委会 is the one zone of that kind that plans of the place name."""
    zones = [name for name in sorted(units) if units[name].kind == "zone" and name.endswith(COMMITTEE)]
    for name in zones:
        longer = [other for other in zones if other.endswith(name) and other != name]
        if len(longer) == 1:
            reason = f"the one zone of that name in this place is {longer[0]}"
            yield Join(f"{scope}|{longer[0]}", f"{scope}|{name}", reason)


class Roots:
    """The unit that each key stands for, and why."""

    def __init__(self, joins: Iterable[Join]) -> None:
        self._above: dict[str, Join] = {}
        for join in joins:
            main, other = self.root(join.main), self.root(join.other)
            if main != other:
                self._above[other] = join._replace(main=main)

    def root(self, key: str) -> str:
        """The key of the unit that this one is."""
        above = self._above.get(key)
        while above is not None:
            key = above.main
            above = self._above.get(key)
        return key

    def why(self, key: str) -> str:
        """The reasons from a key up to its unit, empty where it is its own."""
        above = self._above.get(key)
        if above is None:
            return ""
        reasons = []
        while above is not None:
            reasons.append(above.reason)
            above = self._above.get(above.main)
        return "; ".join(reasons)

    def __contains__(self, key: str) -> bool:
        return key in self._above

    def __iter__(self) -> Iterator[str]:
        return iter(self._above)
