"""What follows from collective names: shares of members, marked as such, counted once, with their quotes."""

from __future__ import annotations

import random
from collections import Counter
from functools import cache

import pyoxigraph as ox
import pytest

from kg.graph import DERIVED, ENTITIES, Edge, Graph, Ref, build_graph
from kg.graph.collectives import expansions
from kg.plugins import get_loader
from kg.questions import ask
from kg.resolve import resolve
from kg.running import Run, examples_folder, find_files, read_plans
from kg.shapes import check_graph, check_store
from kg.stores.cypher import cypher_view
from kg.stores.property_graph import property_graph
from kg.stores.rdf import quads
from kg.stores.view import OxigraphView
from kg.tables import Cell
from kg.tables.records import record_tables
from tests.collective_plans import GROUP, HUAQIAO, NINGHAI, STREETS, collective_plans, later_plan, street_plan
from tests.factories import graph, plans

CAIZHENG, JIAOYU = "320106|区财政局", "320106|区教育局"
FIRST, SECOND = "南京市鼓楼区绿化方案", "南京市鼓楼区绿化补充方案"


def built() -> Graph:
    return graph(collective_plans())


def titles(found: Graph, kind: str) -> set[tuple[str, str]]:
    """Units and titles of tasks that an edge ties together."""
    nodes = {node.ref: str(node.get("title")) for node in found.nodes}
    return {(edge.source.key, nodes[edge.target]) for edge in found.edges if edge.type == kind}


def test_members_are_the_bodies_that_plans_of_the_place_name() -> None:
    entities = resolve(collective_plans())
    assert entities.unit(STREETS).members == (HUAQIAO, NINGHAI)
    assert entities.unit(GROUP).members == (JIAOYU, CAIZHENG)
    assert resolve([later_plan()]).unit(STREETS).members == (NINGHAI,)


def test_a_members_share_has_an_edge_of_its_own() -> None:
    found = built()
    assert titles(found, "leadsAsMember") == {(HUAQIAO, "清扫街巷"), (NINGHAI, "清扫街巷")}
    assert titles(found, "responsibleAsMember") == {
        (CAIZHENG, "清扫街巷"),
        (JIAOYU, "清扫街巷"),
        (NINGHAI, "种树"),
        (JIAOYU, "浇水"),
        (HUAQIAO, "补种"),
        (NINGHAI, "补种"),
    }


def test_a_unit_that_the_task_names_has_no_second_share() -> None:
    found = built()
    assert (HUAQIAO, "种树") in titles(found, "leads")
    assert (CAIZHENG, "浇水") in titles(found, "leads")
    shares = titles(found, "leadsAsMember") | titles(found, "responsibleAsMember")
    assert not shares & (titles(found, "leads") | titles(found, "responsibleFor"))


def test_stated_edges_are_the_same_with_and_without_members() -> None:
    bare = resolve(collective_plans())
    assert titles(built(), "leads") == {
        (STREETS, "清扫街巷"),
        (HUAQIAO, "种树"),
        (CAIZHENG, "浇水"),
    }
    assert {edge.graph for edge in built().edges if edge.type in ("leads", "responsibleFor")} == {
        plan.document.key for plan in collective_plans()
    }
    assert len(built().of_kind("Assignment")) == sum(
        len(task.assignments) for plan in collective_plans() for task in plan.tasks
    )
    assert bare.warnings == ()


def test_shares_stand_among_the_findings_and_memberships_among_the_entities() -> None:
    found = built()
    shares = found.of_kind("ExpandedAssignment")
    assert len(shares) == 8
    assert {node.graph for node in shares} == {DERIVED}
    assert {node.graph for node in found.of_kind("CollectiveMembership")} == {ENTITIES}
    for kind in ("leadsAsMember", "responsibleAsMember"):
        assert {edge.graph for edge in found.edges if edge.type == kind} == {DERIVED}


def quotes(found: Graph, ref: Ref) -> list[tuple[str, str]]:
    """The quotes of a node with the plans' titles."""
    of: dict[tuple[str, Ref], Ref] = {(edge.type, edge.source): edge.target for edge in found.edges}
    places = [edge.target for edge in found.edges if edge.type == "evidence" and edge.source == ref]
    nodes = {node.ref: node for node in found.nodes}
    return [(str(nodes[one].get("exact")), str(nodes[of["quotedFrom", one]].get("title"))) for one in places]


def test_a_share_rests_on_the_stated_assignment_and_on_where_the_member_is_named() -> None:
    found = built()
    share = next(
        node
        for node in found.of_kind("ExpandedAssignment")
        if node.key.startswith("鼓绿〔2024〕1号")
        and "|种树" not in node.key
        and node.key.endswith(f"lead|{NINGHAI}")
    )
    assert quotes(found, share.ref) == [("各街道办事处", FIRST), ("宁海路街道办事处", SECOND)]
    assert share.get("reason") == "任务所列“各街道办事处”为统称，含宁海路街道办事处"
    out = {edge.type: edge.target for edge in found.edges if edge.source == share.ref}
    assert out["expandedFrom"].kind == "Assignment"
    assert out["byMembership"] == Ref("CollectiveMembership", f"{STREETS}|member|{NINGHAI}")
    member = Ref("CollectiveMembership", f"{GROUP}|member|{JIAOYU}")
    assert quotes(found, member) == [("区教育局", FIRST)]


def test_the_simple_edge_has_the_quotes_of_the_share() -> None:
    found = built()
    for edge in found.edges:
        if edge.type in ("leadsAsMember", "responsibleAsMember", "collectiveMember"):
            assert edge.evidence, edge


