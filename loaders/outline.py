"""The outline of a document: numbered lines as a tree, each with the lines that belong to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import NamedTuple

from kg.names.numerals import parse_numeral
from kg.source import Block, Source

from .brackets import without_tail
from .genres import genre_in
from .headings import purpose_of_words
from .letter import letter_end
from .numbering import ARABIC, BRACKETED, CHINESE, CIRCLED, Numbering, markdown_depth, numbering_at
from .outline_rules import (
    ANNEX_LINE,
    ATTACHMENT_ITEM,
    BARE_NUMBER,
    BOLD_LINE,
    BOX,
    CLOSING_BRACKET,
    LABELLED,
    NOTE,
    SHORT_LINE,
)
from .unbroken import break_long_line

ANNEX = -10
"""Rank of an 附件: it starts an outline of its own."""
_MARKDOWN_BASE = -9
"""Rank of an unnumbered markdown heading is this plus its depth: above every number."""

BOLD_RANK = -2
"""Rank of a heading that only its letters or its place tell: above every number."""
_SENTENCE_END = re.compile(r"[。！？]")
_HEADING_LENGTH = 42
_LONGEST_BRACKET = 200


class Line(NamedTuple):
    """One line of the Source text (or, in an unbroken document, what a reader sees as one)."""

    start: int
    end: int
    block: Block


@dataclass(slots=True)
class Node:
    """A numbered line with all that stands below it; the root holds what stands before the first number."""

    rank: int
    value: int
    printed: str
    start: int
    """Start of the line."""
    body: int
    """Start of the words after the number."""
    title_end: int
    """End of the heading; equals `body` where the line is running text without a heading."""
    line_end: int
    end: int = 0
    """End of the last line below it."""
    parent: Node | None = None
    children: list[Node] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    """Lines of its own below the numbered line, not those of its children."""

    @property
    def has_title(self) -> bool:
        """Whether the numbered line has a heading apart from running text."""
        return self.title_end > self.body

    def path(self) -> str:
        """The number path as printed, joined by '/'."""
        own = [node.printed for node in (*reversed(list(self.ancestors())), self) if node.printed]
        return "/".join(own)

    def ancestors(self) -> Iterator[Node]:
        """Parents, innermost first, the root left out."""
        node = self.parent
        while node is not None and node.parent is not None:
            yield node
            node = node.parent

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in the order of the text."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(reversed(node.children))


def lines_of(source: Source) -> list[Line]:
    """The lines of a Source's text with their blocks; an unbroken document is broken at its numbers."""
    found: list[Line] = []
    for block in source.blocks:
        start = block.start
        while start < block.end:
            end = source.text.find("\n", start, block.end)
            end = block.end if end < 0 else end
            if end > start:
                if block.kind == "body":
                    found += [Line(a, b, block) for a, b in break_long_line(source.text, start, end)]
                else:
                    found.append(Line(start, end, block))
            start = end + 1
    return found


def heading_end(text: str, start: int, end: int) -> int:
    """Where the heading at the head of text[start:end] ends; `start` where these words are no heading.

    A line of its own without a full stop is a heading; so is a short first sentence that others follow.
    """
    words_end = without_tail(text, start, end)
    stop = _SENTENCE_END.search(text, start, words_end)
    if stop is None:
        return _heading_before_colon(text, start, words_end)
    more = text[stop.end() : words_end].strip(" ）)〕】*")
    if not more or stop.start() - start > _HEADING_LENGTH:
        return start
    sentence = text[start : stop.start()]
    if any(mark in sentence for mark in "；;:："):
        return _heading_before_colon(text, start, stop.start(), strict=True)
    if sentence.count("，") + sentence.count(",") > 1:
        return start
    return stop.start()


def _heading_before_colon(text: str, start: int, end: int, *, strict: bool = False) -> int:
    """The heading of a line without a full stop: up to its colon, or all of it unless it is a long clause."""
    words = text[start:end]
    for i, mark in enumerate(words):
        if mark in "：:" and 4 <= i <= _HEADING_LENGTH and "，" not in words[:i]:
            return start + i
    if strict or "；" in words or ";" in words:
        return start
    return start + len(words.rstrip("：:.．、 "))


