"""Policies: one by document number, else by title and issuer; those that were read as plans are linked to them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..keys import bare_title, policy_key
from ..model import Evidence, Plan
from ..names.divisions import NATION, divisions
from .model import Decision, Mention, PolicyEntity
from .reader import reader
from .reading import Reading
from .titles import Title, is_local, issued_in, issuer_of, read_title, standard_number
from .units import reader_of

_BEFORE = 40
"""Characters before a title in which its issuer is looked for."""


class Cited(NamedTuple):
    """A policy as one plan cites it."""

    plan: str
    record: str
    """Key of the policy record."""
    title: str
    number: str | None
    place: str | None
    """Code of the plan's jurisdiction."""
    read: Title


class Policies(NamedTuple):
    """The policies of some plans and what led to them."""

    policies: list[PolicyEntity]
    decisions: list[Decision]
    cited: dict[str, list[Cited]]
    """By key of the policy."""
    titles: dict[str, set[str]]
    """Keys of policies by the core of their titles."""


def resolve_policies(plans: Sequence[Plan], texts: Mapping[str, str] | None = None) -> Policies:
    """The policies that the plans cite, and the decision on each record of one."""
    cited = [one for plan in plans for one in _cited(plan, (texts or {}).get(plan.document.key, ""))]
    known = _Known(cited)
    groups: defaultdict[str, list[Cited]] = defaultdict(list)
    decisions = {}
    for one in cited:
        key, reason = known.decide(one)
        groups[key].append(one)
        decisions[one.plan, one.record] = Decision("policy", one.plan, one.record, key, reason)
    loaded = _Loaded(plans)
    policies = [_policy(key, found, loaded) for key, found in sorted(groups.items())]
    titles: defaultdict[str, set[str]] = defaultdict(set)
    for key, found in groups.items():
        for one in found:
            titles[one.read.core].add(key)
    return Policies(policies, list(decisions.values()), dict(groups), dict(titles))


def _cited(plan: Plan, text: str) -> Iterator[Cited]:
    """A plan's policies, and the mentions whose policy has no record of its own."""
    known = set()
    before = {one.policy: _before(one.evidence, text) for one in reversed(plan.citations)}
    for policy in plan.policies:
        known.add(policy.key)
        words = _before(policy.evidence, text) or before.get(policy.key, "")
        yield _read(plan, policy.key, policy.title, policy.number, words)
    for citation in plan.citations:
        if citation.policy not in known:
            words = _before(citation.evidence, text)
            yield _read(plan, citation.policy, citation.title, citation.number, words)


def _read(plan: Plan, record: str, title: str, number: str | None, before: str) -> Cited:
    number = standard_number(number) if number else None
    read = read_title(title, number, before, reader_of(plan))
    document = plan.document
    return Cited(document.key, record, bare_title(title), number, document.jurisdiction, read)


def _before(evidence: Iterable[Evidence], text: str) -> str:
    """The words before the first place that prints a title."""
    starts = [one.start for one in evidence if one.field.partition(".")[0] == "title"]
    return text[max(0, min(starts) - _BEFORE) : min(starts)] if starts else ""


class _Known:
    """What all citations together tell of a title: its numbers and issuers."""

    def __init__(self, cited: Iterable[Cited]) -> None:
        self._numbers: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
        self._codes: defaultdict[str, set[str]] = defaultdict(set)
        for one in cited:
            if one.number:
                self._numbers[one.read.core][policy_key("", one.number)] = one.read.code
            elif one.read.code:
                self._codes[one.read.core].add(one.read.code)

    def decide(self, one: Cited) -> tuple[str, str]:
        """The key of the policy, and why."""
        if one.number:
            return policy_key(one.title, one.number), "same document number"
        core, code = one.read.core, one.read.code
        numbers = [key for key, other in self._numbers[core].items() if _agree(code, other, one.place)]
        if len(numbers) == 1:
            return numbers[0], "same title, known under one document number"
        if code is None:
            codes = [other for other in sorted(self._codes[core]) if _agree(None, other, one.place)]
            if len(codes) == 1:
                return _key(core, codes[0]), f"same title, known of one issuer's place, {codes[0]}"
            province = _province(one.place) if is_local(one.title) else None
            if province:
                reason = f"same title without an issuer, such as many places make, in {province}"
                return _key(core, province), reason
            return _key(core, None), "same title"
        return _key(core, code), f"same title and issuer's place, {code}"


