"""Rules of tables of indicators: what their columns hold, and what a cell with a value says."""

from __future__ import annotations

import re
from typing import NamedTuple

from kg.model import Comparator
from kg.names.numerals import to_number

from .rule import Rule, text_of

_SIGNS: dict[str, Comparator] = {
    "≥": ">=", "不低于": ">=", "不少于": ">=", "以上": ">=", "≤": "<=", "不超过": "<=", "以内": "<=", "以下": "<=",
    "＞": ">", ">": ">", "超过": ">", "突破": ">", "＜": "<", "<": "<",
}  # fmt: skip


class CellValue(NamedTuple):
    """What a cell with a value says."""

    value: float
    value_max: float | None
    unit: str
    """Empty where the cell prints none."""
    comparator: Comparator


def _value(match: re.Match[str]) -> CellValue | None:
    value = to_number(match["value"].replace("，", ","))
    if value is None:
        return None
    top = to_number(match["max"].replace("，", ",")) if match["max"] else None
    sign = _SIGNS.get(match["sign"] or "") or _SIGNS.get(match["tail"] or "") or "="
    return CellValue(value, top, match["unit"].replace("％", "%"), "range" if top is not None else sign)


INDICATOR_HEAD = Rule(
    name="head-of-a-column-of-indicators",
    pattern=r"指标|目标名称|考核内容|预期目标项",
    build=text_of,
    examples={"指标名称": ("指标",), "考核内容": ("考核内容",)},
    counters=("序号", "目标值", "责任单位"),
)
UNIT_HEAD = Rule(
    name="head-of-a-column-of-units-of-measure",
    pattern=r"(?:计量)?单位$",
    build=text_of,
    how="match",
    examples={"单位": ("单位",), "计量单位": ("计量单位",)},
    counters=("责任单位", "单位名称"),
)
PAST_HEAD = Rule(
    name="head-of-a-column-of-what-was-reached",
    pattern=r"现状|基[期数年]|实际|现值|基准|完成情况|已完成|上年|目前|历史|20\d\d年(?:底)?(?:值|数)?(?:（?现|（?基|（?实)",
    build=text_of,
    examples={"2020年现状值": ("2020年现",), "基期": ("基期",), "2023年完成情况": ("完成情况",)},
    counters=("2025年目标值", "规划值"),
)
VALUE_HEAD = Rule(
    name="head-of-a-column-of-promised-values",
    pattern=r"目标|20\d\d|数值|预期|指标值|任务数|规划值|期末|合计|总数",
    build=text_of,
    examples={"2025年目标值": ("2025", "目标"), "任务数": ("任务数",)},
    counters=("序号", "责任单位", "现状值"),
)
OTHER_HEAD = Rule(
    name="head-of-a-column-about-an-indicator",
    pattern=r"属性|性质|类型|备注|责任|牵头|来源|说明|分类|序号|类别|年均增",
    build=text_of,
    examples={"指标属性": ("属性",), "责任单位": ("责任",), "年均增速": ("年均增",)},
    counters=("2025年目标值", "指标名称"),
)
YEAR_HEAD = Rule(
    name="year-below-the-head-of-values",
    pattern=r"20\d\d年(?:底|末)?",
    needs=("年",),
    build=text_of,
    how="match",
    examples={"2025年": ("2025年",), "2027年底": ("2027年底",)},
    counters=("2025", "到2025年", "200年"),
)
UNIT_IN_NAME = Rule(
    name="unit-of-measure-in-the-name-of-an-indicator",
    pattern=r"[（(](?P<unit>[^（）()]{1,12})[）)]$",
    build=lambda match: match["unit"],
    examples={"绿道总长（公里）": ("公里",), "森林覆盖率(%)": ("%",)},
    counters=("（一）绿道总长", "绿道总长"),
)
CELL_VALUE: Rule[CellValue | None] = Rule(
    name="value-in-a-cell",
    pattern=r"(?P<sign>[≥≤＞>＜<]|不低于|不少于|超过|达到|达|不超过|突破|左右|约)?[ ]*[〔【\[［（(]?(?P<value>\d[\d,，]*(?:\.\d+)?)"
    r"(?:[ ]*[-—–~～−至][ ]*(?P<max>\d[\d,，]*(?:\.\d+)?))?[ ]*(?P<unit>[^\d\s≥≤以左]{0,8}?)[〕】\]］）)]?(?P<tail>以上|左右|以内|以下)?$",
    build=_value,
    how="match",
    examples={
        "≥95％": (CellValue(95, None, "%", ">="),),
        "[5.5]": (CellValue(5.5, None, "", "="),),
        "〔79〕": (CellValue(79, None, "", "="),),
        "1,200": (CellValue(1200, None, "", "="),),
        "20-30个": (CellValue(20, 30, "个", "range"),),
        "50公里以上": (CellValue(50, None, "公里", ">="),),
        "突破100亿元": (CellValue(100, None, "亿元", ">"),),
    },
    counters=("完成", "见附件2", "2025年底前完成80%的任务", "—"),
)
