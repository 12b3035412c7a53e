"""Units: names that mean one body of one jurisdiction are one unit; jurisdictions never share one."""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import NamedTuple

from msgspec.structs import replace

from ..model import Plan
from .directives import Directives
from .joins import Join, Roots, find_joins
from .mentions import LISTED, Named, addressed, listed
from .model import Decision, Mention, Unit
from .places import scope_of
from .reader import Reader, reader
from .reading import PRINTED, Reading, official_name
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
    reads = said.readings(read_names((reader_of(plan), named) for plan in plans for named in listed(plan)))
    heads = said.readings(read_names((reader_of(plan), named) for plan in plans for named in addressed(plan)))
    heads += _added(said, reads)
    known = {(named.plan, named.name) for named, _ in [*reads, *heads]}
    more = said.readings(_in_texts(plans, texts or {}, reads, known))
    return group([*reads, *heads, *more], joins)


def read_names(names: Iterable[tuple[Reader, Named]]) -> list[Read]:
    """The names with what each means to its reader."""
    with _uncollected():
        return [(named, lens.read(named.name)) for lens, named in names]


@contextmanager
def _uncollected() -> Iterator[None]:
    """Holds the collector of cycles back: what is made here, a million times over, is part of none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


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
    return reader(plan.document.jurisdiction, scope_of(plan.document), plan.document.issuer)


def group(reads: Sequence[Read], joins: Iterable[Join] = ()) -> Units:
    """The units of names that were read; those that stand in no field of units count only with one that does."""
    with _uncollected():
        return _grouped(reads, [*find_joins(reads), *joins])


def _grouped(reads: Sequence[Read], found: list[Join]) -> Units:
    roots = Roots(found)
    readings: dict[tuple[str, str], Reading] = {}
    by_root: dict[str, list[Read]] = {}
    for read in reads:
        named, reading = read
        at = named.plan, named.name
        if at not in readings:
            readings[at] = reading
            root = reading.key if reading.key not in roots else roots.root(reading.key)
            by_root.setdefault(root, []).append(read)
    joined = _joined(roots, reads)
    plates = _plates(roots, joined)
    units: list[Unit] = []
    decisions: list[Decision] = []
    for root in sorted(by_root):
        members = by_root[root]
        if members[0][0].where in LISTED or any(named.where in LISTED for named, _ in members):
            main = _main(root, members, joined)
            units.append(_unit(root, main, members, plates.get(root, ())))
            decisions += [_decision(root, named, reading, roots) for named, reading in members]
    return Units(units, decisions, readings, found, roots)


def _main(root: str, members: Sequence[Read], joined: Mapping[str, Reading]) -> Reading:
    """The reading that names the unit: one that the tables or the grammar made rather than a reviewer."""
    first = members[0][1]
    if first.key == root and first.kind != PRINTED:
        return first
    own = (reading for _, reading in members if reading.key == root and reading.kind != PRINTED)
    return next(own, joined.get(root, first))


def _joined(roots: Roots, reads: Sequence[Read]) -> dict[str, Reading]:
    """The readings of the keys that joins tie together, second plates among them."""
    wanted = {*roots, *map(roots.root, roots)}
    found: dict[str, Reading] = {}
    if wanted:
        for _, reading in reads:
            if reading.key in wanted:
                found.setdefault(reading.key, reading)
            if reading.second is not None and reading.second.key in wanted:
                found.setdefault(reading.second.key, reading.second)
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
    if len(members) == 1:
        return (Mention(members[0][0].plan, members[0][0].name),)
    return tuple(sorted([Mention(named.plan, named.name) for named, _ in members]))


def _decision(root: str, named: Named, reading: Reading, roots: Roots) -> Decision:
    why = reading.why if reading.key == root else f"{reading.why}; {roots.why(reading.key)}"
    return Decision(
        "unit", named.plan, named.name, root, why, named.where, named.start, named.end, reading.sure
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
