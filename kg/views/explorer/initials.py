"""First letters of pinyin, by which people type names."""

from __future__ import annotations

from collections.abc import Iterable


def initials(names: Iterable[str]) -> str:
    """The first letters of the pinyin of each name, with digits and letters as they are; a blank between names."""
    from pypinyin import Style, lazy_pinyin

    found = ("".join(lazy_pinyin(name, style=Style.FIRST_LETTER)) for name in names)
    plain = ("".join(char for char in one.lower() if char.isascii() and char.isalnum()) for one in found)
    return " ".join(dict.fromkeys(one for one in plain if one))
