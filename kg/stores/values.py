"""Literals of RDF as values of Python."""

from __future__ import annotations

import pyoxigraph as ox

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_NUMBERS: dict[str, type[int | float]] = {
    f"{_XSD}decimal": float,
    f"{_XSD}double": float,
    f"{_XSD}integer": int,
}


def python_value(term: ox.Literal) -> str | int | float | bool:
    """A number or truth value as such, all else, dates too, as its text."""
    kind = term.datatype.value
    if kind == f"{_XSD}boolean":
        return term.value == "true"
    number = _NUMBERS.get(kind)
    return number(term.value) if number else term.value
