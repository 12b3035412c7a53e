"""What a line is, and what the lines of a text show together.

Every function is pure and works on lines without white space at their ends.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ..rule import Rule, text_of
from .words import (
    BEGINS,
    CARRIED_END,
    CARRIER,
    FRESH_LINE,
    NUMBERED_LINE,
    PERSON_ALONE,
    RESPONSIBILITY,
    TITLE_END,
    UNIT_AT_END,
    WHOLE_LINE,
)

_STOP = re.compile(r"[。！？；]")
_COMMA = re.compile(r"[，、,]")
_MARK_IN_TITLE = re.compile(r"[，。；：,;:《]|印发|转发")
_PAIRS = {
    "）": "（",
    ")": "(",
    "》": "《",
    "〉": "〈",
    "”": "“",
    "’": "‘",
    "〕": "〔",
    "」": "「",
    "』": "『",
    "】": "【",
}
_WIDE = re.compile("[\u1100-\u115f\u2010-\u27bf\u2e80-\uff60\uffe0-\uffe6\U0001f000-\U0003ffff]")
_BRACKETS = re.compile(r"[（）()《》〈〉“”‘’〔〕「」『』【】\"]")
_ENDS = frozenset({*_PAIRS, '"'})

_SLACK = 7
"""Columns that a wrapped line may fall short: an indent, and a mark that may not begin a line."""
_SHORTEST_HEADING = 4
_DEEPEST = 20
"""Brackets within brackets below this depth do not count."""
_FEWEST = 5
"""So many different lines of one width are no chance."""
_NARROW = 24
"""No text is wrapped at fewer columns than these."""
_TAIL = 300
"""So much of a line's end is looked at for its last bracket."""

FINAL = Rule(
    name="mark-with-which-a-paragraph-ends",
    pattern=r"[。！？；：…;:!?][”’\"'）)〕\]】》」』]*$",
    build=text_of,
    examples={"完成道路改造。": ("。",), "（实现“应保尽保”。）": ("。）",), "各街道办事处：": ("：",)},
    counters=("完成道路改造，", "完成道路改造（一期）", "重点任务"),
)
CLOSED = Rule(
    name="bracket-at-the-end-of-a-line",
    pattern=r"[（(〔\[【]((?:[^（(〔\[【）)〕\]】]|[（(〔\[【][^（(〔\[【）)〕\]】]*[）)〕\]】])*)[）)〕\]】]$",
    build=lambda match: str(match[1]),
    examples={
        "完成道路改造（责任单位：区住建局）": ("责任单位：区住建局",),
        "修桥（区市场监管局（知识产权局））": ("区市场监管局（知识产权局）",),
    },
    counters=("完成道路改造（一期）工程", "完成道路改造）"),
)
BRACKETED_LINE = replace(
    CLOSED,
    name="line-that-is-one-bracket",
    how="fullmatch",
    examples={"（此件公开发布）": ("此件公开发布",), "【责任单位：区住建局】": ("责任单位：区住建局",)},
    counters=("（一）加强领导", "完成改造（一期）"),
)
LONG_TITLE = Rule(
    name="long-title-that-a-text-names",
    pattern=r"《([^《》]{6,100})》",
    needs=("《",),
    build=lambda match: str(match[1]),
    examples={"现将《就业工作实施方案》印发给你们": ("就业工作实施方案",)},
    counters=("根据《就业促进法》", "就业工作实施方案"),
)


def columns(line: str) -> int:
    """The width of a line as printed: Chinese characters take two columns."""
    return len(line) if line.isascii() else len(line) + len(_WIDE.findall(line))


def is_final(line: str) -> bool:
    """Whether a paragraph may end here: final punctuation, or a bracket after it or on who is responsible."""
    if line[-12:] in FINAL:
        return True
    if line[-1:] not in "）)〕]】":
        return False
    bracket = CLOSED.find(line[-_TAIL:])
    if not bracket:
        return False
    before = line[-_TAIL:][: bracket.start()].rstrip()
    return not before or before[-12:] in FINAL or bracket.group(1) in RESPONSIBILITY


def starts_anew(line: str) -> bool:
    """Whether a line begins something of its own: a number, a label, a bullet, a date, a bracketed remark."""
    if line in FRESH_LINE or line in WHOLE_LINE:
        return True
    return line[:1] in "（(〔【" and len(line) <= _TAIL and line in BRACKETED_LINE


def unclosed(text: str) -> str:
    """The brackets and quotes that a text opens and does not close; a straight quote counts by parity."""
    found = _BRACKETS.findall(text)
    if _ENDS.isdisjoint(found):
        return "".join(found[:_DEEPEST])
    stack: list[str] = []
    for char in found:
        opener = char if char == '"' and char in stack else _PAIRS.get(char)
        if opener is None:
            if len(stack) < _DEEPEST:
                stack.append(char)
        elif opener in stack:
            while stack.pop() != opener:
                pass
    return "".join(stack)


def glue(before: str, after: str) -> str:
    """What to put between two joined lines: a space between two Latin words, else nothing."""
    left, right = before[-1:], after[:1]
    if left.isascii() and right.isascii() and (left.isalpha() or left in ",;") and right.isalnum():
        return " "
    return ""


def stand_apart(before: str, after: str) -> bool:
    """Whether two lines of a table's cell are two things: items of a list, units, persons."""
    if starts_anew(after):
        return True
    if before in PERSON_ALONE and after in PERSON_ALONE:
        return True
    return before in UNIT_AT_END and after in UNIT_AT_END and after[0] not in BEGINS


