"""Keys rest on what a plan says; IRIs on keys."""

from __future__ import annotations

import hashlib

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kg.keys import (
    assign_keys,
    bare_title,
    distinct,
    iri,
    person_key,
    plan_key,
    policy_key,
    task_key,
    unit_key,
)
from kg.model import File, Plan
from tests.factories import document, garden_plan, other_district_plan, task, tree_plan


def test_a_plan_with_a_number_is_known_by_number_and_issuer() -> None:
    plan = garden_plan().document
    assert plan_key(plan) == "鼓花〔2024〕1号|南京市鼓楼区人民政府"
    assert plan_key(replace(plan, title="别的标题", signed=None)) == plan_key(plan)


def test_a_plan_without_a_number_is_known_by_jurisdiction_title_and_date() -> None:
    assert plan_key(tree_plan().document) == "320106|鼓楼区行道树三年规划|2023-05"


def test_width_spaces_and_outer_marks_make_no_difference() -> None:
    plain = document("某区方案（试行）", jurisdiction="320106", signed="2024")
    printed = document("《某区 方案(试行)》", jurisdiction="320106", signed="2024")
    assert plan_key(plain) == plan_key(printed)
    assert policy_key("《甲纲要（2021－2035年）》", None) == policy_key("甲纲要(2021-2035年)", None)
    assert policy_key("随便", "国发[2021]5号") == policy_key("甲", "国发〔2021〕5号")


def test_the_file_and_offsets_make_no_difference() -> None:
    plan = garden_plan()
    moved = garden_plan()
    moved.document.file = File(name="别处.docx", size=99, sha256="f" * 64)
    for one in moved.tasks:
        one.start += 1000
        one.end += 1000
    keys = [[one.key for one in assign_keys(each).tasks] for each in (plan, moved)]
    assert keys[0] == keys[1]


def test_outer_marks_go_only_where_one_pair_holds_all() -> None:
    assert bare_title("《甲》") == "甲"
    assert bare_title("《关于印发〈甲〉的通知》") == "关于印发〈甲〉的通知"
    assert bare_title("《甲》和《乙》") == "《甲》和《乙》"
    assert bare_title("甲") == "甲"


def test_a_task_is_known_by_number_and_part_or_title() -> None:
    assert task_key("p", "一/1", 2) == "p|task|一/1|2"
    assert task_key("p", None, 1, "修桥") == "p|task|修桥|1"


def test_other_records_are_known_by_kind_and_place() -> None:
    plan = assign_keys(garden_plan())
    key = plan.document.key
    assert [one.key for one in plan.sections] == [f"{key}|section|{i}" for i in (1, 2, 3)]
    assert plan.members[1].key == f"{key}|member|2"
    assert plan.targets[0].key == f"{key}|target|1"
    assert plan.phases[0].key == f"{key}|phase|1"
    assert plan.citations[1].key == f"{key}|citation|2"


def test_references_follow_provisional_keys() -> None:
    plan = garden_plan()
    plan.policies[1].key = "x"
    plan.citations[1].policy = "x"
    plan.citations[1].title = "该条例"
    keyed = assign_keys(plan)
    assert keyed.citations[1].policy == keyed.policies[1].key == "江苏省绿地条例"
    assert keyed.citations[1].task == keyed.tasks[2].key
    assert keyed.targets[1].task == keyed.tasks[2].key


def test_a_citation_without_a_reference_is_found_by_number_or_title() -> None:
    plan = assign_keys(garden_plan())
    assert [one.policy for one in plan.citations] == [one.key for one in plan.policies]


def test_a_citation_finds_its_policy_by_title_where_the_reader_gave_no_keys() -> None:
    plan = garden_plan()
    for citation in plan.citations:
        citation.policy = citation.title
    plan.citations[0].number = None
    assert [one.policy for one in assign_keys(plan).citations] == ["国花〔2020〕5号", "江苏省绿地条例"]


def test_assigning_again_changes_nothing() -> None:
    plan = assign_keys(garden_plan())
    assert assign_keys(plan) == plan


def test_the_given_plan_is_left_alone() -> None:
    plan = garden_plan()
    assign_keys(plan)
    assert plan == garden_plan()


def test_a_clash_gets_a_counter_and_a_note() -> None:
    plan = Plan(document=document("方案"), tasks=[task(f"事{i}", "一", i, units={}) for i in range(3)])
    notes: list[str] = []
    keys = [one.key for one in assign_keys(plan, notes).tasks]
    assert keys == ["|方案||task|一|1", "|方案||task|一|1#2", "|方案||task|一|1#3"]
    assert len(notes) == 2
    assert "'|方案||task|一|1'" in notes[0]


@given(st.lists(st.sampled_from(["a", "a#2", "a#3", "b"])))
def test_distinct_keys_are_distinct(keys: list[str]) -> None:
    found = distinct(keys)
    assert len(set(found)) == len(keys)
    assert distinct(found) == found


@given(st.lists(st.text(), min_size=2, max_size=2), st.lists(st.text(), min_size=2, max_size=2))
def test_a_bar_in_a_name_joins_no_two_keys(one: list[str], other: list[str]) -> None:
    def separate(name: str, unit: str) -> tuple[str, str]:
        return unit_key("1", name), unit_key("1", unit)

    same = person_key("1", *one) == person_key("1", *other)
    assert same == (separate(*one) == separate(*other))


def test_units_of_two_places_have_two_keys() -> None:
    assert unit_key("320106", "区财政局") != unit_key("350102", "区财政局")


def test_an_iri_is_base_kind_and_16_hex_digits() -> None:
    digest = hashlib.sha256("320106|区财政局".encode()).hexdigest()[:16]
    assert iri("unit", "320106|区财政局") == f"https://w3id.org/plan-kg/unit/{digest}"
    assert iri("unit", "x", "http://e.org/").startswith("http://e.org/unit/")


def test_plans_of_two_districts_have_two_keys() -> None:
    keys = {plan_key(plan.document) for plan in (garden_plan(), tree_plan(), other_district_plan())}
    assert len(keys) == 3
