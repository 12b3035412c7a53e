"""Which figures are promises: not dates, names, conditions, subsidies, nor what was reached in the past."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import zip_longest

from kg.names.dates import FoundDate

from .clauses import clause_end, clause_start
from .figures import Figure, figures_in
from .promise_rules import (
    ACTED_UPON,
    BODY_MADE_UP,
    CAP,
    CONDITION,
    COUNTED_SO,
    HORIZON,
    LASTING,
    NAME_BEHIND,
    OF_AGE,
    OWN_LENGTH,
    OWN_PARTS,
    PARTS,
    PAST_CLAUSE,
    PAST_SENTENCE,
    SCOPE,
    STARTED_FROM,
    SUBSIDY,
    THRESHOLD,
)
from .vocabulary import words

_LONGEST_TITLE = 120
_LENGTHS = frozenset(("年", "个月", "周", "天", "日"))
_OF_THE_AIDED = frozenset(("名", "人", "万名", "万人", "人次", "万人次", "家", "户", "所", "支", "位"))
_TO_WHOM = frozenset("对给凡")
_BREAKS = re.compile(r"[，。；、：，,;:\n]")


def promised_figures(text: str, start: int, end: int, dates: list[FoundDate]) -> list[Figure]:
    """The figures of a paragraph that promise something; `dates` are those of the paragraph."""
    figures = figures_in(text, start, end)
    whole = [
        one
        for last, one, then in zip_longest([None, *figures], figures, figures[1:])
        if one and not _qualifies(text, one, then) and not _modifies(text, last, one)
    ]
    return [figure for figure in whole if _is_promise(text, figure, start, end, dates)]


def _qualifies(text: str, figure: Figure, then: Figure | None) -> bool:
    """Whether a figure only says of what the next one counts: 授权3件以上专利企业数量超150家."""
    if then is None or figure.comparator not in (">=", "<=", ">"):
        return False
    between = text[figure.after : then.before]
    if then.is_money and text.startswith("的", then.after):
        return False
    return 2 <= len(between) <= 24 and not _BREAKS.search(between)


def _modifies(text: str, last: Figure | None, figure: Figure) -> bool:
    """Whether a figure only says of what the one before it counts: 50家年产值超10亿元的骨干企业."""
    if last is None or not text.startswith("的", figure.after):
        return False
    if figure.comparator == "=" and not (figure.is_money and not last.is_money):
        return False
    between = text[last.after : figure.before]
    return len(between) <= 24 and "、" not in between and not _BREAKS.search(between)


def _is_promise(text: str, figure: Figure, start: int, end: int, dates: list[FoundDate]) -> bool:
    i = bisect_right(dates, figure.end - 1, key=lambda date: date.start) - 1
    if i >= 0 and dates[i].end > figure.start:
        return False
    begin = clause_start(text, figure.start, start)
    if _in_title(text, figure, start) or _in_name(text, figure, start) or _starts_from(text, figure, begin):
        return False
    clause = text[begin : clause_end(text, figure.end, end)]
    if _is_scope(text, figure, begin, end) or _is_no_goal(text, figure, begin):
        return False
    if CONDITION.find(text, figure.after, end) or clause in BODY_MADE_UP:
        return False
    if clause.lstrip(" ")[:1] in _TO_WHOM and _is_condition(text, figure, end):
        return False
    if clause in PAST_CLAUSE or PAST_SENTENCE.find(text, _sentence(text, figure.start, start), figure.start):
        return False
    rate = text[max(0, figure.before - 1) : figure.before] == "率"  # 补贴发放率100% is no subsidy
    return clause not in SUBSIDY or clause in CAP or rate or _counts_the_aided(figure, clause)


def _is_condition(text: str, figure: Figure, end: int) -> bool:
    """Whether a figure behind 对 says to whom something is done: 对年排放量10吨以上的企业, 对首次突破10亿元的企业给予."""
    bounded = figure.comparator in (">=", "<=") and text.startswith("的", figure.after)
    return bounded or THRESHOLD.find(text, figure.after, end) is not None


def _counts_the_aided(figure: Figure, clause: str) -> bool:
    """Whether a figure counts whom a plan aids, not what they get: 资助250名技能人才."""
    return figure.unit in _OF_THE_AIDED and clause.replace("资助", "") not in SUBSIDY


def _is_no_goal(text: str, figure: Figure, begin: int) -> bool:
    """Whether a figure is a length of time, an age or an idiom that only goes with what is promised."""
    if figure.unit == "年" and figure.before == figure.start and HORIZON.find(text, figure.end):
        return True
    if figure.unit == "岁" and not OF_AGE.find(text, begin, figure.start):
        return True
    parts = PARTS.find(text, figure.after)
    if parts and (parts.group() == "方面" or OWN_PARTS.find(text, begin, figure.start)):
        return True
    idiom = COUNTED_SO.find(text, max(begin, figure.start - 2), figure.end + 4)
    return _is_own_length(text, figure, begin) or idiom is not None


def _is_scope(text: str, figure: Figure, begin: int, end: int) -> bool:
    """Whether a figure counts what there is to act upon: 对11条支流的排污口逐一溯源."""
    return ACTED_UPON.find(text, begin, figure.start) is not None and bool(
        SCOPE.find(text, figure.after, end)
    )


def _is_own_length(text: str, figure: Figure, begin: int) -> bool:
    """Whether a figure is how long the plan's own campaign lasts: 通过为期7个月的整治."""
    if figure.unit not in _LENGTHS or not OWN_LENGTH.find(text, figure.after):
        return False
    return text[begin : figure.start] in LASTING


def _starts_from(text: str, figure: Figure, begin: int) -> bool:
    """Whether a figure is that from which a change starts: 由35%提高到38%, 标准由年收入9600元提高到15600元."""
    if STARTED_FROM.find(text, figure.end) is None:
        return False
    return any(mark in text[begin : figure.start] for mark in ("由", "从", "自"))


def _sentence(text: str, at: int, start: int) -> int:
    """Where the sentence that holds an offset begins."""
    start = max(start, at - 2 * _LONGEST_TITLE)
    return max(start, text.rfind("。", start, at) + 1, text.rfind("；", start, at) + 1)


def _in_title(text: str, figure: Figure, start: int) -> bool:
    start = max(start, figure.start - _LONGEST_TITLE)
    return text.count("《", start, figure.start) > text.count("》", start, figure.start)


def _in_name(text: str, figure: Figure, start: int) -> bool:
    """Whether a figure is part of a name: quoted with words, an ordinal, N+M, or before 生活圈 and the like."""
    before = text[max(start, figure.start - 1) : figure.start]
    after = text[figure.after : figure.after + 6]
    if figure.value == 0 or (before in '“"' and figure.before == figure.start - 1):  # “一天办结
        return False
    if figure.unit == "日" and before == "月":
        return True
    if before in ("第", "+", "“", "·", "前", "近") or after[:1] in ("+", "”", "·"):
        return True
    if figure.unit in words("targets", "measure", "doubtful") and not _said(text, figure):
        return True
    return figure.unit in words("targets", "measure", "of_names") and after in NAME_BEHIND


def _said(text: str, figure: Figure) -> bool:
    """Whether a comparator or a word such as 为期 stands with a figure that could be part of a name."""
    before = text[max(0, figure.before - 3) : figure.start]
    return figure.before < figure.start or figure.end < figure.after or "为期" in before or "每" in before
