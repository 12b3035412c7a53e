"""Documents that came as one unbroken line: broken where a reader sees the next number of the outline."""

from __future__ import annotations

import itertools
import re

from kg.names.numerals import parse_numeral

_LONG = 300
"""A line shorter than this is left as it is: real paragraphs hold inline numbers too."""
_CN = "一二三四五六七八九十"
_MARK = re.compile(
    rf"(?P<chinese>(?<![第之{_CN}])[{_CN}]{{1,3}}、)"
    rf"|(?P<bracketed>[（(][{_CN}]{{1,3}}[）)])"
    r"|(?P<arabic>(?<![\d.．（(第年月])\d{1,2}[.．、](?![\d]))"
)
_LEVEL = {"chinese": 0, "bracketed": 1, "arabic": 2}
_ENDS = frozenset("。；！？：）)〕】] ”")


def break_long_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the lines that a reader sees in text[start:end]: one, unless it is long and holds an outline."""
    if end - start < _LONG:
        return [(start, end)]
    cuts = _cuts(text, start, end)
    edges = [start, *cuts, end]
    spans = [(a, b) for a, b in itertools.pairwise(edges)]
    return [(a, b) for a, b in (_strip(text, *span) for span in spans) if a < b]


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] == " ":
        start += 1
    while end > start and text[end - 1] == " ":
        end -= 1
    return start, end


def _cuts(text: str, start: int, end: int) -> list[int]:
    """Offsets of the numbers that count on: each the next of its level, or a first one below a higher level."""
    last = [0, 0, 0]
    cuts: list[int] = []
    for match in _MARK.finditer(text, start, end):
        kind = match.lastgroup or ""
        level = _LEVEL[kind]
        value = parse_numeral(match.group().strip("、（）().．")) or 0
        if value != last[level] + 1 and not (value == 1 and last[level] and level):
            continue
        before = text[match.start() - 1] if match.start() > start else "。"
        if before not in _ENDS and level == 2:
            continue
        if level == 0 and before not in _ENDS and not _a_heading_follows(text, match.end(), end):
            continue
        last[level] = value
        last[level + 1 :] = [0] * (2 - level)
        if match.start() > start:
            cuts.append(match.start())
    return cuts if len(cuts) > 1 else []


def _a_heading_follows(text: str, start: int, end: int) -> bool:
    words = text[start : min(start + 24, end)]
    return not words.startswith(("是", "要"))
