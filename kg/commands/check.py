"""`kg check`: records against the original files."""

from __future__ import annotations

from pathlib import Path

import click

from ..check import check_folder
from ..plugins import get_loader
from ..running import find_files
from .options import Lang, existing, graph_option, lang_option, plans_argument
from .output import printable, put, table_text, terminal_width
from .wording import word


@click.command()
@plans_argument(required=False)
@graph_option
@lang_option
@click.pass_context
def check(context: click.Context, plans: tuple[str, ...], folder: Path, lang: Lang) -> None:
    """Read the original files again; every quote must stand there and bear its fact out.

    PLAN names files that were moved since they were read. Exit status 3 where a fault is found.
    """
    plan_count, quotes, findings = check_folder(existing(folder), get_loader(), list(find_files(plans)))
    if not findings:
        put(f"{word('check.good', lang, plans=plan_count, quotes=quotes)}\n")
        return
    titles = [word(f"check.{name}", lang) for name in ("plan", "place", "message")]
    rows = [
        (item.plan, item.place, word(f"check.{item.kind}", lang, detail=printable(item.detail)))
        for item in findings
    ]
    put(table_text(titles, rows, terminal_width()))
    put(f"{word('check.bad', lang, findings=len(findings))}\n")
    context.exit(3)
