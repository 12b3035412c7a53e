"""What is found by entry point: loaders, formats and readers, each typed by a Protocol, and folders of data."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Protocol, cast

from .errors import PluginError
from .model import Extra, Plan
from .source import Source


class Loader(Protocol):
    """Turns files into Sources and Sources into records."""

    def open_source(self, path: Path) -> Source:
        """The Source of a file; raises InputError where the file can't be used."""
        ...

    def read_plan(self, source: Source) -> Plan:
        """The records of a Source, keys set; raises NotAPlanError where there is no plan in it."""
        ...


class Format(Protocol):
    """A file format that can be turned into a Source."""

    name: str
    suffixes: frozenset[str]
    """Lower case, with the dot."""

    def matches(self, head: bytes) -> bool:
        """Whether the first bytes of a file look like this format, whatever its suffix."""
        ...

    def read(self, data: bytes, path: Path) -> Source:
        """The Source of a file's bytes; raises InputError with the place of the fault."""
        ...


class Reader(Protocol):
    """Finds records of a class that an extension adds."""

    def read(self, plan: Plan, text: str) -> Iterable[Extra]:
        """The records of a plan that was read, found in the text of its Source; their keys are set later."""
        ...


def _load(group: str, name: str) -> object:
    found: dict[str, EntryPoint] = {point.name: point for point in entry_points(group=group)}
    if name not in found:
        raise PluginError(f"no {name!r} in {group}; known: {', '.join(sorted(found)) or 'none'}")
    try:
        return found[name].load()()
    except (ImportError, AttributeError, TypeError) as error:
        raise PluginError(f"{group}: {name!r} can't be loaded: {error}") from error


def get_loader(name: str = "plan") -> Loader:
    """The loader registered under a name in the entry-point group `kg.loaders`."""
    return cast(Loader, _load("kg.loaders", name))


def get_formats() -> list[Format]:
    """All formats of the entry-point group `kg.formats`, by name."""
    names = sorted({point.name for point in entry_points(group="kg.formats")})
    return [cast(Format, _load("kg.formats", name)) for name in names]


def get_readers() -> list[Reader]:
    """All readers of the entry-point group `kg.readers`, by name."""
    names = sorted({point.name for point in entry_points(group="kg.readers")})
    return [cast(Reader, _load("kg.readers", name)) for name in names]


def data_folders(group: str, own: str) -> list[Traversable]:
    """The data folder of our package, then those of the packages that an entry-point group names, by name."""
    points = sorted(entry_points(group=group), key=lambda point: point.name)
    folders = [files(own)]
    for point in points:
        try:
            folders.append(files(point.module))
        except ImportError as error:
            raise PluginError(f"{group}: {point.name!r} can't be loaded: {error}") from error
    return folders
