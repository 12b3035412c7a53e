"""Plain text and Markdown."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from kg.errors import InputError
from kg.source import FileInfo, Run, Source

from ..rule import Rule, text_of
from .build import LinePair, Tracked
from .decode import decode, looks_like
from .document import Item, Para, assemble, without_marks
from .page import is_label
from .spacing import clean
from .tables import Row, tables_in

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]*")
_END = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TAG = re.compile(rb"<(?:!doctype|/?[a-zA-Z][a-zA-Z0-9]{0,10})[\s/>]", re.IGNORECASE)
_TAB_STOP = 8
_UNBROKEN = 300
_MOST_OF_A_FILE = 0.6
"""A line with this share of a file's characters holds the document, whatever a page left around it."""
_FEWEST_PARTS = 6
FENCE = "---"
_FRONT_MATTER = 60
"""Front matter ends within so many lines."""

SET_APART = Rule(
    name="space-between-two-lines-of-an-unbroken-file",
    pattern=r"(?<=[一-鿿。；：:）)》”])[ \u3000]+(?=[一-鿿（(《“\d])",
    build=text_of,
    examples={"稳定就业。　　二、重点任务": ("　　",), "重点任务 （一）": (" ",)},
    counters=("稳定就业。", "GDP 增长6%", "5G 基站"),
)
FRONT_MATTER_KEY = Rule(
    name="key-of-front-matter",
    pattern=r"([^\s:：'\"\[{-][^:：]{0,40}?)\s*[:：]\s*",
    how="match",
    build=lambda match: str(match[1]),
    examples={"title: 就业工作方案": ("title",), "发布日期 ：2022-09-30": ("发布日期",)},
    counters=("- 就业", "就业工作方案", "'title': x"),
)


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
        source = assemble(
            items, FileInfo(path.name, len(data), hashlib.sha256(data).hexdigest(), self.name, encoding)
        )
        if not source.text:
            raise InputError(path, "holds no text")
        return source


def _items(decoded: str) -> Iterator[Item]:
    rows = list(rows_of(decoded))
    start = front_matter_end(rows)
    yield from front_matter(rows[:start])
    for found in tables_in(rows[start:]):
        if isinstance(found, Row):
            yield Para(without_marks(clean(found.text)), found.indent)
        else:
            yield found


def front_matter_end(rows: Sequence[Row]) -> int:
    """The number of the line after a Markdown file's front matter, or 0 where there is none."""
    lines = [row.text.text.strip(" \t\ufeff") for row in rows[:_FRONT_MATTER]]
    if not lines or lines[0] != FENCE or FENCE not in lines[1:]:
        return 0
    end = lines.index(FENCE, 1)
    inside = [line for line in lines[1:end] if line]
    keys = [key[1] for line in inside if (key := FRONT_MATTER_KEY.find(line))]
    # a rule of dashes may stand over any lines with a colon; front matter has keys of a page's metadata
    known = any(key.isascii() or is_label(key) for key in keys)
    return end + 1 if known and all(FRONT_MATTER_KEY.find(line) or line[0] in "-#" for line in inside) else 0


def front_matter(rows: Sequence[Row]) -> Iterator[Para]:
    """The lines of front matter with their keys and values."""
    for row in rows:
        text = clean(row.text)
        key = FRONT_MATTER_KEY.find(text.text)
        found = [LinePair((0, *key.span(1)), (0, key.end(), len(text.text)))] if key else []
        yield Para(text, kind="metadata", pairs=found)


def rows_of(decoded: str) -> Iterator[Row]:
    """The lines of a file as they stand, empty ones too; of one that is most of its file, what its spaces set apart."""
    at = 0
    while at <= len(decoded):
        found = _LINE.match(decoded, at)
        end = found.end() if found else at
        line = decoded[at:end]
        parts = _set_apart(line) if end - at > max(_UNBROKEN, _MOST_OF_A_FILE * len(decoded)) else []
        for low, high in parts:
            yield Row(Tracked(line[low:high], (Run(0, at + low, high - low),)))
            yield Row(Tracked("", ()))
        if not parts:
            yield Row(Tracked(line, (Run(0, at, end - at),)), _indent(line))
        after = _END.match(decoded, end)
        if not after:
            return
        at = after.end()


def _set_apart(line: str) -> list[tuple[int, int]]:
    """Spans of the parts between the spaces of a line; none where they are too few to stand for line ends."""
    edges = [0, *(match.end() for match in SET_APART.matches(line)), len(line)]
    return list(pairwise(edges)) if len(edges) > _FEWEST_PARTS and "\t" not in line.strip() else []


def _indent(line: str) -> int:
    """The columns of white space before a line's text."""
    blank = line[: len(line) - len(line.lstrip())]
    return sum(2 if char == "\u3000" else _TAB_STOP if char == "\t" else 1 for char in blank)
