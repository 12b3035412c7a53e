"""Leadership groups: roles, names and posts, in lists, brackets and tables."""

from __future__ import annotations

import pytest
from kg.loaders.member_tables import seats_in_table

from kg.model import Plan
from tests.loaders.reading import plan, posts, quotes, source

TITLE = "关于成立某区花园建设领导小组的通知"


def read(text: str) -> Plan:
    """A notice with that list."""
    return plan(f"{TITLE}\n{text}")


LISTS = [
    (  # name first
        "组长：张林 区委副书记、区长\n副组长：李明 区政府副区长\n成员：王芳 区财政局局长\n赵刚 区教育局副局长",
        ["组长 张林 区委/副书记 /区长", "副组长 李明 区政府/副区长", "成员 王芳 区财政局/局长", "成员 赵刚 区教育局/副局长"],
    ),
    ("组  长：张 林 区委书记", ["组长 张林 区委/书记"]),  # spaces
    ("组长 张林 区委书记", ["组长 张林 区委/书记"]),  # no colon
    ("组长：\n张林 区委书记\n成员：\n王芳 区财政局局长", ["组长 张林 区委/书记", "成员 王芳 区财政局/局长"]),  # alone on its line
    ("组长\n张林 区委书记", ["组长 张林 区委/书记"]),
    ("**组长：**张林 区委书记", ["组长 张林 区委/书记"]),
    ("组长：张林（区委书记）\n成员：王芳（区财政局局长）、赵刚（区教育局局长）",
     ["组长 张林 区委/书记", "成员 王芳 区财政局/局长", "成员 赵刚 区教育局/局长"]),  # brackets
    ("组长：张林（区委书记", ["组长 张林 区委/书记"]),  # not closed
    ("成员：王芳 区财政局局长；赵刚 区教育局局长", ["成员 王芳 区财政局/局长", "成员 赵刚 区教育局/局长"]),  # in one line
    ("成员：张林、李明、王芳。", ["成员 张林", "成员 李明", "成员 王芳"]),  # names alone
    ("成员：区财政局局长王芳、区教育局局长赵刚同志", ["成员 王芳 区财政局/局长", "成员 赵刚 区教育局/局长"]),  # post first
    ("主任委员：区长 张林\n委员：区财政局局长 王芳", ["主任委员 张林 /区长", "委员 王芳 区财政局/局长"]),
    ("成员：\n1.王芳 区财政局局长\n2、赵刚 区教育局局长", ["成员 王芳 区财政局/局长", "成员 赵刚 区教育局/局长"]),
    ("成员：\n- 王芳 区财政局局长", ["成员 王芳 区财政局/局长"]),
    ("成员：王芳 区财政局党组书记、\n局长\n赵刚 区教育局局长",
     ["成员 王芳 区财政局/党组书记 区财政局/局长", "成员 赵刚 区教育局/局长"]),  # posts over two lines
    ("成员：王芳 区财政局局长、区委\n办公室主任", ["成员 王芳 区财政局/局长 区委办公室/主任"]),
    ("成员：陈小明市教育局局长", ["成员 陈小明 市教育局/局长"]),  # the space was lost
    (  # the family name and one character
        "成员：王芳区财政局局长",
        ["成员 王芳 区财政局/局长"],
    ),
    ("成员：王芳 区财政局局长\n领导小组下设办公室，统筹日常工作，协调解决花园建设中的重大问题，定期召开会议，督促各项任务落实。\n赵刚 区教育局局长",
     ["成员 王芳 区财政局/局长"]),  # a sentence ends the list
    ("成员：王芳 区财政局局长\n成员单位：区教育局、区民政局", ["成员 王芳 区财政局/局长"]),
    ("总指挥：张林 区长\n召集人：李明 副区长", ["总指挥 张林 /区长", "召集人 李明 /副区长"]),
    ("成员由各街道办事处负责人担任。", []),  # no persons
    ("组长负责制。\n修桥铺路。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_members(text: str, expected: list[str]) -> None:
    assert [posts(member) for member in read(text).members] == expected


OFFICES = [
    # the director of the office, said below the list
    ("组长：张林 区长\n成员：王芳 区财政局局长\n领导小组办公室设在区财政局，办公室主任由王芳同志兼任。",
     ["组长 张林 /区长", "成员 王芳 区财政局/局长", "办公室主任 王芳"]),
    ("组长：张林 区长\n成员：王芳 区财政局局长\n办公室设在区财政局，由王芳兼任办公室主任。",
     ["组长 张林 /区长", "成员 王芳 区财政局/局长", "办公室主任 王芳"]),
    ("组长：张林 区长\n办公室设在区财政局，区财政局局长赵刚任办公室主任。", ["组长 张林 /区长", "办公室主任 赵刚"]),
    ("组长：张林 区长\n办公室主任由区财政局主要负责人兼任。", ["组长 张林 /区长"]),  # no name
    ("组长：张林 区长\n办公室主任由张林兼任。\n张林同志兼任办公室主任。", ["组长 张林 /区长", "办公室主任 张林"]),  # once
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OFFICES)
def test_directors_of_the_office(text: str, expected: list[str]) -> None:
    assert [posts(member) for member in read(text).members] == expected


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("成立某区花园建设领导小组，统筹推进。\n组长：张林 区长", "某区花园建设领导小组"),
        ("某区桥梁建设工作专班成员名单\n组长：张林 区长", "某区桥梁建设工作专班"),
        ("组长：张林 区长", "某区花园建设领导小组"),  # the notice's title
    ],
)
def test_the_group_is_the_last_one_named(text: str, group: str) -> None:
    (member,) = read(text).members
    assert (member.group, quotes(member.evidence, "group")) == (group, [group])


def test_without_a_name_there_is_no_group() -> None:
    (member,) = plan("某区工作方案\n组长：张林 区长").members
    assert (member.group, quotes(member.evidence, "group")) == (None, [])


TABLES = [
    ("职务\t姓名\t单位及职务\n组长\t张 林\t区政府区长\n成员\t王芳\t区财政局局长\n^\t赵刚\t区教育局局长",
     ["组长 张林 区政府/区长", "成员 王芳 区财政局/局长", "成员 赵刚 区教育局/局长"]),
    ("领导小组名单\t<\n姓名\t小组职务\n张林\t组长", ["组长 张林"]),  # a title above the head; no posts
    ("姓名\t小组职务\t工作单位\n张林\t组长\t区政府区长\n修桥\t组长\t区长\n王芳\t\t区长", ["组长 张林 区政府/区长"]),
    ("姓名\t电话\n张林\t123", []),  # no roles
    ("单位\t任务\n区教育局\t修桥", []),  # no names
]  # fmt: skip


@pytest.mark.parametrize(("table", "expected"), TABLES)
def test_members_in_tables(table: str, expected: list[str]) -> None:
    assert [posts(member) for member in read(f"名单如下：\n{table}\n特此通知。").members] == expected


def test_seats_in_table_are_spans() -> None:
    found = source("职务\t姓名\t单位及职务\n组长\t张林\t区政府区长")
    (seat,) = seats_in_table(found.text, found.blocks[0].rows)
    assert [found.text[slice(*span)] for span in seat] == ["组长", "张林", "区政府区长"]
