"""Measures that the analyses share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

DIGITS = 4
"""Digits after the point of every score."""


def rarity(sets: Iterable[Collection[str]]) -> Mapping[str, float]:
    """The weight of each item by how few of the sets hold it: ln((n + 1) / sets that hold it)."""
    counts: Counter[str] = Counter()
    total = 0
    for items in sets:
        counts.update(set(items))
        total += 1
    return {item: math.log((total + 1) / count) for item, count in counts.items()}


def jaccard(first: Collection[str], second: Collection[str]) -> float | None:
    """The items of both over the items of either; None where neither has any."""
    either = set(first) | set(second)
    return round(len(set(first) & set(second)) / len(either), DIGITS) if either else None


def weighted_jaccard(
    first: Collection[str], second: Collection[str], weights: Mapping[str, float]
) -> float | None:
    """The weight of what both have over the weight of what either has; None where that is nothing."""
    either = math.fsum(weights[item] for item in set(first) | set(second))
    both = math.fsum(weights[item] for item in set(first) & set(second))
    return round(both / either, DIGITS) if either else None


def gini(values: Collection[int]) -> float | None:
    """The Gini coefficient: 0 where all are equal, near 1 where one has all; None without values or where all are 0."""
    ordered = sorted(values)
    total = sum(ordered)
    if not total:
        return None
    ranked = sum(place * value for place, value in enumerate(ordered, 1))
    return round(2 * ranked / (len(ordered) * total) - (len(ordered) + 1) / len(ordered), DIGITS)
