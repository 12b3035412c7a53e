"""Rules that a plan states on how its own lists of units are read: 列第一位者为牵头单位，下同."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from typing import NamedTuple

from .rule import Rule, text_of
from .units import Part, split_units

_LONGEST_LIST = 120
MARKS = "★☆▲△※"
"""Signs that a plan may put before the units that lead."""

FIRST_LEADS = Rule(
    name="first-of-the-list-leads",
    pattern=r"(?:列|排(?:名|列|序)?在?)?[为]?(?:第一位|首位|第一个?(?=的?(?:单位|部门|为))|最前面?|第一的)[^，。；\n]{0,10}(?:为|是|即为|作为)[^，。；\n]{0,4}(?:牵头|总牵头)[^。；\n]{0,16}",
    needs=("第一", "首位", "最前"),
    build=text_of,
    examples={
        "（区教育局、区财政局，列第一位者为牵头单位，下同）": ("列第一位者为牵头单位，下同）",),
        "排在首位的单位为牵头部门": ("排在首位的单位为牵头部门",),
    },
    counters=("把就业放在首位，由区人社局牵头", "第一产业由区农业农村局牵头"),
)
COMMA_LEADS = Rule(
    name="before-the-first-comma-leads",
    pattern=r"第一个逗号(?:之)?前[^。；\n]{0,10}牵头[^。；\n]{0,16}",
    needs=("逗号",),
    build=text_of,
    examples={"第一个逗号前的为牵头单位": ("第一个逗号前的为牵头单位",)},
    counters=("第一个逗号后的单位配合",),
)
STARRED_LEADS = Rule(
    name="marked-by-a-sign-leads",
    pattern=r"(?:标|带|加|注|有|画)[^，。；\n]{0,6}[★☆▲△※*][^，。；\n]{0,12}(?:牵头|主责)|[“\"]?[★☆▲△※][”\"]?(?:号)?(?:的)?(?:为|表示|是)[^，。；\n]{0,4}(?:牵头|主责)",
    needs=(*MARKS, "*"),
    build=text_of,
    examples={"标有★的为牵头单位": ("标有★的为牵头",), "▲为牵头部门": ("▲为牵头",)},
    counters=("★区教育局、区财政局", "带★的项目优先安排"),
)
UNLED = Rule(
    name="without-a-lead-the-responsible-lead",
    pattern=r"(?:无|没有|未(?:明确|列出|注明|设))牵头(?:责任)?(?:单位|部门)的?[，,]?(?:由)?(?:第一)?责任(?:单位|部门)(?:即|则|就)?(?:视)?(?:为|是|作为)?牵头",
    needs=("牵头",),
    build=text_of,
    examples={
        "（无牵头单位的，责任单位即为牵头单位，下同）": ("无牵头单位的，责任单位即为牵头",),
        "没有牵头部门的,责任部门为牵头部门": ("没有牵头部门的,责任部门为牵头",),
    },
    counters=("牵头单位和责任单位要密切配合", "无牵头单位的，由区政府办协调"),
)
ALWAYS = Rule(
    name="named-once-for-all-that-follows",
    pattern=r"均(?:(?:需|须|应)?(?:由)?(?P<units>[^，。；\n]{2,40}?)(?:负责)?(?:落实|实施|配合|参与|负责|贯彻)[^。；\n]{0,6}|涉及(?P<those>[^，。；\n]{2,40}?))[，,][^。；\n]{0,12}(?:不再|不)(?:一一|逐一|单独|另行|重复)?(?:列出|列举|列明|列|标注|注明|(?:做|作|进行)?分工)",
    needs=("不再", "不列", "不一一", "不逐一", "不单独", "不另行", "不重复", "不标注", "不注明"),
    build=lambda match: match["units"] or match["those"],
    examples={
        "以下各项均需各街道办事处落实，不再一一列出": ("各街道办事处",),
        "以下均涉及各县区、功能区，不再重复列出": ("各县区、功能区",),
    },
    counters=("各项均需落实到位，不再拖延", "均由区财政局负责，另行列明经费"),
)


class Place(NamedTuple):
    """Where a rule is stated; it holds from there on."""

    start: int
    end: int
    since: int
    """The beginning of its line: it may stand inside the first list that it governs."""


@dataclass(slots=True)
class StatedRules:
    """The reading rules of one plan."""

    first_leads: list[Place] = field(default_factory=list)
    comma_leads: list[Place] = field(default_factory=list)
    starred: list[Place] = field(default_factory=list)
    unled: list[Place] = field(default_factory=list)
    always: list[tuple[Place, list[Part]]] = field(default_factory=list)

    def first_leads_at(self, offset: int) -> Place | None:
        """The rule that the first unit of a list leads, where it holds for a list at an offset."""
        return _holding(self.first_leads, offset)

    def comma_leads_at(self, offset: int) -> Place | None:
        """The rule that the units before the first comma lead."""
        return _holding(self.comma_leads, offset)

    def unled_at(self, offset: int) -> Place | None:
        """The rule that the responsible units lead where none is named as leading."""
        return _holding(self.unled, offset)

    def always_at(self, offset: int) -> list[tuple[Place, list[Part]]]:
        """The units named once for all that follows."""
        return [(rule, parts) for rule, parts in self.always if rule.start < offset]


def _holding(rules: list[Place], offset: int) -> Place | None:
    i = bisect_right([rule.since for rule in rules], offset) - 1
    return rules[i] if i >= 0 else None


def _place(text: str, match: re.Match[str]) -> Place:
    return Place(*match.span(), text.rfind("\n", 0, match.start()) + 1)


def _places(rule: Rule[str], text: str) -> list[Place]:
    return [_place(text, match) for match in rule.matches(text)]


def _in_full(text: str, before: int, parts: list[Part]) -> list[Part]:
    """Units as the list before a rule prints them, where the rule shortens their names: 各县区人民政府, 以下均涉及各县区."""
    opened = max(text.rfind(mark, max(0, before - _LONGEST_LIST), before) for mark in "（(〔[【")
    listed = split_units(text, opened + 1, before) if opened >= 0 else []
    found = []
    for part in parts:
        short = text[slice(*part)]
        longer = [one for one in listed if short in text[slice(*one)] and "：" not in text[slice(*one)]]
        found.append(longer[0] if len(longer) == 1 else part)
    return found


def rules_in(text: str) -> StatedRules:
    """The reading rules that a text states."""
    found = StatedRules()
    if "牵头" in text or "主责" in text:
        found.first_leads = _places(FIRST_LEADS, text)
        found.starred = _places(STARRED_LEADS, text)
        found.comma_leads = _places(COMMA_LEADS, text)
        found.unled = _places(UNLED, text)
    for match in ALWAYS.matches(text):
        parts = split_units(text, *match.span("units" if match["units"] else "those"))
        parts = parts if match["units"] else _in_full(text, match.start(), parts)
        found.always.append((_place(text, match), parts))
    return found
