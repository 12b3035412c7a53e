"""Clauses: the stretches of a sentence between its commas and colons."""

from __future__ import annotations

from .rule import Rule, text_of

_LONGEST = 200
"""A longer clause is cut off: no reader takes it in, and no text may make the search slow."""
CLAUSE_END = Rule(
    name="end-of-a-clause",
    pattern=r"[，；。：！？\n\t;]|[,:](?!\d)",
    build=text_of,
    examples={"到2025年，建成1,200家；": ("，", "；"), "总投资3亿元, 其中": (",",)},
    counters=("总产值1,200亿元", "每日9:30开放", "教育、医疗"),
)
SENTENCE_END = Rule(
    name="end-of-a-sentence",
    pattern=r"[。；;！？\n]",
    build=text_of,
    examples={"到2025年，建成10所学校。": ("。",), "摸清底数；建立台账": ("；",)},
    counters=("到2025年，建成10所学校", "责任单位：区教育局"),
)


def clause_start(text: str, at: int, start: int) -> int:
    """Where the clause that holds offset `at` begins, `start` at the earliest."""
    last = start = max(start, at - _LONGEST)
    for match in CLAUSE_END.matches(text, start, at):
        last = match.end()
    return last


def clause_end(text: str, at: int, end: int) -> int:
    """Where the clause that holds offset `at` ends, `end` at the latest."""
    end = min(end, at + _LONGEST)
    match = CLAUSE_END.find(text, at, end)
    return match.start() if match else end
