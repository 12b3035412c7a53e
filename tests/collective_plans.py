"""Two plans of one district that give tasks to collective names and name some of their members."""

from __future__ import annotations

from kg.keys import assign_keys
from kg.model import Member, Plan, Post
from tests.factories import document, evidence, task

STREETS = "320106|各街道办事处"
GROUP = "320106|区绿化领导小组成员单位"
HUAQIAO, NINGHAI = "320106|华侨路街道办事处", "320106|宁海路街道办事处"


def street_plan() -> Plan:
    """Names a street of its own beside all streets; its group has two units."""
    return assign_keys(
        Plan(
            document=document(
                "南京市鼓楼区绿化方案",
                number="鼓绿〔2024〕1号",
                issuer="南京市鼓楼区人民政府",
                jurisdiction="320106",
            ),
            tasks=[
                task(
                    "清扫街巷",
                    "一",
                    50,
                    units={"各街道办事处": "lead", "区绿化领导小组成员单位": "responsible"},
                ),
                task("种树", "二", 150, units={"华侨路街道办事处": "lead", "各街道办事处": "responsible"}),
                task("浇水", "三", 250, units={"区绿化领导小组成员单位": "responsible", "区财政局": "lead"}),
            ],
            members=[
                _seat("周林", "区财政局", 400),
                _seat("吴梅", "区教育局", 450),
            ],
        )
    )


def later_plan() -> Plan:
    """Names a second street, and nothing but all streets for its other task."""
    return assign_keys(
        Plan(
            document=document(
                "南京市鼓楼区绿化补充方案",
                number="鼓绿〔2025〕1号",
                issuer="南京市鼓楼区人民政府",
                jurisdiction="320106",
            ),
            tasks=[
                task("修剪", "一", 50, units={"宁海路街道办事处": "responsible"}),
                task("补种", "二", 150, units={"各街道办事处": "responsible"}),
            ],
        )
    )


def collective_plans() -> list[Plan]:
    """Both."""
    return [street_plan(), later_plan()]


def _seat(name: str, unit: str, start: int) -> Member:
    post = Post(unit=unit, title="局长", evidence=[evidence("unit", unit, start + 10)])
    return Member(
        name=name,
        role="成员",
        group="区绿化领导小组",
        posts=[post],
        evidence=[evidence("name", name, start)],
    )
