"""Units: names that mean one body of one jurisdiction are one unit; jurisdictions never share one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from ..model import Plan
from .directives import Directives
from .joins import Join, Roots, find_joins
from .mentions import LISTED, Named, addressed, listed
from .model import Decision, Mention, Unit
from .places import scope_of
from .reader import Reader, reader
from .reading import Reading, official_name
from .runningtext import find_names, known_names

Read = tuple[Named, Reading]


class Units(NamedTuple):
    """The units of some plans and what led to them."""

    units: list[Unit]
    decisions: list[Decision]
    readings: dict[tuple[str, str], Reading]
    """By plan and printed name."""
    joins: list[Join]
    roots: Roots


def resolve_units(
    plans: Sequence[Plan], texts: Mapping[str, str] | None = None, directives: Directives | None = None
) -> Units:
    """The units that the plans name, and the decision on each printed name.

    `texts` are the Source texts by plan key, in which more names of the same units are looked for.
    """
    said = directives or Directives()
    joins = said.joins()
    reads = [_read(plan, named, said) for plan in plans for named in listed(plan)]
    heads = [_read(plan, named, said) for plan in plans for named in addressed(plan)]
    heads += _added(said, reads)
    more = _in_texts(plans, texts or {}, reads, {(named.plan, named.name) for named, _ in [*reads, *heads]})
    return group([*reads, *heads, *((named, said.reading(named, one)) for named, one in more)], joins)


def _read(plan: Plan, named: Named, said: Directives) -> Read:
    return named, said.reading(named, reader_of(plan).read(named.name))


def _added(said: Directives, reads: Sequence[Read]) -> list[Read]:
    """The names that reviewers add to units."""
    known = {reading.key: reading for _, reading in reads}
    return [
        (named, replace(known[key], why=f"{one.author}: {one.reason}", second=None))
        for named, key, one in said.added()
        if key in known
    ]


def reader_of(plan: Plan) -> Reader:
    """The reader for the names of a plan."""
    return reader(plan.document.jurisdiction, scope_of(plan.document))


def group(reads: Sequence[Read], joins: Iterable[Join] = ()) -> Units:
    """The units of names that were read; those that stand in no field of units count only with one that does."""
    found = [*find_joins(reads), *joins]
    roots = Roots(found)
    readings: dict[tuple[str, str], Reading] = {}
    by_root: dict[str, list[Read]] = {}
    for read in reads:
        named, reading = read
        if (named.plan, named.name) not in readings:
            readings[named.plan, named.name] = reading
            by_root.setdefault(roots.root(reading.key), []).append(read)
    joined = _joined(roots, reads)
    plates = _plates(roots, joined)
    units: list[Unit] = []
    decisions: list[Decision] = []
    for root in sorted(by_root):
        members = by_root[root]
        if any(named.where in LISTED for named, _ in members):
            main = members[0][1] if members[0][1].key == root else joined.get(root, members[0][1])
            units.append(_unit(root, main, members, plates.get(root, ())))
            decisions += [_decision(root, named, reading, roots) for named, reading in members]
    return Units(units, decisions, readings, found, roots)


def _joined(roots: Roots, reads: Sequence[Read]) -> dict[str, Reading]:
    """The readings of the keys that joins tie together, second plates among them."""
    wanted = {*roots, *map(roots.root, roots)}
    found: dict[str, Reading] = {}
    if wanted:
        for _, reading in reads:
            for one in (reading, reading.second):
                if one is not None and one.key in wanted:
                    found.setdefault(one.key, one)
    return found


def _plates(roots: Roots, joined: Mapping[str, Reading]) -> dict[str, tuple[str, ...]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    for key in roots:
        if key in joined:
            found[roots.root(key)].add(joined[key].name)
    return {root: tuple(sorted(names)) for root, names in found.items()}


def _unit(root: str, main: Reading, members: Sequence[Read], plates: tuple[str, ...]) -> Unit:
    return Unit(
        key=root,
        name=main.name,
        jurisdiction=main.code,
        mentions=_mentions(members),
        collective=main.kind == "collective",
        official=official_name(main),
        kind=main.kind,
        plates=plates,
        subject=main.subject,
    )


def _mentions(members: Sequence[Read]) -> tuple[Mention, ...]:
    found = [Mention(named.plan, named.name) for named, _ in members]
    return tuple(sorted(found)) if len(found) > 1 else tuple(found)


def _decision(root: str, named: Named, reading: Reading, roots: Roots) -> Decision:
    joined = roots.why(reading.key)
    reason = f"{reading.why}; {joined}" if joined else reading.why
    return Decision(
        "unit", named.plan, named.name, root, reason, named.where, named.start, named.end, reading.sure
    )


def _in_texts(
    plans: Sequence[Plan],
    texts: Mapping[str, str],
    reads: Sequence[Read],
    known: set[tuple[str, str]],
) -> list[Read]:
    """The names of wanted units that stand only in running text."""
    names = known_names(
        (named.name, reading) for named, reading in reads if reading.kind not in ("collective", "nation")
    )
    found = []
    for plan in plans:
        key = plan.document.key
        lens = reader_of(plan)
        for named in find_names(key, texts.get(key, ""), lens.fronts, names):
            if (key, named.name) not in known:
                found.append((named, lens.read(named.name)))
    return found
