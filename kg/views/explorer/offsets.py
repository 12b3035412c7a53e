"""Offsets in UTF-16 units, in which JavaScript counts."""

from __future__ import annotations

import re
from bisect import bisect_left

_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


class Offsets:
    """From characters of a text to UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._astral = [match.start() for match in _ASTRAL.finditer(text)]

    def of(self, offset: int) -> int:
        """The place of a character: one more for each character before it that takes two units."""
        return offset + bisect_left(self._astral, offset)
