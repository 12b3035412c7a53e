"""Reviewers' decisions on entities: which mention is whose, which two are one, which proposals are closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from msgspec.structs import replace

from .amending import find_quote
from .corrections import Correction
from .joins import Join
from .mentions import Named
from .model import Decision, Doubt, Entities, Kind
from .reading import PRINTED, Reading


@dataclass(slots=True)
class Directives:
    """The decisions on entities, sorted by what they do."""

    rows: list[Correction] = field(default_factory=list)

    @classmethod
    def of(cls, corrections: Iterable[Correction]) -> Directives:
        """Those of some decisions that are about entities."""
        return cls([one for one in corrections if not one.on_records])

    def _of(self, kind: str, action: str) -> list[Correction]:
        return [one for one in self.rows if one.kind == kind and one.action == action]

    def joins(self) -> list[Join]:
        """The units that a reviewer says are one."""
        return [Join(one.key, one.value, _by(one)) for one in self._of("unit", "merge")]

    def readings(self, reads: list[tuple[Named, Reading]]) -> list[tuple[Named, Reading]]:
        """The names, those that a reviewer split off with what they are instead."""
        split = {(one.plan, one.field): one for one in self._of("unit", "split")}
        if not split:
            return reads
        return [
            (named, _redirected(reading, split[at]) if (at := (named.plan, named.name)) in split else reading)
            for named, reading in reads
        ]

    def added(self) -> list[tuple[Named, str, Correction]]:
        """The names that a reviewer adds to units."""
        return [(Named(one.plan, one.value, "review"), one.key, one) for one in self._of("unit", "add")]

    def open(self, doubts: Iterable[Doubt]) -> list[Doubt]:
        """The proposals that no reviewer has decided on."""
        closed = {
            (one.kind, frozenset((one.key, one.value)) - {""})
            for one in self.rows
            if one.action in ("accept", "reject")
        }
        return [one for one in doubts if (one.kind, frozenset((one.first, one.second)) - {""}) not in closed]


def _redirected(reading: Reading, one: Correction) -> Reading:
    """A reading that points elsewhere: to the unit of a key, or to one of its own with this name."""
    scope, code, name = reading.key.rpartition("|")[0], reading.code, one.value
    if "|" in one.value:
        scope, _, name = one.value.rpartition("|")
        code = scope if scope.isdigit() else None
    return Reading(f"{scope}|{name}", name, code, PRINTED, _by(one), name)


def _by(one: Correction) -> str:
    return f"{one.author}: {one.reason}"


def directed(entities: Entities, directives: Directives, texts: Mapping[str, str]) -> Entities:
    """The entities after the decisions that are no matter of names: merged, split and changed ones."""
    warnings = list(entities.warnings)
    applied = list(entities.corrections)
    for one in directives.rows:
        changed = _direct(entities, one)
        if changed is None:
            warnings.append(f"{one.action} {one.kind} {one.key}: its target is gone")
            continue
        entities = changed
        applied.append(one.applied())
        if one.quote and not _stands(one, texts):
            warnings.append(
                f"{one.action} {one.kind} {one.key}: the text under it has changed: {one.quote!r} is gone"
            )
    return _rebuilt(entities, corrections=applied, warnings=warnings)


def with_void(entities: Entities, corrections: Iterable[Correction], *, kept: bool) -> Entities:
    """The entities with the decisions that took no effect too; without any where they are not to be kept.

    Decisions quote plans and name persons, so they go where names are masked.
    """
    said = list(corrections)
    if not said and (kept or not entities.corrections):
        return entities
    effective = {one for one in entities.corrections if one.effective}
    rows = list(dict.fromkeys(one.applied() for one in said))
    void = [replace(one, effective=False) for one in rows if one not in effective]
    return _rebuilt(entities, corrections=[*entities.corrections, *void] if kept else [])


def _stands(one: Correction, texts: Mapping[str, str]) -> bool:
    where = [texts[one.plan]] if one.plan in texts else list(texts.values())
    return not where or any(find_quote(text, one.quote) for text in where)


def _direct(entities: Entities, one: Correction) -> Entities | None:
    """The entities after one decision, None where its target is not among them."""
    if one.kind == "unit" and one.action in ("merge", "split", "add"):
        return entities if _took_effect(entities, one) else None
    kept = {item.key for item in _entities_of(entities, one.kind)}
    if one.action in ("accept", "reject"):
        return entities if one.key in kept else None
    if one.key not in kept:
        return None
    if one.action == "change":
        return _changed(entities, one)
    if one.action == "merge":
        return _merged(entities, one) if one.value in kept else None
    if one.action == "split":
        return _split(entities, one)
    return None


def _took_effect(entities: Entities, one: Correction) -> bool:
    if one.action == "merge":
        said = (item.reason for item in entities.decisions if item.kind == "unit")
        return any(_by(one) in reason for reason in said)
    name = one.field if one.action == "split" else one.value
    return entities.find("unit", one.plan, name) is not None


_PLURALS = {"unit": "units", "policy": "policies", "person": "persons", "group": "groups"}


def _entities_of(entities: Entities, kind: str) -> Sequence[Any]:
    found: Sequence[Any] = getattr(entities, _PLURALS[kind])
    return found


def _changed(entities: Entities, one: Correction) -> Entities | None:
    if one.field not in ("name", "official", "title", "number", "issuer", "level"):
        return None
    items = []
    for item in _entities_of(entities, one.kind):
        if item.key == one.key:
            if not hasattr(item, one.field):
                return None
            item = replace(item, **{one.field: one.value})
        items.append(item)
    return _rebuilt(entities, **{_PLURALS[one.kind]: items})


def _merged(entities: Entities, one: Correction) -> Entities:
    """Policies, persons or groups of which the second is the first."""
    items = {item.key: item for item in _entities_of(entities, one.kind)}
    other = items.pop(one.value)
    main = items[one.key]
    mentions = tuple(sorted({*main.mentions, *other.mentions}))
    items[one.key] = replace(main, mentions=mentions)
    decisions = [
        replace(item, key=one.key, reason=f"{item.reason}; {_by(one)}")
        if item.kind == one.kind and item.key == one.value
        else item
        for item in entities.decisions
    ]
    links = [
        replace(link, source=_moved(link.source, one), target=_moved(link.target, one))
        for link in entities.links
        if {link.source, link.target} != {one.key, one.value}
    ]
    doubts = [doubt for doubt in entities.doubts if one.value not in (doubt.first, doubt.second)]
    return _rebuilt(
        entities, **{_PLURALS[one.kind]: items.values()}, decisions=decisions, links=links, doubts=doubts
    )


def _moved(key: str, one: Correction) -> str:
    return one.key if key == one.value else key


def _split(entities: Entities, one: Correction) -> Entities | None:
    """Policies, persons or groups: one record's mention is another entity."""
    kind: Kind = one.kind  # type: ignore[assignment]
    if entities.find(kind, one.plan, one.field) != one.key:
        return None
    items = {item.key: item for item in _entities_of(entities, one.kind)}
    if one.value not in items:
        items[one.value] = replace(items[one.key], key=one.value)
    decisions = [
        Decision(item.kind, item.plan, item.mention, one.value, _by(one))
        if (item.kind, item.plan, item.mention) == (kind, one.plan, one.field)
        else item
        for item in entities.decisions
    ]
    return _rebuilt(entities, **{_PLURALS[one.kind]: items.values()}, decisions=decisions)


def _rebuilt(entities: Entities, **changed: Any) -> Entities:
    names = (*_PLURALS.values(), "jurisdictions", "decisions", "links", "doubts", "corrections", "warnings")
    return Entities(**({name: getattr(entities, name) for name in names} | changed))
