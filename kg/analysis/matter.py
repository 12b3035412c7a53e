"""Which tasks are about the same matter: cosine of what they say, by pairs of characters weighted by rarity."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np

from .spread import Ids, Places, Weights, joined

TELLING: Final = 16
"""Pairs of characters of a task that look for its counterparts: the most telling ones."""
WIDEST: Final = 200
"""Tasks that such a pair may stand in."""
NEAREST: Final = 4
"""Counterparts that are looked at for each task."""
_TITLE: Final = 2
"""How often a title counts."""
_BITS: Final = 22
_PRIME: Final = np.uint64(0x9E3779B97F4A7C15)


class Matter:
    """The tasks as vectors."""

    def __init__(self, titles: Sequence[str], texts: Sequence[str], plans: Places) -> None:
        """Titles and texts are folded; a text holds its task's title."""
        self._plans = plans
        counted = [_counts(text + f"\0{title}" * _TITLE) for title, text in zip(titles, texts, strict=True)]
        tasks = np.zeros(1 << _BITS, dtype=np.int64)
        for ids, _ in counted:
            tasks[ids] += 1
        self._tasks = tasks
        self._vectors = [self._vector(ids, times) for ids, times in counted]

    def _vector(self, ids: Ids, times: Weights) -> tuple[Ids, Weights]:
        weights = (1 + np.log(times)) * np.log((len(self._plans) + 1) / self._tasks[ids])
        length = float(np.sqrt((weights**2).sum()))
        return ids, weights / length if length else weights

    def score(self, first: int, second: int) -> float:
        """The cosine of two tasks, by their places in order."""
        (ids, weights), (others, other_weights) = self._vectors[first], self._vectors[second]
        _, here, there = np.intersect1d(ids, others, assume_unique=True, return_indices=True)
        return float((weights[here] * other_weights[there]).sum())

    def nearest(self) -> Iterator[tuple[int, int]]:
        """For each task the nearest ones of other plans, as pairs of places in order."""
        found: defaultdict[int, list[tuple[float, int]]] = defaultdict(list)
        for first, second, shared in self._candidates():
            found[first].append((-shared, second))
            found[second].append((-shared, first))
        pairs = {
            (min(task, other), max(task, other))
            for task, others in found.items()
            for _, other in sorted(others)[:NEAREST]
        }
        yield from sorted(pairs)

    def _candidates(self) -> Iterator[tuple[int, int, float]]:
        picked = [self._telling(ids, weights) for ids, weights in self._vectors]
        if not picked:
            return
        ids = np.concatenate([ids for ids, _ in picked])
        weights = np.concatenate([weights for _, weights in picked])
        tasks = np.repeat(np.arange(len(picked)), [len(ids) for ids, _ in picked])
        for pair in joined(ids, tasks, weights, self._plans, 0.02):
            yield pair.first, pair.second, round(pair.shared, 9)

    def _telling(self, ids: Ids, weights: Weights) -> tuple[Ids, Weights]:
        tasks = self._tasks[ids]
        kept = (tasks > 1) & (tasks <= WIDEST)
        ids, weights = ids[kept], weights[kept]
        order = np.lexsort((ids, -weights.round(9)))[:TELLING]
        return ids[order], weights[order]


def _counts(text: str) -> tuple[Ids, Weights]:
    """The pairs of characters of a text by number, and how often each stands in it."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.uint64)
    pairs = codes[:-1] << np.uint64(21) | codes[1:]
    pairs = pairs[(codes[:-1] > 0) & (codes[1:] > 0)]
    mixed = pairs * _PRIME
    mixed ^= mixed >> np.uint64(32)
    ids, times = np.unique((mixed * _PRIME) >> np.uint64(64 - _BITS), return_counts=True)
    return ids.astype(np.uint32), times.astype(np.float64)
