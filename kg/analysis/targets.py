"""Targets of several plans side by side: what measures the same, in one unit, with the sentence of each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise, zip_longest
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from ..model import Comparator, Plan, Target
from .indicators import Indicator, indicator_of, kin, measure
from .material import Material
from .wordings import sentence_at

Outcome = Literal["higher", "lower", "equal", "overlapping", "opposite", "new", "dropped"]
"""Of the second target against the first. overlapping: ranges that neither lie above nor below each other;
opposite: one is a floor and the other a ceiling."""

_BEFORE = 120
"""Characters before a target in which the beginning of its list is looked for."""
_CEILINGS = frozenset({"<", "<="})
_FLOWS = frozenset({"visits", "times"})
"""Dimensions of what happens and does not stay."""
_WIDEST = 200
"""Indicators that two characters may stand in to look for kin."""
_PLACES = 9
"""Decimal places that a converted value is rounded to."""


class SetTarget(Struct, frozen=True, kw_only=True):
    """A target as one plan sets it."""

    target: str
    plan: str
    indicator: str
    """As printed."""
    comparator: Comparator
    value: float
    value_max: float | None
    unit: str | None
    by: str | None
    per: str | None
    task: str | None
    sentence: str
    """The sentence of the plan that sets it; its own words where the Source text is not given."""
    low: float
    """The value in the unit of its group."""
    high: float
    """The upper value in that unit; that of `low` where there is no range."""


class TargetGroup(Struct, frozen=True, kw_only=True):
    """Targets that measure the same, in the order of the plans."""

    indicator: Indicator
    name: str
    """The printed form that most of its targets have."""
    unit: str | None
    """The unit that all values are given in."""
    targets: tuple[SetTarget, ...]
    near: tuple[str, ...]
    """Names of groups that are near it and do not measure the same."""


class TargetChange(Struct, frozen=True, kw_only=True):
    """What two plans of one district set for the same indicator, the earlier plan first."""

    first_plan: str
    second_plan: str
    name: str
    unit: str | None
    first: SetTarget | None
    second: SetTarget | None
    outcome: Outcome
    difference: float | None
    """Of the lower values, second less first, in the unit; None where one plan sets none."""
    same_year: bool
    """Whether both are set for the same year."""
    other_span: bool
    """Whether it counts what is added while the plan runs, and the plans begin at different times."""
    inconsistent: bool
    """Set differently for the same year and span, while both plans are in force."""


def target_groups(material: Material) -> list[TargetGroup]:
    """All targets by what they measure, those of most plans first."""
    named: defaultdict[Indicator, list[tuple[Plan, Target]]] = defaultdict(list)
    for plan in material.plans:
        for target in plan.targets:
            named[_indicator(material, plan, target)].append((plan, target))
    near = _near(named)
    groups = [_group(material, indicator, found, near[indicator]) for indicator, found in named.items()]
    return sorted(groups, key=lambda one: (-len({two.plan for two in one.targets}), one.name, one.indicator))


def target_changes(
    material: Material, groups: Iterable[TargetGroup], earlier: str, later: str
) -> list[TargetChange]:
    """What two plans set, in the order of the earlier one's targets, then what only the later one sets.

    `inconsistent` is what one district sets differently for one year in plans that are in force together, unless
    the figures count over different spans, so that both can be kept.
    """
    found: list[TargetChange] = []
    together = _together(material, earlier, later)
    begin = {key: material.by_key[key].document.period[0] for key in (earlier, later)}
    for group in groups:
        first = [one for one in group.targets if one.plan == earlier]
        second = [one for one in group.targets if one.plan == later]
        for one, other in _matched(first, second):
            change = _change(group, earlier, later, one, other)
            moved = _flows(group.indicator) and begin[earlier] != begin[later] and None not in (one, other)
            against = together and not moved and _differs(change)
            found.append(replace(change, other_span=moved, inconsistent=against))
    return sorted(found, key=lambda one: (one.first is None, _place(one)))


def inconsistencies(material: Material, groups: Sequence[TargetGroup]) -> list[TargetChange]:
    """What plans of one district, in force at the same time, set differently for the same year.

    Figures that count over different spans are among them, though not `inconsistent`.
    """
    return [
        change
        for earlier, later in same_place_pairs(material)
        if _together(material, earlier, later)
        for change in target_changes(material, groups, earlier, later)
        if _differs(change)
    ]


def _differs(change: TargetChange) -> bool:
    return change.same_year and change.outcome in ("higher", "lower", "overlapping")


def _together(material: Material, first: str, second: str) -> bool:
    """Whether two plans are of one jurisdiction and in force at the same time, whichever is the earlier one."""
    plans = sorted((material.by_key[first], material.by_key[second]), key=_date)
    earlier, later = (plan.document for plan in plans)
    if not earlier.jurisdiction or earlier.jurisdiction != later.jurisdiction:
        return False
    return later.key not in material.replaced.get(earlier.key, ()) and _overlap(
        material, earlier.key, later.key
    )


def same_place_pairs(material: Material) -> Iterator[tuple[str, str]]:
    """The pairs of plans of one jurisdiction, the earlier one first."""
    by_place: defaultdict[str, list[Plan]] = defaultdict(list)
    for plan in material.plans:
        if plan.document.jurisdiction:
            by_place[plan.document.jurisdiction].append(plan)
    for _, plans in sorted(by_place.items()):
        for first, second in combinations(sorted(plans, key=_date), 2):
            yield first.document.key, second.document.key


def _date(plan: Plan) -> tuple[str, str]:
    document = plan.document
    return document.signed or document.published or document.period[0] or "", document.key


def _overlap(material: Material, earlier: str, later: str) -> bool:
    end = material.by_key[earlier].document.period[1]
    begin = _date(material.by_key[later])[0]
    return end is None or not begin or begin[: len(end)] <= end


def _indicator(material: Material, plan: Plan, target: Target) -> Indicator:
    text = material.texts.get(plan.document.key, "")
    start = _start(target)
    return indicator_of(target, text[max(0, start - _BEFORE) : start])


def _start(target: Target) -> int:
    """Where the words of the indicator begin, else those of the quote."""
    places = sorted(
        (one.field != "indicator", one.field in ("by", "per"), one.start) for one in target.evidence
    )
    return places[0][2] if places else 0


def _near(named: Mapping[Indicator, Sequence[tuple[Plan, Target]]]) -> Mapping[Indicator, tuple[str, ...]]:
    """The names of the indicators that are near each one."""
    names = {indicator: _name(found) for indicator, found in named.items()}
    near: defaultdict[Indicator, set[str]] = defaultdict(set)
    for first, second in _sharing(list(named)):
        if kin(first, second):
            near[first].add(names[second])
            near[second].add(names[first])
    return {indicator: tuple(sorted(near[indicator])) for indicator in named}


def _sharing(indicators: Sequence[Indicator]) -> Iterator[tuple[Indicator, Indicator]]:
    """The pairs that share two characters in a row which not too many indicators have, and base and unit."""
    holders: defaultdict[tuple[str, str, str], list[int]] = defaultdict(list)
    for place, one in enumerate(indicators):
        for pair in dict.fromkeys(map("".join, pairwise(one.words))):
            holders[one.base, one.dimension, pair].append(place)
    pairs = {
        pair for places in holders.values() if len(places) <= _WIDEST for pair in combinations(places, 2)
    }
    for first, second in sorted(pairs):
        yield indicators[first], indicators[second]


def _name(found: Sequence[tuple[Plan, Target]]) -> str:
    counts = Counter(target.indicator for _, target in found)
    return min(counts, key=lambda name: (-counts[name], name))


def _group(
    material: Material, indicator: Indicator, found: Sequence[tuple[Plan, Target]], near: tuple[str, ...]
) -> TargetGroup:
    counts = Counter(target.unit for _, target in found)
    unit = min(counts, key=lambda one: (-counts[one], one or ""))
    factor = measure(unit).factor
    return TargetGroup(
        indicator=indicator,
        name=_name(found),
        unit=unit,
        targets=tuple(_set_target(material, plan, target, factor) for plan, target in found),
        near=near,
    )


def _set_target(material: Material, plan: Plan, target: Target, factor: float) -> SetTarget:
    text = material.texts.get(plan.document.key, "")
    ends = [one.end for one in target.evidence if one.field not in ("by", "per")]
    scale = measure(target.unit).factor / factor
    low = round(target.value * scale, _PLACES)
    high = low if target.value_max is None else round(target.value_max * scale, _PLACES)
    return SetTarget(
        target=target.key,
        plan=plan.document.key,
        indicator=target.indicator,
        comparator=target.comparator,
        value=target.value,
        value_max=target.value_max,
        unit=target.unit,
        by=target.by,
        per=target.per,
        task=target.task,
        sentence=sentence_at(text, _start(target), max(ends)) if text and ends else target.quote,
        low=low,
        high=high,
    )


def _matched(
    first: Sequence[SetTarget], second: Sequence[SetTarget]
) -> Iterator[tuple[SetTarget | None, SetTarget | None]]:
    """Those of the same year with each other, in order, then what is left."""
    years = sorted({_year(one) for one in (*first, *second)})
    left: list[SetTarget] = []
    right: list[SetTarget] = []
    for year in years:
        here = [one for one in first if _year(one) == year]
        there = [one for one in second if _year(one) == year]
        both = min(len(here), len(there))
        yield from zip(here[:both], there[:both], strict=True)
        left += here[both:]
        right += there[both:]
    yield from zip_longest(left, right)


def _flows(indicator: Indicator) -> bool:
    """Whether a figure adds up while the plan runs."""
    return not indicator.yearly and (indicator.change == "new" or indicator.dimension in _FLOWS)


def _year(target: SetTarget) -> str:
    return (target.by or "")[:4]


def _change(
    group: TargetGroup, earlier: str, later: str, first: SetTarget | None, second: SetTarget | None
) -> TargetChange:
    difference = None
    if first is not None and second is not None:
        difference = round(second.low - first.low, _PLACES)
    return TargetChange(
        first_plan=earlier,
        second_plan=later,
        name=(first or second or group.targets[0]).indicator,
        unit=group.unit,
        first=first,
        second=second,
        outcome=_outcome(first, second),
        difference=difference,
        same_year=bool(first and second and _year(first) and _year(first) == _year(second)),
        other_span=False,
        inconsistent=False,
    )


def _outcome(first: SetTarget | None, second: SetTarget | None) -> Outcome:
    if first is None or second is None:
        return "new" if first is None else "dropped"
    if (first.comparator in _CEILINGS) != (second.comparator in _CEILINGS):
        return "opposite"
    low, high = second.low - first.low, second.high - first.high
    if low == high == 0:
        return "equal"
    if min(low, high) >= 0:
        return "higher"
    return "lower" if max(low, high) <= 0 else "overlapping"


def _place(change: TargetChange) -> tuple[int, str]:
    """Where the target stands in its plan."""
    one = change.first or change.second
    key = one.target if one else ""
    number = key.rpartition("|")[2]
    return (int(number) if number.isdigit() else 0), key
