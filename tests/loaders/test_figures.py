"""Figures with measure words: value, unit and comparator."""

from __future__ import annotations

import pytest
from kg.loaders.figures import figures_in

FIGURES = [
    # text, each figure's words, sign, value, greatest value and unit
    ("建成绿道20公里", ["20公里 = 20 公里"]),
    ("超过20家", ["20家 > 20 家"]),
    ("突破3亿元", ["3亿元 > 3 亿元"]),
    ("不少于20家", ["20家 >= 20 家"]),
    ("20家以上", ["20家 >= 20 家"]),
    ("20家及以上", ["20家 >= 20 家"]),
    ("不超过20天", ["20天 <= 20 天"]),
    ("20个工作日内", ["20个工作日 <= 20 个工作日"]),
    ("低于20%", ["20% < 20 %"]),
    ("达到85％", ["85％ = 85 %"]),  # full-width
    ("百分之八十五点五", ["百分之八十五点五 = 85.5 %"]),
    ("5-6家", ["5-6家 range 5 6 家"]),
    ("5家至6家", ["5家至6家 range 5 6 家"]),
    ("5万~6万人", ["5万~6万人 range 5 6 万人"]),
    ("6-5家", []),  # falls
    ("1,200件", ["1,200件 = 1200 件"]),
    ("1，200件", ["1，200件 = 1200 件"]),
    ("3.5万人次", ["3.5万人次 = 3.5 万人次"]),
    ("100余家", ["100余家 = 100 家"]),
    ("3万多户", ["3万多户 = 3 万户"]),
    ("200件/年", ["200件 = 200 件 年"]),  # a year's
    ("至少两场", ["两场 >= 2 场"]),  # Chinese numerals behind a comparator
    ("每年举办一期", ["一期 = 1 期"]),  # or 每年
    ("举办一期", []),  # else they are words
    ("培育百家企业", ["百家 = 100 家"]),  # round figures behind a verb of growth
    ("千家万户", []),
    ("事故零发生", ["零 = 0 -"]),
    ("趋零发生", []),
    ("总额超千亿。", ["千亿 > 100000000000 -"]),  # a sum without a measure word
    ("规模突破两万的", ["两万 > 20000 -"]),
    ("规模超万人", ["万人 > 10000 人"]),
    ("第3期", []),  # an ordinal
    ("2-3", []),  # no measure word
    ("A20家", []),  # a code
    ("5号文", []),
    ("绿道20公里、桥梁5座", ["20公里 = 20 公里", "5座 = 5 座"]),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), FIGURES)
def test_figures_in(text: str, expected: list[str]) -> None:
    around = f"甲{text}乙"
    found = figures_in(around, 1, 1 + len(text))
    assert [
        " ".join(
            [
                around[one.start : one.end],
                one.comparator,
                f"{one.value:.12g}",
                *([f"{one.value_max:.12g}"] if one.value_max is not None else []),
                one.unit or "-",
                *(["年"] if one.per_year else []),
            ]
        )
        for one in found
    ] == expected


def test_the_words_around_a_figure_belong_to_it() -> None:
    text = "绿道不少于 20公里以上，超过到5座左右"
    first, second = figures_in(text, 0, len(text))
    assert [text[first.before : first.after], text[second.before : second.after]] == [
        "不少于 20公里以上",
        "超过到5座左右",
    ]


def test_a_comparator_outside_the_stretch_is_not_seen() -> None:
    text = "不少于20家"
    assert figures_in(text, 3, len(text))[0].comparator == "="
