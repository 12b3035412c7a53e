"""The most telling findings: each a sentence, what it means, and the words that bear it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from .desk import Desk, ranking
from .told import Telling
from .told_plans import change, copied, deadlines, left_out, shared_policies, unread
from .told_targets import contradictions, near, spreads
from .told_units import cuts, heavy, idle, one_lead, silent

TEN = 10


Teller = Callable[[Desk], Iterator[Telling]]

_TELLERS: Sequence[Teller] = (
    *(contradictions, spreads, near),
    *(silent, one_lead, heavy, idle, cuts),
    *(change, copied, left_out, deadlines, shared_policies, unread),
)


def tell(desk: Desk, count: int = TEN) -> list[Telling]:
    """The most telling findings, the first first: few of one kind, unless there is nothing else."""
    found = [one for teller in _TELLERS for one in teller(desk) if one.quotes]
    found.sort(key=lambda one: (-one.weight, one.kind, one.headline))
    most, seen = int(ranking()["most"]), Counter[str]()
    first: list[Telling] = []
    rest: list[Telling] = []
    for one in found:
        seen[one.kind] += 1
        (first if seen[one.kind] <= most else rest).append(one)
    chosen = [*first, *rest][:count]
    return sorted(chosen, key=lambda one: (-one.weight, one.kind, one.headline))
