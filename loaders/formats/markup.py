"""HTML as a stream of tokens with their places.

The standard library's parser takes quadratic time on unclosed comments and tags (a minute for 400 kB in Python 3.11),
so this is a small one of its own: every search that failed once is not tried again, and the whole is linear.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Literal, NamedTuple

from kg.source import Run

from .build import Tracked, concat

_OPEN = re.compile(r"<([a-zA-Z][^\s/>]{0,60})")
_CLOSE = re.compile(r"</\s*([a-zA-Z][^\s/>]{0,60})")
_REFERENCE = re.compile(r"&(?:#[0-9]{1,7};?|#[xX][0-9a-fA-F]{1,6};?|[a-zA-Z][a-zA-Z0-9]{1,31};?)")
_ATTRIBUTE = re.compile(r"""([^\s=/"'>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]+))?""")
_QUOTE = re.compile(r"""=\s*["']""")
_LONGEST_ATTRIBUTES = 20_000
_RAW = {
    tag: re.compile(f"</{tag}", re.IGNORECASE)
    for tag in ("script", "style", "title", "textarea", "iframe", "xmp")
}
_SWALLOWS = ("script", "style")
"""Without an end tag these go on to the end of the page; the others are taken for stray tags."""


class Token(NamedTuple):
    """A tag or a stretch of text; `start` and `end` are its place, `name` is in lower case."""

    kind: Literal["open", "close", "text"]
    name: str
    start: int
    end: int


class _Finder:
    """Searches in one page that remember what is not to be found any more."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._gone: set[str] = set()

    def find(self, what: str, start: int) -> int:
        """The place of a string from a place on, or -1."""
        if what in self._gone:
            return -1
        at = self._page.find(what, start)
        if at < 0:
            self._gone.add(what)
        return at

    def raw_end(self, tag: str, start: int) -> int:
        """The place of an element's end tag from a place on, or -1."""
        if tag in self._gone:
            return -1
        found = _RAW[tag].search(self._page, start)
        if not found:
            self._gone.add(tag)
        return found.start() if found else -1


def tokens(page: str) -> Iterator[Token]:
    """The tags and texts of a page in order; comments, declarations, scripts and styles are left out."""
    finder = _Finder(page)
    at = text_from = 0
    while (at := finder.find("<", at)) >= 0:
        token = _tag(page, at, finder)
        if token is None:
            at += 1
            continue
        if at > text_from:
            yield Token("text", "", text_from, at)
        if token.name:
            yield token
        at = text_from = token.end
        if token.kind == "open" and token.name in _RAW:
            at = text_from = _skip_raw(token, len(page), finder)
    if text_from < len(page):
        yield Token("text", "", text_from, len(page))


def _skip_raw(token: Token, length: int, finder: _Finder) -> int:
    end = finder.raw_end(token.name, token.end)
    if end >= 0:
        return end
    return length if token.name in _SWALLOWS else token.end


def _tag(page: str, at: int, finder: _Finder) -> Token | None:
    """The tag at a place; one without a name is a comment or declaration; None where it is only a sign."""
    sign = page[at + 1 : at + 2]
    if sign in ("!", "?"):
        comment = page.startswith("<!--", at)
        end = finder.find("-->", at + 4) if comment else finder.find(">", at)
        if end < 0:
            return Token("close", "", at, at + (4 if comment else 2))
        return Token("close", "", at, end + (3 if comment else 1))
    found = _OPEN.match(page, at) or (_CLOSE.match(page, at) if sign == "/" else None)
    if not found:
        return None
    end = _tag_end(page, found.end(), finder)
    if end < 0:  # the page was cut off within a tag
        return Token("close", "", at, len(page)) if finder.find("<", at + 1) < 0 else None
    return Token("close" if sign == "/" else "open", found.group(1).lower(), at, end)


def _tag_end(page: str, at: int, finder: _Finder) -> int:
    """Where a tag ends: after the first > outside of quoted values, or just the first if a quote is open."""
    first = end = finder.find(">", at)
    while end >= 0:
        found = _QUOTE.search(page, at, end)
        if not found:
            return end + 1
        quote = found.end() - 1
        closing = finder.find(page[quote], quote + 1)
        if closing < 0 or closing - quote > _LONGEST_ATTRIBUTES:
            return first + 1
        at = closing + 1
        if at > end:
            end = finder.find(">", at)
    return first + 1 if first >= 0 else -1


def attributes(page: str, token: Token) -> dict[str, str]:
    """The attributes of an opening tag; of two of one name the first counts."""
    start = token.start + 1 + len(token.name)
    if token.end - start <= 2:
        return {}
    inside = page[start : min(token.end - 1, start + _LONGEST_ATTRIBUTES)]
    found: dict[str, str] = {}
    for name, value in _ATTRIBUTE.findall(inside):
        if value[:1] in ("'", '"'):
            value = value[1:-1]
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found


def text_of(page: str, start: int, end: int) -> Tracked:
    """The text of a range without tags; a character reference has the place of its &."""
    raw = page[start:end]
    if "&" not in raw:
        return Tracked(raw, (Run(0, start, end - start),))
    pieces: list[Tracked | str] = []
    at = start
    for found in _REFERENCE.finditer(page, start, end):
        meant = unescape(found.group())
        if meant == found.group():
            continue
        low, high = found.span()
        pieces.append(Tracked(page[at:low], (Run(0, at, low - at),)))
        if meant:
            pieces.append(Tracked(meant, (Run(0, low, 1),)))
        at = high
    pieces.append(Tracked(page[at:end], (Run(0, at, end - at),)))
    return concat(pieces)
