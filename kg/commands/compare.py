"""`kg compare`: what changed from one plan to another."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from ..api import open_graph
from .options import Lang, existing, form_option, graph_option, lang_option
from .output import printable, put
from .query import Form, put_table
from .wording import word

if TYPE_CHECKING:
    from ..analysis import Comparison, Material
    from ..tables import Table

What = Literal["tasks", "wording", "targets", "policies", "units"]
WHOLE: tuple[What, ...] = ("tasks", "targets", "policies", "units")
"""What is shown together where no part is asked for."""


@click.command()
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option("--what", type=click.Choice(get_args(What)), help="One part alone; csv and json take one.")
@form_option
@graph_option
@lang_option
def compare(first: str, second: str, what: What | None, form: Form, folder: Path, lang: Lang) -> None:
    """Show what changed from plan A to plan B; both are keys of plans or stems of their records.

    Tasks are kept, reworded, split, merged, dropped or new; wording shows the steps from each task to what it
    became. A draft is compared with its final text the same way.
    """
    if what is None and form != "table":
        raise click.UsageError(f"--format {form} needs --what")
    built = open_graph(existing(folder))
    comparison = built.compare(first, second)
    if what is not None:
        put_table(_table(what, built.material, comparison), form, lang, word(f"compare.{what}", lang))
        return
    put(_head(built.material, comparison, lang))
    for part in WHOLE:
        put(f"\n{word(f'compare.{part}', lang)}\n")
        table = _table(part, built.material, comparison)
        if part == "units" and any(comparison.silent):
            put(f"{word('compare.silent', lang)}\n")
        elif table.rows:
            put_table(table, form, lang, word(f"compare.{part}", lang))
        else:
            put(f"{word('compare.none', lang)}\n")


def _head(material: Material, comparison: Comparison, lang: Lang) -> str:
    lines = []
    for key, draft in zip((comparison.first, comparison.second), comparison.drafts, strict=True):
        mark = word("compare.draft", lang) if draft else ""
        lines.append(f"{printable(material.title(key))}{mark}")
    part = comparison.similarity
    share = word("compare.unknown", lang) if part is None else f"{part:.0%}"
    return "\n→ ".join(lines) + f"\n{word('compare.share', lang, share=share)}\n"


def _table(what: What, material: Material, comparison: Comparison) -> Table:
    from ..analysis import tables

    if what == "tasks":
        return tables.change_table(material, comparison)
    if what == "wording":
        return tables.wording_table(material, comparison)
    if what == "targets":
        return tables.target_table(material, comparison.targets, titles=False)
    if what == "policies":
        return tables.policy_change_table(comparison)
    return tables.unit_change_table(material, comparison)
