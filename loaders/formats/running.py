"""Running heads: the line that a printed document repeats on each page, beside the page's number or in a sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from ..rule import Rule
from .lines import is_final, is_title, starts_anew
from .page import is_floating
from .words import LIST_LABEL, NUMBERED_LINE, UNIT_AT_END

_LONGEST = 40
_FEWEST_PAGES = 3
"""A line that stands on fewer pages may be no head."""
_SHORTEST_RUNNING = 10
_COMMA = re.compile(r"[，、,。；]")
_NUMBER = re.compile(r"\d{1,4}")

HEAD_WITH_NUMBER = Rule(
    name="running-head-with-its-pages-number",
    pattern=r"(?:[-—–]?[ ]?\d{1,4}[ ]?[-—–]?[ ]+)?(?P<head>[^\s].*?)(?:[ ]+[-—–]?[ ]?\d{1,4}[ ]?[-—–]?)?",
    how="fullmatch",
    build=lambda match: match["head"],
    examples={
        "鼓楼区人民政府公报 12": ("鼓楼区人民政府公报",),
        "— 3 — 稳就业工作方案": ("稳就业工作方案",),
        "稳就业工作方案": ("稳就业工作方案",),
    },
    counters=("",),
)
"""It builds the head without the number."""


def running_heads(lines: Sequence[str]) -> set[int]:
    """The numbers of the lines that are running heads, and of bare page numbers beside them."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for number, line in enumerate(lines):
        head = HEAD_WITH_NUMBER.find(line) if 4 <= len(line) <= _LONGEST else None
        if head and _may_be_head(head["head"]):
            places[head["head"].replace(" ", "")].append(number)
    found: set[int] = set()
    for text, numbers in places.items():
        if len(numbers) >= _FEWEST_PAGES:
            found |= _on_pages(lines, text, numbers)
    return found


def _may_be_head(text: str) -> bool:
    if any(mark in text for mark in "：:。；，,、|") or text in NUMBERED_LINE or text in LIST_LABEL:
        return False
    return len(text) >= 4 and text not in UNIT_AT_END and not text.isdecimal()


def _on_pages(lines: Sequence[str], text: str, numbers: list[int]) -> set[int]:
    """Those of a line's places that stand at the edge of a page; the title itself is left."""
    heads = [n for n in numbers if _beside_page_number(lines, n) or _breaks_a_sentence(lines, n)]
    if len(heads) < _FEWEST_PAGES - 1:
        return set()
    if len(heads) == len(numbers) and is_title(text):
        title = next((n for n in heads if not _breaks_a_sentence(lines, n)), heads[0])
        heads.remove(title)
    bare = {m for n in heads for m in (n - 1, n + 1) if 0 <= m < len(lines) and _NUMBER.fullmatch(lines[m])}
    return {*heads, *bare}


def _beside_page_number(lines: Sequence[str], number: int) -> bool:
    return any(is_floating(line) for line in lines[max(0, number - 1) : number + 2])


def _breaks_a_sentence(lines: Sequence[str], number: int) -> bool:
    """Whether running text without an end stands above a line, and what may be its rest below."""
    above = next((line for line in reversed(lines[max(0, number - 2) : number]) if not _is_number(line)), "")
    below = next((line for line in lines[number + 1 : number + 3] if not _is_number(line)), "")
    if len(above) < _SHORTEST_RUNNING or not _COMMA.search(above) or is_final(above):
        return False
    return bool(below) and not starts_anew(below)


def _is_number(line: str) -> bool:
    return is_floating(line) or _NUMBER.fullmatch(line) is not None
