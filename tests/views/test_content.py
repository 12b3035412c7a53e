from __future__ import annotations

from typing import Any

import pytest

from kg.graph import Ref, build_graph, load_schema, node_iri
from kg.keys import BASE
from kg.resolve import resolve
from kg.views.explorer import themes_of_graph
from kg.views.explorer.content import page_data
from kg.views.explorer.model import PageData
from tests.views.pages import example_run


@pytest.fixture(scope="module")
def made() -> PageData:
    run = example_run()
    entities = resolve(run.plans, run.texts)
    return page_data(run.reads, entities, themes_of_graph(build_graph(run.plans, entities)))


def test_every_quote_stands_in_the_text_at_its_place(made: PageData) -> None:
    run = example_run()
    texts = {read.plan.document.key: read.text for read in run.reads}
    order = sorted(texts)
    assert [plan.text for plan in made.plans] == [texts[key] for key in order]
    quotes = {
        (order.index(read.plan.document.key), one.start, one.end): one.quote
        for read in run.reads
        for task in read.plan.tasks
        for assignment in task.assignments
        for one in assignment.evidence
    }
    shown = [
        place for edge in made.edges if edge.type in ("leads", "responsibleFor") for place in edge.evidence
    ]
    assert shown
    for place in shown:
        quote = quotes[place.plan, place.start, place.end]
        assert made.plans[place.plan].text[place.start : place.end] == quote


def test_all_records_are_on_the_page(made: PageData) -> None:
    plans = example_run().plans
    counts = {
        kind: sum(node.kind == kind for node in made.nodes) for kind in ("Plan", "Task", "Target", "Phase")
    }
    assert counts == {
        "Plan": len(plans),
        "Task": sum(len(plan.tasks) for plan in plans),
        "Target": sum(len(plan.targets) for plan in plans),
        "Phase": sum(len(plan.phases) for plan in plans),
    }
    assert sum(len(plan.gaps) for plan in made.plans) == sum(len(plan.unread) for plan in plans)


def test_edges_are_those_of_the_graph(made: PageData) -> None:
    run = example_run()
    entities = resolve(run.plans, run.texts)
    graph = build_graph(run.plans, entities)

    def named(ref: Ref) -> str:
        return node_iri(ref).removeprefix(BASE)

    for kind in ("leads", "responsibleFor", "basedOn"):
        said = {(named(edge.source), named(edge.target)) for edge in graph.edges if edge.type == kind}
        shown = {
            (made.nodes[edge.source].id, made.nodes[edge.target].id)
            for edge in made.edges
            if edge.type == kind and made.nodes[edge.source].kind != "Task"
        }
        assert shown >= said


def test_every_label_is_there_in_both_languages(made: PageData) -> None:
    schema = load_schema()
    assert {edge.type for edge in made.edges} <= schema.edges.keys()
    for name, (zh, en) in made.words.items():
        assert zh and en, name
    assert all(
        f"fact.{name}" in made.words for node in made.nodes for name in node.facts if name != "jurisdiction"
    )


def test_a_unit_weighs_as_many_tasks_as_it_has(made: PageData) -> None:
    strongest: Any = max((node for node in made.nodes if node.kind == "Unit"), key=lambda node: node.weight)
    place = made.nodes.index(strongest)
    tasks = {
        edge.target
        for edge in made.edges
        if edge.source == place and edge.type in ("leads", "responsibleFor")
    }
    assert strongest.name == "区市场监管局" and strongest.weight == len(tasks)


def test_mentions_of_policies_are_counted(made: PageData) -> None:
    relations = {"basedOn", "implements", "amends", "creates", "cites"}
    times = sum(
        edge.times for edge in made.edges if edge.type in relations and made.nodes[edge.source].kind == "Plan"
    )
    assert times == sum(len(plan.citations) for plan in example_run().plans)
