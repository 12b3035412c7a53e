"""Cypher without a server."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InputError, QueryError, QueryLimitError
from kg.graph import Graph
from kg.stores.cypher import FOLDER, CypherView, cypher_view, open_cypher
from kg.stores.property_graph import property_graph
from kg.stores.rdf import quads, write_trig
from tests.factories import graph, plans

COUNT = "MATCH (t:Task) RETURN count(t) AS n"


@pytest.fixture(scope="module")
def view() -> CypherView:
    return cypher_view(property_graph(quads(graph())))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_trig(graph(), tmp_path / "graph.trig")
    return tmp_path


def caches(folder: Path) -> list[str]:
    return sorted(path.name for path in (folder / FOLDER).iterdir())


def test_cells_are_numbers_text_or_nothing(view: CypherView) -> None:
    query = "RETURN 3 AS a, 1.5 AS b, '' AS c, null AS d, ['x', 'y'] AS e, true AS f, date('2024-02-03') AS g, [] AS h"
    assert view.select(query).rows == ((3, 1.5, None, None, "x\u001fy", "true", "2024-02-03", None),)


def test_an_answer_without_rows_has_its_columns(view: CypherView) -> None:
    table = view.select(
        "MATCH (t:Task {title: $title}) RETURN t.title AS title, t.iri AS iri", {"title": "没有"}
    )
    assert (table.names, len(table)) == (["title", "iri"], 0)


def test_what_is_not_said_is_null(view: CypherView) -> None:
    assert view.select("MATCH (u:Unit) WHERE u.title IS NOT NULL RETURN count(u) AS n").rows == ((0,),)


@pytest.mark.parametrize(
    "query",
    [
        "CREATE (n:X) RETURN 1 AS one",
        "MATCH (n) DETACH DELETE n",
        "MATCH (t:Task) SET t.title = 'x' RETURN 1 AS one",
        "MERGE (n:Task {iri: 'x'}) RETURN 1 AS one",
        "MATCH (t:Task) REMOVE t.title RETURN 1 AS one",
        "CREATE INDEX FOR (n:Task) ON (n.title)",
        "MATCH (n RETURN n",
        "RETURN $missing AS x",
        "",
    ],
)
def test_what_does_not_read_is_refused_and_changes_nothing(query: str, view: CypherView) -> None:
    with pytest.raises(QueryError):
        view.select(query)
    assert view.select(COUNT).rows == ((5,),)
    assert view.select("MATCH (t:Task {title: '培训园丁'}) RETURN count(t) AS n").rows == ((1,),)


def test_a_query_is_stopped_in_time_and_cut_at_its_rows(view: CypherView) -> None:
    with pytest.raises(QueryLimitError, match=r"stopped after 0\.2 seconds"):
        view.select(
            "UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS s", seconds=0.2
        )
    assert len(view.select("MATCH (e:Evidence) RETURN e.iri AS iri", rows=3)) == 3


def test_the_cache_is_made_once_and_anew_for_another_graph(folder: Path) -> None:
    assert open_cypher(folder).select(COUNT).rows == ((5,),)
    [first] = caches(folder)
    stamp = (folder / FOLDER / first).stat().st_mtime_ns
    assert open_cypher(folder).select(COUNT).rows == ((5,),)
    assert (folder / FOLDER / first).stat().st_mtime_ns == stamp
    write_trig(graph(plans()[1:]), folder / "graph.trig")
    assert open_cypher(folder).select(COUNT).rows == ((2,),)
    [second] = caches(folder)
    assert second != first


def test_a_broken_cache_is_made_anew(folder: Path) -> None:
    open_cypher(folder)
    [name] = caches(folder)
    for data in (b"", b"nonsense", (folder / FOLDER / name).read_bytes()[:200]):
        (folder / FOLDER / name).write_bytes(data)
        assert open_cypher(folder).select(COUNT).rows == ((5,),)


def test_a_folder_that_can_not_be_written_to_does_without_a_cache(folder: Path) -> None:
    (folder / FOLDER).write_text("a file is in the way")
    assert open_cypher(folder).select(COUNT).rows == ((5,),)


def test_a_missing_or_broken_graph_is_said(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no graph to read"):
        open_cypher(tmp_path)
    (tmp_path / "graph.trig").write_text("<<<")
    with pytest.raises(InputError, match="not TriG"):
        open_cypher(tmp_path)


def test_an_empty_graph_answers() -> None:
    empty = cypher_view(property_graph(quads(Graph([], []))))
    assert empty.select(COUNT).rows == ((0,),)
