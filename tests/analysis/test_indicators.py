from __future__ import annotations

import pytest

from kg.analysis.indicators import indicator_of, kin, measure
from kg.model import Target


def target(indicator: str, unit: str | None = "件", per: str | None = None) -> Target:
    return Target(indicator=indicator, comparator="=", value=1, unit=unit, per=per, quote=indicator)


SAME = [
    ("万人高价值发明专利拥有量", "每万人口高价值发明专利拥有量"),
    ("万企拥有有效注册商标企业数", "万企有效注册商标企业数"),
    ("新增贯标企业", "新增贯标企业数量"),
    ("路灯总数", "路灯数量"),
    ("贷款总额", "贷款金额"),
    ("服务业从业总人数", "服务业从业人员"),
    ("第三产业占GDP比重", "第三产业占GDP比例"),
    ("省级示范园区", "省示范园区"),
    ("全市公园数量", "公园数"),
]
DIFFERENT = [
    ("万人高价值发明专利拥有量", "每万人有效发明专利拥有量"),
    ("万人高价值发明专利拥有量", "高价值发明专利拥有量"),
    ("新增贯标企业", "贯标企业"),
    ("专利授权量", "专利申请量"),
    ("省级示范园区", "市级示范园区"),
    ("用水量", "用水量增长率"),
    ("人均公园面积", "公园面积"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_words_of_one_meaning_are_one_indicator(first: str, second: str) -> None:
    assert indicator_of(target(first)) == indicator_of(target(second))


@pytest.mark.parametrize(("first", "second"), DIFFERENT)
def test_a_modifier_a_base_or_a_change_makes_another_indicator(first: str, second: str) -> None:
    assert indicator_of(target(first)) != indicator_of(target(second))


def test_a_unit_of_another_dimension_makes_another_indicator() -> None:
    assert indicator_of(target("培训", "人次")) != indicator_of(target("培训", "场"))
    assert indicator_of(target("投入", "万元")) == indicator_of(target("投入", "亿元"))


def test_a_figure_for_each_year_is_another_one() -> None:
    assert indicator_of(target("专利授权量", per="年")) != indicator_of(target("专利授权量"))
    assert indicator_of(target("年专利授权量")) == indicator_of(target("专利授权量", per="年"))


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("目标：新增省级园区1个、", "new"),
        ("新增省级园区1个、培训班3个、", "new"),
        ("新增省级园区1个，", ""),
        ("新增省级园区1个。建成公园2个、", ""),
        ("", ""),
    ],
)
def test_a_word_of_change_holds_for_the_rest_of_its_list(before: str, change: str) -> None:
    assert indicator_of(target("贯标企业"), before).change == change


def test_kin_are_near_and_not_the_same() -> None:
    one = indicator_of(target("万人高价值发明专利拥有量"))
    assert kin(one, indicator_of(target("每万人有效发明专利拥有量")))
    assert not kin(one, one)
    assert not kin(one, indicator_of(target("行道树")))


@pytest.mark.parametrize(
    ("unit", "dimension", "factor"),
    [
        ("亿元", "money", 1e8),
        ("万件", "count", 1e4),
        ("%", "share", 1),
        ("万亩", "area", 6666666.666666666),
        ("立方米", "立方米", 1),
        (None, "count", 1),
    ],
)
def test_a_unit_has_a_dimension_and_a_factor(unit: str | None, dimension: str, factor: float) -> None:
    found = measure(unit)
    assert found.dimension == dimension
    assert found.factor == pytest.approx(factor)
