"""Which blocks of running text are tasks, and what is said of each."""

from __future__ import annotations

import pytest
from kg.loaders.tasks import first_clause

from kg.model import Plan
from tests.loaders.reading import body, quotes, units


def tasks(read: Plan) -> list[str]:
    """Number path, part where it is not 1, title, units and deadline of each task."""
    return [
        " ".join(
            [
                f"{task.number}{f'#{task.part}' if task.part > 1 else ''}",
                task.title,
                units(task),
                *([task.deadline] if task.deadline else []),
            ]
        )
        for task in read.tasks
    ]


BODIES = [
    (  # the smallest numbered block that a bracket closes; the frame holds none
        "一、总体要求\n（一）指导思想。坚持创新。\n二、重点任务\n（一）绿道\n1.修桥。清理河道。（市教育局牵头）\n2.铺路。（责任单位：市财政局）\n三、保障措施\n（一）加强领导。统筹推进。",
        ["二/（一）/1 修桥 市教育局|", "二/（一）/2 铺路 |市财政局"],
    ),
    (  # an item of the measures is one where it has a bracket of its own
        "一、重点任务\n1.修桥。（市教育局牵头）\n二、保障措施\n1.加强领导。（市财政局牵头）\n2.强化宣传。营造氛围。",
        ["一/1 修桥 市教育局|", "二/1 加强领导 市财政局|"],
    ),
    (  # an item without one, in a plan that otherwise names units, has empty lists
        "一、重点任务\n1.修桥。清理河道。（市教育局牵头）\n2.铺路。铺设步道。",
        ["一/1 修桥 市教育局|", "一/2 铺路 |"],
    ),
    (  # one item with several paragraphs, each closed by its own bracket
        "一、重点任务\n（一）绿道。\n修桥铺路。（责任单位：市教育局）\n清理河道。（责任单位：市水利局）",
        ["一/（一） 绿道 |市教育局", "一/（一）#2 绿道 |市水利局"],
    ),
    (  # two brackets with nothing between them are of one task
        "一、重点任务\n1.修桥。（市教育局牵头）（完成时限：2025年6月）",
        ["一/1 修桥 市教育局| 2025-06"],
    ),
    (  # lines of labels below an item
        "一、重点任务\n1.修桥\n清理河道。\n牵头单位：市教育局\n责任单位：市财政局\n完成时限：2025年6月",
        ["一/1 修桥 市教育局|市财政局 2025-06"],
    ),
    (  # a line after the last of several items is their heading's where the others have none
        "一、重点任务\n（一）绿道\n1.修桥。清理河道。\n2.铺路。铺设步道。\n责任单位：市教育局\n（二）花园\n1.栽树。\n2.种花。\n责任单位：市园林局",
        ["一/（一） 绿道 |市教育局", "一/（二） 花园 |市园林局"],
    ),
    (  # but the last item's where others have their own
        "一、重点任务\n（一）绿道\n1.修桥。（市水利局牵头）\n2.铺路。\n责任单位：市教育局",
        ["一/（一）/1 修桥 市水利局|", "一/（一）/2 铺路 |市教育局"],
    ),
    (  # a section's statement holds for its items
        "一、绿道（牵头单位：市教育局。本部分任务均由市教育局牵头，不再列出）\n（一）修桥。（责任单位：市水利局）\n（二）铺路。（责任单位：市财政局）",
        ["一/（一） 修桥 市教育局|市水利局", "一/（二） 铺路 市教育局|市财政局"],
    ),
    (  # said in its last sentence
        "一、绿道\n本章任务由市教育局牵头，市财政局配合。\n（一）修桥。清理河道。\n（二）铺路。铺设步道。",
        ["一/（一） 修桥 市教育局|市财政局", "一/（二） 铺路 市教育局|市财政局"],
    ),
    (  # a paragraph of a section beside its items
        "一、重点任务\n（一）绿道。\n统筹全域规划。（责任单位：市教育局）\n1.修桥。（责任单位：市水利局）",
        ["一/（一） 绿道 |市教育局", "一/（一）/1 修桥 |市水利局"],
    ),
    (  # no units at all: the innermost items
        "一、主要任务\n（一）绿道\n1.修桥。清理河道。\n2.铺路。铺设步道。\n二、保障措施\n加强领导。",
        ["一/（一）/1 修桥 |", "一/（一）/2 铺路 |"],
    ),
    (  # titled paragraphs of a 规划 are the entries
        "第一章 主要任务\n第一节 绿道\n修桥铺路工程。清理河道，加固桥墩。\n栽花种树工程。广植乡土树种。\n第二节 花园\n广植花木，美化环境。",
        ["第一章/第一节 修桥铺路工程 |", "第一章/第一节#2 栽花种树工程 |", "第一章/第二节 花园 |"],
    ),
    (  # paragraphs of which only some have a title are not
        "第一章 主要任务\n第一节 绿道\n修桥铺路工程。清理河道，加固桥墩。\n清理河道，加固桥墩。",
        ["第一章/第一节 绿道 |"],
    ),
    (  # the duties that a section lists unit by unit
        "一、成立工作专班\n由分管领导召集。\n二、职责分工\n1.市教育局：负责校园花园，美化环境。\n2.市财政局、市审计局负责经费。",
        ["二/1 负责校园花园 |市教育局", "二/2 市财政局、市审计局负责经费 |市财政局、市审计局"],
    ),
    (
        "一、职责分工\n市教育局：负责校园花园。\n市财政局：保障经费。\n其他事项另行通知。",
        ["一 负责校园花园 |市教育局", "一#2 保障经费 |市财政局"],
    ),
    ("一、职责分工\n统筹推进，分工负责。", []),  # nobody's
    (  # the date of the text counts where the bracket gives none
        "一、重点任务\n1.修桥。2025年底前建成步道体系。（市教育局牵头）\n2.铺路。到2025年，建成绿道20公里。（市财政局牵头）",
        ["一/1 修桥 市教育局| 2025-12", "一/2 铺路 市财政局|"],
    ),
    (  # of several, the latest
        "一、重点任务\n1.修桥。（责任单位：市教育局；完成时限：2023年3月，2025年3月）",
        ["一/1 修桥 |市教育局 2025-03"],
    ),
    (  # an item without a heading is named by its first clause
        "一、重点任务\n1.清理河道，加固桥墩，疏浚水系。（市教育局牵头）",
        ["一/1 清理河道 市教育局|"],
    ),
    (
        "附件1 任务分工\n一、修桥。（市教育局牵头）\n附件2 说明",
        ["一 修桥 市教育局|"],
    ),  # an annex alone is none
]


