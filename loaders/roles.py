"""The words with which a plan says who is responsible and by when: labels and verbs (roles.toml)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from .rule import Rule, text_of
from .vocabulary import either, words

Kind = Literal["lead", "responsible", "deadline", "other"]


@cache
def label_kinds() -> dict[str, Kind]:
    """Label word to what it labels."""
    kinds: tuple[Kind, ...] = ("other", "deadline", "responsible", "lead")
    found: dict[str, Kind] = {}
    stems: tuple[Kind, ...] = ("responsible", "lead")
    for kind in stems:
        nouns = words("roles", "label", "nouns")
        found |= {
            f"{stem}{noun}": kind for stem in words("roles", "label", f"{kind}_stems") for noun in nouns
        }
    return found | {word: kind for kind in kinds for word in words("roles", "label", kind)}


def label_of(match: re.Match[str]) -> tuple[str, tuple[int, int]]:
    """The label word that a match of the label rule found, and its span."""
    name = "label" if match["label"] else "long"
    return match[name], match.span(name)


def _label_kind(match: re.Match[str]) -> tuple[str, Kind]:
    word = label_of(match)[0]
    return word, label_kinds()[word]


def _verb_kind(match: re.Match[str]) -> tuple[str, str]:
    return match.group(), str(match.lastgroup)


_EDGE = r"(?<=[（(〔\[【﹝，,；;。、\s*★☆◆])|^"
_BEFORE = either(words("roles", "label", "before"))
_LONG = either(word for word in label_kinds() if len(word) >= 4)
_PLAIN = either(word for word in label_kinds() if word.endswith(("单位", "部门")) and len(word) >= 4)
_ADVERB = either(words("roles", "verb", "adverb"))
VERB_KINDS = ("lead", "supporting", "general")
_VERBS = "|".join(f"(?P<{kind}>{either(words('roles', 'verb', kind))})" for kind in VERB_KINDS)

LABEL = Rule(
    name="label-with-its-colon",
    pattern=rf"(?m)(?:(?:{_EDGE})\**(?:{_BEFORE})*(?P<label>{either(label_kinds())})|(?P<long>{_LONG}))"
    r"(?:[（(][^（）()]{1,12}[）)])?(?:及分工)?\**[ ]*[：:]\**",
    needs=("：", ":"),
    build=_label_kind,
    examples={
        "（责任单位：市教育局；完成时限：2025年6月）": (
            ("责任单位", "responsible"),
            ("完成时限", "deadline"),
        ),
        "**牵头单位：**区发展改革局": (("牵头单位", "lead"),),
        "加强执法。责任领导：张三，配合单位（部门）: 区城管局": (
            ("责任领导", "other"),
            ("配合单位", "responsible"),
        ),
        "市级责任单位：市水利局": (("责任单位", "responsible"),),
    },
    counters=("各责任单位要落实主体责任", "（区教育局牵头，区财政局配合）", "主要任务：完成道路改造"),
)
"""At the start of a statement, a line or a clause; a long one anywhere."""
LABEL_HERE = replace(
    LABEL,
    name="label-at-the-very-beginning",
    how="match",
    examples={
        "责任单位：市教育局": (("责任单位", "responsible"),),
        "**完成时限**：2025年6月": (("完成时限", "deadline"),),
    },
    counters=("加强执法。责任单位：市教育局", "各责任单位要落实主体责任"),
)
BARE_LABEL = Rule(
    name="label-without-a-colon",
    pattern=rf"(?P<label>{_PLAIN})[ ]*(?:为|是)?[ ]*",
    how="match",
    build=lambda match: (match["label"], label_kinds()[match["label"]]),
    examples={
        "牵头单位市教育局": (("牵头单位", "lead"),),
        "责任单位为区财政局": (("责任单位", "responsible"),),
    },
    counters=("市教育局为牵头单位", "单位牵头人", "主管部门要加强指导"),
)
VERB = Rule(
    name="verb-of-responsibility",
    pattern=rf"{_ADVERB}*(?:{_VERBS})(?:工作|单位|部门)?(?:[ ]*(?:完成|落实|实施))?",
    build=_verb_kind,
    examples={
        "区教育局牵头，区财政局配合": (("牵头", "lead"), ("配合", "supporting")),
        "各街道办事处按职责分工负责": (("按职责分工负责", "general"),),
        "由市水利局牵头实施": (("牵头实施", "lead"),),
    },
    counters=("区教育局、区财政局", "区卫生健康委主管", "各成员单位"),
)
WITHOUT_YEAR = Rule(
    name="deadline-without-a-year",
    pattern=r"(?:于|在|力争)?(?:今年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末|份)?(?:之?前)?(?:完成|底前|启动|到位)?$",
    how="match",
    needs=("月",),
    build=text_of,
    examples={
        "9月底前完成": ("9月底前完成",),
        "于今年6月20日前": ("于今年6月20日前",),
        "11月中旬": ("11月中旬",),
    },
    counters=("每月通报一次", "2025年9月底前", "9月起每周调度"),
)
"""A whole clause."""
NO_NAME = Rule(
    name="words-that-are-no-units-name",
    pattern=r"\d{4}年|[。！？：:]|^(?:持续|长期|全年|每年|按|根据|结合|其中|见|详见|以上|以下|无|略)",
    build=text_of,
    examples={"长期坚持": ("长期",), "2025年全年": ("2025年",), "根据职责": ("根据",)},
    counters=("区无线电管理处", "长三角一体化办", "市教育局"),
)
"""What stands where a unit is expected and names none."""
