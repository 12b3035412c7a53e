"""Parameters of SPARQL queries: values become RDF terms that the library writes, never pasted text.

A query marks where its parameters go by a line of its own that is valid SPARQL as it stands:

    VALUES (?param_unit ?param_role) { (UNDEF UNDEF) }  # params

Binding fills this row; UNDEF is left for what is not given. pyoxigraph's own `substitutions` need each
variable in the SELECT clause, and no other engine has them; this line works on all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import pyoxigraph as ox

from ..errors import QueryError
from ..tables import Cell

_PREFIX = "?param_"
_MARK = re.compile(
    r"^(?P<indent>[ \t]*)VALUES[ ]\((?P<names>\?param_\w+(?:[ ]\?param_\w+)*)\)"
    r"[ ]\{[ ]\((?:UNDEF ?)+\)[ ]\}[ ]+# params$",
    re.MULTILINE | re.ASCII,
)


def parameters(query: str) -> list[str]:
    """The names of the parameters that a query marks, in order."""
    return list(dict.fromkeys(name for mark in _MARK.finditer(query) for name in _names(mark)))


def bind(query: str, bindings: Mapping[str, Cell]) -> str:
    """The query with values in the places of its parameters; raises QueryError for one that it has not."""
    unknown = sorted(set(bindings) - set(parameters(query)))
    if unknown:
        raise QueryError(f"the query has no parameter {', '.join(unknown)}")
    return _MARK.sub(lambda mark: _values(mark, bindings), query)


def _values(mark: re.Match[str], bindings: Mapping[str, Cell]) -> str:
    names = list(_names(mark))
    terms = " ".join(_term(name, bindings.get(name)) for name in names)
    variables = " ".join(f"{_PREFIX}{name}" for name in names)
    return f"{mark['indent']}VALUES ({variables}) {{ ({terms}) }}"


def _names(mark: re.Match[str]) -> Iterator[str]:
    return (name.removeprefix(_PREFIX) for name in mark["names"].split())


def _term(name: str, value: Cell) -> str:
    if value is None:
        return "UNDEF"
    try:
        return str(ox.Literal(value))
    except ValueError as error:
        raise QueryError(f"parameter {name}: not valid Unicode text") from error
