"""Lists of units: where they are split, and what is dropped from a part."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.names.bodies import looks_like_body

from .brackets import depth_free
from .listrules import states_rule
from .rule import Rule, text_of
from .vocabulary import either, words

_SEPARATOR = frozenset("、，,；;。 \n\t")
_WORDS = re.compile(r"[一-鿿A-Za-z]")
_PLACES = r"(?:市|县|区|州|旗|镇|乡|街道|自治县|县级市|开发区|园区|功能区)"
_SECOND_NAME = r"(?:（[^（）]*）|\([^()]*\))?"
_CLASS = either(words("units", "class", "kind"))
_WHICH = either(words("units", "class", "which"))

COUNTED = Rule(
    name="number-before-a-unit",
    pattern=r"(?:\d{1,2}\\?[.．、]|[①-⑳]|[（(]\d{1,2}[）)])[ ]*(?=[一-鿿])",
    how="match",
    build=text_of,
    examples={"1.市教育局": ("1.",), "②区财政局": ("②",), "（3）各街道办事处": ("（3）",)},
    counters=("12345政务服务便民热线办", "3.5亿元", "110指挥中心"),
)
EACH = Rule(
    name="each-of-some-places",
    pattern=rf"各(?:有关|相关)?{_PLACES}{_SECOND_NAME}(?:、{_PLACES}{_SECOND_NAME})*$",
    how="match",
    build=text_of,
    examples={
        "各区": ("各区",),
        "各县（市）": ("各县（市）",),
        "各有关区": ("各有关区",),
        "各市、州": ("各市、州",),
    },
    counters=("各区人民政府", "各有关部门", "区财政局"),
)
"""The first half of 各区、县（市）政府, one collective although a 、 stands in it."""
OF_CLASS = Rule(
    name="kind-of-place-with-or-without-its-government",
    pattern=rf"{_PLACES}{_SECOND_NAME}(?:人民政府|政府|党委|党工委|办事处|管委会|（[^（）]*）|\([^()]*\))*$",
    how="match",
    build=text_of,
    examples={
        "县（市）政府": ("县（市）政府",),
        "街道办事处": ("街道办事处",),
        "园区管委会": ("园区管委会",),
    },
    counters=("市教育局", "区政府办公室", "县城管局"),
)
CLASS_WORD = Rule(
    name="end-of-a-list-with-its-class-word",
    pattern=rf"等(?:{_WHICH})*(?:{_CLASS})?(?:[、和及与]?{_CLASS})*$|等$",
    needs=("等",),
    build=text_of,
    examples={
        "市教育局等有关部门": ("等有关部门",),
        "区财政局等市有关部门和单位": ("等市有关部门和单位",),
        "市司法局等": ("等",),
    },
    counters=("区等级医院评审中心", "市高等教育局", "各有关部门"),
)
BEFORE_UNIT = Rule(
    name="word-before-a-unit",
    pattern=either(words("roles", "list", "before")),
    how="match",
    build=text_of,
    examples={"由市教育局": ("由",), "会同区财政局": ("会同",)},
    counters=("市商务局", "区联社"),
)
JOINER = Rule(
    name="word-between-two-units",
    pattern=either(words("roles", "list", "joiners")),
    build=text_of,
    examples={"市教育局会同市财政局": ("会同",), "区委宣传部和区文旅局": ("和",)},
    counters=("市教育局、市财政局", "市教育局，市财政局"),
)


class Part(NamedTuple):
    """One unit of a list, as a span."""

    start: int
    end: int


def split_units(text: str, start: int, end: int) -> list[Part]:
    """The units that text[start:end] lists, split at 、 and ， outside brackets and at 和 between two units."""
    parts: list[Part] = []
    edge = start
    for cut in [*depth_free(text, start, end, _SEPARATOR), end]:
        part = trim(text, edge, cut)
        edge = cut + 1
        if not _WORDS.search(text, part.start, part.end):
            continue
        if parts and EACH.find(text, *parts[-1]) and OF_CLASS.find(text, *part):
            parts[-1] = Part(parts[-1].start, part.end)
        else:
            parts += _split_joined(text, *part)
    return parts


def trim(text: str, start: int, end: int) -> Part:
    """The span without spaces, words such as 由 before it, and 等 with its class word after it."""
    while start < end and text[start] in " ：:*★☆":
        start += 1
    counted = COUNTED.find(text, start, end)
    start = counted.end() if counted else start
    while end > start and text[end - 1] in " ：:。*":
        end -= 1
    rule = (
        max(text.rfind(mark, start, end) for mark in "（(") if text[start:end].endswith(("）", ")")) else -1
    )
    if rule > start and states_rule(text[rule + 1 : end - 1]):
        end = rule
    tail = CLASS_WORD.find(text, start, end)
    if tail:
        end = tail.start()
    lead = BEFORE_UNIT.find(text, start, end)
    if lead and lead.end() < end and not looks_like_body(text[start:end]):
        start = lead.end()
    return Part(start, end)


def _split_joined(text: str, start: int, end: int) -> list[Part]:
    """Split at 和, 及, 会同, 与 where both sides are units of their own."""
    for match in JOINER.matches(text, start + 1, end):
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
        for m in JOINER.matches(words_)
    )
