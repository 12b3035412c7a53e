"""Documents that came as one unbroken line: broken where a reader sees the next number of the outline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable

from kg.names.numerals import parse_numeral

from .rule import Rule, RuleTable

_LONG = 300
"""A line shorter than this is left as it is: real paragraphs hold inline numbers too."""
_CN = "一二三四五六七八九十"


def _of_level(level: int) -> Callable[[re.Match[str]], tuple[int, int]]:
    def build(match: re.Match[str]) -> tuple[int, int]:
        return level, parse_numeral(match.group().strip("、（().）．")) or 0

    return build


INLINE_NUMBERS: RuleTable[tuple[int, int]] = RuleTable(
    (
        Rule(
            name="inline-number-with-a-stop",
            pattern=rf"(?<![第之{_CN}])[{_CN}]{{1,3}}、",
            needs=("、",),
            build=_of_level(0),
            examples={
                "一、总体要求。二、重点任务。": ((0, 1), (0, 2)),
                "工作方案如下。十一、保障措施": ((0, 11),),
            },
            counters=("第一、二产业", "二十一世纪", "三个、四个"),
        ),
        Rule(
            name="inline-number-in-brackets",
            pattern=rf"[（(][{_CN}]{{1,3}}[）)]",
            build=_of_level(1),
            examples={"重点任务。（一）稳岗返还。（二）就业培训。": ((1, 1), (1, 2))},
            counters=("（一期工程）", "（1）", "（试行）"),
        ),
        Rule(
            name="inline-number-in-digits",
            pattern=r"(?<![\d.．（(第年月])\d{1,2}[.．、](?![\d])",
            build=_of_level(2),
            examples={"就业。1.稳岗返还。2.技能培训。": ((2, 1), (2, 2)), "12、完善制度": ((2, 12),)},
            counters=("增长3.5%", "2022.7", "（1.总体要求"),
        ),
    )
)
"""Each builds its level, outermost 0, and its value."""
TITLE_AND_RECIPIENTS = Rule(
    name="title-and-recipients-run-into-the-text",
    pattern=r"[^，。；：:]{4,80}?(?:通知|方案|计划|意见|规划|措施|要点|办法)"
    r"(?P<names>(?:[一-鿿]{0,4}?(?:直|属|机关))?各[^。：:《]{2,200}[：:])(?=[^ ])",
    needs=("：", ":"),
    how="match",
    build=lambda match: str(match["names"]),
    examples={
        "鼓楼区稳就业工作方案各街道办事处、区府各部门：为做好稳就业工作，": ("各街道办事处、区府各部门：",),
        "城市创建整顿方案局机关各科室：为做好创建工作": ("局机关各科室：",),
    },
    counters=("鼓楼区稳就业工作方案。各街道办事处：为做好", "各街道办事处：现将方案印发"),
)
_ENDS = frozenset("。；！？：）)〕】] ”")


def break_long_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the lines that a reader sees in text[start:end]: one, unless it is long and holds an outline."""
    if end - start < _LONG:
        return [(start, end)]
    cuts = _cuts(text, start, end)
    edges = [start, *cuts, end]
    spans = [(a, b) for a, b in itertools.pairwise(edges)]
    return [(a, b) for a, b in (_strip(text, *span) for span in spans) if a < b]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets of the numbers that count on: each the next of its level, or a first one below a higher level."""
    last = [0, 0, 0]
    head = TITLE_AND_RECIPIENTS.find(text, start, end)
    cuts: list[int] = [*head.span("names")] if head else []
    for rule, match in INLINE_NUMBERS.readings(text, start, end):
        level, value = rule.build(match)
        if value != last[level] + 1 and not (value == 1 and last[level] and level):
            continue
        before = text[match.start() - 1] if match.start() > start else "。"
        if before not in _ENDS and level == 2:
            continue
        if level == 0 and before not in _ENDS and not _a_heading_follows(text, match.end(), end):
            continue
        last[level] = value
        last[level + 1 :] = [0] * (2 - level)
        if match.start() > start:
            cuts.append(match.start())
    return cuts if len(cuts) > 1 else []


def _a_heading_follows(text: str, start: int, end: int) -> bool:
    words = text[start : min(start + 24, end)]
    return not words.startswith(("是", "要"))
