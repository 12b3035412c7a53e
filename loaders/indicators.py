"""What a figure is said of: the shortest noun phrase before it, or behind it."""

from __future__ import annotations

from kg.names.bodies import looks_like_body

from .clauses import SENTENCE_END, clause_end, clause_start
from .figures import Figure
from .indicator_rules import (
    ACTED,
    BENEFIT,
    BUILT_BEHIND,
    CAPPED,
    CHANGE_ONLY,
    CLOSED_LIST,
    COMPARED,
    COVERED,
    DATE_ONLY,
    DATED_VERB,
    DOING,
    DONE,
    DONE_AWAY,
    EACH_TIME,
    EACH_TIME_AT_END,
    GRANTED,
    IN_A_ROW,
    LEAD,
    MADE,
    MANNER,
    MODIFIED,
    NEXT,
    OBJECT_VERB,
    OBJECT_VERB_AT_END,
    OF_TURNOVER,
    PARTICLES,
    PREPOSITION,
    RANK_ONLY,
    TAIL,
    TAKEN_UP,
    VERB_AND_LIST,
    VERB_OF_THE_CLAUSE_BEFORE,
    VERB_ONLY,
    WITH_FIGURE,
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
    benefit = BENEFIT.find(text, figure.after, end) if figure.is_money else None
    if benefit and GRANTED.find(text, begin, said):
        return benefit.span("what")
    if not words_ and last is not None and benefit and text[last[0] : last[1]] == benefit["what"]:
        return last
    behind = _behind(text, figure, end)
    compared = COMPARED.find(text, begin, said)
    if compared and compared.start() - begin > 1:  # 能耗较2020年下降: what is compared stands before
        return _trimmed(text, begin, compared.start())
    if compared or words_ in CHANGE_ONLY:
        return _counted_behind(behind, figure) or _taken_over(text, begin, last)
    if words_ in VERB_ONLY or words_ in DATED_VERB or len(words_) < 2:
        return (
            behind
            or _done(text, begin, said)
            or _acted(text, said, figure)
            or _earlier(text, begin, said)
            or _capped(text, begin, words_)
            or _taken_over(text, begin, last)
        )
    acted = _acted(text, said, figure)
    if acted and EACH_TIME_AT_END.find(words_):
        return acted
    if figure.unit == "%" and COVERED.find(text, begin, said):
        return _trimmed(text, begin, said)
    if behind and _counts_behind(text, figure, begin, end, behind):
        return behind
    return _earlier(text, begin, said) or _trimmed(text, begin, said)


def _counts_behind(text: str, figure: Figure, begin: int, end: int, behind: Span) -> bool:
    """Whether the words behind a figure are what it counts, though words that are no verb stand before it."""
    # the words of 至少 may stand before the verb: 每个街道至少建成1个…
    if OBJECT_VERB_AT_END.find(text[begin : figure.start].strip(" 、和及")):
        return True
    if figure.unit and (text.startswith("的", figure.after) or VERB_AND_LIST.find(text, begin, figure.start)):
        return True
    doing = DOING.find(text, behind[1], end)
    return doing is not None and doing.start() == behind[1]


def _done(text: str, begin: int, said: int) -> Span | None:
    """A verb that is itself what is counted: 培训1500人次; none where the clause before says of what: 园艺培训，培训…"""
    own = DONE.find(text, begin, said)
    if own is None or text[:begin].rstrip("，、,").endswith(own["done"]):
        return None
    return own.span("done")


def _acted(text: str, said: int, figure: Figure) -> Span | None:
    """The verb between a comparator and its figure: 每季度至少研究1次."""
    acted = ACTED.find(text, said, figure.start)
    return acted.span("verb") if acted else None


def _capped(text: str, begin: int, words_: str) -> Span | None:
    """What the clause before limits, of which a date is taken out: 用水总量不超过下达指标，其中2025年不超过…"""
    if not words_.startswith("其中"):
        return None
    before = CAPPED.find(text, clause_start(text, begin - 1, max(0, begin - 120)), begin - 1)
    return _trimmed(text, *before.span("what")) if before else None


def _counted_behind(behind: Span | None, figure: Figure) -> Span | None:
    """The words behind a figure whose measure word counts things, not shares of something: 改造提升3个园区."""
    return behind if figure.unit not in ("%", "个百分点", "‰", "倍") else None


def _taken_over(text: str, begin: int, last: Span | None) -> Span | None:
    """What the figure before is said of, where it stands in the same sentence: …达到80亿元，年均增长15%."""
    stop = SENTENCE_END.find(text, last[1], begin) if last else None
    if last is None or (stop and text[stop.end() : begin] not in DATE_ONLY):
        return None
    return last


def _behind(text: str, figure: Figure, end: int) -> Span | None:
    """The words behind a figure up to the end of their clause."""
    stop = clause_end(text, figure.after, end)
    manner = MANNER.find(text, figure.after, stop)
    stop = manner.start() if manner else stop
    doing = DOING.find(text, figure.after, stop)
    stop = doing.start() if doing else stop
    closed = CLOSED_LIST.find(text, figure.after, stop)
    if closed:
        return closed.span("noun")
    owed = OF_TURNOVER.find(text, figure.after, end)
    if owed:
        return owed.span("noun")
    modified = MODIFIED.find(text, figure.after, stop)
    if modified and figure.unit != "%":
        return modified.end(), stop
    mark = NEXT.find(text, figure.after, stop)
    if mark and mark.group() in "（(" and mark.start() - figure.after < 2:  # 100个村（社区）综合服务设施
        mark = NEXT.find(text, mark.end(), stop)
    stop = mark.start() if mark else stop
    ranks = RANK_ONLY.find(text, figure.after, clause_end(text, figure.after, end))
    if ranks:
        return ranks.span("noun")
    particles = PARTICLES.find(text, figure.after, stop)
    start = particles.end() if particles else figure.after
    built = BUILT_BEHIND.find(text, start, stop)
    start = built.end() if built else start
    return (start, stop) if stop - start > 1 else None


def _earlier(text: str, begin: int, said: int) -> Span | None:
    """The noun phrase of the clause before, where the figure's own clause only takes it up: 培训，培训为期3年."""
    taken_up = TAKEN_UP.find(text, begin, said)
    own = text[begin : taken_up.start() if taken_up else said].strip()
    done = DONE.find(own)
    own = "" if own in DATED_VERB else done["done"] if done else own
    if len(own) > 4 or begin < 3 or text[begin - 1] not in "，、,":
        return None
    clause = clause_start(text, begin - 1, max(0, begin - 120))
    before = text[clause : begin - 1]
    if own and not before.endswith(own):
        return None
    verbs = list(VERB_OF_THE_CLAUSE_BEFORE.matches(before))
    least = 0 if own else 1
    if not verbs or verbs[-1].end() >= len(before) - least:
        return None
    start = clause + verbs[-1].end() + 2 * before.startswith("一批", verbs[-1].end())
    return None if WITH_FIGURE.find(text, start, begin - 1) else (start, begin - 1)


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without list marks, dates, 分别 and 每年 at either end, and without what stands before a verb."""
    lead = LEAD.find(text, start, end)
    if lead and lead.end() < end - 1:
        start = lead.end()
    tail = TAIL.find(text[start:end])
    if tail and tail.start() > 1:
        end = start + tail.start()
    row = IN_A_ROW.find(text, start, end)
    if row and end - row.end() >= 3:
        start = row.end()
    made = MADE.find(text, start, end)
    if made and end - made.end() >= 3:
        start = made.end()
    away = DONE_AWAY.find(text, start, end)
    start = away.end() if away else start
    each = EACH_TIME.find(text[start:end])
    if each and looks_like_body(text[start : start + each.start()]):
        return start + each.end(), end
    for verb in reversed(list(OBJECT_VERB.matches(text, start + 1, end - 1))):
        before = text[start : verb.start()]
        if end - verb.end() >= 3 and (before in PREPOSITION or looks_like_body(before)):
            return verb.end(), end
    return start, end
