"""Deadlines that follow from phase, heading, target or the plan's end: apart from those that a plan states."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph import DERIVED, Graph, Node, build_graph, load_schema
from kg.keys import BASE
from kg.model import Plan
from kg.plugins import get_loader
from kg.questions import ask
from kg.resolve import resolve
from kg.running import examples_folder
from kg.shapes import check_store
from kg.stores.rdf import quads
from kg.stores.view import OxigraphView
from tests.dated_plans import dated_plan, open_plan

PREFIX = f"PREFIX kg: <{BASE}ontology#> "


def graph_of(*plans: Plan) -> Graph:
    return build_graph(plans, resolve(plans))


def store_of(*plans: Plan) -> ox.Store:
    store = ox.Store()
    store.extend(quads(graph_of(*plans)))
    return store


def derived(graph: Graph) -> dict[str, Node]:
    """The derived deadlines by title of their task."""
    found = {}
    for edge in graph.edges:
        if edge.type == "derivedDueTask":
            finding, task = graph.node(edge.source), graph.node(edge.target)
            assert finding and task
            found[str(task.get("title"))] = finding
    return found


def ends(graph: Graph, node: Node, kind: str) -> list[str]:
    return [edge.target.kind for edge in graph.edges if edge.source == node.ref and edge.type == kind]


@pytest.mark.parametrize(
    ("title", "date", "basis", "source", "reason"),
    [
        ("修剪行道树", "2024", "section", "Section", "所在章节标题“2024年重点任务”载明2024"),
        ("清点行道树", "2024-06", "phase", "Phase", "所在阶段“起步阶段”止于2024-06"),
        ("补种行道树", "2025-03", "target", "Target", "任务所含目标“新树3座”的期限为2025-03"),
        ("巡查行道树", "2025-12", "plan", "Plan", "计划期止于2025-12"),
    ],
)
def test_a_deadline_follows_from_the_nearest_date(
    title: str, date: str, basis: str, source: str, reason: str
) -> None:
    graph = graph_of(dated_plan())
    node = derived(graph)[title]
    assert [node.get(name) for name in ("derivedDue", "dateBasis", "reason")] == [date, basis, reason]
    assert ends(graph, node, "derivedFrom") == [source]
    assert ends(graph, node, "evidence") == ["Evidence"]
    assert node.graph == DERIVED


def test_without_a_period_the_last_phase_is_the_end() -> None:
    node = derived(graph_of(open_plan()))["建花园"]
    assert (node.get("derivedDue"), node.get("dateBasis")) == ("2023-11", "timetable")
    assert node.get("reason") == "计划未载明期限，最后阶段“实施”止于2023-11"


def test_a_plan_without_any_date_gives_none() -> None:
    plan = open_plan()
    plan.phases = []
    assert derived(graph_of(plan)) == {}


def test_a_heading_of_past_years_and_a_policy_in_a_heading_say_nothing() -> None:
    plan = dated_plan()
    plan.sections[0].title = plan.tasks[0].section = "2023年工作"
    plan.sections[1].title = plan.tasks[1].section = "落实《2030年规划》"
    plan.phases = []
    found = derived(graph_of(plan))
    assert {found[name].get("dateBasis") for name in ("修剪行道树", "清点行道树")} == {"plan"}


def test_a_stated_deadline_gets_no_derived_one_beside_it() -> None:
    graph = graph_of(dated_plan())
    assert "养护行道树" not in derived(graph)
    assert [node.get("due") for node in graph.of_kind("Deadline")] == ["2025-01"]


def test_the_simple_edge_says_with_what_a_task_falls_due() -> None:
    graph = graph_of(dated_plan())
    found = [edge for edge in graph.edges if edge.type == "dueWith"]
    assert [edge.target.kind for edge in found] == ["Section", "Phase", "Target", "Plan"]
    assert {edge.graph for edge in found} == {DERIVED}


def test_the_date_of_a_target_is_stated_or_marked_as_the_plans() -> None:
    targets = graph_of(dated_plan()).of_kind("Target")
    assert [node.get("dateBasis") for node in targets] == ["stated", "stated", "plan"]


def test_queries_of_stated_deadlines_never_see_derived_ones() -> None:
    view = OxigraphView(store_of(dated_plan(), open_plan()))
    rows = view.select(
        PREFIX + "SELECT ?date { GRAPH ?g { { ?t kg:deadline ?date } UNION { ?n kg:due ?date } } }"
    )
    assert {row[0] for row in rows.rows} == {"2025-01"}
    kinds = PREFIX + "SELECT ?n { GRAPH ?g { ?n a kg:DerivedDeadline , kg:Deadline } }"
    assert len(view.select(kinds)) == 0
    assert load_schema().parents["DerivedDeadline"] == ("DerivedDeadline", "Finding")


@pytest.mark.parametrize(
    ("basis", "rows"),
    [
        ("stated", [("2025-01", "stated")]),
        (
            "derived",
            [
                ("2023-11", "timetable"),
                ("2024-06", "phase"),
                ("2024", "section"),
                ("2025-03", "target"),
                ("2025-12", "plan"),
            ],
        ),
    ],
)
def test_the_question_keeps_them_apart(basis: str, rows: list[tuple[str, str]]) -> None:
    view = OxigraphView(store_of(dated_plan(), open_plan()))
    table = ask(view, "due", {"basis": basis})
    assert list(zip(table.column("deadline"), table.column("basis"), strict=True)) == rows
    both = ask(view, "due", {"basis": "all"})
    assert len(both) == 6
    assert ask(view, "due") == ask(view, "due", {"basis": "stated"})


def test_people_read_the_basis_in_their_language() -> None:
    table = ask(OxigraphView(store_of(open_plan())), "due", {"basis": "derived"})
    assert table.shown("zh")[0][:2] == ["2023-11", "最后阶段"]
    assert table.shown("en")[0][:2] == ["2023-11", "last phase"]


def test_the_timetable_shows_when_tasks_fall_due() -> None:
    view = OxigraphView(store_of(dated_plan(), open_plan()))
    stated = ask(view, "timetable", {"plan": "行道树"})
    assert stated.column("phase") == ["起步阶段"]
    rows = ask(view, "timetable", {"plan": "行道树", "basis": "derived"})
    found = list(zip(rows.column("end"), rows.column("basis"), rows.column("tasks"), strict=True))
    assert found == [
        ("2024", "section", 1),
        ("2024-06", "phase", 1),
        ("2025-03", "target", 1),
        ("2025-12", "plan", 1),
    ]


FAULTS = [
    (
        "DELETE { GRAPH ?g { ?n kg:derivedFrom ?x } } WHERE { GRAPH ?g { ?n kg:derivedFrom ?x ; kg:dateBasis kg:basis-phase } }",
        (
            "tasks[1].deadline",
            "推定时限未注明推自何处。",
            "The derived deadline does not say what it follows from.",
        ),
    ),
    (
        (
            "INSERT { GRAPH ?g { ?t kg:deadline '2026'^^<http://www.w3.org/2001/XMLSchema#gYear> ."
            " ?d kg:dueTask ?t ; kg:due '2026'^^<http://www.w3.org/2001/XMLSchema#gYear> ; kg:stated true } }"
            " WHERE { GRAPH ?g { ?t kg:numberPath '一/1' ; kg:inPlan ?p } BIND(IRI('http://e.org/d') AS ?d) }"
        ),
        (
            "tasks[0]",
            "任务已载明时限，不应另有推定时限。",
            "The task has a derived deadline beside the one that the plan states.",
        ),
    ),
    (
        "DELETE { GRAPH ?g { ?t kg:dateBasis ?b } } WHERE { GRAPH ?g { ?t kg:indicator '新树' ; kg:dateBasis ?b } }",
        (
            "targets[0]",
            "目标期限未注明系载明还是取自计划期。",
            "The target's date says neither that it is stated nor that it is the plan's end.",
        ),
    ),
    (
        (
            "DELETE { GRAPH ?g { ?t kg:dateBasis ?b } } INSERT { GRAPH ?g { ?t kg:dateBasis kg:basis-plan } }"
            " WHERE { GRAPH ?g { ?t kg:indicator '老树' ; kg:dateBasis ?b } }"
        ),
        (
            "targets[1]",
            "目标期限标为取自计划期，却与计划期末不同。",
            "The target's date is marked as the plan's end and differs from it.",
        ),
    ),
]


@pytest.mark.parametrize(("update", "told"), FAULTS)
def test_shapes_hold_them(update: str, told: tuple[str, str, str]) -> None:
    store = store_of(dated_plan())
    before = {(one.place, one.message("zh")) for one in check_store(store)}
    store.update(PREFIX + update)
    found = {(one.place, one.message("zh"), one.message("en")) for one in check_store(store)}
    assert [one for one in found if one[:2] not in before] == [told]


def test_every_task_of_the_examples_is_due_at_some_date() -> None:
    loader = get_loader()
    read = [
        loader.read_plan(loader.open_source(path))
        for path in sorted(examples_folder().iterdir())
        if path.is_file() and path.suffix != ".py"
    ]
    graph = graph_of(*read)
    stated = {edge.target for edge in graph.edges if edge.type == "dueTask"}
    follows = {edge.target for edge in graph.edges if edge.type == "derivedDueTask"}
    assert not stated & follows
    assert stated | follows == {node.ref for node in graph.of_kind("Task")}
