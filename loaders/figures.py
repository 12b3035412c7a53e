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

_COUNTING = re.compile(r"(?:建成|建设|培育|集聚|打造|引进|发展|形成|新增|引育|超|超过|突破|达到|达)$")
_REGULARLY = re.compile(r"每(?:年|季度?|月|半年|周|两年)(?:度)?[^，。]{0,12}$")


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
    """A number with its measure word and what belongs to it behind."""
    number = r"\d[\d,，]*(?:\.\d+)?"
    scale = either(words("targets", "measure", "scales"))
    unit = either(words("targets", "measure", "units"))
    least, most = (either(words("targets", "comparator", f"after_{kind}")) for kind in ("least", "most"))
    chinese = rf"(?P<chinese>(?<![{_CN}第数几上])[{_CN}万]{{1,4}})(?=次|场|期|家|个|名|人|件|项|所|轮|遍|批)"
    return re.compile(
        rf"(?:(?P<percent>百分之(?P<share>[{_CN}点零〇]+))|(?:(?<![\d.第+A-Za-z/〔\[·-])(?P<number>{number})|{chinese})"
        rf"(?:[ ]*(?:{scale})?(?:{unit})?[ ]*[-—–~～−至到][ ]*(?P<max>{number}))?"
        rf"(?:余|多)?(?P<scale>{scale})?(?:余|多)?(?P<unit>{unit}))"
        rf"(?P<year>/年)?(?P<tail>{least}|{most}|左右|上下)?"
    )


@cache
def _before() -> re.Pattern[str]:
    """A comparator at the end of the words before a number."""
    kinds = ("least", "most", "more", "less", "equal")
    options = "|".join(f"(?P<{kind}>{either(words('targets', 'comparator', kind))})" for kind in kinds)
    return re.compile(rf"(?:{options})(?:到|至|为)?[ ]*$")


def figures_in(text: str, start: int, end: int) -> list[Figure]:
    """The figures of text[start:end] that have a measure word, dates and ordinals left to the caller.

    Two forms have none: 零发生 is 0, 超千万 is a sum.
    """
    found = [figure for match in _pattern().finditer(text, start, end) if (figure := _figure(match, start))]
    found += [_none(match) for match in _NONE.finditer(text, start, end)]
    found += [_ratio(match) for match in _RATIO.finditer(text, start, end)]
    found += [_sum(match) for match in _SUM.finditer(text, start, end)]
    return sorted(found, key=lambda figure: figure.start)


_NONE = re.compile(r"(?<!趋)零(?=发生|事故|死亡|投诉|上访|排放|新增|感染)")
_SUM = re.compile(r"(?:超过|超|突破|逾)(?P<sum>[一二三四五六七八九两]?[十百千]?[万亿])(?=的|，|。|；)")
_LOOK_BACK = 12


_RATIO = re.compile(r"(?:之比|比值|系数|指数)(?:提高到|达到|达|为)(?P<value>\d+(?:\.\d+)?)(?=[，。；])")


def _ratio(match: re.Match[str]) -> Figure:
    value = to_number(match["value"]) or 0.0
    return Figure(
        match.start("value"),
        match.end(),
        value,
        None,
        None,
        "=",
        match.end() - len(match.group()) + 2,
        match.end(),
    )


def _none(match: re.Match[str]) -> Figure:
    return Figure(match.start(), match.end(), 0.0, None, None, "=", match.start(), match.end())


def _sum(match: re.Match[str]) -> Figure:
    printed = match["sum"]
    value = to_number(printed if printed[0] in "一二三四五六七八九两" else f"一{printed}") or 0.0
    return Figure(match.start("sum"), match.end(), value, None, None, ">", match.start(), match.end())


def _figure(match: re.Match[str], begin: int) -> Figure | None:
    text, at = match.string, match.start()
    printed = match["share"] or match["number"] or match["chinese"]
    value = _ROUND.get(printed) or to_number(printed.replace("，", ",").rstrip(","))
    if value is None:
        return None
    said = _before().search(text[max(begin, at - _LOOK_BACK) : at])
    if match["chinese"] and not _said_of_chinese(text, at, match["chinese"], said):
        return None
    top = to_number(match["max"].replace("，", ",")) if match["max"] else None
    if top is not None and top <= value:
        return None
    unit = "%" if match["percent"] else f"{match['scale'] or ''}{match['unit']}".replace("％", "%")
    end = match.end("percent") if match["percent"] else match.end("unit")
    before = at - (len(said.group()) if said else 0)
    sign: Comparator = "range" if top is not None else _comparator(said, match["tail"])
    return Figure(at, end, value, top, unit, sign, before, match.end(), bool(match["year"]))


def _said_of_chinese(text: str, at: int, numeral: str, said: re.Match[str] | None) -> bool:
    """A Chinese numeral is a figure only behind a comparator, 每年 or a verb: 至少两场, 每年一期, 培育千家."""
    before = text[max(0, at - 16) : at]
    if numeral in _ROUND:
        return bool(_COUNTING.search(before))
    compared = said is not None and any(said[kind] for kind in ("least", "most", "more"))
    return compared or bool(_REGULARLY.search(before))


def _comparator(said: re.Match[str] | None, tail: str | None) -> Comparator:
    if tail in words("targets", "comparator", "after_least"):
        return ">="
    if tail in words("targets", "comparator", "after_most"):
        return "<="
    return next((sign for kind, sign in _SIGNS if said and said[kind]), "=")
