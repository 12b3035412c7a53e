"""Lists of units: where they are split and what is dropped."""

from __future__ import annotations

import pytest
from kg.loaders.units import split_units, trim

LISTS = [
    # the printed list, the units joined by |
    ("市教育局、市财政局", "市教育局|市财政局"),
    ("市教育局，市财政局,市民政局；市司法局", "市教育局|市财政局|市民政局|市司法局"),
    ("市市场监管局（知识产权局）、市法院", "市市场监管局（知识产权局）|市法院"),  # a second name
    (
        "市自然资源局（林业局、海洋局）、市法院",
        "市自然资源局（林业局、海洋局）|市法院",
    ),  # a mark within brackets
    ("市教育局、市财政局等部门", "市教育局|市财政局"),  # 等 with a class word
    ("市教育局等有关部门", "市教育局"),
    ("市教育局、市财政局等市有关部门和单位", "市教育局|市财政局"),
    ("市教育局等", "市教育局"),
    ("各有关部门", "各有关部门"),  # a class word alone is a unit
    ("市教育局和市财政局", "市教育局|市财政局"),  # joined
    ("市教育局会同市财政局和市民政局", "市教育局|市财政局|市民政局"),
    ("市发展和改革委员会", "市发展和改革委员会"),  # 和 within a name
    ("市工业和信息化局及市财政局", "市工业和信息化局|市财政局"),
    ("市住房和城乡建设局与市水利局", "市住房和城乡建设局|市水利局"),
    ("由市教育局、请市财政局", "市教育局|市财政局"),  # words before a unit
    ("商务局、市商务局", "商务局|市商务局"),  # 商 is part of the name
    (" 市教育局 、 ：市财政局：", "市教育局|市财政局"),
    ("**市教育局**", "市教育局"),
    ("省工业和信息化厅、财政厅", "省工业和信息化厅|财政厅"),  # names stay as printed
    ("各区、县（市）政府", "各区、县（市）政府"),  # one collective
    ("、，", ""),
    ("", ""),
]


@pytest.mark.parametrize(("text", "units"), LISTS)
def test_split_units(text: str, units: str) -> None:
    around = f"甲。{text}。乙"
    parts = split_units(around, 2, 2 + len(text))
    assert "|".join(around[part.start : part.end] for part in parts) == units


def test_trim_keeps_what_would_leave_nothing() -> None:
    assert trim("由", 0, 1) == (0, 1)
    assert trim(" ： ", 0, 3) == (3, 3)
