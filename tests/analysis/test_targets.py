from __future__ import annotations

from kg.analysis import Material, inconsistencies, target_changes, target_groups
from kg.analysis.tables import side_by_side, target_table
from tests.analysis.made import goal, material, written


def two(**later: str) -> Material:
    first = written(
        "某区花园规划",
        "320106",
        [],
        targets=[
            goal("公园达12座", "公园", 12, "座", by="2025"),
            goal("投入0.5亿元", "投入", 0.5, "亿元", by="2025"),
            goal("新增花店8家", "新增花店", 8, "家", by="2025"),
            goal("绿地率35%", "绿地率", 35, "%", by="2025"),
            goal("苗圃3个", "苗圃", 3, "个", by="2023"),
        ],
        signed="2021-01-01",
        period=("2021", "2025"),
    )
    second = written(
        "某区花园方案",
        "320106",
        [],
        targets=[
            goal("公园超过15座", "公园", 15, "座", comparator=">", by="2025-06"),
            goal("投入3000万元", "投入", 3000, "万元", by="2025"),
            goal("新增花店6家", "新增花店", 6, "家", by="2025"),
            goal("绿地率35%", "绿地率", 35, "%", by="2025"),
            goal("苗圃5个", "苗圃", 5, "个", by="2025"),
            goal("树种20种", "树种", 20, "种", by="2025"),
        ],
        signed="2022-03-01",
        period=("2022", later.get("end", "2025")),
    )
    return material(first, second)


def keys(made: Material) -> tuple[str, str]:
    first, second = sorted(made.plans, key=lambda one: one.document.signed or "")
    return first.document.key, second.document.key


def test_values_stand_in_one_unit_with_the_sentence_of_each() -> None:
    made = two()
    groups = {group.name: group for group in target_groups(made)}
    invested = groups["投入"]
    values = {one.low for one in invested.targets}
    assert values in ({0.5, 0.3}, {5000, 3000})
    assert {one.sentence for one in invested.targets} == {"投入0.5亿元。", "投入3000万元。"}


def test_what_two_plans_of_a_district_set_differently_is_found() -> None:
    made = two()
    found = {one.name: one for one in inconsistencies(made, target_groups(made))}
    assert set(found) == {"公园", "投入", "新增花店"}
    assert (found["公园"].outcome, found["公园"].difference, found["公园"].inconsistent) == (
        "higher",
        3,
        True,
    )
    assert found["投入"].outcome == "lower"
    assert (found["新增花店"].other_span, found["新增花店"].inconsistent) == (True, False)


def test_a_plan_that_had_ended_contradicts_nothing() -> None:
    first = written(
        "甲规划",
        "320106",
        [],
        targets=[goal("公园12座", "公园", 12, "座")],
        signed="2015",
        period=("2015", "2019"),
    )
    second = written("乙规划", "320106", [], targets=[goal("公园9座", "公园", 9, "座")], signed="2021")
    made = material(first, second)
    assert inconsistencies(made, target_groups(made)) == []


def test_two_districts_contradict_nothing() -> None:
    goals = [goal("公园12座", "公园", 12, "座", by="2025")], [goal("公园9座", "公园", 9, "座", by="2025")]
    made = material(
        written("甲规划", "320106", [], targets=goals[0]), written("乙规划", "350102", [], targets=goals[1])
    )
    [group] = target_groups(made)
    assert len(group.targets) == 2
    assert inconsistencies(made, [group]) == []


def test_targets_are_raised_lowered_equal_dropped_and_new() -> None:
    made = two()
    changes = target_changes(made, target_groups(made), *keys(made))
    assert [(one.name, one.outcome) for one in changes] == [
        ("公园", "higher"),
        ("投入", "lower"),
        ("新增花店", "lower"),
        ("绿地率", "equal"),
        ("苗圃", "higher"),
        ("树种", "new"),
    ]
    assert not next(one for one in changes if one.name == "苗圃").same_year
    back = target_changes(made, target_groups(made), *keys(made)[::-1])
    assert [(one.name, one.outcome) for one in back if one.second is None] == [("树种", "dropped")]


def test_a_comparison_calls_inconsistent_what_the_list_of_inconsistencies_does() -> None:
    made = two()
    groups = target_groups(made)
    listed = {one.name for one in inconsistencies(made, groups) if one.inconsistent}
    for pair in (keys(made), keys(made)[::-1]):
        assert (
            {one.name for one in target_changes(made, groups, *pair) if one.inconsistent}
            == listed
            == {"公园", "投入"}
        )


def test_a_floor_and_a_ceiling_are_not_higher_or_lower() -> None:
    made = material(
        written(
            "甲规划",
            "320106",
            [],
            targets=[goal("办结不超过7天", "办结", 7, "天", comparator="<=")],
            signed="2021",
        ),
        written(
            "乙规划",
            "320106",
            [],
            targets=[goal("办结至少5天", "办结", 5, "天", comparator=">=")],
            signed="2022",
        ),
    )
    [change] = target_changes(made, target_groups(made), *keys(made))
    assert change.outcome == "opposite"


def test_tables_have_a_row_for_each_target_and_each_change() -> None:
    made = two()
    groups = target_groups(made)
    assert len(side_by_side(made, groups)) == 11
    [row] = [
        one for one in target_table(made, inconsistencies(made, groups)) if one["group_indicator"] == "公园"
    ]
    assert (row["first_value"], row["second_value"], row["inconsistent"]) == ("12", ">15", "true")
