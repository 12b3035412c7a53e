"""Reviewers' decisions on the records of plans: taken out, changed, copied, added; all other keys stay as they are."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from msgspec.structs import fields, replace

from ..model import Citation, Evidence, Member, Phase, Plan, Policy, Section, Target, Task
from ..names.text import fold
from .corrections import Correction
from .model import Applied

_TYPES: Final[dict[str, Any]] = {
    "section": Section,
    "task": Task,
    "policy": Policy,
    "citation": Citation,
    "member": Member,
    "target": Target,
    "phase": Phase,
}
_LISTS: Final = {kind: "policies" if kind == "policy" else f"{kind}s" for kind in _TYPES}


class Amended(NamedTuple):
    """Plans after the decisions, those that took effect, and what to tell their authors."""

    plans: list[Plan]
    applied: list[Applied]
    warnings: list[str]


def amend(plans: Sequence[Plan], texts: Mapping[str, str], corrections: Iterable[Correction]) -> Amended:
    """The plans with the decisions on their records applied, in the order of the decisions."""
    current = {plan.document.key: plan for plan in plans}
    applied: list[Applied] = []
    warnings: list[str] = []
    for one in corrections:
        if not one.on_records:
            continue
        keys = [key for key in current if _meant(one, current[key])]
        done = False
        for key in keys:
            plan = current[key]
            try:
                changed = _apply(one, plan, texts.get(key, ""))
            except (msgspec.ValidationError, msgspec.DecodeError, AttributeError, TypeError) as error:
                warnings.append(f"{_said(one)}: can't be applied: {error}")
                break
            if changed is not None:
                current[key] = changed
                done = True
                if one.quote and not find_quote(texts.get(key, ""), one.quote):
                    warnings.append(f"{_said(one)}: the text under it has changed: {one.quote!r} is gone")
        else:
            if not done:
                warnings.append(f"{_said(one)}: its target is gone")
        if done:
            applied.append(one.applied())
    return Amended([current[plan.document.key] for plan in plans], applied, warnings)


def _said(one: Correction) -> str:
    return f"{one.action} {one.kind} {one.key or one.plan}"


def _meant(one: Correction, plan: Plan) -> bool:
    """Whether a decision may be about a plan."""
    key = plan.document.key
    if one.plan:
        return one.plan == key
    return one.kind == "policy" or one.key == key or one.key.startswith(f"{key}|")


def find_quote(text: str, quote: str) -> tuple[int, int] | None:
    """Where a quote stands in a text, white space and width aside; None where it does not."""
    if not fold(quote):
        return None
    match = re.search(r"\s*".join(map(re.escape, fold(quote))), text)
    if match is None:
        flat = [(fold(char), i) for i, char in enumerate(text) if fold(char)]
        at = "".join(char for char, _ in flat).find(fold(quote))
        if at < 0 or any(len(char) != 1 for char, _ in flat):
            return None
        return flat[at][1], flat[at + len(fold(quote)) - 1][1] + 1
    return match.span()


def _apply(one: Correction, plan: Plan, text: str) -> Plan | None:
    """The plan after one decision, None where it has no such record."""
    if one.kind == "document":
        return _document(one, plan, text)
    records: list[Any] = getattr(plan, _LISTS[one.kind])
    if one.action == "add":
        return _with(plan, one.kind, [*records, _added(one, text)])
    if not any(record.key == one.key for record in records):
        return None
    if one.action == "accept":
        return plan
    made = [made for record in records for made in _revised(one, record, text)]
    if one.action == "merge" and len(made) == len(records):
        return None
    changed = _with(plan, one.kind, made)
    return _pointing(changed, one) if one.action in ("merge", "reject") else changed


def _with(plan: Plan, kind: str, records: list[Any]) -> Plan:
    return replace(plan, **{_LISTS[kind]: records})


def _revised(one: Correction, record: Any, text: str) -> list[Any]:
    """What becomes of a record: itself, nothing, or itself and a copy."""
    if one.action == "merge" and record.key == one.value:
        return []
    if record.key != one.key:
        return [record]
    if one.action == "reject":
        return []
    if one.action == "change":
        return [_changed(record, one, text)]
    if one.action == "split":
        return [record, replace(_changed(record, one, text), key=f"{record.key}#{_mark(one)}")]
    return [record]


def _document(one: Correction, plan: Plan, text: str) -> Plan | None:
    if one.key != plan.document.key:
        return None
    if one.action == "change":
        return replace(plan, document=_changed(plan.document, one, text))
    return plan if one.action == "accept" else None


def _changed(record: Any, one: Correction, text: str) -> Any:
    """The record with a field set, borne out by the quote and no longer by what bore it before."""
    kinds = {field.name: field.type for field in fields(record)}
    if one.field not in kinds or one.field in ("key", "evidence", "file"):
        raise AttributeError(f"{type(record).__name__} has no field {one.field!r} to change")
    value = _value(one.value, kinds[one.field])
    kept = [item for item in record.evidence if item.field.partition(".")[0] != one.field]
    changed = replace(record, **{one.field: value}, evidence=[*kept, *_evidence(one.field, one.quote, text)])
    return _lists_changed(changed) if isinstance(record, Task) else changed


def _lists_changed(task: Task) -> Task:
    """A task whose assignments are those of units that its lists still hold."""
    held = {("lead", name) for name in task.lead} | {("responsible", name) for name in task.responsible}
    kept = [one for one in task.assignments if (one.role, one.unit) in held]
    return replace(task, assignments=kept)


def _value(text: str, kind: Any) -> Any:
    """A cell as a value of a field: JSON where it is that, empty for none, else the text."""
    if not text or text == "null":
        return msgspec.convert(None, kind)
    try:
        return msgspec.convert(text, kind)
    except msgspec.ValidationError:
        return msgspec.json.decode(text.encode(), type=kind)


def _added(one: Correction, text: str) -> Any:
    """A new record; its key holds a mark of what it says, so that no other key moves."""
    said = msgspec.json.decode(one.value.encode(), type=dict[str, Any])
    evidence = [item for name in said for item in _evidence(name, one.quote, text)]
    base = {"key": f"{one.plan}|{one.kind}|{_mark(one)}", "evidence": msgspec.to_builtins(evidence)}
    if _TYPES[one.kind] is Task:
        base |= {"section": None, "number": None, "start": 0, "end": 0}
    return msgspec.convert(base | said, _TYPES[one.kind])


def _evidence(field: str, quote: str, text: str) -> list[Evidence]:
    span = find_quote(text, quote) if quote else None
    return [Evidence(field, *span, text[span[0] : span[1]])] if span else []


def _mark(one: Correction) -> str:
    return "added-" + hashlib.sha256(f"{one.field}|{one.value}|{one.quote}".encode()).hexdigest()[:8]


def _pointing(plan: Plan, one: Correction) -> Plan:
    """The plan whose records name no longer what is gone."""
    old, new = (one.value, one.key) if one.action == "merge" else (one.key, None)
    if one.kind == "task":
        return replace(
            plan,
            citations=[replace(item, task=new) if item.task == old else item for item in plan.citations],
            targets=[replace(item, task=new) if item.task == old else item for item in plan.targets],
        )
    if one.kind == "policy":
        kept = [item for item in plan.citations if item.policy != old]
        return replace(plan, citations=kept)
    return plan
