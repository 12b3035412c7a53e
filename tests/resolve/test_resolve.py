"""Who is who, over the plans of the factories."""

from __future__ import annotations

from kg.keys import assign_keys
from kg.model import Citation, Member, Plan, Policy, Post
from kg.resolve import Mention, resolve, units_json
from tests.factories import (
    NATIONAL,
    document,
    garden_plan,
    other_district_plan,
    plans,
    task,
    tree_plan,
)


def test_one_printed_name_in_one_jurisdiction_is_one_unit() -> None:
    garden, tree, _ = chosen = plans()
    units = {unit.key: unit for unit in resolve(chosen).units}
    unit = units["320106|区园林局"]
    assert unit.mentions == tuple(sorted(Mention(plan.document.key, "区园林局") for plan in (garden, tree)))
    assert unit.jurisdiction == "320106"


def test_units_of_two_jurisdictions_never_share_a_node() -> None:
    entities = resolve(plans())
    found = {unit.key for unit in entities.units if unit.name == "区财政局"}
    assert found == {"320106|区财政局", "350102|区财政局"}


def test_where_the_jurisdiction_is_unknown_nothing_is_shared() -> None:
    unknown = [
        assign_keys(Plan(document=document(title), tasks=[task("事", "一", 0, units={"财政局": "lead"})]))
        for title in ("甲方案", "乙方案")
    ]
    assert len(resolve(unknown).units) == 2


def test_issuers_and_units_of_posts_are_units_and_addressees_are_not() -> None:
    names = {unit.name for unit in resolve([assign_keys(garden_plan())]).units}
    assert {"区委", "区政府"} <= names
    assert "区各部门" not in names


def test_names_of_several_units_are_flagged() -> None:
    entities = resolve(plans())
    assert [unit.name for unit in entities.units if unit.collective] == ["各街道办事处"]


def test_a_policy_is_one_by_number_and_by_title_with_one_known_number() -> None:
    entities = resolve(plans())
    [policy] = [one for one in entities.policies if one.title == NATIONAL]
    assert policy.number == "国花〔2020〕5号"
    assert len(policy.mentions) == 3
    reasons = {one.reason for one in entities.decisions if one.key == policy.key}
    assert reasons == {"same document number", "same title, known under one document number"}


def test_a_title_with_two_numbers_stays_by_title() -> None:
    plan = Plan(
        document=document("方案"),
        policies=[
            Policy(title="年度计划", number="甲〔2020〕1号", relation="cites"),
            Policy(title="年度计划", number="甲〔2021〕1号", relation="cites"),
            Policy(title="《年度计划》", relation="cites"),
        ],
    )
    assert len(resolve([assign_keys(plan)]).policies) == 3


def test_a_citation_whose_policy_has_no_record_is_one_all_the_same() -> None:
    plan = Plan(
        document=document("方案"), citations=[Citation(policy="", title="《某法》", relation="basis")]
    )
    assert [one.title for one in resolve([assign_keys(plan)]).policies] == ["某法"]


def test_a_policy_that_was_read_as_a_plan_is_linked_to_it() -> None:
    garden, *_ = chosen = plans()
    [policy] = [one for one in resolve(chosen).policies if one.plan]
    assert (policy.title, policy.plan) == (garden.document.title, garden.document.key)


def test_a_policy_is_linked_by_title_only_to_one_plan_and_against_no_other_number() -> None:
    def linked(number: str | None, copies: int) -> list[str | None]:
        cited = [
            Plan(document=document("某方案", jurisdiction=code, signed="2024", number=None))
            for code in ("320106", "350102")[:copies]
        ]
        citing = Plan(
            document=document("新方案"), policies=[Policy(title="某方案", number=number, relation="cites")]
        )
        return [one.plan for one in resolve([assign_keys(p) for p in (*cited, citing)]).policies]

    assert linked(None, 1) == ["320106|某方案|2024"]
    assert linked(None, 2) == [None]
    numbered = assign_keys(
        Plan(
            document=document("某方案", number="甲〔2024〕1号"),
            policies=[Policy(title="某方案", number="乙〔2020〕1号", relation="cites")],
        )
    )
    assert resolve([numbered]).policies[0].plan is None


def test_a_person_is_one_by_name_and_first_unit_across_plans() -> None:
    persons = {one.name: one for one in resolve(plans()).persons}
    assert len(persons) == 2
    assert len({mention.plan for mention in persons["周林"].mentions}) == 2


def test_an_entry_without_posts_is_the_namesake_of_the_list_unless_there_are_two() -> None:
    def persons(*members: Member) -> int:
        plan = Plan(document=document("方案"), members=list(members))
        return len(resolve([assign_keys(plan)]).persons)

    director = Member(name="吴梅", role="办公室主任")
    posts = [[Post(unit=unit, title="局长")] for unit in ("甲局", "乙局")]
    first, second = (Member(name="吴梅", role="成员", posts=one) for one in posts)
    assert persons(first, director) == 1
    assert persons(first, second, director) == 3


def test_groups_are_by_name_in_a_jurisdiction_and_the_unnamed_by_plan() -> None:
    groups = resolve(plans()).groups
    assert sorted(str(one.name) for one in groups) == ["None", "区花园建设领导小组"]


def test_jurisdictions_come_with_those_above_them() -> None:
    places = {one.code: one for one in resolve(plans()).jurisdictions}
    assert places["320106"].name == "江苏省南京市鼓楼区"
    assert places["320106"].parent == "320100"
    assert set(places) == {"320106", "320100", "320000", "350102", "350100", "350000", "100000"}


def test_a_code_that_is_none_names_itself() -> None:
    plan = assign_keys(Plan(document=document("方案", jurisdiction="999999")))
    assert [one.name for one in resolve([plan]).jurisdictions] == ["999999"]


def test_each_mention_has_one_decision_with_a_reason() -> None:
    entities = resolve(plans())
    keys = [(one.kind, one.plan, one.mention) for one in entities.decisions]
    assert len(set(keys)) == len(keys)
    assert all(one.reason for one in entities.decisions)


def test_the_order_of_plans_makes_no_difference() -> None:
    there, back = resolve(plans()), resolve(plans()[::-1])
    assert (there.units, there.policies, there.decisions) == (back.units, back.policies, back.decisions)


def test_units_json_has_the_shape_of_the_format() -> None:
    garden, other = assign_keys(garden_plan()), assign_keys(other_district_plan())
    stems = {garden.document.key: "garden", other.document.key: "other"}
    found = units_json(resolve([other, garden]), stems)
    assert set(found) == {"units", "uncertain"}
    assert {
        "canonical": "福州市鼓楼区教育局",
        "jurisdiction": "350102",
        "mentions": [["other", "区教育局"]],
        "collective": False,
        "members": [],
    } in found["units"]  # type: ignore[operator]


def test_a_plan_that_names_nobody_gives_no_units() -> None:
    plan = assign_keys(Plan(document=document("方案", jurisdiction="320106")))
    assert resolve([plan]).units == ()
    assert resolve([]).jurisdictions == ()


def test_the_tree_plan_alone_keeps_its_policy_by_title() -> None:
    policies = resolve([assign_keys(tree_plan())]).policies
    assert NATIONAL in {one.title for one in policies if one.number is None}
