"""From bytes to characters: encodings, and files that are no text at all."""

from __future__ import annotations

import codecs
import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

from kg.errors import InputError

from .stops import with_chinese_stops
from .traditional import simplified

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LABEL = re.compile(rb"""charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_COMMON = re.compile("[\\s\x20-\x7e\u2010-\u203b\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")
_COMMON_SHARE = 0.95
_LABEL_WITHIN = 4096
_SURE = 8
"""So many characters beyond ASCII before a fault show UTF-8: text in GB 18030 gives one or two by chance."""


@cache
def _vocabulary() -> tuple[list[tuple[bytes, str]], dict[str, str]]:
    data = tomllib.loads(files(__package__).joinpath("encodings.toml").read_text("utf-8"))
    magic = [(bytes.fromhex(entry["hex"]), entry["name"]) for entry in data["magic"]]
    return magic, data["labels"]


def looks_like(head: bytes) -> str | None:
    """What kind of binary file the first bytes show, or None where they may be text."""
    for magic, name in _vocabulary()[0]:
        if head.startswith(magic):
            return name
    if any(head.startswith(mark) for mark, _ in _BOMS):
        return None
    if b"\0" in head and not _wide(head):
        return "a binary file"
    return None


def _wide(head: bytes) -> str | None:
    """UTF-16 without a mark: read the right way round, nearly all of it is Chinese or ASCII."""
    head = head[: len(head) // 2 * 2]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = head.decode(encoding, "replace")
        if len(text) > 1 and len(_COMMON.findall(text)) >= _COMMON_SHARE * len(text):
            return encoding
    return None


def decode(data: bytes, path: Path, *, markup: bool = False) -> tuple[str, str]:
    """The characters of a file without its byte order mark, and the encoding's name.

    `markup` says that the file is HTML: its own label counts, and a last character cut off is dropped.
    Where the file is mostly in traditional characters, each has become its simplified form, and where it ends its
    sentences with a Latin dot, each has become a Chinese full stop, at the same place.
    """
    text, encoding = _decoded(data, path, markup)
    return with_chinese_stops(simplified(text)), encoding


def _decoded(data: bytes, path: Path, markup: bool) -> tuple[str, str]:
    kind = looks_like(data[:65536])
    if kind:
        raise InputError(path, f"looks like {kind}; this format is not read yet")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path, len(mark)), encoding
    wide = _wide(data[:65536]) if b"\0" in data[:65536] else None
    if wide:
        return _strict(data, wide, path, 0), wide
    if b"\0" in data:
        raise InputError(path, "looks like a binary file (NUL)", place=f"byte {data.index(0)}")
    return _unmarked(data, path, markup)


def _strict(data: bytes, encoding: str, path: Path, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(path, f"not valid {encoding}", place=f"byte {skipped + error.start}") from error


def _unmarked(data: bytes, path: Path, markup: bool) -> tuple[str, str]:
    """UTF-8 if it is, else the file's own label, else GB 18030."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        fault = error
    before = data[: fault.start].decode("utf-8")
    if sum(map(len, re.findall(r"[^\x00-\x7f]+", before))) >= _SURE:
        if markup and fault.reason == "unexpected end of data":
            return before, "utf-8"
        raise InputError(path, "not valid UTF-8", place=f"byte {fault.start}") from fault
    label = _own_label(data) if markup else None
    for encoding in dict.fromkeys((label or "gb18030", "gb18030")):
        text = _lenient_end(data, encoding, markup)
        if text is not None:
            return text, encoding
    place = f"byte {fault.start}"
    raise InputError(path, "of unknown encoding: neither UTF-8 nor GB 18030", place=place) from fault


def _lenient_end(data: bytes, encoding: str, markup: bool) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        if markup and error.start > 0 and error.start >= len(data) - 3:
            return data[: error.start].decode(encoding)
        return None


def _own_label(data: bytes) -> str | None:
    found = _LABEL.search(data[:_LABEL_WITHIN])
    return _vocabulary()[1].get(found.group(1).decode("ascii", "replace").lower()) if found else None