@pytest.mark.parametrize(("text", "expected"), BODIES)
def test_tasks(text: str, expected: list[str]) -> None:
    assert tasks(body(text)) == expected


def test_the_section_is_the_heading_above() -> None:
    read = body("一、重点任务\n（一）绿道\n1.修桥。（市教育局牵头）\n二、花园\n（市财政局牵头）")
    assert [(task.section, quotes(task.evidence, "section")) for task in read.tasks] == [
        ("绿道", ["绿道"]),
        (None, []),
    ]


def test_a_task_spans_its_words() -> None:
    text = "一、重点任务\n1.修桥。清理河道。（市教育局牵头）\n另行通知。\n2.铺路。"
    read = body(text)
    whole = "某市某区花园建设工作方案\n" + text
    assert [whole[task.start : task.end] for task in read.tasks] == [
        "1.修桥。清理河道。（市教育局牵头）\n另行通知。", "2.铺路。",
    ]  # fmt: skip


def test_inherited_units_are_not_stated() -> None:
    read = body(
        "一、绿道（牵头单位：市教育局。本部分任务均由市教育局牵头，不再列出）\n（一）修桥。（责任单位：市水利局、市教育局）"
    )
    (task,) = read.tasks
    assert [(one.unit, one.role, one.stated) for one in task.assignments] == [
        ("市水利局", "responsible", True),
        ("市教育局", "responsible", True),  # its own list names the unit already
    ]


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("修桥，铺路", "修桥"),
        ("修桥；铺路", "修桥"),
        ("修桥：铺路", "修桥"),
        ("修桥铺路", "修桥铺路"),
        (
            "，修桥，铺路",
            "修桥",
        ),
    ],
)
def test_first_clause(text: str, clause: str) -> None:
    assert text[slice(*first_clause(text, 0, len(text)))] == clause


def test_an_item_without_words_is_no_task() -> None:
    assert body("一、重点任务\n1.；\n2.修桥。").tasks[0].title == "修桥"
