"""Opening files: limits, choice of format, errors that name the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from kg.loaders.formats.html import HtmlFormat
from kg.loaders.formats.text import TextFormat
from kg.loaders.opening import open_source

from kg.errors import InputError
from kg.plugins import Format

FORMATS: list[Format] = [HtmlFormat(), TextFormat()]
PLAIN = "某市工作方案\n一、总体要求\n坚持创新。\n"
PAGE = "<html><body><p>某市工作方案</p><p>坚持创新。</p></body></html>"


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("plan.txt", PLAIN, "text"),
        ("plan.md", "# 某市方案\n", "text"),
        ("plan.html", PAGE, "html"),
        ("plan.txt", PAGE, "html"),  # the content says so
        ("plan.html", PLAIN, "text"),  # here too
        ("plan", PLAIN, "text"),  # no suffix
        ("plan.dat", "<p>甲</p><p>乙</p>", "html"),  # a fragment
        ("plan.html", "甲<br>乙", "html"),  # one tag proves nothing: the suffix decides
        ("plan.txt", "甲<br>乙", "text"),
    ],
)
def test_the_format_is_told_by_content_then_suffix(tmp_path: Path, name: str, text: str, form: str) -> None:
    assert open_source(write(tmp_path / name, text), FORMATS).file.format == form


def test_the_registry_is_the_default(tmp_path: Path) -> None:
    source = open_source(write(tmp_path / "plan.txt", PLAIN))
    assert (source.text + "\n", source.file.name, source.file.size) == (
        PLAIN,
        "plan.txt",
        len(PLAIN.encode()),
    )
    assert len(source.file.sha256) == 64


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b" \n\xef\xbb\xbf\t\n", "holds no text"),
        (b"<html><body><script>var a;</script></body></html>", "holds no text"),
        (b"%PDF-1.4 ...", "PDF document.*not read yet"),
        (b"PK\x03\x04....", "ZIP archive"),
        ("某市工作方案，坚持创新".encode() + b"\xff\xff", r"byte 33"),
    ],
)
def test_a_bad_file_is_an_input_error_that_names_it(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "plan.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=message) as caught:
        open_source(path, FORMATS)
    assert "plan.txt" in str(caught.value)


def test_missing_folder_and_too_large(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="does not exist"):
        open_source(tmp_path / "none.txt", FORMATS)
    with pytest.raises(InputError, match="is a folder"):
        open_source(tmp_path, FORMATS)
    with pytest.raises(InputError, match="50 bytes; the limit is 49"):
        open_source(write(tmp_path / "plan.txt", "a" * 50), FORMATS, limit=49)


def test_an_unknown_binary_format_is_named(tmp_path: Path) -> None:
    path = tmp_path / "plan.docx"
    path.write_bytes(b"PK\x03\x04....")
    with pytest.raises(InputError, match=r"docx.*formats: html, text"):
        open_source(path, FORMATS)


@given(st.binary(max_size=300))
def test_any_bytes_give_a_source_or_an_input_error(
    tmp_path_factory: pytest.TempPathFactory, data: bytes
) -> None:
    path = tmp_path_factory.mktemp("any") / "plan"
    path.write_bytes(data)
    try:
        assert open_source(path, FORMATS).text
    except InputError as error:
        assert str(path) in str(error)
