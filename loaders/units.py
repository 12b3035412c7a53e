"""Lists of units: where they are split, and what is dropped from a part."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.names.bodies import looks_like_body

from .listrules import states_rule
from .vocabulary import either, words

_OPEN = '（(〔[【﹝《“"「'
_CLOSE = '）)〕]】﹞》”"」'
_PAIR = dict(zip(_OPEN, _CLOSE, strict=True))
_SEPARATOR = frozenset("、，,；;。 \n\t")


_COUNTED = re.compile(r"(?:\d{1,2}\\?[.．、]|[①-⑳]|[（(]\d{1,2}[）)])[ ]*(?=[一-鿿])")
_WORDS = re.compile(r"[一-鿿A-Za-z]")
_PLACES = r"(?:市|县|区|州|旗|镇|乡|街道|自治县|县级市|开发区|园区|功能区)"
_EACH = re.compile(rf"各{_PLACES}(?:（[^（）]*）|\([^()]*\))?$")
_OF_CLASS = re.compile(
    rf"{_PLACES}(?:（[^（）]*）|\([^()]*\))?(?:人民政府|政府|党委|党工委|办事处|管委会|（[^（）]*）)*$"
)
"""各区、县（市）政府 is one collective although a 、 stands in it."""


class Part(NamedTuple):
    """One unit of a list, as a span."""

    start: int
    end: int


def depth_free(text: str, start: int, end: int, marks: frozenset[str]) -> list[int]:
    """Offsets of the given marks that stand outside all brackets."""
    found: list[int] = []
    closing: list[str] = []
    for i in range(start, end):
        char = text[i]
        if closing:
            if char == closing[-1]:
                closing.pop()
            elif char in "（(〔[【﹝《":
                closing.append(_PAIR[char])
        elif char in _PAIR:
            closing.append(_PAIR[char])
        elif char in marks:
            found.append(i)
    if closing and end - start < 400:  # an unclosed bracket holds nothing together
        return [i for i in range(start, end) if text[i] in marks]
    return found


@cache
def _class_word() -> re.Pattern[str]:
    kind = either(words("units", "class", "kind"))
    which = either(words("units", "class", "which"))
    return re.compile(rf"等(?:{which})*(?:{kind})?(?:[、和及与]?{kind})*$|等$")


@cache
def _lead_in() -> re.Pattern[str]:
    return re.compile(either(words("roles", "list", "before")))


@cache
def _joiner() -> re.Pattern[str]:
    return re.compile(either(words("roles", "list", "joiners")))


def split_units(text: str, start: int, end: int) -> list[Part]:
    """The units that text[start:end] lists, split at 、 and ， outside brackets and at 和 between two units."""
    parts: list[Part] = []
    edge = start
    for cut in [*depth_free(text, start, end, _SEPARATOR), end]:
        part = trim(text, edge, cut)
        edge = cut + 1
        if not _WORDS.search(text, part.start, part.end):
            continue
        if parts and _EACH.match(text, *parts[-1]) and _OF_CLASS.match(text, *part):
            parts[-1] = Part(parts[-1].start, part.end)
        else:
            parts += _split_joined(text, *part)
    return parts


def trim(text: str, start: int, end: int) -> Part:
    """The span without spaces, words such as 由 before it, and 等 with its class word after it."""
    while start < end and text[start] in " ：:*★☆":
        start += 1
    counted = _COUNTED.match(text, start, end)
    start = counted.end() if counted else start
    while end > start and text[end - 1] in " ：:。*":
        end -= 1
    rule = text.rfind("（", start, end) if end > start and text[end - 1] == "）" else -1
    if rule > start and states_rule(text[rule + 1 : end - 1]):
        end = rule
    tail = _class_word().search(text, start, end)
    if tail:
        end = tail.start()
    lead = _lead_in().match(text, start, end)
    if lead and lead.end() < end and not looks_like_body(text[start:end]):
        start = lead.end()
    return Part(start, end)


def _split_joined(text: str, start: int, end: int) -> list[Part]:
    """Split at 和, 及, 会同, 与 where both sides are units of their own."""
    for match in _joiner().finditer(text, start + 1, end):
        left, right = trim(text, start, match.start()), trim(text, match.end(), end)
        if left.start >= left.end or right.start >= right.end:
            continue
        if looks_like_body(text[left.start : left.end]) and _any_body(text, right):
            return [left, *_split_joined(text, right.start, right.end)]
    return [Part(start, end)]


def _any_body(text: str, part: Part) -> bool:
    words_ = text[part.start : part.end]
    return looks_like_body(words_) or any(
        looks_like_body(words_[: m.start()]) and looks_like_body(words_[m.end() :])
        for m in _joiner().finditer(words_)
    )
