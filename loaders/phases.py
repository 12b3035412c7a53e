"""Phases: the dated stages of a plan's timetable, and the dated items in them."""

from __future__ import annotations

import re

from kg.model import Evidence, Phase
from kg.names.dates import find_dates, find_range
from kg.names.text import normalise
from kg.source import Block

from .chapters import purposes
from .evidence import dated, evidence
from .outline import Node, Outline
from .phase_rules import (
    BEGINS,
    DATE_LEAD,
    DATES_IN_BRACKETS,
    END_OF_DATES,
    END_OF_NAME,
    ENDS,
    LONE_DATE,
    NAMED_STAGE,
    PARTS_OF_YEAR,
    STAGE_COLUMN,
    STAGE_ON_A_LINE,
    STAGE_OPENING,
    TIME_COLUMN,
)
from .statements import statements_in
from .tasks import first_clause

_SPACE = re.compile(r"\s")
_FULL_STOP = re.compile(r"。")


class PhaseReader:
    """Reads the stages of one plan."""

    def __init__(self, outline: Outline, since: Evidence | None = None, year: int | None = None) -> None:
        """`since` is the place of the date from which the plan counts, `year` its year."""
        self.outline = outline
        self.since = since
        self.text = outline.source.text
        self.purposes = purposes(outline)
        self.year = year

    def read(self) -> list[Phase]:
        """The dated stages in the order of the text: numbered ones, and paragraphs of a section of stages."""
        found = self._set_apart(self.outline.root)
        for node in self.outline.sections():
            if self.purposes[node.start] != "stages":
                found += self._set_apart(node)
                continue
            phase = self._phase(node.body, node.title_end if node.has_title else node.line_end, node.line_end)
            if phase:
                found.append(phase)
            for line in node.lines:
                if line.block.kind == "body" and self._names_stage(line.start, line.end):
                    phase = self._phase(line.start, line.end, line.end)
                    if phase:
                        found.append(phase)
        for block in self.outline.source.blocks:
            found += self._rows(block)
        return sorted(found, key=lambda phase: phase.evidence[0].start)

    def _set_apart(self, node: Node) -> list[Phase]:
        """The stages on lines of their own outside any section of stages: 第一阶段：动员学习（2018年11月—12月）."""
        lines = [line for line in node.lines if line.block.kind == "body"]
        heads = [line for line in lines if STAGE_ON_A_LINE.find(self.text, line.start, line.end)]
        phases = (self._phase(line.start, line.end, line.end) for line in heads)
        return [phase for phase in phases if phase]

    def _rows(self, block: Block) -> list[Phase]:
        """The rows of a table with a column of stages and one of times."""
        if len(block.rows) < 2:
            return []
        heads = [_SPACE.sub("", self.text[cell.start : cell.end]) for cell in block.rows[0]]
        names = [j for j, head in enumerate(heads) if head in STAGE_COLUMN]
        times = [j for j, head in enumerate(heads) if head in TIME_COLUMN]
        if not names or not times or names[0] == times[0]:
            return []
        found: list[Phase] = []
        for row in block.rows[1:]:
            name, time = row[names[0]], row[times[0]]
            dates = self._dates(time.start, time.end) if time.start < time.end else None
            if dates:
                found.append(self._record((name.start, name.end), (time.start, time.end), dates))
        return found

    def _names_stage(self, start: int, end: int) -> bool:
        """Whether a paragraph opens with a stage's name and its dates, or with dates."""
        head = self.text[start : min(end, start + 60)]
        return head in STAGE_OPENING or self._at_head(start, end) is not None

    def _phase(self, start: int, title_end: int, end: int) -> Phase | None:
        """A stage whose heading, or the bracket behind it, gives its dates."""
        stated = self._in_statement(start, end)
        bracket = DATES_IN_BRACKETS.find(self.text, start, min(end, max(title_end, start) + 60))
        if bracket and not (stated and bracket.start() <= stated[0] < bracket.end()):
            dates = self._dates(*bracket.span("dates"))
            if dates:
                return self._record(self._name(start, bracket.start()), bracket.span("dates"), dates)
        behind = self._behind_title(title_end, end)
        head = self._at_head(start, end) or self._at_head(behind, end)
        named = None if head else self._behind_colon(start, end)
        if named:
            return self._record(self._name(start, end), named[:2], named[2])
        head = head or stated or self._at_sentence(behind, end)
        if head:
            a, b, dates = head
            name = (
                (start, title_end)
                if start < title_end < a
                else first_clause(self.text, self._after(b, end), end)
            )
            return self._record(name if name[0] < name[1] else (a, b), (a, b), dates)
        return None

    def _in_statement(self, start: int, end: int) -> tuple[int, int, tuple[str | None, str | None]] | None:
        """The date that the stage's statement of responsibility gives: 时间节点：2025年3月."""
        for placed in statements_in(self.text, start, end):
            for a, b, iso in placed.statement.deadlines:
                return a, b, (None, iso)
        return None

    def _at_sentence(self, start: int, end: int) -> tuple[int, int, tuple[str | None, str | None]] | None:
        """Dates at the head of a later sentence: …。2019年上半年，…印发实施方案。"""
        for stop in _FULL_STOP.finditer(self.text, start, end):
            head = self._at_head(stop.end(), end)
            if head:
                return head
        return None

    def _behind_colon(self, start: int, end: int) -> tuple[int, int, tuple[str | None, str | None]] | None:
        """Dates behind a stage's name and colon: 动员部署阶段：2024年3月—5月，…"""
        match = NAMED_STAGE.find(self.text, start, end)
        return self._at_head(match.end(), end) if match else None

    def _behind_title(self, title_end: int, end: int) -> int:
        """Where the text behind a stage's heading begins."""
        while title_end < end and self.text[title_end] in "。：: ":
            title_end += 1
        return title_end

    def _name(self, start: int, end: int) -> tuple[int, int]:
        """The words before the bracket, up to a colon or full stop."""
        stop = END_OF_NAME.find(self.text, start, end)
        return start, stop.start() if stop and stop.start() > start else end

    def _after(self, at: int, end: int) -> int:
        while at < end and self.text[at] in "，,：:、 ）)期间底前。":
            at += 1
        return at

    def _at_head(self, start: int, end: int) -> tuple[int, int, tuple[str | None, str | None]] | None:
        """Dates with which a line begins: 2023年1月—12月，…; 2023年3月底前，…"""
        lead = DATE_LEAD.find(self.text, start, end)
        at = lead.end() if lead else start
        stop = END_OF_DATES.find(self.text, at, min(end, at + 48))
        edge = stop.start() if stop else min(end, at + 40)
        dates = find_dates(self.text[at:edge], year=self.year)
        if not dates or (
            dates[0].start > 1 and not self.text[at : at + dates[0].start].strip("（( 第一二三四阶段：")
        ):
            return None
        if not dates or dates[0].start > 1:
            return None
        if edge >= end and self.text[at:end] in LONE_DATE:
            return None
        found = self._dates(at, edge)
        return (at, edge, found) if found else None

    def _dates(self, start: int, end: int) -> tuple[str | None, str | None] | None:
        words = self.text[start:end]
        found = find_range(words, year=self.year)
        if found and (found[0] or found[1]):
            return found
        dates = find_dates(words, year=self.year)
        if not dates:
            return None
        part = PARTS_OF_YEAR.find(words)
        if part:
            year, (first, last) = dates[-1].iso[:4], part.built
            return f"{year}-{first}", f"{year}-{last}"
        if words in ENDS:
            return None, dates[-1].iso
        if words in BEGINS:
            return dates[0].iso, None
        return dates[0].iso, dates[0].iso

    def _record(
        self, name: tuple[int, int], span: tuple[int, int], dates: tuple[str | None, str | None]
    ) -> Phase:
        self.year = int((dates[1] or dates[0] or "0")[:4]) or self.year
        name = name if self.text[slice(*name)].strip() else span
        found = [evidence(self.text, "name", *name)]
        if dates[0]:
            found += dated(self.text, "start", *span, dates[0], self.since)
        if dates[1]:
            found += dated(self.text, "end", *span, dates[1], self.since)
        return Phase(
            name=normalise(self.text[slice(*name)]).strip("。：:，,"),
            start=dates[0],
            end=dates[1],
            evidence=found,
        )
