"""The level of the authorities that a policy document comes from, as its number and title say."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from ..names.divisions import abbreviations, divisions
from ..names.text import normalise


class _Words(NamedTuple):
    numbers: tuple[str, ...]
    titles: tuple[str, ...]
    before: re.Pattern[str]
    inside: tuple[str, ...]
    ends: tuple[str, ...]
    fronts: dict[str, tuple[str, ...]]
    not_front: tuple[str, ...]


def policy_level(title: str, number: str | None = None) -> str | None:
    """nation, province, prefecture or county; None where number and title leave it open."""
    words = _words()
    printed = normalise(number or "")
    if printed.startswith(words.numbers):
        return "nation"
    text = words.before.sub("", normalise(title))
    if text.startswith(words.titles):
        return "nation"
    return _by_front(text, words) or _by_number(printed) or _by_form(text, printed, words)


def _by_front(text: str, words: _Words) -> str | None:
    """The level of the place that a title begins with; of namesakes, the one level that all have."""
    _, named = divisions().prefix(text)
    levels = {division.level for division in named}
    if levels:
        return levels.pop() if len(levels) == 1 else None
    if text.startswith(words.not_front):
        return None
    return next((level for level, heads in words.fronts.items() if text.startswith(heads)), None)


def _by_number(number: str) -> str | None:
    """The level that all divisions have whose abbreviation a document number begins with."""
    found = (divisions().by_code(code) for code in abbreviations().get(number[:1], ()))
    levels = {division.level for division in found if division}
    return levels.pop() if len(levels) == 1 else None


def _by_form(text: str, number: str, words: _Words) -> str | None:
    """nation for a title that names no place where a local one would."""
    strong = any(word in text for word in words.inside)
    return "nation" if not number and (strong or text.endswith(words.ends)) else None


@cache
def _words() -> _Words:
    data = tomllib.loads((files("kg.graph") / "levels.toml").read_text(encoding="utf-8"))
    title, front = data["title"], data["front"]
    before = "|".join(sorted(map(re.escape, title["before"].split()), key=len, reverse=True))
    return _Words(
        numbers=tuple(data["number"]["nation"].split()),
        titles=tuple(title["nation"].split()),
        before=re.compile(f"^(?:{before})+"),
        inside=tuple(title["inside"].split()),
        ends=tuple(title["ends"].split()),
        fronts={level: tuple(front[level].split()) for level in ("province", "prefecture", "county")},
        not_front=tuple(front["not_front"].split()),
    )
