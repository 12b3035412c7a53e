"""Addresses of servers, and a SPARQL server."""

from __future__ import annotations

import urllib.request
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from kg.cli import main
from kg.errors import InputError, StoreError
from kg.graph import Ref, node_iri
from kg.keys import assign_keys
from kg.stores.base import LoadedPlan
from kg.stores.loading import load_folder
from kg.stores.rdf import quads, write_trig
from kg.stores.servers import connect, find_plans
from kg.stores.sparql_server import SparqlServer
from tests.factories import garden_plan, graph, tree_plan
from tests.servers.running import FusekiProcess, free_port
from tests.stores.test_contract import ALL, build


def never(what: str) -> str:
    raise AssertionError(what)


@pytest.mark.parametrize("uri", ["ftp://host", "host:7687", "", "neo4j"])
def test_an_address_of_no_known_kind_is_refused(uri: str) -> None:
    with pytest.raises(StoreError, match="begins with neo4j"):
        connect(uri, never)


@pytest.mark.parametrize(
    "uri", ["neo4j://me:geheim@host", "https://me:geheim@host/x", "bolt://me:geheim@host"]
)
def test_a_password_in_an_address_is_refused_and_not_repeated(uri: str) -> None:
    with pytest.raises(StoreError, match="into the environment") as caught:
        connect(uri, never)
    assert "geheim" not in str(caught.value)
    done = CliRunner().invoke(main, ["load", "--to", uri, "--graph", "."])
    assert done.exit_code == 1
    assert "geheim" not in done.output


def test_user_and_password_are_asked_for_where_the_environment_has_none() -> None:
    asked: list[str] = []

    def ask(what: str) -> str:
        asked.append(what)
        return "x"

    uri = f"bolt://127.0.0.1:{free_port()}"
    for environment, expected in (
        ({}, ["user", "password"]),
        ({"NEO4J_USERNAME": "a"}, ["password"]),
        ({"KG_NEO4J_USER": "a", "KG_NEO4J_PASSWORD": "b"}, []),
    ):
        asked.clear()
        with pytest.raises(StoreError, match="127"):
            connect(uri, ask, environment=environment)
        assert asked == expected


def test_a_plan_is_found_by_iri_key_number_title_or_part_of_it() -> None:
    key = assign_keys(garden_plan()).document.key
    iri = node_iri(Ref("Plan", key))
    there = [
        LoadedPlan(iri, "甲区花园方案", "甲〔2024〕1号"),
        LoadedPlan("http://e/plan/2", "甲区花园方案细则", None),
    ]
    for wanted in (iri, key, "甲〔2024〕1号", "甲区花园方案"):
        assert find_plans(there, wanted) == there[:1]
    assert find_plans(there, "细则") == there[1:]
    assert find_plans(there, "甲区") == there
    assert find_plans(there, "乙区") == []


def graphs(server: FusekiProcess) -> set[ox.Quad]:
    request = urllib.request.Request(server.uri, headers={"Accept": "application/n-quads"})
    with urllib.request.urlopen(request) as answer:
        return set(ox.parse(answer.read(), format=ox.RdfFormat.N_QUADS))


def test_a_sparql_server_holds_exactly_the_graphs_of_the_build(fuseki_server: FusekiProcess) -> None:
    server = SparqlServer(fuseki_server.uri)
    server.unload([plan.iri for plan in server.plans()])
    named: list[tuple[str, int, int]] = []
    server.load(build(*ALL), lambda *report: named.append(report))
    grounded = {quad for quad in quads(graph()) if not _blank(quad)}
    assert {quad for quad in graphs(fuseki_server) if not _blank(quad)} == grounded
    assert named[-1][0] == "graphs"
    assert named[-1][1] == named[-1][2] == len({quad.graph_name for quad in grounded})
    assert [plan.title for plan in server.plans()] == sorted(
        ["南京市鼓楼区花园建设工作方案", "鼓楼区行道树三年规划", "福州市鼓楼区花园实施意见"]
    )


def _blank(quad: ox.Quad) -> bool:
    return isinstance(quad.subject, ox.BlankNode) or isinstance(quad.object, ox.BlankNode)


def test_plans_that_left_the_folder_are_pruned_on_demand(
    fuseki_server: FusekiProcess, tmp_path: Path
) -> None:
    server = SparqlServer(fuseki_server.uri)
    write_trig(graph(), tmp_path / "graph.trig")
    assert load_folder(server, tmp_path)[:2] == (3, 0)
    write_trig(graph([assign_keys(tree_plan())]), tmp_path / "graph.trig")
    assert load_folder(server, tmp_path)[:2] == (3, 2)
    assert load_folder(server, tmp_path, prune=True)[:2] == (1, 0)
    assert [plan.title for plan in server.plans()] == ["鼓楼区行道树三年规划"]
    server.unload([plan.iri for plan in server.plans()] * 2)
    assert server.plans() == []


def test_a_server_that_refuses_or_is_not_there_is_said(fuseki_server: FusekiProcess, tmp_path: Path) -> None:
    wrong = fuseki_server.uri.replace("/plans", "/nothing")
    with pytest.raises(StoreError, match=r"HTTP 40[45]"):
        SparqlServer(wrong).load(build(tree_plan()))
    silent = f"http://127.0.0.1:{free_port()}/plans"
    with pytest.raises(StoreError, match="refused"):
        SparqlServer(silent).plans()
    with pytest.raises(InputError, match="no graph to read"):
        load_folder(SparqlServer(silent), tmp_path)
