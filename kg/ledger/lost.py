"""Entries whose task or unit is gone after a rebuild, and where they may belong now."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from rapidfuzz.distance import Indel

from ..names.text import fold
from .entries import Entries, Entry
from .rows import LedgerRow

ALIKE: Final = 0.75
"""How like the titles of two tasks must be for an entry to be proposed to move."""


class Lost(Struct, frozen=True, kw_only=True):
    """An entry without its row."""

    entry: Entry
    proposal: LedgerRow | None
    """A row of the same plan and unit whose task has about the same title."""
    likeness: float | None
    """Of the two titles."""


def lost_entries(entries: Entries, rows: Sequence[LedgerRow]) -> list[Lost]:
    """The entries that belong to no row, in order, each with what it may belong to now."""
    here = {row.key for row in rows}
    gone = [entry for entry in entries.entries if entry.key not in here]
    by_unit: defaultdict[tuple[str, str], list[LedgerRow]] = defaultdict(list)
    for row in rows if gone else ():
        by_unit[row.plan_title, fold(row.unit_name)].append(row)
    return [_lost(entry, by_unit[entry.plan_title, fold(entry.unit_name)]) for entry in gone]


def _lost(entry: Entry, rows: Iterable[LedgerRow]) -> Lost:
    scored = [(_likeness(entry, row), row) for row in rows]
    best = max(scored, key=lambda one: (one[0], one[1].task == entry.task), default=None)
    if best is None or best[0] < ALIKE:
        return Lost(entry=entry, proposal=None, likeness=None)
    return Lost(entry=entry, proposal=best[1], likeness=round(best[0], 2))


def _likeness(entry: Entry, row: LedgerRow) -> float:
    return Indel.normalized_similarity(fold(entry.title), fold(row.title))
