"""Findings of the report over plans made by hand."""

from __future__ import annotations

from kg.analysis import Material
from kg.model import Policy, Relation
from kg.reports.desk import Desk
from kg.reports.told_plans import left_out
from tests.analysis.made import material, written


def cite(**relations: Relation) -> list[Policy]:
    return [Policy(title=title, relation=relation) for title, relation in relations.items()]


def province_and_district(**relations: Relation) -> Material:
    return material(
        written("江苏省规划", "320000", [], policies=cite(国家水法="basis", 国家林法="implements")),
        written("甲区方案", "320106", [], policies=cite(**relations)),
    )


def test_a_policy_that_a_plan_on_the_same_matter_leaves_out_is_told() -> None:
    [told] = left_out(Desk(province_and_district(国家水法="basis")))
    assert told.headline == "《甲区方案》没有引用上级计划所依据的1件政策文件"
    assert "《国家林法》" in told.text
    [english] = left_out(Desk(province_and_district(国家水法="basis"), "en"))
    assert english.headline == "“甲区方案” does not cite 1 policy that the superior plan rests on"


def test_of_a_plan_that_has_nothing_in_common_with_the_superior_one_nothing_is_told() -> None:
    assert not list(left_out(Desk(province_and_district(城市桥梁管理办法="basis"))))


def test_a_plan_that_cites_the_superior_one_is_of_its_matter() -> None:
    [told] = left_out(Desk(province_and_district(江苏省规划="implements")))
    assert told.headline == "《甲区方案》没有引用上级计划所依据的2件政策文件"
