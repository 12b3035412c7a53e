"""Plain text and Markdown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.source import FileInfo, Run, Source

from .build import Tracked
from .decode import decode, looks_like
from .document import Item, Para, assemble, without_marks
from .spacing import clean
from .tables import Row, tables_in

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TAG = re.compile(rb"<(?:!doctype|/?[a-zA-Z][a-zA-Z0-9]{0,10})[\s/>]", re.I)
_TAB_STOP = 8


class TextFormat:
    """Text, one paragraph a line or wrapped, with tables by tabs or in Markdown."""

    name = "text"
    suffixes = frozenset({".txt", ".text", ".md", ".markdown"})

    def matches(self, head: bytes) -> bool:
        """Whether the first bytes are text without markup."""
        return looks_like(head) is None and not _TAG.search(head)

    def read(self, data: bytes, path: Path) -> Source:
        """The Source of a text file."""
        decoded, encoding = decode(data, path)
        items = list(_items(decoded))
        source = assemble(items, FileInfo(path.name, len(data), hashlib.sha256(data).hexdigest(), self.name, encoding))
        if not source.text:
            raise InputError(path, "holds no text")
        return source


def _items(decoded: str) -> Iterator[Item]:
    for found in tables_in(list(_rows(decoded))):
        if isinstance(found, Row):
            yield Para(without_marks(clean(found.text)), found.indent)
        else:
            yield found


def _rows(decoded: str) -> Iterator[Row]:
    """The lines of a file as they stand, empty ones too."""
    at = 0
    while at <= len(decoded):
        found = _LINE.match(decoded, at)
        end = found.end() if found else at
        line = decoded[at:end]
        yield Row(Tracked(line, (Run(0, at, end - at),)), _indent(line))
        after = _END.match(decoded, end)
        if not after:
            return
        at = after.end()


def _indent(line: str) -> int:
    """The columns of white space before a line's text."""
    blank = line[: len(line) - len(line.lstrip())]
    return sum(2 if char == "\u3000" else _TAB_STOP if char == "\t" else 1 for char in blank)
