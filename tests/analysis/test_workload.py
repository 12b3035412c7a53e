from __future__ import annotations

import pytest

from kg.analysis import Material, bottlenecks, partners, workload
from kg.analysis.common import gini
from kg.analysis.workload import quarter
from kg.errors import QueryError
from kg.resolve import resolve
from tests.analysis.made import material, written
from tests.collective_plans import street_plan
from tests.factories import plans

A, B, C = "区园林局", "区财政局", "区教育局"


def three() -> Material:
    first = written(
        "某区花园方案",
        "320106",
        [
            ("修花园", "修花园。", {A: "lead", B: "responsible"}),
            ("养花", "养花。", {A: "lead"}),
            ("护花", "护花。", {A: "lead", C: "responsible"}),
            ("赏花", "赏花。", {}),
        ],
        signed="2020-01-01",
        period=("2020", "2021-06"),
    )
    silent = written("某区草地方案", "320106", [("种草", "种草。", {})], signed="2021-01-01")
    return material(first, silent)


def test_shares_have_the_tasks_with_units_as_their_denominator() -> None:
    load = workload(three())
    [plan, silent] = sorted(load.concentration, key=lambda one: -one.tasks)
    assert (plan.tasks, plan.with_units, plan.units) == (4, 3, 3)
    assert (plan.top_tasks, plan.top_share, plan.top_lead_share, plan.leads) == (3, 1.0, 1.0, 1)
    assert plan.gini == pytest.approx(0.2667)
    assert (silent.tasks, silent.with_units, silent.units, silent.gini, silent.top_share) == (
        1,
        0,
        None,
        None,
        None,
    )


def test_a_unit_has_its_tasks_by_role_and_those_that_name_none_else() -> None:
    [top, *_] = workload(three()).units
    assert (top.name, top.leads, top.responsible, top.tasks, top.sole) == (A, 3, 0, 3, 1)
    assert top.printed == {"责任": 3}
    assert top.share == 1.0


def test_a_date_leaves_lapsed_plans_out_and_those_not_yet_issued() -> None:
    made = three()
    keys = {plan.document.title: plan.document.key for plan in made.plans}
    assert workload(made, "2021-06-30").lapsed == ()
    assert workload(made, "2021-07-01").lapsed == (keys["某区花园方案"],)
    assert workload(made, "2020-06-01").plans == (keys["某区花园方案"],)
    with pytest.raises(QueryError, match="ISO"):
        workload(made, "七月")


def test_members_of_a_collective_have_expanded_tasks_beside_their_own() -> None:
    plan = street_plan()
    made = Material([plan], resolve([plan]), {})
    expanded = [one for one in workload(made).units if one.expanded]
    assert expanded
    assert all(one.tasks + one.expanded <= len(plan.tasks) for one in expanded)


def test_stated_and_derived_dates_stay_apart() -> None:
    chosen = plans()
    load = workload(Material(chosen, resolve(chosen), {}))
    assert sum(one.stated for one in load.quarters) > 0
    assert all(one.quarter == "" for one in load.quarters if one.undated)
    named = sum(one.tasks for one in load.units)
    assert sum(one.stated + one.derived + one.undated for one in load.quarters) == named


def test_members_of_the_group_without_tasks_are_named_with_their_roles() -> None:
    chosen = plans()
    idle = workload(Material(chosen, resolve(chosen), {})).idle
    assert {(one.name, one.roles) for one in idle} >= {("区委", ("组长",))}
    assert "区园林局" not in {one.name for one in idle}


def test_bottlenecks_and_partners() -> None:
    made = three()
    [plan, *_] = [plan.document.key for plan in made.plans if len(plan.tasks) == 4]
    [top, *rest] = bottlenecks(made, [plan])
    assert (made.entities.unit(top.unit).name, top.articulation, top.sole, top.led) == (A, True, 1, 3)
    assert top.cut_off == 3
    assert [one.articulation for one in rest] == [False, False]
    assert [(one.tasks, one.led) for one in partners(made, [plan])] == [(1, 1), (1, 1)]


@pytest.mark.parametrize(
    ("values", "expected"), [([1, 1, 1], 0.0), ([0, 0, 4], 0.6667), ([], None), ([0, 0], None)]
)
def test_gini(values: list[int], expected: float | None) -> None:
    assert gini(values) == expected


@pytest.mark.parametrize(
    ("date", "expected"), [("2025-06", "2025-Q2"), ("2025-12-31", "2025-Q4"), ("2025", "2025"), ("", "")]
)
def test_quarter(date: str, expected: str) -> None:
    assert quarter(date) == expected
