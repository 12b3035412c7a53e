"""The date that a task's own text sets for it, figures' dates left out."""

from __future__ import annotations

from kg.names.dates import find_dates

from .clauses import SENTENCE_END, clause_end
from .figures import Figure, figures_in
from .rule import Rule, text_of

DUE_BEHIND = Rule(
    name="word-behind-a-date-that-makes-it-a-deadline",
    pattern=r"(?:[ ]*(?:年)?(?:底|末)?(?:之)?前|底|末|[ ]*(?:完成|建成)"
    r"|(?:主?汛期?|入汛|春节|五一|国庆|中秋|高考|中考|开学|入冬|供暖|冬季|雨季|封冻)(?:来临|到来)?(?:之)?前)",
    needs=("前", "底", "末", "完成", "建成"),
    build=text_of,
    how="match",
    examples={
        "底前完成整治": ("底前",),
        "前，印发方案": ("前",),
        "末，": ("末",),
        "完成验收": ("完成",),
        "汛期前完成": ("汛期前",),
    },
    counters=("以来，", "起施行，年底评估", "，完成整治", "汛期巡查前沿"),
)
GOAL_BEHIND = Rule(
    name="goal-in-the-clause-of-its-date",
    pattern=r"(?:年)?(?:底|末)?(?:之?前)?[ ]*(?:要|须|应)?(?:全面|全部|基本|率先)?(?:研究)?(?:出台|制定|印发|发布|编制|修订|完善|完成|建成|建立|成立|组建|启动|开工|上线)[^，。；]{2,}",
    how="match",
    build=text_of,
    examples={
        "前出台《床位管理办法》": ("前出台《床位管理办法》",),
        "底前完成清淤疏浚": ("底前完成清淤疏浚",),
    },
    counters=("，建成绿道", "前，完成整治", "底前绿道建成"),
)
"""It says something by itself, so that a figure in a later clause isn't what the date is for."""
_LONGEST = 200
"""A sentence is looked at so far behind a date."""


def deadline_in(text: str, start: int, end: int, year: int | None = None) -> tuple[int, int, str] | None:
    """Place and ISO date of the deadline that text[start:end] sets; of several, the latest.

    A month without a year is one of `year`.

    Rule of the answer format: a date before a figure is only that target's date; a date before a goal without a
    figure is the task's.
    """
    best: tuple[int, int, str] | None = None
    for date in find_dates(text[start:end], year=year):
        a, b = start + date.start, start + date.end
        if not _is_due(text, start, a, b, end):
            continue
        if any(not _no_amount(one) for one in figures_in(text, b, _goal_end(text, b, end))):
            continue
        if best is None or date.iso > best[2]:
            best = (a, b, date.iso)
    return best


def _goal_end(text: str, b: int, end: int) -> int:
    """How far the goal reaches for which a date that ends at `b` is set: its own clause, else its sentence."""
    own = clause_end(text, b, end)
    if GOAL_BEHIND.find(text, b, own):
        return own
    end = min(end, b + _LONGEST)
    stop = SENTENCE_END.find(text, b, end)
    return stop.start() if stop else end


def _no_amount(figure: Figure) -> bool:
    """Whether a figure is a year, or a round of work (完成一轮检查), which is the goal itself."""
    return figure.unit in ("轮", "遍") or (figure.unit == "年" and figure.value >= 1000)


def _alone(text: str, a: int, b: int) -> bool:
    """Whether a date is all that its line holds, as below a signature."""
    begin, stop = text.rfind("\n", 0, a) + 1, text.find("\n", b)
    return not (text[begin:a] + text[b : stop if stop >= 0 else len(text)]).strip(" （）()印发")


def _is_due(text: str, start: int, a: int, b: int, end: int) -> bool:
    """Whether a date is one by which something is to be done: 到2025年，; 2025年6月底前."""
    before = text[max(start, a - 3) : a].rstrip()
    after = text[b : min(end, b + 8)]
    if text[max(start, a - 1) : a] in ("《", "〔", "（") or _alone(text, a, b):
        return False
    if text[a:b].endswith(("底", "末", "前")) or after in DUE_BEHIND:
        return True
    return before.endswith(("到", "至", "截至")) and after[:1] in "，,、年底末 "
