from __future__ import annotations

import math

from kg.analysis import Material, policy_overlap
from kg.analysis.tables import left_out_table, policy_matrix, policy_pairs
from kg.model import Policy, Relation
from tests.analysis.made import material, written


def cite(**relations: Relation) -> list[Policy]:
    return [Policy(title=title, relation=relation) for title, relation in relations.items()]


def made() -> Material:
    return material(
        written(
            "江苏省规划",
            "320000",
            [],
            policies=cite(国家水法="basis", 国家林法="implements", 国家港法="cites"),
        ),
        written("甲区方案", "320106", [], policies=cite(国家水法="basis", 省渔条例="cites")),
        written("乙区方案", "350102", [], policies=cite(国家水法="implements", 省渔条例="cites")),
        written("丙区方案", "320612", []),
    )


def titles(material: Material) -> dict[str, str]:
    return {plan.document.title or "": plan.document.key for plan in material.plans}


def test_pairs_have_both_measures_over_all_and_by_relation() -> None:
    material = made()
    plans = titles(material)
    pairs = {(one.first, one.second, one.facet, one.value): one for one in policy_overlap(material).pairs}
    pair = pairs[plans["甲区方案"], plans["乙区方案"], "all", ""]
    assert (len(pair.shared), pair.jaccard, pair.weighted) == (2, 1.0, 1.0)
    pair = pairs[plans["江苏省规划"], plans["甲区方案"], "all", ""]
    water, others = math.log(4 / 3), 2 * math.log(4) + math.log(2)
    assert pair.jaccard == 0.25
    assert pair.weighted == round(water / (water + others), 4)
    assert (plans["江苏省规划"], plans["甲区方案"], "relation", "basis") in pairs
    assert (plans["江苏省规划"], plans["乙区方案"], "relation", "basis") not in pairs


def test_what_all_cite_and_what_one_cites() -> None:
    overlap = policy_overlap(made())
    names = {one.policy: one.title for one in overlap.policies}
    assert [names[key] for key in overlap.by_all] == ["国家水法"]
    assert sorted(names[key] for key in overlap.by_one) == ["国家林法", "国家港法"]


def test_a_plan_without_citations_is_silent() -> None:
    material = made()
    overlap = policy_overlap(material)
    assert overlap.silent == (titles(material)["丙区方案"],)
    assert titles(material)["丙区方案"] not in {one.inferior for one in overlap.left_out}


def test_what_the_superior_plan_rests_on_and_the_inferior_leaves_out() -> None:
    material = made()
    [left] = policy_overlap(material).left_out
    assert (left.superior, left.inferior) == (titles(material)["江苏省规划"], titles(material)["甲区方案"])
    [row] = left_out_table(material, policy_overlap(material))
    assert (row["policy"], row["relation"]) == ("国家林法", "implements")


def test_the_matrix_has_a_column_for_each_plan() -> None:
    material = made()
    table = policy_matrix(material, policy_overlap(material))
    assert [column.zh for column in table.columns[6:]] == [plan.document.title for plan in material.plans]
    [row] = [one for one in table if one["title"] == "国家水法"]
    assert row["plans"] == 3
    assert len(policy_pairs(material, policy_overlap(material))) > 3
