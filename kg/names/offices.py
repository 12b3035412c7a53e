"""Titles of offices: where in 区委组织部常务副部长 the unit ends and the title begins."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Final, NamedTuple

_LONGEST: Final = 30
"""Characters of the longest title without its joints."""
_BRACKET = re.compile(r"（[^（）]{0,20}）$|\([^()]{0,20}\)$")


class _Vocabulary(NamedTuple):
    title: re.Pattern[str]
    joint: re.Pattern[str]
    organ: re.Pattern[str]
    own_unit: re.Pattern[str]
    """The end of a unit that the party organ belongs to: 镇 in 镇党委."""


def find_office_title(text: str) -> tuple[int, str] | None:
    """Where the title begins in unit and title, and the title; None where there is none.

    In 党组成员、副秘书长 the title is the whole. A title without a unit begins at 0.
    """
    words = _vocabulary()
    start = 0
    for end in [*(match.start() for match in words.joint.finditer(text)), len(text)]:
        found = _begin(text, start, end, words)
        if found is not None:
            return found, text[found:]
        start = end + 1
    return None


def _begin(text: str, start: int, end: int, words: _Vocabulary) -> int | None:
    """The offset from which text[:end] is all title."""
    if bracket := _BRACKET.search(text, max(start, end - 24), end):
        end = bracket.start()
    for begin in range(max(start, end - _LONGEST), end):
        if words.title.fullmatch(text, begin, end):
            organ = words.organ.match(text, begin, end)
            return organ.end() if organ and words.own_unit.search(text[start:begin]) else begin
    return None


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads((files("kg.names") / "offices.toml").read_text(encoding="utf-8"))

    def either(key: str) -> str:
        return "|".join(sorted(map(re.escape, data[key].split()), key=len, reverse=True))

    return _Vocabulary(
        title=re.compile(rf"(?:{either('modifiers')}){{0,4}}(?:{either('heads')})"),
        joint=re.compile(either("joints")),
        organ=re.compile(either("party_organs")),
        # a word that is no name by itself keeps its organ too: 院党委|书记
        own_unit=re.compile(rf"(?:{either('party_units')})$|^[院局校厅馆司署行]$"),
    )
