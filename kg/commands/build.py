"""`kg build`: plans to records, graph and tables."""

from __future__ import annotations

from pathlib import Path

import click

from ..records import stems_of, write_records
from ..running import Run, examples_folder
from ..writing import Outputs
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
    if not plans and not examples:
        raise click.UsageError("give PLAN... or --examples")
    run = read_all([*plans, *([examples_folder()] if examples else [])], lang)
    if run.reads:
        _write(run, out, lang)
    context.exit(int(bool(run.failures or not run.reads)))


def _write(run: Run, out: Path, lang: Lang) -> None:
    from ..graph import build_graph
    from ..resolve import resolve, units_json
    from ..stores.rdf import FILE_NAME, trig
    from ..tables import record_tables

    entities = resolve(run.plans)
    graph = trig(build_graph(run.plans, entities))
    tables = record_tables(run.plans, entities)
    with Outputs(out) as outputs:
        write_records(outputs, run.reads, units_json(entities, stems_of(run.reads)), "records")
        outputs.add(FILE_NAME, graph)
        for name, table in tables.items():
            outputs.add(f"tables/{name}.csv", table.to_csv().encode("utf-8"))
    put_summary(run, entities, lang)
    things = [f"records/ ({len(run.reads)})", FILE_NAME, f"tables/ ({len(tables)})"]
    put_written(out, things, lang)
