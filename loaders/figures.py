"""Figures with measure words in running text: their value, unit and comparator."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.model import Comparator
from kg.names.numerals import to_number

from .rule import Rule, RuleTable, text_of
from .vocabulary import either, words

_CN = "一二两三四五六七八九十百千"
_ROUND = {"百": 100.0, "千": 1000.0, "万": 10000.0}
"""百个, 千家, 万名: a round figure that a Chinese plan writes without a digit before it."""
_OVER_ALL = ("全覆盖", "全面", "全员", "拉网")
"""Behind 一轮: a round over all is a promise, 完成一轮督查 a step."""
_LOOK_BACK = 12


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

    @property
    def is_money(self) -> bool:
        """Whether it is a sum: 亿元, 万元/亩."""
        return self.unit is not None and "元" in self.unit


def _compares(
    kind: str, sign: Comparator, examples: tuple[str, ...], counters: tuple[str, ...]
) -> Rule[Comparator]:
    return Rule(
        name=f"comparator-{kind}-before-a-figure",
        pattern=rf"{either(words('targets', 'comparator', kind))}(?:到|至|为)?[ ]*$",
        build=lambda match: sign,
        examples=dict.fromkeys(examples, (sign,)),
        counters=counters,
    )


COMPARATORS: RuleTable[Comparator] = RuleTable(
    (
        _compares("least", ">=", ("床位不少于", "覆盖率不低于"), ("不少于该区的", "床位少于")),
        _compares("most", "<=", ("时间不超过", "能耗下降到", "控制在"), ("不超过该区的", "产值超过")),
        _compares("more", ">", ("产值突破", "总数超过"), ("突破口", "床位达到")),
        _compares("less", "<", ("浓度低于", "小于 "), ("低于全市的", "床位达到")),
        _compares("equal", "=", ("产值达到", "覆盖率提高到", "面积为"), ("达到省级", "绿道")),
    )
)
"""What the words at the end before a figure say of it."""
COUNTING = Rule(
    name="verb-before-a-round-figure",
    pattern=r"(?:建成|建设|培育|集聚|打造|引进|发展|形成|新增|引育|超|超过|突破|达到|达)$",
    build=text_of,
    examples={"三年培育": ("培育",), "园区集聚": ("集聚",), "产值突破": ("突破",)},
    counters=("培育一批", "数以", "成"),
)
REGULARLY = Rule(
    name="words-for-each-time-before-a-figure",
    pattern=r"每(?:年|季度?|月|半年|周|两年)(?:度)?[^，。]{0,12}$",
    needs=("每",),
    build=text_of,
    examples={"每年": ("每年",), "每季度召开": ("每季度召开",)},
    counters=("每年召开会议，共", "全年", "每个街道"),
)


def _value_of_ratio(match: re.Match[str]) -> Figure:
    value = to_number(match["value"]) or 0.0
    said = COMPARATORS.find(match["said"])
    sign = _behind(match["tail"]) or (said.built if said else "=")
    end = match.start("tail") if match["tail"] else match.end()
    return Figure(match.start("value"), end, value, None, None, sign, match.start("said"), match.end())


def _time_of_a_service(match: re.Match[str]) -> Figure:
    printed = match["time"]
    value = 0.5 if printed == "半" else to_number(printed) or 0.0
    sign: Comparator = "<=" if match["within"] else "="
    start, end = match.span("time")[0], match.end("unit")
    return Figure(start, end, value, None, match["unit"], sign, match.start(), match.end())


def _none(match: re.Match[str]) -> Figure:
    return Figure(match.start(), match.end(), 0.0, None, None, "=", match.start(), match.end())


def _sum(match: re.Match[str]) -> Figure:
    printed = match["sum"]
    value = to_number(printed if printed[0] in "一二三四五六七八九两" else f"一{printed}") or 0.0
    return Figure(match.start("sum"), match.end(), value, None, None, ">", match.start(), match.end())


def _figure(match: re.Match[str]) -> Figure | None:
    """The figure with its comparator; none where a numeral is no figure, or 20至10 no range."""
    text, at = match.string, match.start()
    printed = match["share"] or match["number"] or match["chinese"]
    value = _ROUND.get(printed) or to_number(printed.replace("，", ",").rstrip(","))
    if value is None:
        return None
    said = COMPARATORS.find(text[max(match.pos, at - _LOOK_BACK) : at])
    sign: Comparator = said.built if said else "="
    if match["chinese"] and not _said_of_chinese(text, match, sign):
        return None
    top = to_number(match["max"].replace("，", ",")) if match["max"] else None
    if top is not None and top <= value:
        return None
    unit = "%" if match["percent"] else f"{match['scale'] or ''}{match['unit']}".replace("％", "%")
    end = match.end("percent") if match["percent"] else match.end("unit")
    before = at - (len(said.match.group()) if said else 0)
    if match["tail"] in ("左右", "上下") and said and said.match.group().startswith(("控制在", "控制到")):
        sign = "="
    sign = "range" if top is not None else _behind(match["tail"]) or sign
    return Figure(at, end, value, top, unit, sign, before, match.end(), bool(match["year"]))


def _said_of_chinese(text: str, match: re.Match[str], sign: Comparator) -> bool:
    """A Chinese numeral is a figure only behind a comparator, 每年 or a verb: 至少两场, 每年一期, 培育千家, 完成一轮."""
    before = text[max(0, match.start() - 16) : match.start()]
    if match["chinese"] in _ROUND:
        return before in COUNTING
    if match["unit"] in ("轮", "遍") and before.endswith("完成"):
        return match.string.startswith(_OVER_ALL, match.end())
    return sign in (">=", "<=", ">") or before in REGULARLY


def _behind(tail: str | None) -> Comparator | None:
    """What 以上 or 以内 behind a measure word says."""
    if tail in words("targets", "comparator", "after_least"):
        return ">="
    return "<=" if tail in words("targets", "comparator", "after_most") else None


_SCALE = either(words("targets", "measure", "scales"))
_UNIT = either(words("targets", "measure", "units"))
_PER = either(words("targets", "measure", "divisors"))
_TAIL = either(word for kind in ("least", "most") for word in words("targets", "comparator", f"after_{kind}"))
_NUMBER = r"\d[\d,，]*(?:\.\d+)?"
_CHINESE = rf"(?P<chinese>(?<![{_CN}第数几上后])[{_CN}万]{{1,4}})(?=次|场|期|家|个|名|人|件|项|所|轮|遍|批)"

FIGURES: tuple[Rule[Figure | None], ...] = (
    Rule(
        name="figure-with-its-measure-word",
        pattern=rf"(?:(?P<percent>百分之(?P<share>[{_CN}点零〇]+))|(?:(?<![\d.第+A-Za-z/〔\[·-])(?P<number>{_NUMBER})|{_CHINESE})"
        rf"(?:[ ]*(?:{_SCALE})?(?:{_UNIT})?[ ]*[-—–~～−至到][ ]*(?P<max>{_NUMBER}))?"
        rf"(?:余|多)?(?P<scale>{_SCALE})?(?:余|多)?(?P<unit>{_UNIT}(?:[（(](?:户|套|间|个|处|家|所|座)[）)])?(?:/(?:{_PER}))?|/(?:10|十)万(?:人)?))"
        rf"(?P<year>/年)?(?P<tail>{_TAIL}|左右|上下)?",
        build=_figure,
        examples={
            "建成绿道1,200公里": (Figure(4, 11, 1200, None, "公里", "=", 4, 11),),
            "覆盖率不低于95%": (Figure(6, 9, 95, None, "%", ">=", 3, 9),),
            "招聘会20—30场": (Figure(3, 9, 20, 30, "场", "range", 3, 9),),
            "产值3.5亿元以上": (Figure(2, 7, 3.5, None, "亿元", ">=", 2, 9),),
            "占比百分之六十": (Figure(2, 7, 60, None, "%", "=", 2, 7),),
            "处理能力100吨/年": (Figure(4, 8, 100, None, "吨", "=", 4, 10, True),),
            "完成一轮全面检查": (Figure(2, 4, 1, None, "轮", "=", 0, 4),),
            "至少两场": (Figure(2, 4, 2, None, "场", ">=", 0, 4),),
            "税收30万元/亩": (Figure(2, 8, 30, None, "万元/亩", "=", 2, 8),),
            "死亡率10/10万以内": (Figure(3, 9, 10, None, "/10万", "<=", 3, 11),),
            "涨幅控制在3%左右": (Figure(5, 7, 3, None, "%", "=", 2, 9),),
        },
        counters=("第3批次", "鼓政〔2022〕132号", "G60科创走廊", "几十家"),
    ),
    Rule(
        name="none-at-all",
        pattern=r"(?<!趋)零(?=发生|事故|死亡|伤亡|投诉|上访|排放|直排|填埋|新增|感染|增长|拖欠|欠薪|返贫|超标|反弹|复发|积压|案件|延误|差错)",
        needs=("零",),
        build=_none,
        examples={
            "重大事故零发生": (Figure(4, 5, 0, None, None, "=", 4, 5),),
            "原生垃圾零填埋": (Figure(4, 5, 0, None, None, "=", 4, 5),),
        },
        counters=("趋零排放", "零距离服务", "零售额"),
    ),
    Rule(
        name="ratio-or-index-without-a-measure-word",
        pattern=r"(?:之比|比值|系数|指数)(?P<said>提高到|提升到|提高至|提升至|达到|达|为|稳定在|保持在|控制在|降至|降到|不低于|不超过|超过)(?P<value>\d+(?:\.\d+)?)(?:[:：∶]1)?(?P<tail>以上|以内|以下|左右)?(?=[，。；])",
        needs=("之比", "比值", "系数", "指数"),
        build=_value_of_ratio,
        examples={
            "灌溉水利用系数达到0.65，": (Figure(9, 13, 0.65, None, None, "=", 7, 13),),
            "利用系数提高到0.65以上。": (Figure(7, 11, 0.65, None, None, ">=", 4, 13),),
            "产值之比不低于2.8:1，": (Figure(7, 12, 2.8, None, None, ">=", 4, 12),),
        },
        counters=("指数达到95%，", "系数表", "产值达到65，"),
    ),
    Rule(
        name="zero-without-a-measure-word",
        pattern=r"(?:比例|占比|率|[^总]数)(?P<said>(?:保持|控制|降)?(?:为|在|到|至))(?P<value>0|零)(?P<tail>)(?=[，。；])",
        needs=("为0", "在0", "到0", "至0", "为零", "在零", "到零", "至零"),
        build=_value_of_ratio,
        examples={"劣Ⅴ类水体比例为0。": (Figure(8, 9, 0, None, None, "=", 7, 9),)},
        counters=("比例为0.5，", "比例为0%，"),
    ),
    Rule(
        name="time-in-which-a-service-is-done",
        pattern=r"[“\"]?(?P<time>半|(?<![第十])[一两二三四五六七八九十])(?P<unit>天|日|小时|个工作日)(?P<within>之?内|以内)?(?=办结|办好|办成|办理完|拿证|领证|审结|出证)",
        needs=("办结", "办好", "办成", "办理完", "拿证", "领证", "审结", "出证"),
        build=_time_of_a_service,
        examples={
            "企业开办“一天办结": (Figure(5, 7, 1, None, "天", "=", 4, 7),),
            "半日办结": (Figure(0, 2, 0.5, None, "日", "=", 0, 2),),
            "两个工作日内办结": (Figure(0, 5, 2, None, "个工作日", "<=", 0, 6),),
        },
        counters=("当日办结", "第一天办结", "一站式办理"),
    ),
    Rule(
        name="sum-without-a-measure-word",
        pattern=r"(?:超过|超|突破|逾)(?P<sum>[一二三四五六七八九两]?[十百千]?[万亿])(?=的|，|。|；)",
        needs=("万", "亿"),
        build=_sum,
        examples={"年产值超千万的企业": (Figure(4, 6, 1e7, None, None, ">", 3, 6),)},
        counters=("超千万元", "千万，", "超过一批，"),
    ),
)


def figures_in(text: str, start: int, end: int) -> list[Figure]:
    """The figures of text[start:end] that have a measure word, dates and ordinals left to the caller.

    Three forms have none: 零发生 is 0, a ratio is its value, 超千万 is a sum; 一天办结 is a time.
    """
    found = [figure for rule in FIGURES for figure in rule.read(text, start, end) if figure]
    return sorted(found, key=lambda figure: figure.start)
