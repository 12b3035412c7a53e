"""`kg figure`: figures for papers and reports."""

from __future__ import annotations

from pathlib import Path

import click

from .options import Lang, existing, graph_option, lang_option
from .reading import put_written

NAMES = ("workload", "overlap", "themes", "timeline")


@click.command()
@click.argument("name", type=click.Choice(NAMES), metavar="NAME")
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write, .svg or .png; DIR/figures/NAME.svg unless given.",
)
@click.option(
    "--top",
    type=click.IntRange(1, 200),
    default=10,
    show_default=True,
    help="Units to a jurisdiction; documents in the overlap.",
)
@click.option("--plan", metavar="TEXT", help="Only plans with this in their title or number.")
@graph_option
@lang_option
def figure(name: str, out: Path | None, top: int, plan: str | None, folder: Path, lang: Lang) -> None:
    """Draw a figure of the graph as SVG or PNG.

    NAME is one of: workload (tasks of units by role), overlap (policies that plans share), themes (units by theme),
    timeline (phases and deadlines).
    """
    from ..api import open_graph

    if out and out.suffix.lower() not in (".svg", ".png"):
        raise click.UsageError("--out: figures are written to .svg or .png")
    target = out or folder / "figures" / f"{name}.svg"
    open_graph(existing(folder)).figure(name, lang=lang, top=top, plan=plan).save(target)
    put_written(target.parent, [target.name], lang)
