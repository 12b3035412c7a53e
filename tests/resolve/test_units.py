"""Units over several plans: plates, branches, collectives, names in text, successors."""

from __future__ import annotations

import subprocess
import sys
import time
from itertools import permutations

import pytest

from kg.keys import assign_keys
from kg.model import Plan
from kg.resolve import Entities, resolve
from kg.resolve.mentions import Named
from kg.resolve.reader import reader
from kg.resolve.units import group, read_names
from kg.resolve.vocabulary import forms
from tests.factories import document, task

from .build import GULOU, OTHER_GULOU, apart, member, plan, unit, with_members


def names(entities: Entities) -> set[str]:
    return {one.key for one in entities.units}


def test_a_plate_in_brackets_makes_one_unit_of_both_names() -> None:
    entities = resolve(
        [apart("甲", "区市场监管局（知识产权局）"), apart("乙", "区知识产权局", "区市场监督管理局")]
    )
    found = unit(entities, "区知识产权局")
    assert found.key == f"{GULOU}|区市场监管局"
    assert found.plates == ("区知识产权局",)
    assert {one.name for one in found.mentions} == {
        "区市场监管局（知识产权局）",
        "区市场监督管理局",
        "区知识产权局",
    }
    [reason] = {one.reason for one in entities.decisions if one.mention == "区知识产权局"}
    assert "second plate" in reason


def test_a_plate_counts_only_where_it_is_printed() -> None:
    entities = resolve(
        [
            apart("甲", "区市场监管局（知识产权局）"),
            apart("乙", "区知识产权局", "区市场监管局", code=OTHER_GULOU),
        ]
    )
    assert names(entities) == {
        f"{GULOU}|区市场监管局",
        f"{OTHER_GULOU}|区市场监管局",
        f"{OTHER_GULOU}|区知识产权局",
    }
    assert {(one.first, one.second) for one in entities.doubts} == {
        (f"{OTHER_GULOU}|区市场监管局", f"{OTHER_GULOU}|区知识产权局")
    }


@pytest.mark.parametrize(
    ("first", "second", "main"),
    [
        (["区市场监管局（知识产权局）"] * 2, ["区知识产权局（市场监管局）"], "区市场监管局"),
        (["区市场监管局（知识产权局）"], ["区知识产权局（市场监管局）"] * 2, "区知识产权局"),
    ],
)
def test_plates_in_both_orders_are_one_unit(first: list[str], second: list[str], main: str) -> None:
    plans = [apart(str(i), name) for i, name in enumerate([*first, *second])]
    assert names(resolve(plans)) == {f"{GULOU}|{main}"}


def test_two_posts_of_one_person_propose_and_with_the_plate_attested_are_one() -> None:
    posts = (("区市场监督管理局", "局长"), ("区知识产权局", "局长"))
    alone = resolve([with_members("名单", member("周林", *posts))])
    assert len(alone.units) == 2
    [doubt] = alone.doubts
    assert "one person" in doubt.reason
    attested = resolve(
        [with_members("名单", member("周林", *posts)), apart("甲", "区市场监管局（知识产权局）")]
    )
    assert len(attested.units) == 1
    assert not attested.doubts


def test_a_plan_that_lists_two_side_by_side_keeps_them_apart() -> None:
    assert resolve([plan("甲", "区文广旅局", "区文物局")]).doubts == ()
    assert len(resolve([apart("甲", "区文广旅局", "区文物局")]).doubts) == 1


def test_likeness_proposes_and_never_merges() -> None:
    one, other = "中国南京（家居）知识产权快速维权中心", "区家居知识产权快速维权中心"
    entities = resolve([apart("甲", one, other)])
    assert len(entities.units) == 2
    [doubt] = entities.doubts
    assert {doubt.first.split("|")[1], doubt.second.split("|")[1]} == {
        "中国南京(家居)知识产权快速维权中心",
        "区家居知识产权快速维权中心",
    }


def test_bureaus_that_the_table_tells_apart_are_not_even_proposed() -> None:
    assert resolve([apart("甲", "市教育局", "市财政局", "市体育局", code="430100")]).doubts == ()


def test_two_kinds_of_body_for_one_subject_are_proposed() -> None:
    [doubt] = resolve([apart("甲", "区发改委"), apart("乙", "区发改局")]).doubts
    assert "发改" in doubt.reason


