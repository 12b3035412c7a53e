"""Task tables: their columns, and the rows that give somebody something to do."""

from __future__ import annotations

import pytest
from kg.loaders.table_columns import columns_of, head_kind, mended

from tests.loaders.reading import body, quotes, source, units
from tests.loaders.test_tasks import tasks

HEADS = [
    ("牵头单位", "lead"),
    ("责任单位", "responsible"),
    ("责 任\n单位", "responsible"),
    ("责任单位及责任人", "responsible"),  # up to 及
    ("主办/单位", "lead"),
    ("市级责任单位", "responsible"),  # ends with one
    ("完成时限", "deadline"),
    ("责任领导", "other"),
    ("具体内容", None),
    ("", None),
]


@pytest.mark.parametrize(("head", "kind"), HEADS)
def test_head_kind(head: str, kind: str | None) -> None:
    assert head_kind(head) == kind


COLUMNS = [
    # rows, then number, section, content, roles and the first row
    ("序号\t重点任务\t具体内容\t牵头单位\n1\t甲\t乙丙\t丁", (0, 1, 2, {3: "lead"}, 1)),
    ("任务\t责任单位\n甲\t丙", (None, None, 0, {1: "responsible"}, 1)),
    ("序号\t甲\t责任单位\n1\t乙\t丙", (0, None, 1, {2: "responsible"}, 1)),  # the column that is left
    (
        "某区任务表\t<\t<\n任务\t责任单位\t时限\n甲\t乙\t丙",
        (None, None, 0, {1: "responsible", 2: "deadline"}, 2),
    ),
    (
        "任务\t责任分工\t<\n^\t牵头单位\t配合单位\n甲\t乙\t丙",
        (None, None, 0, {1: "lead", 2: "responsible"}, 2),
    ),
    (
        "领域\t任务内容\t责任单位\n甲\t乙丙丁\t戊\n^\t己庚辛\t壬",
        (None, 0, 1, {2: "responsible"}, 1),
    ),  # merged cells group
    (
        "事项名称\t工作内容\t责任单位\n甲\t乙丙丁\t戊",
        (None, None, 0, {2: "responsible"}, 1),
    ),  # a name outweighs contents
    (  # a word for groups outweighs length
        "序号\t任务类别\t任务内容\t责任单位\n1\t加强绿道建设管护\t修桥\t市水利局\n2\t^\t铺路\t市教育局",
        (0, 1, 2, {3: "responsible"}, 1),
    ),
    ("姓名\t职务\n甲\t乙", None),  # nobody is responsible
    ("牵头单位\t责任单位\n甲\t乙", None),  # nothing is to be done
    ("甲\t乙\n丙\t丁\n戊\t己\n任务\t责任单位", None),  # a head stands at the top
]


@pytest.mark.parametrize(("table", "expected"), COLUMNS)
def test_columns_of(table: str, expected: tuple[object, ...] | None) -> None:
    read = source(table)
    found = columns_of(read.text, read.blocks[0].rows)
    assert (found and (found.number, found.section, found.content, found.roles, found.first_row)) == expected


