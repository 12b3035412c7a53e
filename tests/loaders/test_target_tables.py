"""Tables of indicators."""

from __future__ import annotations

import pytest
from kg.loaders.target_tables import table_figures

from tests.loaders.reading import body, plan, source
from tests.loaders.test_targets import shown

TABLES = [
    # table, the values promised
    ("序号\t指标\t单位\t2025年目标\n1\t绿道总长\t公里\t20", ["绿道总长 = 20 公里 2025"]),
    ("指标名称\t2023年\t2025年\n绿道总长（公里）\t15\t20", ["绿道总长 = 15 公里 2023", "绿道总长 = 20 公里 2025"]),  # unit in its name
    ("指标\t现状值\t目标值\n绿化率\t30%\t≥40%", ["绿化率 >= 40 %"]),  # what was reached is no promise
    ("指标\t2020年（基期）\t2025年\n绿化率\t30%\t40%", ["绿化率 = 40 % 2025"]),
    ("指标\t目标值\n绿化率\t40%以上\n桥梁\t5-6座\n驿站\t不超过3个\n绿道\t达到20公里\n水质\t优\n步道\t",
     ["绿化率 >= 40 %", "桥梁 range 5-6 座", "驿站 <= 3 个", "绿道 = 20 公里"]),
    ("花园指标表\t<\t<\n指标\t目标值\t指标属性\n绿化率\t1，200株\t5", ["绿化率 = 1200 株"]),  # a title above; 属性 is no value
    ("类别\t指标\t目标值\n绿化\t绿化率\t40%\n^\t绿道\t20公里", ["绿化率 = 40 %", "绿道 = 20 公里"]),
    ("指标\t责任单位\n绿化率\t市园林局", []),
    ("任务\t2025年\n修桥\t5座", []),  # no indicators
    ("指标\t说明\n绿化率\t40%", []),  # no values
    ("指标\t目标值\n\t40%\n年均栽树\t20株", ["年均栽树 = 20 株 年"]),
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_targets_of_tables(table: str, expected: list[str]) -> None:
    assert [
        shown(target) for target in body(f"一、任务\n修桥。\n{table}\n二、保障\n加强领导。").targets
    ] == expected


def test_a_column_of_a_year_before_the_plan_is_the_past() -> None:
    found = plan("某市花园规划（2023—2025年）\n一、任务\n修桥。\n指标\t2020年\t2025年\n绿化率\t30%\t40%")
    assert [shown(target) for target in found.targets] == ["绿化率 = 40 % 2025"]


def test_what_the_text_states_is_not_repeated() -> None:
    found = body("一、目标\n（一）绿化。到2025年，绿化率达到40%。\n指标\t2025年\n全市绿化率\t≥40%\n桥梁\t5座")
    assert [shown(target) for target in found.targets] == ["绿化率 = 40 % 2025", "桥梁 = 5 座 2025"]
    assert [(one.reason, one.quote) for one in found.unread if one.kind == "row"] == [
        ("repeats-text", "全市绿化率\t≥40%")
    ]


def test_places_of_a_tables_value() -> None:
    (target,) = body("一、任务\n修桥。\n指标\t单位\t2025年目标\n绿道总长\t公里\t20\n二、保障").targets
    assert [(one.field, one.quote) for one in target.evidence] == [
        ("by", "2025年"), ("indicator", "绿道总长"), ("unit", "公里"), ("value", "20"),
    ]  # fmt: skip
    assert target.quote == "绿道总长20"


def test_a_table_that_is_none() -> None:
    read = source("某市方案")
    assert table_figures(read.text, read.blocks[0], None) == []
