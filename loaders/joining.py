"""Which lines of a text are parts of one, broken by a page, a column's width or a converter.

Every step is pure: it looks at the text joined so far and at the lines that follow, and says how many of them
go on with it. What the lines of a text show together counts more than single words: how wide the wrapped ones
are, how the numbered ones behave, and whether a title stands elsewhere in one piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.names.bodies import looks_like_body
from kg.names.divisions import divisions
from kg.names.text import normalise

from .formats.lines import (
    Evidence,
    columns,
    gather,
    glue,
    is_final,
    is_title,
    squeeze,
    starts_anew,
    style,
    unclosed,
)
from .formats.spacing import is_roster
from .formats.words import (
    ABOUT,
    ATTACHED_LINE,
    BEGINS,
    DATE_AT_END,
    LIST_LABEL,
    NUMBERED_LINE,
    ONLY_POST,
    TITLE_SUFFIX,
    TITLE_TAIL,
    UNFINISHED,
    UNIT_AT_END,
    WHOLE_LINE,
)
from .head_rules import SEAL_NOTE
from .rule import Rule, text_of

__all__ = ["Line", "groups", "is_final", "is_title", "starts_anew"]

DATED_SENTENCE = Rule(
    name="sentence-that-begins-with-a-date",
    pattern=r"(?:到|至|截至|力争)?20\d\d[ ]?年(?:\d{1,2}月)?(?:底|末)?(?:之?前)?[，,]",
    how="match",
    build=text_of,
    examples={"2022年底前，消除易涝积水点": ("2022年底前，",), "到2025年，建成绿道": ("到2025年，",)},
    counters=("2022年重点任务", "一、2022年底前，消除"),
)
"""No heading begins so."""
_STOP = re.compile(r"[。！？；]")
_COMMA = re.compile(r"[，、,]")
_TITLE_WITHIN = 60
"""A line of a title is no longer than this."""
_NEARLY = 0.8
"""Of the width at which most lines break; a scan's lines differ as its figures and marks are narrow or wide."""
_SIGNATURE_WITHIN = 24
"""A part of a body's name that is broken over two lines is no longer than this."""
_LOOK_AHEAD = 3
_PAGE_BREAK = 60
"""A line of so many characters with a comma is running text even where it holds no full stop."""
_NESTED = 6
"""Brackets that are open one in the other; more are no language."""
_TAIL = 300
"""So much of what was joined so far is looked at."""
_BINDING = 20
"""A word that must go on, and the characters that a line has before it, are no longer than this."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the body, and the columns of white space before it."""

    text: str
    indent: int = 0
    new_page: bool = False
    """Whether a page's number or running head stands before it."""


@dataclass(slots=True)
class _Joined:
    """What was joined so far: its beginning and end, and what its middle held."""

    head: str
    tail: str
    last: Line
    length: int
    has_stop: bool
    has_comma: bool
    in_title_place: bool

    def add(self, line: Line) -> None:
        self.tail = (self.tail + glue(self.tail, line.text) + line.text)[-_TAIL:]
        if self.length < _TITLE_WITHIN:
            self.head += line.text
        self.length += len(line.text)
        self.last = line
        self.has_stop |= bool(_STOP.search(line.text))
        self.has_comma |= bool(_COMMA.search(line.text))


_Step = Callable[[_Joined, Sequence[Line], Evidence], int]


def groups(lines: Sequence[Line | None]) -> list[list[int]]:
    """The numbers of the lines that are one, in order; nothing joins across a None among the lines."""
    texts = [line for line in lines if line]
    evidence = gather([line.text for line in texts], [line.indent for line in texts])
    found: list[list[int]] = []
    at, title_place = 0, True
    while at < len(lines):
        line = lines[at]
        if line is None:
            at, title_place = at + 1, True
            continue
        group = [at]
        joined = _begin(line, title_place)
        while count := _following(joined, _ahead(lines, group[-1] + 1), evidence):
            for number in range(group[-1] + 1, group[-1] + 1 + count):
                joined.add(lines[number] or line)
                group.append(number)
        found.append(group)
        title_place = _opens_title(joined, title_place)
        at = group[-1] + 1
    return found


