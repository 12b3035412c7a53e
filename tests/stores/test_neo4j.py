"""The graph in a real Neo4j server."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kg.cli import main
from kg.errors import QueryError, QueryLimitError, StoreError
from kg.graph import Ref, node_iri, property_schema
from kg.keys import assign_keys
from kg.stores.export import export_to
from kg.stores.neo4j import Neo4jStore
from kg.stores.rdf import write_trig
from tests.factories import garden_plan, graph, other_district_plan, tree_plan
from tests.servers.running import PASSWORD, USER, Neo4jProcess
from tests.stores.test_contract import ALL, build

Snapshot = tuple[list[Any], list[Any]]


@pytest.fixture
def store(neo4j_server: Neo4jProcess) -> Iterator[Neo4jStore]:
    store = neo4j_server.store()
    yield store
    store.close()


def snapshot(server: Neo4jProcess) -> Snapshot:
    """All nodes with labels and properties, all relations with theirs; an empty list is as good as none."""
    nodes = server.run("MATCH (n) RETURN n.iri AS iri, labels(n) AS labels, properties(n) AS p")
    relations = server.run(
        "MATCH (a)-[r]->(b) RETURN a.iri AS a, type(r) AS t, b.iri AS b, properties(r) AS p"
    )
    return sorted(map(_text, nodes)), sorted(map(_text, relations))


def _text(row: dict[str, Any]) -> str:
    row["labels"] = sorted(row.get("labels", ()))
    row["p"] = sorted((name, value) for name, value in row["p"].items() if value != [])
    return repr(sorted(row.items()))


def iri(plan: Any) -> str:
    return node_iri(Ref("Plan", assign_keys(plan).document.key))


def test_it_is_neo4j_community(neo4j_server: Neo4jProcess) -> None:
    [row] = neo4j_server.run("CALL dbms.components() YIELD name, versions, edition RETURN *")
    assert row["name"] == "Neo4j Kernel"
    assert row["edition"] == "community"
    assert str(row["versions"]).startswith("['5.26")


def test_nodes_have_labels_keys_and_native_values(store: Neo4jStore, neo4j_server: Neo4jProcess) -> None:
    store.load(build(*ALL))
    [row] = neo4j_server.run(
        "MATCH (t:Task {title: '补种行道树'}) RETURN labels(t) AS labels, t.iri AS iri, t.deadline AS due,"
        " t.deadlineLast = date('2024-06-30') AS native, t.position AS place"
    )
    assert sorted(row["labels"]) == ["Resource", "Task"]  # type: ignore[call-overload]
    assert str(row["iri"]).startswith("https://w3id.org/plan-kg/task/")
    assert (row["due"], row["native"], row["place"]) == ("2024-06-30", True, 1)


def test_evidence_stands_on_a_relation_and_is_reached_from_it(
    store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    store.load(build(*ALL))
    assert neo4j_server.run(
        "MATCH (u:Unit)-[r:LEADS]->(t:Task {title: '建设口袋花园'}) UNWIND r.evidence AS place"
        " MATCH (e:Evidence {iri: place})-[:QUOTED_FROM]->(p:Plan) RETURN u.prefLabel AS unit, e.exact AS quote,"
        " p.title AS plan"
    ) == [{"unit": "区园林局", "quote": "区园林局", "plan": "南京市鼓楼区花园建设工作方案"}]


def test_every_label_has_a_constraint_and_text_is_found_by_the_cjk_analyser(
    store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    store.load(build(*ALL))
    rows = neo4j_server.run(
        "SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes[0] AS label"
    )
    assert {row["label"] for row in rows} == {"Resource", *property_schema().labels}
    neo4j_server.run("CALL db.awaitIndexes(60)")
    found = neo4j_server.run(
        "CALL db.index.fulltext.queryNodes('kg_text', '\"花园\"') YIELD node WHERE node:Task RETURN node.title AS t"
    )
    assert {row["t"] for row in found} == {"建设口袋花园", "开放校园花园"}
    [index] = neo4j_server.run("SHOW INDEXES YIELD name, options WHERE name = 'kg_text' RETURN options")
    assert "'fulltext.analyzer': 'cjk'" in str(index)


def test_an_address_with_routing_is_taken_as_it_is_and_reads_wait_for_writes(
    store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    assert neo4j_server.uri.startswith("neo4j://")
    before = store.bookmarks()
    store.load(build(*ALL))
    after = store.bookmarks()
    assert after
    assert after != before
    assert len(store.plans()) == len(ALL)


def test_a_second_load_changes_no_count_and_no_property(
    store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    assert store.load(build(*ALL)) == (0, 0, 0)
    before = snapshot(neo4j_server)
    assert store.load(build(*ALL)) == (0, 0, 0)
    assert snapshot(neo4j_server) == before


def test_an_update_leaves_exactly_what_a_load_into_an_empty_database_leaves(
    store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    plan = garden_plan()
    changed = build(
        replace(plan, tasks=plan.tasks[:1], targets=[], policies=[], citations=[], members=[]), *ALL[1:]
    )
    store.load(changed)
    clean = snapshot(neo4j_server)
    store.unload([one.iri for one in store.plans()])
    assert snapshot(neo4j_server) == ([], [])
    store.load(build(*ALL))
    removed = store.load(changed)
    assert removed.nodes > 0
    assert removed.relations > 0
    assert snapshot(neo4j_server) == clean


@pytest.mark.parametrize("gone", [0, 1, 2])
def test_a_removed_plan_leaves_what_a_load_without_it_leaves(
    gone: int, store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    def things() -> tuple[list[Any], list[Any]]:
        nodes = neo4j_server.run("MATCH (n) RETURN n.iri AS iri, n.plans AS plans ORDER BY iri")
        relations = neo4j_server.run(
            # that one policy rests on another follows from all plans together: the next load sets it right
            "MATCH (a)-[r]->(b) WHERE type(r) <> 'RESTS_ON'"
            " RETURN a.iri AS a, type(r) AS t, b.iri AS b, r.plans AS plans ORDER BY a, t, b, plans"
        )
        return nodes, relations

    rest = [plan for place, plan in enumerate(ALL) if place != gone]
    store.load(build(*rest))
    expected = things()
    neo4j_server.run("MATCH (n) DETACH DELETE n")
    store.load(build(*ALL))
    assert store.unload([iri(ALL[gone])]).kept == 0
    left = things()
    # a theme belongs to all plans where no task has it; what the removed plan alone made known is gone
    assert [row["iri"] for row in left[0]] == [row["iri"] for row in expected[0]]
    assert left[1] == expected[1]


def test_a_changed_plan_changes_no_node_of_another(store: Neo4jStore, neo4j_server: Neo4jProcess) -> None:
    def others() -> list[dict[str, object]]:
        return neo4j_server.run(
            "MATCH (n:Resource) WHERE n.plans = [$plan] OPTIONAL MATCH (n)-[r]->() WITH n, r ORDER BY elementId(r)"
            " RETURN n.iri AS iri, properties(n) AS p, collect(properties(r)) AS r ORDER BY iri",
            plan=iri(other_district_plan()),
        )

    store.load(build(*ALL))
    before = others()
    store.load(build(replace(garden_plan(), tasks=[]), *ALL[1:]))
    assert others() == before
    assert len(before) > 10


def test_a_part_of_the_plans_leaves_the_others_in_place(
    store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    store.load(build(*ALL))
    removed = store.load(build(tree_plan()))
    assert {plan.title for plan in store.plans()} == {one.document.title for one in ALL}
    assert neo4j_server.run("MATCH (t:Task) RETURN count(t) AS n") == [{"n": 5}]
    assert removed.nodes == 0
    [row] = neo4j_server.run("MATCH (u:Unit {prefLabel: '区园林局'}) RETURN size(u.plans) AS n")
    assert row == {"n": 2}


def test_what_is_not_ours_stays(store: Neo4jStore, neo4j_server: Neo4jProcess) -> None:
    store.load(build(*ALL))
    neo4j_server.run(
        "MATCH (u:Unit {prefLabel: '区人社局'}) SET u.budget = 7 CREATE (:Reader {name: '甲'})-[:READS]->(u)"
    )
    neo4j_server.run("CREATE (:Task {title: '自己的任务'})")
    store.load(build(*ALL))
    assert neo4j_server.run("MATCH (:Reader)-[:READS]->(u) RETURN u.budget AS b") == [{"b": 7}]
    removed = store.unload([plan.iri for plan in store.plans()])
    assert removed.kept == 1
    assert neo4j_server.run("MATCH (n) RETURN count(n) AS n") == [{"n": 3}]
    assert neo4j_server.run("MATCH (:Reader)-[:READS]->(u) RETURN u.plans AS p") == [{"p": []}]


def test_a_query_only_reads_and_is_stopped_in_time(store: Neo4jStore, neo4j_server: Neo4jProcess) -> None:
    with pytest.raises(QueryError, match="Writing in read access mode"):
        store.select("CREATE (n:X) RETURN 1 AS one")
    with pytest.raises(QueryError, match="Invalid input"):
        store.select("MATCH (n RETURN n")
    with pytest.raises(QueryLimitError, match="stopped after 1 seconds"):
        store.select(
            "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS s", seconds=1
        )
    assert neo4j_server.run("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_a_wrong_password_and_a_silent_port_are_said(neo4j_server: Neo4jProcess) -> None:
    with pytest.raises(StoreError, match="unauthorized") as caught:
        Neo4jStore(neo4j_server.uri, USER, "not-the-password")
    assert "not-the-password" not in str(caught.value)
    with pytest.raises(StoreError, match=r"bolt://127\.0\.0\.1:1: "):
        Neo4jStore("bolt://127.0.0.1:1", USER, PASSWORD)


class KilledError(Exception):
    """The loading program is killed."""


@pytest.mark.parametrize("stage", ["nodes", "relations", "gone"])
def test_a_load_that_was_killed_is_repeated(
    stage: str, store: Neo4jStore, neo4j_server: Neo4jProcess
) -> None:
    changed = build(replace(garden_plan(), tasks=[]), *ALL[1:])
    store.load(changed)
    clean = snapshot(neo4j_server)
    neo4j_server.run("MATCH (n) DETACH DELETE n")
    store.load(build(*ALL))

    def die(what: str, done: int, of: int) -> None:
        if what == stage:
            raise KilledError

    with pytest.raises(KilledError):
        store.load(changed, die)
    store.load(changed)
    assert snapshot(neo4j_server) == clean


def test_a_server_that_is_killed_in_the_middle_and_started_again_ends_up_the_same(tmp_path: Path) -> None:
    with Neo4jProcess(tmp_path) as server:
        store = server.store()
        store.load(build(*ALL))
        clean = snapshot(server)
        server.run("MATCH (n) DETACH DELETE n")
        killed: list[str] = []

        def kill(what: str, done: int, of: int) -> None:
            if what == "relations" and not killed:
                killed.append(what)
                server.kill()
                server.start()

        # the transaction that finds its server gone is tried again by the driver
        store.load(build(*ALL), kill)
        assert killed
        assert snapshot(server) == clean

        def kill_for_good(what: str, done: int, of: int) -> None:
            if what == "nodes":
                server.kill()
                raise KilledError

        server.run("MATCH (n) DETACH DELETE n")
        with pytest.raises(KilledError):
            store.load(build(*ALL), kill_for_good)
        server.start()
        assert 0 < len(snapshot(server)[0]) < len(clean[0])
        store.load(build(*ALL))
        assert snapshot(server) == clean
        store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_trig(graph(), tmp_path / "graph.trig")
    return tmp_path


def run(*arguments: str, server: Neo4jProcess) -> tuple[int, str]:
    environment = {"NEO4J_USERNAME": USER, "NEO4J_PASSWORD": PASSWORD}
    done = CliRunner().invoke(main, [*arguments, "--lang", "en"], env=environment)
    assert PASSWORD not in done.output
    return done.exit_code, done.output


def test_the_commands_load_prune_and_unload(folder: Path, neo4j_server: Neo4jProcess) -> None:
    uri = neo4j_server.uri
    assert run("load", "--to", uri, "--graph", str(folder), server=neo4j_server) == (
        0,
        f"{uri}: 3 plans there now\n",
    )
    write_trig(graph([assign_keys(tree_plan())]), folder / "graph.trig")
    code, text = run("load", "--to", uri, "--graph", str(folder), server=neo4j_server)
    assert code == 0
    assert "2 more plans are not in" in text
    code, text = run("unload", "--from", uri, "花园", server=neo4j_server)
    assert code == 2
    assert "several plans fit" in text
    code, text = run("unload", "--from", uri, "鼓花〔2024〕1号", server=neo4j_server)
    assert (code, text.splitlines()[0]) == (0, "taken out: 南京市鼓楼区花园建设工作方案")
    code, text = run("load", "--to", uri, "--graph", str(folder), "--prune", server=neo4j_server)
    assert (code, text.splitlines()[0]) == (0, f"{uri}: 1 plan there now")
    code, text = run("unload", "--from", uri, "--all", server=neo4j_server)
    assert code == 0
    assert neo4j_server.run("MATCH (n) RETURN count(n) AS n") == [{"n": 0}]


def test_neo4j_admin_imports_the_csv_files(folder: Path, tmp_path: Path) -> None:
    server = Neo4jProcess(tmp_path / "home")
    files = tmp_path / "files"
    export_to(files, folder, "csv")
    arguments = ("database", "import", "full", "neo4j", "@import.args")
    environment = {"NEO4J_HOME": str(server.home), "NEO4J_CONF": str(server.home / "conf")}
    done = subprocess.run(
        server.java("org.neo4j.cli.AdminTool", *arguments),
        cwd=files,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "IMPORT DONE" in done.stdout, done.stdout[-2000:] + done.stderr[-2000:]
    with server:
        imported = snapshot(server)
        store = server.store()
        store.load(build(*ALL))
        loaded = snapshot(server)
        store.close()
    assert (len(imported[0]), len(imported[1])) == (len(loaded[0]), len(loaded[1]))
    assert imported == loaded
