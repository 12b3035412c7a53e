"""The graph as files for other programs, and in networkx."""

from __future__ import annotations

import csv
import json
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

import networkx as nx
import pyoxigraph as ox
import pytest
from click.testing import CliRunner
from msgspec.structs import replace

from kg.api import open_graph
from kg.cli import main
from kg.keys import assign_keys
from kg.stores.export import export_to
from kg.stores.forms import FOLDERS, FORMS, Form
from kg.stores.property_graph import PropertyGraph, property_graph
from kg.stores.rdf import write_trig
from tests.factories import garden_plan, graph

HOSTILE = '=cmd()|"甲",\n<b>&\u0001;｜'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    plan = garden_plan()
    hostile = replace(plan, tasks=[replace(plan.tasks[0], title=HOSTILE), *plan.tasks[1:]])
    write_trig(graph([assign_keys(hostile)]), tmp_path / "graph.trig")
    return tmp_path


@pytest.fixture
def made(folder: Path) -> PropertyGraph:
    return property_graph(ox.parse(path=folder / "graph.trig", format=ox.RdfFormat.TRIG))


def files(out: Path) -> dict[str, bytes]:
    paths = sorted(out.rglob("*")) if out.is_dir() else [out]
    return {path.name: path.read_bytes() for path in paths}


@pytest.mark.parametrize("form", FORMS)
def test_every_form_is_written_the_same_each_time(form: Form, folder: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    for out in (first, second):
        done = CliRunner().invoke(
            main, ["export", "--format", form, "--out", str(out), "--graph", str(folder), "--lang", "en"]
        )
        assert (done.exit_code, done.stdout) == (0, "")
        assert str(out) in done.stderr
    assert first.is_dir() == (form in FOLDERS)
    one, two = files(first), files(second)
    assert list(one.values()) == list(two.values())


def test_rdf_forms_hold_the_same_statements(folder: Path, tmp_path: Path) -> None:
    statements = set(ox.parse(path=folder / "graph.trig", format=ox.RdfFormat.TRIG))
    export_to(tmp_path / "x.nq", folder, "nquads")
    assert set(ox.parse(path=tmp_path / "x.nq", format=ox.RdfFormat.N_QUADS)) == statements
    export_to(tmp_path / "x.ttl", folder, "turtle")
    assert {quad.triple for quad in ox.parse(path=tmp_path / "x.ttl", format=ox.RdfFormat.TURTLE)} == {
        quad.triple for quad in statements
    }
    export_to(tmp_path / "x.jsonld", folder, "jsonld")
    assert json.loads((tmp_path / "x.jsonld").read_bytes())["@graph"]
    read = ox.parse(path=tmp_path / "x.jsonld", format=ox.RdfFormat.JSON_LD)
    assert len(set(read)) == len(statements)


def test_csv_files_have_typed_headers_and_the_text_as_it_is(
    folder: Path, tmp_path: Path, made: PropertyGraph
) -> None:
    export_to(tmp_path / "csv", folder, "csv")
    with (tmp_path / "csv" / "nodes-Task.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head[:3] == ["iri:ID", "graph", "plans:string[]"]
    assert {"deadline", "deadlineFirst:date", "deadlineLast:date", "position:long", "title"} <= set(head)
    assert HOSTILE in {row[head.index("title")] for row in rows}
    with (tmp_path / "csv" / "relations-LEADS.csv").open(encoding="utf-8", newline="") as file:
        head, *rows = csv.reader(file)
    assert head == [":START_ID", ":END_ID", "graph", "plans:string[]", "evidence:string[]", "reason"]
    assert len(rows) == Counter(one.type for one in made.relations)["LEADS"]
    arguments = (tmp_path / "csv" / "import.args").read_text().splitlines()
    assert "--nodes=Unit:ResponsibleBody:Resource=nodes-Unit.csv" in arguments
    assert "--relationships=LEADS=relations-LEADS.csv" in arguments


def test_networkx_has_the_same_ids(folder: Path, made: PropertyGraph) -> None:
    network = open_graph(folder).networkx()
    assert isinstance(network, nx.MultiDiGraph)
    assert set(network) == {node.iri for node in made.nodes}
    assert network.number_of_edges() == len(made.relations)
    [source] = [
        source
        for source, target, values in network.edges(data=True)
        if values["type"] == "LEADS" and network.nodes[target]["title"] == HOSTILE
    ]
    assert network.nodes[source]["prefLabel"] == "区园林局"


@pytest.mark.parametrize("form", ["graphml", "gexf"])
def test_graphml_and_gexf_are_read_again_with_the_same_ids(
    form: Form, folder: Path, tmp_path: Path, made: PropertyGraph
) -> None:
    out = tmp_path / f"x.{form}"
    export_to(out, folder, form)
    read = nx.read_graphml if form == "graphml" else nx.read_gexf
    network = read(out)
    assert set(network) == {node.iri for node in made.nodes}
    [task] = [
        values
        for _, values in network.nodes(data=True)
        if values.get("position") == 1 and values.get("kind") == "Task"
    ]
    assert task["title"].replace("\r", "") == HOSTILE.replace("\u0001", "\ufffd")
    quotes = [values for _, values in network.nodes(data=True) if values.get("kind") == "Evidence"]
    assert {values.get("exact") for values in quotes} >= {"区园林局"}
    ids = [edge.get("id") for edge in ElementTree.parse(out).getroot().iter() if edge.tag.endswith("}edge")]
    assert len(set(ids)) == len(made.relations)


def test_gexf_knows_no_time_of_writing_and_keeps_the_places_of_quotes(folder: Path, tmp_path: Path) -> None:
    export_to(tmp_path / "x.gexf", folder, "gexf")
    text = (tmp_path / "x.gexf").read_text("utf-8")
    assert "lastmodified" not in text
    assert 'mode="dynamic"' not in text
    assert 'title="quoteStart"' in text


def test_parquet_has_the_types_of_the_ontology(folder: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    export_to(tmp_path / "parquet", folder, "parquet")
    tasks = parquet.read_table(tmp_path / "parquet" / "nodes-Task.parquet")
    kinds = {field.name: str(field.type) for field in tasks.schema}
    assert (kinds["position"], kinds["deadlineLast"], kinds["title"]) == ("int64", "date32[day]", "string")
    assert HOSTILE in tasks.column("title").to_pylist()
    plans = parquet.read_table(tmp_path / "parquet" / "nodes-Plan.parquet").to_pylist()
    assert plans[0]["addressee"] == ["各街道办事处", "区各部门"]


def test_a_file_is_no_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for form, out in (("csv", tmp_path / "file"), ("turtle", tmp_path)):
        done = CliRunner().invoke(
            main, ["export", "--format", form, "--out", str(out), "--graph", str(folder)]
        )
        assert done.exit_code == 2


def test_quads_without_plans_are_written_too(tmp_path: Path) -> None:
    (tmp_path / "graph.trig").write_text("")
    for form in FORMS:
        export_to(tmp_path / f"out-{form}", tmp_path, form)
