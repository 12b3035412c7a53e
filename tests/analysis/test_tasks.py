from __future__ import annotations

from kg.analysis import Material, task_differences, task_overlap
from kg.analysis.tables import boilerplate_table, counterparts
from kg.model import Policy
from tests.analysis.made import Units, goal, material, written

GARDEN = (
    "在东湖北岸建设口袋花园十二座，沿步道补种水杉和紫薇，设置观鸟台与科普牌，由街道认养管护，按季公布花讯。"
)
POND = "整治村前屋后小水塘，清淤护坡，投放水草与螺类，建立塘长名册并每月巡查一次。"
SAME = (
    "在东湖南岸建设口袋花园十二座，沿步道补种水杉和紫薇，设置观鸟台与科普牌，由社区认养管护，按月公布花讯。"
)
LIKE = "口袋花园要沿东湖步道布点，花园由街道认养，补种水杉紫薇等树木，观鸟科普一并安排。"
BOILER = "加强组织领导，压实工作责任，形成工作合力，确保各项任务落到实处见到成效。"
LAW = Policy(title="城市绿化条例", relation="implements")


def made() -> Material:
    return material(
        written(
            "甲区方案",
            "320106",
            [
                ("建设口袋花园", GARDEN, {"区园林局": "lead", "区财政局": "responsible"}),
                ("整治小水塘", POND, {"区水务局": "lead"}),
                ("落实责任", BOILER, {"区水务局": "lead"}),
            ],
            policies=[LAW],
            cited={1: "城市绿化条例"},
        ),
        written(
            "甲区计划",
            "320106",
            [
                ("建设口袋花园", SAME, {"区园林局": "responsible", "区财政局": "responsible"}),
                ("修建公厕", "新建公厕三十座，改造旧厕，配齐第三卫生间。", {"区城管局": "lead"}),
            ],
        ),
        written(
            "乙区方案",
            "350102",
            [
                ("布点口袋花园", LIKE, {"区园林局": "lead"}),
                ("落实责任", BOILER, {}),
            ],
            policies=[LAW],
            cited={1: "城市绿化条例"},
        ),
        written("丙区方案", "410204", [("落实责任", BOILER, {}), ("修路", "修路架桥。", {})]),
    )


def titles(material: Material, keys: tuple[str, str]) -> tuple[str, str]:
    first, second = (material.tasks[key][1].title for key in keys)
    return first, second


def test_kinds_are_told_apart_and_scored_apart() -> None:
    material = made()
    found = {
        (titles(material, (pair.first, pair.second)), kind): pair
        for pair in task_overlap(material).pairs
        for kind in pair.kinds
        if kind != "theme"
    }
    assert set(found) == {
        (("建设口袋花园", "建设口袋花园"), "wording"),
        (("建设口袋花园", "建设口袋花园"), "units"),
        (("建设口袋花园", "布点口袋花园"), "matter"),
        (("建设口袋花园", "布点口袋花园"), "policy"),
    }
    copied = found[("建设口袋花园", "建设口袋花园"), "wording"]
    assert copied.wording is not None and copied.wording > 0.9
    assert copied.copy is not None and copied.copy.passages
    assert copied.policy is None  # one of both cites none: that is no 0
    other = found[("建设口袋花园", "布点口袋花园"), "policy"]
    assert (other.policy, other.units) == (1.0, None)  # bodies of two districts are not compared


def test_boilerplate_is_set_aside_and_counted() -> None:
    material = made()
    overlap = task_overlap(material)
    assert overlap.limit == 3
    counted = {material.tasks[one.task][1].title: one for one in overlap.boilerplate}
    assert counted["落实责任"].common >= 30
    assert counted["整治小水塘"].common == 0
    assert len(boilerplate_table(material, overlap)) == len(material.tasks)


def test_only_the_kinds_asked_for_are_given() -> None:
    material = made()
    kinds = {kind for pair in task_overlap(material, ["wording"]).pairs for kind in pair.kinds}
    assert kinds == {"wording"}


def test_the_order_of_the_plans_makes_no_difference() -> None:
    material = made()
    turned = Material(material.plans[::-1], material.entities, material.texts)
    assert task_overlap(turned) == task_overlap(material)


def test_differences_are_given_as_printed() -> None:
    material = made()
    [pair] = [one for one in task_overlap(material).pairs if "wording" in one.kinds]
    steps = [
        (before, after)
        for piece, before, after in task_differences(material, pair.first, pair.second)
        if piece.change != "equal"
    ]
    assert steps == [("北", "南"), ("街道", "社区"), ("季", "月")]


def test_text_that_a_superior_plan_holds_is_quoted_and_not_copied() -> None:
    own = "另在本地增设乡村花市三处。"
    made = material(
        written("江苏省方案", "320000", [("建设花园", GARDEN, {})]),
        written("甲区方案", "320106", [("建花园", GARDEN + own, {})]),
        written("甲区计划", "320106", [("建好花园", GARDEN + "开办花卉夜校。", {})]),
    )
    found = {
        frozenset((pair.first_plan, pair.second_plan)): pair for pair in task_overlap(made, ["wording"]).pairs
    }
    province = next(plan.document.key for plan in made.plans if plan.document.jurisdiction == "320000")
    assert len(found) == 2
    assert all(province in pair for pair in found)
    quoted = {one.plan: one.quoted for one in task_overlap(made).boilerplate}
    assert quoted[province] == 0
    assert min(count for plan, count in quoted.items() if plan != province) > 40


def test_a_title_in_brackets_is_quoted() -> None:
    body = "贯彻《国家城市绿化和园林树木养护管理条例实施细则》，{}。"
    made = material(
        written("甲区方案", "320106", [("养护", body.format("修剪枯枝"), {})]),
        written("乙区方案", "350102", [("管护", body.format("浇水施肥"), {})]),
    )
    assert task_overlap(made, ["wording"]).pairs == ()


def test_tasks_with_targets_for_one_indicator_are_counterparts() -> None:
    chosen = []
    for title, code, value in (
        ("甲区方案", "320106", 3),
        ("乙区方案", "350102", 4),
        ("丙区方案", "410204", 0),
    ):
        targets = [goal(f"花市{value}处", "花市", value, "处", task="1")] if value else []
        body = {3: "东街开办。", 4: "西街设点。", 0: "南街种树。"}[value]
        chosen.append(written(title, code, [("办花市" if value else "种树", body, {})], targets=targets))
    made = material(*chosen)
    [pair] = task_overlap(made, ["target"]).pairs
    assert (pair.target, pair.shared["target"]) == (1.0, ("花市",))


def test_the_table_has_a_row_for_each_kind() -> None:
    material = made()
    overlap = task_overlap(material)
    rows = list(counterparts(material, overlap))
    assert len(rows) == sum(len(pair.kinds) for pair in overlap.pairs)
    [policy] = [row for row in rows if row["kind"] == "policy"]
    assert policy["shared"] == "城市绿化条例"
    [wording] = [row for row in rows if row["kind"] == "wording"]
    assert "口袋花园" in str(wording["passage"])


def test_a_unit_that_most_tasks_of_its_district_name_tells_nothing() -> None:
    everywhere: Units = {"区市场监管局": "responsible"}
    first = [(f"任务{place}", f"{place}号院落翻新。", everywhere) for place in "甲乙丙"]
    second = [(f"事项{place}", f"{place}处沟渠清理。", everywhere) for place in "丁戊己"]
    made = material(written("甲区方案", "320106", first), written("甲区计划", "320106", second))
    assert task_overlap(made, ["units"]).pairs == ()
