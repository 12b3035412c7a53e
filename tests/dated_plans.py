"""Two plans made by hand whose tasks fall due on every basis that there is."""

from __future__ import annotations

from kg.keys import assign_keys
from kg.model import PLAN_HORIZON, Phase, Plan, Section, Target
from tests.factories import document, evidence, task


def target(name: str, of: str | None, by: str, field: str) -> Target:
    """A figure of a task, its date borne out by evidence of a field."""
    return Target(
        indicator=name,
        comparator="=",
        value=3,
        unit="座",
        by=by,
        quote=f"{name}3座",
        task=of,
        evidence=[evidence("value", "3", 420), evidence(field, by, 430)],
    )


def dated_plan() -> Plan:
    """A plan with a dated heading, a stage as heading, dated figures, a stated deadline, and an end."""
    title, stage = "2024年重点任务", "起步阶段（2024年3月-6月）"
    tasks = [
        task("修剪行道树", "一/1", 110, units={"区园林局": "lead"}, section=title, key="a"),
        task("清点行道树", "二/1", 210, units={"区园林局": "lead"}, section=stage, key="b"),
        task("补种行道树", "三/1", 310, units={"区园林局": "lead"}, section="其他任务", key="c"),
        task("巡查行道树", "三/2", 370, units={"区园林局": "lead"}, section="其他任务", key="d"),
        task("养护行道树", "三/3", 430, units={"区园林局": "lead"}, section="其他任务", deadline="2025-01"),
    ]
    plan = Plan(
        document=document(
            "某市行道树工作方案",
            issuer="某市人民政府",
            signed="2024-02-01",
            period=("2024", "2025-12"),
            evidence=[evidence("period.end", "2025年12月", 5)],
        ),
        sections=[
            Section(
                number="一",
                title=title,
                level=1,
                start=100,
                end=200,
                evidence=[evidence("title", title, 100)],
            ),
            Section(
                number="二",
                title=stage,
                level=1,
                start=200,
                end=300,
                evidence=[evidence("title", stage, 200)],
            ),
            Section(
                number="三",
                title="其他任务",
                level=1,
                start=300,
                end=500,
                evidence=[evidence("title", "其他任务", 300)],
            ),
        ],
        tasks=tasks,
        targets=[
            target("新树", "c", "2025-03", "by"),
            target("老树", "c", "2024-11", "by"),
            target("果树", "d", "2025-12", PLAN_HORIZON),
        ],
        phases=[
            Phase(
                name="起步阶段",
                start="2024-03",
                end="2024-06",
                evidence=[evidence("name", "起步阶段", 200), evidence("end", "6月", 212)],
            )
        ],
    )
    return assign_keys(plan)


def open_plan() -> Plan:
    """A plan that says nothing of its period and has a timetable."""
    steps = [("动员", "2023-03"), ("实施", "2023-11"), ("总结", "2023-09")]
    return assign_keys(
        Plan(
            document=document("某县花园工作方案", issuer="某县人民政府", signed="2023-01-05"),
            tasks=[task("建花园", "一", 20, units={"县园林局": "lead"}, section=None)],
            phases=[
                Phase(name=name, end=end, evidence=[evidence("end", end, 90 + 10 * i)])
                for i, (name, end) in enumerate(steps)
            ],
        )
    )
