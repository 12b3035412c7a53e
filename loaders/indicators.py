"""What a figure is said of: the shortest noun phrase before it, or behind it."""

from __future__ import annotations

from kg.names.bodies import looks_like_body

from .clauses import clause_end, clause_start
from .figures import Figure
from .indicator_rules import (
    LEAD,
    MADE,
    MODIFIED,
    NEXT,
    OBJECT_VERB,
    OBJECT_VERB_AT_END,
    PARTICLES,
    PREPOSITION,
    TAIL,
    TAKEN_UP,
    VERB_OF_THE_CLAUSE_BEFORE,
    VERB_ONLY,
)

Span = tuple[int, int]


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
    if words_ in VERB_ONLY or len(words_) < 2:
        return behind or _earlier(text, begin, said)
    counted = OBJECT_VERB_AT_END.find(words_) or (figure.unit and text.startswith("的", figure.after))
    if behind and counted and said == figure.before:
        return behind
    return _earlier(text, begin, said) or _trimmed(text, begin, said)


def _behind(text: str, figure: Figure, end: int) -> Span | None:
    """The words behind a figure up to the end of their clause."""
    stop = clause_end(text, figure.after, end)
    modified = MODIFIED.find(text, figure.after, stop)
    if modified and figure.unit != "%":
        return modified.end(), stop
    mark = NEXT.find(text, figure.after, stop)
    stop = mark.start() if mark and mark.start() > figure.after else stop
    particles = PARTICLES.find(text, figure.after, stop)
    start = particles.end() if particles else figure.after
    return (start, stop) if stop - start > 1 else None


def _earlier(text: str, begin: int, said: int) -> Span | None:
    """The noun phrase of the clause before, where the figure's own clause only takes it up: 培训，培训为期3年."""
    taken_up = TAKEN_UP.find(text, begin, said)
    own = text[begin : taken_up.start() if taken_up else said].strip()
    if len(own) > 4 or begin < 3 or text[begin - 1] not in "，、,":
        return None
    clause = clause_start(text, begin - 1, max(0, begin - 120))
    before = text[clause : begin - 1]
    if own and not before.endswith(own):
        return None
    verbs = list(VERB_OF_THE_CLAUSE_BEFORE.matches(before))
    least = 0 if own else 1
    return (clause + verbs[-1].end(), begin - 1) if verbs and verbs[-1].end() < len(before) - least else None


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without list marks, dates, 分别 and 每年 at either end, and without what stands before a verb."""
    lead = LEAD.find(text, start, end)
    if lead and lead.end() < end - 1:
        start = lead.end()
    tail = TAIL.find(text[start:end])
    if tail and tail.start() > 1:
        end = start + tail.start()
    made = MADE.find(text, start, end)
    if made and end - made.end() >= 3:
        start = made.end()
    for verb in reversed(list(OBJECT_VERB.matches(text, start + 1, end - 1))):
        before = text[start : verb.start()]
        if end - verb.end() >= 3 and (before in PREPOSITION or looks_like_body(before)):
            return verb.end(), end
    return start, end
