"""The check of records against the original files: each quote stands there, and bears its fact out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from .errors import KgError, RecordError
from .faults import check_plan, spans_of
from .plugins import Loader
from .records import Entry, Record, find_records, original, read_manifest, read_record

__all__ = ["Checked", "Finding", "check_folder", "check_plan"]


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
        quotes += sum(1 for _ in spans_of(record.plan))
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
