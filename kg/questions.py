"""The catalogue of questions: query files with a header, checked when they are read.

A header line is `# title zh: …`, `# title en: …`, `# description zh: …`, `# description en: …`,
`# competency zh: …`, `# competency en: …` (the question of the ontology that it answers, where it is one),
`# param: NAME | TYPE | DEFAULT | zh | en` or `# column: NAME | TYPE | zh | en`. Types of parameters are
text, integer, date, or the values that are allowed, with commas; types of columns text, integer, number
and list (values joined by U+001F in the query, shown sorted).
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources.abc import Traversable
from typing import NoReturn

import pyoxigraph as ox
from msgspec import Struct

from .errors import QueryError
from .plugins import data_folders
from .stores.base import View
from .stores.bindings import parameters
from .tables import Cell, Column, Lang, Table

_LINE = re.compile(
    r"#\s*(?P<key>title|description|competency|param|column)(?:\s+(?P<lang>zh|en))?\s*:\s*(?P<value>.*)"
)
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_COLUMN_TYPES = ("text", "integer", "number", "list")
SEPARATOR = "\u001f"
"""Between the values of a list as a query gives it."""
JOIN = "；"
"""Between the values of a list as a table shows it."""


class Parameter(Struct, frozen=True):
    """A parameter of a question."""

    name: str
    type: str
    """text, integer, date, or the allowed values with commas."""
    default: Cell
    zh: str
    en: str

    def value(self, given: Cell) -> Cell:
        """The given value in the parameter's type; raises QueryError where it is none."""
        if given is None or given == "":
            return None
        text = str(given)
        if self.type == "integer":
            if not re.fullmatch(r"[+-]?\d{1,15}", text, re.ASCII):
                raise QueryError(f"parameter {self.name}: {text!r} is no whole number")
            return int(text)
        if self.type == "date":
            if not _DATE.fullmatch(text):
                raise QueryError(f"parameter {self.name}: {text!r} is no date (2025, 2025-06 or 2025-06-30)")
        elif self.type != "text" and text not in (allowed := self.type.split(", ")):
            raise QueryError(f"parameter {self.name}: {text!r} is none of {', '.join(allowed)}")
        return text


class Question(Struct, frozen=True):
    """A named question: its query and what the header says of it."""

    name: str
    titles: Mapping[str, str]
    descriptions: Mapping[str, str]
    parameters: tuple[Parameter, ...]
    columns: tuple[Column, ...]
    types: tuple[str, ...]
    """Of the columns."""
    text: str
    competency: Mapping[str, str] = {}
    """What the ontology promises to answer, by language; empty where the question is none of those."""

    def title(self, lang: Lang = "zh") -> str:
        """The title in a language."""
        return self.titles[lang]

    def description(self, lang: Lang = "zh") -> str:
        """The description in a language."""
        return self.descriptions[lang]

    def bindings(self, given: Mapping[str, Cell]) -> dict[str, Cell]:
        """The value of each parameter, defaults filled in; raises QueryError for a wrong name or value."""
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in given:
            if name not in known:
                raise QueryError(f"{self.name} has no parameter {name!r}{_nearest(name, known)}")
        return {name: one.value(given.get(name, one.default)) for name, one in known.items()}


@cache
def catalogue() -> Mapping[str, Question]:
    """All questions by name, sorted: those of the package, and of packages that extend it (`kg.queries`)."""
    folders = data_folders("kg.queries", "kg.queries")
    found = {path.name: path for folder in folders for path in folder.iterdir() if path.name.endswith(".rq")}
    return {name.removesuffix(".rq"): read_question(path) for name, path in sorted(found.items())}


def question(name: str) -> Question:
    """The question of a name; raises QueryError that suggests the nearest and lists the known."""
    known = catalogue()
    if name not in known:
        raise QueryError(f"no question {name!r}{_nearest(name, known)}")
    return known[name]


def ask(view: View, name: str, params: Mapping[str, Cell] | None = None) -> Table:
    """The answer to a named question."""
    asked = question(name)
    table = view.select(asked.text, asked.bindings(params or {}))
    rows = (tuple(map(_typed, asked.types, row)) for row in table.rows)
    return Table(asked.columns, tuple(rows))


