"""The policies of a plan, once each, with all their mentions."""

from __future__ import annotations

import pytest

from kg.model import Plan
from tests.loaders.reading import plan, quotes

TITLE = "福州市花园建设工作方案"


def read(text: str) -> Plan:
    """A plan whose notice and opening stand before the text."""
    return plan(f"关于印发《{TITLE}》的通知\n{TITLE}\n{text}")


def policies(found: Plan) -> list[str]:
    """Title, number and relation of each policy."""
    return [" ".join(filter(None, [one.title, one.number, one.relation])) for one in found.policies]


PLANS = [
    (  # once per plan, the first relation in the order basis, implements, amends, creates, cites
        "根据《绿地条例》，制定本方案。\n一、任务\n1.修订《绿地条例》，制定《花园办法》。\n2.落实《花园办法》。",
        ["绿地条例 basis", "花园办法 implements"],
    ),
    (  # the number of any mention
        "一、任务\n1.落实《绿地条例》。\n2.按照《绿地条例》（苏政发[2022]5号）修桥。",
        ["绿地条例 苏政发〔2022〕5号 implements"],
    ),
    (  # one number is one document
        "一、任务\n1.落实《关于绿地建设的若干意见》（苏政发〔2022〕5号）。\n2.落实《绿地建设意见》（苏政发〔2022〕5号）。",
        ["关于绿地建设的若干意见 苏政发〔2022〕5号 implements"],
    ),
    (  # a name that the plan sets up
        "一、任务\n1.落实《绿地建设条例》（以下简称《条例》）。\n2.修订《条例》。",
        ["绿地建设条例 implements"],
    ),
    ("一、任务\n1.落实《绿地条例》。\n2.修订《条例》。", ["绿地条例 implements"]),  # a short name, by its end
    ("一、任务\n1.修订《条例》。", []),  # of nothing known
    ("一、任务\n1.落实本《方案》。", []),  # the plan itself
    (f"一、任务\n1.落实《{TITLE}》（以下简称《方案》）。\n2.修订《方案》。", []),
    (
        "一、总体要求\n（一）指导思想。贯彻落实《绿地条例》。\n（二）基本原则。落实《花园办法》。",
        ["绿地条例 basis", "花园办法 implements"],
    ),
    (
        "第一章 总则\n第一条 根据《绿地条例》，制定本办法。\n第二条 根据《花园办法》修桥。",
        ["绿地条例 basis", "花园办法 cites"],
    ),
    (
        "一、发展基础\n制定《绿地条例》。\n二、任务\n落实《花园办法》。",
        ["绿地条例 cites", "花园办法 implements"],
    ),
    ("一、任务\n甲\t落实《绿地条例》\n乙\t修桥", ["绿地条例 implements"]),  # in a table
    ("一、任务\n修桥。\n~相关链接：《绿地条例》", []),  # not what a site put there
]


@pytest.mark.parametrize(("text", "expected"), PLANS)
def test_policies(text: str, expected: list[str]) -> None:
    assert policies(read(text)) == expected


def test_citations_say_where_they_stand() -> None:
    found = read("根据《绿地条例》，制定本方案。\n一、任务\n（一）绿道\n1.修订《绿地条例》。（市园林局牵头）")
    assert [(one.relation, one.section, bool(one.task)) for one in found.citations] == [
        ("basis", None, False),
        ("amends", "一/（一）/1", True),
    ]
    assert {one.policy for one in found.citations} == {found.policies[0].key}


def test_a_policy_has_the_places_of_its_facts() -> None:
    (policy,) = read("一、任务\n1.学习《绿地条例》。\n2.落实《绿地条例》（苏政发〔2022〕5号）。").policies
    assert [(one.field, one.quote) for one in policy.evidence] == [
        ("title", "绿地条例"), ("relation", "落实"), ("number", "苏政发〔2022〕5号"),
    ]  # fmt: skip


def test_what_is_left_unread() -> None:
    found = read("一、任务\n1.发布《绿地》白皮书，修订《条例》。")
    assert [(one.kind, one.reason, one.quote) for one in found.unread if one.kind == "title"] == [
        ("title", "not-a-policy", "《绿地》"),
        ("title", "short-name", "《条例》"),
    ]


def test_the_letter_above_the_title_cites_nothing() -> None:
    found = plan(f"转载自《绿地条例》网页。\n{TITLE}\n一、任务\n落实《花园办法》。")
    assert policies(found) == ["花园办法 implements"]
    assert quotes(found.policies[0].evidence, "title") == ["花园办法"]
