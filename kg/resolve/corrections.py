"""Reviewers' decisions as data: `corrections.csv`, read on each build.

A row is: action, kind, plan, key, field, value, author, reason, quote. Kinds are those of records (document,
section, task, policy, citation, member, target, phase) and of entities (unit, policy, person, group). A quote is the
plan's text that the decision rests on: where it no longer stands there, the decision is kept and a warning given.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, Literal, get_args

from msgspec import Struct

from ..errors import RecordError
from .model import Applied

FILE: Final = "corrections.csv"
EFFECTIVE: Final = "effective"
"""Column of a file of decisions that were applied: true for one on records that took effect."""
COLUMNS: Final = ("action", "kind", "plan", "key", "field", "value", "author", "reason", "quote")

Action = Literal["accept", "reject", "merge", "split", "change", "add"]
RECORDS: Final = ("document", "section", "task", "policy", "citation", "member", "target", "phase")
ENTITIES: Final = ("unit", "policy", "person", "group")


class Correction(Struct, frozen=True, order=True, kw_only=True):
    """One decision.

    accept: `key` is right as it is, alone or, with `value`, beside that other one; reject: the record is taken out,
    or, of an entity, the proposal that it is `value`; merge: `value` is `key`; split: the mention `field` of `plan`
    is not `key` but `value`, of a record: a copy with `field` set to `value`; change: `field` is `value`; add: a record
    of `plan` with the fields in the JSON object `value`, of a unit: its printed name `value` in `plan`.
    """

    action: Action
    kind: str
    plan: str = ""
    """Key of the plan; may be empty where `key` tells it."""
    key: str = ""
    field: str = ""
    value: str = ""
    author: str
    reason: str
    quote: str = ""

    @property
    def on_records(self) -> bool:
        """Whether it is about the records of plans and not about entities."""
        entity = self.kind in ENTITIES and (
            self.kind != "policy" or self.action in ("accept", "merge", "split")
        )
        return not entity and not (self.kind == "policy" and self.action == "reject" and self.value)

    def applied(self) -> Applied:
        """What the entities keep of it, once it took effect."""
        return Applied(
            action=self.action,
            kind=self.kind,
            plan=self.plan,
            key=self.key,
            field=self.field,
            value=self.value,
            author=self.author,
            reason=self.reason,
            quote=self.quote,
        )


def read_corrections(path: Path) -> list[Correction]:
    """The decisions of a file, in order; raises RecordError with the line of what is malformed."""
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise RecordError(f"{path}: can't be read: {error}") from error
    reader = csv.DictReader(io.StringIO(text, newline=""), strict=True)
    missing = {"action", "kind", "author", "reason"} - set(reader.fieldnames or ())
    if missing:
        raise RecordError(f"{path}: no column {', '.join(sorted(missing))}")
    found = []
    try:
        for row in reader:
            cells = {name: (row.get(name) or "").strip() for name in COLUMNS}
            if any(cells.values()):
                found.append(_correction(cells, f"{path}, line {reader.line_num}"))
    except csv.Error as error:
        raise RecordError(f"{path}, line {reader.line_num}: {error}") from error
    return found


def _correction(cells: dict[str, str], where: str) -> Correction:
    action, kind = cells.pop("action"), cells.pop("kind")
    for known in get_args(Action):
        if known == action:
            break
    else:
        raise RecordError(f"{where}: action {action!r}; known: {', '.join(get_args(Action))}")
    kinds = (*RECORDS, *(name for name in ENTITIES if name not in RECORDS))
    if kind not in kinds:
        raise RecordError(f"{where}: kind {kind!r}; known: {', '.join(kinds)}")
    for name in _needed(action, kind):
        if not cells[name]:
            raise RecordError(f"{where}: {action} {kind} needs {name}")
    return Correction(action=known, kind=kind, **cells)


def _needed(action: str, kind: str) -> Iterator[str]:
    yield from ("author", "reason")
    if action == "add":
        yield from ("plan", "value")
    else:
        yield "key"
    if action == "change" or (action == "split" and kind in ENTITIES):
        yield "field"
    if action in ("merge", "split", "change"):
        yield "value"
    if action == "split" and kind in ENTITIES:
        yield "plan"


def corrections_text(corrections: Iterable[Correction]) -> str:
    """The file of some decisions."""
    return _text(COLUMNS, ([getattr(one, name) for name in COLUMNS] for one in corrections))


def applied_text(corrections: Iterable[Correction], amended: Iterable[Applied]) -> str:
    """The file of the decisions that records were made with; a column says which of those on records took effect."""
    effective = set(amended)
    rows = (
        [*(getattr(one, name) for name in COLUMNS), "true" if one.applied() in effective else ""]
        for one in corrections
    )
    return _text((*COLUMNS, EFFECTIVE), rows)


def read_amended(path: Path) -> list[Applied]:
    """The decisions on records that took effect, of a file of decisions that records were made with."""
    said = read_corrections(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        marks = [row.get(EFFECTIVE) for row in csv.DictReader(file) if any(row.values())]
    return [one.applied() for one, mark in zip(said, marks, strict=True) if mark == "true"]


def _text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = io.StringIO(newline="")
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)
    return lines.getvalue()


def corrections_beside(paths: Sequence[Path]) -> list[Path]:
    """The files of decisions that lie in the folders of plans, each once, in order."""
    folders = dict.fromkeys(sorted(path.parent for path in paths))
    return [folder / FILE for folder in folders if (folder / FILE).is_file()]
