"""The catalogue of questions: query files with a header, checked when they are read.

`name.rq` holds the question in SPARQL and the header; `name.cypher` beside it, where there is one, the same
question in Cypher, with the parameters as `$name` and the same columns and rows.

A header line is `# subject: …` (one of `queries/subjects.csv`), `# title zh: …`, `# title en: …`, `# description zh: …`, `# description en: …`,
`# competency zh: …`, `# competency en: …` (the question of the ontology that it answers, where it is one),
`# param: NAME | TYPE | DEFAULT | zh | en`, `# example: NAME=VALUE …` or `# column: NAME | TYPE | zh | en`. Types of parameters are
text, integer, date, or the values that are allowed, with commas; types of columns text, integer, number,
list (values joined by U+001F in the query, shown sorted), flag ("true" or nothing) and code. After code or list may stand the scheme
whose codes the cells hold (`code CitationRelation`, see `kg.tables.codes`): programs get codes, people labels.
"""

from __future__ import annotations

import csv
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
from .stores.cells import SEPARATOR
from .tables import JOIN, Cell, Column, Lang, Table
from .tables.codes import Labels, labels_of

_LINE = re.compile(
    r"#\s*(?P<key>subject|title|description|competency|param|example|column)(?:\s+(?P<lang>zh|en))?\s*:\s*(?P<value>.*)"
)
_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)
_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", re.ASCII)
_COLUMN_TYPES = ("text", "integer", "number", "list", "flag", "code")
_CODED = ("list", "code")
"""Types that a scheme of codes may follow."""
_YES: Labels = {"true": {"zh": "是", "en": "yes"}}
OTHER = "other"
"""The subject of a question that names none."""


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
    subject: str = OTHER
    """Code of `subjects()`."""
    example: Mapping[str, str] = {}
    """Parameters that show what the question is good for."""
    cypher: str | None = None
    """The question in Cypher; None where it is asked in SPARQL only."""

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
    found = {path.name: path for folder in folders for path in folder.iterdir()}
    names = sorted(name.removesuffix(".rq") for name in found if name.endswith(".rq"))
    return {name: read_question(found[f"{name}.rq"], found.get(f"{name}.cypher")) for name in names}


@cache
def subjects() -> Mapping[str, Mapping[Lang, str]]:
    """What questions are about, by code, with the words of both languages, in the order of the list."""
    [folder, *_] = data_folders("kg.queries", "kg.queries")
    rows = csv.DictReader((folder / "subjects.csv").read_text(encoding="utf-8").splitlines())
    return {row["code"]: {"zh": row["zh"], "en": row["en"]} for row in rows}


def question(name: str) -> Question:
    """The question of a name; raises QueryError that suggests the nearest."""
    known = catalogue()
    if name not in known:
        raise QueryError(
            f"no question {name!r}{_suggestion(name, known)}; kg query --list shows all {len(known)}"
        )
    return known[name]


def ask(view: View, name: str, params: Mapping[str, Cell] | None = None) -> Table:
    """The answer to a named question, in the language of the view; raises QueryError where it has no such text."""
    asked = question(name)
    text = asked.cypher if getattr(view, "language", "sparql") == "cypher" else asked.text
    if text is None:
        raise QueryError(f"{name} has no Cypher text; ask it with --engine sparql")
    table = view.select(text, asked.bindings(params or {}))
    rows = (tuple(map(_typed, asked.types, row)) for row in table.rows)
    return Table(asked.columns, tuple(rows))


def _typed(kind: str, value: Cell) -> Cell:
    if kind == "list" and isinstance(value, str):
        return JOIN.join(sorted(filter(None, value.split(SEPARATOR)))) or None
    return value


def _nearest(name: str, known: Iterable[str]) -> str:
    names = sorted(known)
    return f"{_suggestion(name, names)} (known: {', '.join(names) or 'none'})"


def _suggestion(name: str, known: Iterable[str]) -> str:
    """Names that are spelt alike, else those that share a word with the name."""
    names = sorted(known)
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.6)
    if not near:
        words = set(re.split(r"[^a-z]+", name.lower())) - {""}
        near = [one for one in names if words & set(one.split("-"))][:3]
    return f"; did you mean {' or '.join(map(repr, near))}?" if near else ""


def read_question(path: Traversable, twin: Traversable | None = None) -> Question:
    """The question of a query file and its twin in Cypher; raises QueryError with the place of what is wrong."""
    return _Reader(path, twin).question()


class _Reader:
    """Reads one query file."""

    def __init__(self, path: Traversable, twin: Traversable | None) -> None:
        self._name = path.name
        self._text = path.read_text(encoding="utf-8")
        self._lines = self._text.splitlines()
        self._words: dict[tuple[str, str], str] = {}
        self._parameters: list[Parameter] = []
        self._columns: list[Column] = []
        self._types: list[str] = []
        self._subject = OTHER
        self._example: dict[str, str] = {}
        self._twin = twin

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
            subject=self._subject,
            example=self._example,
            cypher=self._cypher(),
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
        if key in ("subject", "example"):
            self._take_setting(line, key, value)
            return
        parts = [part.strip() for part in value.split("|")]
        if len(parts) != (5 if key == "param" else 4) or not _NAME.fullmatch(parts[0]):
            self._fail(line, f"a {key} is NAME | TYPE |{' DEFAULT |' if key == 'param' else ''} zh | en")
        if key == "param":
            self._take_parameter(line, *parts)
        else:
            kind, _, scheme = parts[1].partition(" ")
            self._columns.append(
                Column(parts[0], parts[2], parts[3], self._labels(line, kind, scheme.strip()))
            )
            self._types.append(kind)

    def _labels(self, line: int, kind: str, scheme: str) -> Labels:
        """The labels of a column's codes; none where it holds no codes."""
        if kind not in _COLUMN_TYPES or (scheme and kind not in _CODED) or (kind == "code" and not scheme):
            self._fail(
                line, f"unknown type {f'{kind} {scheme}'.strip()!r} (known: {', '.join(_COLUMN_TYPES)})"
            )
        if kind == "flag":
            return _YES
        try:
            return labels_of(scheme) if scheme else {}
        except KeyError:
            self._fail(line, f"no scheme of codes {scheme!r} in the ontology")

    def _take_setting(self, line: int, key: str, value: str) -> None:
        if key == "subject":
            if value not in subjects():
                self._fail(line, f"unknown subject {value!r} (known: {', '.join(subjects())})")
            self._subject = value
            return
        known = {parameter.name: parameter for parameter in self._parameters}
        for name, _, given in (part.partition("=") for part in value.split()):
            try:
                known[name].value(given)
            except (KeyError, QueryError) as error:
                self._fail(line, f"the example does not fit the parameters: {error}")
            self._example[name] = given

    def _cypher(self) -> str | None:
        """The text of the twin, which uses the same parameters."""
        if self._twin is None:
            return None
        text = self._twin.read_text(encoding="utf-8")
        declared = sorted(parameter.name for parameter in self._parameters)
        used = sorted(set(re.findall(r"\$(\w+)", text, re.ASCII)))
        if declared != used:
            raise QueryError(
                f"{self._twin.name}: parameters declared in {self._name} ({', '.join(declared)})"
                f" and used ({', '.join(used)}) differ"
            )
        return text

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