def test_branch_and_bureau_of_one_district_are_one_body() -> None:
    entities = resolve([apart("甲", "区公安局"), apart("乙", "鼓楼公安分局")])
    assert names(entities) == {f"{GULOU}|区公安分局"}


def test_the_joint_office_takes_its_two_names_where_plans_print_it() -> None:
    assert len(resolve([apart("甲", "区纪委", "区监委")]).units) == 2
    assert names(resolve([apart("甲", "区纪委", "区监委"), apart("乙", "区纪委监委")])) == {
        f"{GULOU}|区纪委监委"
    }


def test_a_bare_zone_is_the_one_zone_of_the_place() -> None:
    assert len(resolve([apart("甲", "鼓楼高新区", "高新区管委会")]).units) == 1
    assert len(resolve([apart("甲", "鼓楼高新区", "南京高新区", "高新区管委会")]).units) == 3


def test_reorganised_bodies_are_linked_with_the_year() -> None:
    entities = resolve([apart("旧", "区环保局", "区卫计委"), apart("新", "区生态环境局", "区卫健委")])
    assert {(one.kind, one.source, one.target, one.year) for one in entities.links} == {
        ("successor", f"{GULOU}|区环保局", f"{GULOU}|区生态环境局", 2018),
        ("successor", f"{GULOU}|区卫计委", f"{GULOU}|区卫健委", 2018),
    }


def test_the_reorganisation_of_2023_is_linked_too_and_the_nation_has_its_own() -> None:
    local = resolve([apart("旧", "区地方金融监管局"), apart("新", "区委金融办")])
    assert [(one.source, one.year) for one in local.links] == [(f"{GULOU}|区地方金融监管局", 2023)]
    nation = resolve([apart("旧", "银保监会", code="100000"), apart("新", "金融监管总局", code="100000")])
    assert [one.target for one in nation.links] == ["100000|金融监管总局"]


def test_bodies_of_two_places_are_not_linked() -> None:
    assert resolve([apart("旧", "区环保局"), apart("新", "区生态环境局", code=OTHER_GULOU)]).links == ()


def test_a_collective_has_the_bodies_of_its_kinds_that_plans_name() -> None:
    plans = [
        apart("甲", "各镇（街道）", "川姜镇", code="320612"),
        with_members("乙", member("周林", ("金沙街道办事处", "主任")), code="320612"),
        apart("丙", "洪山镇", code=OTHER_GULOU),
    ]
    found = unit(resolve(plans), "各镇（街道）")
    assert found.collective
    assert found.members == ("320612|川姜镇政府", "320612|金沙街道办事处")
    assert found.basis


def test_streets_alone_leave_towns_out() -> None:
    found = unit(
        resolve([apart("甲", "各街道办事处", "洪山镇", "鼓东街道", code=OTHER_GULOU)]), "各街道办事处"
    )
    assert found.members == (f"{OTHER_GULOU}|鼓东街道办事处",)


def test_the_cities_of_a_province_are_members_where_plans_name_them() -> None:
    plans = [apart("甲", "各地级以上市人民政府", "广州", "东莞市政府", code="440000")]
    assert unit(resolve(plans), "各地级以上市人民政府").members == ("440100|市政府", "441900|市政府")


def test_the_members_of_a_group_are_the_units_of_its_list() -> None:
    listed = Plan(
        document=document("甲", jurisdiction=GULOU),
        tasks=[
            task(
                "事",
                "一",
                0,
                units={"区花园工作领导小组各成员单位": "responsible", "各有关部门": "responsible"},
            )
        ],
        members=[
            member("周林", ("区财政局", "局长"), group="区花园工作领导小组"),
            member("吴梅", ("区发展和改革委员会", "主任"), group="区花园工作领导小组"),
        ],
    )
    entities = resolve([assign_keys(listed)])
    assert unit(entities, "区花园工作领导小组各成员单位").members == (
        f"{GULOU}|区发改委",
        f"{GULOU}|区财政局",
    )
    assert unit(entities, "各有关部门").members == ()


TEXT = (
    "各街道：经区政府同意，由区市场监督\n管理局会同区政府办公室办理。辖区政府督查，社区法院巡回，园区财政局配合，"
    "与法院协作。鼓楼区财政局、南京市鼓楼区人民政府、市财政局、区财政局各科室参加，区市场监管局（知识产权局）负责。"
)


