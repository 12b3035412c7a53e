"""The years or months that a plan is made for."""

from __future__ import annotations

import re
from collections.abc import Callable

from kg.names.dates import find_dates, find_range
from kg.names.numerals import FIVE_YEAR, five_year_period

from .headings import purpose_of_heading
from .outline import Node, Outline
from .period_rules import (
    BY_THEN,
    DONE_BY,
    SPAN_OF_GOALS,
    STATED_PERIOD,
    UNTIL,
    VALID,
    YEAR_IN_A_TITLE,
    YEARS_FROM,
    YEARS_IN_A_TITLE,
    YEARS_OF_VALIDITY,
)

Put = Callable[..., None]
Found = tuple[str | None, str | None, tuple[tuple[int, int] | None, tuple[int, int] | None]]


def period_of(
    outline: Outline, put: Put, title: str | None, signed: str | None
) -> tuple[str | None, str | None]:
    """Start and end of the plan's period as ISO dates; each with its place put on record.

    Rule of the answer format: years in the title, else the span that the closing words or the goals give, else
    the years of the five-year period; where the goals give only 到…年, the start is open.
    """
    text = outline.source.text
    readers: tuple[Callable[[], Found | None], ...] = (
        lambda: _in_title(outline, title or ""),
        lambda: _in_closing(text, signed),
        lambda: _stated(text),
        lambda: _in_goals(outline),
        lambda: _in_five_years(text, title or ""),
        lambda: _years_from(text),
        lambda: _until(outline),
    )
    for find in readers:
        found = find()
        if found:
            start, end, spans = found
            for name, value, span in (("period.start", start, spans[0]), ("period.end", end, spans[1])):
                if value and span:
                    put(text, name, *span, value)
            return start, end
    return None, None


def _title_span(outline: Outline, title: str) -> tuple[int, int] | None:
    """Where the title's years stand in the text."""
    match = YEARS_IN_A_TITLE.find(title) or YEAR_IN_A_TITLE.find(title)
    if match is None:
        return None
    parts = re.split(r"[^\d年月]+", match.group())
    at = re.search(r"[^\d《》\n]{1,4}".join(map(re.escape, parts)), outline.source.text)
    return at.span() if at else None


def _in_title(outline: Outline, title: str) -> Found | None:
    found = find_range(title)
    span = _title_span(outline, title)
    if found and span:
        return found[0], found[1], (span, span)
    year = next(YEAR_IN_A_TITLE.read(title), None)
    if year and span:
        return year, year, (span, span)
    return None


def _in_closing(text: str, signed: str | None) -> Found | None:
    """本方案自印发之日起施行，有效期至…: from the signature or the date given, to the date or for the years given."""
    for match in reversed(list(VALID.matches(text))):
        sentence_start = text.rfind("\n", max(0, match.start() - 200), match.start()) + 1 or max(
            0, match.start() - 200
        )
        stop = text.find("。", match.end(), match.end() + 60)
        stop = min(len(text), match.end() + 60) if stop < 0 else stop
        start, start_span = _effective(text, sentence_start, match.start(), signed)
        dates = find_dates(text[match.end() : stop])
        if dates:
            date = dates[0]
            return start, date.iso, (start_span, (match.end() + date.start, match.end() + date.end))
        years = YEARS_OF_VALIDITY.find(text, match.end(), stop)
        end = _years_later(start, YEARS_OF_VALIDITY.build(years)) if years and start else None
        if end and years:
            return start, end, (start_span, years.span())
    return None


def _effective(
    text: str, start: int, end: int, signed: str | None
) -> tuple[str | None, tuple[int, int] | None]:
    """The date from which a plan holds: the one that the sentence gives, else that of the signature."""
    dates = find_dates(text[start:end])
    if dates:
        return dates[-1].iso, (start + dates[-1].start, start + dates[-1].end)
    return signed, None


def _years_later(start: str | None, count: int | None) -> str | None:
    if start is None or count is None:
        return None
    return f"{int(start[:4]) + count}{start[4:]}"


def _goal_spans(outline: Outline) -> list[tuple[int, int]]:
    """The sections that state goals."""
    text = outline.source.text

    def is_goal(node: Node) -> bool:
        heading = text[node.body : node.title_end]
        return "目标" in heading and purpose_of_heading(heading) == "frame"

    nodes = list(outline.sections())
    goals = [node for node in nodes if is_goal(node)]
    frame = [node for node in nodes if purpose_of_heading(text[node.body : node.title_end]) == "frame"]
    return [(node.start, node.end) for node in goals or frame]


def _in_goals(outline: Outline) -> Found | None:
    text = outline.source.text
    for span in _goal_spans(outline):
        for match in SPAN_OF_GOALS.matches(text, *span):
            stop = text.find("，", match.start(), match.end() + 40)
            stop = stop if stop > 0 else match.end() + 30
            found = find_range(text[match.start() : stop])
            if found and found[0] and found[1]:
                where = (match.start(), stop)
                return found[0], found[1], (where, where)
    return None


def _stated(text: str) -> Found | None:
    """政策期限为2016年至2018年."""
    match = STATED_PERIOD.find(text)
    found = find_range(match["years"]) if match else None
    if match is None or found is None:
        return None
    return found[0], found[1], (match.span("years"), match.span("years"))


def _years_from(text: str) -> Found | None:
    """从2012年起5年内: five years with the first."""
    match = YEARS_FROM.find(text)
    first, count = YEARS_FROM.build(match) if match else ("", None)
    if match is None or not count:
        return None
    return first, str(int(first) + count - 1), (match.span(), match.span())


def _in_five_years(text: str, title: str) -> Found | None:
    match = FIVE_YEAR.search(title)
    years = five_year_period(match.group()) if match else None
    at = FIVE_YEAR.search(text)
    if years and at:
        return str(years[0]), str(years[1]), (at.span(), at.span())
    return None


def _until(outline: Outline) -> Found | None:
    """到2025年底 in the goals, or 于2025年5月底完成 in the timetable: an end without a start."""
    text = outline.source.text
    goals = _goal_spans(outline)
    spans = [(m.end(), m.end() + 16) for span in goals for m in UNTIL.matches(text, *span)]
    if spans:
        spans += [m.span("date") for span in goals for m in BY_THEN.matches(text, *span)]
    if not spans:
        stages = [
            node
            for node in outline.sections()
            if purpose_of_heading(text[node.body : node.title_end]) == "stages"
        ]
        spans = [m.span("date") for node in stages for m in DONE_BY.matches(text, node.start, node.end)]
    found = [
        (start + date.start, start + date.end, date.iso)
        for start, end in spans
        for date in find_dates(text[start:end])[:1]
    ]
    if not found:
        return None
    last = max(found, key=lambda one: (one[2][:4], -one[0]))
    return None, last[2], (None, last[:2])
