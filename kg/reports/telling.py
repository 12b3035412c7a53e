"""The most telling findings: each a sentence, what it means, and the words that bear it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from .desk import Desk, ranking
from .model import Quote

TEN = 10


class Telling(Struct, frozen=True, kw_only=True):
    """A finding as the report tells it."""

    kind: str
    degree: float
    """How much of it there is, from 0 to 1."""
    headline: str
    text: str
    quotes: tuple[Quote, ...]

    @property
    def weight(self) -> float:
        """By what it is ranked."""
        weights: dict[str, float] = ranking()["weights"]
        return weights[self.kind] * min(max(self.degree, 0.0), 1.0)


Teller = Callable[[Desk], Iterator[Telling]]


def tell(desk: Desk, count: int = TEN) -> list[Telling]:
    """The most telling findings, the first first: few of one kind, unless there is nothing else."""
    found = [one for teller in _tellers() for one in teller(desk) if one.quotes]
    found.sort(key=lambda one: (-one.weight, one.kind, one.headline))
    most, seen = int(ranking()["most"]), Counter[str]()
    first: list[Telling] = []
    rest: list[Telling] = []
    for one in found:
        seen[one.kind] += 1
        (first if seen[one.kind] <= most else rest).append(one)
    chosen = [*first, *rest][:count]
    return sorted(chosen, key=lambda one: (-one.weight, one.kind, one.headline))


def _tellers() -> Sequence[Teller]:
    from .told_plans import change, copied, deadlines, left_out, shared_policies, unread
    from .told_targets import contradictions, near, spreads
    from .told_units import cuts, heavy, idle, one_lead, silent

    return (
        *(contradictions, spreads, near),
        *(silent, one_lead, heavy, idle, cuts),
        *(change, copied, left_out, deadlines, shared_policies, unread),
    )
