"""Every question has the same rows in SPARQL and Cypher, whatever the engine."""

from __future__ import annotations

import re
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.building import build_to
from kg.errors import QueryError
from kg.keys import assign_keys
from kg.model import Plan
from kg.plugins import get_loader
from kg.questions import Question, ask, catalogue, question, read_question
from kg.running import examples_folder, find_files, read_plans
from kg.stores.base import View
from kg.stores.cypher import cypher_view
from kg.stores.property_graph import property_graph
from kg.stores.rdf import load_store, quads
from kg.stores.view import OxigraphView
from kg.tables import Cell
from tests.factories import garden_plan, graph, plans, task
from tests.generated import generated_graph
from tests.queries.test_questions_on_findings import graph_with_findings
from tests.servers.running import Neo4jProcess
from tests.test_questions import HOSTILE, RdflibView, hostile_plans

NAMES = list(catalogue())
SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")

GIVEN: tuple[Mapping[str, Cell], ...] = (
    {},
    {"plan": "方案"},
    {"unit": "区"},
    {"role": "lead"},
    {"level": "nation"},
    {"jurisdiction": "320106"},
    {"basis": "all"},
    {"scope": "one"},
    {"least": 1},
    {"at": "2024-05"},
)
"""Each is asked of the questions that have the parameter."""


def settings(asked: Question) -> Iterator[dict[str, Cell]]:
    """The parameters that a question is tried with: none, each of GIVEN that fits, its example, hostile text."""
    known = {one.name: one for one in asked.parameters}
    for given in GIVEN:
        if set(given) <= set(known) and all(_fits(known[name].type, value) for name, value in given.items()):
            yield dict(given)
    yield dict(asked.example)
    yield {name: HOSTILE for name, one in known.items() if one.type == "text"}


def _fits(kind: str, value: Cell) -> bool:
    if kind == "integer":
        return isinstance(value, int)
    return kind in ("text", "date") or str(value) in kind.split(", ")


@cache
def views(source: str) -> tuple[OxigraphView, View]:
    """The graph of a source in both languages."""
    statements = list(_statements(source))
    store = ox.Store()
    store.bulk_extend(statements)
    return OxigraphView(store), cypher_view(property_graph(statements))


def _statements(source: str) -> Iterator[ox.Quad]:
    if source == "garden":
        return iter(quads(graph()))
    if source == "hostile":
        return iter(quads(graph(hostile_plans())))
    if source == "generated":
        return iter(quads(generated_graph(200)))
    if source == "findings":
        return iter(quads(graph_with_findings()))
    if source == "small":
        return iter(quads(generated_graph(14, tasks=3)))
    folder = examples_folder() if source == "examples" else SHARED / source
    if not folder.is_dir():
        pytest.skip(f"no folder {folder.name} beside the project")
    return iter(load_store(_built(folder)))


