"""Opening a file: its size, its format, its Source."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError
from kg.plugins import Format, get_formats
from kg.source import Source

from .formats.decode import looks_like

SIZE_LIMIT = 50_000_000
"""Bytes; larger files are refused before they are read."""
_HEAD = 8192


def open_source(path: Path, formats: Sequence[Format] | None = None, *, limit: int = SIZE_LIMIT) -> Source:
    """The Source of a file; its format is told by its content first, then by its suffix."""
    data = _read(path, limit)
    return _choose(data[:_HEAD], path, get_formats() if formats is None else formats).read(data, path)


def _read(path: Path, limit: int) -> bytes:
    """A file's bytes; not one is read of a file that is too large."""
    try:
        if path.is_dir():
            raise InputError(path, "is a folder, not a file")
        size = path.stat().st_size
        if size > limit:
            raise InputError(path, f"has {size:,} bytes; the limit is {limit:,}")
        with path.open("rb") as file:
            data = file.read(limit + 1)  # a device or a growing file says nothing true about its size
    except FileNotFoundError as error:
        raise InputError(path, "does not exist") from error
    except (OSError, ValueError) as error:
        raise InputError(path, f"can't be read: {getattr(error, 'strerror', None) or error}") from error
    if len(data) > limit:
        raise InputError(path, f"has more than {limit:,} bytes, the limit")
    if not data:
        raise InputError(path, "is empty")
    return data


def _choose(head: bytes, path: Path, formats: Sequence[Format]) -> Format:
    suffix = path.suffix.lower()
    matching = [form for form in formats if form.matches(head)]
    by_suffix = [form for form in formats if suffix in form.suffixes]
    for candidates in ([form for form in matching if form in by_suffix], matching, by_suffix):
        if candidates:
            return candidates[0]
    kind = looks_like(head) or f"a {suffix or 'nameless'} file"
    known = ", ".join(sorted(form.name for form in formats)) or "none"
    raise InputError(path, f"looks like {kind}; this format is not read yet (formats: {known})")
