"""A build folder into a server."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from ..errors import InputError
from .base import Progress, Removed, Server
from .property_graph import base_of
from .rdf import FILE_NAME, read_quads
from .values import RDF_TYPE


class Loaded(NamedTuple):
    """What a load did."""

    plans: int
    """That the server holds now."""
    others: int
    """Of these, those that are not in the folder."""
    removed: Removed


def load_folder(
    server: Server, folder: Path, *, prune: bool = False, progress: Progress | None = None
) -> Loaded:
    """Load the graph of a folder; with `prune`, plans that are not in it are taken out.

    Raises InputError where there is no graph to read, StoreError where the server refuses.
    """
    quads = read_graph(folder)
    kind = ox.NamedNode(f"{base_of(quads)}ontology#Plan")
    mine = {
        quad.subject.value
        for quad in quads
        if quad.object == kind and quad.predicate.value == RDF_TYPE and isinstance(quad.subject, ox.NamedNode)
    }
    removed = server.load(quads, progress)
    others = [plan.iri for plan in server.plans() if plan.iri not in mine]
    if prune and others:
        gone = server.unload(others, progress)
        removed = Removed(*(sum(pair) for pair in zip(removed, gone, strict=True)))
        others = []
    return Loaded(len(mine) + len(others), len(others), removed)


def read_graph(folder: Path) -> list[ox.Quad]:
    """The quads of the graph that kg build wrote to a folder; raises InputError where there is none."""
    path = folder / FILE_NAME
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(path, f"no graph to read ({error.strerror}); run kg build first") from error
    return read_quads(data, path)
