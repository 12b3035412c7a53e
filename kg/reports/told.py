"""A finding in the words of the report."""

from __future__ import annotations

from msgspec import Struct

from .desk import ranking
from .model import Quote


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
