"""Dates as plans write them, as ISO 8601 dates that are as precise as the text: 2025, 2025-06, 2022-10-14."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Final, NamedTuple

from .datetokens import TO, Item, items, make_iso

_RANGE_GAP = re.compile(rf"\s*(?:起|开始)?\s*{TO}\s*")
_SINCE = re.compile(r"\s*(?:起|开始)")
_UNTIL = re.compile(r"之?日起?\s*(?:至|到)\s*$")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", re.ASCII)
_OPEN_WINDOW: Final = 12
"""Characters before or after a date in which a word can leave its range open."""


class FoundDate(NamedTuple):
    """A date in a text: `text[start:end]` is how it is written."""

    start: int
    end: int
    iso: str


def find_dates(text: str, *, year: int | None = None) -> list[FoundDate]:
    """The dates of a text, in order; a half-year or a quarter counts as its last month.

    A month or 年底 without a year belongs to the year that stands before it in the text, else to `year`.
    """
    return [FoundDate(item.start, item.end, item.last) for item in items(text, year) if item.dated]


def find_range(text: str, *, year: int | None = None) -> tuple[str | None, str | None] | None:
    """The first range of dates in a text; an open end is None, and no range at all is None."""
    found = list(items(text, year))
    for i, item in enumerate(found):
        if not item.dated and item.first != item.last:
            return item.first, item.last
        if i + 1 < len(found) and _RANGE_GAP.fullmatch(text, item.end, found[i + 1].start):
            last = found[i + 1].last
            if first_day(item.first) <= last_day(last):
                return item.first, last
    return next(filter(None, (_loose_range(text, item) for item in found)), None)


def is_valid_iso(text: str) -> bool:
    """Whether the text is a possible date in one of the forms YYYY, YYYY-MM and YYYY-MM-DD."""
    try:
        year, month, day = _parts(text)
    except ValueError:
        return False
    return make_iso(year, month, day) == text


def first_day(iso: str) -> date:
    """The first day of a year, month or day in ISO form."""
    year, month, day = _parts(iso)
    return date(year, month or 1, day or 1)


def last_day(iso: str) -> date:
    """The last day of a year, month or day in ISO form."""
    year, month, day = _parts(iso)
    month = month or 12
    return date(year, month, day or monthrange(year, month)[1])


def _parts(iso: str) -> tuple[int, int | None, int | None]:
    match = _ISO.fullmatch(iso)
    if match is None:
        raise ValueError(f"not an ISO date: {iso!r}")
    year, month, day = match.groups()
    return int(year), None if month is None else int(month), None if day is None else int(day)


def _loose_range(text: str, item: Item) -> tuple[str | None, str | None] | None:
    """The range that one date makes: 自2022年8月起, 印发之日起至2025年6月, 2024年上半年."""
    if _UNTIL.search(text, max(0, item.start - _OPEN_WINDOW), item.start):
        return None, item.last
    if _SINCE.match(text, item.end):
        return item.first, None
    if item.first != item.last and not text.startswith(("前", "底", "末"), item.end):
        return item.first, item.last
    return None
