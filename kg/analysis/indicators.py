"""What an indicator measures, read from its own words, so that plans can be compared by it."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from msgspec import Struct
from rapidfuzz.distance import Indel

from ..model import Target
from ..names.text import fold

NEAR: Final = 0.7
"""How like the words of two indicators must be to be shown beside each other as kin, which are not the same."""

_PUNCTUATION: Final = re.compile(r"[^\w%‰]+")
_LISTED: Final = re.compile(r"[^、，,；;。！!：:\n\t]*(?:、[^、，,；;。！!：:\n\t]*)*、$")


class Indicator(Struct, frozen=True, order=True, kw_only=True):
    """What is measured: two targets with equal Indicators measure the same."""

    words: str
    """The head noun with its modifiers, without words of counting."""
    base: str = ""
    """What the figure is counted per: 万人, 人均."""
    change: str = ""
    """new, total, growth; empty where the words do not say."""
    yearly: bool = False
    """A figure for each year."""
    dimension: str = ""
    """What kind of unit the figure has: count, money, share … or the unit itself."""


class Measure(Struct, frozen=True):
    """A unit of measure."""

    dimension: str
    factor: float
    """How many of the dimension's first unit it is."""


def indicator_of(target: Target, before: str = "") -> Indicator:
    """What a target measures; `before` is the text of its sentence in front of it.

    新增 before the first of several things joined by 、 holds for all of them.
    """
    text = _PUNCTUATION.sub("", fold(target.indicator))
    base, text = _base(text)
    change, text = _change(text)
    if not base:
        base, text = _base(text)
    change = change or _listed_change(before)
    words = _forms(_after(_before(text)))
    return Indicator(
        words=words or text,
        base=base,
        change="" if change == "yearly" else change,
        yearly=change == "yearly" or target.per == "年",
        dimension=measure(target.unit).dimension,
    )


def kin(first: Indicator, second: Indicator) -> bool:
    """Whether two indicators are near each other and yet not the same: 万人高价值发明专利 and 万人有效发明专利."""
    if first == second or (first.base, first.dimension) != (second.base, second.dimension):
        return False
    return Indel.normalized_similarity(first.words, second.words) >= NEAR


def measure(unit: str | None) -> Measure:
    """A unit's dimension and factor; a unit that the tables do not hold is a dimension of its own."""
    text = fold(unit or "")
    known = _measures()
    if text in known:
        return known[text]
    for multiple, factor in _multiples():
        if text.startswith(multiple) and text[len(multiple) :] in known:
            rest = known[text[len(multiple) :]]
            return Measure(rest.dimension, rest.factor * factor)
        if text == multiple:
            return Measure("count", factor)
    return Measure(text or "count", 1)


def _base(text: str) -> tuple[str, str]:
    """What the figure is counted per, and the rest of the words."""
    words = _table()["base"]
    for average in _longest(words["average"]):
        if text.startswith(average):
            return average, text[len(average) :]
    match = _base_pattern().match(text)
    if match is None:
        return "", text
    number, thing = match["every"] or match["number"], match["bare"] or match["each"]
    same: dict[str, str] = words["same"]
    return number + same.get(thing, thing), text[match.end() :]


@cache
def _base_pattern() -> re.Pattern[str]:
    words = _table()["base"]
    number = "|".join(_longest(words["numbers"]))
    bare, each = "|".join(_longest(words["bare"])), "|".join(_longest(words["each"]))
    # 万人 in 万人次 and 万人以上 is no base.
    return re.compile(
        rf"每(?P<every>{number})(?P<each>{each}|{bare})|(?P<number>{number})(?P<bare>{bare})(?!次|以上|员|才)"
    )


def _change(text: str) -> tuple[str, str]:
    words: dict[str, dict[str, str]] = _table()["change"]
    for form in sorted(words["before"], key=lambda one: (-len(one), one)):
        if text.startswith(form) and len(text) > len(form) + 1:
            return words["before"][form], text[len(form) :]
    for form in sorted(words["after"], key=lambda one: (-len(one), one)):
        if text.endswith(form) and len(text) > len(form) + 1:
            return words["after"][form], text[: -len(form)]
    return "", text


def _listed_change(before: str) -> str:
    """The word of change before the first thing of a list that goes on with 、."""
    match = _LISTED.search(before)
    if match is None:
        return ""
    first = _PUNCTUATION.sub("", fold(match[0].partition("、")[0]))
    words: dict[str, str] = _table()["change"]["before"]
    forms = (form for form in sorted(words, key=lambda one: (-len(one), one)) if len(form) > 1)
    return next((words[form] for form in forms if first.startswith(form)), "")


def _before(text: str) -> str:
    """The words without those in front that name nothing measured."""
    again = True
    while again:
        again = False
        for word in _longest(_table()["neutral"]["before"]):
            if text.startswith(word) and len(text) > len(word) + 1:
                text, again = text[len(word) :], True
    return text


def _forms(text: str) -> str:
    forms: dict[str, str] = _table()["forms"]
    for form in sorted(forms, key=lambda one: (-len(one), one)):
        text = text.replace(form, forms[form])
    return text


def _after(text: str) -> str:
    """The words without a noun of counting at the end, which 人数 and 质量 do not have."""
    if text.endswith((*_table()["forms"], *_table()["neutral"]["kept"].split())):
        return text
    for word in _longest(_table()["neutral"]["after"]):
        if text.endswith(word) and len(text) > len(word) + 1:
            return text[: -len(word)]
    return text


def _longest(words: str) -> list[str]:
    return sorted(words.split(), key=lambda one: (-len(one), one))


@cache
def _measures() -> dict[str, Measure]:
    tables: dict[str, dict[str, float]] = _table()["measures"]
    return {
        fold(unit): Measure(dimension, factor)
        for dimension, units in tables.items()
        for unit, factor in units.items()
    }


@cache
def _multiples() -> tuple[tuple[str, float], ...]:
    multiples: dict[str, float] = _table()["multiples"]
    return tuple(sorted(multiples.items(), key=lambda pair: (-len(pair[0]), pair[0])))


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath("indicators.toml").read_text("utf-8"))
