"""A rule of reading: a pattern, what must stand in a text for it, what it builds, and an example of both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Generic, Literal, TypeVar

T = TypeVar("T")
How = Literal["search", "match", "fullmatch"]


def text_of(match: re.Match[str]) -> str:
    """What a match covers."""
    return match.group()


@dataclass(frozen=True)
class Rule(Generic[T]):
    """One rule; the tests read its examples and counter-examples.

    `read` gives what it builds of each place, `find` the first match itself. With `how="match"` and
    `"fullmatch"` it looks at the beginning, or at all, of the part of the text that it is given.
    """

    name: str
    """What it reads, in words joined by hyphens; no two rules share one."""
    pattern: str
    examples: Mapping[str, tuple[T, ...]]
    """Texts and what the rule builds of them."""
    counters: tuple[str, ...]
    """Texts that look alike and give nothing."""
    build: Callable[[re.Match[str]], T]
    needs: tuple[str, ...] = ()
    """One of these stands in each text that the rule reads, so that others are passed over at once."""
    how: How = "search"
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", re.compile(self.pattern))

    def _may_read(self, text: str, start: int, end: int) -> bool:
        return not self.needs or any(text.find(word, start, end) >= 0 for word in self.needs)

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The places that it reads, in order."""
        end = len(text) if end is None else end
        if self._may_read(text, start, end):
            if self.how == "search":
                yield from self._compiled.finditer(text, start, end)
            elif match := self.find(text, start, end):
                yield match

    def find(self, text: str, start: int = 0, end: int | None = None) -> re.Match[str] | None:
        """The first place that it reads, None where there is none."""
        end = len(text) if end is None else end
        if not self._may_read(text, start, end):
            return None
        match: re.Match[str] | None = getattr(self._compiled, self.how)(text, start, end)
        return match

    def read(self, text: str, start: int = 0, end: int | None = None) -> Iterator[T]:
        """What it builds of each place, in order."""
        return map(self.build, self.matches(text, start, end))

    def __contains__(self, text: str) -> bool:
        """Whether it reads anything in a text."""
        return self.find(text) is not None
