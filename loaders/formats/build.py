"""Text that knows where it came from, and the builder that puts a Source together from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.source import Block, BlockKind, Cell, FileInfo, Pair, Places, Run, Source, Span


class Edit(NamedTuple):
    """A range of a text and what stands there instead; what is put in has no place in the file."""

    start: int
    end: int
    new: str = ""


@dataclass(frozen=True, slots=True)
class Tracked:
    """A piece of text with the places of its characters in the decoded file."""

    text: str
    runs: tuple[Run, ...]

    def edit(self, edits: Sequence[Edit]) -> Tracked:
        """The text after edits, which are in order and do not overlap."""
        if not edits:
            return self
        kept: list[str] = []
        runs: list[Run] = []
        at = start = first = 0
        for edit in (*edits, Edit(len(self.text), len(self.text))):
            if edit.start > start:
                kept.append(self.text[start : edit.start])
                first = self._copy(runs, first, start, edit.start, at - start)
                at += edit.start - start
            kept.append(edit.new)
            at += len(edit.new)
            start = edit.end
        return Tracked("".join(kept), tuple(runs))

    def _copy(self, runs: list[Run], first: int, start: int, end: int, shift: int) -> int:
        """The number of the run that holds `end`, after the runs of a range were copied."""
        while first < len(self.runs):
            run = self.runs[first]
            low, high = max(run.text, start), min(run.text + run.length, end)
            if low < high:
                runs.append(Run(low + shift, run.file + low - run.text, high - low))
            if run.text + run.length > end:
                break
            first += 1
        return first

    def slice(self, start: int, end: int) -> Tracked:
        """The text of a range."""
        if start <= 0 and end >= len(self.text):
            return self
        runs: list[Run] = []
        self._copy(runs, 0, start, end, -start)
        return Tracked(self.text[start:end], tuple(runs))

    def strip(self) -> Tracked:
        """The text without white space at its ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.slice(start, max(start, len(self.text.rstrip())))


def concat(pieces: Iterable[Tracked | str]) -> Tracked:
    """One text out of pieces; those given as plain strings are made and have no place in the file."""
    texts: list[str] = []
    runs: list[Run] = []
    at = 0
    for piece in pieces:
        if isinstance(piece, Tracked):
            runs.extend(Run(run.text + at, run.file, run.length) for run in piece.runs)
            piece = piece.text
        texts.append(piece)
        at += len(piece)
    return Tracked("".join(texts), tuple(runs))


class LineCell(NamedTuple):
    """A cell as a range of its line; of a merged cell, every position names the first line it stands on."""

    line: int
    start: int
    end: int
    header: bool = False


class LinePair(NamedTuple):
    """A label and its value, each a range (line, start, end)."""

    label: tuple[int, int, int]
    value: tuple[int, int, int]


@dataclass(slots=True)
class Part:
    """A block to be: its lines, and cells and pairs that count lines from its first one."""

    kind: BlockKind
    lines: list[Tracked]
    rows: list[list[LineCell]] = field(default_factory=list)
    pairs: list[LinePair] = field(default_factory=list)


class SourceBuilder:
    """Puts parts one after the other and gives the Source."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._runs: list[Run] = []
        self._blocks: list[Block] = []
        self._at = 0

    def add(self, part: Part) -> None:
        """Append a part; bodies and chrome that follow their like become one block with it."""
        lines = part.lines
        if not lines:
            return
        if self._texts:
            self._at += 1
        start = self._at
        starts = self._append(lines)
        last = self._blocks[-1] if self._blocks else None
        if last and last.kind == part.kind and part.kind in ("body", "chrome"):
            self._blocks[-1] = Block(part.kind, last.start, self._at)
            return
        rows = tuple(
            tuple(Cell(starts[c.line] + c.start, starts[c.line] + c.end, c.header) for c in row)
            for row in part.rows
        )
        pairs = tuple(
            Pair(*(Span(starts[line] + low, starts[line] + high) for line, low, high in pair))
            for pair in part.pairs
            if all(line < len(starts) for line, _, _ in pair)  # broken markup can name a line without text
        )
        self._blocks.append(Block(part.kind, start, self._at, rows, pairs))

    def _append(self, lines: Sequence[Tracked]) -> list[int]:
        """Where each line starts."""
        starts: list[int] = []
        for i, line in enumerate(lines):
            self._at += i > 0
            starts.append(self._at)
            self._runs.extend(Run(run.text + self._at, run.file, run.length) for run in line.runs)
            self._texts.append(line.text)
            self._at += len(line.text)
        return starts

    def source(self, file: FileInfo) -> Source:
        """The Source of all parts so far."""
        return Source("\n".join(self._texts), tuple(self._blocks), Places(self._runs), file)
