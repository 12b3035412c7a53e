"""Text files: blocks, tables, metadata, chrome, places."""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from kg.loaders.formats.decode import decode
from kg.loaders.formats.text import TextFormat

from kg.errors import InputError
from kg.source import Block, Source

PLANS = sorted((Path(__file__).parents[4] / "shared" / "plans").glob("*.txt"))
PATH = Path("plan.txt")


def read(text: str) -> Source:
    return TextFormat().read(text.encode(), PATH)


def blocks(source: Source) -> list[tuple[str, str]]:
    return [(block.kind, source.text[block.start : block.end]) for block in source.blocks]


def body(source: Source) -> list[str]:
    lines = [text.split("\n") for kind, text in blocks(source) if kind == "body"]
    return [line for block in lines for line in block]


def grid(source: Source, block: Block) -> list[list[str]]:
    return [[source.text[cell.start : cell.end] for cell in row] for row in block.rows]


def pairs(source: Source) -> list[tuple[str, str]]:
    found = [pair for block in source.blocks for pair in block.pairs]
    return [(source.text[slice(*label)], source.text[slice(*value)]) for label, value in found]


def check(source: Source, decoded: str) -> None:
    """The laws of a Source: blocks cover the text in whole lines, places hold."""
    at = 0
    for block in source.blocks:
        assert block.start == at and block.end > block.start - 1
        at = block.end + 1
        assert source.text[block.end : block.end + 1] in ("", "\n")
    assert at == len(source.text) + 1
    for run in source.places:
        assert decoded[run.file : run.file + run.length] == source.text[run.text : run.text + run.length]
    for kind, text in blocks(source):
        for line in text.split("\n"):
            assert line.strip(" ") == line
            assert kind in ("table", "metadata") or line.strip()
    for block in source.blocks:
        assert len({len(row) for row in block.rows}) <= 1


def test_a_line_a_paragraph_without_blank_lines() -> None:
    assert read("\ufeff　　一、总体要求\r\n\r\n  \r\n　　坚持创新。\r").text == "一、总体要求\n坚持创新。"


def test_bullets_go_and_numbers_stay() -> None:
    assert read("- 2. 加强保护。\n* 推进运用。\n# 三、保障\n**强化**领导。").text.split("\n") == [
        "2.加强保护。",
        "推进运用。",
        "三、保障",
        "强化领导。",
    ]


def test_a_heading_that_runs_into_its_text_is_parted() -> None:
    text = "（一）深化专利导航，促进产业发展 推进信息利用，围绕重点产业开展。加强培育。\n（二）加强保护\n加大力度。"
    assert body(read(text))[:2] == [
        "（一）深化专利导航，促进产业发展",
        "推进信息利用，围绕重点产业开展。加强培育。",
    ]


def test_a_numbered_paragraph_with_stray_spaces_is_not() -> None:
    text = "1. 推进专利导航，围绕新一代信息 技术产业，开展分析 预警。\n2. 加强保护，加大执法 力度。"
    assert len(body(read(text))) == 2


def test_page_numbers_step_aside() -> None:
    assert blocks(read("坚持创新。加强知识\n— 3 —\n产权保护，提升效能。\n二、保障")) == [
        ("body", "坚持创新。加强知识产权保护，提升效能。"),
        ("chrome", "— 3 —"),
        ("body", "二、保障"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "- 18 -",
        "— 3 —",
        "第 3 页 共 10 页",
        "[image: image2.wmf]",
        "_1234567891",
        "字体：[大 中 小]",
        "【打印】【关闭窗口】",
        "当前位置：首页 > 政务公开 > 正文",
        "关于印发工作方案的通知.doc",
        "图解:点击查看",
        "上一篇：某市召开会议",
        "苏ICP备12345678号-1 网站标识码：3201000001",
        "一、总体要求……………………1",
    ],
)
def test_lines_of_sites_and_converters_are_chrome(line: str) -> None:
    text = f"某市方案\n一、总体要求\n坚持创新驱动，推动高质量发展，加快建设示范区，全面完成任务。\n{line}"
    assert blocks(read(text))[-1][0] == "chrome"


@pytest.mark.parametrize(
    "line", ["责任单位：市教育局", "附件：1.任务分工表", "联系人：张三", "编号：12", "大力推进", "解读"]
)
def test_lines_of_a_document_are_not(line: str) -> None:
    text = f"一、总体要求\n{line}\n坚持创新驱动，推动高质量发展，加快建设示范区，全面完成任务。"
    assert line in read(text).text
    assert line == "解读" or line in body(read(text))


def test_metadata_in_lines() -> None:
    source = read(
        "索引号: 0142/2023-01 分类: 市场监管\\其他 \xa0\xa0通知\n文 号：某政发〔2023〕4号\n有效性:\n名称：关于印发方案的通知\n"
        "关于印发方案的通知\n各单位，各部门：\n现印发给你们，请认真组织实施，落实责任，完成任务，按时报送总结。\n来源：某市人民政府"
    )
    assert pairs(source) == [
        ("索引号", "0142/2023-01"),
        ("分类", "市场监管\\其他 通知"),
        ("文 号", "某政发〔2023〕4号"),
        ("有效性", ""),
        ("名称", "关于印发方案的通知"),
        ("来源", "某市人民政府"),
    ]
    assert body(source)[0] == "关于印发方案的通知"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("索引号\n0142\n发文机关：\n某市政府\n", [("索引号", "0142"), ("发文机关", "某市政府")]),  # below each other
        ("索引号\t0142\t文号\t某政〔2022〕1号\n发布日期\t2022-03-01\n", [
            ("索引号", "0142"), ("文号", "某政〔2022〕1号"), ("发布日期", "2022-03-01")]),
        ("---\ntitle: 某方案\ndate: 2022-01-01\n---\n", [("title", "某方案"), ("date", "2022-01-01")]),
    ],
)  # fmt: skip
def test_metadata_in_other_forms(head: str, expected: list[tuple[str, str]]) -> None:
    source = read(f"{head}一、总体要求\n坚持创新。")
    assert pairs(source) == expected
    assert body(source) == ["一、总体要求", "坚持创新。"]


