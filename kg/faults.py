"""The faults of one plan's record over its text: quotes that do not stand, facts that none bears out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from .bearing import bears_date, bears_number, bears_path, bears_text
from .model import (
    Assignment,
    Citation,
    Document,
    Evidence,
    Extra,
    Member,
    Phase,
    Plan,
    Policy,
    Post,
    Section,
    Target,
    Task,
)

Test = Callable[[Sequence[str], object], bool]
"""Whether quotes bear a value out."""


class Span(NamedTuple):
    """A place of a record that names a stretch of the Source text."""

    place: str
    start: int
    end: int
    quote: str


_YEAR_BRACKETS = str.maketrans("()（）", "〔〕〔〕")


def _text(quotes: Sequence[str], value: object) -> bool:
    return bears_text(quotes, str(value))


def _docnumber(quotes: Sequence[str], value: object) -> bool:
    """Records have 〔〕 around the year of a document number, plans also （） and []."""
    return bears_text([quote.translate(_YEAR_BRACKETS) for quote in quotes], str(value))


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
        "number": _docnumber,
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
    Policy: {"title": _text, "number": _docnumber},
    Citation: {"title": _text, "number": _docnumber},
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

KINDS = ("sections", "tasks", "policies", "citations", "members", "targets", "phases", "extras")
PARTS = ("assignments", "posts")


def check_plan(plan: Plan, text: str) -> Iterator[tuple[str, str, str]]:
    """The faults of one plan's records over the text of its Source: place, kind and detail of each."""
    for span in spans_of(plan):
        stands = text[span.start : span.end] if 0 <= span.start < span.end <= len(text) else ""
        if stands != span.quote or not stands:
            yield f"{span.place} {span.start}-{span.end}", "moved", f"{_short(span.quote)} ≠ {_short(stands)}"
    for place, record in _records(plan):
        facts = _facts_of(record)
        yield from _check_facts(place, record, facts, plan.document)
    for i, task in enumerate(plan.tasks):
        yield from _check_lists(f"tasks[{i}]", task)
    yield from _check_numbers(plan)


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


def spans_of(plan: Plan) -> Iterator[Span]:
    """Every stretch of text that a plan's records quote."""
    for place, record in _records(plan):
        for evidence in _evidence(record):
            yield Span(f"{place}.{evidence.field}", evidence.start, evidence.end, evidence.quote)
    for i, unread in enumerate(plan.unread):
        yield Span(f"unread[{i}]", unread.start, unread.end, unread.quote)


def _evidence(record: object) -> list[Evidence]:
    evidence: list[Evidence] = getattr(record, "evidence", [])
    return evidence


def _facts_of(record: object) -> Iterator[tuple[str, object, Test]]:
    """The facts of a record that need a quote: field, value, and what the quotes must hold."""
    if isinstance(record, Extra):
        for field, value in record.values.items():
            yield field, value, _text if isinstance(value, str) else _number
        return
    for field, test in FACTS[type(record)].items():
        yield field, getattr(record, field), test


def _check_facts(
    place: str, record: object, facts: Iterable[tuple[str, object, Test]], document: Document
) -> Iterator[tuple[str, str, str]]:
    for field, stated, test in facts:
        quotes = _quotes(record, field)
        if field == "period" and any("之日" in quote for quote in quotes):
            quotes += _quotes(document, "signed") + _quotes(document, "published")
        for value in _values(stated):
            if not quotes:
                yield f"{place}.{field}", "unquoted", _short(str(value))
            elif not (_borne_by_plan(value, document) if _is_horizon(record, field) else test(quotes, value)):
                yield f"{place}.{field}", "unborne", f"{_short(str(value))} ∉ {_short(' … '.join(quotes))}"


def _is_horizon(record: object, field: str) -> bool:
    """Whether a date is marked as the plan's end, of a target that has none of its own."""
    return isinstance(record, Target) and field == "by" and not record.dated


def _borne_by_plan(value: object, document: Document) -> bool:
    """Whether a date is the end of the plan's period; whether that is borne out is checked there."""
    return value == document.period[1]


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


def _check_numbers(plan: Plan) -> Iterator[tuple[str, str, str]]:
    """Number paths of which a step does not stand at the places that are said to print it."""
    records: list[tuple[str, Section | Task]] = [
        (f"sections[{i}]", one) for i, one in enumerate(plan.sections)
    ]
    records += [(f"tasks[{i}]", one) for i, one in enumerate(plan.tasks)]
    for place, record in records:
        quotes = [one.quote for one in record.evidence if one.field == "number"]
        if record.number and not bears_path(quotes, record.number):
            yield f"{place}.number", "unborne", f"{_short(record.number)} ∉ {_short(' … '.join(quotes))}"


def _short(text: str, limit: int = 60) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"
