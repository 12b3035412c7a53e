"""What the questions on findings give where the plans were compared."""

from __future__ import annotations

from functools import cache

import pyoxigraph as ox
import pytest

from kg.analysis.findings import with_findings
from kg.graph import Graph, build_graph
from kg.questions import ask
from kg.stores.rdf import quads
from kg.stores.view import OxigraphView
from kg.tables import Cell
from tests.analysis.made import every_finding
from tests.factories import plans

GARDEN, TREES, OTHER = "南京市鼓楼区花园建设工作方案", "鼓楼区行道树三年规划", "福州市鼓楼区花园实施意见"
BOTH_TITLES = "培训园丁；建设口袋花园"


@cache
def graph_with_findings() -> Graph:
    """The three plans with findings of every kind."""
    made, findings = every_finding(plans())
    return with_findings(build_graph(made.plans, made.entities), made, findings)


def rows(name: str, **given: Cell) -> list[tuple[Cell, ...]]:
    store = ox.Store()
    store.extend(quads(graph_with_findings()))
    return list(ask(OxigraphView(store), name, given).rows)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (
            "IdleSeat",
            [
                (GARDEN, "区政府", None, None, "领导小组中为组长，任务均未列出该单位", None),
                (GARDEN, "区委", None, None, "领导小组中为组长，任务均未列出该单位", None),
                (TREES, "区委", None, None, "领导小组中为召集人，任务均未列出该单位", None),
            ],
        ),
        ("PlanKinship", [(GARDEN, None, TREES, None, "前者2项任务中1项、后者2项中1项措辞相同", None)]),
        (
            "PolicyOverlap",
            [
                (GARDEN, None, OTHER, None, "共同引用1件，仅前者1件，仅后者0件", None),
                (TREES, None, GARDEN, None, "共同引用1件，仅前者3件，仅后者1件", None),
                (TREES, None, OTHER, None, "共同引用1件，仅前者3件，仅后者0件", None),
            ],
        ),
    ],
)
def test_findings_between_plans_say_why(kind: str, expected: list[tuple[Cell, ...]]) -> None:
    assert rows("findings", kind=kind) == [(kind, *row) for row in expected]


def test_findings_between_tasks_have_the_tasks_of_both_sides_and_the_words_of_the_texts() -> None:
    found = rows("findings", kind="TaskOverlap", plan="福州")
    assert found == [
        (
            "TaskOverlap",
            GARDEN,
            "建设口袋花园",
            OTHER,
            "开放校园花园",
            "相同段落占一方自有文字的100%",
            "建设口袋花园；开放校园花园",
        )
    ]
    quotes = [row[-1] for row in rows("findings", kind="TaskOverlap")]
    assert quotes.count(BOTH_TITLES) == len(quotes) - 1 == 5


def test_a_change_has_the_tasks_of_both_sides_or_of_one() -> None:
    changes = {row[-2]: (row[2], row[4]) for row in rows("findings", kind="TaskChange")}
    assert changes["改写"] == ("建设口袋花园", "培训园丁")
    assert changes["后一计划未再列出"] == ("建设口袋花园", None)
    assert changes["前一计划没有"] == (None, "培训园丁")


def test_a_pair_of_plans_has_one_row_with_a_count_for_each_kind() -> None:
    found = {frozenset(row[:2]): row[2:] for row in rows("findings-by-plan")}
    assert found == {
        frozenset({GARDEN, TREES}): (0, 0, 0, 0, 0, 0, 0, 6, 6),
        frozenset({GARDEN}): (1, 1, 1, 1, 1, 0, 0, 0, 5),
        frozenset({GARDEN, OTHER}): (1, 0, 0, 0, 0, 0, 0, 0, 1),
    }
    assert len(rows("findings-by-plan", plan="福州")) == 1