@pytest.mark.parametrize("line", ["有效期：五年。", "名称：示范区", "日期：另行通知"])
def test_a_label_that_plans_use_too_is_no_metadata_alone(line: str) -> None:
    assert body(read(f"某市方案\n{line}\n一、总体要求\n坚持创新。"))[1] == line


TABLES = [
    # Tabs, with an empty first cell, a ragged row, an empty line between
    (
        "任务\t单位\t时限\n一、导航\t市 科技局\t2025 年 6 月\n\n\t市教育局\t2024年\n保护\t市法院",
        [["任务", "单位", "时限"], ["一、导航", "市科技局", "2025年6月"], ["", "市教育局", "2024年"], ["保护", "市法院", ""]],
    ),
    # Word: a cell a line, an empty line between rows; white space before the tab is an empty cell
    (
        "\t分类\n\t指标\n\t目标\n\n\t创造\n\t专利（件）\n\t80\n \t版权（件）\n\t50\n\n\t运用\n\t项目（个）\n\t40\n",
        [["分类", "指标", "目标"], ["创造", "专利（件）", "80"], ["", "版权（件）", "50"], ["运用", "项目（个）", "40"]],
    ),
    # Markdown
    (
        "| 序号 | 任务 |\n|---|:--:|\n| 1 | 导航 |\n| 2 | |",
        [["序号", "任务"], ["1", "导航"], ["2", ""]],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_tables(text: str, expected: list[list[str]]) -> None:
    source = read(f"一、任务\n{text}\n二、保障措施")
    (block,) = [block for block in source.blocks if block.kind == "table"]
    assert grid(source, block) == expected
    assert [cell.header for cell in block.rows[0]] == [True] * len(expected[0])
    assert not any(cell.header for row in block.rows[1:] for cell in row)
    assert body(source) == ["一、任务", "二、保障措施"]
    check(source, f"一、任务\n{text}\n二、保障措施")


@pytest.mark.parametrize(
    "text",
    [
        "\t坚持创新。\n\t推动发展。\n\t加强保护。",  # paragraphs indented by a tab
        "市政府办公室\t2022年3月1日印发",  # an imprint
        "\t\t\t某市人民政府\n\t\t\t2022年3月1日",  # a signature
    ],
)
def test_tabs_make_no_table(text: str) -> None:
    assert [kind for kind, _ in blocks(read(text))] == ["body"]


LINES = st.sampled_from(
    """某市知识产权工作方案
一、总体要求
（一）加强 保护
1. 开展导航。围绕产业 ，形成组合。
坚持创新，推动发展
推动发展。
组 长：张 三 市长
张 林 区委办主任
某市人民政府
2022 年 3 月 1 日
责任单位：市教育局、市 科技局
- 3 -
索引号：0142 文号：某政〔2022〕1号
序号\t任务\t单位
1\t导航\t市局
\t保护\t
（此件公开发布）
打造“新
高地”
各县（市、区）人民政府：
附件 1 任务表
---
# 二、任务
- 2. 加强保护
| 甲 | 乙 |
抄送：市委，市
法院。""".splitlines()
)


@settings(max_examples=300)
@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n"]))
def test_the_laws_hold_for_lines_of_plans(lines: list[str], end: str) -> None:
    text = end.join(lines)
    try:
        source = read(text)
    except InputError:
        assert not text.strip("\r\n |#")
        return
    check(source, text)
    again = read(source.text)
    assert body(again) == body(source)


@settings(max_examples=300)
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_the_laws_hold_for_any_text(text: str) -> None:
    data = text.encode()
    with suppress(InputError):
        check(TextFormat().read(data, PATH), decode(data, PATH)[0])


@pytest.mark.skipif(not PLANS, reason="the folder of real plans (../shared/plans) is not there")
@pytest.mark.parametrize("path", PLANS, ids=lambda path: path.stem)
def test_real_plans(path: Path) -> None:
    data = path.read_bytes()
    source = TextFormat().read(data, path)
    check(source, decode(data, path)[0])
    assert read(source.text).text == source.text
    lines = body(source)
    assert not [line for line in lines if line.endswith(("、", "，", "和", "的", "《", "“"))]
    assert not [line for line in lines if " " in line[4:] and "。" in line]


@pytest.mark.parametrize(
    "text",
    [
        "甲" * 2_000_000,  # one line
        "未完\n" * 50_000,  # nothing ever ends
        "《" * 300_000,
        "（\n" * 50_000,
        "\t\n" * 100_000,
        "a\tb\n" * 50_000,
        "|" * 300_000,
        " " * 1_000_000 + "甲",
        "关于\n" * 50_000,
        "索引号：" * 100_000,
        "1 " * 300_000,
    ],
    ids=lambda text: repr(text[:6]),
)
def test_hostile_text_takes_linear_time(text: str) -> None:
    start = time.perf_counter()
    with suppress(InputError):
        read(text)
    assert time.perf_counter() - start < 15  # a quadratic step takes minutes
