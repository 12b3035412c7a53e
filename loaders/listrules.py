"""Clauses that say how lists of units are read, and name no unit."""

from __future__ import annotations

from .rule import Rule, text_of

STATES_A_RULE = Rule(
    name="clause-on-how-lists-are-read",
    pattern=r"下同|以下同|(?:为|是)(?:总)?牵头(?:部门|单位|责任单位)|不再(?:一一|逐一|逐项|单独|另行|重复)?(?:列|标|注|做分工|作分工)|^以?下[^，。；]{0,10}均|^[^，。；、]{0,8}均涉及|均由[^，。；]{1,24}(?:牵头|负责|落实)$",
    build=text_of,
    examples={
        "列第一位者为牵头单位": ("为牵头单位",),
        "下同": ("下同",),
        "以下均需各街道落实": ("以下均",),
        "具体任务均涉及各区": ("具体任务均涉及",),
    },
    counters=("区教育局", "均由区财政局负责拨付", "牵头单位"),
)


def states_rule(clause: str) -> bool:
    """Whether a clause says how lists are read, and names no unit of its own list."""
    return clause.strip() in STATES_A_RULE
