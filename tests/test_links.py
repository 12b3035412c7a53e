"""Links of entities: a node with the reason, and the edge in one step, in RDF and in the property graph."""

from __future__ import annotations

import pyoxigraph as ox
import pytest

from kg.graph import ENTITIES, Graph, Ref, build_graph, graph_iri, node_iri
from kg.keys import BASE, assign_keys
from kg.model import Plan, Policy
from kg.resolve import Entities, Link, resolve
from kg.stores.cypher import cypher_view
from kg.stores.networks import to_networkx
from kg.stores.property_graph import property_graph
from kg.stores.rdf import quads
from kg.stores.view import OxigraphView
from tests.factories import document
from tests.resolve.build import GULOU, apart, member, with_members

OUTLINE, SCHEME, OLD = "建设纲要", "区贯彻〈建设纲要〉的实施方案", "旧方案"
ENDS = "《旧方案》（鼓政〔2018〕5号）同时废止。"
CARRIES_OUT, ENDED = "the title carries out 建设纲要", "the plan ends it: 旧方案》（鼓政〔2018〕5号）同时废止"
WENT_OVER = "环保局 went over into 生态环境局 in the reorganisation of 2018"
LATER = "holds the post in a plan of 2024-05-01"


def citing() -> Plan:
    cited = [(SCHEME, "鼓政〔2022〕8号"), (OUTLINE, None), (OLD, "鼓政〔2018〕5号")]
    policies = [Policy(title=title, number=number, relation="cites") for title, number in cited]
    return assign_keys(Plan(document=document("南京市鼓楼区新方案", jurisdiction=GULOU), policies=policies))


def made() -> tuple[list[Plan], Entities]:
    """Plans with a link of each kind but that of a notice."""
    plans = [
        citing(),
        apart("旧", "区环保局"),
        apart("新", "区生态环境局"),
        with_members("甲", member("周林", ("区财政局", "局长")), signed="2021-03"),
        with_members("乙", member("吴梅", ("区财政局", "局长")), signed="2024-05-01"),
    ]
    return plans, resolve(plans, {plans[0].document.key: f"甲。{ENDS}"})


@pytest.fixture(scope="module")
def found() -> Graph:
    return build_graph(*made())


def view_of(graph: Graph) -> OxigraphView:
    store = ox.Store()
    store.extend(quads(graph))
    return OxigraphView(store)


def test_every_link_is_a_node_with_its_kind_and_its_reason(found: Graph) -> None:
    links = found.of_kind("EntityLink")
    assert {(node.get("linkKind"), node.get("reason")) for node in links} == {
        ("implements", CARRIES_OUT),
        ("supersedes", ENDED),
        ("successor", WENT_OVER),
        ("person-successor", LATER),
    }
    assert {node.graph for node in links} == {ENTITIES}
    key = f"{GULOU}|区环保局|successor|{GULOU}|区生态环境局"
    node = found.node(Ref("EntityLink", key))
    assert node is not None
    assert len(node.plans) == 2
    ends = {edge.type: edge.target for edge in found.edges if edge.source == node.ref}
    assert ends == {
        "linkSource": Ref("Unit", f"{GULOU}|区环保局"),
        "linkTarget": Ref("Unit", f"{GULOU}|区生态环境局"),
    }


def test_a_plan_that_ends_a_policy_is_the_source_itself(found: Graph) -> None:
    [edge] = [edge for edge in found.edges if edge.type == "supersedes"]
    assert (edge.source, edge.target) == (
        Ref("Plan", citing().document.key),
        Ref("Policy", "鼓政〔2018〕5号"),
    )


def test_rdf_answers_why_a_unit_went_over(found: Graph) -> None:
    table = view_of(found).select(
        f"""PREFIX kg: <{BASE}ontology#> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
        SELECT ?before ?after ?reason {{ GRAPH <{graph_iri(ENTITIES)}> {{
          ?old kg:succeededBy ?new . ?old skos:prefLabel ?before . ?new skos:prefLabel ?after .
          ?link a kg:EntityLink ; kg:linkSource ?old ; kg:linkTarget ?new ;
            kg:linkKind kg:link-kind-successor ; kg:reason ?reason }} }}"""
    )
    assert table.rows == (("区环保局", "区生态环境局", WENT_OVER),)


def test_a_relation_of_the_property_graph_has_the_reason_of_the_node_behind_it(found: Graph) -> None:
    graph = property_graph(quads(found))
    view = cypher_view(graph)
    table = view.select("MATCH (:Unit)-[r:SUCCEEDED_BY]->(:Unit) RETURN r.reason AS reason")
    assert table.rows == ((WENT_OVER,),)
    table = view.select(
        "MATCH (a:Policy)<-[:LINK_SOURCE]-(x:EntityLink)-[:LINK_TARGET]->(b:Policy)"
        " RETURN a.title AS a, x.linkKind AS kind, b.title AS b, x.reason AS reason"
    )
    assert table.rows == ((SCHEME, "implements", OUTLINE, CARRIES_OUT),)
    network = to_networkx(graph)
    reasons = {row["type"]: row.get("reason") for _, _, row in network.edges(data=True)}
    assert reasons["SUPERSEDES"] == ENDED
    assert reasons["PERSON_SUCCEEDED_BY"] == LATER
    assert reasons["LINK_SOURCE"] is None


def test_two_reasons_for_one_link_stand_in_one_node() -> None:
    plans, entities = made()
    [first] = [link for link in entities.links if link.kind == "person-successor"]
    more = Link(first.kind, first.source, first.target, "又一职务", 2024, f"{GULOU}|区财政局|书记")
    doubled = Entities(
        units=entities.units,
        policies=entities.policies,
        persons=entities.persons,
        groups=entities.groups,
        jurisdictions=entities.jurisdictions,
        decisions=entities.decisions,
        links=[*entities.links, more],
    )
    found = build_graph(plans, doubled)
    [node] = [one for one in found.of_kind("EntityLink") if one.get("linkKind") == "person-successor"]
    assert set(str(node.get("reason")).split("；")) == {LATER, "又一职务"}
    assert node_iri(node.ref).startswith(f"{BASE}entity-link/")
    assert len([edge for edge in found.edges if edge.type == "personSucceededBy"]) == 1


def test_the_order_of_plans_makes_no_difference(found: Graph) -> None:
    plans, entities = made()
    assert list(quads(build_graph(plans[::-1], entities))) == list(quads(found))
