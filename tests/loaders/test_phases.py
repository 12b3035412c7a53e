"""The dated stages of a timetable."""

from __future__ import annotations

import pytest

from tests.loaders.reading import body, quotes

STAGES = [
    # below a heading of stages; name, start and end
    ("（一）动员部署阶段（2024年3月—2024年5月）。制定方案。", ["动员部署阶段 2024-03 2024-05"]),
    ("（一）动员部署阶段（2024年3月至5月）\n制定方案。", ["动员部署阶段 2024-03 2024-05"]),
    ("（一）动员部署（2024年3月底前）\n（二）全面实施（2024年4月起）\n（三）总结（2024年12月）",
     ["动员部署 None 2024-03", "全面实施 2024-04 None", "总结 2024-12 2024-12"]),
    ("（一）动员部署（3月—5月）\n（二）实施（2024年6月—8月）\n（三）总结（9月—12月）",
     ["实施 2024-06 2024-08", "总结 2024-09 2024-12"]),  # the year holds on
    ("1.2024年3月底前，制定方案，成立专班。", ["制定方案 None 2024-03"]),  # a dated item is named by its first clause
    ("1.2024年3月—5月：制定方案。", ["制定方案 2024-03 2024-05"]),
    ("动员部署阶段（2024年3月—5月）：制定方案。\n全面实施阶段（2024年6月—8月）。修桥。",
     ["动员部署阶段 2024-03 2024-05", "全面实施阶段 2024-06 2024-08"]),  # paragraphs
    (  # behind a colon
        "（一）动员部署阶段：2024年3月—5月，制定方案。\n（二）全面实施阶段：2024年6月—8月，修桥。",
        ["动员部署阶段 2024-03 2024-05", "全面实施阶段 2024-06 2024-08"],
    ),
    (  # in paragraphs
        "第一阶段：2024年3月—5月，制定方案。\n第二阶段：2024年6月—8月，修桥。",
        ["第一阶段 2024-03 2024-05", "第二阶段 2024-06 2024-08"],
    ),
    ("2024年3月，制定方案。\n2024年5月，修桥。", ["制定方案 2024-03 2024-03", "修桥 2024-05 2024-05"]),
    ("（一）试点。2024年上半年，选择试点。", ["试点 2024-01 2024-06"]),
    ("（一）试点。2024年第一季度，选择试点。", ["试点 2024-01 2024-03"]),
    ("（一）试点。选择试点。2024年5月，开展试点。", ["试点 2024-05 2024-05"]),  # a later sentence
    ("（一）试点。选择试点。时间节点：2025年3月", ["试点 None 2025-03"]),  # its statement
    (  # its statement in a bracket
        "（一）试点。选择试点。（责任单位：市园林局；时间节点：2025年3月）",
        ["试点 None 2025-03"],
    ),
    ("（一）试点\n另行安排。", []),
    ("阶段\t时间\t工作\n动员部署\t2024年3月—5月\t制定方案\n实施\t2024年6月底前\t修桥\n总结\t\t总结",
     ["动员部署 2024-03 2024-05", "实施 None 2024-06"]),  # a table
    ("步骤\t内容\n动员\t2024年3月", []),  # no column of times
    ("阶段\t时间", []),
    ("2024年3月1日", []),  # a date alone signs
    ("统筹推进，分步实施。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STAGES)
def test_phases(text: str, expected: list[str]) -> None:
    found = body(f"一、实施步骤\n{text}\n二、保障措施\n加强领导。").phases
    assert [f"{one.name} {one.start} {one.end}" for one in found] == expected


def test_only_sections_of_stages_have_phases() -> None:
    assert body("一、重点任务\n（一）修桥（2024年3月—5月）").phases == []


def test_a_phase_has_the_places_of_its_dates() -> None:
    (phase,) = body("一、实施步骤\n（一）动员部署（2024年3月底前）\n制定方案。").phases
    assert [(one.field, one.quote) for one in phase.evidence] == [
        ("name", "动员部署"),
        ("end", "2024年3月底前"),
    ]


def test_a_year_that_holds_on_is_borne_out() -> None:
    found = body("一、实施步骤\n（一）动员（2024年3月—5月）\n（二）实施（6月—8月）").phases
    assert any("2024" in quote for quote in quotes(found[1].evidence, "start"))
