"""The rows of the ledger: who has what to do by when, and where it is written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from ..analysis import Material
from ..graph.collectives import expansions
from ..graph.deadlines import PlanDeadlines
from ..graph.schema import load_schema
from ..graph.statements import assignments_of
from ..model import Plan, Task
from ..resolve.model import Unit
from ..tables import JOIN, Lang, Table
from .entries import Entries, Entry
from .words import TYPED, ledger_column, ledger_word

SHOWN = (
    *("plan_title", "place", "section", "title", "unit_name", "role", "basis", "partners"),
    *("deadline", "deadline_kind", "deadline_basis", "quote"),
)
"""Codes of the columns that are written, before those that people fill in."""
KEYS = ("task", "unit")

_QUOTED = 160
"""Characters of a task's text that a row shows."""


class Due(Struct, frozen=True):
    """By when a task is due."""

    date: str
    stated: bool
    """Whether the plan states it; else it is derived (推定)."""
    basis: str
    """The plan's words, or what it was derived from."""


class LedgerRow(Struct, frozen=True, kw_only=True):
    """A task of one unit; a task that names no unit has one row without a unit."""

    task: str
    unit: str
    """Key of the unit; empty where the task names none."""
    plan: str
    plan_title: str
    place: str
    """Name of the unit's jurisdiction, that of the plan where there is no unit."""
    section: str
    title: str
    """Number and title of the task."""
    unit_name: str
    role: str
    """The plan's own words; empty where it prints none."""
    through: str
    """The collective through which the unit has the task; empty where the task names the unit itself."""
    partners: tuple[str, ...]
    """The other units that the task names."""
    due: Due | None
    quote: str

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from all other rows."""
        return self.task, self.unit


def ledger_rows(material: Material) -> list[LedgerRow]:
    """All rows, by plan and task, the units as the task names them, then members of the collectives it names."""
    return [row for plan in material.plans for row in _of_plan(material, plan)]


def ledger_table(rows: Iterable[LedgerRow], entries: Entries, lang: Lang = "zh") -> Table:
    """The rows with what was typed; columns that people added stand behind those that are there to be filled in."""
    rows = list(rows)
    known = {entry.key: entry for entry in entries.entries}
    found = [known.get(row.key) for row in rows]
    extra = added_columns(entry for entry in found if entry)
    codes = [*SHOWN, *TYPED, *extra, *KEYS]
    typed = (*TYPED, *extra)
    return Table(
        tuple(ledger_column(code) for code in codes),
        tuple(
            (
                *(text or None for text in shown_cells(row, lang)),
                *((entry.shown(code, lang) or None) if entry else None for code in typed),
                *(row.task, row.unit or None),
            )
            for row, entry in zip(rows, found, strict=True)
        ),
    )


def added_columns(entries: Iterable[Entry]) -> list[str]:
    """The titles of columns that people added, in order."""
    codes = {cell.column for entry in entries for cell in entry.cells}
    return sorted(codes - set(TYPED))


def shown_cells(row: LedgerRow, lang: Lang) -> Sequence[str]:
    """The cells of the columns that are written."""
    due = row.due
    basis = ledger_word("text.through", lang, name=row.through) if row.through else ""
    return (
        *(row.plan_title, row.place, row.section, row.title, row.unit_name),
        row.role or (ledger_word("text.unprinted", lang) if row.unit else ""),
        basis or (ledger_word("text.stated", lang) if row.unit else ""),
        JOIN.join(row.partners),
        due.date if due else "",
        ledger_word("text.stated" if due.stated else "text.derived", lang) if due else "",
        _basis(due, lang) if due else "",
        row.quote,
    )


def _basis(due: Due, lang: Lang) -> str:
    return ledger_word("text.deadline-quote", lang, quote=due.basis) if due.stated else due.basis


def _of_plan(material: Material, plan: Plan) -> Iterator[LedgerRow]:
    key = plan.document.key
    dues = task_dues(plan)
    places = {place.code: place.name for place in material.entities.jurisdictions}
    members = _members(material, plan)
    for task in plan.tasks:
        named = _named(material, key, task)
        shares = [*((unit, role, "") for unit, role in named.values()), *members.get(task.key, ())]
        names = [unit.name for unit, _ in named.values()]
        for unit, role, through in shares or [(None, "", "")]:
            code = (unit.jurisdiction if unit else plan.document.jurisdiction) or ""
            yield LedgerRow(
                task=task.key,
                unit=unit.key if unit else "",
                plan=key,
                plan_title=material.title(key),
                place=places.get(code, code),
                section=" ".join(filter(None, (_number(task), task.section))),
                title=task.title,
                unit_name=unit.name if unit else "",
                role=role,
                through=through,
                partners=tuple(name for name in names if unit is None or name not in (unit.name, through)),
                due=dues.get(task.key),
                quote=_quote(material.texts.get(key, ""), task),
            )


def _number(task: Task) -> str:
    """The number, with the part where one item holds several tasks."""
    return f"{task.number or ''}-{task.part}" if task.part > 1 else task.number or ""


def _named(material: Material, plan: str, task: Task) -> dict[str, tuple[Unit, str]]:
    """The units that a task names, each with its roles as printed."""
    roles: dict[str, list[str]] = {}
    for one in assignments_of(task):
        words = roles.setdefault(material.entities.key_of("unit", plan, one.unit), [])
        if one.printed_role and one.printed_role not in words:
            words.append(one.printed_role)
    return {key: (material.entities.unit(key), JOIN.join(words)) for key, words in roles.items()}


def _members(material: Material, plan: Plan) -> Mapping[str, list[tuple[Unit, str, str]]]:
    """By task the members of collectives that it names, each once, with role and collective."""
    found: dict[str, dict[str, tuple[Unit, str, str]]] = {}
    for one in expansions(plan, material.entities):
        _, stated, collective = one.sources[0]
        share = one.unit, stated.printed_role or "", collective.name
        found.setdefault(one.task.key, {}).setdefault(one.unit.key, share)
    return {task: list(shares.values()) for task, shares in found.items()}


def task_dues(plan: Plan) -> dict[str, Due]:
    """By when the tasks of a plan are due, those that have a date, by key."""
    nodes, edges = PlanDeadlines(plan).statements(load_schema())
    derived = {
        node.ref: Due(str(node.get("derivedDue")), False, str(node.get("reason") or "")) for node in nodes
    }
    found = {
        edge.target.key: derived[edge.source]
        for edge in edges
        if edge.type == "derivedDueTask" and edge.source in derived
    }
    for task in plan.tasks:
        if task.deadline:
            words = [one.quote for one in task.evidence if one.field == "deadline"]
            found[task.key] = Due(task.deadline, True, JOIN.join(dict.fromkeys(words)))
    return found


def _quote(text: str, task: Task) -> str:
    words = " ".join(text[task.start : task.end].split())
    return words if len(words) <= _QUOTED else f"{words[:_QUOTED]}…"
