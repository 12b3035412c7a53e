"""Where the letter that issues a plan ends: a notice may hold numbered demands of its own before the plan begins."""

from __future__ import annotations

from collections.abc import Iterable

from .genres import genre_in
from .head_rules import DATE_LINE
from .headings import purpose_of_words
from .numbering import Numbering, numbering_at
from .outline_rules import ANNEX_LINE
from .rule import Rule, text_of
from .title_rules import ATTACHED_TITLE, NO_TITLE

_LONGEST_TITLE = 80
_LONGEST_DATED = 60
_MOST_DEMANDS = 8
"""A letter does not number more demands than these: what goes on further is a plan."""

ISSUES = Rule(
    name="words-with-which-a-letter-issues-a-plan",
    pattern=r"(?:印发|下发|转发)(?:给|与)?(?:你们|各)|现(?:将|把)[^。\n]{2,140}?(?:印发|下发|转发)|现予?以?印发",
    needs=("发",),
    build=text_of,
    examples={
        "现将《稳就业工作方案》印发给你们，请认真落实。": ("现将《稳就业工作方案》印发",),
        "已经区政府同意，现予以印发。": ("现予以印发",),
    },
    counters=("关于印发稳就业工作方案的通知", "本方案自印发之日起施行", "现将有关事项通知如下"),
)


def letter_end(text: str, lines: Iterable[tuple[int, int]]) -> int | None:
    """Where a plan begins below a letter that numbers demands of its own; None where there is no such letter.

    `lines` are spans of the body's lines, in order.
    """
    issues = dated = False
    demands = 0
    for start, end in lines:
        number = numbering_at(text, start, end)
        if not issues:
            issues = ISSUES.find(text, start, end) is not None
        elif number:
            demands += 1
            if demands > _MOST_DEMANDS or _is_a_plans(text, number, end):
                return None
        elif _begins_a_plan(text, start, end, dated):
            return start if demands else None
        else:
            dated = dated or _is_dated(text, start, end)
    return None


def _is_a_plans(text: str, number: Numbering, end: int) -> bool:
    """Whether a numbered line is a usual chapter of a plan, which no letter has."""
    heading = text[number.end : end].split("。")[0].strip(" *：:")
    return purpose_of_words(heading) in ("task", "frame", "stages")


def _begins_a_plan(text: str, start: int, end: int, dated: bool) -> bool:
    """Whether a line is that of an annex, or a title below the letter's date."""
    annex = ANNEX_LINE.find(text, start, end)
    if annex:
        return (annex.end() == end and not annex["colon"]) or (
            dated and ATTACHED_TITLE.find(text, start, end) is not None
        )
    words = text[start:end]
    return dated and len(words) <= _LONGEST_TITLE and words not in NO_TITLE and genre_in(words) is not None


def _is_dated(text: str, start: int, end: int) -> bool:
    """Whether a line is the date of a signature, alone or behind the name of who signs."""
    if end - start > _LONGEST_DATED:
        return False
    words = text[start:end]
    return words in DATE_LINE or words.rpartition(" ")[2] in DATE_LINE
