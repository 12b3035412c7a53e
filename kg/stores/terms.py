"""Terms of pyoxigraph as those of rdflib."""

from __future__ import annotations

import pyoxigraph as ox
import rdflib

_STRING = "http://www.w3.org/2001/XMLSchema#string"


def to_rdflib(term: object) -> rdflib.URIRef | rdflib.BNode | rdflib.Literal:
    """The rdflib term that equals one of pyoxigraph; plain strings have no datatype there."""
    if isinstance(term, ox.NamedNode):
        return rdflib.URIRef(term.value)
    if isinstance(term, ox.BlankNode):
        return rdflib.BNode(term.value)
    assert isinstance(term, ox.Literal)
    if term.language:
        return rdflib.Literal(term.value, lang=term.language)
    kind = term.datatype.value
    return rdflib.Literal(
        term.value, datatype=None if kind == _STRING else rdflib.URIRef(kind), normalize=False
    )
