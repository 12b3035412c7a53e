"""Values go into a query as terms."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.stores.bindings import bind, parameters

QUERY = """SELECT ?found WHERE {
  VALUES (?param_a ?param_b) { (UNDEF UNDEF) }  # params
  BIND(?param_a AS ?found)
}"""


def rows(query: str) -> list[str | None]:
    result = ox.Store().query(query)
    assert isinstance(result, ox.QuerySolutions)
    return [None if row["found"] is None else row["found"].value for row in result]


def test_the_marked_parameters_are_found() -> None:
    assert parameters(QUERY) == ["a", "b"]
    assert parameters("SELECT ?x WHERE { VALUES (?param_a) { (UNDEF) } }") == []


def test_a_value_is_bound_and_the_rest_left_open() -> None:
    assert rows(QUERY) == [None]
    assert rows(bind(QUERY, {"a": "某"})) == ["某"]
    assert "(3 UNDEF)" in bind(QUERY, {"a": 3}) or '"3"^^' in bind(QUERY, {"a": 3})


def test_a_marker_that_stands_twice_is_filled_twice() -> None:
    query = QUERY.replace("  BIND", "  VALUES (?param_a) { (UNDEF) }  # params\n  BIND")
    assert rows(bind(query, {"a": "x"})) == ["x"]


@given(st.text())
def test_any_text_comes_out_as_it_went_in(text: str) -> None:
    assert rows(bind(QUERY, {"a": text})) == [text]


@pytest.mark.parametrize(
    "text",
    [
        '") } DROP ALL #',
        "\\u0022) } DROP ALL #",
        '\\") }',
        '"""',
        "\n} # params",
        "VALUES (?param_b) { (UNDEF) }  # params",
        "\nVALUES (?param_b) { (UNDEF) }  # params\n",
        "\\1 \\g<0>",
    ],
)
def test_hostile_text_is_text(text: str) -> None:
    assert rows(bind(QUERY, {"a": text, "b": text})) == [text]


def test_an_unknown_parameter_is_refused() -> None:
    with pytest.raises(QueryError, match="no parameter c"):
        bind(QUERY, {"c": "x"})


def test_half_a_character_is_refused() -> None:
    with pytest.raises(QueryError, match="parameter a: not valid Unicode"):
        bind(QUERY, {"a": "\ud800"})
