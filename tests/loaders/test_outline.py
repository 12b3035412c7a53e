"""The outline: numbered lines as a tree, and where their headings end."""

from __future__ import annotations

import pytest
from kg.loaders.outline import heading_end, is_chapter, lines_of

from tests.loaders.reading import bare, outline, source

FILL = "坚持问题导向，统筹推进各项工作，" * 20


def tree(text: str) -> list[str]:
    """Each section as its number path, or nothing, and its heading."""
    read = outline(text)
    return [f"{node.path()} {read.source.text[node.body : node.title_end]}" for node in read.sections()]


TREES = [
    # text, the sections
    (  # levels nest by rank, whatever is left out between them
        "一、要求\n二、任务\n（一）绿道\n1.修桥\n（1）清淤\n①栽树\n2.铺路\n（二）口袋花园\n三、保障",
        [
            "一 要求",
            "二 任务",
            "二/（一） 绿道",
            "二/（一）/1 修桥",
            "二/（一）/1/（1） 清淤",
            "二/（一）/1/（1）/① 栽树",
            "二/（一）/2 铺路",
            "二/（二） 口袋花园",
            "三 保障",
        ],
    ),
    (  # chapters hold sections and articles
        "第一章 总则\n第一条 为美化环境，制定本办法。\n第二章 建设\n第二节 绿道\n第二条 修桥。",
        ["第一章 总则", "第一章/第一条 ", "第二章 建设", "第二章/第二节 绿道", "第二章/第二节/第二条 "],
    ),
    (  # markdown headings stand above all numbers, a deeper one below
        "# 方案\n## 目标\n一、任务\n## 保障",
        [" 方案", " 目标", "一 任务", " 保障"],
    ),
    ("**总体要求**\n1.修桥\n**保障措施**", [" 总体要求", "1 修桥", " 保障措施"]),  # bold lines are headings
    ("**甲，乙**", []),  # not those with a comma
    (
        "活动内容\n1.修桥\n2.铺路\n活动保障\n1.经费",
        [" 活动内容", "1 修桥", "2 铺路", " 活动保障", "1 经费"],
    ),  # over 1.
    ("活动内容\n2.铺路", ["2 铺路"]),  # not over 2.
    ("一、任务\n活动内容\n1.修桥", ["一 任务", "一/1 修桥"]),  # nor within a chapter
    ("某市工作方案\n1.修桥", ["1 修桥"]),  # a title is no heading
    ("附件1 职责分工\n活动内容\n1.修桥", [" 职责分工", " 活动内容", "1 修桥"]),  # in an annex too
    ("一总体要求\n二重点任务\n", ["一 总体要求", "二 重点任务"]),  # a lost 、 before a usual chapter
    ("一批花园项目", []),  # not before other words
    ("1.修桥\n46.铺路", ["1 修桥"]),  # a number far out of order is a figure
    ("29.修桥\n30.铺路", ["29 修桥", "30 铺路"]),
    ("30.铺路", []),
    ("一、", []),  # a number alone
]


@pytest.mark.parametrize(("text", "sections"), TREES)
def test_sections(text: str, sections: list[str]) -> None:
    assert tree(text) == sections


ANNEXES = [
    ("一、任务\n附件\n任务分解表\n一、绿道", ["一 任务", " ", "一 绿道"]),  # it starts an outline of its own
    ("一、任务\n附件1 任务分解表\n（一）绿道", ["一 任务", " 任务分解表", "（一） 绿道"]),
    ("一、任务\n【附件2】职责分工", ["一 任务", " 职责分工"]),
    ("一、任务\n附表一 指标", ["一 任务", " 指标"]),
    # the attachments of a notice are listed, not begun; numbers below are items of the list
    ("一、任务\n附件：1.任务分解表\n2.指标\n二、保障", ["一 任务", "二 保障"]),
    ("一、任务\n附件：\n1.任务分解表\n2.指标", ["一 任务"]),
    ("一、任务\n附件：任务分解表", ["一 任务"]),
    ("一、任务\n附件任务见下", ["一 任务"]),  # neither number nor bracket nor space
    ("一、任务\n附件1所列任务由各街道落实。", ["一 任务"]),  # a sentence
    ("一、任务\n附件：\n职责分工", ["一 任务", " "]),  # a colon with nothing listed behind it
]


