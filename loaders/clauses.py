"""Clauses: the stretches of a sentence between its commas and colons."""

from __future__ import annotations

import re

_LONGEST = 200
"""A longer clause is cut off: no reader takes it in, and no text may make the search slow."""
_BREAK = re.compile(r"[，；。：！？\n\t]|[,;:](?!\d)")


def clause_start(text: str, at: int, start: int) -> int:
    """Where the clause that holds offset `at` begins, `start` at the earliest."""
    last = start = max(start, at - _LONGEST)
    for match in _BREAK.finditer(text, start, at):
        last = match.end()
    return last


def clause_end(text: str, at: int, end: int) -> int:
    """Where the clause that holds offset `at` ends, `end` at the latest."""
    end = min(end, at + _LONGEST)
    match = _BREAK.search(text, at, end)
    return match.start() if match else end
