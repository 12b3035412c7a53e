"""Parts of the report on the size of the plans and on who carries how much."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from ..analysis import PlanLoad, UnitLoad
from ..model import Plan
from ..names.dates import is_valid_iso, last_day
from .desk import Desk
from .model import Block, Grid, Paragraph, Section
from .quarters import quarter_name
from .words import percent

_UNITS = 12
_ROWS = 40


def grid(
    desk: Desk,
    caption: str,
    names: str,
    rows: Iterable[Sequence[object]],
    numeric: str = "",
    longest: int = _ROWS,
) -> Grid:
    """A table of the report; of a long one the first rows, which the caption says."""
    texts = [tuple("" if cell is None else str(cell) for cell in row) for row in rows]
    shown = texts[:longest]
    if len(shown) < len(texts):
        caption = desk.words("text.more", caption=caption, shown=len(shown), all=len(texts))
    places = frozenset(place for place, name in enumerate(names.split()) if name in numeric.split())
    return Grid(caption, desk.words.titles(names), tuple(shown), places)


def plans_section(desk: Desk) -> Section:
    """The plans at a glance, the silent ones marked."""
    words, plans = desk.words, desk.material.plans
    silent = [one.plan for one in desk.found.load.concentration if one.tasks and not one.with_units]
    places = {plan.document.jurisdiction for plan in plans if plan.document.jurisdiction}
    note = words("plans.silent", plans=desk.plans(silent)) if silent else ""
    loads = {one.plan: one for one in desk.found.load.concentration}
    names = "plan place signed period tasks with_units units targets policies members unread"
    rows = [_plan_row(desk, plan, loads.get(plan.document.key)) for plan in plans]
    return Section(
        words("head.plans"),
        (
            Paragraph(words("plans.intro", plans=len(plans), places=len(places), silent=note)),
            grid(
                desk,
                words("plans.caption"),
                names,
                rows,
                "tasks with_units units targets policies members unread",
            ),
        ),
    )


def _plan_row(desk: Desk, plan: Plan, load: PlanLoad | None) -> tuple[object, ...]:
    document = plan.document
    names = {place.code: place.name for place in desk.material.entities.jurisdictions}
    unknown = desk.words("plans.not-stated")
    begin, end = document.period
    return (
        desk.material.title(document.key),
        names.get(document.jurisdiction or "", document.jurisdiction) or unknown,
        document.signed or document.published or unknown,
        f"{begin or ''}–{end or ''}" if begin or end else unknown,
        len(plan.tasks),
        load.with_units if load and load.with_units else unknown,
        load.units if load and load.units is not None else unknown,
        *(len(items) or unknown for items in (plan.targets, plan.policies, plan.members)),
        len(plan.unread),
    )


def load_section(desk: Desk) -> Section:
    """Who carries how much, each share with its denominator."""
    words, load = desk.words, desk.found.load
    with_units = {one.plan: one.with_units for one in load.concentration}
    unread = sum(one.unread for one in load.concentration)
    intro = words(
        "load.intro",
        tasks=sum(one.tasks for one in load.concentration),
        with_units=sum(with_units.values()),
        unread=words("load.unread", count=unread) if unread else "",
    )
    blocks: list[Block] = [Paragraph(intro)]
    if load.units:
        blocks.append(Paragraph(_most(desk, load.units[0], with_units)))
        count = min(_UNITS, len(load.units))
        rows = [_unit_row(desk, one, with_units) for one in load.units[:count]]
        caption = words("load.units", count=count, all=len(load.units))
        names = "unit place tasks leads expanded share"
        blocks.append(grid(desk, caption, names, rows, "tasks leads expanded share"))
    rows = [_plan_load(desk, one) for one in load.concentration if one.with_units]
    if rows:
        names = "plan units top top_share top_lead lead_share gini"
        blocks.append(grid(desk, words("load.plans"), names, rows, "units top_share lead_share gini"))
    if desk.dues:
        stated = sum(due.stated for due in desk.dues.values())
        blocks.append(Paragraph(words("load.dates", stated=stated, derived=len(desk.dues) - stated)))
        blocks.append(
            grid(desk, words("load.quarters"), "quarter stated derived", _quarters(desk), "stated derived")
        )
    return Section(words("head.load"), tuple(blocks))


def _most(desk: Desk, one: UnitLoad, with_units: dict[str, int]) -> str:
    """Who has most tasks, and who leads any."""
    names = {place.code: place.name for place in desk.material.entities.jurisdictions}
    units = desk.found.load.units
    return desk.words(
        "load.most",
        place=names.get(one.jurisdiction or "", one.jurisdiction or ""),
        unit=one.name,
        tasks=one.tasks,
        whole=sum(with_units.get(plan, 0) for plan in one.plans),
        units=len(units),
        leading=sum(unit.leads > 0 for unit in units),
        single=sum(unit.tasks == 1 for unit in units),
    )


def _unit_row(desk: Desk, one: UnitLoad, with_units: dict[str, int]) -> tuple[object, ...]:
    names = {place.code: place.name for place in desk.material.entities.jurisdictions}
    whole = sum(with_units.get(plan, 0) for plan in one.plans)
    place = names.get(one.jurisdiction or "", one.jurisdiction)
    return one.name, place, one.tasks, one.leads, one.expanded, percent(one.tasks, whole)


def _plan_load(desk: Desk, one: PlanLoad) -> tuple[object, ...]:
    lead = ("", "")
    if one.top_lead is not None and one.top_lead_share is not None:
        led = round(one.top_lead_share * one.lead_tasks)
        lead = desk.unit(one.top_lead), percent(led, one.lead_tasks)
    return (
        *(desk.material.title(one.plan), one.units, desk.unit(one.top_unit) if one.top_unit else ""),
        *(percent(one.top_tasks or 0, one.with_units), *lead),
        f"{one.gini:.2f}" if one.gini is not None else "",
    )


def _quarters(desk: Desk) -> list[tuple[object, ...]]:
    stated, derived = Counter[str](), Counter[str]()
    order: dict[str, tuple[int, str]] = {}
    for due in desk.dues.values():
        name = quarter_name(desk.words, due.date)
        day = last_day(due.date).toordinal() if is_valid_iso(due.date) else 0
        order[name] = min(order.get(name, (day, name)), (day, name))
        (stated if due.stated else derived)[name] += 1
    rows: list[tuple[object, ...]] = [
        (name, stated[name], derived[name]) for name in sorted(order, key=order.__getitem__)
    ]
    undated = len(desk.material.tasks) - len(desk.dues)
    return [*rows, (f"{desk.words('load.undated')}: {undated}", "", "")] if undated else rows
