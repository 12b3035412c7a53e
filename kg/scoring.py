"""Precision, recall and F1 of records against gold answers, per kind of fact.

Records and gold are folders of JSON files, matched by name; a record that is missing counts as empty. Facts
are compared as folded strings; a gold `units.json` is scored by B-cubed over the mentions that both group.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from .errors import InputError, RecordError

Json = Mapping[str, Any]
Fact = tuple[Hashable, ...]

_FOLDED = str.maketrans(
    dict.fromkeys("‐‑‒–—―−－ー~～至", "-")
    | dict.fromkeys("“”„‟＂'‘’", '"')
    | dict.fromkeys("﹝［【[", "〔")
    | dict.fromkeys("﹞］】]", "〕")
)
_SPACE = re.compile(r"\s+")


class Score(NamedTuple):
    """How many facts are right, how many were found, and how many the gold answer holds."""

    hits: int = 0
    found: int = 0
    gold: int = 0

    def plus(self, other: Score) -> Score:
        """The counts of both together."""
        return Score(self.hits + other.hits, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the found facts that are right."""
        return self.hits / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found."""
        return self.hits / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return _harmonic(self.precision, self.recall)


class PlanScore(NamedTuple):
    """What one plan scores: per kind, with the facts that are missing ('-') and false ('+')."""

    plan: str
    recorded: bool
    kinds: dict[str, Score]
    errors: dict[str, list[tuple[str, str]]]


class Report(NamedTuple):
    """What all plans score."""

    plans: list[PlanScore]
    pooled: dict[str, Score]
    units: dict[str, float]
    """units_b3, units_found and units_jurisdiction; empty where the gold has no units."""

    def value(self, kind: str) -> float:
        """The F1 of a kind of fact, or the figure of the units; raises RecordError where there is none."""
        if kind in self.pooled:
            return self.pooled[kind].f1
        if kind not in self.units:
            known = ", ".join([*self.pooled, *self.units])
            raise RecordError(f"no score named {kind!r}; known: {known}")
        return self.units[kind]


def _harmonic(one: float, other: float) -> float:
    return 2 * one * other / (one + other) if one + other else 0.0


def folded(value: object) -> str | None:
    """The form in which two strings of records are compared; None stays None."""
    if value is None:
        return None
    text = unicodedata.normalize("NFKC", str(value)).translate(_FOLDED)
    return _SPACE.sub("", text).strip(".、,;:。")


def _task(task: Json) -> Fact:
    return folded(task["title"]), int(task.get("part") or 1)


def _document(plan: Json) -> Iterator[Fact]:
    head = plan.get("document") or {}
    for field in ("title", "genre", "number", "issuer", "jurisdiction", "signed"):
        yield field, folded(head.get(field))
    start, end = head.get("period") or (None, None)
    yield "period.start", start
    yield "period.end", end


def _deadlines(plan: Json) -> Iterator[Fact]:
    return ((*_task(task), task["deadline"]) for task in _all(plan, "tasks") if task.get("deadline"))


def _assignments(plan: Json) -> Iterator[Fact]:
    for task in _all(plan, "tasks"):
        for role in ("lead", "responsible"):
            for unit in task.get(role) or ():
                yield *_task(task), role, folded(unit)


def _numbers(plan: Json) -> Iterator[Fact]:
    for policy in _all(plan, "policies"):
        if policy.get("number"):
            yield folded(policy["title"]), folded(policy["number"])


def _posts(plan: Json) -> Iterator[Fact]:
    for member in _all(plan, "members"):
        for post in member.get("posts") or ():
            yield folded(member["name"]), folded(post.get("unit")), folded(post.get("title"))


def _all(plan: Json, kind: str) -> Sequence[Json]:
    records: Sequence[Json] = plan.get(kind) or ()
    return records


FACTS: dict[str, Callable[[Json], Iterator[Fact]]] = {
    "document": _document,
    "tasks": lambda plan: (_task(task) for task in _all(plan, "tasks")),
    "sections": lambda plan: ((*_task(task), folded(task.get("section"))) for task in _all(plan, "tasks")),
    "assignments": _assignments,
    "deadlines": _deadlines,
    "policies": lambda plan: ((folded(policy["title"]),) for policy in _all(plan, "policies")),
    "policy_numbers": _numbers,
    "policy_relations": lambda plan: (
        (folded(policy["title"]), policy.get("relation")) for policy in _all(plan, "policies")
    ),
    "members": lambda plan: (
        (folded(member["name"]), member.get("role")) for member in _all(plan, "members")
    ),
    "posts": _posts,
    "phases": lambda plan: ((phase.get("start"), phase.get("end")) for phase in _all(plan, "phases")),
}
"""The kinds of facts that are compared as sets that count repeats."""

KINDS = (*FACTS, "targets", "targets_strict")


def _alike(one: str, other: str) -> bool:
    """Whether two indicators name one thing: most characters agree, or half where one holds the other."""
    common = (Counter(one) & Counter(other)).total()
    share = common / max(len(one), len(other), 1)
    return share >= 0.6 or (share >= 0.5 and (one in other or other in one))


def _figure(value: object) -> float | None:
    return None if value in (None, "") else float(str(value))


def _same_target(one: Json, other: Json, strict: bool) -> bool:
    same = (
        all(_figure(one.get(field)) == _figure(other.get(field)) for field in ("value", "value_max"))
        and folded(one.get("unit")) == folded(other.get("unit"))
        and _alike(folded(one.get("indicator")) or "", folded(other.get("indicator")) or "")
    )
    exact = ("comparator", "by", "per") if strict else ()
    return same and all((one.get(field) or None) == (other.get(field) or None) for field in exact)


def _target(target: Json) -> str:
    fields = ("indicator", "comparator", "value", "unit", "by", "per")
    return " ".join(str(target.get(field)) for field in fields)


def _score_targets(found: Json, gold: Json, strict: bool) -> tuple[Score, list[tuple[str, str]]]:
    """Pair targets one to one, each gold one with the first free one that fits."""
    free = list(_all(found, "targets"))
    missing = []
    for want in _all(gold, "targets"):
        hit = next((i for i, have in enumerate(free) if _same_target(have, want, strict)), None)
        if hit is None:
            missing.append(want)
        else:
            del free[hit]
    wanted = len(_all(gold, "targets"))
    score = Score(wanted - len(missing), len(_all(found, "targets")), wanted)
    return score, [("-", _target(item)) for item in missing] + [("+", _target(item)) for item in free]


def _score_facts(kind: str, found: Json, gold: Json) -> tuple[Score, list[tuple[str, str]]]:
    have, want = Counter(FACTS[kind](found)), Counter(FACTS[kind](gold))
    errors = [("-", fact) for fact in (want - have).elements()]
    errors += [("+", fact) for fact in (have - want).elements()]
    score = Score((have & want).total(), have.total(), want.total())
    return score, [(sign, " ".join(map(str, fact))) for sign, fact in errors]


def score_plan(plan: str, found: Json | None, gold: Json) -> PlanScore:
    """What the record of one plan scores against its gold answer."""
    kinds, errors = {}, {}
    for kind in KINDS:
        if kind in FACTS:
            kinds[kind], errors[kind] = _score_facts(kind, found or {}, gold)
        else:
            kinds[kind], errors[kind] = _score_targets(found or {}, gold, kind == "targets_strict")
    return PlanScore(plan, found is not None, kinds, errors)


def score_units(found: Json, gold: Json) -> dict[str, float]:
    """B-cubed F1 over the mentions in both, and the shares of mentions found and rightly placed."""
    have, want = _mentions(found), _mentions(gold)
    both = have.keys() & want.keys()
    ours, theirs = _groups(have, both), _groups(want, both)
    total = max(len(both), 1)
    shared = {key: len(ours[have[key]] & theirs[want[key]]) for key in both}
    precision = sum(shared[key] / len(ours[have[key]]) for key in sorted(both)) / total
    recall = sum(shared[key] / len(theirs[want[key]]) for key in sorted(both)) / total
    ours_in, theirs_in = (
        {key: side["units"][i].get("jurisdiction") for key, i in mentions.items()}
        for side, mentions in ((found, have), (gold, want))
    )
    placed = sum(ours_in[key] == theirs_in[key] for key in both)
    return {
        "units_b3": _harmonic(precision, recall),
        "units_found": len(both) / max(len(want), 1),
        "units_jurisdiction": placed / total,
    }


Mention = tuple[str, str]


def _mentions(units: Json) -> dict[Mention, int]:
    """Plan and folded name to the place of the unit."""
    return {
        (plan, folded(name) or ""): i
        for i, unit in enumerate(units["units"])
        for plan, name in unit["mentions"]
    }


def _groups(units: dict[Mention, int], within: set[Mention]) -> dict[int, set[Mention]]:
    groups: dict[int, set[Mention]] = defaultdict(set)
    for mention in within:
        groups[units[mention]].add(mention)
    return groups


def score_folders(records: Path, gold: Path) -> Report:
    """What the records of a folder score against a folder of gold answers."""
    paths = sorted(path for path in gold.glob("*.json") if path.stem != "units")
    if not paths:
        raise InputError(gold, "no gold answers (*.json) here")
    plans = []
    for path in paths:
        record = records / path.name
        try:
            plans.append(score_plan(path.stem, _load(record) if record.exists() else None, _load(path)))
        except (AttributeError, KeyError, TypeError, ValueError) as error:
            raise RecordError(f"{record} or {path}: not in the shape of a record: {error!r}") from error
    pooled = {kind: Score() for kind in KINDS}
    for plan in plans:
        for kind, score in plan.kinds.items():
            pooled[kind] = pooled[kind].plus(score)
    units: dict[str, float] = {}
    if (gold / "units.json").exists():
        ours = records / "units.json"
        units = score_units(_load(ours) if ours.exists() else {"units": []}, _load(gold / "units.json"))
    return Report(plans, pooled, units)


def _load(path: Path) -> Json:
    try:
        value = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise RecordError(f"{path}: {error}") from error
    if not isinstance(value, dict):
        raise RecordError(f"{path}: expected an object")
    return value