def _typed(kind: str, value: Cell) -> Cell:
    if kind == "list" and isinstance(value, str):
        return JOIN.join(sorted(filter(None, value.split(SEPARATOR)))) or None
    return value


def _nearest(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=1, cutoff=0.5)
    suggestion = f"; did you mean {near[0]!r}?" if near else ""
    return f"{suggestion} (known: {', '.join(names) or 'none'})"


def read_question(path: Traversable) -> Question:
    """The question of a query file; raises QueryError with the file and line of what is wrong in it."""
    return _Reader(path).question()


class _Reader:
    """Reads one query file."""

    def __init__(self, path: Traversable) -> None:
        self._name = path.name
        self._text = path.read_text(encoding="utf-8")
        self._lines = self._text.splitlines()
        self._words: dict[tuple[str, str], str] = {}
        self._parameters: list[Parameter] = []
        self._columns: list[Column] = []
        self._types: list[str] = []

    def question(self) -> Question:
        end = 1
        for end, line in self._header():
            found = _LINE.fullmatch(line)
            if found is None:
                self._fail(end, f"not a header line: {line}")
            self._take(end, found["key"], found["lang"], found["value"].strip())
        for key in ("title", "description"):
            for lang in ("zh", "en"):
                if not self._words.get((key, lang)):
                    self._fail(1, f"the header has no '{key} {lang}'")
        self._check_names()
        return Question(
            name=self._name.removesuffix(".rq"),
            titles={lang: self._words["title", lang] for lang in ("zh", "en")},
            descriptions={lang: self._words["description", lang] for lang in ("zh", "en")},
            parameters=tuple(self._parameters),
            columns=tuple(self._columns),
            types=tuple(self._types),
            text=self._text,
            competency={lang: text for (key, lang), text in self._words.items() if key == "competency"},
        )

    def _header(self) -> Iterator[tuple[int, str]]:
        for number, line in enumerate(self._lines, 1):
            if not line.startswith("#"):
                return
            yield number, line

    def _take(self, line: int, key: str, lang: str | None, value: str) -> None:
        if key in ("title", "description", "competency"):
            self._words[key, lang or ""] = value
            return
        parts = [part.strip() for part in value.split("|")]
        if len(parts) != (5 if key == "param" else 4) or not _NAME.fullmatch(parts[0]):
            self._fail(line, f"a {key} is NAME | TYPE |{' DEFAULT |' if key == 'param' else ''} zh | en")
        if key == "param":
            self._take_parameter(line, *parts)
        elif parts[1] not in _COLUMN_TYPES:
            self._fail(line, f"unknown type {parts[1]!r} (known: {', '.join(_COLUMN_TYPES)})")
        else:
            self._columns.append(Column(parts[0], parts[2], parts[3]))
            self._types.append(parts[1])

    def _take_parameter(self, line: int, name: str, kind: str, default: str, zh: str, en: str) -> None:
        kind = ", ".join(part.strip() for part in kind.split(","))
        bare = Parameter(name, kind, None, zh, en)
        try:
            self._parameters.append(Parameter(name, kind, bare.value(default), zh, en))
        except QueryError as error:
            self._fail(line, str(error))

    def _check_names(self) -> None:
        declared = [parameter.name for parameter in self._parameters]
        used = parameters(self._text)
        if sorted(declared) != sorted(used):
            self._fail(
                self._line_of(r"^# param:"),
                f"parameters declared ({', '.join(declared)}) and used ({', '.join(used)}) differ",
            )
        columns = [column.name for column in self._columns]
        selected = self._selected()
        if columns != selected:
            self._fail(
                self._line_of(r"^SELECT\b"),
                f"columns declared ({', '.join(columns)}) and selected ({', '.join(selected)}) differ",
            )

    def _selected(self) -> list[str]:
        try:
            result = ox.Store().query(self._text)
        except SyntaxError as error:
            place = re.search(r"at (\d+):", str(error))
            self._fail(int(place[1]) if place else 1, f"does not parse: {error}")
        if not isinstance(result, ox.QuerySolutions):
            self._fail(1, "is no SELECT query")
        return [variable.value for variable in result.variables]

    def _line_of(self, pattern: str) -> int:
        return next((i for i, line in enumerate(self._lines, 1) if re.match(pattern, line)), 1)

    def _fail(self, line: int, message: str) -> NoReturn:
        raise QueryError(f"{self._name}:{line}: {message}")
