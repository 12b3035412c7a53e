"""The Source: one text with typed blocks, and the place of every character in the file it came from."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

BlockKind = Literal["body", "table", "metadata", "chrome"]


class Span(NamedTuple):
    """A half-open range of characters of the Source text."""

    start: int
    end: int


class Cell(NamedTuple):
    """One position of a table's grid; a merged cell stands at each position it covers, with the same span."""

    start: int
    end: int
    header: bool = False


class Pair(NamedTuple):
    """A label and its value in a metadata block, such as 索引号 and what follows it."""

    label: Span
    value: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A run of whole lines of the text: of the body, a table, the metadata of a page, or its chrome.

    `rows` is the grid of a table (all rows equally long, merged cells expanded); `pairs` are the labels and
    values of a metadata block. Chrome is what a site or a converter put around the document: menus, page
    numbers, links to attachments.
    """

    kind: BlockKind
    start: int
    end: int
    rows: tuple[tuple[Cell, ...], ...] = ()
    pairs: tuple[Pair, ...] = ()


class Run(NamedTuple):
    """A stretch of text characters that stand in the file one after the other."""

    text: int
    """First offset in the Source text."""
    file: int
    """Offset in the decoded file of that character."""
    length: int
    """Characters; from text + length to the next run's start, characters were made (line ends, tabs)."""


class Places:
    """The place of every character of a Source text in the decoded file."""

    __slots__ = ("_files", "_lengths", "_texts")

    def __init__(self, runs: Iterable[Run]) -> None:
        self._texts = array("Q")
        self._files = array("Q")
        self._lengths = array("Q")
        for run in runs:
            if run.length:
                self._texts.append(run.text)
                self._files.append(run.file)
                self._lengths.append(run.length)

    def __iter__(self) -> Iterator[Run]:
        return map(Run, self._texts, self._files, self._lengths)

    def of(self, offset: int) -> int:
        """The offset in the decoded file of a character of the text.

        A character that was made (a line end between two blocks) has the place just after the character before it.
        """
        i = bisect_right(self._texts, offset) - 1
        if i < 0:
            return self._files[0] if self._files else 0
        return self._files[i] + min(offset - self._texts[i], self._lengths[i])


@dataclass(frozen=True, slots=True)
class FileInfo:
    """The file that a Source came from."""

    name: str
    size: int
    """Bytes."""
    sha256: str
    format: str
    encoding: str


@dataclass(frozen=True, slots=True)
class Source:
    """One document's text: a paragraph a line, blocks in order and covering all of it."""

    text: str
    blocks: tuple[Block, ...]
    places: Places = field(repr=False)
    file: FileInfo
