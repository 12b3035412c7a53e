"""Numbers at the head of a line: their rank, value and printed form."""

from __future__ import annotations

import pytest
from kg.loaders.numbering import (
    ARABIC,
    ARTICLE,
    BRACKETED,
    CHAPTER,
    CHINESE,
    CIRCLED,
    DECIMAL,
    PART,
    ROUND,
    SECTION,
    markdown_depth,
    numbering_at,
)

NUMBERS = [
    # line, rank, value, printed form, the words after the number
    ("第一篇 总论", PART, 1, "第一篇", "总论"),
    ("第三部分、绿道", PART, 3, "第三部分", "绿道"),
    ("第二章　绿道建设", CHAPTER, 2, "第二章", "　绿道建设"),  # the Source holds no full-width spaces
    ("第 二 章 绿道", CHAPTER, 2, "第二章", "绿道"),  # spaces inside
    ("第3节 步道", SECTION, 3, "第3节", "步道"),
    ("第十二条 本办法自印发之日起施行", ARTICLE, 12, "第十二条", "本办法自印发之日起施行"),
    ("一、总体要求", CHINESE, 1, "一", "总体要求"),
    ("十一、附则", CHINESE, 11, "十一", "附则"),
    ("二十三．其他", CHINESE, 23, "二十三", "其他"),
    ("一.总体要求", CHINESE, 1, "一", "总体要求"),
    ("任务一、修桥", CHINESE, 1, "一", "修桥"),  # a word before the number
    ("—、总体要求", CHINESE, 1, "一", "总体要求"),  # OCR reads 一 as a dash
    ("－、总体要求", CHINESE, 1, "一", "总体要求"),
    ("（一）加强领导", BRACKETED, 1, "（一）", "加强领导"),
    ("(二)加强领导", BRACKETED, 2, "（二）", "加强领导"),  # half-width
    ("（ 三 ）、加强领导", BRACKETED, 3, "（三）", "加强领导"),
    ("（—）加强领导", BRACKETED, 1, "（一）", "加强领导"),
    ("1.修桥", ARABIC, 1, "1", "修桥"),
    ("１．修桥", ARABIC, 1, "１", "修桥"),  # full-width digits stay as printed
    ("12、修桥", ARABIC, 12, "12", "修桥"),
    ("⒊修桥", ARABIC, 3, "3", "修桥"),  # one character for number and dot
    ("1.2修桥", DECIMAL, 2, "1.2", "修桥"),
    ("1.2.3 修桥", DECIMAL, 3, "1.2.3", "修桥"),
    ("（1）修桥", ROUND, 1, "（1）", "修桥"),
    ("(2)修桥", ROUND, 2, "（2）", "修桥"),
    ("3）修桥", ROUND, 3, "3）", "修桥"),
    ("①修桥", CIRCLED, 1, "①", "修桥"),
    ("⑵修桥", CIRCLED, 2, "⑵", "修桥"),
    ("## 一、总体要求", CHINESE, 1, "一", "总体要求"),  # markdown signs before the number
    ("**1.修桥**", ARABIC, 1, "1", "修桥**"),
    ("- （一）修桥", BRACKETED, 1, "（一）", "修桥"),
    ("  2.修桥", ARABIC, 2, "2", "修桥"),
]

NO_NUMBERS = [
    "修桥铺路",  # begins with no digit
    "一是修桥",  # an enumeration in a sentence
    "一批项目",
    "1.5万件发明专利",  # a figure
    "2025年工作要点",  # a year
    "3.14",
    "12.5%的增长",  # a share
    "第一季度完成",  # 第一 without a class word
    "第二条款",  # 条款 is not 条
    "第三条规定的情形",
    "（2022年版）",  # a bracket with more than a number
    "（试行）",
    "- 修桥",  # a bullet alone
    "",
    "#",
]


@pytest.mark.parametrize(("line", "rank", "value", "printed", "rest"), NUMBERS)
def test_a_number_is_read(line: str, rank: int, value: int, printed: str, rest: str) -> None:
    found = numbering_at(line, 0, len(line))
    assert found is not None
    assert (found.rank, found.value, found.printed, line[found.end :]) == (rank, value, printed, rest)


@pytest.mark.parametrize("line", NO_NUMBERS)
def test_what_is_no_number_is_left(line: str) -> None:
    assert numbering_at(line, 0, len(line)) is None


def test_a_number_is_read_within_its_line() -> None:
    text = "甲\n（一）乙\n1"
    found = numbering_at(text, 2, 6)
    assert found is not None
    assert found.end == 5
    assert numbering_at(text, 7, 8) is None  # nothing stands behind it
    assert numbering_at("一、乙", 0, 1) is None  # its separator lies outside


@pytest.mark.parametrize(
    ("line", "depth"),
    [
        ("# 方案", (1, 2)),
        ("###  方案", (3, 5)),
        ("#方案", None),  # a hash without a space is no heading
        ("####### 方案", None),  # more than six
        ("方案", None),
    ],
)
def test_markdown_depth(line: str, depth: tuple[int, int] | None) -> None:
    assert markdown_depth(line, 0, len(line)) == depth
