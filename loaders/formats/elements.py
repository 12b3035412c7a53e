"""A page's elements, and the lines and tables that stand in them, without recursion."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..rule import Rule
from ..rule import text_of as words_of
from .build import Tracked, concat
from .grids import Found, GridCell, OpenCell, OpenTable, PageLine, PageTable, is_layout
from .lines import glue, is_final, stand_apart, starts_anew
from .markup import Token, attributes, text_of, tokens
from .page import CHROME_ELEMENT, Tags, tags
from .spacing import clean, tidy
from .words import NUMBERED_LINE

_ARTICLES = frozenset(("article", "main"))
_CLOSES = {
    "li": ("li", ("ul", "ol", "menu", "dir")),
    "dt": ("dt dd", ("dl",)),
    "dd": ("dt dd", ("dl",)),
    "option": ("option", ("select",)),
    "tr": ("tr", ("table",)),
    "td": ("td th", ("table", "tr")),
    "th": ("td th", ("table", "tr")),
    "tbody": ("tbody thead tfoot", ("table",)),
    "thead": ("tbody thead tfoot", ("table",)),
    "tfoot": ("tbody thead tfoot", ("table",)),
}
"""What an opening tag closes before, and which elements it does not look beyond."""
_BOLD = frozenset(("b", "strong"))
_LONGEST_HEADING = 42
_APART = frozenset(" \n\t\r\xa0\u3000。；")
"""What stands before bold words that begin a line of their own."""
_CELLS = ("td", "th", "table", "caption")
_DEEPEST = 128
"""Elements below this depth are not told apart; no page nests so deep but one that is meant to do harm."""
_LEADING = re.compile(r"[\s\u3000]*")

HIDING_STYLE = Rule(
    name="style-that-hides-an-element",
    pattern=r"(?i)display\s*:\s*none|visibility\s*:\s*hidden",
    build=words_of,
    examples={"color:red; display: none": ("display: none",), "VISIBILITY:hidden": ("VISIBILITY:hidden",)},
    counters=("display:block", "overflow:hidden"),
)
LINE_KEEPING_STYLE = Rule(
    name="style-that-keeps-line-breaks",
    pattern=r"(?i)white-space\s*:\s*(?:pre|break-spaces)",
    build=words_of,
    examples={"white-space: pre-wrap": ("white-space: pre",)},
    counters=("white-space: normal", "white-space: nowrap"),
)


@dataclass(eq=False, slots=True)
class Element:
    """An element that was opened; `parent` is the number of the one around it."""

    tag: str
    parent: int
    chrome: bool = False
    article: bool = False
    """In an article a header is the document's own."""
    hidden: bool = False
    keeps_lines: bool = False
    cell: OpenCell | None = None
    number: int | None = None
    """Of a list: the number of its next item. Of an item: its number until it is printed."""


