"""Persons: one name in one jurisdiction with a unit in common; a name in two jurisdictions is two persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ..keys import person_key, post_key
from ..model import Member, Plan
from .masking import is_masked
from .model import Decision, Doubt, Link, Mention, Person
from .places import scope_of
from .units import Units


class _Seat(NamedTuple):
    """A member's record with the units of the posts that it gives."""

    plan: str
    record: str
    name: str
    scope: str
    code: str | None
    date: str
    units: tuple[str, ...]
    """Standard names of the units, that of the first post first."""
    posts: tuple[str, ...]
    """Keys of the posts."""
    reason: str


class Persons(NamedTuple):
    """The persons of some plans and what led to them."""

    persons: list[Person]
    decisions: list[Decision]
    links: list[Link]
    doubts: list[Doubt]


def resolve_persons(plans: Sequence[Plan], units: Units, *, names: bool = True) -> Persons:
    """The persons that the plans list; without `names` each is called by posts, and keys hold no name."""
    seats = [seat for plan in plans for seat in _seats(plan, units)]
    namesakes: defaultdict[tuple[str, str], list[_Seat]] = defaultdict(list)
    for seat in seats:
        namesakes[seat.scope, seat.name].append(seat)
    persons: list[Person] = []
    keys: dict[tuple[str, str], str] = {}
    doubts: list[Doubt] = []
    for (_, name), found in sorted(namesakes.items()):
        made = [_person(group, names and not is_masked(name)) for group in _split(found)]
        persons += made
        for group, person in zip(_split(found), made, strict=True):
            keys |= {(seat.plan, seat.record): person.key for seat in group}
        if not is_masked(name):
            doubts += _doubtful([person.key for person in made])
    decisions = [
        Decision("person", seat.plan, seat.record, keys[seat.plan, seat.record], seat.reason)
        for seat in seats
    ]
    return Persons(_distinct(persons), decisions, _successions(seats, keys), doubts)


def _doubtful(keys: Sequence[str]) -> Iterator[Doubt]:
    for first, second in pairwise(keys):
        yield Doubt("person", first, second, "one name in one place, but no unit in common")


def _distinct(persons: Iterable[Person]) -> list[Person]:
    """Each key once, its mentions together: without names two persons of one post are told apart by nothing."""
    found: dict[str, Person] = {}
    for person in persons:
        known = found.get(person.key)
        mentions = {*person.mentions, *(known.mentions if known else ())}
        found[person.key] = Person(
            key=person.key,
            name=person.name,
            jurisdiction=person.jurisdiction,
            mentions=tuple(sorted(mentions)),
        )
    return [found[key] for key in sorted(found)]


def _seats(plan: Plan, units: Units) -> Iterator[_Seat]:
    document = plan.document
    for member in plan.members:
        source, reason = _with_posts(member, plan.members)
        names, posts = [], []
        for post in source.posts:
            if post.unit is None:
                continue
            reading = units.readings[document.key, post.unit]
            names.append(reading.name)
            posts.append(post_key(units.roots.root(reading.key), post.title))
        yield _Seat(
            document.key,
            member.key,
            member.name,
            scope_of(document),
            document.jurisdiction,
            document.signed or document.published or "",
            tuple(names),
            tuple(posts),
            reason,
        )


def _with_posts(member: Member, members: Sequence[Member]) -> tuple[Member, str]:
    """The entry that gives a member's posts: its own, or that of the one namesake in the list."""
    if member.posts:
        return member, "same name and a unit in common"
    if is_masked(member.name):
        return member, "no name and no post given"
    namesakes = [other for other in members if other.name == member.name and other.posts]
    units = {other.posts[0].unit for other in namesakes}
    if len(units) == 1:
        return namesakes[0], "same name in this plan's list"
    return member, "same name, no post given"


def _split(seats: Sequence[_Seat]) -> list[list[_Seat]]:
    """The seats of namesakes, those together that have a unit in common, or a post where names are masked."""
    groups: list[tuple[set[str], list[_Seat]]] = []
    for seat in seats:
        masked = is_masked(seat.name)
        marks = set(filter(_has_title, seat.posts) if masked else seat.units) or {
            seat.record if masked else ""
        }
        touching = [group for group in groups if group[0] & marks]
        merged = {mark for found, _ in touching for mark in found} | marks
        together = [one for _, found in touching for one in found] + [seat]
        groups = [group for group in groups if not group[0] & marks] + [(merged, together)]
    order = {id(seat): i for i, seat in enumerate(seats)}
    return sorted(
        (sorted(found, key=lambda one: order[id(one)]) for _, found in groups),
        key=lambda found: order[id(found[0])],
    )


def _person(seats: Sequence[_Seat], named: bool) -> Person:
    first = seats[0]
    unit = first.units[0] if first.units else None if named else first.record
    label = first.name if named else _label(first)
    return Person(
        key=person_key(first.scope, label, unit),
        name=label,
        jurisdiction=first.code,
        mentions=tuple(sorted({Mention(seat.plan, seat.name if named else label) for seat in seats})),
    )


def _has_title(post: str) -> bool:
    """Whether a post's key names one post; without a title it stands for anybody of its unit."""
    return not post.endswith("|")


def _label(seat: _Seat) -> str:
    """What a person is called without the name: the posts."""
    titles = [post.rsplit("|", 1)[-1] for post in seat.posts]
    return "、".join(unit + title for unit, title in zip(seat.units, titles, strict=True)) or "成员"


def _successions(seats: Sequence[_Seat], keys: dict[tuple[str, str], str]) -> list[Link]:
    """Who holds a post that another one held in an earlier plan."""
    holders: defaultdict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for seat in seats:
        for post in filter(_has_title, seat.posts):
            if seat.date:
                holders[post][seat.date].add(keys[seat.plan, seat.record])
    links = []
    for post in sorted(holders):
        by_date = sorted(holders[post].items())
        for (_, before), (date, after) in pairwise(by_date):
            if len(before) == len(after) == 1 and before != after:
                reason = f"holds the post in a plan of {date}"
                links.append(Link("person-successor", min(before), min(after), reason, int(date[:4]), post))
    return links
