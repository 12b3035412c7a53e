"""What resolution gives: the entities that several plans share, and the decision on each mention."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from msgspec import Struct

Kind = Literal["unit", "policy", "person", "group"]


class Mention(Struct, frozen=True, order=True, gc=False):
    """A name as one plan prints it."""

    plan: str
    name: str


class Decision(Struct, frozen=True, order=True, gc=False):
    """Which entity a mention is, and why."""

    kind: Kind
    plan: str
    mention: str
    """Of a unit or group the printed name, of a policy or person the key of the record."""
    key: str
    reason: str
    where: str = ""
    """The field that prints it: issuer, lead, responsible, assignment, post, addressee, copied; text of one that
    stands only in the running text."""
    start: int = 0
    end: int = 0
    """Of a name that stands only in the running text: its place in the Source text."""
    sure: bool = True
    """False where the name leaves open whose body it is."""


class Ground(Struct, frozen=True, order=True, gc=False):
    """A record that names a member of a collective."""

    unit: str
    """The member's key."""
    plan: str
    record: str
    """Key of the seat in a group, of the task, or of the plan whose head names it."""
    name: str
    """As the record prints it."""


class Unit(Struct, frozen=True, kw_only=True, gc=False):
    """A public body or other organisation, or a collective name for several."""

    key: str
    name: str
    jurisdiction: str | None
    mentions: tuple[Mention, ...]
    collective: bool = False
    members: tuple[str, ...] = ()
    """Of a collective: the keys of the units that it is known to stand for."""
    official: str = ""
    """The full name with that of the place: 南京市鼓楼区市场监督管理局. Expanded from the tables of this package."""
    kind: str = ""
    """office, party, state, prefixed, nation, township, zone, branch, place, inner, collective, other or printed."""
    plates: tuple[str, ...] = ()
    """The standard names of its other plates: 区知识产权局."""
    subject: str = ""
    """Of a body that the tables hold: what for, 市场监管."""
    basis: str = ""
    """Of a collective: what says that these are its members."""
    grounds: tuple[Ground, ...] = ()
    """Of a collective: for each member the first record that shows it to be one."""


class PolicyEntity(Struct, frozen=True, kw_only=True):
    """A document that plans cite."""

    key: str
    title: str
    number: str | None
    mentions: tuple[Mention, ...]
    plan: str | None = None
    """Key of the plan that it is, where that plan was read too."""
    level: str | None = None
    """nation, province, prefecture or county: that of the issuing body."""
    issuer: str | None = None
    """The issuing body, as far as number, title or the words before the title tell."""
    jurisdiction: str | None = None
    """Code of the issuing body's division."""
    year: int | None = None
    """Of the document number, else the edition or the first year of the title."""


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


class Link(Struct, frozen=True, order=True):
    """A relation of two entities that follows from names, numbers, posts or the tables of reorganisations."""

    kind: Literal["successor", "person-successor", "notice-of", "implements", "supersedes"]
    """successor: the body `source` went over into `target`; person-successor: `target` holds a post that `source`
    held; notice-of: `source` is the notice that issues `target`; implements and supersedes: as they say."""
    source: str
    target: str
    """Keys of two units, persons or policies; of `supersedes` the source may be a plan's key."""
    reason: str
    year: int | None = None
    post: str = ""
    """Of person-successor: the key of the post."""


class Doubt(Struct, frozen=True, order=True):
    """Two entities that may be one, or one whose place is open: for a person to decide."""

    kind: Kind
    first: str
    second: str
    """The other entity's key; empty where only the first is in doubt."""
    reason: str


class Applied(Struct, frozen=True, order=True, kw_only=True):
    """A reviewer's decision, and whether it took effect."""

    action: str
    kind: str
    key: str
    field: str
    value: str
    author: str
    reason: str
    quote: str
    plan: str = ""
    """Key of the plan that it names, where it names one."""
    effective: bool = True
    """False where what it is about is gone, or its value fits nothing."""


def _order(link: Link) -> tuple[str, str, str, str]:
    return link.kind, link.source, link.target, link.post


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
        links: Iterable[Link] = (),
        doubts: Iterable[Doubt] = (),
        corrections: Iterable[Applied] = (),
        warnings: Iterable[str] = (),
    ) -> None:
        self.units = tuple(sorted(units, key=lambda one: one.key))
        self.policies = tuple(sorted(policies, key=lambda one: one.key))
        self.persons = tuple(sorted(persons, key=lambda one: one.key))
        self.groups = tuple(sorted(groups, key=lambda one: one.key))
        self.jurisdictions = tuple(sorted(jurisdictions, key=lambda one: one.code))
        self.decisions = tuple(sorted(decisions))
        self.links = tuple(sorted(links, key=_order))
        self.doubts = tuple(sorted(doubts))
        self.corrections = tuple(corrections)
        """Reviewers' decisions in the order of their file: those on records that took effect, then the others."""
        self.warnings = tuple(warnings)
        """What reviewers should know: a target that is gone, a text that has changed."""
        self._units = {unit.key: unit for unit in self.units}
        self._keys: Mapping[tuple[Kind, str, str], str] = {
            (one.kind, one.plan, one.mention): one.key for one in self.decisions
        }

    def key_of(self, kind: Kind, plan: str, mention: str) -> str:
        """The key of the entity that a mention of a plan is; raises KeyError where it was not resolved."""
        return self._keys[kind, plan, mention]

    def find(self, kind: Kind, plan: str, mention: str) -> str | None:
        """The key of the entity that a mention of a plan is, None where it was not resolved."""
        return self._keys.get((kind, plan, mention))

    def unit(self, key: str) -> Unit:
        """The unit of a key; raises KeyError where there is none."""
        return self._units[key]
