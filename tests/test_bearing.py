from __future__ import annotations

import pytest

from kg.bearing import bears_date, bears_number, bears_text


@pytest.mark.parametrize(
    ("quotes", "value", "borne"),
    [
        (["区市场监管局"], "区市场监管局", True),
        (["由区市场监管局(知识产权局)牵头"], "区市场监管局（知识产权局）", True),  # width of brackets
        (["区市场\n监管局"], "区市场监管局", True),  # a broken line
        (["区财政局"], "区市场监管局", False),
        (["完善知识产权管理", "第 3 页", "体系建设"], "完善知识产权管理体系建设", True),  # cut by a page foot
        (["体系建设", "完善知识产权管理"], "完善知识产权管理体系建设", False),  # not in order
        (["完善"], "完善知识产权管理体系建设", False),
        ([], "区财政局", False),
    ],
)
def test_words(quotes: list[str], value: str, borne: bool) -> None:
    assert bears_text(quotes, value) is borne


@pytest.mark.parametrize(
    ("quote", "value", "borne"),
    [
        ("达到3亿元", 3, True),
        ("2,400人次", 2400, True),
        ("3.5万家", 3.5, True),
        ("3.5万家", 35000, True),
        ("增长２０％", 20, True),
        ("每年一期", 1, True),
        ("二十五家", 25, True),
        ("13亿元", 3, False),
        ("3.5", 5, False),
    ],
)
def test_figures(quote: str, value: float, borne: bool) -> None:
    assert bears_number([quote], value) is borne


@pytest.mark.parametrize(
    ("quotes", "date", "borne"),
    [
        (["2022年10月14日"], "2022-10-14", True),
        (["二〇二二年十月十四日"], "2022-10-14", True),
        (["2022年10月14日"], "2022-10-15", False),
        (["2022年10月14日"], "2022-11-14", False),
        (["2022年10月14日"], "2023-10-14", False),
        (["2022年底前"], "2022-12", True),
        (["2023年", "6月底"], "2023-06", True),
        (["2024年上半年"], "2024-06", True),
        (["2024年上半年"], "2024-07", False),
        (["2024年三季度"], "2024-09", True),
        (["“十四五”规划"], "2025", True),
        (["“十四五”规划"], "2026", False),
        (["2021-2035年"], "2035", True),
        (["22年8月"], "2022-08", True),
        (["2022年7月1日", "有效期三年"], "2025-06-30", True),
        (["2022年7月1日", "有效期三年"], "2026-06-30", False),
        (["2022年第三中学"], "2025", False),  # a number that is no length of time
    ],
)
def test_dates(quotes: list[str], date: str, borne: bool) -> None:
    assert bears_date(quotes, date) is borne
