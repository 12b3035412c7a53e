"""The run over many files: find them, read each, go on past those that fail, and drop what comes twice."""

from __future__ import annotations

import logging
import os
import re
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Literal, NamedTuple

import msgspec

from .errors import InputError, KgError
from .extras import with_extras
from .model import Plan
from .plugins import Loader, get_formats
from .resolve.corrections import Correction
from .resolve.model import Applied

log = logging.getLogger(__name__)

Progress = Callable[[Path, int, int], None]
"""Called before each file with its path, how many were done, and how many there are."""

OURS = "manifest.json"
"""The file that marks a folder of records, and the folder that holds `records/`, as outputs of ours."""


_COUNTED = re.compile(r"(.*)#\d+", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Read:
    """A plan, the text it was read from, and where the file lies."""

    path: Path
    plan: Plan
    text: str

    @property
    def clashes(self) -> list[str]:
        """Keys of the plan's records that a counter tells apart from another one's."""
        plan = self.plan
        kinds = (plan.sections, plan.tasks, plan.citations, plan.members, plan.targets, plan.phases)
        keys = [record.key for kind in kinds for record in kind]
        return [key for key in keys if (found := _COUNTED.fullmatch(key)) and found[1] in keys]


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no plan, and why."""

    path: Path
    message: str


class Repeat(NamedTuple):
    """A file that holds a plan that another file holds too."""

    path: Path
    kept: Path
    reason: Literal["file", "plan"]
    """Whether the files are the same, byte for byte, or only the plan is."""


@dataclass(slots=True)
class Run:
    """What came of a set of files."""

    reads: list[Read] = field(default_factory=list)
    """One per plan, sorted by plan key."""
    failures: list[Failure] = field(default_factory=list)
    repeats: list[Repeat] = field(default_factory=list)
    corrections: list[Correction] = field(default_factory=list)
    """Reviewers' decisions, those on records applied already."""
    amended: list[Applied] = field(default_factory=list)
    """The decisions on records that took effect."""
    names: bool = True
    """Whether persons are named."""

    @property
    def plans(self) -> list[Plan]:
        """The plans, sorted by key."""
        return [read.plan for read in self.reads]

    @property
    def texts(self) -> dict[str, str]:
        """The Source texts by plan key."""
        return {read.plan.document.key: read.text for read in self.reads}


def find_files(arguments: Iterable[str | Path], suffixes: frozenset[str] | None = None) -> Iterator[Path]:
    """The files that arguments name, each once, in a fixed order: files, folders (searched) and globs.

    Of a folder only files with a suffix that a format claims are taken, and neither hidden ones nor those
    of folders that we wrote. An argument that matches nothing is given as it is: reading it reports it.
    """
    wanted = known_suffixes() if suffixes is None else suffixes
    seen: set[Path] = set()
    for argument in arguments:
        for path in _matches(argument):
            for file in _files_below(path, wanted) if path.is_dir() else [path]:
                place = file.absolute()
                real = Path(os.path.realpath(place))
                if real not in seen:
                    seen.add(real)
                    yield file


def examples_folder() -> Path:
    """The folder of the example plans that come with the package."""
    return Path(str(files("kg.examples")))


def known_suffixes() -> frozenset[str]:
    """The suffixes that the registered formats claim."""
    return frozenset().union(*(form.suffixes for form in get_formats()))


def _matches(argument: str | Path) -> list[Path]:
    path = Path(argument)
    if path.exists() or not any(char in str(argument) for char in "*?["):
        return [path]
    base = Path(path.anchor)
    try:
        return sorted(base.glob(str(path.relative_to(path.anchor)))) or [path]
    except (ValueError, NotImplementedError):
        return [path]


def _files_below(folder: Path, suffixes: frozenset[str]) -> list[Path]:
    """The files to read in a folder; a folder without any, or that can't be listed, stands for itself."""
    found: list[Path] = []
    unlisted: list[OSError] = []
    for here, folders, names in os.walk(folder, onerror=unlisted.append):
        place = Path(here)
        folders[:] = sorted(
            name for name in folders if not name.startswith(".") and not _is_output(place / name)
        )
        found += [
            place / name
            for name in sorted(names)
            if not name.startswith(".") and Path(name).suffix.lower() in suffixes
        ]
    found += [Path(error.filename) for error in unlisted]
    return found or [folder]


def _is_output(folder: Path) -> bool:
    return any((folder / name).is_file() for name in (OURS, f"records/{OURS}"))


def read_plans(paths: Sequence[Path], loader: Loader, progress: Progress | None = None) -> Run:
    """Read every file; what fails is noted and the others are done.

    A plan that comes twice (the same bytes, or the same key) is kept once: from the file whose name, then
    path, sorts first. The result does not depend on the order of the paths.
    """
    run, kept = Run(), _Kept()
    ordered = sorted(paths, key=lambda path: (path.name, path.as_posix()))
    for done, path in enumerate(ordered):
        if progress:
            progress(path, done, len(ordered))
        try:
            read = _read(path, loader)
        except KgError as error:
            run.failures.append(Failure(path, _about(error, path)))
        except Exception as error:
            log.debug("while reading %s", path, exc_info=True)
            run.failures.append(Failure(path, _fault(error)))
        else:
            repeat = kept.add(read)
            run.repeats.extend([repeat] if repeat else [])
    run.reads = sorted(kept.by_key.values(), key=lambda read: read.plan.document.key)
    return run


def _read(path: Path, loader: Loader) -> Read:
    if path.is_dir():
        forms = " ".join(sorted(known_suffixes()))
        raise InputError(path, f"nothing to read in this folder; known forms: {forms}")
    source = loader.open_source(path)
    plan = with_extras(loader.read_plan(source), source.text)
    name = printable_name(plan.document.file.name)
    if name != plan.document.file.name:
        plan.document.file = msgspec.structs.replace(plan.document.file, name=name)
    return Read(path, plan, source.text)


def printable_name(name: str) -> str:
    """A file name that can be encoded: bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def _about(error: KgError, path: Path) -> str:
    """The message of an error without the path that it begins with."""
    message = str(error)
    if isinstance(error, InputError):
        message = message.removeprefix(f"{error.path}").removeprefix(": ").strip()
    return message or type(error).__name__


def _fault(error: Exception) -> str:
    """What to say of an error that nobody foresaw: its kind, its message and the line that raised it."""
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else "?"
    return f"unexpected {type(error).__name__} at {place}, please report it: {error}"


class _Kept:
    """The plans read so far, by key and by the bytes of their files."""

    def __init__(self) -> None:
        self.by_key: dict[str, Read] = {}
        self._by_hash: dict[str, Read] = {}

    def add(self, read: Read) -> Repeat | None:
        """Keep a plan; where it is there already, what to report."""
        document = read.plan.document
        same = self._by_hash.get(document.file.sha256)
        if same:
            return Repeat(read.path, same.path, "file")
        same = self.by_key.get(document.key)
        if same:
            return Repeat(read.path, same.path, "plan")
        self.by_key[document.key] = self._by_hash[document.file.sha256] = read
        return None
