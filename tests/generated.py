"""Plans made up by rule, as many as wanted: the same for the same numbers, on any machine."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from importlib.resources import files
from random import Random
from typing import TypeVar, get_args

from kg.graph import Graph, build_graph
from kg.keys import assign_keys
from kg.model import (
    Citation,
    Document,
    Member,
    Phase,
    Plan,
    Policy,
    Post,
    Relation,
    Role,
    Section,
    Target,
    Unread,
)
from kg.resolve import resolve
from tests.factories import document, evidence, task

PLACES = (
    ("320106", "南京市鼓楼区"),
    ("350102", "福州市鼓楼区"),
    ("320612", "南通市通州区"),
    ("110112", "北京市通州区"),
    ("330106", "杭州市西湖区"),
    ("360103", "南昌市西湖区"),
)
SUBJECTS = ("花园", "河道", "养老", "助餐", "数字", "消防", "图书", "菜场")
GENRES = ("工作方案", "实施意见", "三年规划", "行动计划")
BUREAUS = (
    "园林局",
    "财政局",
    "教育局",
    "民政局",
    "水利局",
    "住建局",
    "科技局",
    "统计局",
    "司法局",
    "公安局",
    "人社局",
    "文旅局",
)
COLLECTIVES = ("各街道办事处", "各镇（街道）")
WORK = ("建设", "修缮", "培训", "宣传", "登记", "保护", "检查", "推广")
SURNAMES, GIVEN = "周吴郑王冯陈褚卫", ("林", "梅", "伟", "芳", "强", "静")
RELATIONS: tuple[Relation, ...] = get_args(Relation)
DEADLINES = (None, None, "2024", "2024-06", "2025-03-31", "2025-12")
_Item = TypeVar("_Item")


def generated_plans(count: int, *, tasks: int = 3, seed: int = 7, places: int = len(PLACES)) -> list[Plan]:
    """Plans with sections, tasks, units, collectives, groups, policies, targets, stages and unread places.

    Every ninth names no unit, every eleventh cites nothing, every thirteenth has no task; each has up to
    `tasks` tasks. They are of so many `places`, of the six that share names or more of the divisions.
    """
    where = _places(places)
    return [assign_keys(_Maker(number, tasks, seed, where).plan()) for number in range(count)]


def generated_graph(count: int, *, tasks: int = 3, seed: int = 7, places: int = len(PLACES)) -> Graph:
    """The graph of such plans."""
    plans = generated_plans(count, tasks=tasks, seed=seed, places=places)
    return build_graph(plans, resolve(plans))


def _places(count: int) -> tuple[tuple[str, str], ...]:
    """Code and name with the prefecture of so many county-level places."""
    if count <= len(PLACES):
        return PLACES[:count]
    table = (files("kg.names") / "divisions.csv").read_text("utf-8").splitlines()
    rows = [row for row in csv.DictReader(table) if not row["last_year"]]
    names = {row["code"]: row["name"] for row in rows}
    counties = (row for row in rows if row["level"] == "county")
    named = {row["code"]: names.get(row["parent"], "") + row["name"] for row in counties}
    return tuple(named.items())[:count]


class _Maker:
    """Makes one plan."""

    def __init__(self, number: int, tasks: int, seed: int, places: Sequence[tuple[str, str]]) -> None:
        self._number, self._tasks, self._places = number, tasks, places
        self._random = Random(f"{seed}/{number}")
        self._code, self._place = places[number % len(places)]
        self._subject = SUBJECTS[number // len(places) % len(SUBJECTS)]

    def plan(self) -> Plan:
        """The plan, its keys not yet set."""
        silent = self._number % 9 == 8
        year = 2021 + self._number % 4
        plan = Plan(document=self._document(year), sections=self._sections())
        for place in range(0 if self._number % 13 == 12 else self._random.randint(1, self._tasks)):
            self._task(plan, place, silent)
        if self._number % 11 != 10:
            self._policies(plan)
        if self._number % 3 == 0:
            self._group(plan)
        plan.phases = [
            Phase(name="启动", start=f"{year}-03", end=f"{year}-06", evidence=[evidence("name", "启动", 5)])
        ]
        plan.phases *= self._number % 2
        plan.unread = [Unread(kind="bracket", reason="no-unit", start=7, end=9, quote="（一")] * (
            self._number % 2
        )
        return plan

    def _document(self, year: int) -> Document:
        number = f"府发〔{year}〕{self._number + 1}号" if self._number % 5 else None
        return document(
            f"{self._place}{self._subject}{GENRES[self._number % len(GENRES)]}（第{self._number + 1}号）",
            number=number,
            genre=GENRES[self._number % len(GENRES)],
            issuer=f"{self._place}人民政府",
            jurisdiction=self._code,
            signed=f"{year}-0{1 + self._number % 9}-11",
            period=(str(year), str(year + 3) if self._number % 4 else None),
        )

    def _sections(self) -> list[Section]:
        return [
            Section(number="一", title="总体要求", level=1, start=0, end=900),
            Section(number="二", title="重点任务", level=1, start=1000, end=90_000),
            Section(number="二/（一）", title=f"{self._subject}建设", level=2, start=1010, end=90_000),
        ]

    def _task(self, plan: Plan, place: int, silent: bool) -> None:
        title = f"{self._pick(WORK)}{self._pick(SUBJECTS)}"
        start = 1020 + 100 * place
        units: dict[str, Role] = {} if silent else self._units()
        one = task(title, f"二/（一）/{place + 1}", start, units=units, section=f"{self._subject}建设")
        one.deadline = self._pick(DEADLINES)
        one.key = f"task-{place}"
        plan.tasks.append(one)
        if self._random.random() < 0.3:
            value = self._random.randint(1, 90)
            plan.targets.append(
                Target(
                    indicator=f"{self._pick(SUBJECTS)}数量",
                    comparator="=",
                    value=value,
                    unit=self._pick(("座", "家", None)),
                    by=self._pick((None, "2025")),
                    quote=f"数量{value}",
                    task=one.key,
                    evidence=[evidence("quote", f"数量{value}", start + 60)],
                )
            )

    def _units(self) -> dict[str, Role]:
        names = [f"区{bureau}" for bureau in self._random.sample(BUREAUS, self._random.randint(1, 3))]
        units: dict[str, Role] = dict.fromkeys(names, "responsible")
        for name in names[: self._random.randint(0, 2)]:
            units[name] = "lead"
        if self._random.random() < 0.2:
            units[self._pick(COLLECTIVES)] = "responsible"
        return units

    def _policies(self, plan: Plan) -> None:
        for place in range(self._random.randint(1, 2)):
            level = self._pick(("全国", "江苏省", "福建省"))
            title = f"{level}{self._pick(SUBJECTS)}条例"
            relation = self._pick(RELATIONS)
            start = 100 + 40 * place
            plan.policies.append(Policy(title=title, relation=relation))
            plan.citations.append(
                Citation(
                    policy="",
                    title=title,
                    relation=relation,
                    section="二/（一）",
                    task=plan.tasks[0].key if plan.tasks and self._random.random() < 0.5 else None,
                    evidence=[evidence("title", title, start)],
                )
            )
        if self._number >= len(self._places):
            self._cite_earlier(plan)

    def _cite_earlier(self, plan: Plan) -> None:
        """A plan of the same place made before, as basis: the chain of policies goes over it."""
        number = self._number - len(self._places)
        before = _Maker(number, 1, 0, self._places)._document(2021 + number % 4)
        plan.policies.append(Policy(title=before.title or "", number=before.number, relation="basis"))

    def _group(self, plan: Plan) -> None:
        for place in range(self._random.randint(1, 2)):
            name = f"{self._pick(SURNAMES)}{self._pick(GIVEN)}"
            posts = [
                Post(unit=f"区{self._pick(BUREAUS)}", title=self._pick(("局长", "副局长")))
                for _ in range(1 + (self._number % 6 == 0))
            ]
            plan.members.append(
                Member(
                    name=name,
                    role="组长" if not place else "成员",
                    group=f"区{self._subject}工作领导小组",
                    posts=posts,
                    evidence=[evidence("name", name, 500 + 10 * place)],
                )
            )

    def _pick(self, items: Sequence[_Item]) -> _Item:
        return self._random.choice(items)
