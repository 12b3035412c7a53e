"""What is found by entry point: the loader of plans and the file formats, each typed by a Protocol."""

from __future__ import annotations

from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Protocol, cast

from .errors import PluginError
from .model import Plan
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
