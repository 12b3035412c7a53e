"""TriG: the same bytes for the same graph, in the named graphs of the design, readable by others."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib

from kg.errors import InputError
from kg.graph import graph_iri, load_schema
from kg.keys import BASE, assign_keys
from kg.stores.rdf import literal, load_store, quads, trig, write_trig
from tests.factories import garden_plan, graph, plans

ROOT = Path(__file__).parents[2]
_PRINT = """
import random, sys
sys.path.append(sys.argv[2])  # behind the installed package, which may not be this folder's
from kg.graph import build_graph
from kg.resolve import resolve
from kg.stores.rdf import trig
from tests.factories import plans
chosen = plans()
random.Random(int(sys.argv[1])).shuffle(chosen)
sys.stdout.buffer.write(trig(build_graph(chosen, resolve(chosen))))
"""
HOSTILE = 'a"b\\c\n\r\t} DROP ALL <script>alert(1)</script> \\u0022 """ \' ?x # é𠮷\x01'

rdflib_warns = pytest.mark.filterwarnings(
    "ignore:.*(Dataset|ConjunctiveGraph).*deprecated:DeprecationWarning"
)
"""rdflib's own reader of TriG uses what rdflib has deprecated."""


@pytest.mark.parametrize("seed", ["0", "1", "2"])
def test_the_bytes_are_the_same_under_any_hash_seed_and_order(seed: str) -> None:
    done = subprocess.run(
        [sys.executable, "-P", "-c", _PRINT, seed, str(ROOT)],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONHASHSEED": seed},
    )
    assert done.stdout == trig(graph())


@rdflib_warns
def test_rdflib_reads_the_same_quads() -> None:
    store = rdflib.Dataset()
    store.parse(data=trig(graph()), format="trig")
    theirs = {
        " ".join(term.n3() for term in (s, p, o)) + f" <{g}>" for s, p, o, g in store.quads() if g is not None
    }
    ours = set()
    for quad in quads(graph()):
        parts = (_rdflib(term).n3() for term in (quad.subject, quad.predicate, quad.object))
        ours.add(" ".join([*parts, str(quad.graph_name)]))
    assert theirs == ours


def _rdflib(term: object) -> rdflib.URIRef | rdflib.Literal:
    if isinstance(term, ox.Literal):
        kind = None if term.language else rdflib.URIRef(term.datatype.value)
        kind = None if kind == rdflib.XSD.string else kind
        return rdflib.Literal(term.value, datatype=kind, lang=term.language)
    assert isinstance(term, ox.NamedNode)
    return rdflib.URIRef(term.value)


def test_each_statement_stands_in_one_graph_but_that_two_plans_give_one_post() -> None:
    places = defaultdict(set)
    for quad in quads(graph()):
        places[quad.triple].add(quad.graph_name)
    repeated = {triple.predicate.value for triple, found in places.items() if len(found) > 1}
    assert repeated == {f"{BASE}ontology#holdsPost"}


def test_no_quad_comes_twice() -> None:
    found = list(quads(graph()))
    assert len(found) == len(set(found))


def test_there_is_a_graph_for_each_plan_one_for_entities_one_for_findings_and_one_for_the_ontology() -> None:
    expected = [*sorted(plan.document.key for plan in plans()), "entities", "derived", "ontology"]
    assert list(dict.fromkeys(str(quad.graph_name) for quad in quads(graph()))) == [
        f"<{graph_iri(name)}>" for name in expected
    ]


def test_a_named_graph_holds_the_plan_and_all_its_evidence() -> None:
    store = ox.Store()
    store.extend(quads(graph()))
    kg = f"{BASE}ontology#"
    outside = store.query(
        f"ASK {{ GRAPH ?g {{ ?e <{kg}quotedFrom> ?plan }}"
        f" FILTER NOT EXISTS {{ GRAPH ?g {{ ?plan a <{kg}Plan> . ?n <{kg}evidence> ?e }} }} }}"
    )
    assert not outside


def test_own_classes_above_are_written_too() -> None:
    kg = f"{BASE}ontology#"
    types = {quad.object.value for quad in quads(graph()) if isinstance(quad.object, ox.NamedNode)}
    assert {f"{kg}Unit", f"{kg}CollectiveUnit", f"{kg}ResponsibleBody"} <= types


def test_another_base_moves_every_iri_of_ours() -> None:
    data = trig(graph(), "http://e.org/kg/").decode()
    assert BASE not in data
    assert "@prefix kg: <http://e.org/kg/ontology#>" in data
    assert data.count("\n") == trig(graph()).decode().count("\n")


@rdflib_warns
def test_hostile_text_comes_back_as_it_was(tmp_path: Path) -> None:
    plan = garden_plan()
    plan.tasks[0].title = plan.document.title = plan.tasks[0].assignments[0].unit = HOSTILE
    path = tmp_path / "graph.trig"
    write_trig(graph([assign_keys(plan)]), path)
    values = {quad.object.value for quad in load_store(tmp_path) if isinstance(quad.object, ox.Literal)}
    assert HOSTILE in values
    theirs = rdflib.Dataset()
    theirs.parse(path, format="trig")
    assert rdflib.Literal(HOSTILE) in {o for _, _, o, _ in theirs.quads()}


@pytest.mark.parametrize(
    ("kind", "value", "text", "datatype"),
    [
        ("string", "某", "某", "string"),
        ("integer", 3, "3", "integer"),
        ("boolean", False, "false", "boolean"),
        ("decimal", 3.0, "3", "decimal"),
        ("decimal", 35.5, "35.5", "decimal"),
        ("decimal", 1e-7, "0.0000001", "decimal"),
        ("decimal", 1e22, "10000000000000000000000", "decimal"),
        ("PartialDate", "2025", "2025", "gYear"),
        ("PartialDate", "2025-06", "2025-06", "gYearMonth"),
        ("PartialDate", "2025-06-30", "2025-06-30", "date"),
        ("PartialDate", "2025-02-30", "2025-02-30", "string"),  # no such day
        ("PartialDate", "2025-13", "2025-13", "string"),
        ("PartialDate", "十四五末", "十四五末", "string"),
    ],
)
def test_literals_are_typed_by_the_range(kind: str, value: str | float, text: str, datatype: str) -> None:
    found = literal(kind, value)
    assert (found.value, found.datatype.value.rpartition("#")[2]) == (text, datatype)


def test_a_missing_or_broken_graph_is_said_with_its_path(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"graph\.trig: no graph to read"):
        load_store(tmp_path)
    path = tmp_path / "graph.trig"
    path.write_text("<a> <b> ", "utf-8")
    with pytest.raises(InputError, match=r"graph\.trig: not TriG"):
        load_store(path)


def test_prefixes_are_those_of_the_kinds_that_are_there() -> None:
    head = trig(graph()).decode()
    assert "@prefix leadership-group:" in head
    assert "@prefix responsible-body:" not in head
    assert "Dragon" not in load_schema().classes
