"""A rule of reading: a pattern, what must stand in a text for it, what it builds, and an example of both sides."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from sys import maxsize
from typing import Generic, Literal, NamedTuple, TypeVar

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
    """One of these stands in each text that the rule reads, so that others are passed over at once.

    They are looked for up to the end of what is given: a rule that is asked at many places of a long text needs
    none, or is given an end.
    """
    how: How = "search"
    _compiled: re.Pattern[str] = field(init=False, repr=False, compare=False)
    _look: Callable[[str, int, int], re.Match[str] | None] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_compiled", re.compile(self.pattern))
        object.__setattr__(self, "_look", getattr(self._compiled, self.how))

    def _may_read(self, text: str, start: int, end: int) -> bool:
        for word in self.needs:  # a loop, as it is faster than any() over a generator
            if text.find(word, start, end) >= 0:
                return True
        return not self.needs

    def matches(self, text: str, start: int = 0, end: int | None = None) -> Iterator[re.Match[str]]:
        """The places that it reads, in order."""
        end = maxsize if end is None else end
        if self.needs and not self._may_read(text, start, end):
            return iter(())
        if self.how == "search":
            return self._compiled.finditer(text, start, end)
        match = self._look(text, start, end)
        return iter((match,) if match else ())

    def find(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """The first place that it reads, None where there is none."""
        if self.needs and not self._may_read(text, start, end):
            return None
        return self._look(text, start, end)

    def read(self, text: str, start: int = 0, end: int | None = None) -> Iterator[T]:
        """What it builds of each place, in order."""
        return map(self.build, self.matches(text, start, end))

    def __contains__(self, text: str) -> bool:
        """Whether it reads anything in a text."""
        # what find does, without a second call: this is asked of every line
        return (not self.needs or self._may_read(text, 0, maxsize)) and self._look(
            text, 0, maxsize
        ) is not None


class Reading(NamedTuple, Generic[T]):
    """What one rule of a table found."""

    rule: Rule[T]
    match: re.Match[str]

    @property
    def built(self) -> T:
        """What the rule builds of it."""
        return self.rule.build(self.match)


class RuleTable(tuple[Rule[T], ...]):
    """Rules tried together in one pass: the leftmost place wins, and of those that begin there the first rule.

    `lead` is a pattern with which each of the rules' patterns begins, so that it is tried once for all of them.
    """

    _compiled: re.Pattern[str]
    _groups: dict[int, Rule[T]]

    def __new__(cls, rules: Iterable[Rule[T]], lead: str = "") -> RuleTable[T]:
        """The table of some rules; their words of need are not looked at."""
        table = super().__new__(cls, rules)
        bodies = [rule.pattern.removeprefix(lead) for rule in table]
        table._compiled = re.compile(lead + "(?:" + "|".join(f"({body})" for body in bodies) + ")")
        table._groups = {}
        at = 1 + re.compile(lead).groups
        for rule, body in zip(table, bodies, strict=True):
            table._groups[at] = rule
            at += 1 + re.compile(body).groups
        return table

    def find(self, text: str, start: int = 0, end: int = maxsize) -> Reading[T] | None:
        """The first place that any of the rules reads; None where there is none."""
        return self._reading(self._compiled.search(text, start, end))

    def match(self, text: str, start: int = 0, end: int = maxsize) -> Reading[T] | None:
        """What stands at `start`; None where no rule reads it."""
        return self._reading(self._compiled.match(text, start, end))

    def readings(self, text: str, start: int = 0, end: int = maxsize) -> Iterator[Reading[T]]:
        """The places that the rules read, in order."""
        for match in self._compiled.finditer(text, start, end):
            yield Reading(self._groups[match.lastindex or 0], match)

    def _reading(self, match: re.Match[str] | None) -> Reading[T] | None:
        return Reading(self._groups[match.lastindex or 0], match) if match else None
