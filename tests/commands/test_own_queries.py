"""`kg query --file`: queries of one's own, and what they may not do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.commands.running import Kg


def test_own_queries_are_answered(kg: Kg, tmp_path: Path, built: Path) -> None:
    rq = tmp_path / "my.rq"
    rq.write_text("SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }")
    result = kg("query", "--file", rq, "--format", "json")
    assert result.exit_code == 0
    ((count,),) = [row.values() for row in json.loads(result.stdout)]
    assert count > 20
    rq.write_text("ASK { ?s ?p ?o }")
    assert kg("query", "--file", rq, "--format", "csv").stdout_bytes == "\ufeffanswer\r\ntrue\r\n".encode()


def test_the_name_of_a_file_tells_its_language(kg: Kg, tmp_path: Path, built: Path) -> None:
    cypher = tmp_path / "my.cypher"
    cypher.write_text("MATCH (n:Plan) RETURN 7 AS number LIMIT 1")
    assert json.loads(kg("query", "--file", cypher, "--format", "json").stdout) == [{"number": 7}]
    cypher.write_text("MATCH (n) DETACH DELETE n")
    refused = kg("query", "--file", cypher)
    assert (refused.exit_code, refused.stderr) == (
        2,
        "kg: the query does not run: queries read, this one writes\n",
    )


def test_rows_beyond_the_limit_are_cut_and_said(kg: Kg, tmp_path: Path, built: Path) -> None:
    rq = tmp_path / "my.rq"
    rq.write_text("SELECT ?s { GRAPH ?g { ?s ?p ?o } }")
    result = kg("query", "--file", rq, "--limit", "3", "--format", "csv", "--lang", "en")
    assert len(result.stdout.splitlines()) == 4
    assert result.stderr == "only the first 3 rows are shown\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }", "only SELECT and ASK"),
        ("INSERT DATA { <http://a> <http://b> 1 }", "expected"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("SELECT {", "error at"),
    ],
)
def test_own_queries_that_do_more_than_ask_are_refused(
    kg: Kg, tmp_path: Path, built: Path, text: str, message: str
) -> None:
    (tmp_path / "my.rq").write_text(text)
    result = kg("query", "--file", "my.rq")
    assert (result.exit_code, result.stdout) == (2, "")
    assert message in result.stderr


def test_a_query_that_does_not_end_is_stopped(kg: Kg, tmp_path: Path, built: Path) -> None:
    triple = "GRAPH ?g{0} {{ ?s{0} ?p{0} ?o{0} }}"
    body = " ".join(triple.format(i) for i in range(9))
    (tmp_path / "my.rq").write_text(f"SELECT (COUNT(*) AS ?n) {{ {body} }}")
    result = kg("query", "--file", "my.rq", "--timeout", "1.5")
    assert result.exit_code == 1
    assert "stopped after 1.5 seconds" in result.stderr


def test_a_folder_without_a_graph_is_a_message(kg: Kg, tmp_path: Path) -> None:
    (tmp_path / "kg-out").mkdir()
    result = kg("query", "unit-workload")
    assert result.exit_code == 1
    assert "no graph to read" in result.stderr
