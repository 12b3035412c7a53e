"""The files of the ontology: ours, those of packages that extend it, and the themes that a user gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from importlib.resources.abc import Traversable
from pathlib import Path

import pyoxigraph as ox

from ..errors import OntologyError
from ..keys import BASE
from ..plugins import data_folders
from .model import moved

GROUP, OWN = "kg.ontology", "kg.ontology"
"""The entry-point group of packages with files of their own, and the package of ours."""

_SHAPES, _THEMES = "shapes", "themes"


def ontology_triples(base: str = BASE) -> list[ox.Triple]:
    """The triples of all files of the ontology, in order, with IRIs under the given base."""
    return [
        triple
        for path in _files()
        if not path.name.startswith((_SHAPES, _THEMES))
        for triple in _triples(path, base)
    ]


def theme_triples(paths: Sequence[Path] = (), base: str = BASE) -> list[ox.Triple]:
    """The triples of the schemes of themes: those of the given files, else those of all packages."""
    found: Iterable[Traversable] = paths or (path for path in _files() if path.name.startswith(_THEMES))
    return [triple for path in found for triple in _triples(path, base)]


def shape_files(base: str = BASE) -> list[str]:
    """The Turtle of all files of shapes, in order, with IRIs under the given base."""
    texts = (path.read_text(encoding="utf-8") for path in _files() if path.name.startswith(_SHAPES))
    return [text.replace(BASE, base) for text in texts]


def _files() -> Iterator[Traversable]:
    """The Turtle files folder by folder, each by name; a later folder's file replaces ours of its name."""
    found: dict[str, Traversable] = {}
    for folder in data_folders(GROUP, OWN):
        here = {path.name: path for path in folder.iterdir() if path.name.endswith(".ttl")}
        found |= dict(sorted(here.items()))
    yield from found.values()


def _triples(path: Traversable, base: str) -> Iterator[ox.Triple]:
    try:
        for quad in ox.parse(path.read_bytes(), ox.RdfFormat.TURTLE):
            yield move(quad, base)
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path}: {error}") from error


def move(quad: ox.Quad | ox.Triple, base: str) -> ox.Triple:
    """A triple with its IRIs put under another base."""
    subject, predicate, value = quad.subject, quad.predicate, quad.object
    if isinstance(subject, ox.NamedNode):
        subject = _under(subject, base)
    if isinstance(value, ox.NamedNode):
        value = _under(value, base)
    return ox.Triple(subject, _under(predicate, base), value)


def _under(term: ox.NamedNode, base: str) -> ox.NamedNode:
    return ox.NamedNode(moved(term.value, base))
