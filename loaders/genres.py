"""What documents call themselves: 工作方案, 规划, 实施意见."""

from __future__ import annotations

from .rule import Rule, text_of
from .vocabulary import either, words

_WORDS = words("genres", "genre", "words")
GENRE = Rule(
    name="genre-at-the-end-of-a-title",
    pattern=rf"{either(_WORDS)}(?=[ ]*(?:[（(][^（）()]{{1,30}}[）)][ ]*)*$)",
    build=text_of,
    examples={
        "鼓楼区稳就业工作方案（试行）": ("工作方案",),
        "雨花区“十四五”教育发展规划": ("规划",),
        "关于支持专精特新企业的若干措施": ("若干措施",),
    },
    counters=("方案制定的背景", "区教育局", "规划范围"),
)


def genre_in(title: str) -> tuple[int, int] | None:
    """Where a title says what the document is: the compound at its end, brackets such as （试行） left out."""
    match = GENRE.find(title)
    return match.span() if match else None
