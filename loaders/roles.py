"""The words with which a plan says who is responsible and by when: labels and verbs (roles.toml)."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import Literal

from kg.model import Role

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


def _role_behind(match: re.Match[str]) -> tuple[int, Role]:
    return match.start(), "lead" if match["lead"] else "responsible"


def _verb_kind(match: re.Match[str]) -> tuple[str, str]:
    return match.group(), str(match.lastgroup)


_EDGE = r"(?<=[（(〔\[【﹝，,；;。、\s*★☆◆—–-])|^"
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
DUE_CLAUSE = Rule(
    name="clause-that-only-says-when",
    pattern=r"(?:于|在|力争|争取|确保)?(?:今年|当年|本年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末|份)?|年底|年末|[一二三四]季度末?|[上下]半年)(?:之?前|以前|底前)?[一-鿿]{0,14}$",
    how="match",
    needs=("月", "年", "季度"),
    build=text_of,
    examples={
        "9月底前完成": ("9月底前完成",),
        "于今年6月20日前": ("于今年6月20日前",),
        "11月中旬": ("11月中旬",),
        "6月底前出台相关政策": ("6月底前出台相关政策",),
        "年底前取得实质性进展": ("年底前取得实质性进展",),
    },
    counters=("每月通报一次", "2025年9月底前", "9月起每周调度，年底总结"),
)
"""A whole clause that names no year, among those that name units: for it the plan's own year stands."""
ROLE_BEHIND = Rule(
    name="bracket-behind-a-unit-with-its-role",
    pattern=r"[（(](?:(?P<lead>(?:总)?牵头|主办|主责)|(?P<other>配合|协办|协助|参与|责任))(?:单位|部门)?[）)]$",
    needs=("牵头", "主办", "主责", "配合", "协办", "协助", "参与", "责任"),
    build=_role_behind,
    examples={"区教育局（牵头）": ((4, "lead"),), "区财政局(配合单位)": ((4, "responsible"),)},
    counters=("区市场监管局（知识产权局）", "区教育局（牵头）、区财政局"),
)
"""It gives its place and the role."""
GOES_ON = Rule(
    name="clause-that-sets-no-end",
    pattern=r"(?:年内|全年|当年|今年|常年|长期|持续|适时|同步|按年度|逐年|每年|贯穿全年)(?:内)?(?:持续|长期|分批|稳步|抓好|坚持|有序)*(?:推进|实施|开展|坚持|落实|完成|推动|组织|进行)(?:落实|实施|工作)?$",
    how="match",
    build=text_of,
    examples={"年内持续推进": ("年内持续推进",), "长期坚持": ("长期坚持",), "持续推进": ("持续推进",)},
    counters=("区推进办", "年内持续推进的项目由区发改局负责", "每年不少于两次"),
)
"""It is neither a unit nor a date."""
OFFICE_ALONE = Rule(
    name="office-of-a-department-alone-in-its-bracket",
    pattern=r"[一-鿿]{2,9}(?:处|科|股)",
    how="fullmatch",
    build=text_of,
    examples={"资源开发处": ("资源开发处",), "安全监管科": ("安全监管科",)},
    counters=("多处", "详见附件", "处科"),
)
SUPPORTING = Rule(
    name="label-or-verb-of-those-who-only-support",
    pattern=r"配合|协助|协办|协同|协作|参与|参加|支持|指导",
    build=text_of,
    examples={"配合单位": ("配合",), "参加部门": ("参加",)},
    counters=("责任单位", "牵头部门"),
)
NO_NAME = Rule(
    name="words-that-are-no-units-name",
    pattern=r"\d{4}年|[。！？：:]|^(?:持续|长期|全年|每年|按|根据|结合|其中|见|详见|以上|以下|无|略)",
    build=text_of,
    examples={"长期坚持": ("长期",), "2025年全年": ("2025年",), "根据职责": ("根据",)},
    counters=("区无线电管理处", "长三角一体化办", "市教育局"),
)
"""What stands where a unit is expected and names none."""
ENDS_AS_BODY = Rule(
    name="name-that-ends-as-those-of-bodies-do",
    pattern=r"[^，。；：:的]{3,24}(?:局|委|办|厅|部|院|中心|公司|大队|支队|总队|政府|街道|办事处|管委会|分局|协会|集团|银行)",
    how="fullmatch",
    build=text_of,
    examples={"市生态环境局江北生态环境局": ("市生态环境局江北生态环境局",)},
    counters=("加强部门联动", "公司", "推进全局性的工作"),
)
