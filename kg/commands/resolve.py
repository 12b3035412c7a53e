"""`kg resolve`: which printed name is which unit and why, and what is in doubt."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import click

from ..api import open_graph
from ..model import Plan
from ..resolve import Entities
from ..tables import Cell, Column, Table
from ..tables.codes import labels_of
from .options import Lang, existing, graph_option, lang_option
from .output import put
from .query import Form, put_table
from .reading import say_warnings
from .wording import word

_TITLES = {
    "kind": ("类别", "Kind"),
    "key": ("键", "Key"),
    "name": ("名称", "Name"),
    "value": ("另一键", "Other key"),
    "other": ("另一名称", "Other name"),
    "reason": ("理由", "Reason"),
    "plan": ("计划", "Plan"),
    "printed": ("原文名称", "Printed name"),
    "where": ("所在字段", "Where"),
    "official": ("全称", "Official name"),
    "jurisdiction": ("区划代码", "Division code"),
}

_PLACES: Mapping[str, Mapping[Lang, str]] = {
    "copied": {"zh": "抄送", "en": "Copied to"},
    "post": {"zh": "职务所在单位", "en": "Unit of a post"},
    "text": {"zh": "正文", "en": "Text"},
}
"""Places of names that are no fields of records."""


@click.command()
@click.option("--review", is_flag=True, help="List the doubtful pairs, and names whose place is open.")
@click.option(
    "--format", "form", type=click.Choice(["table", "csv", "json"]), default="table", show_default=True
)
@graph_option
@lang_option
def resolve(review: bool, form: Form, folder: Path, lang: Lang) -> None:
    """Show which printed name was read as which unit, and why.

    With --review, show what a person should decide; a row's kind, key and value go into corrections.csv, with
    merge, accept or reject as the action.
    """
    built = open_graph(existing(folder))
    entities = built.entities
    say_warnings(entities.warnings, lang)
    if review and not entities.doubts:
        put(f"{word('resolve.none', lang)}\n")
        return
    put_table(_doubts(entities) if review else _decisions(entities, _plan_names(built.plans)), form, lang)


def _table(columns: str, rows: Iterator[tuple[Cell, ...]]) -> Table:
    return Table(tuple(Column(name, *_TITLES[name]) for name in columns.split()), tuple(rows))


def _doubts(entities: Entities) -> Table:
    names: dict[str, str] = {unit.key: unit.official or unit.name for unit in entities.units}
    names |= {policy.key: policy.title for policy in entities.policies}
    names |= {person.key: person.name for person in entities.persons}
    rows = (
        (one.kind, one.first, names.get(one.first), one.second or None, names.get(one.second), one.reason)
        for one in entities.doubts
    )
    return _table("kind key name value other reason", rows)


def _plan_names(plans: Iterable[Plan]) -> Mapping[str, str]:
    """What people call a plan, by key: its title, else its number."""
    heads = [plan.document for plan in plans]
    return {head.key: head.title or head.number or head.key for head in heads}


def _decisions(entities: Entities, plans: Mapping[str, str]) -> Table:
    units = {unit.key: unit for unit in entities.units}
    rows = (
        (
            *(plans.get(one.plan, one.plan), one.mention, one.where, one.key),
            *(units[one.key].official, units[one.key].jurisdiction, one.reason),
        )
        for one in entities.decisions
        if one.kind == "unit" and one.key in units
    )
    table = _table("plan printed where key official jurisdiction reason", rows)
    where = Column("where", *_TITLES["where"], {**labels_of("Field"), **_PLACES})
    return Table(tuple(where if one.name == "where" else one for one in table.columns), table.rows)
