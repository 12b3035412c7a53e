"""HTML pages and fragments of pages."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.source import FileInfo, Run, Source

from ..rule import Rule, text_of
from .build import LinePair, Tracked, concat
from .container import chrome_lines
from .decode import decode, looks_like
from .document import Item, Para, assemble, without_marks
from .elements import PageReader
from .grids import Found, PageLine, table
from .lines import is_title
from .text import FENCE, front_matter, front_matter_end, rows_of

PAGE_TAG = Rule(
    name="tag-of-a-page",
    pattern=r"(?i)<(?:!doctype\s+html|html|head|body|meta)[\s>]",
    build=text_of,
    examples={"<!DOCTYPE html>": ("<!DOCTYPE html>",), '<meta charset="utf-8">': ("<meta ",)},
    counters=("<htm>", "<p>head</p>", "5<10"),
)
FIRST_TAG = Rule(
    name="tag-at-the-beginning-of-a-fragment",
    pattern=r"(?i)\s*<(?:!--|/?[a-z][a-z0-9]{0,9}[\s/>])",
    how="match",
    build=text_of,
    examples={"\n<p>一、总体要求</p>": ("\n<p>",), "<!-- 正文 -->": ("<!--",)},
    counters=("一、总体要求<br>", "<就业促进法>", "<2025"),
)
CLOSING_TAG = Rule(
    name="tag-that-closes-an-element",
    pattern=r"(?i)</(?:p|div|span|td|tr|table|li|ul|ol|h[1-6]|strong|b|font|center|section|article|a)\s*>",
    build=text_of,
    examples={"<p>一、<b>总体</b>要求</P >": ("</b>", "</P >")},
    counters=("<p>一、总体要求<br/>", "</方案>"),
)


TITLE_TAG = Rule(
    name="title-of-a-page",
    pattern=r"(?i)<(?P<label>title)\s*>\s*(?P<title>[^<>&]{6,160}?)\s*(?:[_|－-][^<>&]{0,80})?</title",
    build=lambda match: match["title"],
    examples={
        "<title>关于稳就业的若干意见</title>": ("关于稳就业的若干意见",),
        "<title>就业工作方案_某区人民政府</title>": ("就业工作方案",),
    },
    counters=("<title></title>", "<h1>就业工作方案</h1>"),
)
_HEAD = 20_000
"""The page's own title stands within so many characters."""


class HtmlFormat:
    """Pages of government sites and saved fragments of them."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".shtml", ".xhtml"})

    def matches(self, head: bytes) -> bool:
        """Whether the first bytes are a page's or a fragment's."""
        if looks_like(head) is not None:
            return False
        text = head.replace(b"\0", b"").decode("latin-1").removeprefix("\xef\xbb\xbf")
        if text in PAGE_TAG:
            return True
        closing = sum(1 for _ in CLOSING_TAG.matches(text))
        return closing > 1 or bool(closing and text in FIRST_TAG)

    def read(self, data: bytes, path: Path) -> Source:
        """The Source of a page's bytes."""
        decoded, encoding = decode(data, path, markup=True)
        info = FileInfo(path.name, len(data), hashlib.sha256(data).hexdigest(), self.name, encoding)
        head, page = _without_front_matter(decoded)
        for keep_hidden in (False, True):  # a page whose script shows its text has it hidden
            reader = PageReader(page, keep_hidden)
            found = reader.read()
            items = [*head, *_title(decoded, found), *_items(found, chrome_lines(found, reader.elements))]
            source = assemble(items, info)
            if source.text:
                return source
        raise InputError(path, "holds no text")


def _without_front_matter(page: str) -> tuple[list[Para], str]:
    """The metadata that the source of a generated site has above its markup, and the page with blanks for it."""
    if not page.startswith(FENCE):
        return [], page
    rows = list(rows_of(page[:_HEAD]))
    last = front_matter_end(rows)
    if not last:
        return [], page
    end = max((run.file + run.length for row in rows[:last] for run in row.text.runs), default=0)
    return list(front_matter(rows[:last])), " " * end + page[end:]


def _title(page: str, found: Sequence[Found]) -> Iterator[Para]:
    """The title of the page as metadata, where no line of its text is a document's title."""
    if any(isinstance(item, PageLine) and is_title(item.text.text) for item in found):
        return
    title = TITLE_TAG.find(page, 0, _HEAD)
    if title and is_title(title["title"]):
        label, value = (
            Tracked(title[name], (Run(0, title.start(name), len(title[name])),))
            for name in ("label", "title")
        )
        pair = LinePair(
            (0, 0, len(label.text)), (0, len(label.text) + 1, len(label.text) + 1 + len(value.text))
        )
        yield Para(concat([label, " ", value]), kind="metadata", pairs=[pair])


def _items(found: Sequence[Found], chrome: Sequence[bool]) -> Iterator[Item]:
    for item, is_chrome in zip(found, chrome, strict=True):
        if isinstance(item, PageLine):
            text = item.text if is_chrome else without_marks(item.text)
            yield Para(text, item.indent, "chrome" if is_chrome else "body")
        else:
            part = table(item.grid)
            yield part
