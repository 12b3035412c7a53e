"""Questions to the graph in SPARQL, answered by Oxigraph."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pyoxigraph as ox

from ..errors import QueryError
from ..keys import BASE
from ..tables import Cell, Column, Table
from .bindings import bind
from .rdf import load_store

_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: dict[str, type[int | float]] = {
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}integer": int,
}
_ONTOLOGY = (
    "SELECT ?ontology { GRAPH ?graph { ?ontology a <http://www.w3.org/2002/07/owl#Ontology> }"
    ' FILTER(STR(?graph) = REPLACE(STR(?ontology), "ontology$", "graph/ontology")) } ORDER BY ?ontology'
)


class OxigraphView:
    """Reads a store of pyoxigraph."""

    def __init__(self, store: ox.Store, *, union: bool = False) -> None:
        self._store = store
        self._union = union
        self.base = _base(store)
        """The base of the IRIs in the store."""

    def select(self, query: str, bindings: Mapping[str, Cell] | None = None) -> Table:
        """The rows of a SELECT query, its parameters bound; raises QueryError for anything else.

        The query's prefix of the ontology is put under the store's base.
        """
        text = bind(query.replace(f"<{BASE}ontology#>", f"<{self.base}ontology#>"), bindings or {})
        try:
            result = self._store.query(text, use_default_graph_as_union=self._union)
        except (SyntaxError, ValueError) as error:
            raise QueryError(f"the query does not parse: {error}") from error
        if not isinstance(result, ox.QuerySolutions):
            raise QueryError("only SELECT queries give rows")
        names = [variable.value for variable in result.variables]
        cell_of = _Cells().__getitem__
        rows = tuple(tuple(map(cell_of, solution)) for solution in result)
        return Table(tuple(Column(name, name, name) for name in names), rows)


def open_view(place: Path) -> OxigraphView:
    """The view of a TriG file, or of the one in a folder; raises InputError where there is none to read."""
    return OxigraphView(load_store(place))


class _Cells(dict[object, Cell]):
    """The cell of each term that a table has had: most stand in it many times."""

    def __missing__(self, term: object) -> Cell:
        found = self[term] = cell(term)
        return found


def cell(term: object) -> Cell:
    """An RDF term as a cell: numbers as numbers, the empty string as None, all else as its text."""
    if isinstance(term, ox.Literal):
        number = _NUMBERS.get(term.datatype.value)
        return number(term.value) if number else term.value or None
    if isinstance(term, ox.NamedNode):
        return term.value
    return None if term is None else str(term)


def _base(store: ox.Store) -> str:
    found = store.query(_ONTOLOGY)
    assert isinstance(found, ox.QuerySolutions)
    for solution in found:
        return str(solution["ontology"].value).removesuffix("ontology")
    return BASE
