"""Records on disk: a folder with `<stem>.json` and `<stem>.txt` per plan, `units.json` and `manifest.json`.

The manifest names every file of the folder that is ours, and for each plan the place of the original file,
relative to the folder, so that `kg check` finds it again.
"""

from __future__ import annotations

import os
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from .errors import RecordError
from .model import Plan
from .running import OURS as MANIFEST
from .running import Read, examples_folder, printable_name
from .writing import Outputs

T = TypeVar("T")

UNITS = "units.json"
FORMAT = "plan-kg records 1"
"""The first field of a manifest; a folder with another one is not touched."""

_RESERVED = frozenset({"units", "manifest"})


class Entry(msgspec.Struct, frozen=True, order=True, kw_only=True):
    """One plan of a manifest."""

    stem: str
    key: str
    sha256: str
    path: str
    """Of the original file, relative to the folder of the records, with '/'; absolute on another drive."""
    example: bool = False
    """Whether it is one of the example plans; then `path` is its name there."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What a folder of records holds."""

    format: str = FORMAT
    plans: list[Entry] = []
    files: list[str] = []
    """Every file of the folder that a run wrote, by name."""


class Record(NamedTuple):
    """One plan as it stands in a folder of records."""

    entry: Entry
    plan: Plan
    text: str


def encode(plan: Plan) -> bytes:
    """The bytes of a record: UTF-8 JSON, indented, fields in the order of the model."""
    return _json(plan)


def decode(data: bytes, where: str) -> Plan:
    """The plan of a record; raises RecordError with the path of what is malformed."""
    return _decoded(data, Plan, where)


def stems_of(reads: Sequence[Read]) -> dict[str, str]:
    """Plan key to stem; plans that share a stem each get 8 hex digits of their file's sha256 added."""
    names = {read.plan.document.key: Path(read.plan.document.file.name).stem for read in reads}
    counts = Counter(map(_folded, names.values()))
    stems = {}
    for read in reads:
        document = read.plan.document
        stem = names[document.key]
        clash = counts[_folded(stem)] > 1 or _folded(stem) in _RESERVED
        stems[document.key] = f"{stem}-{document.file.sha256[:8]}" if clash else stem
    return stems


def _folded(stem: str) -> str:
    """What two stems share that would be one file where the case of names does not count."""
    return unicodedata.normalize("NFC", stem).casefold()


def write_records(
    outputs: Outputs,
    reads: Sequence[Read],
    units: object,
    below: str = "",
    extra: Mapping[str, bytes] | None = None,
) -> None:
    """Stage the records of a run, and the removal of those that only an earlier run wrote.

    `extra` are more files of the folder by name.
    """
    folder = outputs.folder / below
    stems = stems_of(reads)
    files: dict[str, bytes] = {UNITS: _json(units), **(extra or {})}
    for read in reads:
        stem = stems[read.plan.document.key]
        files[f"{stem}.json"] = encode(read.plan)
        files[f"{stem}.txt"] = read.text.encode("utf-8")
    entries = sorted(_entry(read, stems[read.plan.document.key], folder) for read in reads)
    manifest = Manifest(plans=entries, files=sorted([*files, MANIFEST]))
    for name in sorted(files):
        outputs.add(str(Path(below, name)), files[name])
    outputs.add(str(Path(below, MANIFEST)), _json(manifest))
    for name in _earlier(folder):
        outputs.remove(str(Path(below, name)))


def _entry(read: Read, stem: str, folder: Path) -> Entry:
    document = read.plan.document
    examples = examples_folder().resolve()
    if read.path.resolve().parent == examples:
        path, example = read.path.name, True
    else:
        path, example = _relative(read.path, folder), False
    return Entry(
        stem=stem,
        key=document.key,
        sha256=document.file.sha256,
        path=printable_name(path),
        example=example,
    )


def _relative(path: Path, folder: Path) -> str:
    """The way from a folder to a file, both with links resolved."""
    real = Path(os.path.realpath(path))
    try:
        return Path(os.path.relpath(real, os.path.realpath(folder))).as_posix()
    except ValueError:  # on another drive of Windows
        return real.as_posix()


def _earlier(folder: Path) -> Iterator[str]:
    """The files that an earlier run wrote, as its manifest says; only plain names are believed."""
    path = folder / MANIFEST
    if not path.is_file():
        return
    try:
        manifest = read_manifest(folder)
    except RecordError:
        return
    for name in manifest.files:
        if name not in {"", ".", ".."} and Path(name).name == name and "\\" not in name:
            yield name


def find_records(folder: Path) -> Path:
    """The folder of the records: the given one or `records/` in it; raises RecordError where none is."""
    for place in (folder / "records", folder):
        if (place / MANIFEST).is_file():
            return place
    raise RecordError(f"{folder}: no records here (no {MANIFEST}); run kg extract or kg build first")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a folder of records."""
    path = folder / MANIFEST
    manifest = _decoded(_bytes(path), Manifest, str(path))
    if manifest.format != FORMAT:
        raise RecordError(f"{path}: format {manifest.format!r}, expected {FORMAT!r}")
    return manifest


def read_record(folder: Path, entry: Entry) -> Record:
    """The record of one plan of a manifest, with the Source text that was written beside it."""
    path = folder / f"{entry.stem}.json"
    plan = decode(_bytes(path), str(path))
    text_path = folder / f"{entry.stem}.txt"
    try:
        text = _bytes(text_path).decode("utf-8")
    except UnicodeDecodeError as error:
        raise RecordError(f"{text_path}: not UTF-8 at byte {error.start}") from error
    return Record(entry, plan, text)


def original(entry: Entry, folder: Path) -> Path:
    """Where the original file of a record lay when it was read."""
    return examples_folder() / Path(entry.path).name if entry.example else folder / entry.path


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RecordError(f"{path}: can't be read: {error.strerror}") from error


def _decoded(data: bytes, kind: type[T], where: str) -> T:
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(f"{where}: {error}") from error


def _json(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"
