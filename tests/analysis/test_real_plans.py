"""What the analyses find in the five plans, checked against their texts by hand."""

from __future__ import annotations

from kg.analysis import find, inconsistencies, kinship, target_groups, task_overlap, workload
from kg.api import Built

NANJING = ("nanjing-gulou-2021-five-year-plan", "nanjing-gulou-2022-strong-county")
TONGZHOU = ("nantong-tongzhou-2022-strong-county", "nantong-tongzhou-2023-protection-zone")


def named(built: Built, keys: tuple[str, ...]) -> list[str]:
    return [built.material.tasks[key][1].title for key in keys]


def test_the_two_plans_of_each_district_are_the_nearest_kin(real: Built) -> None:
    kin = kinship(real.material, task_overlap(real.material, ["wording"]))
    nearest = [{one.first, one.second} for one in kin[:2]]
    assert nearest == [{real.key_of(stem) for stem in pair} for pair in (NANJING, TONGZHOU)]
    assert kin[0].score > 0.9
    assert all(one.score < 0.2 for one in kin[2:])


def test_what_changed_in_nanjing(real: Built) -> None:
    changes = real.compare(*NANJING).tasks
    merged = {
        tuple(named(real, one.first)): named(real, one.second) for one in changes if one.change == "merged"
    }
    assert merged == {
        ("加强重点产业专利创造", "实施高价值专利培育升级工程"): ["推动高价值专利培育升级"],
        ("健全知识产权保护工作机制", "加强重点领域知识产权保护", "加强新经济领域知识产权保护"): [
            "提升知识产权保护效能"
        ],
        ("强化知识产权诚信体系建设", "推进“正版正货”承诺推进计划提档升级"): ["健全知识产权诚信体系"],
    }
    kept = [named(real, one.first)[0] for one in changes if one.change == "kept"]
    assert kept == ["构建知识产权立体保护网络", "促进知识产权人才流动与合理配置"]
    assert {one.change for one in changes} == {"merged", "kept", "reworded"}


def test_what_changed_in_tongzhou(real: Built) -> None:
    comparison = real.compare(*TONGZHOU)
    found = {tuple(named(real, one.first)): (one.change, named(real, one.second)) for one in comparison.tasks}
    assert found[("健全完善多元化纠纷解决机制",)] == (
        "split",
        ["健全多元化纠纷解决机制", "开展知识产权纠纷调解司法确认"],
    )
    assert found[("组建产业知识产权联盟",)] == ("reworded", ["组建通州区产业知识产权联盟"])
    assert found[("组织实施专利开放许可",)] == ("dropped", [])
    assert 0.3 < (comparison.similarity or 0) < 0.6


def test_the_targets_that_nanjing_sets_differently(real: Built) -> None:
    found = {
        one.name: one
        for one in inconsistencies(real.material, target_groups(real.material))
        if one.first_plan == real.key_of(NANJING[0])
    }
    figures = {
        name: (one.first.value, one.second.value) for name, one in found.items() if one.first and one.second
    }
    assert figures["知识产权质押融资总额"] == (10, 3)
    assert figures["万人作品著作权登记量"] == (50, 150)
    assert figures["知识产权服务从业总人数"] == (2000, 1200)
    assert figures["万人高价值发明专利拥有量"] == (80, 75)
    assert len(figures) == 16
    pledge = found["知识产权质押融资总额"]
    assert pledge.first and "融资总额达10亿元" in pledge.first.sentence
    assert pledge.second and "融资总额超过3亿元" in pledge.second.sentence
    assert pledge.inconsistent
    assert not found["新增发明专利授权量"].inconsistent  # one counts from 2021, the other from 2022-08


def test_high_value_patents_and_patents_in_force_are_two_indicators(real: Built) -> None:
    groups = {group.name: group for group in target_groups(real.material)}
    assert len(groups["每万人有效发明专利拥有量"].targets) == 1
    assert groups["每万人有效发明专利拥有量"].near == ("万人高价值发明专利拥有量",)


def test_one_unit_leads_all_in_fuzhou_and_members_of_the_group_have_no_task(real: Built) -> None:
    load = workload(real.material)
    fuzhou = real.key_of("fuzhou-gulou-2022-strong-county")
    [plan] = [one for one in load.concentration if one.plan == fuzhou]
    assert (plan.leads, plan.lead_tasks, plan.top_lead_share) == (1, plan.tasks, 1.0)
    idle = {one.name: one for one in load.idle if one.plan == fuzhou}
    assert {"区发改局", "区统计局", "区大数据服务中心"} <= set(idle)
    assert idle["鼓东街道办事处"].through and not idle["区统计局"].through
    nanjing = next(one for one in load.concentration if one.plan == real.key_of(NANJING[0]))
    assert (nanjing.with_units, nanjing.units, nanjing.gini) == (0, None, None)  # silent, not idle


def test_all_findings_of_the_five_plans(real: Built) -> None:
    found = find(real.material)
    assert len(found.changes) == 2
    assert len(found.kin) >= 2
    assert not found.tasks.unread
