"""`kg extract`: plans to records."""

from __future__ import annotations

from pathlib import Path

import click

from ..records import UNITS
from ..running import Read, Run
from .options import Lang, lang_option, out_option, plans_argument, review_options
from .output import put, table_text, terminal_width
from .reading import put_summary, put_written, read_all
from .wording import word


@click.command()
@plans_argument(required=True)
@out_option
@click.option("--report", is_flag=True, help="Print what looks like a fact and was not read.")
@review_options
@lang_option
@click.pass_context
def extract(
    context: click.Context,
    plans: tuple[str, ...],
    out: Path,
    report: bool,
    corrections: tuple[Path, ...],
    without_names: bool,
    lang: Lang,
) -> None:
    """Read plans into records: DIR/<stem>.json, DIR/<stem>.txt, DIR/units.json.

    PLAN is a file, a folder or a glob.
    """
    from ..building import extract_to

    run = read_all(plans, lang, corrections, names=not without_names)
    if run.reads:
        entities = extract_to(out, run)
        if report:
            put_report(run, lang)
        put_summary(run, entities, lang)
        put_written(out, ["*.json", "*.txt", UNITS], lang)
    context.exit(int(bool(run.failures or not run.reads)))


def put_report(run: Run, lang: Lang) -> None:
    """Print every place that looks as if it held a fact and gave no record."""
    titles = [word(f"unread.{name}", lang) for name in ("plan", "line", "kind", "reason", "quote")]
    rows = [row for read in run.reads for row in _unread(read, lang)]
    if rows:
        put(table_text(titles, rows, terminal_width()))


def _unread(read: Read, lang: Lang) -> list[tuple[object, ...]]:
    return [
        (
            read.plan.document.file.name,
            read.text.count("\n", 0, item.start) + 1,
            word(item.kind, lang),
            word(item.reason, lang),
            item.quote,
        )
        for item in read.plan.unread
    ]
