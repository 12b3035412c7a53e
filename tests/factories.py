"""Small plans made by hand: two of one district, one of another, with names and a policy in common."""

from __future__ import annotations

from typing import Any

from kg.graph import Graph, build_graph
from kg.keys import assign_keys
from kg.model import (
    Assignment,
    Citation,
    Document,
    Evidence,
    File,
    Member,
    Phase,
    Plan,
    Policy,
    Post,
    Role,
    Section,
    Target,
    Task,
    Unread,
)
from kg.resolve import resolve

NATIONAL = "全国花园城市建设纲要"
PROVINCIAL = "江苏省绿地条例"


def evidence(field: str, quote: str, start: int) -> Evidence:
    """A place of that length."""
    return Evidence(field=field, start=start, end=start + len(quote), quote=quote)


def document(title: str, *, name: str = "", **fields: Any) -> Document:
    """A plan's head, its file named after the title unless a name is given."""
    return Document(file=File(name=name or f"{title}.txt", size=1, sha256="0" * 64), title=title, **fields)


def task(title: str, number: str, start: int, *, units: dict[str, Role], **fields: Any) -> Task:
    """A task with an assignment for each unit, the evidence of all counted from its start."""
    words = {"lead": "牵头", "responsible": "责任单位"}
    assignments = [
        Assignment(
            unit=name, role=role, printed_role=words[role], evidence=[evidence("unit", name, start + 20)]
        )
        for name, role in units.items()
    ]
    return Task(
        section=fields.pop("section", "重点任务"),
        number=number,
        title=title,
        lead=[name for name, role in units.items() if role == "lead"],
        responsible=[name for name, role in units.items() if role == "responsible"],
        assignments=assignments,
        start=start,
        end=start + 50,
        evidence=[evidence("title", title, start)],
        **fields,
    )


def garden_plan() -> Plan:
    """A district of 南京, with a number, a group, targets and phases."""
    return Plan(
        document=document(
            "南京市鼓楼区花园建设工作方案",
            genre="工作方案",
            number="鼓花〔2024〕1号",
            issuer="南京市鼓楼区人民政府",
            jurisdiction="320106",
            signed="2024-03-01",
            period=("2024", "2026-06"),
            published="2024-03-05",
            addressees=["各街道办事处", "区各部门"],
            copied_to=["区委各部门"],
            access="此件公开发布",
            evidence=[evidence("number", "鼓花〔2024〕1号", 0)],
        ),
        sections=[
            Section(number="一", title="总体要求", level=1, start=10, end=99),
            Section(number="二", title="重点任务", level=1, start=100, end=400),
            Section(number="二/（一）", title="口袋花园", level=2, start=110, end=300),
        ],
        tasks=[
            task(
                "建设口袋花园",
                "二/（一）/1",
                120,
                units={"区园林局": "lead", "区财政局": "responsible", "各街道办事处": "responsible"},
                section="口袋花园",
                deadline="2025",
            ),
            task("培训园丁", "二/（一）/2", 200, units={"区人社局": "responsible"}, deadline="2024-12"),
            task(
                "宣传花事",
                "二/（二）",
                320,
                units={"区园林局": "lead", "区教育局": "responsible"},
                key="provisional",
            ),
        ],
        policies=[
            Policy(title=NATIONAL, number="国花〔2020〕5号", relation="basis"),
            Policy(title=PROVINCIAL, relation="implements"),
        ],
        citations=[
            Citation(
                policy="",
                title=NATIONAL,
                number="国花〔2020〕5号",
                relation="basis",
                section="一",
                evidence=[evidence("title", NATIONAL, 30)],
            ),
            Citation(
                policy="", title=PROVINCIAL, relation="implements", task="provisional", section="二/（一）"
            ),
        ],
        members=[
            Member(
                name="周林",
                role="组长",
                group="区花园建设领导小组",
                posts=[Post(unit="区委", title="副书记"), Post(unit="区政府", title="区长")],
                evidence=[evidence("name", "周林", 500)],
            ),
            Member(
                name="吴梅",
                role="成员",
                group="区花园建设领导小组",
                posts=[Post(unit="区园林局", title="局长", evidence=[evidence("title", "局长", 520)])],
            ),
            Member(name="吴梅", role="办公室主任", group="区花园建设领导小组"),
        ],
        targets=[
            Target(
                indicator="口袋花园",
                comparator=">=",
                value=12,
                unit="座",
                by="2025",
                quote="口袋花园不少于12座",
                section="二/（一）",
                evidence=[evidence("quote", "口袋花园不少于12座", 140)],
            ),
            Target(
                indicator="绿地率",
                comparator="range",
                value=35.5,
                value_max=40,
                unit="%",
                per="年",
                quote="绿地率35.5-40%",
                task="provisional",
            ),
        ],
        phases=[Phase(name="启动", start="2024-03", end="2024-06")],
        unread=[Unread(kind="figure", reason="no-unit", start=90, end=92, quote="一批")],
    )


def tree_plan() -> Plan:
    """The same district, no number; cites the first plan, and the national policy without its number."""
    return Plan(
        document=document(
            "鼓楼区行道树三年规划",
            genre="规划",
            issuer="南京市鼓楼区人民政府",
            jurisdiction="320106",
            signed="2023-05",
        ),
        tasks=[task("补种行道树", "一", 50, units={"区园林局": "responsible"}, deadline="2024-06-30")],
        policies=[
            Policy(title=f"《{NATIONAL}》", relation="cites", evidence=[evidence("title", NATIONAL, 5)]),
            Policy(title="南京市鼓楼区花园建设工作方案", number="鼓花〔2024〕1号", relation="implements"),
            Policy(title="行道树名录", relation="creates"),
            Policy(title="行道树养护办法", relation="amends"),
        ],
        members=[Member(name="周林", role="召集人", posts=[Post(unit="区委", title="副书记")])],
    )


def other_district_plan() -> Plan:
    """A district of 福州 whose units have the names of the other's."""
    return Plan(
        document=document(
            "福州市鼓楼区花园实施意见",
            genre="实施意见",
            number="鼓绿〔2024〕9号",
            issuer="福州市鼓楼区人民政府",
            jurisdiction="350102",
            signed="2024-04-02",
        ),
        tasks=[task("开放校园花园", "一/1", 40, units={"区教育局": "lead", "区财政局": "responsible"})],
        policies=[Policy(title=NATIONAL, number="国花〔2020〕5号", relation="basis")],
    )


def plans() -> list[Plan]:
    """All three, keys set."""
    return [assign_keys(plan) for plan in (garden_plan(), tree_plan(), other_district_plan())]


def graph(of: list[Plan] | None = None) -> Graph:
    """The graph of plans, by default of all three."""
    chosen = plans() if of is None else of
    return build_graph(chosen, resolve(chosen))
