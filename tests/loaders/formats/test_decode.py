"""Encodings, and files that are no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from kg.loaders.formats.decode import decode, looks_like

from kg.errors import InputError

TEXT = "某市知识产权工作方案\n一、总体要求\n坚持创新驱动，到2025年建成示范区。\n"
PATH = Path("plan.txt")


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + TEXT.encode("utf-8"), "utf-8"),
        (TEXT.encode("gb18030"), "gb18030"),
        (TEXT.encode("gbk"), "gb18030"),  # a subset, and GB 2312 too
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), "utf-16-le"),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), "utf-16-be"),
        (TEXT.encode("utf-16-le"), "utf-16-le"),  # the NULs of line ends and digits show it
        (TEXT.encode("utf-16-be"), "utf-16-be"),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), "utf-32-le"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    assert decode(data, PATH) == (TEXT, encoding)


@pytest.mark.parametrize(
    ("data", "place"),
    [
        (
            TEXT.encode() + b"\xff" + TEXT.encode(),
            f"byte {len(TEXT.encode())}",
        ),  # damaged UTF-8, not GB 18030
        (TEXT.encode()[:-5], f"byte {len(TEXT.encode()[:-7])}"),  # cut off within a character
        (b"abc\xff\xfe\xfd", "byte 3"),  # no encoding known
        (codecs.BOM_UTF16_LE + b"\x00\xd8a\x00", "byte 2"),  # half a surrogate pair
    ],
)
def test_an_undecodable_file_is_refused_with_the_byte(data: bytes, place: str) -> None:
    with pytest.raises(InputError, match=place):
        decode(data, PATH)


def test_a_page_may_end_within_a_character() -> None:
    assert decode(TEXT.encode().rstrip(b"\n")[:-1], PATH, markup=True)[0].startswith("某市知识产权工作方案")


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("gb2312", "gb18030"),  # what pages call it
        ("GBK", "gb18030"),
        ("iso-8859-1", "gb18030"),  # a template's label without meaning
        ("big5", "big5hkscs"),
        ("no-such-thing", "gb18030"),
    ],
)
def test_a_pages_own_label_counts_after_utf_8(label: str, codec: str) -> None:
    page = f'<meta charset="{label}"><p>中文</p>'
    assert decode(page.encode(codec), PATH, markup=True) == (page, codec)


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"PK\x03\x04\x14\x00", "ZIP"),
        (bytes.fromhex("d0cf11e0a1b11ae1"), "OLE"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"\x00\x01\x02\x03\x00\x00\x04\x05" * 20, "binary"),
    ],
)
def test_a_binary_file_is_named(head: bytes, name: str) -> None:
    assert name in (looks_like(head) or "")
    with pytest.raises(InputError, match=f"{name}.*not read yet"):
        decode(head, PATH)
