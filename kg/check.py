"""The check of records against the original files: each quote stands there, and bears its fact out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .bearing import bears_date, bears_number, bears_text
from .errors import KgError, RecordError
from .model import (
    Assignment,
    Citation,
    Document,
    Evidence,
    Member,
    Phase,
    Plan,
    Policy,
    Post,
    Section,
    Target,
    Task,
)
from .plugins import Loader
from .records import Entry, Record, find_records, original, read_manifest, read_record

Test = Callable[[Sequence[str], object], bool]
"""Whether quotes bear a value out."""


class Finding(NamedTuple):
    """One fault: in which plan, at which place of its record, of which kind, and what of it."""

    plan: str
    place: str
    kind: str
    detail: str


class Checked(NamedTuple):
    """What a check looked at, and what it found."""

    plans: int
    quotes: int
    findings: list[Finding]


class Span(NamedTuple):
    """A place of a record that names a stretch of the Source text."""

    place: str
    start: int
    end: int
    quote: str


def _text(quotes: Sequence[str], value: object) -> bool:
    return bears_text(quotes, str(value))


def _date(quotes: Sequence[str], value: object) -> bool:
    return bears_date(quotes, str(value))


def _number(quotes: Sequence[str], value: object) -> bool:
    return isinstance(value, int | float) and bears_number(quotes, value)


def _quoted(quotes: Sequence[str], value: object) -> bool:
    return True


FACTS: dict[type, dict[str, Test]] = {
    Document: {
        "title": _text,
        "genre": _text,
        "number": _text,
        "issuer": _text,
        "jurisdiction": _quoted,
        "signed": _date,
        "published": _date,
        "period": _date,
        "addressees": _text,
        "copied_to": _text,
        "access": _text,
        "draft": _quoted,
    },
    Section: {"title": _text},
    Task: {"section": _text, "title": _text, "deadline": _date},
    Assignment: {"unit": _text, "printed_role": _text},
    Policy: {"title": _text, "number": _text},
    Citation: {"title": _text, "number": _text},
    Member: {"name": _text, "role": _text, "group": _text},
    Post: {"unit": _text, "title": _text},
    Target: {
        "indicator": _text,
        "value": _number,
        "value_max": _number,
        "unit": _text,
        "by": _date,
    },
    Phase: {"name": _text, "start": _date, "end": _date},
}
"""The facts of each kind of record that need a quote, and what the quotes must hold."""

BORNE_BY = {
    "printed_role": ("printed_role", "role"),
    "unit": ("unit", "value"),
    "value_max": ("value_max", "value"),
}
"""Fields of evidence that bear a fact out besides the one of its name: 3-4名 holds all of a figure."""

KINDS = ("sections", "tasks", "policies", "citations", "members", "targets", "phases")
PARTS = ("assignments", "posts")


def check_folder(folder: Path, loader: Loader, given: Sequence[Path] = ()) -> Checked:
    """What the check of all records below a folder finds, in the order of their plans.

    An original file is looked for among the given ones, by what it holds and then by its name, and else at
    the place that the manifest remembers.
    """
    records = find_records(folder)
    originals = _Originals(records, given)
    findings: list[Finding] = []
    entries, quotes = read_manifest(records).plans, 0
    for entry in entries:
        try:
            record = read_record(records, entry)
        except RecordError as error:
            findings.append(Finding(entry.stem, "", "record", str(error)))
            continue
        quotes += sum(1 for _ in _spans(record.plan))
        findings += _check_record(record, originals, loader)
    findings += [Finding(path.name, "", "unknown", str(path)) for path in originals.unused()]
    return Checked(len(entries), quotes, findings)


class _Originals:
    """Where the original files are now."""

    def __init__(self, records: Path, given: Sequence[Path]) -> None:
        self._records = records
        self._given = {path: _digest(path) for path in given}
        self._used: set[Path] = set()

    def find(self, entry: Entry, name: str) -> tuple[Path | None, list[Path]]:
        """The file that a plan was read from, and the candidates that are there but hold something else."""
        here = [path for path, digest in self._given.items() if digest == entry.sha256 or path.name == name]
        self._used.update(here)
        remembered = original(entry, self._records)
        candidates = here if here else [remembered]
        changed = []
        for path in candidates:
            digest = self._given.get(path) or _digest(path)
            if digest == entry.sha256:
                return path, []
            if digest:
                changed.append(path)
        return None, changed

    def unused(self) -> list[Path]:
        """The given files that no record was made from."""
        return [path for path in self._given if path not in self._used]


def _digest(path: Path) -> str:
    """The sha256 of a file, or '' where it can't be read."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _check_record(record: Record, originals: _Originals, loader: Loader) -> Iterator[Finding]:
    entry, plan = record.entry, record.plan
    file = plan.document.file
    if (plan.document.key, file.sha256) != (entry.key, entry.sha256):
        yield Finding(entry.stem, "document", "manifest", f"{plan.document.key}, sha256 {file.sha256}")
    path, changed = originals.find(entry, file.name)
    if path is None:
        if changed:
            yield Finding(entry.stem, "document.file", "changed", ", ".join(map(str, changed)))
        else:
            yield Finding(entry.stem, "document.file", "missing", entry.path)
        return
    try:
        text = loader.open_source(path).text
    except KgError as error:
        yield Finding(entry.stem, "document.file", "unreadable", str(error))
        return
    if text != record.text:
        yield Finding(entry.stem, f"{entry.stem}.txt", "text", _first_difference(text, record.text))
    for place, kind, detail in check_plan(plan, text):
        yield Finding(entry.stem, place, kind, detail)