def _begin(line: Line, title_place: bool) -> _Joined:
    text = line.text
    stop, comma = bool(_STOP.search(text)), bool(_COMMA.search(text))
    return _Joined(text, text[-_TAIL:], line, len(text), stop, comma, title_place)


def _ahead(lines: Sequence[Line | None], start: int) -> list[Line]:
    ahead: list[Line] = []
    for line in lines[start : start + _LOOK_AHEAD]:
        if line is None:
            break
        ahead.append(line)
    return ahead


def _opens_title(joined: _Joined, before: bool) -> bool:
    """Whether a title may follow: at the beginning, and after what closes a letter (a date, a remark)."""
    if joined.length <= _TITLE_WITHIN and starts_anew(joined.head) and not NUMBERED_LINE.find(joined.head):
        return True
    if ATTACHED_LINE.find(joined.head):
        return True
    return before and not joined.has_stop and not is_final(joined.tail) and not style(joined.head)


def _following(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """How many of the lines ahead go on with what was joined so far."""
    if not ahead:
        return 0
    if ahead[0].text[0] in BEGINS or title_suffix(joined, ahead, evidence):
        return 1
    count = open_bracket(joined, ahead, evidence)
    if count:
        return count
    if is_final(joined.tail):
        return full_line_in_paragraph(joined, ahead, evidence)
    if starts_anew(ahead[0].text):
        return 0
    for step in STEPS:
        count = step(joined, ahead, evidence)
        if count:
            return count
    return 0


def title_suffix(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A bracket below a title that belongs to it: （2022-2025年）, （试行）."""
    fits = joined.length <= _TITLE_WITHIN and ahead[0].text in TITLE_SUFFIX and is_title(joined.head)
    return int(bool(fits) and not style(joined.head))


def full_line_in_paragraph(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A sentence that happens to end with the line; indents or the exact width show that more follows."""
    last, following = joined.last, ahead[0]
    if NUMBERED_LINE.find(following.text) or joined.tail[-1] in "：:）)〕" or not joined.has_stop:
        return 0
    width = columns(last.text) + last.indent
    runs = is_final(following.text) or evidence.is_full(columns(following.text))
    if evidence.indented:
        return int(runs and following.indent < 2 and evidence.is_full(width))
    return int(runs and evidence.is_brimful(width) and not starts_anew(following.text))


def binding_end(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A line that ends with a comma or a word that needs another goes on."""
    return int(joined.tail[-_BINDING:] in UNFINISHED)


def open_bracket(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A bracket or quote that is open is closed by one of the next lines.

    In a bracket a label may begin a line, or a colon end it (责任单位：), but nothing that is numbered.
    """
    text = joined.tail
    was_open = unclosed(text)
    if not was_open or len(was_open) > _NESTED or text[-1] in "。！？":
        return 0
    quoted = was_open[-1] not in "（(〔【"
    if quoted and is_final(text):
        return 0
    for count, line in enumerate(ahead, 1):
        if NUMBERED_LINE.find(line.text) or (quoted and starts_anew(line.text)):
            return 0
        text += line.text
        if not unclosed(text).startswith(was_open):
            return count
        if is_final(line.text):
            return 0
    return 0


def broken_recipients(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A list of recipients over several lines, the last of which ends with a colon."""
    if joined.has_stop or joined.length > _TAIL or style(joined.head):
        return 0
    whole = joined.tail
    for count, line in enumerate(ahead, 1):
        if _STOP.search(line.text) or "《" in line.text:
            return 0
        whole += line.text
        if line.text[-1] in "：:":
            return count if _names_recipients(whole[:-1]) else 0
    return 0


def _names_recipients(text: str) -> bool:
    """Whether a text is a list of bodies parted by commas, most of them such as letters go to."""
    names = [normalise(name) for name in _COMMA.split(text)]
    return len(names) > 1 and text[:1] in "各市县区省" and all(map(looks_like_body, names))


def broken_sentence(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """Running text that ends in no stop goes on with running text: a page ended here."""
    long = joined.length >= _PAGE_BREAK or ahead[0].new_page
    running = joined.has_stop or (joined.has_comma and (long or joined.head in DATED_SENTENCE))
    if not running and not (joined.head in LIST_LABEL and joined.has_comma):
        return 0
    after = ahead[0].text
    return int(bool(_STOP.search(after) or (_COMMA.search(after) and not style(after))))


def full_line(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """In a wrapped text, a line as wide as the others goes on; a heading only with what may be its rest."""
    last, following = joined.last, ahead[0]
    width = columns(last.text) + last.indent
    if not evidence.is_full(width) and not (joined.has_comma and _nearly_full(width, following, evidence)):
        return 0
    if evidence.indented and following.indent >= 2:
        return 0
    if joined.in_title_place and is_title(joined.head) and joined.head[-1] != "》":
        return 0
    if is_roster(last.text) and is_roster(following.text):
        return 0
    if not joined.has_stop and style(joined.head) in evidence.headings:
        wide = evidence.is_full(columns(following.text) + following.indent)
        return int(not wide and not _STOP.search(following.text) and not is_final(following.text))
    return 1


def _nearly_full(width: int, following: Line, evidence: Evidence) -> bool:
    """Whether a line is so wide that, where indents tell paragraphs, an unindented line goes on with it."""
    if not evidence.indented or evidence.width is None or following.indent >= 2:
        return False
    return width > _NEARLY * evidence.width


def broken_title(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A title over two to four lines: it ends as titles do only with the last of them."""
    text = joined.head
    if (
        joined.length > _TITLE_WITHIN
        or _STOP.search(text)
        or style(text)
        or starts_anew(text)
        or is_title(text)
    ):
        return 0
    for count, line in enumerate(ahead, 1):
        whole = text + line.text
        if len(line.text) > _TITLE_WITHIN or _STOP.search(line.text) or starts_anew(line.text):
            return 0
        if is_title(whole) and "《" not in unclosed(whole):
            return count if _one_title(joined, ahead[:count], whole, evidence) else 0
        text = whole
    return 0


def _one_title(joined: _Joined, rest: Sequence[Line], whole: str, evidence: Evidence) -> bool:
    if squeeze(whole) in evidence.titles:
        return True
    if not joined.in_title_place or joined.head[:2] == rest[0].text[:2]:
        return False
    if joined.head in ABOUT:
        return True
    about = ABOUT.find(rest[0].text)
    if about and not about.start():
        return joined.head in UNIT_AT_END
    return joined.length >= 8 and rest[-1].text in TITLE_TAIL


def roster_rest(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """A post alone on a line belongs to the person above."""
    return int(ahead[0].text in ONLY_POST and _names_unit(joined.tail))


def broken_signature(joined: _Joined, ahead: Sequence[Line], evidence: Evidence) -> int:
    """The name of a body over two lines above the date of a letter."""
    if len(ahead) < 2 or joined.length > _SIGNATURE_WITHIN or len(ahead[0].text) > _SIGNATURE_WITHIN:
        return 0
    sealed = SEAL_NOTE.find(ahead[0].text)
    lower = ahead[0].text[: sealed.start()] if sealed else ahead[0].text
    below = next((line.text for line in ahead[1:] if line.text not in SEAL_NOTE), "")
    dated = below in DATE_AT_END and below in WHOLE_LINE
    if not dated or joined.head in UNIT_AT_END or lower not in UNIT_AT_END:
        return 0
    if any(place.start == 0 for place in divisions().find(lower)):
        return 0  # a name of its own, and no rest of one
    return int(
        looks_like_body(normalise(joined.head + lower)) and not looks_like_body(normalise(joined.head))
    )


def _names_unit(text: str) -> bool:
    return text in UNIT_AT_END and (" " in text or _COMMA.search(text) is not None)


STEPS: tuple[_Step, ...] = (
    binding_end,
    broken_title,
    roster_rest,
    broken_signature,
    broken_recipients,
    broken_sentence,
    full_line,
)
"""In the order in which they are asked."""
