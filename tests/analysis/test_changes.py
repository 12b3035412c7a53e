from __future__ import annotations

import pytest

from kg.analysis import Material, change_differences, compare
from kg.errors import QueryError
from kg.model import Policy
from tests.analysis.made import material, written

GARDEN = "在东湖北岸建设口袋花园十二座，沿步道补种水杉和紫薇，设置观鸟台与科普牌，由街道认养管护。"
POND = "整治村前屋后小水塘，清淤护坡，投放水草与螺类，建立塘长名册并每月巡查一次。"
ROAD = "修补旧街青石路面，更换破损井盖，沿街加装护栏和休憩座椅，夜间照明全覆盖。"
MARKET = "开办乡村花市三处，统一摊位和标识，引入电商直播，每逢节假日延长营业两小时。"
TOILET = "新建公厕三十座，改造旱厕，配齐第三卫生间，由专人每日保洁四次。"
BRIDGE = "加固石拱桥五座，限载标志上桥，汛期前完成桥墩检测并公布结果。"


def both() -> tuple[Material, str, str]:
    first = written(
        "某区城建方案（征求意见稿）",
        "320106",
        [
            ("建设花园", GARDEN, {"区园林局": "lead", "区财政局": "responsible"}),
            ("整治水塘", POND, {"区水务局": "lead"}),
            ("整修街道和花市", ROAD + MARKET, {"区住建局": "lead"}),
            ("新建公厕", TOILET, {"区城管局": "lead"}),
            ("配套保洁", "每日保洁四次，第三卫生间配齐，旱厕改造同步。" + TOILET[:10], {}),
            ("加固桥梁", BRIDGE, {"区交通局": "lead"}),
        ],
        policies=[Policy(title="水法", relation="basis"), Policy(title="桥梁规范", relation="cites")],
        signed="2022-01-01",
        draft=True,
    )
    second = written(
        "某区城建方案",
        "320106",
        [
            ("建设花园", GARDEN, {"区园林局": "lead", "区财政局": "responsible"}),
            (
                "整治水塘",
                POND.replace("每月", "每周").replace("螺类", "鱼苗"),
                {"区水务局": "responsible", "区农业局": "responsible"},
            ),
            ("整修街道", ROAD, {"区住建局": "lead"}),
            ("开办花市", MARKET, {"区商务局": "lead"}),
            ("种植行道树", "沿新路种植悬铃木八百株，建立一树一档。", {"区园林局": "lead"}),
        ],
        policies=[Policy(title="水法", relation="cites")],
        signed="2022-06-01",
    )
    made = material(first, second)
    return made, first[0].document.key, second[0].document.key


def test_tasks_are_kept_reworded_split_dropped_and_new() -> None:
    made, first, second = both()
    found = {
        change.change: (
            [made.tasks[key][1].title for key in change.first],
            [made.tasks[key][1].title for key in change.second],
        )
        for change in compare(made, first, second).tasks
    }
    assert found["kept"] == (["建设花园"], ["建设花园"])
    assert found["reworded"] == (["整治水塘"], ["整治水塘"])
    assert found["split"] == (["整修街道和花市"], ["整修街道", "开办花市"])
    assert found["new"] == ([], ["种植行道树"])
    assert found["dropped"][0] == ["加固桥梁"]


def test_backwards_a_split_is_a_merger_and_new_is_dropped() -> None:
    made, first, second = both()
    changes = compare(made, second, first).tasks
    [merged] = [one for one in changes if one.change == "merged"]
    assert len(merged.first) == 2 and len(merged.second) == 1
    assert [made.tasks[one.first[0]][1].title for one in changes if one.change == "dropped"] == ["种植行道树"]


def test_units_are_added_and_relieved_with_their_roles() -> None:
    made, first, second = both()
    comparison = compare(made, first, second)
    [pond] = [one for one in comparison.tasks if one.change == "reworded"]
    units = {made.entities.unit(one.unit).name: (one.before, one.after) for one in pond.units}
    assert set(units.values()) == {(None, "responsible"), ("lead", "responsible")}
    names = [made.entities.unit(key).name for key in comparison.units_added]
    assert "区商务局" in names
    assert comparison.drafts == (True, False)
    assert comparison.silent == (False, False)


def test_policies_change_their_relation() -> None:
    made, first, second = both()
    found = {one.title: (one.before, one.after) for one in compare(made, first, second).policies}
    assert found == {"水法": ("basis", "cites"), "桥梁规范": ("cites", None)}


def test_where_a_plan_names_no_units_nothing_is_said_of_them() -> None:
    first = written("甲方案", "320106", [("建设花园", GARDEN, {})])
    second = written("乙方案", "320106", [("建设花园", GARDEN, {"区园林局": "lead"})])
    made = material(first, second)
    comparison = compare(made, first[0].document.key, second[0].document.key)
    assert (comparison.silent, comparison.units_added) == ((True, False), ())
    assert comparison.tasks[0].units == ()
    assert comparison.tasks[0].units_stated == (False, True)


def test_steps_of_wording_lead_from_the_old_to_the_new() -> None:
    made, first, second = both()
    [pond] = [one for one in compare(made, first, second).tasks if one.change == "reworded"]
    edits = [
        (before, after) for piece, before, after in change_differences(made, pond) if piece.change != "equal"
    ]
    assert edits == [("螺类，", "鱼苗，"), ("月", "周")]


def test_a_plan_that_is_not_there_is_named_with_those_that_are() -> None:
    made, first, _ = both()
    with pytest.raises(QueryError, match="某区城建方案"):
        compare(made, first, "nothing")
    with pytest.raises(QueryError, match="one"):
        compare(made, first, first)


def test_a_plan_without_its_text_is_not_compared() -> None:
    made, first, second = both()
    with pytest.raises(QueryError, match="text"):
        compare(Material(made.plans, made.entities, {}), first, second)
