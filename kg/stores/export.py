"""The graph in the forms that other programs read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyoxigraph as ox

from ..writing import Outputs
from .forms import FOLDERS, Form
from .jsonld import from_quads
from .loading import read_graph
from .property_graph import PropertyGraph, base_of, property_graph

Quads = Sequence[ox.Quad]
Files = Iterable[tuple[str, bytes]]


def export_to(out: Path, folder: Path, form: Form) -> list[Path]:
    """Write the graph of a build folder in a form, to a file or a folder; what was written.

    Raises InputError where there is no graph to read, PluginError where a package is missing.
    """
    quads = read_graph(folder)
    if form in FOLDERS:
        with Outputs(out) as outputs:
            names = []
            for name, data in _FOLDERS[form](property_graph(quads, base_of(quads)), base_of(quads)):
                outputs.add(name, data)
                names.append(out / name)
        return names
    with Outputs(out.parent) as outputs:
        outputs.add(out.name, _FILES[form](quads))
    return [out]


def _csv(graph: PropertyGraph, base: str) -> Files:
    from .neo4j_csv import neo4j_csv

    return neo4j_csv(graph, base)


def _parquet(graph: PropertyGraph, base: str) -> Files:
    from .parquet import parquet

    return parquet(graph, base)


def _graphml(quads: Quads) -> bytes:
    from .networks import graphml

    return graphml(property_graph(quads, base_of(quads)))


def _gexf(quads: Quads) -> bytes:
    from .networks import gexf

    return gexf(property_graph(quads, base_of(quads)))


def _jsonld(quads: Quads) -> bytes:
    return from_quads(_without_blanks(quads), base_of(quads))


def _nquads(quads: Quads) -> bytes:
    return _serialized(quads, ox.RdfFormat.N_QUADS)


def _turtle(quads: Quads) -> bytes:
    """All graphs in one."""
    return _serialized(list(dict.fromkeys(quad.triple for quad in quads)), ox.RdfFormat.TURTLE)


def _serialized(statements: Sequence[ox.Quad] | Sequence[ox.Triple], form: ox.RdfFormat) -> bytes:
    data = ox.serialize(statements, format=form)
    assert data is not None
    return data


def _without_blanks(quads: Quads) -> Iterator[ox.Quad]:
    """The ontology's own axioms may have blank nodes, which JSON-LD with short names does without."""
    return (
        quad
        for quad in quads
        if not isinstance(quad.subject, ox.BlankNode) and not isinstance(quad.object, ox.BlankNode)
    )


_FOLDERS: Mapping[Form, Callable[[PropertyGraph, str], Files]] = {"csv": _csv, "parquet": _parquet}
_FILES: Mapping[Form, Callable[[Quads], bytes]] = {
    "graphml": _graphml,
    "gexf": _gexf,
    "jsonld": _jsonld,
    "nquads": _nquads,
    "turtle": _turtle,
}
