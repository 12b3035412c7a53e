"""What workbooks and text documents share as packages of Office Open XML: ZIP files without the clock."""

from __future__ import annotations

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first time that a ZIP file can tell: an entry needs one, and the clock must not stand in the bytes."""
_STAMPS = re.compile(rb"<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\1>")


def without_clock(data: bytes) -> bytes:
    """A package without the times of its making, its parts in one order."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w") as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            content = source.read(name)
            target.writestr(entry, _STAMPS.sub(b"", content) if name == "docProps/core.xml" else content)
    return out.getvalue()
