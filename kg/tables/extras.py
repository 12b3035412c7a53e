"""Tables of the records that extensions add: their columns are called as the ontology labels the properties."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..graph import Schema, load_schema, segment
from ..model import Extra, Plan
from ..resolve.model import Entities
from .codes import labels_of
from .records import TITLES, quotes, record_tables, yes
from .table import Cell, Column, Table

_BEFORE, _AFTER = ("plan", "plan_title"), ("section", "task", "quote")


def all_tables(plans: Sequence[Plan], entities: Entities) -> dict[str, Table]:
    """The tables of our own records and of those that extensions add, by name."""
    return extra_tables(plans) | record_tables(plans, entities)


def extra_tables(plans: Iterable[Plan]) -> dict[str, Table]:
    """A table for each class of which the plans have records, named as its IRIs are: funding-arrangement."""
    records = [
        (plan, extra) for plan in sorted(plans, key=lambda plan: plan.document.key) for extra in plan.extras
    ]
    kinds = sorted({extra.kind for _, extra in records})
    schema = load_schema()
    return {
        segment(kind): _table(kind, [(plan, extra) for plan, extra in records if extra.kind == kind], schema)
        for kind in kinds
    }


def _table(kind: str, records: Sequence[tuple[Plan, Extra]], schema: Schema) -> Table:
    names = _properties(kind, [extra for _, extra in records], schema)
    return Table(
        (
            _key_column(kind, schema),
            *(Column(name, *TITLES[name]) for name in _BEFORE),
            *(_column(name, schema) for name in names),
            *(Column(name, *TITLES[name]) for name in _AFTER),
        ),
        tuple(tuple(_row(plan, extra, names)) for plan, extra in records),
    )


def _properties(kind: str, extras: Iterable[Extra], schema: Schema) -> list[str]:
    """The properties that the ontology gives the class, then others that its records have, each by name."""
    own = {name for name, term in schema.properties.items() if kind in term.domain and term.written}
    used = {name for extra in extras for name in extra.values}
    return [*sorted(own), *sorted(used - own)]


def _row(plan: Plan, extra: Extra, names: Iterable[str]) -> Iterator[Cell]:
    yield from (extra.key, plan.document.key, plan.document.title)
    for name in names:
        value = extra.values.get(name)
        yield yes(value) if isinstance(value, bool) else None if value == "" else value
    yield from (extra.section, extra.task, quotes(extra.evidence) or None)


def _key_column(kind: str, schema: Schema) -> Column:
    labels: Mapping[str, str] = schema.classes[kind].labels if kind in schema.classes else {}
    return Column(_snake(kind), f"{labels.get('zh', kind)}键", f"{labels.get('en', kind)} key".capitalize())


def _column(name: str, schema: Schema) -> Column:
    term = schema.properties.get(name)
    labels = term.labels if term else {}
    titles = labels.get("zh", name), labels.get("en", name).capitalize()
    [scheme] = term.range if term and len(term.range) == 1 else [""]
    snake = _snake(name)
    # A property may be called as one of our own columns is.
    return Column(
        f"{snake}_value" if snake in (*_BEFORE, *_AFTER) else snake,
        *titles,
        labels_of(scheme) if scheme in schema.classes else {},
    )


def _snake(name: str) -> str:
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower().replace("-", "_")
