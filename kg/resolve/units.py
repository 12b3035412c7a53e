"""Units: the same printed name in one jurisdiction is one unit; jurisdictions never share one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ..keys import unit_key
from ..model import Plan
from ..names.bodies import parse_body
from .model import Decision, Entities, Mention, Unit
from .places import scope_of


def resolve_units(plans: Sequence[Plan]) -> tuple[list[Unit], list[Decision]]:
    """The units that the plans name, and the decision on each printed name."""
    mentions: defaultdict[str, set[Mention]] = defaultdict(set)
    places: dict[str, str | None] = {}
    decisions = []
    for plan in plans:
        key, scope = plan.document.key, scope_of(plan.document)
        for name in dict.fromkeys(printed_units(plan)):
            unit = unit_key(scope, name)
            mentions[unit].add(Mention(key, name))
            places[unit] = plan.document.jurisdiction
            decisions.append(Decision("unit", key, name, unit, "same printed name in one jurisdiction"))
    units = [_unit(unit, places[unit], tuple(sorted(found))) for unit, found in sorted(mentions.items())]
    return units, decisions


def printed_units(plan: Plan) -> Iterator[str]:
    """Every name of a unit that a plan prints as issuer, as responsible or beside a post, in order."""
    document = plan.document
    yield from ([document.issuer] if document.issuer else [])
    yield from document.issuers
    for task in plan.tasks:
        yield from task.lead
        yield from task.responsible
        yield from (assignment.unit for assignment in task.assignments)
    for member in plan.members:
        yield from (post.unit for post in member.posts)


def _unit(key: str, jurisdiction: str | None, mentions: tuple[Mention, ...]) -> Unit:
    name = usual(mention.name for mention in mentions)
    body = parse_body(name)
    return Unit(
        key=key,
        name=name,
        jurisdiction=jurisdiction,
        mentions=mentions,
        collective=body is not None and body.collective,
    )


def usual(names: Iterator[str]) -> str:
    """The name that stands most often; of equals, the first in order."""
    return min(Counter(names).items(), key=lambda item: (-item[1], item[0]))[0]


def units_json(entities: Entities, stems: Mapping[str, str]) -> dict[str, object]:
    """The units in the shape of `units.json`; `stems` gives the stem of each plan's files by its key."""
    names = {unit.key: unit.name for unit in entities.units}
    units = [
        {
            "canonical": unit.name,
            "jurisdiction": unit.jurisdiction,
            "mentions": [[stems[mention.plan], mention.name] for mention in unit.mentions],
            "collective": unit.collective,
            "members": [names[member] for member in unit.members],
        }
        for unit in entities.units
    ]
    return {"units": units, "uncertain": []}