@pytest.fixture(scope="session", autouse=True)
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Where the graphs of files are built, once for all tests."""
    _built_under.append(tmp_path_factory.mktemp("catalogue"))


_built_under: list[Path] = []


def _built(folder: Path) -> Path:
    out = _built_under[-1] / folder.name
    build_to(out, read_plans(list(find_files([folder])), get_loader()))
    return out


@pytest.mark.parametrize(
    "source", ["garden", "hostile", "findings", "examples", "plans", "plans-other", "generated"]
)
@pytest.mark.parametrize("name", NAMES)
def test_both_languages_give_the_same_rows(name: str, source: str) -> None:
    sparql, cypher = views(source)
    for given in settings(question(name)):
        assert ask(cypher, name, given) == ask(sparql, name, given), given


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_give_no_rows_without_plans(name: str) -> None:
    empty = cypher_view(property_graph(quads(graph([]))))
    assert ask(empty, name).rows == ()


@contextmanager
def untraced() -> Iterator[None]:
    """Without the measuring of coverage, which makes rdflib, where nothing is measured, several times as slow."""
    tracing = sys.gettrace()
    sys.settrace(None)
    try:
        yield
    finally:
        sys.settrace(tracing)


@cache
def rdflib_view(source: str, *, union: bool) -> RdflibView:
    """The graph of a source in rdflib, its default graph empty or the union of all."""
    statements = _statements(source)
    data = ox.serialize(statements, format=ox.RdfFormat.TRIG)
    assert data is not None
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        return RdflibView.of(data, union=union)


@pytest.mark.parametrize(
    ("source", "union"),
    [("findings", False), ("plans", False), ("plans-other", False), ("generated", False), ("small", True)],
)
@pytest.mark.parametrize("name", NAMES)
def test_rdflib_gives_the_same_rows(name: str, source: str, union: bool) -> None:
    expected, _ = views(source)
    for given in ({}, dict(question(name).example)):
        with untraced():
            found = ask(rdflib_view(source, union=union), name, given)
        assert found == ask(expected, name, given), given


@pytest.fixture(scope="module", params=["findings", "plans", "plans-other", "generated"])
def loaded_neo4j(request: pytest.FixtureRequest, neo4j_process: Neo4jProcess) -> Iterator[tuple[str, View]]:
    """A source and a Neo4j server that holds its graph."""
    statements = list(_statements(request.param))
    neo4j_process.run("MATCH (n) DETACH DELETE n")
    store = neo4j_process.store()
    store.load(statements)
    yield request.param, store
    store.close()


@pytest.mark.parametrize("name", NAMES)
def test_neo4j_gives_the_same_rows(name: str, loaded_neo4j: tuple[str, View]) -> None:
    source, neo4j = loaded_neo4j
    sparql, _ = views(source)
    for given in settings(question(name)):
        assert ask(neo4j, name, given) == ask(sparql, name, given), given


def test_the_generated_graph_is_as_large_as_it_should_be() -> None:
    assert 50_000 < len(list(quads(generated_graph(200)))) <= 60_000


@pytest.mark.parametrize("name", NAMES)
def test_a_question_of_the_catalogue_is_whole(name: str) -> None:
    asked = question(name)
    assert asked.cypher is not None
    assert asked.subject != "other"
    assert asked.example
    assert asked.competency
    source = "findings" if name.startswith("findings") else "generated"
    assert ask(views(source)[0], name).rows or name == "name-plates"


@pytest.mark.parametrize("name", NAMES)
def test_cypher_ends_in_an_order_and_writes_nothing(name: str) -> None:
    text = question(name).cypher or ""
    assert re.search(r"\nORDER BY [^\n]+(\n +[^\n]+)*\n$", text)
    assert not re.search(r"\b(CREATE|MERGE|SET|DELETE|REMOVE|LOAD)\b", text)


def test_there_are_at_least_24_questions() -> None:
    assert len(NAMES) >= 24


def test_a_question_without_a_twin_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = read_question(_copied(tmp_path, "plans"))
    monkeypatch.setattr("kg.questions.catalogue", lambda: {"plans": asked})
    with pytest.raises(QueryError, match="plans has no Cypher text"):
        ask(views("garden")[1], "plans")


def test_a_twin_must_use_the_same_parameters(tmp_path: Path) -> None:
    twin = tmp_path / "plans.cypher"
    twin.write_text("MATCH (n:Plan) WHERE n.title = $other RETURN n.title AS plan\nORDER BY plan\n", "utf-8")
    with pytest.raises(
        QueryError, match=r"plans.cypher: parameters declared in plans.rq .* and used \(other\) differ"
    ):
        read_question(_copied(tmp_path, "plans"), twin)


def _copied(folder: Path, name: str) -> Path:
    path = folder / f"{name}.rq"
    path.write_text(question(name).text, "utf-8")
    return path


@pytest.mark.parametrize(
    ("given", "suggested"),
    [
        ("unred", "'unread'"),
        ("workload-role", "'workload-by-role'"),
        ("targets", None),
        ("chain", "'policy-chain'"),
    ],
)
def test_an_unknown_name_suggests_the_nearest(given: str, suggested: str | None) -> None:
    if suggested is None:
        assert question(given).name == given
        return
    with pytest.raises(QueryError, match=f"did you mean .*{suggested}"):
        question(given)


def test_a_silent_plan_is_marked_and_not_counted_as_zero() -> None:
    plan = garden_plan()
    plan.tasks = [task("种树", "一", 10, units={})]
    plan.members = []
    found = OxigraphView(_store([assign_keys(plan), *plans()[1:]]))
    [row] = [one for one in ask(found, "plans") if one["silent"]]
    assert (row["plan"], row["tasks"], row["units"], row["assigned"]) == (plan.document.title, 1, None, None)
    [row] = [one for one in ask(found, "shared-units") if one["silent"]]
    assert (row["plan_a"], row["plan_b"], row["shared"]) == (plan.document.title, None, None)
    [row] = list(ask(found, "tasks-without-unit"))
    assert (row["task"], row["silent"]) == ("种树", "true")


def _store(of: list[Plan]) -> ox.Store:
    store = ox.Store()
    store.extend(quads(graph(of)))
    return store


def examples(asked: str, **given: Cell) -> list[dict[str, Cell]]:
    return list(ask(views("examples")[0], asked, given))


def test_name_plates_of_the_example_plans() -> None:
    plates = {(row["unit"], row["jurisdiction"], row["name_plate"]) for row in examples("name-plates")}
    assert ("区市场监管局", "福建省福州市鼓楼区", "区知识产权局") in plates


def test_the_chain_of_an_example_plan_leads_up_to_the_national_outline() -> None:
    links = [(row["link"], row["rests_on"]) for row in examples("policy-chain", plan="福州")]
    assert ("implementsPolicy", "知识产权强国建设纲要（2021-2035年）") in links
    assert [link for link, _ in links].count("basedOn") == 2


def test_a_collective_of_an_example_plan_has_its_ten_members() -> None:
    members = [row["member"] for row in examples("collectives", name="十街镇")]
    assert len(members) == 10
    assert {"洪山镇政府", "鼓东街道办事处"} <= set(members)


def test_members_of_a_collective_with_tasks_are_told_from_those_without_any() -> None:
    through = {row["unit"]: row["through"] for row in examples("group-members-without-tasks", plan="福州")}
    assert through["洪山镇政府"] == "十街镇"
    assert through["区统计局"] is None


def test_several_leading_units_are_counted() -> None:
    plan = garden_plan()
    plan.tasks = [task("种树", "一", 10, units={"区园林局": "lead", "区财政局": "lead"})]
    plan.targets, plan.citations = [], []
    [row] = list(ask(OxigraphView(_store([assign_keys(plan)])), "tasks-with-several-leads"))
    assert (row["count"], row["leads"]) == (2, "区园林局；区财政局")