def wrap_width(widths: Sequence[int], lines: Sequence[str]) -> int | None:
    """The width at which a text is wrapped, or None where every line is a paragraph.

    A wrapped text has many lines that are about equally wide, hardly any that are wider, and the wide ones
    hold commas and stops but seldom end with one.
    """
    counts = Counter(widths)
    total, above = len(widths), 0
    for width in sorted(counts, reverse=True):
        if width < _NARROW or above > 0.1 * total:
            return None
        band = sum(counts[w] for w in range(width - _SLACK + 1, width + 1))
        if band >= max(_FEWEST, 0.25 * total) and _runs_on(lines, widths, width):
            return width
        above += counts[width]
    return None


def _runs_on(lines: Sequence[str], widths: Sequence[int], width: int) -> bool:
    full = [line for line, w in zip(lines, widths, strict=True) if width - _SLACK < w <= width]
    ended = sum(is_final(line) for line in full)
    prose = sum(bool(_STOP.search(line) or _COMMA.search(line)) for line in full)
    return len(set(full)) >= _FEWEST and ended <= 0.5 * len(full) and prose >= 0.5 * len(full)


def style(line: str) -> str | None:
    """How a line is numbered: its number with every numeral replaced by one sign, or None."""
    found = NUMBERED_LINE.find(line)
    if not found:
        return None
    return re.sub(r"[一二三四五六七八九十百零]+", "一", re.sub(r"[\d]+", "1", found.group().replace(" ", "")))


def heading_styles(lines: Sequence[str], full: Sequence[bool]) -> frozenset[str]:
    """The styles of numbering whose lines are mostly headings: no full stop in them, none at their end."""
    votes: Counter[str] = Counter()
    for line, is_full in zip(lines, full, strict=True):
        kind = style(line)
        if kind and _STOP.search(line):
            votes[kind] -= 1
        elif kind and not is_full and not is_final(line):
            votes[kind] += 1
    return frozenset(kind for kind, sum_ in votes.items() if sum_ > 0)


def is_title(text: str) -> bool:
    """Whether a text is a document's title from its beginning to its end."""
    if len(text) < 6 or text not in TITLE_END:
        return False
    if text[:-2] in CARRIER and text.find("《") < 0:
        return text in CARRIED_END
    return "关于" not in text or "的" in text[text.index("关于") :] or not _MARK_IN_TITLE.search(text)


def run_in_headings(lines: Sequence[str], headings: frozenset[str]) -> dict[int, int]:
    """Of the lines in which text runs on after a heading and a space, by number where that text begins.

    Only where the other lines numbered alike are headings, or all of them run on alike.
    """
    found = {number: at for number, line in enumerate(lines) if (at := _run_in_place(line)) is not None}
    plain = {
        style(line)
        for n, line in enumerate(lines)
        if _STOP.search(line) and not _runs_on_once(n, line, found)
    }
    return {n: at for n, at in found.items() if (kind := style(lines[n])) in headings or kind not in plain}


def _runs_on_once(number: int, line: str, found: dict[int, int]) -> bool:
    return number in found and " " not in line[found[number] + 1 :]


def _run_in_place(line: str) -> int | None:
    number = NUMBERED_LINE.find(line) if " " in line else None
    stop = _STOP.search(line)
    if not number or not stop:
        return None
    for space in re.finditer(" ", line[:60]):
        at = space.start()
        long = at - number.end() >= _SHORTEST_HEADING and len(line) - at > _SHORTEST_HEADING
        if long and at < stop.start() and not is_final(line[:at]) and not _binds(line, at):
            return at
    return None


def _binds(line: str, at: int) -> bool:
    left, right = line[at - 1], line[at + 1]
    return not _is_cjk(right) or not (_is_cjk(left) or left in '”"）)') or bool(unclosed(line[:at]))


def _is_cjk(char: str) -> bool:
    return "㐀" <= char <= "鿿"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the lines of a text show together."""

    width: int | None
    headings: frozenset[str]
    indented: bool
    """Whether indents tell the first lines of paragraphs from the rest."""
    titles: frozenset[str]
    """What stands in 《》, squeezed: a title broken over lines is mostly named there in one piece."""

    def is_full(self, width: int) -> bool:
        """Whether a line is as wide as the wrapped ones."""
        return self.width is not None and width > self.width - _SLACK

    def is_brimful(self, width: int) -> bool:
        """Whether not one more character would have gone into a line."""
        return self.width is not None and width > self.width - 2


def squeeze(text: str) -> str:
    """A text without spaces, brackets and commas of one width."""
    return unicodedata.normalize("NFKC", text).replace(" ", "")


def gather(lines: Sequence[str], indents: Sequence[int]) -> Evidence:
    """The evidence of a text's lines; `indents` are the columns of white space that stood before each."""
    widths = [columns(line) + indent for line, indent in zip(lines, indents, strict=True)]
    width = wrap_width(widths, lines)
    full = [width is not None and w > width - _SLACK for w in widths]
    marked = sum(indent >= 2 for indent in indents)
    titles = frozenset(squeeze(name) for line in lines for name in LONG_TITLE.read(line))
    indented = width is not None and 0.05 * len(lines) <= marked <= 0.7 * len(lines)
    return Evidence(width, heading_styles(lines, full), indented, titles)
