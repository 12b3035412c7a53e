"""`kg workload`: who carries how much."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from ..api import open_graph
from .options import Lang, as_of_option, existing, form_option, graph_option, lang_option
from .output import printable, say
from .query import Form, put_table
from .wording import word

if TYPE_CHECKING:
    from ..analysis import Material, Workload
    from ..tables import Table

What = Literal["units", "quarters", "plans", "idle", "partners", "bottlenecks"]


@click.command()
@click.argument("what", type=click.Choice(get_args(What)), default="units", metavar="[WHAT]")
@as_of_option
@form_option
@graph_option
@lang_option
def workload(what: What, as_of: str | None, form: Form, folder: Path, lang: Lang) -> None:
    """Show how tasks are spread over units.

    WHAT is one of: units (taken when nothing is given), quarters (stated and derived dates apart), plans (how tasks
    concentrate), idle (members of the group without tasks), partners (who must work with whom), bottlenecks.
    """
    built = open_graph(existing(folder))
    load = built.workload(as_of)
    for kind, keys in (("lapsed", load.lapsed), ("replaced", load.replaced)):
        for key in keys:
            say(word(f"workload.{kind}", lang, plan=printable(built.material.title(key))))
    put_table(_table(what, built.material, load), form, lang, word(f"workload.{what}", lang))


def _table(what: What, material: Material, load: Workload) -> Table:
    from ..analysis import bottlenecks, partners, tables

    if what == "partners":
        return tables.partner_table(material, partners(material, load.plans))
    if what == "bottlenecks":
        return tables.bottleneck_table(material, bottlenecks(material, load.plans))
    make = {
        "units": tables.unit_loads,
        "quarters": tables.quarter_table,
        "plans": tables.concentration_table,
        "idle": tables.idle_table,
    }[what]
    return make(material, load)
