"""What the words of a heading say of its section: tasks, or the frame, the stages and the measures around them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from .rule import Rule
from .vocabulary import either, words

Purpose = Literal["task", "frame", "stages", "measures", "groups", "duties"]


def _names(purpose: Purpose, examples: tuple[str, ...], counters: tuple[str, ...]) -> Rule[Purpose]:
    return Rule(
        name=f"heading-of-{purpose}",
        pattern=either(words("sections", "heading", purpose)),
        build=lambda match: purpose,
        examples=dict.fromkeys(examples, (purpose,)),
        counters=counters,
    )


PURPOSES: tuple[tuple[Purpose, Rule[Purpose]], ...] = (
    ("task", _names("task", ("重点任务", "主要工作"), ("指导思想", "进度安排", "保障措施"))),
    ("frame", _names("frame", ("总体要求", "指导思想", "基本原则"), ("进度安排", "保障措施", "加强监管"))),
    ("stages", _names("stages", ("实施步骤", "进度安排"), ("指导思想", "基本原则", "分类推进"))),
    ("measures", _names("measures", ("保障措施", "组织保障"), ("指导思想", "进度安排", "加强培训"))),
    ("groups", _names("groups", ("区稳就业工作领导小组", "组成人员"), ("指导思想", "进度安排", "人员培训"))),
    ("duties", _names("duties", ("职责分工", "成员单位职责"), ("指导思想", "进度安排", "履职尽责"))),
)


@lru_cache(maxsize=4096)
def purpose_of_heading(heading: str) -> Purpose | None:
    """What a heading's own words say of its section; the words nearest to its end decide, None where none do."""
    best: tuple[int, int, Purpose] | None = None
    for purpose, rule in PURPOSES:
        for match in rule.matches(heading):
            found = (match.end(), match.end() - match.start(), purpose)
            if best is None or found[:2] > best[:2]:
                best = found
    if best is None or (best[0] < len(heading) - 4 and best[2] != "measures" and len(heading) > 16):
        return None
    return best[2]


def purpose_of_words(heading: str) -> Purpose | None:
    """The purpose of a heading that is nothing but the usual name of a chapter."""
    for purpose, rule in PURPOSES:
        match = rule.find(heading)
        if match and match.end() == len(heading) and len(heading) - (match.end() - match.start()) <= 4:
            return purpose
    return None
