"""Records of classes that extensions add: found by their readers once a plan is read."""

from __future__ import annotations

from collections import Counter

from msgspec.structs import replace

from .graph.model import segment
from .keys import record_key
from .model import Extra, Plan
from .plugins import get_readers


def with_extras(plan: Plan, text: str) -> Plan:
    """The plan with the records of all readers, keys set: kind, and place in order within it."""
    found = [extra for reader in get_readers() for extra in reader.read(plan, text)]
    if not found:
        return plan
    places: Counter[str] = Counter()
    extras: list[Extra] = []
    for extra in found:
        places[extra.kind] += 1
        key = record_key(plan.document.key, segment(extra.kind), places[extra.kind])
        extras.append(replace(extra, key=key))
    return replace(plan, extras=extras)
