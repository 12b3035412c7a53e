"""How widely the wording of tasks is spread, and which tasks share wording that is rare.

A shingle is a run of a few characters. Its spread is the number of jurisdictions whose plans have it: what
stands in many is boilerplate of the genre, what stands in few and in more than one plan points to a copy. Both
are counted in tables by hash, in two passes over the texts, so that time and memory grow with the texts and not
with the pairs of tasks. A clash of hashes can only make a shingle look more spread than it is.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint32]
Places = NDArray[np.int64]
Weights = NDArray[np.float64]

LENGTH: Final = 4
"""Characters of a shingle."""
RAREST: Final = 96
"""Shingles of a task that look for its counterparts in its own place, and in others: the rarest of those there."""
SHARED: Final = 4
"""Of these, how many two tasks must share to be compared."""
LEAST: Final = 3
"""Jurisdictions that make a wording common, in the smallest collections."""
WIDEST: Final = 250
"""Plans that a shingle may stand in to look for counterparts: those of one place may repeat a text without end."""

_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)
_FEWEST_BITS, _MOST_BITS = 18, 27
_MOST: Final = 255
"""What a counter holds; it stays there."""
_EVENTS: Final = 4_000_000
"""Pairs that are counted at a time."""


class Pair(NamedTuple):
    """Two texts by their places in order, and the weight of the features that they share."""

    first: int
    second: int
    shared: float


def common_limit(jurisdictions: int) -> int:
    """The number of jurisdictions from which on a wording is common: it grows with the square root of them all."""
    return min(_MOST, max(LEAST, math.isqrt(jurisdictions)))


class Spread:
    """The spread of every shingle over plans and jurisdictions."""

    def __init__(self, texts: Sequence[str], plans: Sequence[str], places: Sequence[str]) -> None:
        """Count; texts of one plan, and plans of one place, stand next to each other."""
        self._texts = texts
        self._plans = numbers(plans)
        self.limit = common_limit(len(set(places)))
        total = sum(map(len, texts))
        self._bits = min(_MOST_BITS, max(_FEWEST_BITS, math.ceil(math.log2(4 * total + 1))))
        self._in_plans = np.zeros(1 << self._bits, dtype=np.uint8)
        self._in_places = np.zeros(1 << self._bits, dtype=np.uint8)
        self._count(_runs(numbers(places)))

    def _count(self, runs: Sequence[tuple[int, int]]) -> None:
        for start, end in runs:
            by_plan = [
                np.unique(np.concatenate([self.ids(text) for text in self._texts[start + a : start + b]]))
                for a, b in _runs(self._plans[start:end])
            ]
            for ids in by_plan:
                _add_one(self._in_plans, ids)
            _add_one(self._in_places, by_plan[0] if len(by_plan) == 1 else np.unique(np.concatenate(by_plan)))

    def ids(self, text: str) -> Ids:
        """The shingles of a text by number, one for each place where one begins."""
        codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
        size = len(codes) - LENGTH + 1
        if size <= 0:
            return np.zeros(0, dtype=np.uint32)
        mixed = np.zeros(size, dtype=np.uint64)
        for offset in range(LENGTH):
            mixed = (mixed ^ codes[offset : offset + size]) * _PRIME
            mixed ^= mixed >> np.uint64(29)
        return ((mixed * _PRIME) >> np.uint64(64 - self._bits)).astype(np.uint32)

    def common(self, text: str) -> list[bool]:
        """For each character of a text, whether all shingles around it are common."""
        own = np.zeros(len(text), dtype=np.bool_)
        if len(text) < LENGTH:
            return [False] * len(text)
        rare = np.flatnonzero(self._in_places[self.ids(text)] < self.limit)
        for offset in range(LENGTH):
            own[rare + offset] = True
        return [not one for one in own.tolist()]

    def pairs(self) -> Iterator[Pair]:
        """Texts of different plans that share rare shingles, in order."""
        ids, texts = self._rarest()
        return joined(ids, texts, np.ones(len(ids)), self._plans, SHARED)

    def _rarest(self) -> tuple[Ids, Places]:
        """The rarest shared shingles of every text, and the texts that they are of."""
        found: list[Ids] = []
        for text in self._texts:
            ids = np.unique(self.ids(text))
            plans = self._in_plans[ids]
            places = self._in_places[ids]
            known = (plans >= 2) & (plans <= WIDEST) & (places < self.limit)
            # Apart, so that the copies of a plan within its place do not hide those in other places.
            near, far = ids[known & (places == 1)], ids[known & (places > 1)]
            ids = np.concatenate([self._first(near), self._first(far)])
            found.append(ids)
        sizes = [len(ids) for ids in found]
        ids = np.concatenate(found) if found else np.zeros(0, dtype=np.uint32)
        return ids, np.repeat(np.arange(len(found)), sizes)

    def _first(self, ids: Ids) -> Ids:
        """The rarest of some shingles, of equally rare ones those with the lowest numbers."""
        if len(ids) <= RAREST:
            return ids
        return ids[np.argsort(self._in_plans[ids], kind="stable")[:RAREST]]


def joined(ids: Ids, texts: Places, weights: Weights, plans: Places, least: float) -> Iterator[Pair]:
    """Texts of different plans that share features, in order, with the sum of the products of their weights.

    A feature is given by its number, the text that has it and its weight there; sums below `least` are left out.
    """
    order = np.lexsort((texts, ids))
    ids, texts, weights = ids[order], texts[order], weights[order]
    partners = np.searchsorted(ids, ids, side="right") - np.arange(len(ids)) - 1
    by_text = np.argsort(texts, kind="stable")
    by_text = by_text[partners[by_text] > 0]
    for entries in _portions(by_text, partners[by_text], texts[by_text]):
        first, second, sums = _summed(entries, partners[entries], texts, weights, plans)
        kept = sums >= least
        columns = (first[kept].tolist(), second[kept].tolist(), sums[kept].tolist())
        yield from map(Pair, *columns)


def _summed(
    entries: Places, partners: Places, texts: Places, weights: Weights, plans: Places
) -> tuple[Places, Places, Weights]:
    """The pairs that some entries, all of those of their texts, make with entries behind them in their lists."""
    left = np.repeat(entries, partners)
    steps = np.arange(len(left)) - np.repeat(np.cumsum(partners) - partners, partners) + 1
    first, second, products = texts[left], texts[left + steps], weights[left] * weights[left + steps]
    apart = plans[first] != plans[second]
    keys, places = np.unique(first[apart] * len(plans) + second[apart], return_inverse=True)
    sums: Weights = np.zeros(len(keys))
    np.add.at(sums, places, products[apart])
    return keys // len(plans), keys % len(plans), sums


def _add_one(counts: NDArray[np.uint8], ids: Ids) -> None:
    counts[ids] += counts[ids] < _MOST


def numbers(names: Sequence[str]) -> Places:
    """The names by number, in the order in which they first stand."""
    known: dict[str, int] = {}
    return np.array([known.setdefault(name, len(known)) for name in names], dtype=np.int64)


def _runs(numbers: NDArray[np.int64]) -> list[tuple[int, int]]:
    """The spans of equal numbers next to each other."""
    if not len(numbers):
        return []
    cuts = [0, *(np.flatnonzero(np.diff(numbers)) + 1).tolist(), len(numbers)]
    return list(pairwise(cuts))


def _portions(entries: Places, partners: Places, texts: Places) -> Iterator[Places]:
    """The entries in portions of whole texts that make some millions of pairs each."""
    if not len(entries):
        return
    portion = np.cumsum(partners) // _EVENTS
    last = np.concatenate([texts[1:] != texts[:-1], [True]])
    start = 0
    for end in (np.flatnonzero(last) + 1).tolist():
        if end == len(entries) or portion[end - 1] > portion[start]:
            yield entries[start:end]
            start = end