HEAD = "重点任务\t具体内容\t牵头单位\t责任单位\t完成时限"
TABLES = [
    (  # each row is a task of its heading, by the words it repeats or by its group; they stand for the heading
        f"一、重点任务\n（一）绿道。沿河修建步道并加固老桥的桥墩。\n（二）花园。广植乡土树种。\n{HEAD}\n绿道\t沿河修建步道并加固老桥的桥墩\t市水利局\t市财政局、市教育局\t2025年6月\n\t修缮驿站，配备座椅\t市教育局\t\t\n（二）花园\t广植花木；开放校园\t市园林局\t市教育局\t2025年",
        [
            "一/（一） 沿河修建步道并加固老桥的桥墩 市水利局|市财政局、市教育局 2025-06",
            "一/（一）#2 修缮驿站 市教育局|",
            "一/（二） 广植花木 市园林局|市教育局 2025",
        ],
    ),
    (  # a table without a body: the number's column counts, the group is the section
        "序号\t任务类别\t任务内容\t责任单位\n1\t一、绿道\t修桥，加固桥墩\t市水利局\n2\t^\t铺路，铺设步道\t市教育局",
        ["1 修桥 |市水利局", "2 铺路 |市教育局"],
    ),
    (  # a merged row is a heading, a repeated head none, an empty row nothing
        "任务内容\t牵头单位\n一、绿道\t<\n修桥\t市水利局\n任务内容\t牵头单位\n\t市教育局\n铺路\t\n清淤\t市教育局",
        ["None 修桥 市水利局|", "None#2 清淤 市教育局|"],
    ),
    (  # the next page's table goes on without a head
        "任务内容\t牵头单位\t责任单位\n修桥\t市水利局\t市财政局\n---\n铺路\t市教育局\t市财政局",
        ["None 修桥 市水利局|市财政局", "None 铺路 市教育局|市财政局"],
    ),
    (  # a cell that says more than its head
        "任务内容\t责任单位\n修桥\t市水利局牵头，市财政局配合\n铺路\t牵头单位：市教育局；配合单位：市民政局\n清淤\t市水利局、市财政局",
        ["None 修桥 市水利局|市财政局", "None 铺路 市教育局|市民政局", "None 清淤 |市水利局、市财政局"],
    ),
    (  # persons are no units
        "任务内容\t责任领导\t责任单位\n修桥\t张林\t市水利局",
        ["None 修桥 |市水利局"],
    ),
    (  # a rule holds for tables too
        "列第一位的为牵头单位，下同。\n任务内容\t责任单位\n修桥\t市水利局、市财政局\n铺路\t市教育局",
        ["None 修桥 市水利局|市财政局", "None 铺路 |市教育局"],
    ),
    (  # numbers before a row's words are no part of the title
        "任务内容\t责任单位\n1.修桥，铺路\t市水利局",
        ["None 修桥 |市水利局"],
    ),
    (  # a row that a line break inside a cell had split
        "序号\t任务内容\t责任单位\n1\t修桥，\t\n加固桥墩\t市水利局\t\n2\t铺路\t市教育局",
        ["1 修桥 |市水利局", "2 铺路 |市教育局"],
    ),
    ("姓名\t职务\n张林\t局长", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLES)
def test_rows(text: str, expected: list[str]) -> None:
    assert tasks(body(text)) == expected


def test_the_groups_cell_is_the_section_where_the_body_has_none() -> None:
    read = body(
        "序号\t任务类别\t任务内容\t责任单位\n1\t一、绿道\t修桥，加固桥墩\t市水利局\n2\t^\t铺路，铺设步道\t市教育局"
    )
    assert [(task.section, quotes(task.evidence, "section"), task.part) for task in read.tasks] == [
        ("绿道", ["绿道"], 1),
        ("绿道", ["绿道"], 1),
    ]


def test_a_table_belongs_to_the_heading_above_it() -> None:
    read = body(
        "一、绿道\n任务如下：\n任务内容\t责任单位\n修桥\t市水利局\n铺路\t市教育局\n二、保障措施\n加强领导。"
    )
    assert [(task.section, task.number, task.part) for task in read.tasks] == [
        ("绿道", "一", 1),
        ("绿道", "一", 2),
    ]


def test_not_to_the_heading_of_an_annex() -> None:
    read = body("一、绿道\n修桥。\n附件1 任务分解表\n任务内容\t责任单位\n清理河道\t市水利局")
    assert [(task.section, task.number) for task in read.tasks if task.assignments] == [(None, None)]


def test_a_group_that_is_a_number_alone_is_no_section() -> None:
    (task,) = body("任务类别\t任务内容\t责任单位\n六、\t修桥，加固桥墩\t市水利局").tasks
    assert (task.section, quotes(task.evidence, "section")) == (None, [])


def test_the_head_of_a_column_is_the_printed_role() -> None:
    (task,) = body("任务内容\t牵头单位\t配合单位\n修桥\t市水利局\t市财政局").tasks
    assert [(one.unit, one.role, one.printed_role) for one in task.assignments] == [
        ("市水利局", "lead", "牵头单位"),
        ("市财政局", "responsible", "配合单位"),
    ]
    assert units(task) == "市水利局|市财政局"


def test_rows_are_mended() -> None:
    read = source("1\t修桥，\t\n加固桥墩\t市水利局\t\n2\t铺路\t市教育局")
    rows = mended(read.text, read.blocks[0].rows)
    assert [[read.text[cell.start : cell.end] for cell in row] for row in rows] == [
        ["1", "修桥，\t\n加固桥墩", "市水利局"], ["2", "铺路", "市教育局"],
    ]  # fmt: skip
