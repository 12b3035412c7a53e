"""Findings on targets."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ..analysis import SetTarget, TargetChange, TargetGroup
from .desk import Desk, excerpt, figure
from .model import Quote
from .told import Telling

_SHOWN = 3
_MANY = 8
"""Contradicting targets of two plans that are as telling as any more of them."""
_WIDE = 10
"""Times that what districts set may differ by for more to tell nothing more."""


def contradictions(desk: Desk) -> Iterator[Telling]:
    """Plans of one district that set the same indicator differently."""
    words = desk.words
    for (first, second), changes in contradicting(desk).items():
        shown = changes[:_SHOWN]
        examples = [
            words("finding.figure", name=one.name, first=a, second=b, unit=one.unit or "")
            for one in shown
            for a, b in [(value(one.first), value(one.second))]
        ]
        counts = [(kind, sum(one.outcome == kind for one in changes)) for kind in ("lower", "higher")]
        sides = words.listed(words(f"finding.{kind}", count=count) for kind, count in counts if count)
        widest = words(
            "finding.gap" if len(changes) == 1 else "finding.gaps", examples=words.listed(examples)
        )
        yield Telling(
            kind="contradiction",
            degree=0.7 + 0.3 * min(len(changes), _MANY) / _MANY,
            headline=words(
                "finding.contradiction", first=desk.plan(first), second=desk.plan(second), count=len(changes)
            ),
            text=words("finding.contradiction-text", sides=sides, examples=widest),
            quotes=tuple(
                sentence(desk, side) for one in shown for side in (one.first, one.second) if side is not None
            ),
        )


def contradicting(desk: Desk) -> dict[tuple[str, str], list[TargetChange]]:
    """The contradictions by pair of plans, the widest gap first."""
    found: defaultdict[tuple[str, str], list[TargetChange]] = defaultdict(list)
    for one in desk.found.targets:
        if one.inconsistent:
            found[one.first_plan, one.second_plan].append(one)
    return {pair: sorted(changes, key=lambda one: (-_gap(one), one.name)) for pair, changes in found.items()}


def value(one: SetTarget | None) -> str:
    """What a plan sets, in the unit of its group."""
    if one is None:
        return ""
    sign = {">=": "≥", "<=": "≤", ">": ">", "<": "<"}.get(one.comparator, "")
    upper = f"–{figure(one.high)}" if one.value_max is not None else ""
    return f"{sign}{figure(one.low)}{upper}"


def sentence(desk: Desk, one: SetTarget) -> Quote:
    """The sentence that sets a target."""
    targets = desk.material.by_key[one.plan].targets
    record = next(target for target in targets if target.key == one.target)
    start = min((place.start for place in record.evidence if place.field == "value"), default=0)
    return desk.quote(one.plan, start, start, excerpt(one.sentence, one.indicator))


def spreads(desk: Desk) -> Iterator[Telling]:
    """Indicators that districts set at very different heights."""
    words = desk.words
    for group in desk.found.groups:
        sides = _ends(desk, group)
        if sides is None:
            continue
        low, high = sides
        ratio = high.low / low.low
        if ratio < 2:
            continue
        yield Telling(
            kind="spread",
            degree=0.5 + 0.5 * min(ratio, _WIDE) / _WIDE,
            headline=words("finding.spread", name=group.name, ratio=f"{ratio:.1f}"),
            text=words(
                "finding.spread-text",
                high=desk.plan(high.plan),
                low=desk.plan(low.plan),
                high_value=value(high),
                low_value=value(low),
                unit=group.unit or "",
            ),
            quotes=(sentence(desk, high), sentence(desk, low)),
        )


def _ends(desk: Desk, group: TargetGroup) -> tuple[SetTarget, SetTarget] | None:
    """The lowest and the highest of several districts."""
    place = {plan.document.key: plan.document.jurisdiction for plan in desk.material.plans}
    known = sorted((one for one in group.targets if one.low > 0), key=lambda one: (one.low, one.target))
    if not known or place[known[0].plan] == place[known[-1].plan]:
        return None
    return known[0], known[-1]


def near(desk: Desk) -> Iterator[Telling]:
    """Indicators of two plans that sound alike and measure different things."""
    words = desk.words
    by_name = {group.name: group for group in desk.found.groups}
    for group in desk.found.groups:
        for name in group.near:
            other = by_name.get(name)
            if other is None or name <= group.name:
                continue
            pair = _two_plans(group.targets, other.targets)
            if pair:
                yield Telling(
                    kind="near",
                    degree=0.6 + 0.1 * min(len({one.plan for one in (*group.targets, *other.targets)}), 4),
                    headline=words("finding.near", first=group.name, second=name),
                    text=words("finding.near-text"),
                    quotes=tuple(sentence(desk, one) for one in pair),
                )


def _two_plans(first: Sequence[SetTarget], second: Sequence[SetTarget]) -> tuple[SetTarget, SetTarget] | None:
    return next(((a, b) for a in first for b in second if a.plan != b.plan), None)


def _gap(one: TargetChange) -> float:
    if one.first is None or one.second is None:
        return 0.0
    low, high = sorted((one.first.low, one.second.low))
    return high / low if low > 0 else float(high > 0)
