"""Themes of tasks: by the words of a scheme that stand in a task's title or in a heading above it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import pyoxigraph as ox

from ..errors import OntologyError
from ..keys import BASE
from ..names.text import normalise
from .sources import theme_triples

_SKOS = "http://www.w3.org/2004/02/skos/core#"


class Theme(NamedTuple):
    """A concept of a scheme, with the words that assign it."""

    iri: str
    notation: str
    name: str
    words: tuple[str, ...]
    labels: Mapping[str, str]
    """Its names by language."""


class Match(NamedTuple):
    """A word of a theme, and the text that holds it."""

    theme: Theme
    word: str
    place: int
    """0 for the task's title, else how many headings above it."""


class Scheme:
    """A set of themes, and the words of plans' titles that it is for."""

    def __init__(self, iri: str, applies_to: Sequence[str], themes: Sequence[Theme]) -> None:
        self.iri = iri
        self.applies_to = tuple(applies_to)
        """Empty where it is for all plans that no other scheme is for."""
        self.themes = tuple(themes)

    def matches(self, title: str, headings: Sequence[str]) -> list[Match]:
        """The themes of the title's words, then those of the nearest heading that has any, a word each."""
        found = self._in(title, 0)
        for place, heading in enumerate(headings, 1):
            above = self._in(heading, place)
            if above:
                return found + above
        return found

    def _in(self, text: str, place: int) -> list[Match]:
        """One match for each theme with words in the text: its first one."""
        found: dict[str, Match] = {}
        for hit in self._pattern.finditer(normalise(text)) if self._by_word else ():
            for theme in self._by_word[hit[0]]:
                found.setdefault(theme.iri, Match(theme, hit[0], place))
        return list(found.values())

    @cached_property
    def _by_word(self) -> Mapping[str, list[Theme]]:
        found: defaultdict[str, list[Theme]] = defaultdict(list)
        for theme in self.themes:
            for word in theme.words:
                found[word].append(theme)
        return found

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        words = sorted(self._by_word, key=lambda word: (-len(word), word))
        return re.compile("|".join(map(re.escape, words)))


class Themes:
    """The schemes of themes, and the triples that they were read from."""

    def __init__(self, schemes: Iterable[Scheme], triples: Sequence[ox.Triple]) -> None:
        self.schemes = tuple(schemes)
        self.triples = tuple(triples)

    def scheme_of(self, title: str) -> Scheme | None:
        """The scheme for a plan of this title: the first that is for one of its words, else the general one."""
        named = (one for one in self.schemes if any(word in title for word in one.applies_to))
        general = (one for one in self.schemes if not one.applies_to)
        return next(named, None) or next(general, None)


def load_themes(paths: Sequence[Path] = ()) -> Themes:
    """The themes of the given SKOS files, else those of the packages; raises OntologyError for a broken one."""
    triples = theme_triples(paths)
    reader = _Reader(triples)
    return Themes(reader.schemes(), triples)


class _Reader:
    """Makes schemes of SKOS triples."""

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._facts: defaultdict[str, defaultdict[str, list[ox.NamedNode | ox.Literal]]]
        self._facts = defaultdict(lambda: defaultdict(list))
        for triple in triples:
            subject, value = triple.subject, triple.object
            if isinstance(subject, ox.NamedNode) and isinstance(value, ox.NamedNode | ox.Literal):
                self._facts[subject.value][triple.predicate.value].append(value)

    def schemes(self) -> Iterator[Scheme]:
        """The schemes, in the order of the files; raises OntologyError for a theme without its parts."""
        members: defaultdict[str, list[Theme]] = defaultdict(list)
        for iri in list(self._facts):
            for scheme in self._values(iri, f"{_SKOS}inScheme"):
                members[scheme].append(self._theme(iri))
        for scheme, themes in members.items():
            yield Scheme(scheme, self._values(scheme, f"{BASE}ontology#appliesTo"), themes)

    def _theme(self, iri: str) -> Theme:
        names = self._facts[iri][f"{_SKOS}prefLabel"]
        labels = {one.language or "zh": one.value for one in reversed(names) if isinstance(one, ox.Literal)}
        notation = self._values(iri, f"{_SKOS}notation")
        if not names or len(notation) != 1:
            raise OntologyError(f"theme {iri}: needs a skos:prefLabel and one skos:notation")
        words = tuple(filter(None, map(normalise, self._values(iri, f"{_SKOS}hiddenLabel"))))
        return Theme(iri, notation[0], labels.get("zh", names[0].value), words, labels)

    def _values(self, iri: str, predicate: str) -> list[str]:
        return [value.value for value in self._facts[iri][predicate]]
