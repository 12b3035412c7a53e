"""Targets in running text: indicator, comparator, figure, date and rate."""

from __future__ import annotations

import pytest
from kg.loaders.clauses import clause_end, clause_start

from kg.model import Target
from tests.loaders.reading import body, plan, quotes


def shown(target: Target) -> str:
    """Indicator, sign, figure, unit, date and rate."""
    parts = [
        target.indicator,
        target.comparator,
        f"{target.value:g}" + (f"-{target.value_max:g}" if target.value_max is not None else ""),
        target.unit,
        target.by,
        target.per,
    ]
    return " ".join(part for part in parts if part)


GOALS = [
    ("到2025年，建成绿道20公里。", ["建成绿道 = 20 公里 2025"]),
    (
        "到2025年，绿道总长达到20公里，桥梁超过5座。",
        ["绿道总长 = 20 公里 2025", "桥梁 > 5 座 2025"],
    ),  # the date holds on
    ("到2025年，绿道达20公里；到2027年，绿道达30公里。", ["绿道 = 20 公里 2025", "绿道 = 30 公里 2027"]),
    ("绿道达20公里，到2025年，桥梁达5座。", ["绿道 = 20 公里 2025", "桥梁 = 5 座 2025"]),
    ("到2025年底、2027年底，绿化率分别达到40%、45%。", ["绿化率 = 40 % 2025-12", "绿化率 = 45 % 2027-12"]),
    (
        "到2025年，绿道、步道分别达到20公里、30公里。",
        ["绿道、步道 = 20 公里 2025", "绿道、步道 = 30 公里 2025"],
    ),
    ("示范期间，绿道达20公里。", ["绿道 = 20 公里"]),
    (  # the date is at an end; the plan's holds
        "到2025年，绿道达20公里，示范期间桥梁达5座；到2027年，花园达3个。",
        ["绿道 = 20 公里 2025", "桥梁 = 5 座 2027", "花园 = 3 个 2027"],
    ),
    # a rate
    ("年均栽树20万株。", ["栽树 = 20 万株 年"]),
    ("每年栽树20万株。", ["栽树 = 20 万株 年"]),
    ("年接待游客20万人次。", ["年接待游客 = 20 万人次 年"]),
    ("栽树20株/年。", ["栽树 = 20 株 年"]),
    ("到2025年，青年公寓达5处。", ["青年公寓 = 5 处 2025"]),  # no rate
    # the indicator behind the figure
    ("新增20家花园企业。", ["花园企业 = 20 家"]),
    ("配备3名以上专职人员。", ["专职人员 >= 3 名"]),
    ("召开2次现场会，1次总结会。", ["现场会 = 2 次", "总结会 = 1 次"]),
    (  # the indicator before is taken
        "召开2次现场会、1次总结会。",
        ["现场会 = 2 次", "总结会 = 1 次"],
    ),
    (  # and with 和
        "配备3名专职人员和2名兼职人员。",
        ["专职人员 = 3 名", "兼职人员 = 2 名"],
    ),
    ("建成20公里的滨河绿道。", ["滨河绿道 = 20 公里"]),
    ("举办园艺培训，培训不少于3期。", ["园艺培训 >= 3 期"]),  # in the clause before
    # the comparator further before
    ("费用不超过官方定额的50%。", ["费用 <= 50 %"]),
    ("禁止使用厚度低于2毫米的地膜。", ["地膜 >= 2 毫米"]),  # the contrary is promised
    ("企业开办时间压缩至1天以内。", ["企业开办时间 <= 1 天"]),
    # what is no goal
    ("目前已有绿道20公里。", []),
    ("截至目前建成桥梁5座。", []),
    (  # the past is said in the clause before
        "截至目前，全区建成桥梁5座。",
        [],
    ),
    ("对新建花园给予5万元补助。", []),
    ("单个项目补助最高5万元。", ["单个项目补助 <= 5 万元"]),  # a cap is
    ("年产值5亿元以上的企业，优先入园。", []),  # a condition
    ("打造15分钟便利圈。", []),  # a name
    ("构建“1+3”体系，第3期工程。", []),
    ("落实《花园城市20条措施》。", []),  # a title
    ("领导小组由3名副组长组成。", []),  # a body's make-up
    ("2025年3月5日启动。", []),
    (
        "有效发明专利20件以上的企业数量超过50家。",
        ["有效发明专利20件以上的企业数量 > 50 家"],
    ),  # says of what the next counts
    ("20公里。", []),  # of nothing
    ("培育花园企业20家、花园社区30个。", ["花园企业 = 20 家", "花园社区 = 30 个"]),
]


@pytest.mark.parametrize(("sentence", "expected"), GOALS)
def test_targets(sentence: str, expected: list[str]) -> None:
    found = body(f"一、工作目标\n（一）花园。{sentence}").targets
    assert [shown(target) for target in found] == expected


def test_a_target_without_a_date_is_due_with_the_plan() -> None:
    found = plan("某市花园建设规划（2023—2025年）\n一、目标\n（一）绿道。绿道达20公里。")
    (target,) = found.targets
    assert (target.by, quotes(target.evidence, "by")) == ("2025", [])


def test_a_target_has_its_words() -> None:
    (target,) = body("一、目标\n（一）绿道。到2025年，绿道总长达到20公里以上。").targets
    assert (target.quote, target.section) == ("绿道总长达到20公里以上", "一/（一）")
    assert [(one.field, one.quote) for one in target.evidence] == [
        ("by", "2025年"), ("indicator", "绿道总长"), ("value", "20公里"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("heading", "goals"),
    [("发展基础", 0), ("面临形势", 0), ("主要目标", 1), ("重点任务", 1), ("夯实花园建设基础", 1)],
)
def test_sections_that_report_the_past_hold_no_goals(heading: str, goals: int) -> None:
    found = body(f"一、{heading}\n（一）绿道。绿道达20公里。").targets
    assert len(found) == goals


@pytest.mark.parametrize(
    ("text", "at", "clause"),
    [
        ("甲，乙丙；丁", 3, "乙丙"),
        ("甲乙", 1, "甲乙"),
        ("价值1,200元,乙", 5, "价值1,200元"),  # a comma within a number
        ("甲\n乙\t丙", 2, "乙"),
    ],
)
def test_clauses(text: str, at: int, clause: str) -> None:
    assert text[clause_start(text, at, 0) : clause_end(text, at, len(text))] == clause
