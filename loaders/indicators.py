"""What a figure is said of: the shortest noun phrase before it, or behind it."""

from __future__ import annotations

import re
from functools import cache

from kg.names.bodies import looks_like_body

from .clauses import clause_end, clause_start
from .figures import Figure
from .vocabulary import either, words

Span = tuple[int, int]

_PREPOSITION = re.compile(r"由|针对|围绕|依托|借助|通过|结合|利用|面向|聚焦|以|在|对|按|就")
_PARTICLES = re.compile(r"(?:的|左右|上下|以上|以下|以内|规模的?|内)*")
_LEAD = re.compile(
    r"(?:[、和及与并 ]|到[^，、]{0,6}年(?:底)?|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|底|末|份)?(?:之?前|底前)|20\d\d年(?:底|末)?(?:之?前|底前)|落实|（\d）|每年(?:度)?|年均|年平均|力争|确保|实现|使|全区|组织|累计|达到|示范期间|规划期内"
    r"|(?:新建|改建|扩建|改扩建|改造|续建|提升|完成)[、和及或])*(?:改扩建|新建、|改建|扩建)?"
)
_MADE = re.compile(
    r"(?:建成|建设|打造|培育|布设|营造|创建|组建|引进|举办|开展|召开|形成|实现|发展|推出|选树)"
)
_TAIL = re.compile(r"(?:分别|累计|年均|均|总数|合计|[ ]|控制在|保持在|不|要|应|须|需|每年|力争|确保|[：:])+$")
_TAKEN_UP = re.compile(r"(?:为期|每年|每季度|每月|每期|期限|时间|约|各|共)+$")
_MODIFIED = re.compile(r"[^，。；：]*的(?=[^，。；：、的（(]{2,}$)")
_NEXT = re.compile(r"[、（(]|(?<=.)(?:和|以及)(?=[^，。]{0,12}\d)")


@cache
def _verb_only() -> re.Pattern[str]:
    return re.compile(rf"^(?:{either(words('targets', 'context', 'verbs'))}|[并且和及与以了，、 ])*$")


@cache
def _object_verb() -> re.Pattern[str]:
    """A verb whose object is counted: 配备3名…人员."""
    return re.compile(either(words("targets", "context", "object_verbs")))


@cache
def _object_verb_at_end() -> re.Pattern[str]:
    return re.compile(rf"{_object_verb().pattern}(?:不少于|不低于|至少|约|各|共|了|一批)*$")


def indicator_of(
    text: str, figure: Figure, said: int, begin: int, end: int, last: Span | None
) -> Span | None:
    """The span of what a figure is said of, or None where nothing is.

    The figure's clause begins at `begin` (or behind the figure before it), its comparator's words at `said`;
    `last` is the indicator of the figure before it, which a list behind 分别 shares.
    """
    words_ = text[begin:said].strip(" 、和及与")
    if not words_ and last is not None and "分别" in text[max(0, begin - 80) : begin]:
        return last
    behind = _behind(text, figure, end)
    if _verb_only().match(words_) or len(words_) < 2:
        return behind or _earlier(text, begin, said)
    counted = _object_verb_at_end().search(words_) or (figure.unit and text.startswith("的", figure.after))
    if behind and counted and said == figure.before:
        return behind
    return _earlier(text, begin, said) or _trimmed(text, begin, said)


def _behind(text: str, figure: Figure, end: int) -> Span | None:
    """The words behind a figure up to the end of their clause."""
    stop = clause_end(text, figure.after, end)
    modified = _MODIFIED.match(text, figure.after, stop)
    if modified and figure.unit != "%":
        return modified.end(), stop
    mark = _NEXT.search(text, figure.after, stop)
    stop = mark.start() if mark and mark.start() > figure.after else stop
    particles = _PARTICLES.match(text, figure.after, stop)
    start = particles.end() if particles else figure.after
    return (start, stop) if stop - start > 1 else None


def _earlier(text: str, begin: int, said: int) -> Span | None:
    """The noun phrase of the clause before, where the figure's own clause only takes it up: 培训，培训为期3年."""
    own = _TAKEN_UP.sub("", text[begin:said]).strip()
    if len(own) > 4 or begin < 3 or text[begin - 1] not in "，、,":
        return None
    clause = clause_start(text, begin - 1, max(0, begin - 120))
    before = text[clause : begin - 1]
    if own and not before.endswith(own):
        return None
    verbs = list(re.finditer(_object_verb().pattern + "|进行", before))
    least = 0 if own else 1
    return (clause + verbs[-1].end(), begin - 1) if verbs and verbs[-1].end() < len(before) - least else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without list marks, dates, 分别 and 每年 at either end, and without what stands before a verb."""
    lead = _LEAD.match(text, start, end)
    if lead and lead.end() < end - 1:
        start = lead.end()
    tail = _TAIL.search(text[start:end])
    if tail and tail.start() > 1:
        end = start + tail.start()
    made = _MADE.match(text, start, end)
    if made and end - made.end() >= 3:
        start = made.end()
    for verb in reversed(list(_object_verb().finditer(text, start + 1, end - 1))):
        before = text[start : verb.start()]
        if end - verb.end() >= 3 and (_PREPOSITION.match(before) or looks_like_body(before)):
            return verb.end(), end
    return start, end
