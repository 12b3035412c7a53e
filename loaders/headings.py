"""What the words of a heading say of its section: tasks, or the frame, the stages and the measures around them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Literal

from .vocabulary import either, words

Purpose = Literal["task", "frame", "stages", "measures", "groups", "duties"]
_PURPOSES: tuple[Purpose, ...] = ("task", "frame", "stages", "measures", "groups", "duties")


@cache
def _pattern(purpose: Purpose) -> re.Pattern[str]:
    return re.compile(either(words("sections", "heading", purpose)))


@lru_cache(maxsize=4096)
def purpose_of_heading(heading: str) -> Purpose | None:
    """What a heading's own words say of its section; the words nearest to its end decide, None where none do."""
    best: tuple[int, int, Purpose] | None = None
    for purpose in _PURPOSES:
        for match in _pattern(purpose).finditer(heading):
            found = (match.end(), match.end() - match.start(), purpose)
            if best is None or found[:2] > best[:2]:
                best = found
    if best is None or (best[0] < len(heading) - 4 and best[2] != "measures" and len(heading) > 16):
        return None
    return best[2]


def purpose_of_words(heading: str) -> Purpose | None:
    """The purpose of a heading that is nothing but the usual name of a chapter."""
    for purpose in _PURPOSES:
        match = _pattern(purpose).search(heading)
        if match and match.end() == len(heading) and len(heading) - (match.end() - match.start()) <= 4:
            return purpose
    return None
