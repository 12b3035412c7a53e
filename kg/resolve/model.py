"""What resolution gives: the entities that several plans share, and the decision on each mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

Kind = Literal["unit", "policy", "person", "group"]


class Mention(Struct, frozen=True, order=True):
    """A name as one plan prints it."""

    plan: str
    name: str


class Decision(Struct, frozen=True, order=True):
    """Which entity a mention is, and why."""

    kind: Kind
    plan: str
    mention: str
    """Of a unit or group the printed name, of a policy or person the key of the record."""
    key: str
    reason: str


class Unit(Struct, frozen=True, kw_only=True):
    """A public body or other organisation, or a collective name for several."""

    key: str
    name: str
    jurisdiction: str | None
    mentions: tuple[Mention, ...]
    collective: bool = False
    members: tuple[str, ...] = ()
    """Of a collective: the keys of the units that it is known to stand for."""


class PolicyEntity(Struct, frozen=True, kw_only=True):
    """A document that plans cite."""

    key: str
    title: str
    number: str | None
    mentions: tuple[Mention, ...]
    plan: str | None = None
    """Key of the plan that it is, where that plan was read too."""


class Person(Struct, frozen=True, kw_only=True):
    """A holder of posts."""

    key: str
    name: str
    jurisdiction: str | None
    mentions: tuple[Mention, ...]


class Group(Struct, frozen=True, kw_only=True):
    """A leadership group."""

    key: str
    name: str | None
    jurisdiction: str | None
    mentions: tuple[Mention, ...]


class Jurisdiction(Struct, frozen=True, kw_only=True):
    """A division of GB/T 2260."""

    code: str
    name: str
    """With the names of the divisions above it: 江苏省南京市鼓楼区."""
    other_names: tuple[str, ...] = ()
    parent: str | None = None


class Entities:
    """All entities, each kind sorted by key, and the way from a mention to its entity."""

    def __init__(
        self,
        *,
        units: Iterable[Unit] = (),
        policies: Iterable[PolicyEntity] = (),
        persons: Iterable[Person] = (),
        groups: Iterable[Group] = (),
        jurisdictions: Iterable[Jurisdiction] = (),
        decisions: Iterable[Decision] = (),
    ) -> None:
        self.units = tuple(sorted(units, key=lambda one: one.key))
        self.policies = tuple(sorted(policies, key=lambda one: one.key))
        self.persons = tuple(sorted(persons, key=lambda one: one.key))
        self.groups = tuple(sorted(groups, key=lambda one: one.key))
        self.jurisdictions = tuple(sorted(jurisdictions, key=lambda one: one.code))
        self.decisions = tuple(sorted(decisions))
        self._units = {unit.key: unit for unit in self.units}
        self._keys: Mapping[tuple[Kind, str, str], str] = {
            (one.kind, one.plan, one.mention): one.key for one in self.decisions
        }

    def key_of(self, kind: Kind, plan: str, mention: str) -> str:
        """The key of the entity that a mention of a plan is; raises KeyError where it was not resolved."""
        return self._keys[kind, plan, mention]

    def unit(self, key: str) -> Unit:
        """The unit of a key; raises KeyError where there is none."""
        return self._units[key]
