"""Statements of responsibility: units, roles, printed words and dates."""

from __future__ import annotations

import pytest
from kg.loaders.responsibility import Statement, labels_in, read_statement
from kg.loaders.roles import label_kinds, label_of

ROLES = {"lead": "牵", "responsible": "责"}


def said(text: str, found: Statement | None) -> str | None:
    """The units with role and printed word, then the dates."""
    if found is None:
        return None
    units = [
        f"{ROLES[one.role]}{text[one.start : one.end]}" + (f"/{text[slice(*one.word)]}" if one.word else "")
        for one in found.units
    ]
    return " ".join([*units, *(f"{text[a:b]}={iso}" for a, b, iso in found.deadlines)])


LABELLED = [
    ("责任单位：市教育局、市财政局", "责市教育局/责任单位 责市财政局/责任单位"),
    ("牵头单位：市教育局；责任单位：市财政局", "牵市教育局/牵头单位 责市财政局/责任单位"),
    ("牵头单位:市教育局,责任单位:市财政局", "牵市教育局/牵头单位 责市财政局/责任单位"),  # half-width
    ("主办：市教育局 协办：市财政局", "牵市教育局/主办 责市财政局/协办"),
    ("市责任单位：市教育局", "责市教育局/责任单位"),  # a level before the label
    ("责任单位（部门）：市教育局", "责市教育局/责任单位（部门）"),
    ("**责任单位：**市教育局", "责市教育局/责任单位"),  # bold
    (
        "责任单位：市教育局牵头，市财政局配合",
        "牵市教育局/牵头 责市财政局/配合",
    ),  # verbs say more than the label
    ("牵头单位：市教育局，市财政局负责", "牵市教育局/牵头单位 牵市财政局/牵头单位"),  # 负责 only repeats it
    ("责任单位：市教育局按职责分工负责", "责市教育局/责任单位"),
    ("牵头单位：市教育局，市财政局配合", "牵市教育局/牵头单位 责市财政局/配合"),
    ("责任领导：张林；责任单位：市教育局", "责市教育局/责任单位"),  # persons are no units
    ("责任单位：市教育局；完成时限：2025年6月底前", "责市教育局/责任单位 2025年6月底=2025-06"),
    (
        "责任单位：市教育局，2025年6月底前完成",
        "责市教育局/责任单位 2025年6月底=2025-06",
    ),  # a date without a label
    ("完成时限：2025年12月", "2025年12月=2025-12"),
    ("完成时限：2023年3月，2025年3月", "2023年3月=2023-03 2025年3月=2025-03"),
    ("责任单位：甲大厦", "责甲大厦/责任单位"),  # the label makes a unit of it
    ("责任单位：持续推进", None),  # not of what is none
    ("责任单位：各", None),
    ("责任单位：", None),
    (  # a rule in a bracket
        "责任单位：市教育局、市财政局（列第一位的为牵头单位，下同）",
        "责市教育局/责任单位 责市财政局/责任单位",
    ),
    (  # 推进 is part of the name
        "责任单位：市推进新型城镇化工作领导小组办公室、市财政局",
        "责市推进新型城镇化工作领导小组办公室/责任单位 责市财政局/责任单位",
    ),
    (
        "责任单位：市教育局、市财政局。第一位为牵头单位，下同",
        "责市教育局/责任单位 责市财政局/责任单位",
    ),  # a rule
    ("市教育局；责任单位：市财政局", "责市教育局 责市财政局/责任单位"),  # words before the first label
    ("配合：市财政局", "责市财政局/配合"),
]

