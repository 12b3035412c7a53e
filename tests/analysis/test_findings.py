from __future__ import annotations

from collections import Counter

import pyoxigraph as ox
import pytest

from kg.analysis import Material, find
from kg.analysis.findings import with_findings
from kg.analysis.whole import analysed_graph
from kg.api import Built
from kg.graph import DERIVED, Graph, build_graph, graph_iri
from kg.resolve import resolve
from kg.shapes import check_graph
from kg.stores.cypher import cypher_view
from kg.stores.property_graph import property_graph
from kg.stores.rdf import quads, trig
from tests.analysis.made import every_finding
from tests.factories import plans

SKOS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>"
KG = "https://w3id.org/plan-kg/ontology#"


def whole(built: Built) -> Graph:
    return analysed_graph(built.plans, built.entities, built.texts)


def ask(graph: Graph, query: str) -> list[tuple[str, ...]]:
    store = ox.Store()
    store.extend(quads(graph))
    found = store.query(f"PREFIX kg: <{KG}> PREFIX dcterms: <http://purl.org/dc/terms/> {SKOS} {query}")
    assert isinstance(found, ox.QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [tuple(str(getattr(row[name], "value", row[name])) for name in names) for row in found]


def test_findings_stand_in_their_own_graph_and_keep_the_shapes() -> None:
    made, findings = every_finding(plans())
    graph = with_findings(build_graph(made.plans, made.entities), made, findings)
    kinds = Counter(node.kind for node in graph.nodes if node.graph == DERIVED)
    assert kinds["TaskOverlap"] == 6  # one for each kind but theme, and the copied pair
    assert kinds["TargetComparison"] == 5
    assert kinds["TaskChange"] == 6
    assert min(kinds[name] for name in ("PlanKinship", "PolicyOverlap", "UnitLoad", "IdleSeat")) >= 1
    assert check_graph(graph) == check_graph(build_graph(made.plans, made.entities))


def test_every_finding_says_why() -> None:
    made, findings = every_finding(plans())
    graph = with_findings(build_graph(made.plans, made.entities), made, findings)
    new = [node for node in graph.nodes if node.graph == DERIVED]
    assert all(node.get("reason") for node in new)


def test_a_question_reads_the_findings(examples: Built) -> None:
    rows = ask(
        whole(examples),
        f"""SELECT ?first ?second ?tasks WHERE {{ GRAPH <{graph_iri(DERIVED)}> {{
            ?kin a kg:PlanKinship ; kg:firstPlan ?a ; kg:secondPlan ?b ; kg:sharedTasks ?tasks ; kg:score ?score }}
            GRAPH ?g {{ ?a dcterms:title ?first }} GRAPH ?h {{ ?b dcterms:title ?second }} }}
            ORDER BY DESC(?score) LIMIT 1""",
    )
    [(first, second, tasks)] = rows
    assert "鼓楼区" in first and "鼓楼区" in second
    assert int(tasks) == 4


def test_the_same_plans_give_the_same_bytes_in_any_order(examples: Built) -> None:
    turned = analysed_graph(
        examples.plans[::-1], examples.entities, dict(sorted(examples.texts.items(), reverse=True))
    )
    assert trig(turned) == trig(whole(examples))


def test_a_plan_without_its_text_is_compared_in_all_else() -> None:
    chosen = plans()
    found = find(Material(chosen, resolve(chosen), {}))
    assert found.tasks.unread == tuple(sorted(found.tasks.unread, key=found.load.plans.index))
    assert found.policies.pairs


@pytest.mark.parametrize("chosen", [[], plans()[:1]])
def test_none_and_one_plan_give_no_pairs(chosen: list) -> None:  # type: ignore[type-arg]
    found = find(Material(chosen, resolve(chosen), {}))
    assert (found.kin, found.changes, found.targets, found.tasks.pairs) == ((), (), (), ())


SAME_QUESTION = (
    """SELECT ?kind (COUNT(?overlap) AS ?number) WHERE {
        GRAPH ?g { ?overlap a kg:TaskOverlap ; kg:overlapKind ?concept }
        GRAPH ?o { ?concept skos:notation ?kind } } GROUP BY ?kind ORDER BY ?kind""",
    "MATCH (o:TaskOverlap) RETURN o.overlapKind AS kind, count(o) AS number ORDER BY kind",
)


def test_cypher_and_sparql_read_the_same_findings(examples: Built) -> None:
    graph = whole(examples)
    sparql, cypher = SAME_QUESTION
    rows = ask(graph, sparql)
    table = cypher_view(property_graph(quads(graph))).select(cypher)
    assert [(kind, int(number)) for kind, number in rows] == [tuple(row) for row in table.rows]
    assert {kind for kind, _ in rows} >= {"wording", "matter"}


def test_edges_in_one_step_join_tasks_and_targets(examples: Built) -> None:
    view = cypher_view(property_graph(quads(whole(examples))))
    rows = view.select(
        "MATCH (a:Target)-[:COMPARED_WITH]->(b:Target) WHERE a.indicator = $name RETURN a.value AS a, b.value AS b",
        {"name": "知识产权质押融资总额"},
    ).rows
    assert rows == ((10, 3),)
    [(copies,)] = view.select("MATCH (:Task)-[r:SAME_WORDING_AS]->(:Task) RETURN count(r) AS n").rows
    assert copies == 7