def _first_difference(one: str, other: str) -> str:
    pairs = enumerate(zip(one, other, strict=False))
    return str(next((i for i, (a, b) in pairs if a != b), min(len(one), len(other))))


def check_plan(plan: Plan, text: str) -> Iterator[tuple[str, str, str]]:
    """The faults of one plan's records over the text of its Source: place, kind and detail of each."""
    for span in _spans(plan):
        stands = text[span.start : span.end] if 0 <= span.start < span.end <= len(text) else ""
        if stands != span.quote or not stands:
            yield f"{span.place} {span.start}-{span.end}", "moved", f"{_short(span.quote)} ≠ {_short(stands)}"
    for place, record in _records(plan):
        yield from _check_facts(place, record, plan.document)
    for i, task in enumerate(plan.tasks):
        yield from _check_lists(f"tasks[{i}]", task)
    yield from _check_numbers(plan, text)


def _records(plan: Plan) -> Iterator[tuple[str, object]]:
    """Every record of a plan with its place, parts of records included."""
    yield "document", plan.document
    for kind in KINDS:
        for i, record in enumerate(getattr(plan, kind)):
            place = f"{kind}[{i}]"
            yield place, record
            for part in PARTS:
                for j, inner in enumerate(getattr(record, part, ())):
                    yield f"{place}.{part}[{j}]", inner


def _spans(plan: Plan) -> Iterator[Span]:
    for place, record in _records(plan):
        for evidence in _evidence(record):
            yield Span(f"{place}.{evidence.field}", evidence.start, evidence.end, evidence.quote)
    for i, unread in enumerate(plan.unread):
        yield Span(f"unread[{i}]", unread.start, unread.end, unread.quote)


def _evidence(record: object) -> list[Evidence]:
    evidence: list[Evidence] = getattr(record, "evidence", [])
    return evidence


def _check_facts(place: str, record: object, document: Document) -> Iterator[tuple[str, str, str]]:
    for field, test in FACTS[type(record)].items():
        quotes = _quotes(record, field)
        if field == "period" and any("之日" in quote for quote in quotes):
            quotes += _quotes(document, "signed") + _quotes(document, "published")
        for value in _values(getattr(record, field)):
            if not quotes and _is_horizon(record, field, value, document):
                continue
            if not quotes:
                yield f"{place}.{field}", "unquoted", _short(str(value))
            elif not test(quotes, value):
                yield f"{place}.{field}", "unborne", f"{_short(str(value))} ∉ {_short(' … '.join(quotes))}"


def _is_horizon(record: object, field: str, value: object, document: Document) -> bool:
    """Whether a date is that of a target which is due at the end of the plan's period, quoted there."""
    return isinstance(record, Target) and field == "by" and value == document.period[1]


def _quotes(record: object, field: str) -> list[str]:
    """The quotes of a field in the order of the text; `field` and all that begins with `field.` bear it."""
    names = BORNE_BY.get(field, (field,))
    own = sorted(
        (item for item in _evidence(record) if item.field.partition(".")[0] in names),
        key=lambda item: (item.start, item.end),
    )
    return [item.quote for item in own]


def _values(value: object) -> Iterable[object]:
    """What a field states: each item of a list or a pair, nothing where it is empty."""
    items = value if isinstance(value, list | tuple) else [value]
    return [item for item in items if item not in (None, "", False)]


def _check_lists(place: str, task: Task) -> Iterator[tuple[str, str, str]]:
    """Units in the lists of a task that no assignment, and so no quote, stands for."""
    for role in ("lead", "responsible"):
        assigned = {item.unit for item in task.assignments if item.role == role}
        for unit in getattr(task, role):
            if unit not in assigned:
                yield f"{place}.{role}", "unquoted", _short(unit)


def _check_numbers(plan: Plan, text: str) -> Iterator[tuple[str, str, str]]:
    """Number paths whose last step does not stand before the title, or whose other steps no section has."""
    numbers = {section.number for section in plan.sections}
    for kind, records in (("sections", plan.sections), ("tasks", plan.tasks)):
        for i, record in enumerate(records):
            if not record.number or (kind == "tasks" and record.number in numbers):
                continue
            above, _, own = record.number.rpartition("/")
            head = text[record.start : _title_start(record)]
            if (above and above not in numbers) or not bears_text([head], own):
                yield f"{kind}[{i}].number", "unborne", f"{_short(record.number)} ∉ {_short(head)}"


def _title_start(record: Section | Task) -> int:
    """Where the title of a section or task begins; its own begin where no quote says so."""
    return min((item.start for item in record.evidence if item.field == "title"), default=record.start)


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