def test_one_unit_in_two_collectives_of_a_task_has_one_share() -> None:
    plan = street_plan()
    first = plan.tasks[0]
    first.assignments[0].role = "responsible"
    second = plan.tasks[0].assignments[1]
    second.unit = "各镇（街道）"
    found = [one for one in expansions(plan, resolve([plan])) if one.task is first]
    assert [one.unit.key for one in found] == [HUAQIAO]
    assert [unit.name for _, _, unit in found[0].sources] == ["各街道办事处", "各镇（街道）"]


def test_plans_without_known_members_expand_nothing() -> None:
    found = graph(plans())
    assert not found.of_kind("ExpandedAssignment")
    assert not found.of_kind("CollectiveMembership")


def test_the_order_of_plans_makes_no_difference() -> None:
    there, chosen = built(), collective_plans()
    random.Random(3).shuffle(chosen)
    back = graph(chosen[::-1])
    assert (there.nodes, there.edges) == (back.nodes, back.edges)


def test_the_shapes_hold_and_notice_a_second_share() -> None:
    found = built()
    assert [fault for fault in check_graph(found) if fault.hard and "expanded" in fault.place] == []
    share = found.of_kind("ExpandedAssignment")[0]
    out = {edge.type: edge.target for edge in found.edges if edge.source == share.ref}
    plan = share.plans[0]
    bad = Edge(
        type="leads", source=out["expandedUnit"], target=out["expandedTask"], graph=plan, plans=(plan,)
    )
    store = ox.Store()
    store.extend(quads(Graph(found.nodes, [*found.edges, bad])))
    said = [fault.messages["zh"] for fault in check_store(store) if fault.place.endswith("expanded")]
    assert said == ["单位已列入任务，又经统称重复计入。"]


Rows = list[tuple[Cell, ...]]


def rows(name: str, **params: Cell) -> Rows:
    store = ox.Store()
    store.extend(quads(built()))
    return list(ask(OxigraphView(store), name, params).rows)


def test_workload_is_counted_with_and_without() -> None:
    counted = {row[0]: row[2:] for row in rows("unit-workload")}
    assert counted == {
        "各街道办事处": (1, 2, 3, 1, 2, 3),
        "区绿化领导小组成员单位": (0, 2, 2, 0, 2, 2),
        "华侨路街道办事处": (1, 0, 1, 2, 1, 3),
        "宁海路街道办事处": (0, 1, 1, 1, 3, 4),
        "区财政局": (1, 0, 1, 1, 1, 2),
        "区教育局": (0, 0, 0, 0, 2, 2),
    }


@pytest.mark.parametrize(
    ("through", "expected"),
    [
        ("stated", [("种树", "lead", None)]),
        ("expanded", [("清扫街巷", "lead", "各街道办事处"), ("补种", "responsible", "各街道办事处")]),
        (
            None,
            [
                ("清扫街巷", "lead", "各街道办事处"),
                ("种树", "lead", None),
                ("补种", "responsible", "各街道办事处"),
            ],
        ),
    ],
)
def test_tasks_of_a_unit_say_through_which_collective(through: str | None, expected: Rows) -> None:
    found = rows("tasks-of-unit", unit="华侨路", through=through)
    assert sorted((row[4], row[5], row[8]) for row in found) == sorted(expected)


def test_the_tables_keep_shares_apart() -> None:
    chosen = collective_plans()
    tables = record_tables(chosen, resolve(chosen))
    assert len(tables["assignments"]) == len(built().of_kind("Assignment"))
    shares = tables["expanded_assignments"]
    assert len(shares) == 8
    first = next(iter(shares))
    assert (first["unit_name"], first["collective_name"], first["role"]) == (
        "华侨路街道办事处",
        "各街道办事处",
        "lead",
    )


def test_a_graph_of_one_plan_is_part_of_that_of_both() -> None:
    alone = build_graph([street_plan()], resolve([street_plan()]))
    assert titles(alone, "leadsAsMember") < titles(built(), "leadsAsMember")


@cache
def examples() -> tuple[Run, Graph]:
    run = read_plans(list(find_files([examples_folder()])), get_loader())
    return run, build_graph(run.plans, resolve(run.plans, run.texts))


def test_ten_streets_and_towns_of_an_example_have_the_tasks_that_all_are_given() -> None:
    _, found = examples()
    ten = [
        edge.target.key
        for edge in found.edges
        if edge.type == "collectiveMember" and edge.source.key == "350102|十街镇"
    ]
    assert len(ten) == 10
    assert "350102|洪山镇政府" in ten
    given = Counter(
        edge.source.key
        for edge in found.edges
        if edge.type == "responsibleAsMember" and edge.source.key in ten
    )
    assert set(given.values()) == {20}


def test_what_shows_a_member_stands_in_the_text_of_an_example() -> None:
    run, found = examples()
    nodes = {node.ref: node for node in found.nodes}
    plans_of = {edge.source: edge.target.key for edge in found.edges if edge.type == "quotedFrom"}
    shown = 0
    for edge in found.edges:
        if edge.type == "evidence" and edge.source.kind in ("CollectiveMembership", "ExpandedAssignment"):
            place = nodes[edge.target]
            text = run.texts[plans_of[edge.target]]
            assert text[int(str(place.get("start"))) : int(str(place.get("end")))] == place.get("exact")
            shown += 1
    assert shown > 200


@pytest.mark.parametrize("name", ["unit-workload", "tasks-of-unit"])
def test_cypher_gives_the_same_rows(name: str) -> None:
    nodes = property_graph(quads(built()))
    assert list(ask(cypher_view(nodes), name, {}).rows) == rows(name)
