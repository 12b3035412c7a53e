"""JSON-LD: what is read back is what was written."""

from __future__ import annotations

import json
import warnings
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from rdflib.compare import isomorphic

from kg.graph import Graph, build_graph, load_schema
from kg.keys import BASE, assign_keys
from kg.plugins import get_loader
from kg.resolve import resolve
from kg.running import examples_folder, find_files, read_plans
from kg.stores.jsonld import context, from_quads, jsonld, write_jsonld
from kg.stores.rdf import quads, trig
from tests.factories import garden_plan, graph

HOSTILE = 'a"b\\c\n\r\t} @id <script>alert(1)</script> \\u0022 é𠮷'


def read(data: bytes, form: str) -> rdflib.Dataset:
    store = rdflib.Dataset()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        store.parse(data=data, format=form)
    return store


def test_pyoxigraph_reads_the_same_quads() -> None:
    assert set(ox.parse(jsonld(graph()), ox.RdfFormat.JSON_LD)) == set(quads(graph()))


def test_rdflib_reads_isomorphic_graphs() -> None:
    same_graphs(graph())


def built(folder: Path) -> Graph:
    """The graph of all plans of a folder."""
    run = read_plans(list(find_files([folder])), get_loader())
    assert len(run.reads) >= 5
    return build_graph(run.plans, resolve(run.plans, run.texts))


def same_graphs(found: Graph) -> None:
    """What both readers make of the JSON-LD is isomorphic to the graph, named graph by named graph."""
    data = jsonld(found)
    assert set(ox.parse(data, ox.RdfFormat.JSON_LD)) == set(quads(found))
    ours, theirs = read(trig(found), "trig"), read(data, "json-ld")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        names = {str(one.identifier) for one in ours.contexts() if len(one)}
        assert names == {str(one.identifier) for one in theirs.contexts() if len(one)}
        for name in names:
            place = rdflib.URIRef(name)
            assert isomorphic(ours.get_context(place), theirs.get_context(place)), name


def test_the_example_plans_come_back_and_give_the_same_bytes() -> None:
    found = built(examples_folder())
    same_graphs(found)
    assert jsonld(built(examples_folder())) == jsonld(found)


def test_the_shared_plans_come_back(shared: Path) -> None:
    same_graphs(built(shared / "plans-other"))


def test_hostile_text_and_another_base_come_back(tmp_path: Path) -> None:
    plan = garden_plan()
    plan.tasks[0].title = plan.document.title = HOSTILE
    found = graph([assign_keys(plan)])
    write_jsonld(found, tmp_path / "graph.jsonld", "http://e.org/kg/")
    data = (tmp_path / "graph.jsonld").read_bytes()
    assert set(ox.parse(data, ox.RdfFormat.JSON_LD)) == set(quads(found, "http://e.org/kg/"))
    assert BASE.encode() not in data


def test_the_context_names_every_term_of_the_ontology() -> None:
    terms = context()["@context"]
    assert isinstance(terms, dict)
    schema = load_schema()
    assert {*schema.classes, *schema.edges, *schema.properties} <= terms.keys()
    assert terms["leads"] == {"@id": f"{BASE}ontology#leads", "@type": "@id"}
    assert terms["value"]["@type"] == "xsd:decimal"
    assert terms["deadline"] == f"{BASE}ontology#deadline"


def test_nodes_are_plain_to_read() -> None:
    document = json.loads(jsonld(graph()))
    nodes = [node for place in document["@graph"] for node in place["@graph"]]
    task = next(node for node in nodes if node.get("title") == "建设口袋花园")
    assert task["@type"] == "Task"
    assert task["deadline"] == {"@type": "http://www.w3.org/2001/XMLSchema#gYear", "@value": "2025"}


def test_blank_nodes_are_refused() -> None:
    quad = ox.Quad(
        ox.BlankNode("b"), ox.NamedNode("http://e.org/p"), ox.Literal("x"), ox.NamedNode("http://e.org/g")
    )
    with pytest.raises(TypeError, match="of IRIs only"):
        from_quads([quad])
