"""The date that a task's own text sets for it, figures' dates left out."""

from __future__ import annotations

from kg.names.dates import find_dates

from .clauses import SENTENCE_END
from .figures import Figure, figures_in
from .rule import Rule, text_of

DUE_BEHIND = Rule(
    name="word-behind-a-date-that-makes-it-a-deadline",
    pattern=r"(?:[ ]*(?:年)?(?:底|末)?(?:之)?前|底|末|[ ]*(?:完成|建成))",
    needs=("前", "底", "末", "完成", "建成"),
    build=text_of,
    how="match",
    examples={"底前完成整治": ("底前",), "前，印发方案": ("前",), "末，": ("末",), "完成验收": ("完成",)},
    counters=("以来，", "起施行，年底评估", "，完成整治"),
)
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
        stop = SENTENCE_END.find(text, b, min(end, b + _LONGEST))
        if any(
            not _a_year(one) for one in figures_in(text, b, stop.start() if stop else min(end, b + _LONGEST))
        ):
            continue
        if best is None or date.iso > best[2]:
            best = (a, b, date.iso)
    return best


def _a_year(figure: Figure) -> bool:
    return figure.unit == "年" and figure.value >= 1000


def _alone(text: str, a: int, b: int) -> bool:
    """Whether a date is all that its line holds, as below a signature."""
    begin, stop = text.rfind("\n", 0, a) + 1, text.find("\n", b)
    return not (text[begin:a] + text[b : stop if stop >= 0 else len(text)]).strip(" （）()印发")


def _is_due(text: str, start: int, a: int, b: int, end: int) -> bool:
    """Whether a date is one by which something is to be done: 到2025年，; 2025年6月底前."""
    before = text[max(start, a - 3) : a].rstrip()
    after = text[b : min(end, b + 4)]
    if text[max(start, a - 1) : a] in ("《", "〔", "（") or _alone(text, a, b):
        return False
    if text[a:b].endswith(("底", "末", "前")) or after in DUE_BEHIND:
        return True
    return before.endswith(("到", "至", "截至")) and after[:1] in "，,、年底末 "
