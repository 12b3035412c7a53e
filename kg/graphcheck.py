"""The check of the graph against the records: built from them again, it must say the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyoxigraph as ox

from .analysis.whole import analysed_graph
from .api import Built
from .check import Finding
from .graph import graph_iri, load_themes
from .stores.rdf import FILE_NAME, load_store, quads
from .stores.view import OxigraphView

MISSING, EXTRA = "graph-missing", "graph-extra"
"""Kinds of findings: a statement that the graph lacks, and one that the records don't give."""


def check_folder_graph(folder: Path, themes: Sequence[Path] = ()) -> list[Finding]:
    """The first statement that the graph of a folder lacks, and the first that its records don't give.

    Nothing where both are the same, or only records were written. `themes` are the files that the graph was built
    with, where those were not the package's own. Raises RecordError where the records can't be read.
    """
    if not (folder / FILE_NAME).is_file():
        return []
    store = load_store(folder)
    base = OxigraphView(store).base
    built = Built(folder)
    graph = analysed_graph(built.plans, built.entities, built.texts, load_themes(themes))
    wanted = canonical(quads(graph, base))
    found = canonical(store)
    names = {graph_iri(record.entry.key, base): record.entry.stem for record in built.records}
    return [*_first(wanted - found, MISSING, names), *_first(found - wanted, EXTRA, names)]


def canonical(statements: Iterable[ox.Quad]) -> set[ox.Quad]:
    """The statements with blank nodes named alike in graphs that are alike."""
    dataset = ox.Dataset(statements)
    if any(isinstance(term, ox.BlankNode) for quad in dataset for term in (quad.subject, quad.object)):
        dataset.canonicalize(ox.CanonicalizationAlgorithm.UNSTABLE)
    return set(dataset)


def _first(statements: set[ox.Quad], kind: str, names: dict[str, str]) -> Iterator[Finding]:
    """The first of some statements, and how many there are."""
    if statements:
        quad = min(statements, key=str)
        place = quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""
        yield Finding(
            names.get(place, place.rpartition("/")[2]), FILE_NAME, kind, f"{quad.triple} [{len(statements)}]"
        )