@dataclass(slots=True)
class PageReader:
    """Reads a page's tokens into lines and tables."""

    page: str
    keep_hidden: bool = False
    elements: list[Element] = field(default_factory=lambda: [Element("", 0)])
    _tags: Tags = field(default_factory=tags)
    _stack: list[int] = field(default_factory=lambda: [0])
    _beyond: int = 0
    _sinks: list[list[Found]] = field(default_factory=lambda: [[]])
    _tables: list[OpenTable] = field(default_factory=list)
    _pieces: list[Tracked | str] = field(default_factory=list)
    _linked: int = 0
    _links: int = 0
    _bold_from: int = 0
    """How many pieces the line had where the bold words began."""
    _heading_ended: bool = False

    def read(self) -> list[Found]:
        """The lines and tables of the page in order."""
        for token in tokens(self.page):
            if token.kind == "text":
                self._text(token)
            elif token.kind == "open":
                self._open(token)
            else:
                self._close(token.name)
        while len(self._stack) > 1:
            self._pop()
        self._flush()
        return self._sinks[0]

    @property
    def _top(self) -> Element:
        return self.elements[self._stack[-1]]

    def _text(self, token: Token) -> None:
        if self._top.hidden:
            return
        text = text_of(self.page, token.start, token.end)
        if self._heading_ended and text.text.strip():
            if text.text[0].isspace():
                self._flush()
            self._heading_ended = False
        if self._top.keeps_lines and "\n" in text.text:
            start = 0
            for found in re.finditer("\n", text.text):
                self._add(text.slice(start, found.start()))
                self._flush()
                start = found.end()
            text = text.slice(start, len(text.text))
        self._add(text)

    def _add(self, text: Tracked) -> None:
        self._pieces.append(text)
        if self._links:
            self._linked += len(text.text.strip())

    def _open(self, token: Token) -> None:
        tag = token.name
        if tag == "br" or tag == "hr":
            self._flush()
        if tag in self._tags.void:
            return
        if tag in self._tags.blocks:
            self._flush()
            self._close_before(tag)
        if len(self._stack) >= _DEEPEST:
            self._beyond += 1
            return
        found = attributes(self.page, token)
        self._push(tag, found, token.end < len(self.page) and self.page[token.end - 2] == "/")

    def _push(self, tag: str, found: dict[str, str], empty: bool) -> None:
        parent = self._top
        element = Element(tag, self._stack[-1])
        style = found.get("style", "")
        element.article = parent.article or tag in _ARTICLES
        element.chrome = (tag in self._tags.chrome and not element.article) or _is_chrome(found)
        hidden = not self.keep_hidden and ("hidden" in found or bool(style and style in HIDING_STYLE))
        element.hidden = parent.hidden or hidden or tag in self._tags.hidden
        element.keeps_lines = (
            parent.keeps_lines or tag == "pre" or bool(style and style in LINE_KEEPING_STYLE)
        )
        if tag == "ol":
            element.number = _whole(found.get("start"), 1) if found.get("type", "1") == "1" else None
        elif tag == "li":
            element.number = self._next_number(found)
        self.elements.append(element)
        self._stack.append(len(self.elements) - 1)
        if tag in _BOLD:
            self._bold_from = len(self._pieces)
        if empty and tag not in self._tags.blocks:
            self._pop()
        elif tag == "a":
            self._links += "href" in found
            element.number = int("href" in found)
        elif tag == "table":
            self._tables.append(OpenTable(self._stack[-1]))
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            element.cell = self._open_cell(tag, found)

    def _next_number(self, found: dict[str, str]) -> int | None:
        """The number of a list item that its page prints and its text does not hold."""
        around = self._top
        if around.tag != "ol" or around.number is None:
            return None
        number = _whole(found.get("value"), around.number)
        around.number = number + 1
        return number

    def _open_cell(self, tag: str, found: dict[str, str]) -> OpenCell:
        self._sinks.append([])
        table = self._tables[-1]
        rows, columns = _whole(found.get("rowspan"), 1), _whole(found.get("colspan"), 1)
        return table.open_cell(tag == "th", rows, columns)

    def _close_before(self, tag: str) -> None:
        """Close what an opening tag ends without saying so."""
        if tag in _CLOSES:
            closed, barriers = _CLOSES[tag]
            self._close_up_to(tuple(closed.split()), barriers)
        elif self._top.tag == "p":
            self._pop()

    def _close(self, tag: str) -> None:
        if not tag:
            return
        if tag in self._tags.blocks:
            self._flush()
        if self._beyond:
            self._beyond -= 1
            return
        barriers = ("table",) if tag in ("td", "th", "tr", "tbody", "thead", "tfoot") else _CELLS
        self._close_up_to((tag,), () if tag in ("table", "body", "html") else barriers)

    def _end_bold(self) -> None:
        """Take bold words that begin with a number of the outline for a line, if white space sets them apart."""
        before, words = self._pieces[: self._bold_from], self._pieces[self._bold_from :]
        text = clean(concat(words)).text if words else ""
        apart = not before or concat(before[-1:]).text[-1:] in _APART
        numbered = text in NUMBERED_LINE and "是" not in text[:3]  # 一是 begins no heading
        if not apart or not numbered or len(text) > _LONGEST_HEADING or is_final(text):
            return
        if before:
            self._pieces = before
            self._flush()
            self._pieces = words
        self._heading_ended = True

    def _close_up_to(self, tags: tuple[str, ...], barriers: tuple[str, ...]) -> None:
        for depth in range(len(self._stack) - 1, 0, -1):
            tag = self.elements[self._stack[depth]].tag
            if tag in tags:
                while len(self._stack) > depth:
                    self._pop()
                return
            if tag in barriers:
                return

    def _pop(self) -> None:
        element = self._top
        if element.tag in self._tags.blocks:
            self._flush()
        self._stack.pop()
        if element.tag in _BOLD and self._pieces:
            self._end_bold()
        if element.tag == "a":
            self._links -= element.number or 0
        elif element.cell:
            element.cell.found = self._sinks.pop()
        elif element.tag == "table" and self._tables:
            self._end_table(self._tables.pop())

    def _end_table(self, table: OpenTable) -> None:
        if is_layout(table):
            self._sinks[-1] += [found for row in table.rows for cell in row for found in cell.found]
        else:
            self._sinks[-1].append(PageTable(table.grid(_cell), table.owner))

    def _flush(self) -> None:
        """End the line."""
        self._bold_from, self._heading_ended = 0, False
        if not self._pieces:
            return
        raw = concat(self._pieces)
        linked, self._pieces, self._linked = self._linked, [], 0
        text = clean(raw)
        if not text.text:
            return
        indent = _indent(raw.text)
        text = self._numbered(text)
        self._sinks[-1].append(PageLine(text, self._stack[-1], linked, indent))

    def _numbered(self, text: Tracked) -> Tracked:
        """The first line of an item of a numbered list, with the number that the page shows before it."""
        for number in reversed(self._stack[-4:]):
            item = self.elements[number]
            if item.tag == "li":
                shown, item.number = item.number, None
                if shown is not None and not starts_anew(text.text):
                    return concat([f"{shown}.", text])
                break
        return text


def _is_chrome(found: dict[str, str]) -> bool:
    named = f"{found.get('class', '')} {found.get('id', '')} {found.get('role', '')}"
    return len(named) > 2 and named in CHROME_ELEMENT


def _indent(raw: str) -> int:
    """The columns of wide and unbreakable spaces before a line's text; plain ones mean nothing in HTML."""
    found = _LEADING.match(raw)
    return sum(2 if c in "\u3000\u2003" else c in "\xa0\u2002" for c in found.group()) if found else 0


def _whole(value: str | None, default: int) -> int:
    """An attribute's whole number, or a default."""
    return (
        int(value) if value and value.isascii() and value.strip().isdigit() and len(value) < 10 else default
    )


def _cell(found: Sequence[Found], header: bool) -> GridCell:
    """A table's cell as one line: what was broken is joined, what stands apart keeps a space between."""
    pieces: list[Tracked | str] = []
    before = ""
    for line in found:
        if isinstance(line, PageLine):
            text = tidy(line.text)
            if pieces:
                pieces.append(" " if stand_apart(before, text.text) else glue(before, text.text))
            pieces.append(text)
            before = text.text
    return GridCell(concat(pieces), header)
