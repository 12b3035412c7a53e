"""HTML pages and fragments of pages."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from kg.errors import InputError
from kg.source import FileInfo, Source

from .container import chrome_lines
from .decode import decode, looks_like
from .document import Item, Para, assemble, without_marks
from .elements import PageReader
from .grids import Found, PageLine, table

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|meta)[\s>]", re.IGNORECASE)
_FIRST = re.compile(r"\s*<(?:!--|/?[a-z][a-z0-9]{0,9}[\s/>])", re.IGNORECASE)
_CLOSING = re.compile(
    r"</(?:p|div|span|td|tr|table|li|ul|ol|h[1-6]|strong|b|font|center|section|article|a)\s*>", re.IGNORECASE
)


class HtmlFormat:
    """Pages of government sites and saved fragments of them."""

    name = "html"
    suffixes = frozenset({".html", ".htm", ".shtml", ".xhtml"})

    def matches(self, head: bytes) -> bool:
        """Whether the first bytes are a page's or a fragment's."""
        if looks_like(head) is not None:
            return False
        text = head.replace(b"\0", b"").decode("latin-1").removeprefix("\xef\xbb\xbf")
        if _PAGE.search(text):
            return True
        closing = len(_CLOSING.findall(text))
        return closing > 1 or bool(closing and _FIRST.match(text))

    def read(self, data: bytes, path: Path) -> Source:
        """The Source of a page's bytes."""
        decoded, encoding = decode(data, path, markup=True)
        info = FileInfo(path.name, len(data), hashlib.sha256(data).hexdigest(), self.name, encoding)
        for keep_hidden in (False, True):  # a page whose script shows its text has it hidden
            reader = PageReader(decoded, keep_hidden)
            found = reader.read()
            source = assemble(list(_items(found, chrome_lines(found, reader.elements))), info)
            if source.text:
                return source
        raise InputError(path, "holds no text")


def _items(found: Sequence[Found], chrome: Sequence[bool]) -> Iterator[Item]:
    for item, is_chrome in zip(found, chrome, strict=True):
        if isinstance(item, PageLine):
            text = item.text if is_chrome else without_marks(item.text)
            yield Para(text, item.indent, "chrome" if is_chrome else "body")
        else:
            part = table(item.grid)
            yield part
