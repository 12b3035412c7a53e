"""Stray spaces go, spaces that separate things stay."""

from __future__ import annotations

import pytest
from kg.loaders.formats.build import Tracked
from kg.loaders.formats.spacing import clean, tidy

from kg.source import Run

CASES = [
    # (line, expected) and why
    ("围绕重点产 业开展导航 。", "围绕重点产业开展导航。"),  # within words and before a stop
    ("增长超 0. 2%, 达 30 件 ;", "增长超0.2%,达30件;"),  # within figures, half-width marks
    ("到 2025 年 6 月底前完成。", "到2025年6月底前完成。"),  # dates
    ("年均 PCT application 达 5 件。", "年均PCT application达5件。"),  # Latin words keep theirs
    ("1. 强化体系建设。全面推进。", "1.强化体系建设。全面推进。"),  # a number and its heading
    ("1. 2022年8月—12月，开展工作。", "1. 2022年8月—12月，开展工作。"),  # 1.2022 would be read as a figure
    ("（一） 总体 要求", "（一）总体要求"),  # a heading
    ("某市国家知识产权强市建设 示范市工作方案", "某市国家知识产权强市建设示范市工作方案"),  # a title
    ("第一章　　总　则", "第一章 总则"),  # a chapter's number stands apart
    ("附件 2 重点任务分解表", "附件2 重点任务分解表"),  # and an annex'
    ("组  长：杨 辉   区委副书记", "组 长：杨 辉 区委副书记"),  # names and posts keep one space
    ("张 林 区委办主任", "张 林 区委办主任"),  # a name of two characters
    ("王彩彬\u3000区政府办主任", "王彩彬 区政府办主任"),  # one of three
    ("某市人民政府      2022 年 10 月 14 日", "某市人民政府 2022年10月14日"),  # a signature
    ("市政府办公室\u3000\u3000 2022年10月14日印发", "市政府办公室 2022年10月14日印发"),  # an imprint
    ("张三 李四 王五", "张三 李四 王五"),  # names in a row
    ("市教育局 市科技局 市财政局", "市教育局 市科技局 市财政局"),  # units in a row
    ("区市场监督 管理局 (知识产权局)", "区市场监督管理局(知识产权局)"),  # one unit, broken
    ("责任单位：市教育局、 市科 技局", "责任单位：市教育局、市科技局"),  # a list by commas needs no spaces
    ("牵头单位：市教育局 责任单位：市科技局", "牵头单位：市教育局 责任单位：市科技局"),  # a second label
    ("附件: 1. 建设示范市工作 方案", "附件: 1.建设示范市工作方案"),  # a title after a label
    ("\ufeff\u200b零\u200d宽\xad字符。", "零宽字符。"),  # invisible characters
    ("\xa0\xa0制表\t符。", "制表符。"),  # any white space
]


@pytest.mark.parametrize(("line", "expected"), CASES)
def test_spaces(line: str, expected: str) -> None:
    assert tidy(clean(Tracked(line, (Run(0, 0, len(line)),)))).text == expected


@pytest.mark.parametrize("line", [expected for _, expected in CASES])
def test_a_clean_line_stays(line: str) -> None:
    assert tidy(clean(Tracked(line, ()))).text == line


@pytest.mark.parametrize("line", [line for line, _ in CASES])
def test_places_survive(line: str) -> None:
    text = tidy(clean(Tracked(line, (Run(0, 0, len(line)),))))
    for run in text.runs:
        assert line[run.file : run.file + run.length] == text.text[run.text : run.text + run.length]
