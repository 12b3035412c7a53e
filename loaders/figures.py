"""Figures with measure words in running text: their value, unit and comparator."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from kg.model import Comparator
from kg.names.numerals import to_number

from .vocabulary import either, words

_CN = "一二两三四五六七八九十百千"
_SIGNS: tuple[tuple[str, Comparator], ...] = (("least", ">="), ("most", "<="), ("more", ">"), ("less", "<"))
_ROUND = {"百": 100.0, "千": 1000.0, "万": 10000.0}
"""百个, 千家, 万名: a round figure that a Chinese plan writes without a digit before it."""


class Figure(NamedTuple):
    """A figure: the span of the number with its measure word, and what it says."""

    start: int
    end: int
    value: float
    value_max: float | None
    unit: str | None
    comparator: Comparator
    before: int
    """Start of the comparator's words before the number, or of the number."""
    after: int
    """End of what belongs to it behind the measure word (以上, 左右)."""
    per_year: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    number = r"\d[\d,，]*(?:\.\d+)?"
    scale = either(words("targets", "measure", "scales"))
    unit = either(words("targets", "measure", "units"))
    more, least = (
        either(words("targets", "comparator", "more")),
        either(words("targets", "comparator", "least")),
    )
    less, most = (
        either(words("targets", "comparator", "less")),
        either(words("targets", "comparator", "most")),
    )
    equal = either(words("targets", "comparator", "equal"))
    chinese = rf"(?P<chinese>(?<![{_CN}第数几上])[{_CN}万]{{1,4}})(?=次|场|期|家|个|名|人|件|项|所|轮|遍|批)"
    return re.compile(
        rf"(?:(?P<least>{least})|(?P<most>{most})|(?P<more>{more})|(?P<less>{less})|(?P<equal>{equal}))?(?:到|至|为)?[ ]*"
        rf"(?:(?P<percent>百分之(?P<share>[{_CN}点零〇]+))|(?:(?<![\d.第+A-Za-z/〔\[·-])(?P<number>{number})|{chinese})"
        rf"(?:[ ]*(?P<scale1>{scale})?(?P<unit1>{unit})?[ ]*[-—–~～−至到][ ]*(?P<max>{number}))?"
        rf"(?P<about>余|多)?(?P<scale>{scale})?(?P<about2>余|多)?(?P<unit>{unit}))"
        rf"(?P<year>/年)?(?P<tail>{either(words('targets', 'comparator', 'after_least'))}|{either(words('targets', 'comparator', 'after_most'))}|左右|上下)?"
    )


def figures_in(text: str, start: int, end: int) -> list[Figure]:
    """The figures of text[start:end] that have a measure word, dates and ordinals left to the caller.

    Two forms have none: 零发生 is 0, 超千万 is a sum.
    """
    found = []
    for match in _pattern().finditer(text, start, end):
        figure = _figure(match)
        if figure:
            found.append(figure)
    more = [
        *(_none(match) for match in _NONE.finditer(text, start, end)),
        *(_sum(m) for m in _SUM.finditer(text, start, end)),
    ]
    return sorted([*found, *more]) if more else found


_NONE = re.compile(r"(?<!趋)(?:为|实现)?零(?=发生|事故|死亡|投诉|上访|排放|新增|感染)")
_SUM = re.compile(r"(?P<more>超过|超|突破|逾)(?P<sum>[一二三四五六七八九两]?[十百千]?[万亿])(?=的|，|。|；)")


def _none(match: re.Match[str]) -> Figure:
    return Figure(match.end() - 1, match.end(), 0.0, None, None, "=", match.start(), match.end())


def _sum(match: re.Match[str]) -> Figure:
    printed = match["sum"]
    value = to_number(printed if printed[0] in "一二三四五六七八九两" else f"一{printed}") or 0.0
    return Figure(match.start("sum"), match.end(), value, None, None, ">", match.start(), match.end())


def _figure(match: re.Match[str]) -> Figure | None:
    percent = match["percent"]
    printed = match["share"] if percent else match["number"] or match["chinese"]
    value = _ROUND.get(printed) or to_number(printed.replace("，", ",").rstrip(",")) if printed else None
    if value is None:
        return None
    if match["chinese"] and not _said_of_chinese(match):
        return None
    top = to_number(match["max"].replace("，", ",")) if match["max"] else None
    if top is not None and top <= value:
        return None
    unit = "%" if percent else f"{match['scale'] or ''}{match['unit']}".replace("％", "%")
    start = (
        match.start("percent")
        if percent
        else match.start("number")
        if match["number"]
        else match.start("chinese")
    )
    end = match.end("percent") if percent else match.end("unit")
    return Figure(
        start, end, value, top, unit, _comparator(match, top), match.start(), match.end(), bool(match["year"])
    )


def _said_of_chinese(match: re.Match[str]) -> bool:
    """A Chinese numeral is a figure only behind a comparator or 每年: 至少两场, 每年一期."""
    before = match.string[max(0, match.start() - 16) : match.start("chinese")]
    kinds = ("least", "most", "more")
    if match["chinese"] in ("百", "千", "万"):
        return bool(
            re.search(r"(?:建成|建设|培育|集聚|打造|引进|发展|形成|新增|引育|超|超过|突破|达到|达)$", before)
        )
    return any(match[kind] for kind in kinds) or bool(
        re.search(r"每(?:年|季度?|月|半年|周|两年)(?:度)?[^，。]{0,12}$", before)
    )


def _comparator(match: re.Match[str], top: float | None) -> Comparator:
    if top is not None:
        return "range"
    tail = match["tail"]
    if tail in words("targets", "comparator", "after_least"):
        return ">="
    if tail in words("targets", "comparator", "after_most"):
        return "<="
    for kind, sign in _SIGNS:
        if match[kind]:
            return sign
    return "="
