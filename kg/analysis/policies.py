"""Which policy documents plans have in common, and which they leave out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Literal

from msgspec import Struct

from ..graph.levels import policy_level
from ..model import Relation
from .common import jaccard, rarity, weighted_jaccard
from .material import Material

Facet = Literal["all", "relation", "level"]
_STRENGTH: Sequence[Relation] = ("basis", "implements", "amends", "creates", "cites")
_RESTS_ON = frozenset({"basis", "implements"})
WIDEST = 250
"""Plans that may cite a policy for it to make pairs of them: what all plans of a country cite brings none together."""
UNKNOWN = "unknown"
"""Stands for the level of a policy whose issuer is not known."""


class CitedPolicy(Struct, frozen=True, kw_only=True):
    """A policy, and the plans that cite it: a row of the matrix."""

    policy: str
    title: str
    number: str | None
    level: str | None
    year: int | None
    relations: Mapping[str, Relation]
    """The strongest relation by plan key; a plan that does not cite it is not there."""
    weight: float
    """By how few plans cite it."""


class PolicyPair(Struct, frozen=True, kw_only=True):
    """Two plans compared by the policies that they cite."""

    first: str
    second: str
    facet: Facet
    value: str
    """The relation or level that was looked at; empty for all policies."""
    shared: tuple[str, ...]
    only_first: tuple[str, ...]
    only_second: tuple[str, ...]
    jaccard: float | None
    """None where neither cites any."""
    weighted: float | None


class LeftOut(Struct, frozen=True, kw_only=True):
    """A policy that a superior plan rests on and an inferior plan does not cite."""

    superior: str
    inferior: str
    policy: str
    relation: Relation
    """Of the superior plan to it."""


class PolicyOverlap(Struct, frozen=True, kw_only=True):
    """All that plans have in common in policies."""

    plans: tuple[str, ...]
    silent: tuple[str, ...]
    """Plans in which no citation was read."""
    policies: tuple[CitedPolicy, ...]
    pairs: tuple[PolicyPair, ...]
    by_all: tuple[str, ...]
    """Policies that every plan with citations cites; empty where fewer than two plans cite any."""
    by_one: tuple[str, ...]
    left_out: tuple[LeftOut, ...]


def policy_overlap(material: Material) -> PolicyOverlap:
    """The policies of all plans compared; pairs of plans that share none are left out."""
    cited = {plan.document.key: policy_relations(material, plan.document.key) for plan in material.plans}
    loud = [plan for plan, relations in cited.items() if relations]
    weights = rarity(cited[plan].keys() for plan in loud)
    rows = _rows(material, cited, weights)
    return PolicyOverlap(
        plans=tuple(cited),
        silent=tuple(plan for plan, relations in cited.items() if not relations),
        policies=rows,
        pairs=tuple(_pairs(cited, rows, weights)),
        by_all=tuple(row.policy for row in rows if len(row.relations) == len(loud) > 1),
        by_one=tuple(row.policy for row in rows if len(row.relations) == 1),
        left_out=tuple(_left_out(material, cited)),
    )


def policy_relations(material: Material, plan: str) -> Mapping[str, Relation]:
    """The strongest relation of a plan to each policy, by the policy's key."""
    found: dict[str, Relation] = {}
    for one in material.by_key[plan].policies:
        key = material.entities.key_of("policy", plan, one.key)
        found[key] = min(found.get(key, one.relation), one.relation, key=_STRENGTH.index)
    return found


def _rows(
    material: Material, cited: Mapping[str, Mapping[str, Relation]], weights: Mapping[str, float]
) -> tuple[CitedPolicy, ...]:
    rows = [
        CitedPolicy(
            policy=one.key,
            title=one.title,
            number=one.number,
            level=policy_level(one),
            year=one.year,
            relations={plan: relations[one.key] for plan, relations in cited.items() if one.key in relations},
            weight=round(weights[one.key], 4),
        )
        for one in material.entities.policies
        if one.key in weights
    ]
    return tuple(sorted(rows, key=lambda row: (-len(row.relations), row.title, row.policy)))


def _pairs(
    cited: Mapping[str, Mapping[str, Relation]], rows: Sequence[CitedPolicy], weights: Mapping[str, float]
) -> Iterable[PolicyPair]:
    """The pairs that share a policy: over all policies, then by relation and by level where they share one so."""
    levels = {row.policy: row.level or UNKNOWN for row in rows}
    together: defaultdict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        for pair in combinations(row.relations, 2) if len(row.relations) <= WIDEST else ():
            together[pair] += 1
    order = {plan: place for place, plan in enumerate(cited)}
    for first, second in sorted(together, key=lambda pair: (order[pair[0]], order[pair[1]])):
        yield _pair(first, second, "all", "", weights, cited[first], cited[second])
        for relation in _STRENGTH:
            sides = [[key for key, one in cited[plan].items() if one == relation] for plan in (first, second)]
            if set(sides[0]) & set(sides[1]):
                yield _pair(first, second, "relation", relation, weights, *sides)
        for level in sorted(set(levels.values())):
            sides = [[key for key in cited[plan] if levels[key] == level] for plan in (first, second)]
            if set(sides[0]) & set(sides[1]):
                yield _pair(first, second, "level", level, weights, *sides)


def _pair(
    first: str,
    second: str,
    facet: Facet,
    value: str,
    weights: Mapping[str, float],
    left: Iterable[str],
    right: Iterable[str],
) -> PolicyPair:
    here, there = set(left), set(right)
    return PolicyPair(
        first=first,
        second=second,
        facet=facet,
        value=value,
        shared=tuple(sorted(here & there)),
        only_first=tuple(sorted(here - there)),
        only_second=tuple(sorted(there - here)),
        jaccard=jaccard(here, there),
        weighted=weighted_jaccard(here, there, weights),
    )


def _left_out(material: Material, cited: Mapping[str, Mapping[str, Relation]]) -> Iterable[LeftOut]:
    """For each plan below another; a plan in which no citation was read is silent and leaves nothing out."""
    plan_of = {one.key: one.plan for one in material.entities.policies}
    for inferior, superiors in material.superiors.items():
        for superior in superiors if cited[inferior] else ():
            for policy, relation in sorted(cited[superior].items()):
                if relation in _RESTS_ON and policy not in cited[inferior] and plan_of[policy] != inferior:
                    yield LeftOut(superior=superior, inferior=inferior, policy=policy, relation=relation)
