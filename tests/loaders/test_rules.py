"""Rules that a plan states on how its lists are read."""

from __future__ import annotations

import pytest
from kg.loaders.listrules import states_rule
from kg.loaders.rules import rules_in

from tests.loaders.reading import body, quotes, units


@pytest.mark.parametrize(
    ("clause", "rule"),
    [
        ("下同", True),
        ("列第一位者为牵头单位", True),
        ("第一个逗号前的为牵头单位", True),
        ("不再逐一列出", True),
        ("以下均需各区政府落实", True),
        ("均由市教育局负责", True),
        ("市教育局牵头", False),
        ("市教育局", False),
        ("牵头单位：市教育局", False),
    ],
)
def test_states_rule(clause: str, rule: bool) -> None:
    assert states_rule(clause) is rule


FIRST = [
    "列第一位者为牵头单位，下同",
    "排名第一位的为牵头单位",
    "排在首位的单位为牵头单位，下同",
    "第一个单位为牵头单位，下同",
    "列在最前面的即为总牵头单位",
]


@pytest.mark.parametrize("rule", FIRST)
def test_the_first_of_a_list_leads(rule: str) -> None:
    found = rules_in(f"修桥。（市教育局、市法院负责。{rule}）")
    assert len(found.first_leads) == 1
    assert found.first_leads_at(0) is not None  # it may stand inside the first list that it governs


@pytest.mark.parametrize("text", ["第一位到场", "牵头单位列后", "确保第一，市教育局牵头", ""])
def test_other_sentences_state_no_rule(text: str) -> None:
    found = rules_in(text)
    assert (found.first_leads, found.comma_leads, found.always) == ([], [], [])


def test_a_rule_holds_from_its_place_on() -> None:
    text = "甲" * 500 + "列第一位者为牵头单位，下同"
    found = rules_in(text)
    assert found.first_leads_at(0) is None
    assert found.first_leads_at(600) == found.first_leads[0]
    assert found.comma_leads_at(600) is None


def test_a_first_unit_leads_by_rule() -> None:
    tasks = body(
        "一、任务\n1.修桥。（责任单位：市教育局、市法院。列第一位者为牵头单位，下同）\n"
        "2.铺路。（责任单位：市民政局、市司法局）\n"
        "3.清淤。（责任单位：市水利局）\n"  # a list of one has no lead
        "4.栽树。（市园林局配合，市林业局牵头）"  # the bracket's own word outweighs the rule
    ).tasks
    assert [units(task) for task in tasks] == [
        "市教育局|市法院",
        "市民政局|市司法局",
        "|市水利局",
        "市林业局|市园林局",
    ]
    lead = tasks[1].assignments[0]
    assert quotes(lead.evidence, "rule")[0].startswith("列第一位")
    assert (lead.stated, lead.printed_role) == (True, "责任单位")
    assert quotes(tasks[1].assignments[1].evidence, "rule") == []


def test_the_units_before_the_first_comma_lead_by_rule() -> None:
    tasks = body(
        "一、任务\n1.修桥。（市教育局、市法院，市财政局负责；第一个逗号前的为牵头单位，下同）\n"
        "2.铺路。（市民政局，市司法局、市水利局按职责分工负责）\n"
        "3.清淤。（市水利局、市园林局按职责分工负责）"  # without a comma nobody leads
    ).tasks
    assert [units(task) for task in tasks] == [
        "市教育局、市法院|市财政局",
        "市民政局|市司法局、市水利局",
        "|市水利局、市园林局",
    ]


def test_units_named_once_hold_for_all_that_follows() -> None:
    tasks = body(
        "一、任务\n1.修桥。（市教育局牵头。以下均需各区政府落实，不再列出）\n2.铺路。（市法院牵头）\n3.清淤。（各区政府负责）"
    ).tasks
    assert [units(task) for task in tasks] == [
        "市教育局|",
        "市法院|各区政府",
        "|各区政府",
    ]  # 以下: not for its own
    added = tasks[1].assignments[1]
    assert (added.stated, added.printed_role) == (False, None)
    assert quotes(added.evidence, "rule")[0].startswith("均需各区政府")
