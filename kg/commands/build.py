"""`kg build`: plans to records, graph and tables."""

from __future__ import annotations

from pathlib import Path

import click

from ..running import examples_folder
from .options import Lang, lang_option, out_option, plans_argument
from .reading import put_summary, put_written, read_all


@click.command()
@plans_argument(required=False)
@out_option
@click.option("--examples", is_flag=True, help="Take the example plans that come with the package.")
@lang_option
@click.pass_context
def build(context: click.Context, plans: tuple[str, ...], out: Path, examples: bool, lang: Lang) -> None:
    """Read plans and build the graph: DIR/records/, DIR/graph.trig, DIR/tables/*.csv.

    PLAN is a file, a folder or a glob.
    """
    from ..building import RECORDS, TABLES, build_to
    from ..stores.rdf import FILE_NAME

    if not plans and not examples:
        raise click.UsageError("give PLAN... or --examples")
    run = read_all([*plans, *([examples_folder()] if examples else [])], lang)
    if run.reads:
        put_summary(run, build_to(out, run), lang)
        put_written(out, [f"{RECORDS}/", FILE_NAME, f"{TABLES}/"], lang)
    context.exit(int(bool(run.failures or not run.reads)))