class Outline:
    """The tree of a document's numbered lines."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.lines = lines_of(source)
        self.root = Node(-100, 0, "", 0, 0, 0, 0, len(source.text))
        self._stack = [self.root]
        self._attachments = False
        self._boxed = False
        """Whether the lines that follow stand in a box of projects, whose numbers are none of the outline."""
        body = (line for line in self.lines if line.block.kind == "body")
        self.letter_end = letter_end(source.text, ((line.start, line.end) for line in body))
        """Where the plan begins below a letter with numbered demands of its own."""
        for line, then in zip_longest(self.lines, self.lines[1:]):
            if line is not None:
                self._add(line, then)
        self._close()

    def sections(self) -> Iterator[Node]:
        """All nodes but the root, in the order of the text."""
        nodes = self.root.walk()
        next(nodes)
        return nodes

    def _add(self, line: Line, then: Line | None) -> None:
        if line.block.kind in ("chrome", "metadata"):
            return
        if line.start == self.letter_end:
            self._leave(ANNEX, line)
        node = None if line.block.kind == "table" else self._heading(line, then)
        if node is None:
            self._stack[-1].lines.append(line)
        else:
            self._push(node, line)

    def _heading(self, line: Line, then: Line | None) -> Node | None:
        """The node that a line begins, or None where it belongs to the node above it."""
        text = self.source.text
        annex = ANNEX_LINE.find(text, line.start, line.end)
        if annex and self._starts_annex(annex, line, then):
            return Node(ANNEX, 0, "", line.start, annex.end(), line.end, line.end)
        if annex and self._attachments:
            return None
        number = numbering_at(text, line.start, line.end)
        if number and self._attachments and ATTACHMENT_ITEM.find(text, line.start, line.end):
            return None
        self._attachments = False
        self._boxed = self._stays_boxed(number, line)
        if number and self._boxed:
            return None
        if number and self._is_number(number, line):
            title = heading_end(text, number.end, line.end)
            return Node(number.rank, number.value, number.printed, line.start, number.end, title, line.end)
        return self._unnumbered(line, then)

    def _stays_boxed(self, number: Numbering | None, line: Line) -> bool:
        """Whether a line begins a box (专栏1 …) or goes on in one: its items count from 1 below the level of chapters."""
        if BOX.find(self.source.text, line.start, line.end):
            return True
        return self._boxed and number is not None and number.rank >= ARABIC

    def _unnumbered(self, line: Line, then: Line | None) -> Node | None:
        """The node of a heading that has no number, or lost the mark behind it."""
        text = self.source.text
        bold = BOLD_LINE.find(text, line.start, line.end)
        if bold:
            return Node(BOLD_RANK, 0, "", line.start, *bold.span("title"), line.end)
        bare = BARE_NUMBER.find(text, line.start, line.end)
        if bare and purpose_of_words(bare["title"]):
            value = parse_numeral(bare["number"]) or 0
            return Node(CHINESE, value, bare["number"], line.start, *bare.span("title"), line.end)
        if self._heads_a_list(line, then):
            return Node(BOLD_RANK, 0, "", line.start, line.start, line.end, line.end)
        markdown = markdown_depth(text, line.start, line.end)
        if markdown:
            depth, words = markdown
            return Node(_MARKDOWN_BASE + depth, 0, "", line.start, words, line.end, line.end)
        return None

    def _heads_a_list(self, line: Line, then: Line | None) -> bool:
        """Whether a short line without number or punctuation stands over items that begin at 1, as a heading does."""
        text = self.source.text
        if (
            then is None
            or not SHORT_LINE.find(text, line.start, line.end)
            or genre_in(text[line.start : line.end])
        ):
            return False
        if any(ANNEX < node.rank <= CHINESE and node.rank != BOLD_RANK for node in self._stack[1:]):
            return False
        if purpose_of_words(text[line.start : line.end]) or self._closes_with_units(then):
            return True
        number = numbering_at(text, then.start, then.end)
        return number is not None and number.value == 1 and number.rank >= BRACKETED

    def _closes_with_units(self, line: Line) -> bool:
        """Whether a line is running text that ends with a bracket on who is responsible."""
        text = self.source.text
        closed = CLOSING_BRACKET.find(text, max(line.start, line.end - _LONGEST_BRACKET), line.end)
        return closed is not None and text[line.start : closed.start()].endswith(("。", "；"))

    def _starts_annex(self, match: re.Match[str], line: Line, then: Line | None) -> bool:
        """Whether a line that begins with 附件 starts one; else it lists the attachments of a notice."""
        rest = self.source.text[match.end() : line.end]
        listed = then is not None and ATTACHMENT_ITEM.find(self.source.text, then.start, then.end)
        if match["colon"] and (rest or listed):
            self._attachments = True
            return False
        if rest and not (match["number"] or self.source.text[match.end() - 1] in " 】]"):
            return False
        return "。" not in rest

    def _is_number(self, number: Numbering, line: Line) -> bool:
        """Whether a number at a line's head is one of the outline: not a bare figure, nor a lone 1. far out of order."""
        if number.end >= line.end or (number.rank == CIRCLED and NOTE.find(self.source.text, number.end)):
            return False
        if number.rank != ARABIC or number.value < 30:
            return True
        last = [node.value for node in self._stack if node.rank == ARABIC]
        return bool(last) and number.value == last[-1] + 1

    def _leave(self, rank: int, line: Line) -> None:
        """End the nodes that one of a rank does not stand below."""
        while len(self._stack) > 1 and self._stack[-1].rank >= rank:
            self._stack.pop().end = line.start

    def _push(self, node: Node, line: Line) -> None:
        self._leave(node.rank, line)
        if not self.source.text[node.body : node.title_end].strip(" *　"):
            node.title_end = node.body
        node.parent = self._stack[-1]
        self._stack[-1].children.append(node)
        self._stack.append(node)

    def _close(self) -> None:
        for node in self._stack:
            node.end = len(self.source.text)
        for node in self.sections():
            if not node.has_title and (node.children or self._paragraph_below(node)):
                node.title_end = self._lone_sentence(node)
            elif node.has_title and not node.children and self._says_all(node) and self._is_clause(node):
                node.title_end = node.body
        for node in (self.root, *self.sections()):
            self._level_with_siblings(node.children)

    def _level_with_siblings(self, nodes: list[Node]) -> None:
        """Take first sentences with a comma for running text where most items beside them have no heading either."""
        text = self.source.text
        for node in nodes:
            run_in = node.has_title and node.title_end < node.line_end and text[node.title_end] in "。！？"
            if not run_in or not re.search("[，,]", text[node.body : node.title_end]):
                continue
            others = [one for one in nodes if one is not node and one.rank == node.rank]
            if len(others) > 1 and sum(not one.has_title for one in others) * 2 > len(others):
                node.title_end = node.body

    def _paragraph_below(self, node: Node) -> bool:
        """Whether running text stands below a numbered line, not labels such as 整改措施：."""
        text = self.source.text
        first = node.lines[0] if node.lines else None
        return first is not None and not LABELLED.find(text, first.start, first.end)

    def _says_all(self, node: Node) -> bool:
        """Whether nothing stands below a numbered line but labels such as 责任单位：."""
        text = self.source.text
        return all(LABELLED.find(text, line.start, line.end) for line in node.lines)

    def _is_clause(self, node: Node) -> bool:
        """Whether a numbered line with nothing below it is running text without a full stop, and no heading."""
        words_ = self.source.text[node.body : node.title_end]
        whole = node.title_end >= node.line_end or self.source.text[node.title_end] in "（(〔【["
        return whole and bool(re.search(r"[，,；;]", words_)) and node.rank >= BRACKETED

    def _lone_sentence(self, node: Node) -> int:
        """The end of a line that is one short sentence, which is a heading where something stands below it."""
        text = self.source.text
        stop = _SENTENCE_END.search(text, node.body, node.line_end)
        lone = stop is not None and stop.end() >= len(text[: node.line_end].rstrip(" *"))
        short = stop is not None and stop.start() - node.body <= _HEADING_LENGTH
        return stop.start() if stop and lone and short else node.body


def is_chapter(node: Node) -> bool:
    """Whether a node is of the outermost numbered level of a plan's body."""
    return node.rank <= CHINESE and node.rank > ANNEX
