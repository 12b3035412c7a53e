"""Quarters of years, as the report calls them."""

from __future__ import annotations

from ..analysis.workload import quarter
from ..names.dates import is_valid_iso
from .words import Words


def quarter_name(words: Words, date: str) -> str:
    """The quarter of an ISO date; the year where it gives no month."""
    if not is_valid_iso(date):
        return date
    return words("load.year", year=date) if len(date) == 4 else quarter(date)