def _key(core: str, code: str | None) -> str:
    key = policy_key(core, None)
    return key if code in (None, NATION) else f"{key}|{code}"


def _agree(code: str | None, other: str | None, place: str | None) -> bool:
    """Whether two citations may be of one issuer: an unknown one is of a place that the plan lies in."""
    if other is None or code == other:
        return True
    if code is not None:
        return False
    return place is None or other == NATION or divisions().is_below(place, other)


def _province(code: str | None) -> str | None:
    division = divisions().by_code(code) if code else None
    if division is None or division.code == NATION:
        return None
    line = (division, *divisions().ancestors(division))
    return next((one.code for one in line if one.level == "province"), None)


def _policy(key: str, found: list[Cited], loaded: _Loaded) -> PolicyEntity:
    titles = [one.title for one in found]
    numbers = [one.number for one in found if one.number]
    number = _usual(numbers) if numbers else None
    issuer = next((one.read.issuer for one in found if one.read.issuer), None)
    code = issuer.code if issuer else next((one.read.code for one in found if one.read.code), None)
    return PolicyEntity(
        key=key,
        title=_usual(titles),
        number=number,
        mentions=tuple(sorted({Mention(one.plan, one.title) for one in found})),
        plan=loaded.plan(found, number),
        level=_level(code, issuer),
        issuer=issuer_of(issuer),
        jurisdiction=code,
        year=next((one.read.year for one in found if one.read.year), None),
    )


def _level(code: str | None, issuer: Reading | None) -> str | None:
    if issuer is not None and issuer.kind == "township":
        return "township"
    division = divisions().by_code(code) if code else None
    return division.level if division else None


def _usual(names: Iterable[str]) -> str:
    """The name that stands most often; of equals, the first in order."""
    return min(Counter(names).items(), key=lambda item: (-item[1], item[0]))[0]


class _Loaded:
    """The plans that were read, by number and by title."""

    def __init__(self, plans: Sequence[Plan]) -> None:
        self._numbers: defaultdict[str, set[str]] = defaultdict(set)
        self._titles: defaultdict[str, set[str]] = defaultdict(set)
        self._numbered: set[str] = set()
        self._places: dict[str, str | None] = {}
        for plan in plans:
            document = plan.document
            self._places[document.key] = document.jurisdiction
            if document.number:
                self._numbers[policy_key("", standard_number(document.number))].add(document.key)
                self._numbered.add(document.key)
            if document.title:
                read = read_title(document.title, document.number, "", reader_of(plan))
                self._titles[read.core].add(document.key)

    def plan(self, found: Sequence[Cited], number: str | None) -> str | None:
        """The one plan that has the number or, where not both have one, a title; None for none or several."""
        plans = self._numbers.get(policy_key("", number), set()) if number else set()
        if not plans:
            named = (self._titles.get(core, set()) for one in found for core in _cores(one))
            plans = set().union(*named) - (self._numbered if number else set())
            codes = {one.read.code for one in found if one.read.code}
            plans = {plan for plan in plans if not codes or self._places[plan] in codes | {None}}
        return next(iter(plans)) if len(plans) == 1 else None


def _cores(one: Cited) -> list[str]:
    """The core of a title, and of the document that a notice of this title issues."""
    inner = issued_in(one.title)
    if inner is None:
        return [one.read.core]

    lens = reader(one.place, one.place or one.plan)
    return [one.read.core, read_title(inner, None, "", lens).core]
