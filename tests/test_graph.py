"""Nodes and edges, as the ontology defines them."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from kg.errors import KgError, OntologyError
from kg.graph import (
    DECISIONS,
    DERIVED,
    ENTITIES,
    Edge,
    Graph,
    Node,
    Ref,
    build_graph,
    graph_iri,
    load_schema,
    node_iri,
    segment,
)
from kg.keys import assign_keys
from kg.model import Plan
from kg.resolve import Applied, Entities, resolve
from tests.factories import PROVINCIAL, document, evidence, garden_plan, graph, plans, task

GARDEN = "鼓花〔2024〕1号|南京市鼓楼区人民政府"
POCKET = Ref("Task", f"{GARDEN}|task|二/(一)/1|1")


def targets(of: Graph, kind: str, source: Ref) -> list[Ref]:
    return [edge.target for edge in of.edges if edge.type == kind and edge.source == source]


def sources(of: Graph, kind: str, target: Ref) -> list[Ref]:
    return [edge.source for edge in of.edges if edge.type == kind and edge.target == target]


def test_a_task_has_its_properties_and_its_places() -> None:
    found = graph()
    node = found.node(POCKET)
    assert node is not None
    assert (node.get("title"), node.get("deadline"), node.get("part")) == ("建设口袋花园", "2025", 1)
    assert node.graph == GARDEN
    assert node.plans == (GARDEN,)
    assert targets(found, "inPlan", POCKET) == [Ref("Plan", GARDEN)]
    assert targets(found, "inSection", POCKET) == [Ref("Section", f"{GARDEN}|section|3")]


def test_simple_edges_go_with_the_assignments() -> None:
    found = graph()
    assert sources(found, "leads", POCKET) == [Ref("Unit", "320106|区园林局")]
    assert sources(found, "responsibleFor", POCKET) == [
        Ref("Unit", "320106|区财政局"),
        Ref("CollectiveUnit", "320106|各街道办事处"),
    ]
    simple = {
        (edge.source, edge.target, edge.type)
        for edge in found.edges
        if edge.type in ("leads", "responsibleFor")
    }
    long = set()
    for node in found.of_kind("Assignment"):
        [unit] = targets(found, "assignedUnit", node.ref)
        [item] = targets(found, "assignedTask", node.ref)
        long.add((unit, item, {"lead": "leads", "responsible": "responsibleFor"}[str(node.get("role"))]))
    assert simple == long


def test_a_simple_edge_has_the_evidence_of_its_assignments() -> None:
    found = graph()
    [edge] = [edge for edge in found.edges if edge.type == "leads" and edge.target == POCKET]
    [place] = edge.evidence
    node = found.node(place)
    assert node is not None
    assert (node.get("exact"), node.get("start"), node.get("end")) == ("区园林局", 140, 144)


def test_a_unit_named_twice_in_one_task_has_one_edge_with_both_places() -> None:
    plan = garden_plan()
    first = plan.tasks[0].assignments[0]
    plan.tasks[0].assignments.append(replace(first, evidence=[evidence("unit", "区园林局", 160)]))
    edges = [
        edge for edge in graph([assign_keys(plan)]).edges if edge.type == "leads" and edge.target == POCKET
    ]
    assert [len(edge.evidence) for edge in edges] == [2]


def test_a_record_with_lists_only_has_assignments_too() -> None:
    plan = garden_plan()
    plan.tasks[0].assignments = []
    found = graph([assign_keys(plan)])
    assert sources(found, "leads", POCKET) == [Ref("Unit", "320106|区园林局")]
    assert len(sources(found, "assignedTask", POCKET)) == 3


def test_a_policy_has_a_citation_and_one_edge_by_its_relation() -> None:
    found = graph()
    policy = Ref("Policy", "国花〔2020〕5号")
    assert sources(found, "basedOn", policy) == [
        Ref("Plan", "鼓绿〔2024〕9号|福州市鼓楼区人民政府"),
        Ref("Plan", GARDEN),
    ]
    assert len(sources(found, "cited", policy)) == 3
    node = found.node(policy)
    assert node is not None
    assert node.graph == ENTITIES
    assert len(node.plans) == 3


def test_a_citation_knows_its_section_and_task() -> None:
    found = graph()
    citation = Ref("Citation", f"{GARDEN}|citation|2")
    assert targets(found, "inSection", citation) == [Ref("Section", f"{GARDEN}|section|3")]
    assert targets(found, "inTask", citation) == [Ref("Task", f"{GARDEN}|task|二/(二)|1")]


def test_the_relation_of_the_policy_record_holds_for_the_plan() -> None:
    plan = garden_plan()
    plan.citations[0].relation = "cites"
    found = graph([assign_keys(plan)])
    plan_ref, policy = Ref("Plan", GARDEN), Ref("Policy", "国花〔2020〕5号")
    assert policy in targets(found, "basedOn", plan_ref)
    assert policy not in targets(found, "cites", plan_ref)


def test_two_records_of_one_policy_give_the_stronger_relation() -> None:
    plan = garden_plan()
    plan.policies.insert(0, replace(plan.policies[0], title="另名", relation="cites"))
    found = graph([assign_keys(plan)])
    policy = Ref("Policy", "国花〔2020〕5号")
    assert sources(found, "basedOn", policy) == [Ref("Plan", GARDEN)]
    assert sources(found, "cites", policy) == []


def test_a_cited_plan_is_linked_to_the_plan() -> None:
    assert targets(graph(), "sameDocumentAs", Ref("Policy", "鼓花〔2024〕1号")) == [Ref("Plan", GARDEN)]


def test_memberships_tie_person_group_and_posts() -> None:
    found = graph()
    seat = Ref("Membership", f"{GARDEN}|member|1")
    [person] = targets(found, "member", seat)
    posts = targets(found, "byPost", seat)
    assert targets(found, "inGroup", seat) == [Ref("LeadershipGroup", "320106|区花园建设领导小组")]
    assert [post.key for post in posts] == ["320106|区委|副书记", "320106|区政府|区长"]
    assert targets(found, "postIn", posts[0]) == [Ref("Unit", "320106|区委")]
    assert posts[0] in targets(found, "holdsPost", person)


def test_sections_stand_in_the_section_above() -> None:
    found = graph()
    upper, lower = (Ref("Section", f"{GARDEN}|section|{i}") for i in (2, 3))
    assert targets(found, "inSection", lower) == [upper]
    assert targets(found, "inSection", upper) == []


@pytest.mark.parametrize(
    ("section", "number", "start", "expected"),
    [
        ("重点任务", "二/9", 120, 2),  # named and around it, though a deeper one is too
        ("口袋花园", "二/（一）/9", 9000, 3),  # a table's row: elsewhere in the text, found by number
        ("总体要求", "九", 9000, 1),  # the only one of that title
        (None, "九", 120, 3),  # no heading named: the innermost around it
        ("没有的标题", "九", 120, None),
    ],
)
def test_a_task_stands_in_the_section_that_it_names(
    section: str | None, number: str, start: int, expected: int | None
) -> None:
    plan = garden_plan()
    plan.tasks = [task("事", number, start, units={}, section=section)]
    found = graph([assign_keys(plan)])
    [node] = found.of_kind("Task")
    places = [ref.key.rpartition("|")[2] for ref in targets(found, "inSection", node.ref)]
    assert places == ([] if expected is None else [str(expected)])


def test_statements_of_a_plan_stand_in_its_graph_and_entities_in_theirs() -> None:
    found = graph()
    shared = {"Unit", "CollectiveUnit", "CollectiveMembership", "Policy", "Person", "Post"}
    shared |= {"LeadershipGroup", "Jurisdiction"}
    for node in found.nodes:
        assert (node.graph == ENTITIES) == (node.kind in shared), node
        assert node.plans


def test_places_carry_the_plans_below_them() -> None:
    province = graph().node(Ref("Jurisdiction", "320000"))
    assert province is not None
    assert len(province.plans) == 2


def test_the_order_of_plans_makes_no_difference() -> None:
    there, chosen = graph(), plans()
    random.Random(5).shuffle(chosen)
    back = graph(chosen)
    assert (there.nodes, there.edges) == (back.nodes, back.edges)


def test_members_of_a_collective_hang_on_it() -> None:
    chosen = plans()
    plain = resolve(chosen)
    units = [replace(unit, members=("320106|区财政局",)) if unit.collective else unit for unit in plain.units]
    entities = Entities(
        units=units,
        policies=plain.policies,
        persons=plain.persons,
        groups=plain.groups,
        jurisdictions=plain.jurisdictions,
        decisions=plain.decisions,
    )
    found = build_graph(chosen, entities)
    assert targets(found, "collectiveMember", Ref("CollectiveUnit", "320106|各街道办事处")) == [
        Ref("Unit", "320106|区财政局")
    ]


def test_one_plan_twice_is_refused() -> None:
    twice = [assign_keys(garden_plan()), assign_keys(garden_plan())]
    with pytest.raises(KgError, match="nodes that share a key: Assignment"):
        graph(twice)


def test_what_the_ontology_does_not_define_is_listed_all_at_once() -> None:
    unit, item = Ref("Unit", "u"), Ref("Task", "t")
    strange = Graph(
        [
            Node(kind="Dragon", key="d", graph=ENTITIES),
            Node(kind="Unit", key="u", properties=(("colour", "red"), ("deadline", "2025")), graph=ENTITIES),
            Node(kind="Assignment", key="a", properties=(("role", "boss"),), graph="p"),
        ],
        [
            Edge(type="eats", source=unit, target=item, graph="p"),
            Edge(type="leads", source=item, target=unit, graph="p"),
        ],
    )
    with pytest.raises(OntologyError) as caught:
        load_schema().check(strange)
    assert str(caught.value) == (
        "not in the ontology: class Dragon; edge eats (from Unit to Task); edge leads from Task to Unit;"
        " property colour (of Unit); property deadline on Unit; role 'boss'"
    )


def test_a_role_without_a_simple_edge_is_an_error() -> None:
    with pytest.raises(OntologyError, match="no simple edge for AssignmentRole 'boss'"):
        load_schema().simple_edge("AssignmentRole", "boss")


def test_a_collective_keeps_the_iri_of_a_unit() -> None:
    assert segment("LeadershipGroup") == "leadership-group"
    assert node_iri(Ref("Unit", "k")) == node_iri(Ref("CollectiveUnit", "k"))


def test_named_graphs_have_iris() -> None:
    assert graph_iri("entities", "http://e.org/") == "http://e.org/graph/entities"
    assert graph_iri("a plan") != graph_iri("another plan")


def test_an_empty_plan_is_a_plan_node() -> None:
    found = graph([assign_keys(Plan(document=document("方案")))])
    assert [node.kind for node in found.nodes] == ["Plan"]


def test_each_name_is_identified_with_a_reason() -> None:
    found = graph()
    nodes = {
        (node.graph, str(node.get("printedName")), targets(found, "identifies", node.ref)[0].kind)
        for node in found.of_kind("Identification")
        if node.get("reason")
    }
    assert {
        (DERIVED, "区园林局", "Unit"),
        (DERIVED, "周林", "Person"),
        (DERIVED, PROVINCIAL, "Policy"),
    } <= nodes


def test_a_correction_is_a_node_in_the_graph_of_decisions() -> None:
    chosen = plans()
    plain = resolve(chosen)
    said = Applied(
        action="change",
        kind="task",
        key=POCKET.key,
        field="title",
        value="新建口袋花园",
        author="审校者",
        reason="有误",
        quote="",
    )
    entities = Entities(
        units=plain.units,
        policies=plain.policies,
        persons=plain.persons,
        groups=plain.groups,
        jurisdictions=plain.jurisdictions,
        decisions=plain.decisions,
        corrections=[said, replace(said, key=f"{GARDEN}|task|gone", action="reject")],
    )
    found = build_graph(chosen, entities)
    first, second = found.of_kind("Correction")
    assert (first.graph, first.get("correctedBy"), first.plans) == (DECISIONS, "审校者", (GARDEN,))
    assert targets(found, "corrects", first.ref) == [POCKET]
    assert targets(found, "decidedIn", first.ref) == [Ref("Plan", GARDEN)]
    # Of a record that is gone the plan remains.
    assert targets(found, "corrects", second.ref) == []
    assert (targets(found, "decidedIn", second.ref), second.plans) == ([Ref("Plan", GARDEN)], (GARDEN,))


def test_a_stated_deadline_is_a_node_that_shares_its_evidence() -> None:
    plan = garden_plan()
    plan.tasks[0].evidence.append(evidence("deadline", "2025", 160))
    found = graph([assign_keys(plan)])
    node = next(node for node in found.of_kind("Deadline") if targets(found, "dueTask", node.ref) == [POCKET])
    assert (node.get("due"), node.get("stated")) == ("2025", True)
    [place] = targets(found, "evidence", node.ref)
    assert place in targets(found, "evidence", POCKET)