def test_names_in_running_text_are_mentions_of_units_that_a_field_names() -> None:
    made = plan("甲", "区政府", "区市场监管局（知识产权局）", "区法院", "区财政局")
    entities = resolve([made], {made.document.key: TEXT})
    found = {one.mention: one for one in entities.decisions if one.where == "text"}
    assert set(found) == {"区市场监督管理局", "鼓楼区财政局", "南京市鼓楼区人民政府"}
    one = found["区市场监督管理局"]
    assert TEXT[one.start : one.end] == "区市场监督\n管理局"
    assert one.key == f"{GULOU}|区市场监管局"


def test_a_longer_body_in_running_text_is_not_the_shorter_one() -> None:
    made = plan("甲", "区政府")
    assert not [
        one
        for one in resolve([made], {made.document.key: "由区人民政府办公室、区人民政府研究室办理"}).decisions
        if one.where == "text"
    ]


def test_recipients_are_mentions_only_of_units_that_a_field_names() -> None:
    made = plan("甲", "区法院", "区政府", addressees=["检察院", "洪山镇政府"], copied_to=["法院", "区人武部"])
    entities = resolve([made])
    assert {
        (one.mention, one.where) for one in entities.decisions if one.where in ("addressee", "copied")
    } == {("法院", "copied")}


def test_each_printed_name_has_one_decision() -> None:
    made = plan("甲", "区法院", "区人民法院", copied_to=["区法院"])
    entities = resolve([made], {made.document.key: "区法院 区人民法院 鼓楼区法院"})
    keys = [(one.plan, one.mention) for one in entities.decisions]
    assert len(keys) == len(set(keys)) == 3
    assert entities.find("unit", made.document.key, "鼓楼区法院") == f"{GULOU}|区法院"
    assert entities.find("unit", made.document.key, "某局") is None


def test_the_order_of_plans_makes_no_difference() -> None:
    plans = [
        apart("甲", "区市场监管局（知识产权局）", "区公安局"),
        apart("乙", "区知识产权局（市场监管局）", "公安鼓楼分局"),
        apart("丙", "区知识产权局", "各街道办事处", "鼓东街道"),
    ]
    first, *others = [resolve(list(order)) for order in permutations(plans)]
    for other in others:
        assert (other.units, other.decisions, other.doubts) == (first.units, first.decisions, first.doubts)


SCRIPT = """
from tests.resolve.test_units import printed
print(printed())
"""


def printed() -> str:
    plans = [
        apart("甲", "区市场监管局（知识产权局）", "各街道办事处", "鼓东街道", "区发改委（工信局）"),
        with_members("乙", member("周林", ("区知识产权局", "局长"), ("区发改局", "局长"))),
        apart(
            "丙",
            "区环保局",
            "区生态环境局",
            "中国南京（家居）维权中心",
            "区家居维权中心",
            "高新区",
            "鼓楼高新区",
        ),
    ]
    found = resolve(plans, {one.document.key: TEXT for one in plans})
    return repr((found.units, found.decisions, found.links, found.doubts, found.persons))


def test_the_seed_of_hashes_makes_no_difference() -> None:
    made = {
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ".", "PYTHONUTF8": "1"},
            capture_output=True,
            check=True,
            text=True,
            encoding="utf-8",
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(made) == 1


def taken(count: int) -> float:
    """The least time of three for that many mentions over several places."""
    bodies = [subject + "局" for subject in forms("organs", "subjects")]
    codes = ["320106", "350102", "320102", "320612", "110112", "430102", "430103", "440103"]
    made = [
        (codes[i % 8], Named(f"{codes[i % 8]}{i // 8}", f"区{bodies[i % len(bodies)]}", "responsible"))
        for i in range(count)
    ]
    times = []
    for _ in range(3):
        start = time.perf_counter()
        group(read_names((reader(code, code), named) for code, named in made))
        times.append(time.perf_counter() - start)
    return min(times)


def test_the_time_grows_with_the_number_of_mentions_and_no_faster() -> None:
    taken(1_000)
    small, large = taken(4_000), taken(32_000)
    assert large < 8 * small * 3
