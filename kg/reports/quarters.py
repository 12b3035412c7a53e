"""Quarters of years, as the report calls them."""

from __future__ import annotations

from ..names.dates import is_valid_iso, last_day
from .words import Words


def quarter_name(words: Words, date: str) -> str:
    """The quarter of an ISO date; the year where it gives no month."""
    if not is_valid_iso(date):
        return date
    if len(date) == 4:
        return words("load.year", year=date)
    day = last_day(date)
    return f"{day.year}Q{(day.month + 2) // 3}"
