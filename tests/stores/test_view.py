"""The view over Oxigraph."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.errors import QueryError
from kg.stores.rdf import quads, write_trig
from kg.stores.view import OxigraphView, open_view
from tests.factories import graph

TITLES = """PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX kg: <https://w3id.org/plan-kg/ontology#>
SELECT ?title WHERE {
  VALUES (?param_part) { (UNDEF) }  # params
  GRAPH ?g { ?plan a kg:Plan ; dcterms:title ?title }
  FILTER(!BOUND(?param_part) || CONTAINS(?title, ?param_part))
} ORDER BY ?title"""


def view() -> OxigraphView:
    store = ox.Store()
    store.extend(quads(graph()))
    return OxigraphView(store)


def test_a_query_gives_a_table() -> None:
    table = view().select(TITLES, {"part": "福州"})
    assert (table.names, table.rows) == (["title"], (("福州市鼓楼区花园实施意见",),))


def test_cells_are_numbers_text_or_nothing() -> None:
    query = (
        'SELECT (3 AS ?a) (1.50 AS ?b) ("" AS ?c) (?none AS ?d) (<http://e.org/> AS ?e) (2.5e0 AS ?f)'
        " (true AS ?g) WHERE {}"
    )
    assert view().select(query).rows == ((3, 1.5, None, None, "http://e.org/", 2.5, "true"),)


def test_a_blank_node_is_its_label() -> None:
    [[cell]] = view().select("SELECT (BNODE() AS ?b) WHERE {}").rows
    assert str(cell).startswith("_:")


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("SELECT ?x WHERE {", "does not parse"),
        ("ASK {}", "only SELECT"),
        ("CONSTRUCT WHERE { ?s ?p ?o }", "only SELECT"),
        ("DELETE WHERE { ?s ?p ?o }", "does not parse"),
    ],
)
def test_what_does_not_select_is_refused(query: str, message: str) -> None:
    with pytest.raises(QueryError, match=message):
        view().select(query)


def test_a_graph_under_another_base_answers_the_same(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    write_trig(graph(), path, "http://e.org/kg/")
    other = open_view(tmp_path)
    assert other.base == "http://e.org/kg/"
    assert other.select(TITLES) == view().select(TITLES)


def test_a_bound_text_is_not_moved_to_the_base(tmp_path: Path) -> None:
    path = tmp_path / "graph.trig"
    write_trig(graph(), path, "http://e.org/kg/")
    query = "SELECT ?v WHERE {\nVALUES (?param_a) { (UNDEF) }  # params\nBIND(?param_a AS ?v) }"
    text = "<https://w3id.org/plan-kg/ontology#>"
    assert open_view(path).select(query, {"a": text}).rows == ((text,),)


def test_a_store_without_the_ontology_has_the_default_base() -> None:
    assert OxigraphView(ox.Store()).base == "https://w3id.org/plan-kg/"