UNLABELLED = [
    ("市教育局牵头，市财政局、市民政局配合", "牵市教育局/牵头 责市财政局/配合 责市民政局/配合"),
    ("由市教育局负责", "责市教育局/负责"),
    ("市教育局、市财政局按职责分工负责", "责市教育局/按职责分工负责 责市财政局/按职责分工负责"),
    (  # a verb for all before it
        "市教育局，市财政局，市民政局按职责分工负责",
        "责市教育局/按职责分工负责 责市财政局/按职责分工负责 责市民政局/按职责分工负责",
    ),
    ("市教育局牵头，市财政局，市民政局配合", "牵市教育局/牵头 责市财政局/配合 责市民政局/配合"),
    ("由市教育局牵头，会同市财政局和市民政局", "牵市教育局/牵头 责市财政局 责市民政局"),
    ("由市教育局会同市财政局负责", "责市教育局/负责 责市财政局/负责"),
    ("市教育局、市财政局", "责市教育局 责市财政局"),  # nothing but bodies
    ("市教育局、市财政局等有关部门按职责分工负责", "责市教育局/按职责分工负责 责市财政局/按职责分工负责"),
    (
        "牵头单位市教育局，配合单位市财政局",
        "牵市教育局/牵头单位 责市财政局/配合单位",
    ),  # labels without a colon
    ("牵头单位为市教育局", "牵市教育局/牵头单位"),
    ("市教育局指导，各街道办事处落实", "责市教育局/指导 责各街道办事处/落实"),
    ("市对口支援和协作办公室牵头", "牵市对口支援和协作办公室/牵头"),  # 支援 is part of the name
    (  # 支持 is part of the name
        "市支持民营经济发展中心牵头，市财政局配合",
        "牵市支持民营经济发展中心/牵头 责市财政局/配合",
    ),
    ("鼓楼区、秦淮区负责", "责鼓楼区/负责 责秦淮区/负责"),  # places, with a verb
    ("鼓楼区、秦淮区", "责鼓楼区 责秦淮区"),
    ("试行", None),
    ("以下简称示范区", None),
    ("市教育局、另行通知", None),  # a part that is no unit
    ("2025年6月", None),  # a date alone, without a label
    ("2022—2025年", None),
    ("", None),
    ("，。；", None),
]


@pytest.mark.parametrize(("text", "expected"), [*LABELLED, *UNLABELLED])
def test_read_statement(text: str, expected: str | None) -> None:
    around = f"（{text}）"
    assert said(around, read_statement(around, 1, 1 + len(text))) == expected


@pytest.mark.parametrize(
    ("text", "leads", "labelled"),
    [
        ("牵头单位：市教育局", True, True),
        ("市教育局牵头", True, False),
        ("责任单位：市教育局", False, True),
        ("责任单位：市教育局牵头", True, True),
        ("牵头单位市教育局", True, True),
    ],
)
def test_what_a_statement_says_of_itself(text: str, leads: bool, labelled: bool) -> None:
    found = read_statement(text, 0, len(text))
    assert found is not None
    assert (found.says_lead, found.labelled) == (leads, labelled)


def test_parts_that_are_no_units_are_kept_as_unread() -> None:
    text = "责任单位：市教育局、持续推进"
    found = read_statement(text, 0, len(text))
    assert found is not None
    assert [text[part.start : part.end] for part in found.unread] == ["持续"]


def test_labels_stand_at_the_head_of_a_clause() -> None:
    text = "牵头单位：市教育局；参与：略，整改完成时限：6月，不参与：略 责任单位:略★配合：略"
    found = [label_of(match) for match in labels_in(text, 0, len(text))]
    assert [word for word, _ in found] == ["牵头单位", "参与", "完成时限", "责任单位", "配合"]
    assert all(text[a:b] == word for word, (a, b) in found)


def test_a_long_label_stands_anywhere() -> None:
    text = "修桥责任单位：市教育局配合：略"
    assert [label_of(match)[0] for match in labels_in(text, 0, len(text))] == ["责任单位"]


def test_a_word_of_leading_outweighs_one_of_responsibility() -> None:
    kinds = label_kinds()
    assert (kinds["牵头责任单位"], kinds["责任单位"], kinds["完成时限"], kinds["责任人"]) == (
        "lead", "responsible", "deadline", "other",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "undated"),
    [("责任单位：市教育局；完成时限：持续推进", ["持续推进"]), ("责任单位：市教育局；完成时限：2025年", [])],
)
def test_times_that_are_no_dates_are_kept(text: str, undated: list[str]) -> None:
    found = read_statement(text, 0, len(text))
    assert found is not None
    assert [text[a:b] for a, b in found.undated] == undated
