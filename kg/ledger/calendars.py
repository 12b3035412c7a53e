"""Deadlines as a calendar: all-day events, stated and derived ones apart, with the same bytes on each run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import groupby

from icalendar import Calendar, Event

from ..analysis import Material
from ..keys import iri
from ..model import Document
from ..names.dates import is_valid_iso, last_day
from ..tables import JOIN, Lang
from .rows import LedgerRow
from .words import ledger_word

_UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Stands for the time of making where a plan says nothing of when it is from."""


def calendar_ics(material: Material, rows: Iterable[LedgerRow], name: str, lang: Lang = "zh") -> bytes:
    """The deadlines of the rows' tasks, one event a task, as an iCalendar file; tasks without a date have none.

    A date that gives no day stands for its last one. DTSTAMP is the plan's own date, so that no clock stands in it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//plan-kg//kg calendar//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    for task, shares in groupby(rows, key=lambda row: row.task):
        event = _event(material, task, list(shares), lang)
        if event is not None:
            calendar.add_component(event)
    return bytes(calendar.to_ical())


def dated(row: LedgerRow) -> bool:
    """Whether a row's task has a date that a calendar can show."""
    return row.due is not None and is_valid_iso(row.due.date)


def rows_of(rows: Iterable[LedgerRow], unit: str) -> list[LedgerRow]:
    """The rows of a unit, by its key, its name, or its place and name."""
    names = (unit, unit.replace(" ", ""))
    return [
        row
        for row in rows
        if row.unit and not {row.unit, row.unit_name, f"{row.place}{row.unit_name}"}.isdisjoint(names)
    ]


def _event(material: Material, task: str, rows: Sequence[LedgerRow], lang: Lang) -> Event | None:
    first = rows[0]
    if first.due is None or not dated(first):
        return None
    day = last_day(first.due.date)
    kind = ledger_word("text.stated" if first.due.stated else "text.derived", lang)
    mark = "" if first.due.stated else f"【{kind}】"
    event = Event()
    event.add("uid", f"{iri('task', task, '').replace('/', '-')}@plan-kg")
    event.add("dtstamp", _stamp(material.by_key[first.plan].document))
    event.add("summary", f"{mark}{first.title}")
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("categories", [kind])
    event.add("transp", "TRANSPARENT")
    event.add("description", "\n".join(_lines(first, rows, lang)))
    return event


def _lines(first: LedgerRow, rows: Sequence[LedgerRow], lang: Lang) -> Iterator[str]:
    """What the event says: units, deadline with its basis, plan and place in it, the plan's words."""
    units = [f"{row.unit_name}（{row.role}）" if row.role else row.unit_name for row in rows if row.unit]
    if units:
        yield f"{ledger_word('column.unit_name', lang)}：{JOIN.join(units)}"
    others = [name for name in first.partners if name not in {row.unit_name for row in rows}]
    if others:
        yield f"{ledger_word('column.partners', lang)}：{JOIN.join(others)}"
    due = first.due
    if due is not None:
        kind = ledger_word("text.stated" if due.stated else "text.derived", lang)
        yield f"{ledger_word('column.deadline', lang)}：{due.date}（{kind}；{due.basis}）"
    yield f"{ledger_word('column.plan_title', lang)}：{first.plan_title} {first.section}"
    yield f"{ledger_word('column.quote', lang)}：{first.quote}"


def _stamp(document: Document) -> datetime:
    """The day on which the plan was signed, else published, else on which its period begins."""
    found = (document.signed, document.published, document.period[0])
    day: date | None = next((last_day(one) for one in found if one and is_valid_iso(one)), None)
    return datetime(day.year, day.month, day.day, tzinfo=UTC) if day else _UNDATED