@pytest.mark.parametrize(("text", "sections"), ANNEXES)
def test_annexes(text: str, sections: list[str]) -> None:
    assert tree(text) == sections


HEADINGS = [
    # the words after a number; what of them is the heading
    ("总体要求", "总体要求"),
    ("总体要求：", "总体要求"),
    ("修桥铺路。由城建部门组织施工。", "修桥铺路"),  # a short first sentence
    ("修桥铺路。", ""),  # one sentence alone is running text
    ("修桥铺路，清理河道，栽种花木。由城建部门施工。", ""),  # too many commas
    ("修桥铺路，清理河道。由城建部门施工。", "修桥铺路，清理河道"),
    ("修" * 43 + "。由城建部门施工。", ""),  # too long
    ("修桥铺路：由城建部门施工。另行通知。", "修桥铺路"),  # up to its colon
    ("修桥：由城建部门施工。另行通知。", ""),  # too short before the colon
    ("修桥；铺路。由城建部门施工。", ""),
    ("修桥；铺路", ""),  # a clause
    ("修桥铺路：由城建部门施工", "修桥铺路"),
    ("修桥，铺路：由城建部门施工", "修桥，铺路：由城建部门施工"),  # a comma before the colon
    ("修桥铺路（责任单位：市城建局）", "修桥铺路"),  # the bracket behind it
    ("修桥铺路（责任单位：市城建局（市园林局））", "修桥铺路"),
    ("修桥铺路。由城建部门施工。（责任单位：市城建局）", "修桥铺路"),
    ("修桥铺路。（责任单位：市城建局）", ""),
    ("（市城建局）", "（市城建局）"),  # nothing but a bracket
    ("修桥铺路！由城建部门施工。", "修桥铺路"),
]


@pytest.mark.parametrize(("words", "heading"), HEADINGS)
def test_heading_end(words: str, heading: str) -> None:
    text = f"1.{words}\n后文"
    assert text[2 : heading_end(text, 2, 2 + len(words))] == heading


def test_a_lone_sentence_is_a_heading_where_something_stands_below_it() -> None:
    assert tree("（一）修桥铺路。\n由城建部门组织施工。") == ["（一） 修桥铺路"]
    assert tree("（一）修桥铺路。\n1.清淤") == ["（一） 修桥铺路", "（一）/1 清淤"]
    assert tree("（一）修桥铺路。") == ["（一） "]
    assert tree("（一）" + "修" * 50 + "。\n施工。") == ["（一） "]
    assert tree("（一）修桥。铺路；清淤；栽树。\n施工。") == ["（一） 修桥"]


def test_lines_and_spans_of_a_section() -> None:
    read = outline(
        "前言\n一、任务\n修桥。\n项目\t单位\n绿道\t市园林局\n（一）绿道\n铺路。\n二、保障\n@索引号：1\n~上一篇"
    )
    text = read.source.text
    assert [text[line.start : line.end] for line in read.root.lines] == ["前言"]
    first, below, last = read.sections()
    assert [(text[one.start : one.end], one.block.kind) for one in first.lines] == [
        ("修桥。", "body"), ("项目\t单位", "table"), ("绿道\t市园林局", "table"),
    ]  # fmt: skip
    assert text[below.start : below.end] == "（一）绿道\n铺路。\n"
    assert first.end == last.start
    assert last.end == len(text)
    assert last.lines == []  # metadata and chrome are of no section
    assert list(below.ancestors()) == [first]
    assert [node.path() for node in first.walk()] == ["一", "一/（一）"]
    assert [is_chapter(one) for one in (first, below)] == [True, False]


def test_an_unbroken_body_is_broken_and_a_table_is_not() -> None:
    long = f"一、目标。{FILL}。二、任务。三、保障。"
    assert len(lines_of(bare(long))) == 3
    assert len(lines_of(source(f"某市\n{long}\t乙"))) == 2
    assert lines_of(bare("\n\n甲\n\n")) == [(2, 3, bare("\n\n甲\n\n").blocks[0])]
