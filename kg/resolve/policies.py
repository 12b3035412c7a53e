"""Policies: one by document number, else by title; those that were read as plans are linked to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..keys import bare_title, policy_key
from ..model import Plan
from .model import Decision, Mention, PolicyEntity


class _Cited(NamedTuple):
    plan: str
    record: str
    """Key of the policy record."""
    title: str
    number: str | None


def resolve_policies(plans: Sequence[Plan]) -> tuple[list[PolicyEntity], list[Decision]]:
    """The policies that the plans cite, and the decision on each record of one."""
    cited = [one for plan in plans for one in _cited(plan)]
    numbers = _numbers(cited)
    groups: defaultdict[str, list[_Cited]] = defaultdict(list)
    decisions = {}
    for one in cited:
        key, reason = _decide(one, numbers)
        groups[key].append(one)
        decisions[one.plan, one.record] = Decision("policy", one.plan, one.record, key, reason)
    loaded = _Loaded(plans)
    policies = [_policy(key, found, loaded) for key, found in sorted(groups.items())]
    return policies, list(decisions.values())


def _cited(plan: Plan) -> Iterator[_Cited]:
    """A plan's policies, and the mentions whose policy has no record of its own."""
    known = set()
    for policy in plan.policies:
        known.add(policy.key)
        yield _Cited(plan.document.key, policy.key, bare_title(policy.title), policy.number)
    for citation in plan.citations:
        if citation.policy not in known:
            yield _Cited(plan.document.key, citation.policy, bare_title(citation.title), citation.number)


def _numbers(cited: Iterable[_Cited]) -> dict[str, set[str]]:
    """The keys by number that go with a title."""
    numbers: defaultdict[str, set[str]] = defaultdict(set)
    for one in cited:
        if one.number:
            numbers[policy_key(one.title, None)].add(policy_key(one.title, one.number))
    return numbers


def _decide(one: _Cited, numbers: dict[str, set[str]]) -> tuple[str, str]:
    if one.number:
        return policy_key(one.title, one.number), "same document number"
    title = policy_key(one.title, None)
    known = numbers.get(title, set())
    if len(known) == 1:
        return next(iter(known)), "same title, known under one document number"
    return title, "same title"


def _policy(key: str, found: list[_Cited], loaded: _Loaded) -> PolicyEntity:
    titles = [one.title for one in found]
    numbers = [one.number for one in found if one.number]
    number = usual(iter(numbers)) if numbers else None
    return PolicyEntity(
        key=key,
        title=usual(iter(titles)),
        number=number,
        mentions=tuple(sorted({Mention(one.plan, one.title) for one in found})),
        plan=loaded.plan(titles, number),
    )


class _Loaded:
    """The plans that were read, by number and by title."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._numbers: defaultdict[str, set[str]] = defaultdict(set)
        self._titles: defaultdict[str, set[str]] = defaultdict(set)
        self._numbered: set[str] = set()
        for plan in plans:
            document = plan.document
            if document.number:
                self._numbers[policy_key("", document.number)].add(document.key)
                self._numbered.add(document.key)
            if document.title:
                self._titles[policy_key(document.title, None)].add(document.key)

    def plan(self, titles: Iterable[str], number: str | None) -> str | None:
        """The one plan that has the number or, where not both have one, a title; None for none or several."""
        found = self._numbers.get(policy_key("", number), set()) if number else set()
        if not found:
            named = (self._titles.get(policy_key(title, None), set()) for title in titles)
            found = set().union(*named) - (self._numbered if number else set())
        return next(iter(found)) if len(found) == 1 else None


def usual(names: Iterator[str]) -> str:
    """The name that stands most often; of equals, the first in order."""
    return min(Counter(names).items(), key=lambda item: (-item[1], item[0]))[0]
