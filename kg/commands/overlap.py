"""`kg overlap`: what plans have in common in wording, policies, tasks and targets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from ..api import open_graph
from .options import Lang, existing, form_option, graph_option, lang_option
from .query import Form, put_table
from .wording import word

if TYPE_CHECKING:
    from ..analysis import Kind, Material
    from ..tables import Table

What = Literal[
    "plans", "policies", "policy-pairs", "left-out", "tasks", "boilerplate", "targets", "inconsistent"
]


@click.command()
@click.argument("what", type=click.Choice(get_args(What)), default="plans", metavar="[WHAT]")
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice(["wording", "matter", "policy", "units", "target", "theme"]),
    help="Of tasks: in what they are the same; may be given again. theme: of tasks that are the same in something else.",
)
@form_option
@graph_option
@lang_option
def overlap(what: What, kinds: tuple[Kind, ...], form: Form, folder: Path, lang: Lang) -> None:
    """Show what plans have in common.

    WHAT is one of: plans (which share the wording of tasks; taken when nothing is given), policies (which plan
    cites which), policy-pairs, left-out (what a superior plan rests on and an inferior one leaves out), tasks (their
    counterparts in other plans), boilerplate (what of their wording was set aside), targets (side by side),
    inconsistent (what plans of one district set differently for the same indicator and year).
    """
    if kinds and what != "tasks":
        raise click.UsageError("--kind goes with tasks")
    table = _table(what, open_graph(existing(folder)).material, kinds)
    put_table(table, form, lang, word(f"overlap.{what}", lang))


def _table(what: What, material: Material, kinds: tuple[Kind, ...]) -> Table:
    from ..analysis import (
        KINDS,
        inconsistencies,
        kinship,
        policy_overlap,
        tables,
        target_groups,
        task_overlap,
    )

    if what in ("policies", "policy-pairs", "left-out"):
        make = {
            "policies": tables.policy_matrix,
            "policy-pairs": tables.policy_pairs,
            "left-out": tables.left_out_table,
        }[what]
        return make(material, policy_overlap(material))
    if what in ("targets", "inconsistent"):
        groups = target_groups(material)
        if what == "targets":
            return tables.side_by_side(material, groups)
        return tables.target_table(material, inconsistencies(material, groups))
    if what == "plans":
        return tables.kinship_table(material, kinship(material, task_overlap(material, ["wording"])))
    if what == "boilerplate":
        return tables.boilerplate_table(material, task_overlap(material, ["wording"]))
    chosen = kinds or KINDS
    # Tasks that share nothing but a theme are too many to be counterparts: themes are compared where all else is.
    compared = KINDS if "theme" in chosen else chosen
    return tables.counterparts(material, task_overlap(material, compared), chosen)
