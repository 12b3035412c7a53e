"""What documents call themselves: 工作方案, 规划, 实施意见."""

from __future__ import annotations

import re
from functools import cache

from .vocabulary import either, words


@cache
def _genre() -> re.Pattern[str]:
    return re.compile(
        rf"{either(words('genres', 'genre', 'words'))}(?=[ ]*(?:[（(][^（）()]{{1,30}}[）)][ ]*)*$)"
    )


def genre_in(title: str) -> tuple[int, int] | None:
    """Where a title says what the document is: the compound at its end, brackets such as （试行） left out."""
    match = _genre().search(title)
    return match.span() if match else None
