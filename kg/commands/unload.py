"""`kg unload`: plans out of a server."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from .options import Lang, lang_option
from .output import printable, say
from .servers import opened, step_bar
from .wording import word

if TYPE_CHECKING:
    from ..stores.base import LoadedPlan


@click.command()
@click.argument("plans", metavar="[PLAN]...", nargs=-1)
@click.option("--from", "uri", required=True, metavar="URI", help="Address of the server.")
@click.option("--all", "everything", is_flag=True, help="Take out all plans.")
@click.option("--database", help="Database of Neo4j; else the user's own.")
@lang_option
def unload(plans: tuple[str, ...], uri: str, everything: bool, database: str | None, lang: Lang) -> None:
    """Take plans out of a server: what they alone said; units that other plans name and foreign data stay.

    PLAN is a plan's key, IRI, document number or title, or a part of the title that no other has.
    """
    if bool(plans) == everything:
        raise click.UsageError("give PLAN... or --all")
    with opened(uri, database, lang) as server, step_bar(lang) as progress:
        there = server.plans()
        chosen = there if everything else [_one(there, wanted, lang) for wanted in plans]
        removed = server.unload([plan.iri for plan in chosen], progress)
    say(word("unload.done", lang, titles=_titles(chosen)))
    if removed.nodes or removed.relations:
        say(word("load.removed", lang, nodes=removed.nodes, relations=removed.relations))
    if removed.kept:
        say(word("load.kept", lang, kept=removed.kept))


def _one(there: list[LoadedPlan], wanted: str, lang: Lang) -> LoadedPlan:
    from ..stores.servers import find_plans

    found = find_plans(there, wanted)
    if not found:
        raise click.UsageError(word("unload.none", lang, plan=printable(wanted)))
    if len(found) > 1:
        raise click.UsageError(word("unload.several", lang, plan=printable(wanted), titles=_titles(found)))
    return found[0]


def _titles(plans: Sequence[LoadedPlan]) -> str:
    return "；".join(printable(plan.title or plan.iri) for plan in plans)
