"""What the files of the ontology say of each term, for people to read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ..graph.schema import local_name
from ..keys import BASE
from ..stores.rdf import PREFIXES

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = PREFIXES["rdfs"]
SKOS = PREFIXES["skos"]
OWL = PREFIXES["owl"]
DCAM = PREFIXES["dcam"]
OWN = f"{BASE}ontology#"


class Facts:
    """Triples by subject and predicate, in the order of the files."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._found: dict[str, defaultdict[str, list[ox.NamedNode | ox.Literal]]] = {}
        for triple in triples:
            subject, value = triple.subject, triple.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                here = self._found.setdefault(subject.value, defaultdict(list))
                here[triple.predicate.value].append(value)

    def of_type(self, *types: str) -> Iterator[str]:
        """The IRIs of all that has one of the types."""
        for iri in self._found:
            if set(types) & set(self.values(iri, f"{RDF}type")):
                yield iri

    def values(self, iri: str, *predicates: str) -> list[str]:
        """The values of predicates, IRIs and texts alike."""
        return [value.value for name in predicates for value in self._found[iri][name]]

    def text(self, iri: str, predicate: str, lang: str) -> str:
        """The text of a predicate in a language, '' where there is none."""
        for value in self._found[iri][predicate]:
            if isinstance(value, ox.Literal) and value.language == lang:
                return value.value
        return ""


def short(iri: str) -> str:
    """An IRI with its prefix: kg:Task, org:Post; whole where it has none."""
    for prefix, start in (("kg", OWN), *PREFIXES.items()):
        if iri.startswith(start):
            return f"{prefix}:{iri.removeprefix(start)}"
    return iri if "/themes/" not in iri else f"t:{local_name(iri)}"
