"""Brackets: which close which, what stands outside them all, and which one closes a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

OPENING = "（(〔[【﹝［"
CLOSING = "）)〕]】﹞］"
_QUOTES = {"“": "”", '"': '"', "「": "」"}
_LENIENT = dict.fromkeys(OPENING, CLOSING)
"""Plans misprint the forms of brackets: （甲】."""
_STRICT = dict(zip(OPENING, CLOSING, strict=True)) | {"《": "》"} | _QUOTES
_SHORT = 400
"""An unclosed bracket holds together only what is longer than this."""


class Bracket(NamedTuple):
    """A bracket: the span with its marks."""

    start: int
    end: int


@dataclass(slots=True)
class Walk:
    """What one walk over a text found."""

    inner: list[Bracket] = field(default_factory=list)
    outer: list[Bracket] = field(default_factory=list)
    """Those within no other; each list in the order of the ends."""
    free: list[int] = field(default_factory=list)
    """Offsets of the marks that stand outside all brackets."""
    unclosed: bool = False


@cache
def _stops(marks: frozenset[str], strict: bool) -> re.Pattern[str]:
    pairs = _STRICT if strict else _LENIENT
    return re.compile(f"[{re.escape(''.join(sorted({*pairs, *''.join(pairs.values()), *marks})))}]")


def walk(
    text: str, start: int, end: int, marks: frozenset[str] = frozenset(), *, strict: bool = False
) -> Walk:
    """The brackets of text[start:end] and the marks outside them; an end without a beginning is passed over.

    A bracket is closed by one of any form. With `strict` it is closed by its own alone, and 《》 and quotes are
    brackets too; within another, quotes mean nothing.
    """
    found = Walk()
    pairs = _STRICT if strict else _LENIENT
    opened: list[tuple[int, str]] = []
    for match in _stops(marks, strict).finditer(text, start, end):
        at, char = match.start(), match.group()
        if opened and char in opened[-1][1]:
            bracket = Bracket(opened.pop()[0], at + 1)
            (found.inner if opened else found.outer).append(bracket)
        elif char in pairs and not (opened and char in _QUOTES):
            opened.append((at, pairs[char]))
        elif not opened and char in marks:
            found.free.append(at)
    found.unclosed = bool(opened)
    return found


def depth_free(text: str, start: int, end: int, marks: frozenset[str]) -> list[int]:
    """Offsets of the given marks that stand outside all brackets, titles and quotes."""
    found = walk(text, start, end, marks, strict=True)
    if found.unclosed and end - start < _SHORT:
        return [match.start() for match in _any_of(marks).finditer(text, start, end)]
    return found.free


@cache
def _any_of(marks: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(marks)))}]")


def outer_brackets(text: str, start: int, end: int) -> list[Bracket]:
    """The outermost brackets of text[start:end]; an opening one without its end is left out."""
    return walk(text, start, end).outer


def without_tail(text: str, start: int, end: int) -> int:
    """Where the words of text[start:end] end before the bracket that closes them; `end` where none does."""
    at = end
    while at > start and text[at - 1] in "。； ":
        at -= 1
    if at == start or text[at - 1] not in CLOSING:
        return end
    found = walk(text, start, at)
    last = max([*found.inner[-1:], *found.outer[-1:]], key=lambda one: one.end, default=None)
    return last.start if last and last.end == at and last.start > start else end
