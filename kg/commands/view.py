"""`kg view`: a graph as a page that opens without a network."""

from __future__ import annotations

from pathlib import Path

import click

from .options import Lang, existing, graph_option, lang_option
from .reading import put_written


@click.command()
@graph_option
@click.option(
    "--out",
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; DIR/explorer.html or DIR/network.html unless given.",
)
@click.option(
    "--engine",
    type=click.Choice(["explorer", "pyvis"]),
    default="explorer",
    show_default=True,
    help="What draws: pyvis a small part of the graph, given by --around or --plan.",
)
@click.option("--around", metavar="UNIT", help="Draw the neighbourhood of a unit; with --engine pyvis.")
@click.option(
    "--depth", type=click.IntRange(1, 6), default=2, show_default=True, help="Steps of the neighbourhood."
)
@click.option("--plan", metavar="PLAN", help="Draw one plan, by key or stem; with --engine pyvis.")
@lang_option
def view(
    folder: Path,
    out: Path | None,
    engine: str,
    around: str | None,
    depth: int,
    plan: str | None,
    lang: Lang,
) -> None:
    """Write the explorer: one HTML file with graph, tables and texts, which needs no network.

    With --engine pyvis a page with a part of the graph.
    """
    if (engine == "pyvis") != (bool(around) + bool(plan) == 1) or (around and plan):
        raise click.UsageError("--engine pyvis goes with one of --around and --plan, and they with it")
    if engine == "pyvis":
        put_network(folder, out, around, depth, plan, lang)
    else:
        put_explorer(folder, out, lang)


def put_network(
    folder: Path, out: Path | None, around: str | None, depth: int, plan: str | None, lang: Lang
) -> None:
    """Write the page of a part of the graph."""
    from ..api import open_graph

    built = open_graph(existing(folder))
    part = built.plan(plan) if plan else built.around(around or "", depth)
    target = out or folder / "network.html"
    part.to_pyvis(lang).write_html(str(target))
    put_written(target.parent, [target.name], lang)


def put_explorer(folder: Path, out: Path | None, lang: Lang) -> None:
    """Write the explorer."""
    from ..api import open_graph
    from ..views.explorer import FILE_NAME, explorer_of
    from ..writing import Outputs

    built = open_graph(existing(folder))
    target = out or folder / FILE_NAME
    with Outputs(target.parent) as outputs:
        outputs.add(target.name, explorer_of(built.records, built.entities, built.view))
    put_written(target.parent, [target.name], lang)
