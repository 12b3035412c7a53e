"""The property graph that follows from the RDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from kg.graph import Ref, node_iri, property_schema
from kg.keys import BASE, assign_keys
from kg.stores.property_graph import (
    PropertyGraph,
    PropertyNode,
    base_of,
    date_span,
    labels_of,
    property_graph,
)
from kg.stores.rdf import quads
from tests.factories import garden_plan, graph, other_district_plan, plans, tree_plan

GARDEN, TREE, OTHER = (
    node_iri(Ref("Plan", assign_keys(plan).document.key))
    for plan in (garden_plan(), tree_plan(), other_district_plan())
)


@pytest.fixture(scope="module")
def made() -> PropertyGraph:
    return property_graph(quads(graph()))


def of_label(made: PropertyGraph, label: str) -> Iterator[PropertyNode]:
    return (node for node in made.nodes if node.label == label)


def one(made: PropertyGraph, label: str, name: str, value: str) -> PropertyNode:
    [found] = [node for node in of_label(made, label) if node.properties.get(name) == value]
    return found


def test_every_node_and_edge_of_the_graph_is_there(made: PropertyGraph) -> None:
    source = graph()
    assert {node.iri for node in made.nodes} >= {node_iri(node.ref) for node in source.nodes}
    assert len(made.relations) == len(
        {(edge.type, edge.source, edge.target, edge.graph) for edge in source.edges}
    )
    assert {node.label for node in made.nodes} <= set(property_schema().labels)
    assert {relation.type for relation in made.relations} <= set(property_schema().relations)


def test_plans_that_contribute_are_those_of_the_graph(made: PropertyGraph) -> None:
    iris = {plan.document.key: node_iri(Ref("Plan", plan.document.key)) for plan in plans()}
    expected = {
        node_iri(node.ref): tuple(sorted(iris[key] for key in node.plans))
        for node in graph().nodes
        if node.kind in ("Task", "Policy", "Person", "Post", "LeadershipGroup", "Evidence", "ThemeAssignment")
    }
    assert {node.iri: node.plans for node in made.nodes if node.iri in expected} == expected
    assert all(node.plans for node in made.nodes)
    assert all(relation.plans for relation in made.relations)


def test_values_have_their_types(made: PropertyGraph) -> None:
    plan = one(made, "Plan", "title", "南京市鼓楼区花园建设工作方案")
    assert plan.properties["addressee"] == ["各街道办事处", "区各部门"]
    assert plan.properties["copiedTo"] == ["区委各部门"]
    assert plan.properties["draft"] is False
    assert (plan.properties["signed"], plan.properties["signedLast"]) == ("2024-03-01", date(2024, 3, 1))
    assert plan.properties["periodEnd"] == "2026-06"
    assert (plan.properties["periodEndFirst"], plan.properties["periodEndLast"]) == (
        date(2026, 6, 1),
        date(2026, 6, 30),
    )
    target = one(made, "Target", "indicator", "绿地率")
    assert (target.properties["value"], target.properties["valueMax"]) == (35.5, 40.0)
    assert isinstance(one(made, "Task", "title", "宣传花事").properties["position"], int)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("2024-02", (date(2024, 2, 1), date(2024, 2, 29))),
        ("2024-02-30", None),
        ("2024-13", None),
        ("年底前", None),
        ("", None),
        ("2024-01-02-03", None),
    ],
)
def test_a_partial_date_has_a_first_and_a_last_day(text: str, span: tuple[date, date] | None) -> None:
    assert date_span(text) == span


def test_a_relation_in_one_step_names_the_evidence_of_what_is_behind_it(made: PropertyGraph) -> None:
    unit = one(made, "Unit", "prefLabel", "区人社局")
    task = one(made, "Task", "title", "培训园丁")
    [held] = [one for one in made.relations if one.type == "RESPONSIBLE_FOR" and one.target == task.iri]
    assert held.source == unit.iri
    [place] = held.evidence
    quote = next(node for node in made.nodes if node.iri == place)
    assert (quote.label, quote.properties["exact"]) == ("Evidence", "区人社局")


def test_a_plan_s_relation_to_a_policy_has_the_evidence_of_its_citations(made: PropertyGraph) -> None:
    policy = one(made, "Policy", "title", "全国花园城市建设纲要")
    [based] = [
        one
        for one in made.relations
        if (one.type, one.source, one.target) == ("BASED_ON", GARDEN, policy.iri)
    ]
    [place] = based.evidence
    quote = next(node for node in made.nodes if node.iri == place)
    assert quote.properties["exact"] == "全国花园城市建设纲要"


def test_evidence_is_there_for_every_relation_that_a_plan_with_evidence_states(made: PropertyGraph) -> None:
    for relation in made.relations:
        if relation.type in ("EVIDENCE", "QUOTED_FROM"):
            assert relation.evidence == ()
        elif relation.type in ("LEADS", "RESPONSIBLE_FOR", "ASSIGNED_UNIT"):
            assert relation.evidence, relation


def test_labels_are_those_above_too() -> None:
    assert labels_of("Unit") == ("Unit", "ResponsibleBody", "Resource")


def test_another_base_gives_the_same_under_that_base(made: PropertyGraph) -> None:
    statements = list(quads(graph(), "http://e.org/kg/"))
    assert base_of(statements) == "http://e.org/kg/"
    moved = property_graph(statements, "http://e.org/kg/")
    assert [node.properties for node in moved.nodes] == [node.properties for node in made.nodes]
    assert {node.iri for node in moved.nodes} == {
        node.iri.replace(BASE, "http://e.org/kg/") for node in made.nodes
    }
    assert {plan for node in moved.nodes for plan in node.plans} == {
        plan.replace(BASE, "http://e.org/kg/") for plan in (GARDEN, TREE, OTHER)
    }


def test_no_quads_give_an_empty_graph() -> None:
    assert property_graph([]) == PropertyGraph(nodes=(), relations=())
    assert base_of([]) == BASE
